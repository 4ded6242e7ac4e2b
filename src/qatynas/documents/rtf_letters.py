"""The letters of an RTF: bytes in the code page of their font, and characters of Unicode with what stands in for them.

Rich Text Format Specification 1.9.1, "Font Table" and "Unicode RTF".
"""

from codecs import lookup
from collections.abc import Mapping

WINDOWS = "cp1252"
"""What bytes are in where nothing is said."""
_CODE_PAGES: Mapping[int, str] = {
    154: "ptcp154", 708: "iso8859_6", 819: "iso8859_1", 936: "gbk", 1048: "kz1048", 10000: "mac_roman",
    10007: "mac_cyrillic", 20866: "koi8_r", 21866: "koi8_u", 65001: "utf_8",
}  # fmt: skip
"""Those whose codec is not called `cp` and the number."""
_CHARSETS: Mapping[int, str] = {
    77: "mac_roman", 128: "cp932", 129: "cp949", 134: "gbk", 136: "cp950", 161: "cp1253", 162: "cp1254",
    163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250",
    254: "cp437", 255: "cp850",
}  # fmt: skip
"""Code page of a font by its `\\fcharset`; with 0, 1 and 2 it is the document's own."""
_DOCUMENTS: Mapping[str, str] = {"ansi": WINDOWS, "mac": "mac_roman", "pc": "cp437", "pca": "cp850"}
_PLANE = 0x10000


class Letters:
    """Letters that come one by one, and the fonts that tell how they are to be read."""

    def __init__(self) -> None:
        self._own = WINDOWS
        self._fonts: dict[int, str] = {}
        self._first: int | None = None
        self._defined = 0
        self._skip = 0
        self._bytes = b""
        self._page = WINDOWS
        self._units: list[str] = []

    def define(self, word: str, number: int | None, *, fonts: bool) -> None:
        """Heed a control word that tells of code pages; `fonts`: it stands in the table of fonts."""
        if fonts and word == "f":
            self._defined = number or 0
        elif fonts and word == "fcharset" and (number or 0) in _CHARSETS:
            self._fonts[self._defined] = _CHARSETS[number or 0]
        elif fonts and word == "cpg":
            self._fonts[self._defined] = _codec(number)
        elif word == "ansicpg":
            self._own = _codec(number)
        elif word == "deff":
            self._first = number
        elif word in _DOCUMENTS:
            self._own = _DOCUMENTS[word]

    def add(self, data: bytes, font: int | None) -> None:
        """Bytes of text in a font; null where none is chosen."""
        passed = min(self._skip, len(data))
        self._skip -= passed
        if not (data := data[passed:]):
            return
        first = self._first if font is None else font
        page = self._own if first is None else self._fonts.get(first, self._own)
        if page != self._page:
            self._decode()
            self._page = page
        self._bytes += data

    def code(self, number: int, skip: int) -> None:
        """A character, or half of a pair, by its number; `skip` characters that follow stand in for it."""
        self._decode()
        number = number + _PLANE if number < 0 else number
        self._units.append(chr(number) if 0 < number < _PLANE else "\ufffd")
        self._skip = skip

    def skips(self) -> bool:
        """Whether a control word or symbol only stands in for a character before it; it is then passed over."""
        self._skip, passed = max(self._skip - 1, 0), self._skip > 0
        return passed

    def taken(self) -> str:
        """The letters so far, which are then forgotten."""
        self._decode()
        self._skip = 0
        words = "".join(self._units)
        self._units.clear()
        if any("\ud800" <= letter <= "\udfff" for letter in words):
            return words.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        return words

    def _decode(self) -> None:
        if self._bytes:
            self._units.append(self._bytes.decode(self._page, "replace"))
            self._bytes = b""


def _codec(number: int | None) -> str:
    """Python's codec for a code page; `WINDOWS` for one that it does not know."""
    try:
        return lookup(_CODE_PAGES.get(number or 0, f"cp{number}")).name
    except LookupError:
        return WINDOWS

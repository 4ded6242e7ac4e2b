"""ZIP files: what their directory tells, looked at before anything is unpacked, and their members one by one.

Nothing is ever written. A ZIP file is refused as a whole where its directory cannot be believed or asks for too much:
more members or bytes than the settings allow, members that overlap, contents that shrink to less than a 300th part. A
member is refused alone where only it is wrong: its name leads out of the folder, it is a link, encrypted, or has the
name of one before; its name is used for nothing but to tell of it.
"""

import re
import stat
import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import BinaryIO, NamedTuple

from qatynas.documents.bombs import overlapping, swelling
from qatynas.errors import Refused
from qatynas.settings import limit

_END = b"PK\x05\x06"
_ENTRY = b"PK\x01\x02"
_END_SIZE = 22  # bytes of the record that ends a directory
_TAIL = _END_SIZE + 0xFFFF  # a comment may follow it
_ENCRYPTED, _UTF8 = 0x1, 0x800  # flags of a member
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_DRIVE = re.compile(r"[A-Za-z]:")
_BY_THE_WAY = frozenset(("__MACOSX", "Thumbs.db", "desktop.ini"))
_CYRILLIC = re.compile(r"(?<![A-Za-z])[А-яЁё](?![A-Za-z])|[ӘәҒғҚқҢңӨөҰұҮүҺһІі]")
_STRANGE = re.compile(
    r"[^\w\s.,;()\[\]{}№«»„“”'’`~!@#$%^&+=/\\–—-]|[\u0400\u0402-\u0405\u0407-\u040f\u0450\u0452-\u0455\u0457-\u045f]"
)
"""Signs and letters that names of files seldom have: those of Serbian, Macedonian and Belarusian, and drawn lines."""
_CODE_PAGES = ("cp866", "cp1251", "kz1048")
"""Those in which Windows wrote names: its own of old times first, which is believed where nothing speaks against."""


class Budget:
    """How much may still be unpacked of a file and of all ZIP files within it."""

    def __init__(self) -> None:
        self._bytes, self._entries = limit("max_inflated_bytes"), limit("max_entries")

    def take(self, entries: int, size: int) -> None:
        """Count members and their bytes. Raises `Refused` where they are more than the settings allow."""
        self._entries -= entries
        self._bytes -= size
        if self._entries < 0:
            raise Refused(f"size: more than the {limit('max_entries'):,} files that a ZIP file may hold")
        if self._bytes < 0:
            raise Refused(
                f"size: more than the {limit('max_inflated_bytes'):,} bytes that a ZIP file may hold unpacked"
            )


class Member(NamedTuple):
    """A member: its name as it can be shown, and its bytes or why it is refused."""

    name: str
    content: bytes | Refused


def names(file: BinaryIO) -> list[str]:
    """Names in the directory, as they stand. Raises `Refused` where there is none that can be read."""
    with _opened(file) as archive:
        return [info.filename for info in archive.infolist()]


def count(file: BinaryIO) -> int:
    """How many documents a zipped folder seems to hold; 1 where that cannot be told, for its refusal."""
    try:
        with _opened(file) as archive:
            return max(1, sum(_is_wanted(name) for name in _names(archive.infolist())))
    except Refused:
        return 1


def members(file: BinaryIO, budget: Budget) -> Iterator[Member]:
    """Members of a zipped folder, sorted by name; folders, hidden files and those of the system are left out.

    Raises `Refused` where the whole is.
    """
    with _opened(file) as archive:
        infos = archive.infolist()
        budget.take(len(infos), sum(info.file_size for info in infos))
        _check(file, infos)
        seen: set[str] = set()
        for name, info in sorted(zip(_names(infos), infos, strict=True), key=_place):
            if _is_wanted(name):
                shown = _shown(name, seen)
                yield Member(shown, _content(archive, info, name, shown))


def _place(known: tuple[str, zipfile.ZipInfo]) -> tuple[list[str], int]:
    name, info = known
    return name.split("/"), info.header_offset


def _opened(file: BinaryIO) -> zipfile.ZipFile:
    """The directory of a file. Raises `Refused`: too many members are not even looked at."""
    _check_directory(file)
    try:
        return zipfile.ZipFile(file)
    except Exception as error:
        raise _damaged(error) from None


def _check_directory(file: BinaryIO) -> None:
    size = file.seek(0, 2)
    start = file.seek(max(0, size - _TAIL))
    tail = file.read()
    end = tail.rfind(_END)
    if end < 0 or len(tail) < end + _END_SIZE:
        raise Refused("damaged: the ZIP file has no directory")
    told = int.from_bytes(tail[end + 12 : end + 16], "little")
    # Of a ZIP64 file the record tells no size: the directory stands somewhere before it, among all else.
    length = start + end if told == 0xFFFFFFFF else min(told, start + end)
    file.seek(start + end - length)
    found = 0
    kept = b""
    while length > 0 and (piece := file.read(min(length, 1 << 20))):
        length -= len(piece)
        found += (kept + piece).count(_ENTRY)
        kept = piece[-3:]
        if found > limit("max_entries"):
            raise Refused(f"size: more than the {limit('max_entries'):,} files that a ZIP file may hold")
    file.seek(0)


def _check(file: BinaryIO, infos: list[zipfile.ZipInfo]) -> None:
    """Raise `Refused` for a directory that no packer writes: a bomb, or made to deceive."""
    for info in infos:
        if told := swelling(info):
            raise Refused(f"unsafe: {told}")
    if overlapping(file, infos):
        raise Refused("unsafe: members of the ZIP file overlap (a ZIP bomb)")


def _content(archive: zipfile.ZipFile, info: zipfile.ZipInfo, name: str, shown: str) -> bytes | Refused:
    if wrong := _wrong(info, name, shown):
        return Refused(wrong)
    try:
        with archive.open(info) as stream:
            return stream.read()
    except Exception as error:
        return _damaged(error)


def _wrong(info: zipfile.ZipInfo, name: str, shown: str) -> str | None:
    parts = name.split("/")
    if "\0" in info.orig_filename:
        return "unsafe: the name has a NUL character"
    if ".." in parts or not parts[0] or _DRIVE.match(parts[0]):
        return "unsafe: the name leads out of the folder"
    if stat.S_ISLNK(info.external_attr >> 16):
        return "unsafe: a link, not a file"
    if shown != _printable(name):
        return "unsafe: another file of the same name stands before it"
    if info.flag_bits & _ENCRYPTED:
        return "encrypted: the file is packed with a password"
    if info.compress_type not in _METHODS:
        return f"format: packed by a method that is not read (number {info.compress_type})"
    if info.file_size > limit("max_file_bytes"):
        return f"size: {info.file_size:,} bytes, more than the {limit('max_file_bytes'):,} that a file may have"
    return None


def _is_wanted(name: str) -> bool:
    parts = [part for part in name.split("/") if part != ".."]
    return not name.endswith("/") and not any(part.startswith(".") or part in _BY_THE_WAY for part in parts)


def _shown(name: str, seen: set[str]) -> str:
    """The name with what cannot be printed escaped, told apart from those before by a number in front."""
    shown, number = _printable(name), 1
    while shown in seen:
        number += 1
        shown = f"{number}!{_printable(name)}"
    seen.add(shown)
    return shown


def _printable(name: str) -> str:
    return "".join(sign if sign.isprintable() else sign.encode("unicode_escape").decode() for sign in name)


def _names(infos: list[zipfile.ZipInfo]) -> list[str]:
    """Names as they were meant: UTF-8 where that is told or fits, else one code page for all; folders by slashes."""
    raw = [None if info.flag_bits & _UTF8 else info.orig_filename.encode("cp437", "replace") for info in infos]
    page = _page(b"\n".join(filter(None, raw)))
    pairs = zip(infos, raw, strict=True)
    meant = [info.orig_filename if name is None else name.decode(page, "replace") for info, name in pairs]
    return [name.replace("\\", "/").replace("\0", "\\0") for name in meant]


def _page(sample: bytes) -> str:
    try:
        sample.decode("utf-8")
        return "utf-8"
    except UnicodeDecodeError:
        pages = {page: sample.decode(page, "replace") for page in _CODE_PAGES}
    likely = {page: len(_CYRILLIC.findall(text)) - 3 * len(_STRANGE.findall(text)) for page, text in pages.items()}
    best = max(likely, key=lambda page: likely[page])
    return best if likely[best] > 0 else "cp437"


def _damaged(error: Exception) -> Refused:
    told = " ".join(f"{type(error).__name__}: {error}".split())[:200]
    return Refused(f"damaged: the ZIP file cannot be read ({told})")


def stream(data: bytes) -> BinaryIO:
    """Bytes as a file that can be looked at in any place."""
    return BytesIO(data)

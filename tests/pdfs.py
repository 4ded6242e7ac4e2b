"""Small PDFs made by hand: every letter half its size wide, with a table of its meaning, in no font of the system."""

import zlib
from collections.abc import Iterable, Sequence
from typing import NamedTuple

WIDTH, HEIGHT = 595, 842
_LEADING = 1.2


class Run(NamedTuple):
    """Words at a place: `y` is the baseline's distance from the top of the page, in points."""

    x: float
    y: float
    words: str
    size: float = 10
    bold: bool = False
    angle: bool = False
    """Turned by a quarter, against the clock. As no font comes along, PDFium knows no shape of Cyrillic letters, and it
    passes over turned words without any: they need a comma or a figure among them."""


class Page(NamedTuple):
    """Runs of words, whether a picture covers the page, and content of one's own."""

    runs: Sequence[Run] = ()
    picture: bool = False
    content: bytes = b""
    rotate: int = 0


def column(words: str, x: float, y: float, width: float, size: float = 10, indent: float = 0) -> list[Run]:
    """Words set ragged in a column, from the top downwards, line after line as they fit."""
    out: list[Run] = []
    line, room = "", width - indent
    for word in words.split():
        if line and (len(line) + 1 + len(word)) * size / 2 > room:
            out.append(Run(x + (width - room), y + len(out) * size * _LEADING, line, size))
            line, room = "", width
        line = f"{line} {word}".strip()
    return [*out, Run(x + (width - room), y + len(out) * size * _LEADING, line, size)]


def bottom(runs: Sequence[Run]) -> float:
    """Where the next line below the runs stands."""
    return runs[-1].y + runs[-1].size * _LEADING


def pdf(
    pages: Iterable[Page | Sequence[Run]],
    info: str = "",
    unmapped: str = "",
    encrypted: bool = False,
    compressed: bool = False,
) -> bytes:
    """A PDF of those pages. `info`: entries of its metadata; `unmapped`: letters to which the font gives no meaning."""
    made = [page if isinstance(page, Page) else Page(page) for page in pages]
    letters = sorted({letter for page in made for run in page.runs for letter in run.words})
    codes = {letter: at for at, letter in enumerate(letters, start=1)}
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    objects += _font("Plain", codes, unmapped, 3) + _font("Plain-Bold", codes, unmapped, 7)
    image = b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 "
    objects.append(image + b"/Length 1 >>\nstream\n\x80\nendstream")
    kids = []
    for page in made:
        content = _content(page, codes)
        packed = zlib.compress(content) if compressed else content
        filtered = b"/Filter /FlateDecode " if compressed else b""
        objects.append(b"<< %s/Length %d >>\nstream\n%s\nendstream" % (filtered, len(packed), packed))
        kids.append(len(objects) + 1)
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /Rotate %d /MediaBox [0 0 %d %d] /Contents %d 0 R /Resources << /Font << "
            b"/F 3 0 R /B 7 0 R >> /XObject << /I 11 0 R >> >> >>" % (page.rotate, WIDTH, HEIGHT, len(objects))
        )
    named = b" ".join(b"%d 0 R" % kid for kid in kids)
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (named, len(kids))
    objects.append(b"<< %s >>" % info.encode("utf-16-be" if not info.isascii() else "ascii"))
    return _file(objects, encrypted)


def text_string(words: str) -> str:
    """A string of the metadata, in hexadecimal UTF-16."""
    return f"<FEFF{words.encode('utf-16-be').hex()}>"


def _font(name: str, codes: dict[str, int], unmapped: str, first: int) -> list[bytes]:
    rows = [f"<{code:04x}> <{one.encode('utf-16-be').hex()}>" for one, code in codes.items() if one not in unmapped]
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def "
        f"1 begincodespacerange <0000> <ffff> endcodespacerange {len(rows)} beginbfchar\n"
        + "\n".join(rows)
        + "\nendbfchar "
        "endcmap end end"
    ).encode()
    face = name.encode()
    return [
        b"<< /Type /Font /Subtype /Type0 /BaseFont /%s /Encoding /Identity-H /DescendantFonts [%d 0 R] "
        b"/ToUnicode %d 0 R >>" % (face, first + 1, first + 3),
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /%s /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) "
        b"/Supplement 0 >> /DW 500 /FontDescriptor %d 0 R >>" % (face, first + 2),
        b"<< /Type /FontDescriptor /FontName /%s /Flags 4 /FontBBox [0 -200 500 800] /ItalicAngle 0 /Ascent 800 "
        b"/Descent -200 /CapHeight 700 /StemV 80 >>" % face,
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(cmap), cmap),
    ]


def _content(page: Page, codes: dict[str, int]) -> bytes:
    out = [page.content]
    if page.picture:
        out.append(b"q %d 0 0 %d 0 0 cm /I Do Q" % (WIDTH, HEIGHT))
    for run in page.runs:
        text = "".join(f"{codes[letter]:04x}" for letter in run.words)
        turn = "0 1 -1 0" if run.angle else "1 0 0 1"
        face = "B" if run.bold else "F"
        out.append(f"BT /{face} {run.size} Tf {turn} {run.x} {HEIGHT - run.y} Tm <{text}> Tj ET".encode())
    return b"\n".join(out)


def _file(objects: Sequence[bytes], encrypted: bool) -> bytes:
    out, places = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n"), []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    lock = b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -44 /O <%s> /U <%s> >> " % (b"4f" * 32, b"55" * 32)
    out += b"trailer << /Size %d /Root 1 0 R /Info %d 0 R /ID [<00><00>] %s>>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1, len(objects), lock if encrypted else b"", table,
    )  # fmt: skip
    return bytes(out)

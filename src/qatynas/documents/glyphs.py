"""The letters of a PDF's page with their places, as PDFium finds them, turned upright."""

import ctypes
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from math import atan2, hypot, pi
from time import monotonic
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

LOST = "\ufffd"
"""Stands for a letter to which its font gives no meaning."""
_MOST = 200_000  # letters that are looked at on one page: the densest tables of figures have some twenty thousand
_FURTHEST = 15_000  # points from the corner: no page is larger (200 inches), and what stands beyond is damage
_BETWEEN_LOOKS = 2_000  # letters after which the clock is looked at
_HYPHEN_AT_LINE_END = 2  # what PDFium gives for a hyphen behind which a line ends
_BOLD = 600
_BOLD_NAMES = ("bold", "black", "heavy", "demi")


class Slow(Exception):
    """A page takes longer than it may."""


class Glyph(NamedTuple):
    """A letter: where its pen begins and ends, its baseline (`y` grows downwards), its size in points.

    They are those of the page turned so that the letter stands upright; `turn`: quarters of a turn, against the
    clock, by which it stands off the most of its page.
    """

    char: str
    x: float
    right: float
    y: float
    size: float
    bold: bool
    turn: int = 0


class _Style(NamedTuple):
    """What the letters of one text object have in common."""

    size: float
    bold: bool
    turn: int


def glyphs(page: Any, deadline: float) -> list[Glyph]:
    """The letters of an open text page, spaces among them, in the order of its content.

    Raises `Slow` where the clock (`time.monotonic`) passes the deadline.
    """
    found = list(islice(_read(page, deadline), _MOST))
    turns = Counter(style.turn for *_, style in found)
    if not turns:
        return []
    usual = turns.most_common(1)[0][0]
    return [_upright(char, pen, box, style, usual) for char, pen, box, style in found]


_Found = tuple[str, tuple[float, float], tuple[float, float, float, float], _Style]


def _read(page: Any, deadline: float) -> Iterator[_Found]:
    styles: dict[int, _Style] = {}
    x, y, box = ctypes.c_double(), ctypes.c_double(), pdfium.FS_RECTF()
    for at in range(pdfium.FPDFText_CountChars(page)):
        if at % _BETWEEN_LOOKS == 0 and monotonic() > deadline:
            raise Slow
        if pdfium.FPDFText_IsGenerated(page, at) == 1:
            continue
        char = _char(page, at)
        if char is None:
            continue
        pdfium.FPDFText_GetCharOrigin(page, at, x, y)
        pdfium.FPDFText_GetLooseCharBox(page, at, box)
        pen, edges = (x.value, y.value), (box.left, box.bottom, box.right, box.top)
        if sum(map(abs, pen)) + sum(map(abs, edges)) <= 6 * _FURTHEST:  # nor is what is no number
            yield char, pen, edges, _style(page, at, styles)


def _char(page: Any, at: int) -> str | None:
    code: int = pdfium.FPDFText_GetUnicode(page, at)
    if code == _HYPHEN_AT_LINE_END:
        return "-"
    if pdfium.FPDFText_HasUnicodeMapError(page, at) == 1 or 0xE000 <= code <= 0xF8FF or 0xD800 <= code <= 0xDFFF:
        return LOST
    if code < 32 or 127 <= code < 160:
        return " " if code in (9, 10, 12, 13) else (LOST if code else None)
    return chr(code)


def _style(page: Any, at: int, styles: dict[int, _Style]) -> _Style:
    thing = pdfium.FPDFText_GetTextObject(page, at)
    key = ctypes.cast(thing, ctypes.c_void_p).value or 0
    if key not in styles:
        matrix = pdfium.FS_MATRIX()
        pdfium.FPDFText_GetMatrix(page, at, matrix)
        scale = hypot(matrix.c, matrix.d) or 1.0
        turn = round(atan2(matrix.b, matrix.a) / (pi / 2)) % 4
        styles[key] = _Style(pdfium.FPDFText_GetFontSize(page, at) * scale, _is_bold(page, at), turn)
    return styles[key]


def _is_bold(page: Any, at: int) -> bool:
    if pdfium.FPDFText_GetFontWeight(page, at) >= _BOLD:
        return True
    name = ctypes.create_string_buffer(256)
    pdfium.FPDFText_GetFontInfo(page, at, name, len(name), None)
    lower = name.value.decode("latin-1").lower()
    return any(word in lower for word in _BOLD_NAMES)


def _upright(char: str, pen: Sequence[float], box: Sequence[float], style: _Style, usual: int) -> Glyph:
    x, y = pen
    left, bottom, right, top = box
    turned = ((x, right, -y), (y, top, x), (-x, -left, y), (-y, -bottom, -x))[style.turn]
    start, end, base = turned
    return Glyph(
        char, start, max(start, end), base, min(max(style.size, 0.5), _FURTHEST), style.bold, (style.turn - usual) % 4
    )

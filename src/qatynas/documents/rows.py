"""From the letters of a page to rows of words: what stands on one baseline, with raised letters where they belong."""

from collections.abc import Iterable, Iterator, Sequence
from statistics import median
from typing import NamedTuple

from qatynas.documents.glyphs import Glyph

_SAME_BASELINE = 0.25  # of the letters' size
_SPACE = 0.17  # of the letters' size: a wider gap parts two words; the narrowest spaces of fonts have a fifth
_SMALL = 0.85  # of its neighbour's size: what is smaller may be raised
_RAISED = 0.8  # of its neighbour's size: how far a raised letter may stand above its baseline
_LOWERED = 0.35
_BESIDE = 0.8  # of its neighbour's size: how far from it a raised letter may stand
_UP = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


class Word(NamedTuple):
    """Letters without a space between them."""

    text: str
    x: float
    right: float
    size: float
    bold: bool


class Row(NamedTuple):
    """Words on one baseline, in their order."""

    y: float
    words: tuple[Word, ...]

    @property
    def x(self) -> float:
        """Where the first word begins."""
        return self.words[0].x

    @property
    def right(self) -> float:
        """Where the last word ends."""
        return self.words[-1].right

    @property
    def size(self) -> float:
        """Size of the most of its letters, in points."""
        return median(word.size for word in self.words for _ in word.text)


def rows(glyphs: Iterable[Glyph]) -> list[Row]:
    """The rows of a page from top to bottom. Raised digits become those of Unicode (`даму¹`)."""
    found = _raised(_baselines(sorted(glyphs, key=lambda glyph: (glyph.y, glyph.x))))
    out = [Row(_usual(row), tuple(_words(row))) for row in found]
    return sorted((row for row in out if row.words), key=lambda row: row.y)


def _usual(row: Sequence[Glyph]) -> float:
    """Baseline of the row's letters that are not raised."""
    most = max(glyph.size for glyph in row)
    return median(glyph.y for glyph in row if glyph.size >= _SMALL * most)


def _baselines(glyphs: Iterable[Glyph]) -> list[list[Glyph]]:
    out: list[list[Glyph]] = []
    for glyph in glyphs:
        if out and glyph.y - out[-1][0].y <= _SAME_BASELINE * max(glyph.size, out[-1][-1].size):
            out[-1].append(glyph)
        else:
            out.append([glyph])
    return out


def _raised(found: list[list[Glyph]]) -> list[list[Glyph]]:
    """Letters that stand a little above or below a row of larger ones, beside one of them, go into that row."""
    known = [(max(glyph.size for glyph in row), min(glyph.size for glyph in row), _usual(row)) for row in found]
    for at, row in enumerate(found):
        for other in (at + 1, at + 2, at - 1, at - 2):  # rows of two columns may alternate
            if 0 <= other < len(found) and known[at][1] < _SMALL * known[other][0] and row and found[other]:
                row[:] = _stay(row, found[other], known[other][0], known[other][2])
    return [row for row in found if row]


def _stay(row: list[Glyph], host: list[Glyph], size: float, base: float) -> list[Glyph]:
    """The letters of a row that are no part of `host`, whose size and baseline are given; those that are go there."""
    if not any(_may_join(glyph, size, base) for glyph in row):
        return row
    low = min(glyph.x for glyph in host) - _BESIDE * size
    high = max(glyph.right for glyph in host) + _BESIDE * size
    stay: list[Glyph] = []
    for glyph in sorted(row, key=lambda glyph: glyph.x):
        beside = _may_join(glyph, size, base) and low <= glyph.x <= high
        high = max(high, glyph.right + _BESIDE * size) if beside else high
        (host if beside else stay).append(glyph)
    return stay


def _may_join(glyph: Glyph, size: float, base: float) -> bool:
    above = base - glyph.y
    return glyph.size < _SMALL * size and -_LOWERED * size <= above <= _RAISED * size and not glyph.char.isspace()


def _words(row: Sequence[Glyph]) -> Iterator[Word]:
    base, most = _usual(row), max(glyph.size for glyph in row)
    word: list[Glyph] = []
    right = 0.0
    for glyph in sorted(row, key=lambda glyph: glyph.x):
        space = glyph.char.isspace()
        apart = _BESIDE if _is_raised(glyph, base, most) else _SPACE  # a mark belongs to the word before it
        if word and (space or glyph.x - right > apart * max(glyph.size, word[-1].size)):
            yield _word(word, base, most)
            word = []
        if not space:
            right = max(right, glyph.right) if word else glyph.right
            word.append(glyph)
    if word:
        yield _word(word, base, most)


def _word(glyphs: Sequence[Glyph], base: float, most: float) -> Word:
    text = "".join(glyph.char.translate(_UP) if _is_raised(glyph, base, most) else glyph.char for glyph in glyphs)
    usual = median(glyph.size for glyph in glyphs)
    bold = sum(glyph.bold for glyph in glyphs) * 2 > len(glyphs)
    return Word(text, glyphs[0].x, max(glyph.right for glyph in glyphs), usual, bold)


def _is_raised(glyph: Glyph, base: float, most: float) -> bool:
    """Whether a letter is smaller than the largest of its row and stands above its baseline."""
    return glyph.size < _SMALL * most and base - glyph.y > 0.1 * most

"""What stands around the running text of pages: running heads and feet, page numbers, footnotes."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from qatynas.documents.columns import Line

Pages = Sequence[Sequence[Line]]
Place = tuple[int, int]
"""A line by the place of its page, from 0, and its own place there."""

_ROWS = 3  # rows at the top and at the foot of a page that may be running
_HEIGHT = 3.0  # points by which a running head may stand higher or lower from page to page
_NUMBER = re.compile(r"[\s.–—|/\-]*(\d{1,4})[\s.–—|/\-]*")
_DIGITS = re.compile(r"\d+")
_CLOSE = 1.8  # of its size: how far the second row of a running head stands from the first
_APART = 1.5  # of its size: how far a page number stands from the text where no other page bears witness
_SMALL = 0.93  # of the text's size: what a footnote has at most
_DOWN = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_UP = "[⁰¹²³⁴-⁹]{1,3}"
_MARK = re.compile(rf"({_UP}|\d{{1,3}}(?=[\s.)]|[^\W\d_])|\*{{1,4}}|[†‡])[.)]?\s*")


class Note(NamedTuple):
    """A footnote: its page, its mark, its lines by their places, and how many characters its mark takes there."""

    page: int
    label: str
    lines: list[int]
    marked: int


def running(pages: Pages) -> frozenset[Place]:
    """Lines at the top or foot of pages that come again on other pages at the same height, page numbers, stamps."""
    out = {(number, at) for number, page in enumerate(pages) for at, line in enumerate(page) if line.across}
    for foot in (False, True):
        edges = [_edge_rows(page, foot) for page in pages]
        again = _again(pages, edges) | _numbers(pages, edges)
        for page, rows in enumerate(edges):
            for row in _block(pages[page], rows):
                if not all((page, at) in again for at in row):
                    break
                out.update((page, at) for at in row)
    return frozenset(out)


def _edge_rows(page: Sequence[Line], foot: bool) -> list[list[int]]:
    """The outermost rows of a page, each with the places of its lines, from the edge inwards."""
    upright = (at for at, line in enumerate(page) if not line.across)
    order = sorted(upright, key=lambda at: page[at].y, reverse=foot)
    rows = [list(row) for _, row in groupby(order, key=lambda at: round(page[at].y))]
    return rows[:_ROWS]


def _block(page: Sequence[Line], rows: Sequence[list[int]]) -> Iterator[list[int]]:
    """The outermost row and those that follow it closely: what stands further in is text or a note."""
    for one, two in zip((None, *rows), rows, strict=False):
        if one and abs(page[two[0]].y - page[one[0]].y) > _CLOSE * page[two[0]].size:
            return
        yield two


def _again(pages: Pages, edges: Sequence[Sequence[Sequence[int]]]) -> set[Place]:
    """Lines of the same words, whatever their numbers, at the same height on two pages or more."""
    same: dict[str, list[tuple[float, Place]]] = defaultdict(list)
    for page, rows in enumerate(edges):
        for at in (at for row in rows for at in row):
            words = _DIGITS.sub("#", " ".join(pages[page][at].text.split())).casefold()
            if any(letter.isalpha() for letter in words):
                same[words].append((pages[page][at].y, (page, at)))
    out: set[Place] = set()
    for found in same.values():
        for height, place in found:
            if any(page != place[0] and abs(height - y) <= _HEIGHT for y, (page, _) in found):
                out.add(place)
    return out


def _numbers(pages: Pages, edges: Sequence[Sequence[Sequence[int]]]) -> set[Place]:
    """Numbers on lines of their own that grow with the pages, or one that stands apart on a single page."""
    found: dict[int, list[Place]] = defaultdict(list)
    for page, rows in enumerate(edges):
        for at in (at for row in rows for at in row):
            if match := _NUMBER.fullmatch(pages[page][at].text):
                found[int(match[1]) - page].append((page, at))
    out = {place for places in found.values() if len({page for page, _ in places}) > 1 for place in places}
    if len(pages) == 1:
        out.update(place for places in found.values() for place in places if _apart(pages[0], place[1]))
    return out


def _apart(page: Sequence[Line], at: int) -> bool:
    line = page[at]
    return all(abs(other.y - line.y) > _APART * line.size for other in page if other is not line)


def notes(pages: Pages, outside: frozenset[Place], size: float) -> list[Note]:
    """The footnotes: below the text of a column, in smaller type, the first line with a mark.

    `size` is that of the running text. A note may go on at the foot of the next page, where no mark begins it: it
    is a note by itself there, with the same label.
    """
    out: list[Note] = []
    for number, page in enumerate(pages):
        if not any(line.size >= _SMALL * size for at, line in enumerate(page) if (number, at) not in outside):
            continue
        inside = [at for at in range(len(page)) if (number, at) not in outside]
        for _, column in groupby(inside, key=lambda at: page[at].column):
            small = _small_foot(page, list(column), size)
            before = out[-1] if out and out[-1].page >= number - 1 else None
            out += _notes(page, small, number, before)
    return out


def _small_foot(page: Sequence[Line], column: Sequence[int], size: float) -> list[int]:
    out: list[int] = []
    for at in reversed(column):
        if page[at].size >= _SMALL * size or page[at].cells:
            break
        out.append(at)
    return out[::-1]


def _notes(page: Sequence[Line], small: Sequence[int], number: int, before: Note | None) -> Iterator[Note]:
    note: Note | None = None
    raised = {_label(mark) for at, line in enumerate(page) if at not in small for mark in re.findall(_UP, line.text)}
    for at in small:
        match = _MARK.match(page[at].text)
        if match and (match[1] in raised or _begins(match, note or before)):
            if note:
                yield note
            note = Note(number, _label(match[1]), [at], match.end())
        elif note:
            note.lines.append(at)
        elif before:
            note = Note(number, before.label, [at], 0)
    if note:
        yield note


def _begins(match: re.Match[str], last: Note | None) -> bool:
    """Whether a line that begins with a number or sign begins a note: the next number, a raised one, a sign."""
    if not match[1].isascii() or not match[1].isdigit() or last is None:
        return True
    return not last.label.isdigit() or int(match[1]) == int(last.label) + 1


def _label(mark: str) -> str:
    return mark.translate(_DOWN)


def marks(text: str, labels: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Where in a line the marks of notes stand: raised figures, or signs behind a word."""
    known = set(labels)
    for match in re.finditer(rf"{_UP}|(?<=[^\W\d_])(?:\*{{1,4}}|[†‡])", text):
        if _label(match[0]) in known:
            yield match.span()

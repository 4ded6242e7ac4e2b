"""Delimited text (CSV): where its rows and cells stand. Source: RFC 4180, and what people's programs make of it."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import NamedTuple

from qatynas.documents.table import Cell, Line, line, trimmed

DELIMITERS = (";", "\t", ",", "|")
"""What may stand between cells; of two that fit alike, the first."""
_SAMPLE = 100_000  # characters by which the delimiter is known
_ROWS = 200  # rows by which it is known
_LEAST = 0.5  # share of the rows that have as many cells as most, in a table
_SEP = re.compile(r"sep=(.)(?:\r\n|\r|\n|\Z)", re.IGNORECASE)
"""The first line by which Excel is told the delimiter."""


class _Raw(NamedTuple):
    """A cell as it stands: with its quotation marks, and without."""

    outer: tuple[int, int]
    cell: Cell


def delimiter(text: str) -> str | None:
    """What stands between the cells; null where the text is no table of two and more columns."""
    if told := _SEP.match(text):
        return told[1]
    fits = {mark: _fit(text, mark) for mark in DELIMITERS}
    best = max(fits, key=fits.__getitem__)
    return best if fits[best][0] >= _LEAST else None


def _fit(text: str, mark: str) -> tuple[float, int]:
    """The share of rows that have as many cells as most, and how many these are."""
    widths = [len(row) for row in islice(_rows(text[:_SAMPLE], mark), _ROWS) if any(raw.cell.text for raw in row)]
    several = Counter(width for width in widths if width > 1)
    if not several:
        return 0.0, 0
    width, rows = max(several.items(), key=lambda item: (item[1], item[0]))
    return round(rows / len(widths), 1), width


def lines(text: str, mark: str) -> Iterator[Line]:
    """The rows of a table, in time that grows with its length; empty rows are counted and given too."""
    start = told.end() if (told := _SEP.match(text)) else 0
    for number, row in enumerate(_rows(text, mark, start), start=2 if start else 1):
        filled = [raw for raw in row if raw.cell.text]
        outer = (filled[0].outer[0], filled[-1].outer[1]) if filled else None
        yield line(number, tuple(raw.cell for raw in row), outer)


def _rows(text: str, mark: str, at: int = 0) -> Iterator[list[_Raw]]:
    row: list[_Raw] = []
    cell, most = _cell(mark), len(text)
    while at < most or row:
        found = cell.match(text, at)
        assert found is not None
        row.append(_raw(text, found))
        at = found.end()
        if found["end"] != mark:
            yield row
            row = []


def _raw(text: str, found: re.Match[str]) -> _Raw:
    if found["quoted"] is None:
        cell = trimmed(text, *found.span("plain"))
        return _Raw((cell.start, cell.end), cell)
    cell = trimmed(text, *found.span("quoted"))
    outer = found.start("quoted") - 1, found.end("quoted") + 1
    return _Raw(outer, cell._replace(text=cell.text.replace('""', '"')))


@cache
def _cell(mark: str) -> re.Pattern[str]:
    """A cell and what ends it.

    A quotation mark that is never closed, or behind whose fellow the cell goes on (`"Дружба" и мир`), is a character
    like any other. Possessive: what the marks enclose is never divided in another way.
    """
    between = re.escape(mark)
    quoted = rf'[^\S\r\n{between}]*+"(?P<quoted>(?:[^"]++|"")*+)"[^\S\r\n{between}]*+(?={between}|[\r\n]|\Z)'
    return re.compile(rf"(?:{quoted}|(?P<plain>[^\r\n{between}]*+))(?P<end>{between}|\r\n|\r|\n|\Z)")

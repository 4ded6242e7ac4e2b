"""Documents that are tables: their sheets, rows and cells, each with its place in the original text."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from qatynas.documents.document import Document

TABLES = {
    "CSV": "text/csv",
    "TSV": "text/tab-separated-values",
    "XLSX": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "ODS": "application/vnd.oasis.opendocument.spreadsheet",
}
"""Media types (IANA) of the kinds of file that are tables, by the names that `media` gives to kinds."""
_LINE = re.compile(r"[^\n]*")
_CELL = re.compile(r"[^\t\n]*")
_LETTERS = 26


class Cell(NamedTuple):
    """A cell: `original[start:end]` are its characters, without quotation marks and the white space around.

    `text` is what it tells: of a cell of CSV with `""` written once.
    """

    start: int
    end: int
    text: str


class Line(NamedTuple):
    """A row of a sheet, `number` from 1 as spreadsheet programs count; it stands at `original[start:end]`.

    An empty row has `start == end`.
    """

    number: int
    start: int
    end: int
    cells: tuple[Cell, ...]

    def text(self, column: int) -> str:
        """What the cell of a column (from 0) tells; empty where the row ends before it."""
        return self.cells[column].text if column < len(self.cells) else ""

    @property
    def blank(self) -> bool:
        """Whether nothing stands in the row."""
        return self.start == self.end


class Sheet(NamedTuple):
    """One sheet; `name` is empty for a file that has but one table. `lines` gives its rows anew at each call."""

    name: str
    lines: Callable[[], Iterator[Line]]

    def place(self, line: int, column: int) -> str:
        """How a person finds a cell: `Sheet1!C14`, `C14` where there is one table."""
        return f"{self.prefix}{letters(column)}{line}"

    @property
    def title(self) -> str:
        """What stands before words about the whole sheet."""
        return f"{self.name}: " if self.name else ""

    @property
    def prefix(self) -> str:
        """What stands before a place: the name of the sheet, in quotation marks where it is not one word."""
        if not self.name:
            return ""
        return f"{self.name}!" if self.name.isalnum() else f"'{self.name}'!"


def letters(column: int) -> str:
    """Letters of a column that is counted from 0: A to Z, then AA."""
    out = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, _LETTERS)
        out = chr(ord("A") + rest) + out
    return out


def column_of(name: str) -> int | None:
    """The column, from 0, that letters name; null where they name none (`XFD` is the last)."""
    if not (name.isascii() and name.isalpha() and len(name) <= 3):
        return None
    number = 0
    for letter in name.upper():
        number = number * _LETTERS + ord(letter) - ord("A") + 1
    return number - 1


def is_table(document: Document) -> bool:
    """Whether a document is a table of rows, to be read by a mapping of its columns."""
    return document.media_type in TABLES.values()


def sheets(document: Document) -> tuple[Sheet, ...]:
    """The sheets of a document that is a table."""
    text = document.original
    parts = [part for part in document.parts if part.kind == "sheet"]
    if parts:
        return tuple(Sheet(part.label, _reader(text, part.start, part.end)) for part in parts)
    from qatynas.documents.delimited import delimiter, lines

    between = delimiter(text) or ","
    return (Sheet("", lambda: lines(text, between)),)


def _reader(text: str, start: int, end: int) -> Callable[[], Iterator[Line]]:
    return lambda: _lines(text, start, end)


def _lines(text: str, start: int, end: int) -> Iterator[Line]:
    """Rows of a sheet as extractors write it: a row a line, cells apart by tabs, U+000C at the end."""
    end -= text[end - 1 : end] == "\f"
    number = 1
    while start < end:
        found = _LINE.match(text, start, end)
        assert found is not None
        cells = tuple(trimmed(text, *piece) for piece in _pieces(text, *found.span()))
        yield line(number, cells)
        number, start = number + 1, found.end() + 1


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start <= end:
        found = _CELL.match(text, start, end)
        assert found is not None
        yield found.span()
        start = found.end() + 1


def trimmed(text: str, start: int, end: int) -> Cell:
    """The cell of a piece of text, without the white space around it."""
    piece = text[start:end]
    told = piece.strip()
    if not told:
        return Cell(start, start, "")
    start += len(piece) - len(piece.lstrip())
    return Cell(start, start + len(told), told)


def line(number: int, cells: tuple[Cell, ...], outer: tuple[int, int] | None = None) -> Line:
    """A row from its first filled cell to its last; `outer` takes in the quotation marks of these."""
    filled = [cell for cell in cells if cell.text]
    if not filled:
        return Line(number, 0, 0, cells)
    start, end = outer or (filled[0].start, filled[-1].end)
    return Line(number, start, end, cells)

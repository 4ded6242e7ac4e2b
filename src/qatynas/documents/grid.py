"""The rows of a workbook as extractors gather them, and the text that they make.

One row a line, empty rows too, so that a line's number is the row's; cells apart by tabs; each sheet ends in U+000C.
"""

from collections.abc import Iterable

from qatynas.documents.part import Part
from qatynas.settings import limit

WIDEST = 16_384  # columns of a sheet
LONGEST = 1_048_576  # rows of a sheet
_MOST_FILLED = 1_000_000  # cells that merged ones may fill
_SPACES = dict.fromkeys((*range(32), 133, 8232, 8233), " ")


class Grid:
    """The cells of one sheet, by row and column from 0; those that are empty are not kept."""

    def __init__(self, name: str) -> None:
        self.name = one_line(name)
        self._rows: dict[int, dict[int, str]] = {}
        self.characters = 0

    def put(self, row: int, column: int, value: str) -> None:
        """Set a cell that is not empty and lies within the bounds of a sheet."""
        told = one_line(value)
        if told and 0 <= row < LONGEST and 0 <= column < WIDEST:
            line = self._rows.setdefault(row, {})
            # Empty cells before it are tabs of the text: a wide sheet of few cells is a large one too.
            self.characters += len(told) + 1 + max(0, column - next(reversed(line), -1))
            line[column] = told

    def fill(self, areas: Iterable[tuple[int, int, int]]) -> None:
        """Give every row of a merged area (column, first row, last row) the value that stands at its top.

        Whoever merges the cells of several rows says one thing of them all.
        """
        left = _MOST_FILLED
        last = max(self._rows, default=-1)
        for column, top, bottom in areas:
            value = self._rows.get(top, {}).get(column)
            if value is None:
                continue
            for row in range(top + 1, min(bottom, last) + 1):
                left -= 1
                if left < 0 or self.full:
                    return
                if row in self._rows and column not in self._rows[row]:
                    self.put(row, column, value)

    def text(self) -> str:
        """The sheet's rows on lines, with U+000C behind the last; rows that are empty at the end are left out."""
        last = max(self._rows, default=-1)
        return "\n".join(self._line(self._rows.get(row)) for row in range(last + 1)) + "\f"

    @staticmethod
    def _line(row: dict[int, str] | None) -> str:
        return "\t".join(row.get(column, "") for column in range(max(row) + 1)) if row else ""

    @property
    def full(self) -> bool:
        """Whether it holds all the characters that are read of a document."""
        return self.characters > limit("max_characters")

    @property
    def empty(self) -> bool:
        """Whether there is no cell in it."""
        return not self._rows


def one_line(value: str) -> str:
    """A cell's text on one line: tabs, line ends and other control characters become spaces."""
    return value.translate(_SPACES).strip()


def joined(grids: Iterable[Grid]) -> tuple[str, tuple[Part, ...]]:
    """The text of a workbook and its sheets as parts; sheets without any cell are left out."""
    pieces: list[str] = []
    parts: list[Part] = []
    at = 0
    for grid in grids:
        if not grid.empty:
            pieces.append(grid.text())
            end = at + len(pieces[-1])
            parts.append(Part("sheet", at, end, len(parts) + 1, grid.name))
            at = end
    return "".join(pieces), tuple(parts)

"""Rows of a table: tab-separated text, a line a row, each of which knows where it stands."""

from collections.abc import Iterator

from msgspec import Struct

from qatynas.errors import DataFileError

BETWEEN = "|"
"""What stands between the parts of a cell that holds a list."""


_UTF_16 = (b"\xff\xfe", b"\xfe\xff")  # byte order marks: what some editors and spreadsheets save as Unicode


class Row(Struct, frozen=True):
    """One line of a table: `row["column"]` is a cell without the spaces around it, `""` where it is empty."""

    file: str
    line: int
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def parts(self, column: str) -> tuple[str, ...]:
        """Split a cell that holds a list (`one|two`) into what stands in it, without empty parts."""
        return tuple(part.strip() for part in self.cells[column].split(BETWEEN) if part.strip())

    def wrong(self, reason: str) -> DataFileError:
        """Error for a loader to raise where this row cannot be: names file, line and reason."""
        return DataFileError(self.file, self.line, reason)


def parse(data: bytes, file: str, columns: tuple[str, ...]) -> list[Row]:
    """Rows of a table's bytes, as `tables.rows` reads them; `file` is the name that errors tell."""
    names, needed = _names(columns)
    return [_row(file, number, line, names, needed) for number, line in lines(data, file)]


def parse_line(file: str, number: int, line: str, columns: tuple[str, ...]) -> Row:
    """The row of one line, as `parse` reads it."""
    return _row(file, number, line, *_names(columns))


def _names(columns: tuple[str, ...]) -> tuple[tuple[str, ...], frozenset[str]]:
    """Names of the columns, and which of them must be filled."""
    return tuple(c.rstrip("?") for c in columns), frozenset(c for c in columns if not c.endswith("?"))


def lines(data: bytes, file: str) -> Iterator[tuple[int, str]]:
    """Lines that hold a row, each with its number from 1. Raises `DataFileError` where one is not UTF-8."""
    body = data.removeprefix(b"\xef\xbb\xbf")
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as error:
        reason = "not UTF-8: it is UTF-16, save it as UTF-8" if data.startswith(_UTF_16) else "not UTF-8"
        raise DataFileError(file, body.count(b"\n", 0, error.start) + 1, reason) from None
    for number, line in enumerate(text.split("\n"), start=1):
        if line and line[0] != "#" and line.strip():
            yield number, line.rstrip("\r")


def _row(file: str, number: int, line: str, names: tuple[str, ...], needed: frozenset[str]) -> Row:
    cells = [cell.strip() for cell in line.split("\t")]
    while len(cells) > len(names) and not cells[-1]:
        cells.pop()  # a spreadsheet fills every line to the width of the longest
    cells += [""] * (len(names) - len(cells))
    row = Row(file, number, dict(zip(names, cells, strict=False)))
    if len(cells) > len(names):
        raise row.wrong(f"{len(cells)} cells, but only {len(names)} columns: {', '.join(names)}")
    if quoted := next((cell for cell in cells if len(cell) > 1 and cell[0] == cell[-1] == '"'), None):
        raise row.wrong(f"quotation marks stand around {quoted}, as a spreadsheet sets them: leave them out")
    if "" in cells:
        _check_filled(row, line, needed)
    return row


def _check_filled(row: Row, line: str, needed: frozenset[str]) -> None:
    if "\t" not in line and len(needed) > 1 and " " in line.strip():
        raise row.wrong(f"no tab stands in the line: one divides the cells of {', '.join(row.cells)}")
    for name, cell in row.cells.items():
        if name in needed and not cell:
            raise row.wrong(f"the cell of column “{name}” is empty")

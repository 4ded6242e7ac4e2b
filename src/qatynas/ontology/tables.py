"""Tables of knowledge: tab-separated files that a scholar can read and extend.

A row is a line, a cell ends at a tab; blank lines and lines that begin with `#` are for people. A loader
asks for its columns by name and gets rows that know their line, so that every mistake can be named.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files

from qatynas.errors import DataFileError

BETWEEN = "|"
"""What stands between the parts of a cell that holds a list."""


@dataclass(frozen=True, slots=True)
class Row:
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


def rows(package: str, file: str, columns: tuple[str, ...]) -> list[Row]:
    """Rows of `file`, which is data of `package` (`"qatynas.ontology"`, `"data/acts.tsv"`).

    A column named with a `?` at the end may be empty (`"note?"` is read as `row["note"]`), and such columns
    may be left out at the end of a line; every other cell must be filled. Raises `DataFileError` with file,
    line and reason, also where there is no such file or it is not UTF-8.
    """
    try:
        data = files(package).joinpath(file).read_bytes()
    except OSError as error:
        raise DataFileError(file, 0, f"cannot be read: {error.strerror}") from None
    return parse(data, file, columns)


def parse(data: bytes, file: str, columns: tuple[str, ...]) -> list[Row]:
    """Rows of a table's bytes, as `rows` reads them; `file` is the name that errors tell."""
    names = tuple(column.rstrip("?") for column in columns)
    needed = frozenset(column for column in columns if not column.endswith("?"))
    return [_row(Row(file, number, {}), line, names, needed) for number, line in _lines(data, file)]


def _lines(data: bytes, file: str) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(data.removeprefix(b"\xef\xbb\xbf").split(b"\n"), start=1):
        try:
            text = line.decode("utf-8").rstrip("\r")
        except UnicodeDecodeError:
            raise DataFileError(file, number, "not UTF-8") from None
        if text.strip() and not text.startswith("#"):
            yield number, text


def _row(row: Row, line: str, names: tuple[str, ...], needed: frozenset[str]) -> Row:
    cells = [cell.strip() for cell in line.split("\t")]
    if len(cells) > len(names):
        raise row.wrong(f"{len(cells)} cells, but only {len(names)} columns: {', '.join(names)}")
    cells += [""] * (len(names) - len(cells))
    row.cells.update(zip(names, cells, strict=True))
    for name in names:
        if name in needed and not row.cells[name]:
            raise row.wrong(f"the cell of column “{name}” is empty")
    return row

"""Which tables a user's lexicon may add to or override, and by which columns an entry is the same (`extension.tsv`)."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from qatynas.ontology.row import Row, lines, parse, parse_line

OUT = "- "
"""What a line of a user's table begins with that takes a built-in entry out."""
_COLUMNS = ("file", "table", "key", "choices?", "dates?", "new?", "stays?")
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


class Extensible(NamedTuple):
    """A built-in table that a user's lexicon can change.

    `file` is its path in a user's folder, `table` that of the built-in one below `src/qatynas`; a path that ends
    with `/` is a folder. Rows with the same cells in the columns `key` are one entry. A cell of `choices` holds
    what the built-in rows hold there, one of `dates` a year or an ISO date. `new`: `qatynas lexicon new` begins it.
    `stays`: no entry can be taken out, as those of other tables rest on it.
    """

    file: str
    table: str
    key: tuple[str, ...]
    choices: tuple[str, ...]
    dates: tuple[str, ...]
    new: bool
    stays: bool

    def entry(self, row: Row) -> tuple[str, ...]:
        """What makes the row's entry the same as another's."""
        return tuple(row[column] for column in self.key)


class Changes(NamedTuple):
    """How many entries a user's file adds, overrides and takes out."""

    added: int = 0
    overridden: int = 0
    taken_out: int = 0


@cache
def extensible() -> Mapping[str, Extensible]:
    """Every table that can be extended, by its path in a user's folder."""
    data = files("qatynas.ontology").joinpath("data/extension.tsv").read_bytes()
    found: dict[str, Extensible] = {}
    for row in parse(data, "data/extension.tsv", _COLUMNS):
        if row["file"] in found:
            raise row.wrong(f"{row['file']!r} stands twice")
        key, choices, dates = row.parts("key"), row.parts("choices"), row.parts("dates")
        new, stays = row["new"] == "yes", row["stays"] == "yes"
        found[row["file"]] = Extensible(row["file"], row["table"], key, choices, dates, new, stays)
    return found


@cache
def _by_table() -> Mapping[str, Extensible]:
    return {one.table: one for one in extensible().values()}


def extension(package: str, file: str) -> Extensible | None:
    """How a user extends the data `file` of `package`, null where it is closed."""
    return _by_table().get(f"{package.removeprefix('qatynas.').replace('.', '/')}/{file}")


def merged(
    built_in: list[Row], data: bytes, where: str, columns: tuple[str, ...], table: Extensible
) -> tuple[list[Row], Changes]:
    """Rows of the user's `data` and, behind them, the built-in ones that they neither override nor take out.

    The user's go first, since readers take the first of several that fit. `where` is the file that errors tell.
    Raises `DataFileError`: a mistake of a line, an entry that stands twice, one to take out that is not built in.
    """
    own, out = _own(data, where, columns, table)
    known = {table.entry(row) for row in built_in}
    for entry, row in out.items():
        if table.stays:
            raise row.wrong("no entry of this table can be taken out, as others rest on it; it can be overridden")
        if entry not in known:
            raise row.wrong(f"no built-in entry {_told(entry)} to take out")
    for row in own.values():
        _check(row, table, built_in)
    kept = [row for row in built_in if table.entry(row) not in own and table.entry(row) not in out]
    overridden = len(known & own.keys())
    return [*own.values(), *kept], Changes(len(own) - overridden, overridden, len(out))


_Entries = dict[tuple[str, ...], Row]


def _own(data: bytes, where: str, columns: tuple[str, ...], table: Extensible) -> tuple[_Entries, _Entries]:
    """Entries that a user's file puts in, and those that it takes out."""
    own: _Entries = {}
    out: _Entries = {}
    for number, line in lines(data, where):
        row = parse_line(where, number, line.removeprefix(OUT), columns)
        entry = table.entry(row)
        if before := own.get(entry) or out.get(entry):
            raise row.wrong(f"{_told(entry)} stands in line {before.line} already")
        (out if line.startswith(OUT) else own)[entry] = row
    return own, out


def _told(entry: Iterable[str]) -> str:
    return f"“{' · '.join(filter(None, entry))}”"


def _check(row: Row, table: Extensible, built_in: list[Row]) -> None:
    for column in table.choices:
        known = sorted({other[column] for other in built_in})
        if row[column] not in known:
            raise row.wrong(f"{column} is “{row[column]}”, not one of {', '.join(filter(None, known))}")
    for column in table.dates:
        if row[column] and not _is_date(row[column]):
            raise row.wrong(f"{column} is “{row[column]}”, neither a year (1991) nor a date (1991-12-16)")


def _is_date(cell: str) -> bool:
    if not _DATE.fullmatch(cell):
        return False
    try:
        date.fromisoformat((cell + "-01-01")[:10])
    except ValueError:
        return False
    return True

"""Mappings: which column of a people's table tells what, as they are kept in a file that people edit (YAML).

tables:
- sheet: Хронология       # left out: any sheet
heading: 3              # the row of the headings; 0: there is none
kind: event             # what every row is; left out: each row tells it itself
days: day-first         # how 03/04/1992 is meant; left out: both ways
side: KAZ               # a party of every row that no column names
columns:
Күні: date            # by heading, or by the letter of the column
C: parties
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, NamedTuple

import yaml

from qatynas.documents.table import Line, Sheet, column_of, letters
from qatynas.errors import DataFileError
from qatynas.facts.kinds import KINDS
from qatynas.languages.cell_dates import Days
from qatynas.languages.folding import folded
from qatynas.languages.headings import MEANINGS
from qatynas.ontology.organisations import organisations
from qatynas.ontology.polities import polities

GIVEN = 1.0
"""How sure a column is that a person has set down."""
HEAD = 60
"""Rows among which the headings of a table are looked for."""
_KEYS = ("sheet", "heading", "kind", "days", "side", "columns")
_DAYS = ("day-first", "month-first")


class Column(NamedTuple):
    """A column, counted from 0, with its heading, what it tells, and how sure that is (0 to 1)."""

    at: int
    heading: str
    meaning: str
    sure: float = GIVEN

    @property
    def told(self) -> str:
        """How people are told of it: `C «Күні»`."""
        return f"{letters(self.at)} «{self.heading}»" if self.heading else letters(self.at)


class Mapped(NamedTuple):
    """How the rows of one sheet are read: its headings stand in row `heading` (0: nowhere)."""

    heading: int
    columns: tuple[Column, ...]
    kind: str = ""
    days: Days = ""
    side: str = ""
    own: bool = False  # a table that `qatynas export` wrote: every column is a field

    def of(self, *meanings: str) -> tuple[Column, ...]:
        """The columns that tell one of these, in the order of the sheet."""
        return tuple(column for column in self.columns if column.meaning in meanings)


class Saved(NamedTuple):
    """A table of a mapping's file: its columns by heading or letter, each with the line where it stands."""

    sheet: str | None = None
    heading: int | None = None
    kind: str = ""
    days: Days = ""
    side: str = ""
    columns: tuple[tuple[str, str], ...] = ()

    def fits(self, sheet: Sheet) -> bool:
        """Whether it is for that sheet."""
        return self.sheet is None or folded(self.sheet) == folded(sheet.name)

    def mapped(self, sheet: Sheet) -> tuple[Mapped, tuple[str, ...]]:
        """How it reads a sheet, and which of its columns the sheet does not have."""
        headings = self._headings(sheet)
        names = {folded(cell.text): at for at, cell in reversed(list(enumerate(headings.cells))) if cell.text}
        found: list[Column] = []
        absent: list[str] = []
        for key, meaning in self.columns:
            at = names.get(folded(key), column_of(key))
            if at is None:
                absent.append(key)
            else:
                found.append(Column(at, headings.text(at), meaning))
        columns = tuple(sorted(found, key=lambda column: column.at))
        return Mapped(headings.number, columns, self.kind, self.days, self.side), tuple(absent)

    def _headings(self, sheet: Sheet) -> Line:
        none = Line(0, 0, 0, ())
        if self.heading == 0:
            return none
        head = list(islice(sheet.lines(), max(HEAD, self.heading or 0)))
        if self.heading:
            return next((line for line in head if line.number == self.heading), none)
        keys = {folded(key) for key, _ in self.columns}
        counts = [(len(keys & {folded(cell.text) for cell in line.cells}), -line.number) for line in head]
        best = max(counts, default=(0, 0))
        return head[-best[1] - head[0].number] if best[0] else none


def load(text: str, file: str) -> tuple[Saved, ...]:
    """The tables of a mapping's file. Raises `DataFileError` with file, line and reason for every mistake."""
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        reason = getattr(error, "problem", None) or "this is no YAML"
        raise DataFileError(file, mark.line + 1 if mark else 1, str(reason)) from None
    tables = dict(_pairs(root, file)).get("tables") if root else None
    if not isinstance(tables, yaml.SequenceNode) or not tables.value:
        raise DataFileError(file, 1, "wanted: tables, a list of mappings")
    return tuple(_table(node, file) for node in tables.value)


def _pairs(node: Any, file: str) -> Iterator[tuple[str, Any]]:
    if not isinstance(node, yaml.MappingNode):
        raise _wrong(node, file, "wanted: a name, a colon and a value on each line")
    seen: set[str] = set()
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            raise _wrong(key, file, "a name is wanted before the colon")
        if key.value in seen:
            raise _wrong(key, file, f"“{key.value}” stands twice")
        seen.add(key.value)
        yield key.value, value


def _table(node: Any, file: str) -> Saved:
    told: Mapping[str, Any] = dict(_pairs(node, file))
    if unknown := next((key for key in told if key not in _KEYS), None):
        raise _wrong(told[unknown], file, f"“{unknown}” is not known: one of {', '.join(_KEYS)}")
    if "columns" not in told:
        raise _wrong(node, file, "the table has no columns")
    columns = tuple((key, _one_of(value, MEANINGS, file)) for key, value in _pairs(told["columns"], file))
    sheet = _scalar(told["sheet"], file) if "sheet" in told else None
    days: Any = _one_of(told["days"], _DAYS, file) if "days" in told else ""
    return Saved(
        sheet,
        _number(told["heading"], file) if "heading" in told else None,
        _one_of(told["kind"], KINDS, file) if "kind" in told else "",
        days,
        _one_of(told["side"], {**polities(), **organisations()}, file) if "side" in told else "",
        columns,
    )


def _scalar(node: Any, file: str) -> str:
    if not isinstance(node, yaml.ScalarNode):
        raise _wrong(node, file, "one value is wanted")
    return str(node.value)


def _one_of(node: Any, choices: Mapping[str, object] | Sequence[str], file: str) -> str:
    value = _scalar(node, file)
    if value not in choices:
        few = ", ".join(choices) if len(choices) < 80 else "a code as in ontology/data/polities.tsv"
        raise _wrong(node, file, f"“{value}” is not known: {few}")
    return value


def _number(node: Any, file: str) -> int:
    value = _scalar(node, file)
    if not (value.isascii() and value.isdecimal()):
        raise _wrong(node, file, f"“{value}” is no number of a row")
    return int(value)


def _wrong(node: Any, file: str, reason: str) -> DataFileError:
    return DataFileError(file, node.start_mark.line + 1, reason)


def written(name: str, tables: Sequence[tuple[Sheet, Mapped, Mapping[int, str]]]) -> str:
    """The file of a mapping, as people edit it; with each column an example of its cells."""
    out = [
        f"# How the columns of {_quiet(name)} are read (`qatynas mapping`). Meanings: `qatynas mapping --meanings`.",
        "# kind, days (day-first, month-first) and side (the code of a party of every row) may be added to a table.",
        "tables:",
    ]
    for sheet, mapped, examples in tables:
        entries = [*_entries(sheet, mapped), "columns:", *(f"  {line}" for line in _columns(mapped, examples))]
        out += [f"{'- ' if number == 0 else '  '}{entry}" for number, entry in enumerate(entries)]
    return "\n".join(out) + "\n"


def _entries(sheet: Sheet, mapped: Mapped) -> Iterator[str]:
    if sheet.name:
        yield f"sheet: {_quoted(sheet.name)}"
    yield f"heading: {mapped.heading}"
    for name in ("kind", "days", "side"):
        if told := getattr(mapped, name):
            yield f"{name}: {told}"


def _columns(mapped: Mapped, examples: Mapping[int, str]) -> Iterator[str]:
    headings = [folded(column.heading) for column in mapped.columns]
    for column in mapped.columns:
        alone = column.heading and headings.count(folded(column.heading)) == 1
        key = _quoted(column.heading if alone else letters(column.at))
        example = _quiet(examples.get(column.at, ""))
        yield f"{key}: {column.meaning}" + (f"  # {example}" if example else "")


def _quoted(text: str) -> str:
    """A name in quotation marks, unless YAML reads it as it stands."""
    return text if text.isalpha() and text.casefold() not in _WORDS else json.dumps(text, ensure_ascii=False)


def _quiet(text: str) -> str:
    return "".join(c if c.isprintable() else " " for c in text)[:60]


_WORDS = frozenset(("yes", "no", "on", "off", "true", "false", "null", "y", "n"))

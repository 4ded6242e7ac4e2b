"""Guessing a mapping: what each column of a sheet tells, by its heading and by what stands in its cells."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from qatynas.documents.table import Line, Sheet
from qatynas.languages import cell_dates, cell_names, cell_values, headings
from qatynas.languages.cell_dates import Days
from qatynas.languages.folding import folded
from qatynas.languages.headings import EXACT, MEANINGS, Meant
from qatynas.ontology.plover import TYPES
from qatynas.reading.mapping import HEAD, Column, Mapped

_SAMPLE = 200  # rows by which the columns are known
_LONGEST_HEADING = 80  # characters
_LONGEST_DATE = 60  # characters of a cell that may be a date
_MOST, _MANY, _FEW = 0.8, 0.6, 0.2  # shares of a column's cells
_BY_CELLS, _BY_LENGTH = 0.7, 0.5  # how sure a column is that has no known heading
_TEXT = 40  # characters of a cell, on the mean, that tells in words what happened
_SEVERAL = frozenset(("parties", "actor", "recipient", "holder_of", "speaker", "description", "note", "source", "skip"))
"""Meanings that several columns may have."""
_OWN = frozenset(("id", "kind", "review", "document", "start", "end", "quote", "rule"))
"""Headings by which a table that `qatynas export` wrote is known."""


class Guess(NamedTuple):
    """A mapping, and an example of each column's cells."""

    mapped: Mapped
    examples: Mapping[int, str]


def guess(sheet: Sheet) -> Guess | None:
    """How the sheet is read; null where neither its headings nor its cells tell of a table of facts."""
    found = outline(sheet)
    return found if found.mapped.own or _tells(found.mapped.columns) else None


def outline(sheet: Sheet) -> Guess:
    """What the columns seem to tell, be it nothing: for people to set it right."""
    head = [line for line in islice(sheet.lines(), HEAD) if not line.blank]
    heading = _heading(head) or _unknown(head)
    first = heading.number if heading else 0
    body = list(islice((line for line in sheet.lines() if line.number > first and not line.blank), _SAMPLE))
    width = max((len(line.cells) for line in (*body, *([heading] if heading else []))), default=0)
    cells = [[line.text(at) for line in body if line.text(at)] for at in range(width)]
    examples = {at: told[0] for at, told in enumerate(cells) if told}
    if heading and {cell.text for cell in heading.cells} >= _OWN:
        return Guess(Mapped(first, tuple(_own(heading)), own=True), examples)
    found = list(_single(_column(heading.text(at) if heading else "", at, cells[at]) for at in range(width)))
    columns = tuple(_whole_years(column for column in found if column.heading or column.at in examples))
    dated = [cell for column in columns if column.meaning in _DATES for cell in cells[column.at]]
    mapped = Mapped(first, columns, days=_days(dated))
    return Guess(mapped._replace(kind=_kind(mapped, cells)), examples)


_DATES = ("date", "begin", "end", "signed", "adopted", "ratified", "in_force", "ended")


def _heading(head: Sequence[Line]) -> Line | None:
    """The row in which most headings stand, two at least."""
    scored = [(sum(found.sure for found in _meanings(line)), -line.number, line) for line in head]
    best = max(scored, default=None, key=lambda each: each[:2])
    return best[2] if best and len(list(_meanings(best[2]))) > 1 else None


def _unknown(head: Sequence[Line]) -> Line | None:
    """The first row, where none of its words is known as a heading and none is a date below which dates stand."""
    if len(head) < 2:
        return None
    top, below = head[0], head[1:]
    dated = [at for at in range(len(top.cells)) if _share([line.text(at) for line in below], _is_date) >= _MOST]
    return top if dated and not any(_is_date(top.text(at)) for at in dated) else None


def _meanings(line: Line) -> Iterator[Meant]:
    seen: set[str] = set()
    for cell in line.cells:
        if cell.text and len(cell.text) <= _LONGEST_HEADING and cell.text not in seen:
            seen.add(cell.text)
            if found := headings.meaning(cell.text):
                yield found


def _own(heading: Line) -> Iterator[Column]:
    """The columns of a table of our own: what no meaning is called is kept in the words of the row."""
    for at, cell in enumerate(heading.cells):
        name = cell.text
        known = name not in _OWN - {"kind"} and (name in MEANINGS or name in OWN_FIELDS)
        yield Column(at, name, name if known else "skip", 1.0)


OWN_FIELDS = frozenset(
    (
        *(f"{role}_codes" for role in ("actor", "recipient", "parties", "speaker", "about", "holder_of", "holder")),
        *("rank", "mechanism", "reported_status", "form", "money_amount", "money_currency", "money_bound"),
        *("people_bound", "speaker_class", "bound", "high", "effect", "subtype"),
    )
)
"""Columns of such a table that people's own do not have."""


def _column(heading: str, at: int, cells: Sequence[str]) -> Column:
    by_heading = headings.meaning(heading) if heading and len(heading) <= _LONGEST_HEADING else None
    found = _checked(by_heading, cells) if by_heading else _by_cells(cells)
    return Column(at, heading, found.meaning, found.sure)


def _checked(told: Meant, cells: Sequence[str]) -> Meant:
    """What the heading tells, unless the cells plainly tell another thing."""
    if not cells:
        return told
    if told.meaning in ("title", "description", "type") and _share(cells, _is_act) >= _MOST:
        return Meant("act", min(told.sure, headings.WORDS))
    if told.meaning in ("title", "description", "number", "place", "actor") and told.sure < EXACT:
        if _share(cells, _is_date) >= _MOST:
            return Meant("date", _BY_CELLS)
        if _share(cells, _are_names) >= _MOST and told.meaning != "actor":
            return Meant("parties", _BY_CELLS)
    if told.meaning == "date" and _share(cells, _is_date) < _FEW and _share(cells, _is_day) >= _MOST:
        return Meant("day", _BY_CELLS)
    if told.meaning == "ratified" and _share(cells, _is_date) < _FEW:
        return Meant("note", _BY_CELLS)
    return told


def _by_cells(cells: Sequence[str]) -> Meant:
    if not cells:
        return Meant("skip", _BY_LENGTH)
    tests: tuple[tuple[str, Callable[[str], bool]], ...] = (
        ("date", _is_date), ("parties", _are_names), ("status", _is_status), ("act", _is_act),
    )  # fmt: skip
    for meaning, test in tests:
        if _share(cells, test) >= _MOST:
            return Meant(meaning, _BY_CELLS)
    long = sum(map(len, cells)) / len(cells) >= _TEXT
    return Meant("description" if long else "skip", _BY_LENGTH)


def _share(cells: Sequence[str], test: Callable[[str], bool]) -> float:
    told = [cell for cell in cells if not cell_values.value(cell, "nothing")]
    return sum(map(test, told)) / len(told) if told else 0.0


def _is_date(cell: str) -> bool:
    if len(cell) > _LONGEST_DATE or not any(map(str.isdigit, cell)):
        return False
    found = cell_dates.read(cell)
    return bool(found.date) or found.fault != cell_dates.NO_DATE


def _is_day(cell: str) -> bool:
    return cell.isdecimal() and 1 <= int(cell) <= 31


def _are_names(cell: str) -> bool:
    return any(cell_names.code(name) for name in cell_names.names(cell)) if len(cell) < 4 * _TEXT else False


def _is_status(cell: str) -> bool:
    return cell_values.value(cell, "status") is not None


def _is_act(cell: str) -> bool:
    return cell_values.value(cell, "act") is not None


def _single(columns: Iterable[Column]) -> Iterator[Column]:
    """The columns; what two of them tell that only one can is told by the surer, else by the first."""
    found = list(columns)
    for column in found:
        same = [other for other in found if other.meaning == column.meaning]
        if column.meaning in _SEVERAL or column is max(same, key=lambda other: (other.sure, -other.at)):
            yield column
        else:
            yield column._replace(meaning="note")


def _whole_years(columns: Iterable[Column]) -> Iterator[Column]:
    """A column of years beside which no month stands is one of dates."""
    found = list(columns)
    meanings = {column.meaning for column in found}
    for column in found:
        alone = column.meaning == "year" and not meanings & {"month", "date", "begin"}
        yield column._replace(meaning="date") if alone else column


def _tells(columns: Sequence[Column]) -> bool:
    """Whether the columns tell a fact: what happened or was made, and something besides."""
    meanings = {column.meaning for column in columns}
    told = meanings & {"act", "type", "title", "description", "office", "text", "value", "label", "money", "kind"}
    return bool(told) and len(meanings - {"skip", "note", "source", "number"}) > 1


def _days(cells: Iterable[str]) -> Days:
    """Which number is the day where a column tells it: 25/05/1992 stands in it, and none like 05/25/1992."""
    told: set[Days] = set()
    for cell in cells:
        for days in cell_dates.WAYS:
            other: Days = "month-first" if days == "day-first" else "day-first"
            if cell_dates.slashed(cell) and cell_dates.read(cell, days).date and not cell_dates.read(cell, other).date:
                told.add(days)
    return next(iter(told)) if len(told) == 1 else ""


def _kind(mapped: Mapped, cells: Sequence[Sequence[str]]) -> str:
    """What every row is, where the columns tell it; else empty: each row tells it."""
    has = {column.meaning for column in mapped.columns}
    if "kind" in has:
        return ""
    for kind, needed in _KINDS:
        if needed <= has:
            return kind
    titles = [cell for column in mapped.of("title") for cell in cells[column.at]]
    types = [cell for column in mapped.of("type") for cell in cells[column.at]]
    if has & {"signed", "adopted", "ratified", "in_force"} and titles:
        return "instrument"
    if _share(types, _is_instrument) >= _MANY or (_share(titles, _names_instrument) >= _MANY and "act" not in has):
        return "instrument"
    if "money" in has and titles and "act" not in has:
        return "programme"
    if "title" in has and _share(types, _is_project) >= _MANY:
        return "project"
    plover = _share(types, lambda cell: cell.upper() in TYPES) >= _MANY
    return "event" if plover or ("act" in has and not titles) else ""


_KINDS: tuple[tuple[str, frozenset[str]], ...] = (
    ("office", frozenset(("person", "office"))),
    ("statement", frozenset(("speaker", "text"))),
    ("figure", frozenset(("value", "of"))),
    ("figure", frozenset(("value", "unit"))),
    ("period", frozenset(("label",))),
)
"""Columns that only one kind of fact has."""


def _is_instrument(cell: str) -> bool:
    return cell_values.value(cell, "instrument") is not None


def _names_instrument(cell: str) -> bool:
    return cell_values.noun(cell, "instrument") is not None


def _is_project(cell: str) -> bool:
    return cell_values.value(cell, "project") is not None


def is_heading(line: Line, mapped: Mapped) -> bool:
    """Whether a row repeats the headings, as long tables do on each page."""
    told = [(line.text(column.at), column.heading) for column in mapped.columns if column.heading]
    return len(told) > 1 and all(folded(one) == folded(two) for one, two in told)


def is_total(line: Line) -> bool:
    """Whether a row sums up the others: its first filled cell says so."""
    first = next((cell.text for cell in line.cells if cell.text), "")
    return cell_values.value(first, "total") is not None


__all__ = ["OWN_FIELDS", "Guess", "guess", "is_heading", "is_total"]

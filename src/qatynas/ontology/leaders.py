"""Leaders and their terms: who was head of state, of government or foreign minister of a state, and when."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Literal, NamedTuple, cast, get_args

from msgspec import Struct

from qatynas.ontology.lexicon import loaded
from qatynas.ontology.polities import polities
from qatynas.ontology.tables import Row, rows

Post = Literal["head_of_state", "head_of_government", "foreign_minister"]
COLUMNS = ("code", "office", "person", "from", "to?")
_CHECKED = "as_of"


class Day(NamedTuple):
    """A day that is known as precisely as a year, a month or itself: it lies between these two."""

    earliest: date
    latest: date


class Leader(Struct, frozen=True):
    """A term: `person` held the office of the polity `code` from `first` to `last`, null while it lasts.

    On the day of a change both the old and the new leader hold the office.
    """

    code: str
    office: Post
    person: str
    first: Day
    last: Day | None = None

    def held(self, told: Day) -> bool:
        """Whether the term surely covers all days of `told`."""
        return self.first.latest <= told.earliest and (self.last is None or told.latest <= self.last.earliest)

    def may_have_held(self, told: Day) -> bool:
        """Whether the term may share a day with `told`."""
        return self.first.earliest <= told.latest and (self.last is None or told.earliest <= self.last.latest)


class Registry(NamedTuple):
    """All terms in the table's order, and the day for which the table was last checked."""

    terms: Sequence[Leader]
    as_of: date


@loaded
def registry() -> Registry:
    """The registry of leaders."""
    return load(rows("qatynas.ontology", "data/leaders.tsv", COLUMNS))


def holder(code: str, office: Post, told: Day) -> Leader | None:
    """Who alone held an office on the days of `told`; null where nobody is listed, or two came one after the other.

    Where a state lists no head of government for the time, its head of state leads the government.
    """
    found = [term for term in _terms().get((code, office), ()) if term.may_have_held(told)]
    if not found and office == "head_of_government":
        return holder(code, "head_of_state", told)
    return _only(found, told)


def terms_of(person: str) -> Sequence[Leader]:
    """All terms of a person, in the table's order; none where the registry does not know him."""
    return tuple(term for term in registry().terms if term.person == person)


def out_of_date(told: date) -> bool:
    """Whether a day lies more than a year behind the one for which the registry was checked."""
    return told > registry().as_of + timedelta(days=366)


def _only(found: Sequence[Leader], told: Day) -> Leader | None:
    """The term that covers the days, where only one person can be meant."""
    sure = [term for term in found if term.held(told)] or found
    return sure[0] if len({term.person for term in sure}) == 1 else None


@loaded
def _terms() -> Mapping[tuple[str, str], Sequence[Leader]]:
    out: dict[tuple[str, str], list[Leader]] = {}
    for term in registry().terms:
        out.setdefault((term.code, term.office), []).append(term)
    return out


def load(table: Sequence[Row]) -> Registry:
    """Terms in the table's order. Raises `DataFileError` with file and line for a row that cannot be."""
    checked = [day(row, "from").latest for row in table if row["office"] == _CHECKED]
    if len(checked) != 1:
        raise table[0].wrong(f"one row of the office “{_CHECKED}” is wanted, which tells when the table was checked")
    terms = tuple(_term(row) for row in table if row["office"] != _CHECKED)
    return Registry(terms, checked[0])


def _term(row: Row) -> Leader:
    if row["code"] not in polities():
        raise row.wrong(f"code “{row['code']}” is not of polities.tsv")
    if row["office"] not in get_args(Post):
        raise row.wrong(f"office is “{row['office']}”, not one of {', '.join(get_args(Post))}")
    first, last = day(row, "from"), day(row, "to") if row["to"] else None
    if last is not None and last.latest < first.earliest:
        raise row.wrong("the term ends before it begins")
    return Leader(row["code"], cast(Post, row["office"]), row["person"], first, last)


def day(row: Row, column: str) -> Day:
    """The days that a cell (`1994`, `1994-10`, `1994-10-13`) may mean."""
    parts = row[column].split("-")
    try:
        numbers = [int(part) for part in parts]
        if len(numbers) == 3:
            whole = date(*numbers)
            return Day(whole, whole)
        if len(numbers) == 2:
            following = date(numbers[0] + numbers[1] // 12, numbers[1] % 12 + 1, 1)
            return Day(date(numbers[0], numbers[1], 1), following - timedelta(days=1))
        (year,) = numbers
        return Day(date(year, 1, 1), date(year, 12, 31))
    except ValueError:
        raise row.wrong(f"{column} is “{row[column]}”, not a year, month or day like 1994-10-13") from None

"""Facts of one kind on a relation's page: in columns, or one below the other where the terminal is narrow."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from qatynas.cli import phrases
from qatynas.cli.screen import clipped, table, text

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text

    from qatynas.facts.kinds import Fact
    from qatynas.record.stored import StoredFact

WIDE = 120  # characters: in a narrower terminal five columns leave too little of each quote
SHARE = 0.3  # of the width that the date and the source leave: `what` and `who` take so much each at most
EDGES, GAP = 2, 3  # characters that a table takes at both edges together, and between two columns
SOURCE_SHARE = 0.28  # of the width at most, so that the words keep theirs
TITLE_LINES, QUOTE_LINES = 5, 3  # `qatynas show fact` has the whole
LONGEST_DATE = 11  # characters: a day with a qualifier
ID_SHOWN = 8  # hexadecimal digits: enough to find a fact again among many thousands
UNDATED = "undated"


def section(title: str, facts: list["StoredFact"], names: dict[str, str], width: int) -> "Table":
    """Draw facts of one kind for a terminal so wide, the undated last; `names` of documents by identity.

    Where none has a date there is no column for it.
    """
    widths = _widths(facts, names, width)
    drawn = table(widths, title)
    for column, wide in zip(drawn.columns, widths.values(), strict=True):
        column.width = wide
    cells = _cells if "words" in widths else _stacked
    for stored in _dated_first(facts):
        if stored is None:
            drawn.add_row(text(UNDATED, "dim"))
            continue
        date = [_folded(str(stored.fact.date or ""))] if "date" in widths else []
        drawn.add_row(*date, *cells(stored.fact, f"{names[stored.document]} {stored.fact.id[:ID_SHOWN]}", widths))
    return drawn


def _dated_first(facts: list["StoredFact"]) -> Iterator["StoredFact | None"]:
    """Facts with a date, null for a line between, and those without."""
    dated = [stored for stored in facts if stored.fact.date]
    yield from dated
    if 0 < len(dated) < len(facts):
        yield None
    yield from (stored for stored in facts if not stored.fact.date)


def _widths(facts: list["StoredFact"], names: dict[str, str], width: int) -> dict[str, int]:
    """Give the headings, and how wide each column is in characters."""
    dates = [part for stored in facts if stored.fact.date for part in _folded(str(stored.fact.date)).splitlines()]
    # The line of the undated stands in the same column.
    date = {"date": max(map(len, [*dates, UNDATED]))} if dates else {}
    room = width - EDGES - sum(date.values()) - len(date) * GAP
    if width < WIDE:
        return date | {"fact": room}
    source = _source_width([names[stored.document] for stored in facts], int(width * SOURCE_SHARE))
    room -= source + 3 * GAP
    what = _natural("what", [phrases.what(stored.fact) for stored in facts], int(room * SHARE))
    who = _natural("who", [phrases.who(stored.fact) for stored in facts], int(room * SHARE))
    return date | {"what": what, "who": who, "words": room - what - who, "source": source}


def _natural(heading: str, cells: list[str], most: int) -> int:
    return min(most, max(map(len, [heading, *cells])))


def _source_width(names: list[str], most: int) -> int:
    """As wide as document and id on one line, where there is room; else as the document alone."""
    longest = max(map(len, names))
    both = longest + 1 + ID_SHOWN
    return both if both <= most else max(ID_SHOWN, min(longest, most))


def _cells(fact: "Fact", source: str, widths: dict[str, int]) -> "list[Text]":
    return [
        clipped(phrases.what(fact), widths["what"], TITLE_LINES),
        text(phrases.who(fact)),
        clipped(_quote(fact), widths["words"], QUOTE_LINES, "italic"),
        text(source, "dim"),
    ]


def _stacked(fact: "Fact", source: str, widths: dict[str, int]) -> "list[Text]":
    from rich.text import Text

    who = phrases.who(fact)
    told = clipped(phrases.what(fact) + (f" · {who}" if who else ""), widths["fact"], TITLE_LINES, "bold")
    quote = clipped(f"«{_quote(fact)}»", widths["fact"], QUOTE_LINES, "italic")
    return [Text("\n").join([told, quote, text(source, "dim")])]


def _quote(fact: "Fact") -> str:
    return " ".join(fact.evidence[0].quote.split())


def _folded(date: str) -> str:
    """Fold a date that is longer than a day where its parts meet, so that no part of one is torn."""
    return date if len(date) <= LONGEST_DATE else date.replace("/", "/\n").replace(",", ",\n")

"""Changes between two readings as lines for people."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

import click

from qatynas.cli import phrases
from qatynas.cli.naming import place
from qatynas.cli.screen import cut, visible
from qatynas.facts.evidence import Evidence
from qatynas.facts.kinds import Fact

if TYPE_CHECKING:
    from qatynas.facts.changes import Change

SIGNS = {"added": "+", "gone": "-", "changed": "~"}
ID_SHOWN = 8  # hexadecimal digits: enough to find a fact again among many thousands
QUOTE = 200  # characters of a quote at most; the file has the whole
NOTHING = "nothing"


def draw(found: "list[Change]", counts: Mapping[str, int]) -> None:
    """Print every change, and the counts at the end."""
    for line in lines(found):
        click.echo(visible(line))
    click.echo(", ".join(f"{count} {what}" for what, count in counts.items()))


def lines(found: "list[Change]") -> Iterator[str]:
    """Lines of all changes: a head for each, its words, and its fields where it says something else now."""
    for change in found:
        fact = change.fact
        first = fact.evidence[0]
        date = f"  {fact.date}" if fact.date else ""
        yield f"{SIGNS[change.sort]} {first.document}:{first.start}–{first.end}  {_ids(change)}{date}"
        yield f"    {fact.kind}: {_one_line(phrases.what(fact))}{_who(fact)}"
        yield f"    «{cut(_one_line(first.quote), QUOTE)}»"
        yield from (f"    {name}: {_cell(old)} → {_cell(new)}" for name, (old, new) in _own(change))


def _ids(change: "Change") -> str:
    ids = [fact.id[:ID_SHOWN] for fact in (change.old, change.new) if fact]
    return " → ".join(dict.fromkeys(ids))


def _own(change: "Change") -> Iterator[tuple[str, tuple[Any, Any]]]:
    """The fields that differ, without the id, which the head tells."""
    return ((name, values) for name, values in change.fields.items() if name != "id")


def _who(fact: Fact) -> str:
    who = phrases.who(fact)
    return f" · {who}" if who else ""


def _one_line(words: str) -> str:
    return " ".join(words.split())


def _cell(value: Any) -> str:
    """A value of a field in a few words: actors by name and code, evidence by its place."""
    if value in (None, [], "", {}):
        return NOTHING
    match value:
        case {"quote": quote, "start": start, "end": end}:
            told = Evidence("", start, end, quote, value.get("page"), value.get("section"))
            return f"{start}–{end}{place(told)} «{cut(_one_line(quote), QUOTE)}»"
        case {"name": name, "code": code, "sector": sector}:
            return f"{name} ({', '.join(filter(None, (code, sector))) or 'no code'})"
        case dict():
            return ", ".join(f"{name} {_cell(part)}" for name, part in value.items() if part not in (None, ""))
        case list():
            return "; ".join(map(_cell, value))
        case bool():
            return "yes" if value else "no"
    return _one_line(str(value))

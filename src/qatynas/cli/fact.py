"""`qatynas show fact ID`: one fact with its words and the rule that found it."""

from typing import TYPE_CHECKING, Any

import msgspec

from qatynas.cli import words
from qatynas.cli.screen import console, grid, text, visible, write_json
from qatynas.facts.json import encode
from qatynas.facts.kinds import Why

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text

    from qatynas.facts.kinds import Fact
    from qatynas.record.store import Record
    from qatynas.record.stored import Context, StoredFact

APART = {"format", "kind", "evidence", "why"}  # told on lines of their own


def show(record: "Record", what: tuple[str, ...], as_json: bool) -> None:
    """Show the fact whose id begins so."""
    stored = record.fact(what[1].lower())
    context = record.context(stored)
    if as_json:
        fact = msgspec.json.decode(encode(stored.fact))
        write_json({"fact": fact, "source": _source(stored), "context": context._asdict()})
        return
    screen = console()
    screen.print(text(f"{stored.fact.kind}: {words.what(stored.fact)}", "bold"))
    screen.print(text(words.who(stored.fact)), "\n", sep="")
    screen.print(_in_context(context), "\n", sep="")
    screen.print(_fields(stored))


def _source(stored: "StoredFact") -> dict[str, Any]:
    names = ("document", "name", "title", "edition", "version", "data")
    return {name: getattr(stored, name) for name in names}


def _in_context(context: "Context") -> "Text":
    out = text(f"…{context.before}", "dim")
    out.append(visible(context.quote), style="not dim bold reverse")
    return out.append(visible(f"{context.after}…"))


def _fields(stored: "StoredFact") -> "Table":
    drawn = grid()
    for label, value in (*_own(stored.fact), *_places(stored), *_why(stored.fact.why), *_reader(stored)):
        drawn.add_row(text(label, "dim"), text(value))
    return drawn


def _own(fact: "Fact") -> list[tuple[str, str]]:
    """List the fact's own fields that hold something, as JSON has them."""
    told: dict[str, Any] = msgspec.json.decode(encode(fact))
    return [(name, _cell(value)) for name, value in told.items() if name not in APART and value not in (None, [], "")]


def _cell(value: Any) -> str:
    match value:
        case list():
            return "; ".join(map(_cell, value))
        case dict():
            return ", ".join(_cell(part) for part in value.values() if part is not None)
        case bool():
            return "yes" if value else "no"
    return str(value)


def _places(stored: "StoredFact") -> list[tuple[str, str]]:
    first, *others = stored.fact.evidence
    page = f", page {first.page}" if first.page is not None else ""
    places = [("source", f"{stored.document}, characters {first.start}–{first.end}{page}")]
    return places + [("also from", f"{piece.start}–{piece.end} «{piece.quote}»") for piece in others]


def _why(why: Why | None) -> list[tuple[str, str]]:
    if why is None:
        return []
    roles = [(f"  {role}", filled) for role, filled in why.roles.items()]
    return [("rule", why.rule), ("fired by", ", ".join(why.words)), *roles]


def _reader(stored: "StoredFact") -> list[tuple[str, str]]:
    return [("read by", f"qatynas {stored.version}, data {stored.data[:12]}, edition {stored.edition}")]

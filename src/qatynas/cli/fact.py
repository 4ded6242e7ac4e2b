"""`qatynas show fact ID`: one fact with its words and the rule that found it."""

from typing import TYPE_CHECKING, Any

import msgspec

from qatynas.cli import phrases
from qatynas.cli.naming import place
from qatynas.cli.screen import console, grid, text, visible, write_json
from qatynas.facts.actor import Actor
from qatynas.facts.json import encode
from qatynas.facts.kinds import Why

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text

    from qatynas.facts.kinds import Fact
    from qatynas.record.store import Record
    from qatynas.record.stored import Context, StoredFact

APART = {"format", "kind", "evidence", "why"}  # told on lines of their own


def show(record: "Record", as_json: bool, *, id: str) -> None:
    """Show the fact whose id begins so."""
    stored = record.fact(id.lower())
    context = record.context(stored)
    kept = stored.document in record.restricted()
    if as_json:
        fact = msgspec.json.decode(encode(stored.fact))
        source = _source(stored) | {"restricted": kept}
        write_json({"fact": fact, "source": source, "context": context._asdict()})
        return
    screen = console()
    screen.print(text(f"{stored.fact.kind}: {phrases.what(stored.fact)}", "bold"))
    screen.print(text(phrases.who(stored.fact)), "\n", sep="")
    screen.print(_in_context(context), "\n", sep="")
    marked = [("restricted", "its text leaves the record only when it is asked for by name")] if kept else []
    screen.print(_rows([*_own(stored.fact), *_places(stored), *marked, *_reader(stored)]))
    if stored.fact.why:
        screen.print("\n", text("Why it was read", "bold"), sep="")
        screen.print(_rows(_why(stored.fact, stored.fact.why)))


def _source(stored: "StoredFact") -> dict[str, Any]:
    names = ("document", "name", "title", "edition", "version", "data")
    return {name: getattr(stored, name) for name in names}


def _in_context(context: "Context") -> "Text":
    out = text(f"…{context.before}", "dim")
    out.append(visible(context.quote), style="not dim bold reverse")
    return out.append(visible(f"{context.after}…"))


def _rows(told: list[tuple[str, str]]) -> "Table":
    drawn = grid()
    for label, value in told:
        drawn.add_row(text(label, "dim"), text(value))
    return drawn


def _own(fact: "Fact") -> list[tuple[str, str]]:
    """List the fact's own fields that hold something, as JSON has them."""
    told: dict[str, Any] = msgspec.json.decode(encode(fact))
    return [(name, _cell(value)) for name, value in told.items() if name not in APART and _says_something(value)]


def _says_something(value: Any) -> bool:
    # A figure may be 0, which Python takes for False.
    return value is not False and value not in (None, [], "")


def _cell(value: Any) -> str:
    match value:
        case list():
            return "; ".join(map(_cell, value))
        case dict():
            return ", ".join(_cell(part) for part in value.values() if _says_something(part))
        case bool():
            return "yes" if value else "no"
    return str(value)


def _places(stored: "StoredFact") -> list[tuple[str, str]]:
    first, *others = stored.fact.evidence
    places = [("source", f"{stored.document}, characters {first.start}–{first.end}{place(first)}")]
    return places + [("also from", f"{piece.start}–{piece.end} «{piece.quote}»") for piece in others]


def _why(fact: "Fact", why: Why) -> list[tuple[str, str]]:
    """Tell the rule, the words that fired it, and for each role its words and who was understood by them."""
    fired = [("fired by", ", ".join(f"«{word}»" for word in why.words))] if why.words else []
    roles = [(role, _filled(role, filled, fact)) for role, filled in why.roles.items()]
    return [("rule", why.rule), *fired, *roles]


def _filled(role: str, filled: str, fact: "Fact") -> str:
    understood: tuple[Actor, ...] = getattr(fact, role, ())
    return f"«{filled}»" + (f" → {phrases.actors(understood)}" if isinstance(understood, tuple) and understood else "")


def _reader(stored: "StoredFact") -> list[tuple[str, str]]:
    return [("read by", f"qatynas {stored.version}, data {stored.data[:12]}, edition {stored.edition}")]

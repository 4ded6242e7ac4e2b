"""`qatynas explain`: why a fact was read."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from qatynas.cli.options import as_json, example, lexicon, record
from qatynas.cli.screen import write_json
from qatynas.errors import NotFound

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qatynas.cli.explanation import Explained
    from qatynas.facts.kinds import Fact
    from qatynas.reading.reading import Reading


@click.command(
    epilog=example("qatynas explain 2c5eee9a", "qatynas explain 2c5eee9a --in examples/kazakhstan-china.txt")
)
@click.argument("fact", type=click.UNPROCESSED)
@click.option("--in", "file", metavar="FILE", help="Read this file afresh, instead of asking the record.")
@lexicon
@record
@as_json
def command(fact: str, file: str | None, record: str, as_json: bool) -> int:
    """Tell why a fact was read: rule, words, roles, date.

    FACT is the id of a fact in the record, or its beginning. Told are: the rule or frame, and where it stands; the
    words that fired it; which words filled each role, by which case or postposition, and who is meant by them; where
    the date comes from; what was resolved from an earlier sentence, a pronoun or «екі ел»; what made it future, denied
    or history; and how sure the reader is.
    """
    told = _read(fact.lower(), Path(file)) if file is not None else _recorded(fact.lower(), record)
    if as_json:
        write_json(_json(told))
    else:
        from qatynas.cli.explanation import draw

        draw(told)
    return 0


def _recorded(id: str, record: str) -> "Explained":
    from qatynas.cli.explanation import Explained
    from qatynas.record.store import Record

    with Record.open(record, create=False) as opened:
        stored = opened.fact(id)
        context = opened.context(stored)
    reader = f"qatynas {stored.version}, data {stored.data[:12]}, edition {stored.edition}"
    return Explained(stored.fact, stored.document, (context.before, context.after), reader)


def _read(id: str, file: Path) -> "Explained":
    from qatynas.cli.explanation import AROUND, Explained
    from qatynas.reading.reader import read_many

    readings = list(read_many([file], mentions=False))
    found = _found(id, readings) or _found(id, read_many([file]))  # mentions cost the tagger of names
    if len(found) != 1:
        refused = [f"{file}: refused: {reading.reason}" for reading in readings if reading.state == "refused"]
        several = ", ".join(fact.id for _, fact in found)
        raise NotFound(
            f"{id}: several facts begin so: {several}" if found else (refused or [f"{id}: no such fact in {file}"])[0]
        )
    reading, fact = found[0]
    original, first = reading.text.original, fact.evidence[0]
    around = original[max(0, first.start - AROUND) : first.start], original[first.end : first.end + AROUND]
    return Explained(fact, reading.document.name, around, f"qatynas {reading.version}, data {reading.data[:12]}")


def _found(id: str, readings: "Iterable[Reading]") -> "list[tuple[Reading, Fact]]":
    return [(each, fact) for each in readings for fact in (*each.facts, *each.mentions) if fact.id.startswith(id)]


def _json(told: "Explained") -> dict[str, Any]:
    import msgspec

    from qatynas.cli.explanation import frames
    from qatynas.facts.json import encode

    known = [
        {
            "place": frame.place,
            "sense": frame.sense,
            "trigger": " ".join(frame.trigger),
            "roles": frame.roles,
            "example": frame.example,
        }
        for frame in frames(told.fact)
    ]
    return {
        "fact": msgspec.json.decode(encode(told.fact)),
        "source": told.source,
        "reader": told.reader,
        "frames": known,
    }

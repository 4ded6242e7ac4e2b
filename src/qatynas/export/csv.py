"""Facts as a table for spreadsheets: one row a fact, no cell that a spreadsheet would run as a formula.

The table is a flat view: each fact's first piece of evidence, actors as names beside codes. What is whole and
without loss is JSON Lines.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, get_args, get_type_hints

from msgspec import Struct

from qatynas.documents.shielding import Separator, safe
from qatynas.export.jsonl import UNREVIEWED
from qatynas.facts.actor import Actor
from qatynas.facts.evidence import Evidence
from qatynas.facts.kinds import KINDS, Fact, Money
from qatynas.facts.treaty import Provision

BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"
JOINER = " | "  # neither of the separators, so that a list stays in its cell whatever program opens the table
_EVIDENCE = ("document", "start", "end", "quote", "page", "section")


def table(facts: Iterable[Fact], separator: Separator = ",", bom: bool = True) -> Iterator[str]:
    """Lines of the table (RFC 4180: every cell quoted, lines end in CR LF), its heading first.

    Excel takes a table without the byte order mark for the machine's old 8-bit encoding and spoils every
    Kazakh letter, so `bom` is on unless told otherwise. Where Windows is set to Kazakh or Russian, Excel also
    wants `;` between cells.
    """
    names = columns()
    yield (BOM if bom else "") + line(names, separator)
    for fact in facts:
        cells = row(fact)
        yield line((cells.get(name, "") for name in names), separator)


def line(cells: Iterable[str], separator: Separator) -> str:
    """One line of a table, each cell made safe."""
    out = io.StringIO()
    csv.writer(out, delimiter=separator, quoting=csv.QUOTE_ALL).writerow([safe(cell, separator) for cell in cells])
    return out.getvalue()


def row(fact: Fact) -> dict[str, str]:
    """List the fact's cells by column, without the empty ones, not yet made safe."""
    cells = {"kind": fact.kind, "review": UNREVIEWED, "rule": fact.why.rule if fact.why else ""}
    for name in fact.__struct_fields__:
        cells.update(_cells(name, getattr(fact, name)))
    return {name: cell for name, cell in cells.items() if cell and name != "format"}


def _cells(name: str, value: Any) -> Mapping[str, str]:
    match value:
        case (Evidence() as first, *_):
            return {part: _plain(getattr(first, part)) for part in _EVIDENCE}
        case (Actor(), *_):
            codes = JOINER.join(actor.code or "" for actor in value)
            return {name: JOINER.join(actor.name for actor in value), f"{name}_codes": codes}
        case Money():
            return {f"{name}_{part}": _plain(getattr(value, part)) for part in Money.__struct_fields__}
        case tuple():
            return {name: JOINER.join(map(str, value))}
        case Provision():
            return {name: str(value)}
        case Struct():
            return {}
    return {name: _plain(value)}


def _plain(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case float():
            return str(int(value)) if value.is_integer() else repr(value)
    return str(value)


@cache
def columns() -> tuple[str, ...]:
    """Every column, in the order of the format: what all facts have, then each kind's own fields."""
    names = ["id", "kind", "review", "date", *_EVIDENCE]
    for kind in (Fact, *KINDS.values()):
        for name, hint in get_type_hints(kind).items():
            names += _columns(name, hint)
    names.append("rule")
    return tuple(dict.fromkeys(names))


def _columns(name: str, hint: Any) -> list[str]:
    kinds = {hint, *get_args(hint)}
    if kinds & {Evidence} or name in ("format", "why"):
        return []
    if Actor in kinds:
        return [name, f"{name}_codes"]
    if Money in kinds:
        return [f"{name}_{part}" for part in Money.__struct_fields__]
    return [name]

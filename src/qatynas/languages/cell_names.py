"""Names of states and organisations as they stand in cells, alone or several together, in Kazakh, Russian, English.

A cell is divided only where its parts are names: «Босния и Герцеговина» is one state, «Казахстан и Россия» are two.
"""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple, cast

from qatynas.facts.actor import Actor, Sector
from qatynas.languages.folding import folded, kept_case
from qatynas.languages.kazakh.gazetteer import actor_code, usual_names
from qatynas.languages.kazakh.grammar import PACKAGE
from qatynas.ontology.lexicon import loaded
from qatynas.ontology.names import Naming, english_names, russian_names
from qatynas.ontology.organisations import organisations
from qatynas.ontology.polities import polities
from qatynas.ontology.tables import rows

_APART = re.compile(r"\s*(?:;|\||\n|\r)\s*")
_WEAK = (
    re.compile(r"\s*,\s*"),
    re.compile(r"\s*[/+&]\s*|\s+(?:и|және|and|мен|пен|бен|vs\.?)\s+"),
    re.compile(r"\s+[-–—]\s+"),
    re.compile(r"\s*[-–—]\s*"),
)
"""What stands between names, and inside some of them too: tried in turn, and only where names come out."""


class _Lists(NamedTuple):
    """Codes by name as it stands (codes, abbreviations), and by folded name; null where it may mean two."""

    exact: Mapping[str, str | None]
    any: Mapping[str, str | None]


def code(name: str) -> str | None:
    """The code of a state or organisation that a whole name is listed for; null for none and for more than one."""
    lists = _lists()
    plain = kept_case(name).strip(" .,:")
    return lists.exact.get(plain) or lists.any.get(folded(plain))


def actor(name: str) -> Actor:
    """The actor of a name: its code and sector where it is listed; of others the name alone."""
    found = code(name)
    body = organisations().get(found or "")
    sector = body.kind if body else "GOV" if found else None
    return Actor(name, found, cast("Sector | None", sector))


def usual(code: str) -> str:
    """The usual Kazakh name of a state or organisation; its code where none is listed."""
    return usual_names().get(code, code)


def names(cell: str) -> Iterator[str]:
    """The names that stand together in a cell, each as it is written there."""
    for piece in _APART.split(cell):
        yield from _divided(piece.strip(), 0)


def _divided(piece: str, at: int) -> Iterator[str]:
    if not piece:
        return
    if code(piece) or at == len(_WEAK):
        yield piece
        return
    parts = [part for part in _WEAK[at].split(piece) if part]
    if len(parts) > 1 and any(map(_holds_name, parts)):
        for part in parts:
            yield from _divided(part, at)
    else:
        yield from _divided(piece, at + 1)


def _holds_name(part: str) -> bool:
    return any(code(name) for mark in _WEAK for name in mark.split(part))


@loaded
def _lists() -> _Lists:
    exact: dict[str, set[str]] = {}
    short: dict[str, set[str]] = {}
    whole: dict[str, set[str]] = {}
    for naming in _namings():
        if naming.kind == "abbreviation":
            exact.setdefault(kept_case(naming.name), set()).add(naming.code)
        table = short if naming.kind == "abbreviation" else whole
        table.setdefault(folded(naming.name), set()).add(naming.code)
    # Guam is no GUAM: without its capitals an abbreviation stands behind a name.
    return _Lists(*({name: _one(codes) for name, codes in table.items()} for table in (exact, short | whole)))


def _one(codes: set[str]) -> str | None:
    return next(iter(codes)) if len(codes) == 1 else None


def _namings() -> Iterator[Naming]:
    yield from (Naming(known, "abbreviation", known) for known in (*polities(), *organisations()))
    for polity in polities().values():
        if polity.alpha2:
            yield Naming(polity.code, "abbreviation", polity.alpha2)
    yield from english_names()
    yield from russian_names()
    for file in ("states", "organisations"):
        for row in rows(PACKAGE, f"data/{file}.tsv", ("code", "kind", "name")):
            if found := actor_code(row):
                yield Naming(found, "abbreviation" if row["kind"] == "abbreviation" else "other", row["name"])

"""Senses: what can be told, apart from how a language tells it (`data/senses.tsv`)."""

from collections.abc import Mapping
from typing import NamedTuple

from qatynas.ontology.lexicon import loaded
from qatynas.ontology.tables import Row, rows

_COLUMNS = ("id", "kind", "type", "mode", "act", "sides", "object", "status", "habit", "reported?")
REPORTED = (
    "proposed", "negotiated", "initialled", "signed", "adopted", "ratified", "in_force", "amended", "extended",
    "suspended", "denounced", "replaced", "ended",
)  # fmt: skip
"""What a passage may tell of an instrument (FORMAT.md, "Further fields")."""
_ALLOWED = {
    "kind": ("event", "milestone", "claim", "statement"),
    "sides": ("mutual", "both", "directed", "-"),
    "object": ("instrument", "state", "programme", "words", "-"),
    "habit": ("yes", "no"),
    "reported": ("", *REPORTED),
}


class Sense(NamedTuple):
    """One thing that can be told; the columns of the table, null where it has `-`."""

    id: str
    kind: str
    type: str
    mode: str | None
    act: str | None
    mutual: bool
    both: bool
    object: str | None
    status: str | None
    habit: bool
    reported: str | None = None


@loaded
def senses() -> Mapping[str, Sense]:
    """All senses by id. Raises `DataFileError` where a row cannot be."""
    out: dict[str, Sense] = {}
    for row in rows("qatynas.ontology", "data/senses.tsv", _COLUMNS):
        if row["id"] in out:
            raise row.wrong(f"sense {row['id']!r} stands twice")
        out[row["id"]] = _sense(row)
    return out


def _sense(row: Row) -> Sense:
    for column, allowed in _ALLOWED.items():
        if row[column] not in allowed:
            raise row.wrong(f"{column} {row[column]!r}: one of {', '.join(allowed)} is wanted")
    mode, act, thing, status = (None if row[c] == "-" else row[c] for c in ("mode", "act", "object", "status"))
    return Sense(
        row["id"],
        row["kind"],
        row["type"],
        mode,
        act,
        row["sides"] in ("mutual", "both"),
        row["sides"] == "both",
        thing,
        status,
        row["habit"] == "yes",
        row["reported"] or None,
    )

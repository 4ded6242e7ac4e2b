"""PLOVER: types of event, their modes, scores and contexts (manual of 2021)."""

from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct

from qatynas.ontology.tables import Row, rows

FILE = "data/plover.tsv"
LOWEST, HIGHEST = -10.0, 10.0


class EventType(Struct, frozen=True):
    """A PLOVER type; `modes` maps each of its modes to its score, or to None where the manual gives none.

    `quad` is 1 verbal cooperation, 2 material cooperation, 3 verbal conflict or 4 material conflict; scores
    run from -10 (conflict) to 10 (cooperation).
    """

    name: str
    quad: int
    score: float
    definition: str
    modes: Mapping[str, float | None] = MappingProxyType({})


def load_types(table: list[Row]) -> dict[str, EventType]:
    """Types by name, in the table's order. Raises `DataFileError` for a row that cannot be."""
    types: dict[str, EventType] = {}
    modes: dict[str, dict[str, float | None]] = {}
    for row in table:
        if not row["mode"]:
            modes[row["type"]] = {}
            types[row["type"]] = _type(row, types, modes[row["type"]])
        elif row["type"] not in types:
            raise row.wrong(f"a mode stands before its type “{row['type']}”")
        else:
            _add_mode(row, modes[row["type"]])
    return types


def _type(row: Row, known: Mapping[str, EventType], modes: dict[str, float | None]) -> EventType:
    if row["type"] in known:
        raise row.wrong(f"the type “{row['type']}” stands twice")
    if row["quad"] not in {"1", "2", "3", "4"}:
        raise row.wrong(f"quad is “{row['quad']}”, not 1, 2, 3 or 4")
    if not row["definition"]:
        raise row.wrong(f"the type “{row['type']}” has no definition")
    return EventType(row["type"], int(row["quad"]), _score(row), row["definition"], MappingProxyType(modes))


def _add_mode(row: Row, modes: dict[str, float | None]) -> None:
    if row["mode"] in modes:
        raise row.wrong(f"the mode “{row['mode']}” of {row['type']} stands twice")
    modes[row["mode"]] = _score(row) if row["score"] else None


def _score(row: Row) -> float:
    try:
        value = float(row["score"])
    except ValueError:
        raise row.wrong(f"score is “{row['score']}”, not a number") from None
    if not LOWEST <= value <= HIGHEST:
        raise row.wrong(f"score {value} is not from {LOWEST} to {HIGHEST}")
    return value


def _contexts() -> tuple[str, ...]:
    found: list[str] = []
    for row in rows("qatynas.ontology", "data/contexts.tsv", ("id", "origin")):
        if row["id"] in found:
            raise row.wrong(f"the context “{row['id']}” stands twice")
        found.append(row["id"])
    return tuple(found)


TYPES: Mapping[str, EventType] = MappingProxyType(
    load_types(rows("qatynas.ontology", FILE, ("type", "mode?", "score?", "quad?", "definition?")))
)
"""Every type by its name."""

EVENT_TYPES: tuple[str, ...] = tuple(TYPES)
"""The names of the types, from verbal cooperation to material conflict."""

CONTEXTS: tuple[str, ...] = _contexts()
"""PLOVER's contexts, and the three that FORMAT.md adds: transport, culture, space."""


def modes(event_type: str) -> tuple[str, ...]:
    """Modes that a type can have. Raises `KeyError` where there is no such type."""
    return tuple(TYPES[event_type].modes)


def score(event_type: str, mode: str | None = None) -> float:
    """Conflict-cooperation score of a type in a mode, from -10 to 10.

    The type's own score where `mode` is None, or where the manual gives the mode none. Raises `KeyError`
    where there is no such type or mode.
    """
    kind = TYPES[event_type]
    of_mode = None if mode is None else kind.modes[mode]
    return kind.score if of_mode is None else of_mode

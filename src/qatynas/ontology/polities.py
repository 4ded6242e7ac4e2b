"""Polities: the states of ISO 3166-1 and polities that are gone, by code."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, cast

from msgspec import Struct

from qatynas.ontology.lexicon import loaded
from qatynas.ontology.tables import Row, rows
from qatynas.ontology.years import span

Kind = Literal["iso", "user", "gone"]
COLUMNS = ("code", "kind", "alpha2?", "name", "first?", "last?", "successors?")


_CODES = re.compile("[A-Z]{3}"), re.compile("[a-z0-9]+(?:-[a-z0-9]+)*")  # of a state, of what is gone


class Polity(Struct, frozen=True):
    """A state, or a polity that is gone.

    `code` is an ISO 3166-1 alpha-3 code (`kind` iso, or user for one of ISO's user-assigned range) or a slug
    (gone). `first` and `last` are years, conventional where sources differ, and None for what ISO lists.
    `successors` are the codes of today's states that hold its core or succeed it in law, empty where that is
    not plain.
    """

    code: str
    kind: Kind
    name: str
    alpha2: str | None = None
    first: int | None = None
    last: int | None = None
    successors: tuple[str, ...] = ()


@loaded
def polities() -> Mapping[str, Polity]:
    """Every polity by its code."""
    return MappingProxyType(load(rows("qatynas.ontology", "data/polities.tsv", COLUMNS)))


def load(table: list[Row]) -> dict[str, Polity]:
    """Polities by code, in the table's order. Raises `DataFileError` for a row that cannot be."""
    found: dict[str, Polity] = {}
    for row in table:
        if row["code"] in found:
            raise row.wrong(f"the code “{row['code']}” stands twice")
        found[row["code"]] = _polity(row)
    for row in table:
        if unknown := [code for code in row.parts("successors") if code not in found]:
            raise row.wrong(f"no polity has the code “{unknown[0]}”")
    return found


def _polity(row: Row) -> Polity:
    if row["kind"] not in {"iso", "user", "gone"}:
        raise row.wrong(f"kind is “{row['kind']}”, not iso, user or gone")
    if not _CODES[row["kind"] == "gone"].fullmatch(row["code"]):
        raise row.wrong(
            f"code “{row['code']}” is neither three capitals (JPN) nor, for what is gone, a slug (golden-horde)"
        )
    if (row["kind"] == "gone") != (not row["alpha2"]):
        raise row.wrong("a state has an alpha-2 code, and a polity that is gone has none")
    first, last = span(row)
    if row["kind"] == "gone" and (first is None or last is None):
        raise row.wrong("a polity that is gone needs its first and its last year")
    kind = cast(Kind, row["kind"])
    return Polity(row["code"], kind, row["name"], row["alpha2"] or None, first, last, row.parts("successors"))

"""International organisations, and other bodies that act across states, by code."""

from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct

from qatynas.ontology.lexicon import loaded
from qatynas.ontology.tables import Row, rows
from qatynas.ontology.years import span

KINDS = ("IGO", "NGO", "BUS", "GOV", "REB")
"""PLOVER sector codes that an organisation can have here."""

COLUMNS = ("code", "name", "first", "last?", "kind")


class Organisation(Struct, frozen=True):
    """An organisation; `kind` is a PLOVER sector code, one of `KINDS`.

    `first` is the year when it, or the body that it continues, began; `last` the year when it ended, else None.
    """

    code: str
    name: str
    kind: str
    first: int | None = None
    last: int | None = None


@loaded
def organisations() -> Mapping[str, Organisation]:
    """Every organisation by its code."""
    return MappingProxyType(load(rows("qatynas.ontology", "data/organisations.tsv", COLUMNS)))


def load(table: list[Row]) -> dict[str, Organisation]:
    """Organisations by code, in the table's order. Raises `DataFileError` for a row that cannot be."""
    found: dict[str, Organisation] = {}
    for row in table:
        if row["code"] in found:
            raise row.wrong(f"the code “{row['code']}” stands twice")
        if row["kind"] not in KINDS:
            raise row.wrong(f"kind is “{row['kind']}”, not one of {', '.join(KINDS)}")
        first, last = span(row)
        found[row["code"]] = Organisation(row["code"], row["name"], row["kind"], first, last)
    return found

"""Spheres of relations between states: trade, energy, security and so on."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from qatynas.ontology.tables import rows


@cache
def spheres() -> Mapping[str, str]:
    """English label of every sphere by its id. Raises `DataFileError` where an id stands twice."""
    found: dict[str, str] = {}
    for row in rows("qatynas.ontology", "data/spheres.tsv", ("id", "english")):
        if row["id"] in found:
            raise row.wrong(f"the sphere “{row['id']}” stands twice")
        found[row["id"]] = row["english"]
    return MappingProxyType(found)

"""Acts: what was done in an event, finer than PLOVER's types, with labels for people."""

from collections.abc import Mapping
from types import MappingProxyType

from qatynas.ontology.lexicon import loaded
from qatynas.ontology.tables import rows

LANGUAGES = ("english", "kazakh", "russian")
"""Languages that every act has a label in."""


@loaded
def acts() -> Mapping[str, Mapping[str, str]]:
    """Labels of every act by its id, each by language (`LANGUAGES`). Raises `DataFileError` for a second same id."""
    found: dict[str, Mapping[str, str]] = {}
    for row in rows("qatynas.ontology", "data/acts.tsv", ("id", *LANGUAGES)):
        if row["id"] in found:
            raise row.wrong(f"the act “{row['id']}” stands twice")
        found[row["id"]] = MappingProxyType({language: row[language] for language in LANGUAGES})
    return MappingProxyType(found)

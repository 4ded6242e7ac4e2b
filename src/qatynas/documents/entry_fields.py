"""How BibTeX and RIS name what CSL names otherwise: the table `data/bibliography.tsv`."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from qatynas.ontology.tables import rows

WHAT = ("type", "field", "names", "date")


class EntryFields(NamedTuple):
    """Types and variables of CSL by the format's own names, in the table's order."""

    type: Mapping[str, str]
    field: Mapping[str, str]
    names: Mapping[str, str]
    date: Mapping[str, str]


@cache
def entry_fields(form: str) -> EntryFields:
    """What the form `bibtex` or `ris` calls them. Raises `DataFileError` for a row that is of neither, or doubled."""
    found: dict[str, dict[str, str]] = {what: {} for what in WHAT}
    for row in rows("qatynas.documents", "data/bibliography.tsv", ("form", "what", "name", "csl")):
        if row["form"] not in ("bibtex", "ris") or row["what"] not in WHAT:
            raise row.wrong(f"“{row['form']} {row['what']}” is none of bibtex, ris with {', '.join(WHAT)}")
        if row["form"] == form and row["name"] in found[row["what"]]:
            raise row.wrong(f"“{row['name']}” stands twice")
        if row["form"] == form:
            found[row["what"]][row["name"]] = row["csl"]
    return EntryFields(**{what: MappingProxyType(told) for what, told in found.items()})

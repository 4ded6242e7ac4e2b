"""Kinds of source (treaty text, speech, press, scholarship ...), each with the type that CSL knows it by."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, cast

from msgspec import Struct

from qatynas.ontology.lexicon import loaded
from qatynas.ontology.tables import Row, rows

COLUMNS = ("kind", "type", "contained?", "rank?", "means?", "kk", "ru", "en")
RANKS = ("primary", "secondary")


class SourceKind(Struct, frozen=True):
    """A kind of source. `rank` is what such sources are unless a person says otherwise; `means` are CSL's types."""

    kind: str
    type: str
    contained: str
    rank: Literal["primary", "secondary"] | None
    means: tuple[str, ...]
    labels: tuple[tuple[str, str], ...]

    def label(self, language: str) -> str:
        """How a page in that language (`kk`, `ru`, `en`) calls it; English where it is none of them."""
        names = dict(self.labels)
        return names.get(language, names["en"])


@loaded
def source_kinds() -> Mapping[str, SourceKind]:
    """Every kind by its name, in the table's order."""
    return MappingProxyType(load(rows("qatynas.ontology", "data/source_kinds.tsv", COLUMNS)))


def load(table: list[Row]) -> dict[str, SourceKind]:
    """Kinds by name. Raises `DataFileError` where one stands twice, or its rank is none."""
    found: dict[str, SourceKind] = {}
    for row in table:
        if row["kind"] in found:
            raise row.wrong(f"the kind “{row['kind']}” stands twice")
        if row["rank"] and row["rank"] not in RANKS:
            raise row.wrong(f"rank is “{row['rank']}”, not one of {', '.join(RANKS)}, or empty")
        found[row["kind"]] = _kind(row)
    return found


def _kind(row: Row) -> SourceKind:
    rank = cast(Literal["primary", "secondary"], row["rank"]) if row["rank"] else None
    labels = tuple((language, row[language]) for language in ("kk", "ru", "en"))
    return SourceKind(row["kind"], row["type"], row["contained"] or row["type"], rank, row.parts("means"), labels)


def kind_of_type(type: str) -> str | None:
    """The kind that an entry of this type of CSL is of; null where the type tells none."""
    return next((each.kind for each in source_kinds().values() if type in each.means), None)


def type_of(kind: str | None, *, contained: bool, online: bool) -> str:
    """The type of CSL that a source is cited as; `contained` where it stands in a larger one, `online` with a URL."""
    known = source_kinds().get(kind or "")
    if known:
        return known.contained if contained else known.type
    return "webpage" if online else "article-journal" if contained else "document"

"""Names of polities and organisations in languages other than the reader's own: what a text quotes as it stands."""

from collections.abc import Sequence
from typing import Literal, cast, get_args

from msgspec import Struct

from qatynas.ontology.lexicon import loaded
from qatynas.ontology.organisations import organisations
from qatynas.ontology.polities import polities
from qatynas.ontology.tables import Row, rows

Kind = Literal["short", "official", "full", "abbreviation", "other"]
COLUMNS = ("code", "kind", "name")


class Naming(Struct, frozen=True):
    """How a polity or organisation is called, in the nominative.

    The letters of an `abbreviation` stand as they are; case does not count in the others.
    """

    code: str
    kind: Kind
    name: str


@loaded
def russian_names() -> Sequence[Naming]:
    """Russian names, in the table's order."""
    return load(rows("qatynas.ontology", "data/names_ru.tsv", COLUMNS))


@loaded
def english_names() -> Sequence[Naming]:
    """English names: those of `polities.tsv` and `organisations.tsv`, then the table's."""
    states = [Naming(p.code, "short", p.name) for p in polities().values()]
    bodies = [Naming(o.code, "full", o.name) for o in organisations().values()]
    return (*states, *bodies, *load(rows("qatynas.ontology", "data/names_en.tsv", COLUMNS)))


def load(table: Sequence[Row]) -> Sequence[Naming]:
    """Names in the table's order.

    Raises `DataFileError` with file and line for an unknown code or kind, and for a name that stands twice.
    """
    seen: dict[str, int] = {}
    for row in table:
        if row["code"] not in polities() and row["code"] not in organisations():
            raise row.wrong(f"code “{row['code']}” is neither of polities.tsv nor of organisations.tsv")
        if row["kind"] not in get_args(Kind):
            raise row.wrong(f"kind is “{row['kind']}”, not one of {', '.join(get_args(Kind))}")
        if row["name"] in seen:
            raise row.wrong(f"“{row['name']}” stands already in line {seen[row['name']]}")
        seen[row["name"]] = row.line
    return tuple(Naming(row["code"], cast(Kind, row["kind"]), row["name"]) for row in table)

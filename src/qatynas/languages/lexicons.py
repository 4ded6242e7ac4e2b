"""Lexicons: the word lists that reading asks of every language, and what their cells may hold.

One tab-separated file a list in the language's `data/lexicon`; what each is for stands in its comments.
"""

import re
from collections.abc import Iterator, Mapping
from typing import get_args

from qatynas.facts.kinds import Auxiliary, Effect, InstrumentType, ProjectType, Subtype
from qatynas.ontology.plover import CONTEXTS
from qatynas.ontology.spheres import spheres
from qatynas.ontology.tables import Row, parse, rows

LEXICONS: Mapping[str, tuple[str, ...]] = {
    "aspect": ("word", "auxiliary", "place"),
    "claims": ("phrase", "subtype?", "effect?"),
    "citing": ("phrase", "role"),
    "contexts": ("word", "context", "sphere?"),
    "headings": ("heading", "kind?"),
    "instruments": ("noun", "type", "strength"),
    "links": ("word", "role"),
    "postpositions": ("word", "marker", "role"),
    "signs": ("phrase", "field", "value"),
    "programmes": ("noun",),
    "projects": ("noun", "type"),
    "periods": ("word",),
    "sets": ("set", "phrase"),
    "tongues": ("word", "code"),
    "treaty": ("phrase", "role"),
    "units": ("unit", "kind", "code?"),
}
"""The word lists that every language has for reading, with their columns; `?` marks one that may be empty."""

_CHOICES: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("aspect", "auxiliary"): get_args(Auxiliary),
    ("aspect", "place"): ("after", "end", "any"),
    ("citing", "role"): ("page", "volume", "issue", "second hand", "again", "see", "form", "site", "and", "particle"),
    ("headings", "kind"): ("sources", "notes"),
    ("claims", "subtype"): get_args(Subtype),
    ("claims", "effect"): get_args(Effect),
    ("contexts", "context"): CONTEXTS,
    ("contexts", "sphere"): tuple(spheres()),
    ("instruments", "type"): get_args(InstrumentType),
    ("instruments", "strength"): ("strong", "weak"),
    ("links", "role"): (
        "about",
        "alliance",
        "anaphor",
        "and",
        "apart",
        "appoint",
        "build",
        "document",
        "during",
        "exists",
        "happen",
        "he",
        "honour",
        "it",
        "joint",
        "lapse",
        "light",
        "matter",
        "meant",
        "member",
        "occasion",
        "organ",
        "periodise",
        "player",
        "purpose",
        "relation",
        "said",
        "this",
        "titled",
    ),
    ("postpositions", "role"): ("among", "agent", "about", "as", "against", "-"),
    ("projects", "type"): get_args(ProjectType),
    ("treaty", "role"): (
        "article",
        "defines",
        "agrees",
        "states",
        "this",
        "copies",
        "made",
        "adopted",
        "city",
        "text",
        "prevails",
        "for",
        "draft",
        "annex",
        "amendment",
        "force",
        "provisional",
        "signing",
        "duration",
        "unlimited",
        "extension",
        "termination",
        "validity",
        "ends",
        "before",
        "after",
        "year",
        "month",
        "week",
        "one",
        "day",
    ),
    ("units", "kind"): ("money", "people", "percent", "measure", "thing", "span", "none"),
}
_SIGNS: Mapping[str, tuple[str, ...]] = {
    "level": ("state", "official", "working", "private", "transit"),
    "mechanism": ("standing",),
}
"""What a phrase of the list `signs` can tell, by the field of a fact that it fills (FORMAT.md, "Further fields")."""
_CURRENCY = re.compile(r"[A-Z]{3}")


def lexicon(package: str, name: str) -> tuple[tuple[str, ...], ...]:
    """Rows of `data/lexicon/<name>.tsv` of the language whose package this is.

    Raises `KeyError` where reading asks for no such list, `DataFileError` with file, line and reason where the
    file holds a word in a column that does not know it.
    """
    return tuple(_checked(name, rows(package, f"data/lexicon/{name}.tsv", LEXICONS[name])))


def parse_lexicon(data: bytes, name: str) -> tuple[tuple[str, ...], ...]:
    """Rows that the bytes of the list `name` tell, checked as `lexicon` checks them."""
    return tuple(_checked(name, parse(data, f"{name}.tsv", LEXICONS[name])))


def _checked(name: str, table: list[Row]) -> Iterator[tuple[str, ...]]:
    for row in table:
        for column, cell in row.cells.items():
            choices = _CHOICES.get((name, column))
            if choices and cell and cell not in choices:
                raise row.wrong(f"{column} is “{cell}”, not one of {', '.join(choices)}")
        if name == "signs" and row["value"] not in _SIGNS.get(row["field"], ()):
            raise row.wrong(f"“{row['value']}” is no value of the field “{row['field']}”")
        if name == "claims" and not (row["subtype"] or row["effect"]):
            raise row.wrong("a phrase tells a subtype, an effect or both")
        if name == "units" and bool(row["code"]) != (row["kind"] == "money"):
            raise row.wrong("a unit of money has a currency's code, and no other unit has one")
        if name == "units" and row["code"] and not _CURRENCY.fullmatch(row["code"]):
            raise row.wrong(f"code is “{row['code']}”, not three capital letters of ISO 4217")
        yield tuple(row.cells.values())

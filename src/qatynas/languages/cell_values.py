"""Words of cells, and what they tell (`data/cell_values.tsv`), with the labels of the acts."""

import re
from collections.abc import Mapping

from qatynas.languages.folding import folded
from qatynas.ontology.acts import LANGUAGES, acts
from qatynas.ontology.lexicon import kept, loaded
from qatynas.ontology.tables import Row, rows

FIELDS = (
    "kind", "instrument", "project", "milestone", "claim", "act", "level", "status", "sphere", "currency", "scale",
    "bound", "month", "date", "total", "nothing",
)  # fmt: skip
"""What a word of a cell can tell."""


def value(cell: str, field: str) -> str | None:
    """What a whole cell tells of a field; null where it is not listed."""
    words = _words(field)
    low = folded(cell)
    return words.get(low) or words.get(low.strip(" .:;,"))


def values(field: str) -> Mapping[str, str]:
    """All words that tell of a field, folded."""
    return _words(field)


def noun(title: str, field: str) -> str | None:
    """What the noun of a longer name tells: «Достық туралы шарт» is a шарт, «Договор о дружбе» a договор.

    Where several stand in it, it is the first of a Russian or English name and the last of a Kazakh one.
    """
    found = list(_pattern(field).finditer(folded(title)))
    if not found:
        return None
    kazakh = any(letter in "әғқңөұүһі" for letter in folded(title))
    return _words(field)[found[-1 if kazakh else 0][0]]


def beginning(cell: str, field: str) -> str | None:
    """What the words tell that a cell begins with: «Визит Президента …»; null where it begins otherwise."""
    found = _pattern(field).match(folded(cell))
    return _words(field)[found[0]] if found else None


def ending(cell: str, field: str) -> str | None:
    """What the words tell that a cell ends with: «… ресми сапары»; null where it ends otherwise."""
    low = folded(cell).rstrip(" .;")
    found = next((one for one in _pattern(field).finditer(low) if one.end() == len(low)), None)
    return _words(field)[found[0]] if found else None


@kept(len(FIELDS))
def _words(field: str) -> Mapping[str, str]:
    found = dict(listed().get(field, {}))
    if field == "act":
        for act, labels in acts().items():
            for form in (act, *(labels[language] for language in LANGUAGES)):
                found.setdefault(folded(form), act)
    return found


@kept(len(FIELDS))
def _pattern(field: str) -> re.Pattern[str]:
    longest_first = sorted(_words(field), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")


@loaded
def listed() -> Mapping[str, Mapping[str, str]]:
    """Values by field and folded word."""
    return load(rows("qatynas.languages", "data/cell_values.tsv", ("word", "field", "value", "language")))


def load(table: list[Row]) -> dict[str, dict[str, str]]:
    """Values by field and folded word. Raises `DataFileError` for an unknown field, and a word that tells two."""
    found: dict[str, dict[str, str]] = {}
    for row in table:
        if row["field"] not in FIELDS:
            raise row.wrong(f"no field is called “{row['field']}”: one of {', '.join(FIELDS)}")
        if row["field"] == "act" and row["value"] not in acts():
            raise row.wrong(f"no act is called “{row['value']}”")
        words = found.setdefault(row["field"], {})
        if words.setdefault(folded(row["word"]), row["value"]) != row["value"]:
            raise row.wrong(f"“{row['word']}” stands already, for {words[folded(row['word'])]}")
    return found

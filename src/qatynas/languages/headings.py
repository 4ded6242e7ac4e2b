"""Headings of people's own tables, and what the column below them tells (`data/headings.tsv`)."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from qatynas.languages.folding import folded
from qatynas.ontology.lexicon import loaded
from qatynas.ontology.tables import Row, rows

MEANINGS: Mapping[str, str] = {
    "date": "when it was, or the date of an instrument: a day, month, year, interval, century",
    "begin": "when it began; `end` tells the rest",
    "end": "when it ended",
    "year": "the year alone; `month` and `day` tell the rest",
    "month": "the month alone",
    "day": "the day of the month alone",
    "signed": "when an instrument was signed: an event of its own",
    "adopted": "when an instrument was adopted: an event of its own",
    "ratified": "when an instrument was ratified: an event of its own",
    "in_force": "when an instrument came into force: an event of its own",
    "ended": "when an instrument ended",
    "kind": "the kind of fact: event, instrument, office …",
    "type": "the type of event (PLOVER), of instrument, of project …, or an act",
    "act": "what was done: a word for an act, in Kazakh, Russian or English",
    "mode": "the mode of a PLOVER type",
    "actor": "who did it",
    "recipient": "to whom it was done; on a visit, the host",
    "parties": "who took part, or the parties of an instrument; several columns may tell them",
    "holder_of": "the state or organisation of an office",
    "speaker": "who said the words",
    "about": "of whom it is told",
    "holder": "whose interest it is",
    "title": "the title of an instrument, the name of a programme, project or body",
    "name": "as `title`, for what is no instrument",
    "abbreviation": "the short name of a programme",
    "place": "where",
    "status": "how an instrument stands: signed, in force …",
    "money": "a sum of money, with or without its currency",
    "currency": "the currency of the sum",
    "people": "how many people",
    "value": "a number; `unit` and `of` tell of what",
    "unit": "what the number counts",
    "of": "what is measured",
    "person": "the person who holds an office",
    "office": "the title of the office",
    "text": "words that were said, or a claim",
    "label": "the name of a period",
    "by": "whose view it is",
    "marker": "the mark of a citation",
    "sphere": "the sphere of relations",
    "context": "the PLOVER context",
    "auxiliary": "the PLOVER auxiliary mode",
    "level": "the level of a visit or meeting",
    "description": "what happened, in words: read by the reader where no other column tells it",
    "source": "where it was taken from: kept in the words of the row",
    "note": "a remark: kept in the words of the row",
    "number": "the number of the row: kept in the words of the row",
    "skip": "kept in the words of the row, and nothing else",
}
"""What a column can tell, each with a line for people."""
EXACT, WORDS = 0.95, 0.8
"""How sure a heading is that is listed, and one that has a listed heading in it."""
_SHORTEST = 4  # letters of a heading that is looked for inside a longer one
_BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_EDGES = " .:;,*-–/\\"


class Meant(NamedTuple):
    """What a heading tells, and how sure that is, from 0 to 1."""

    meaning: str
    sure: float


def meaning(heading: str) -> Meant | None:
    """What the column below a heading tells; null where none of its words is listed."""
    known = listed()
    whole = folded(heading)
    bare = _BRACKETS.sub(" ", whole)
    for form in (whole, bare):
        if found := known.get(form.strip()) or known.get(form.strip(_EDGES)):
            return Meant(found, EXACT)
    inside = [one for one in _runs(bare) if len(one) >= _SHORTEST and one in known]
    return Meant(known[max(inside, key=len)], WORDS) if inside else None


def _runs(text: str) -> list[str]:
    """All runs of up to four whole words of a heading."""
    words = [word.strip(_EDGES) for word in text.split()][:12]
    return [" ".join(words[at : at + size]) for size in (1, 2, 3, 4) for at in range(len(words) - size + 1)]


@loaded
def listed() -> Mapping[str, str]:
    """Meanings by folded heading."""
    return load(rows("qatynas.languages", "data/headings.tsv", ("heading", "meaning", "language")))


def load(table: list[Row]) -> dict[str, str]:
    """Meanings by folded heading. Raises `DataFileError` for an unknown meaning and a heading that stands twice."""
    found: dict[str, str] = {}
    for row in table:
        if row["meaning"] not in MEANINGS:
            raise row.wrong(f"no meaning is called “{row['meaning']}”: one of {', '.join(MEANINGS)}")
        heading = folded(row["heading"])
        if found.setdefault(heading, row["meaning"]) != row["meaning"]:
            raise row.wrong(f"“{row['heading']}” stands already, for {found[heading]}")
    return found

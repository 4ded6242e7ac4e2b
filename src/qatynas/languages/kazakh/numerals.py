"""Numerals: words that numbers are made of, in any case, and how they are put together."""

from collections.abc import Sequence
from typing import NamedTuple

from qatynas.languages.kazakh.endings import PACKAGE, Ending, ending, is_having, is_like
from qatynas.ontology.lexicon import kept, loaded
from qatynas.ontology.tables import Row, rows

_KINDS = (
    "unit",
    "ten",
    "hundred",
    "power",
    "half",
    "alone",
    "whole",
    "percent",
    "minus",
    "and",
    "part",
    "not",
    "other",
)
MOST_WORDS = 24
"""No number is told in more words; a longer run of numerals is read in pieces."""


class Numeral(NamedTuple):
    """A numeral word: what it is worth, its kind (data/numerals.tsv), whether it is an ordinal, its ending."""

    value: float
    kind: str
    ordinal: bool
    ending: Ending
    like: bool = False


@kept(65536)
def numeral(word: str) -> Numeral | None:
    """Take a word, in lower case, for a numeral or a word beside numerals; null where it is none."""
    exact = _lexicon().get(word)
    found = exact or _inflected(word)
    return None if found is None or found.kind in ("not", "other") else found


def _inflected(word: str) -> Numeral | None:
    for length in range(min(len(word) - 1, _longest()), 1, -1):
        stem = _lexicon().get(word[:length])
        if stem and stem.kind != "not":
            rest = word[length:]
            if is_like(rest):
                return stem._replace(like=True)
            told = ending(rest)
            if told:
                return stem._replace(ending=told)
            if stem.kind == "power" and is_having(rest):
                return stem._replace(ending=Ending(attribute=True))
    return None


@kept(4096)
def share(word: str) -> Numeral | None:
    """A numeral with a possessive that counts parts of a whole («үштен бірі», «төрттен үшін»).

    In that place «бірі» and «үшін» are what they look like.
    """
    for stem, one in _lexicon().items():
        if one.kind in ("unit", "ten") and not one.ordinal and word.startswith(stem):
            told = ending(word[len(stem) :])
            if told and told.possessive:
                return one._replace(ending=told)
    return None


@loaded
def _lexicon() -> dict[str, Numeral]:
    known: dict[str, Numeral] = {}
    for row in rows(PACKAGE, "data/numerals.tsv", ("word", "value", "kind", "ordinal?")):
        one = Numeral(_value(row), _kind(row), False, Ending())
        known[row["word"]] = one
        known.update({word: one._replace(ordinal=True) for word in row.parts("ordinal")})
    return known


@loaded
def _longest() -> int:
    """Letters of the longest word of the table; no longer beginning of a word is one of them."""
    return max(map(len, _lexicon()))


def _value(row: Row) -> float:
    try:
        return float(row["value"])
    except ValueError:
        raise row.wrong(f"not a number: {row['value']}") from None


def _kind(row: Row) -> str:
    if row["kind"] not in _KINDS:
        raise row.wrong(f"no such kind: {row['kind']}")
    return row["kind"]


def compose(words: Sequence[Numeral]) -> tuple[float, int]:
    """Value of the longest beginning of `words` that is one number, and how many words it takes.

    «бес алты» is two numbers, five or six; «екі мың он үшінші» is one. An ordinal or an ending ends a number.
    """
    total, group, limit = 0.0, 0.0, float("inf")
    for taken, word in enumerate(words):
        if not _fits(word, group, limit):
            return total + group, taken
        if word.kind == "power":
            total, group, limit = total + (group or 1) * word.value, 0.0, word.value
        else:
            group = (group or 1) * 100 if word.kind == "hundred" else group + word.value
        if word.ordinal or word.like or word.ending != Ending():
            return total + group, taken + 1
    return total + group, len(words)


def _fits(word: Numeral, group: float, limit: float) -> bool:
    """Whether a word can go on with a number of which `group` is told since the last power."""
    return {
        "unit": group % 10 == 0,
        "ten": group % 100 == 0,
        "hundred": group < 10,
        "power": word.value < limit,
    }.get(word.kind, False)

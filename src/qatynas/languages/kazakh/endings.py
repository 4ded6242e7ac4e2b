"""Endings as dates and numbers need them: what follows the stem of a noun or numeral, or digits and a hyphen."""

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from qatynas.languages.kazakh import chains, grammar
from qatynas.languages.kazakh.chains import nominal_endings
from qatynas.languages.language import Case
from qatynas.ontology.tables import rows

PACKAGE = grammar.PACKAGE
_KINDS = ("adjective", "ordinal", "like")
_CASES: Mapping[str, Case] = {"Gen": "Gen", "Dat": "Dat", "Acc": "Acc", "Loc": "Loc", "Abl": "Abl", "Ins": "Ins"}
# Features of the endings that an expression of a time or an amount can have: no «my», no «we are».
_FEATURES = {("Number", "Plur"), ("Person[psor]", "3"), ("Attr", "Loc"), *(("Case", case) for case in _CASES)}


class Ending(NamedTuple):
    """What an ending says: plural, third-person possessive, case, and whether -ғы makes an attribute of it."""

    plural: bool = False
    possessive: bool = False
    case: Case = "Nom"
    attribute: bool = False


@lru_cache(maxsize=4096)
def ending(letters: str) -> Ending | None:
    """Take apart what follows a stem, in lower case; null where it is no ending."""
    told = _plain(letters)
    if told:
        return told
    for form in _forms()["adjective"]:  # -ғы on the stem itself: «былтырғы», «былтырғымен»
        case = _plain(letters[len(form) :]) if letters.startswith(form) else None
        if case and case == Ending(case=case.case):
            return Ending(attribute=True)
    return None


def _plain(letters: str) -> Ending | None:
    """The first meaning that an expression of a time or an amount can have."""
    return next((_ending(one.features) for one in nominal_endings().get(letters) if _is_plain(one)), None)


def is_like(letters: str) -> bool:
    """Whether what follows a numeral makes it approximate: «жүздей», about a hundred."""
    return letters in _forms()["like"]


@lru_cache(maxsize=4096)
def suffix(letters: str) -> tuple[bool, Ending] | None:
    """Take apart what follows digits and a hyphen, in lower case: (ordinal?, ending); null where it is no suffix."""
    first = next((form for form in _forms()["ordinal"] if letters.startswith(form)), "")
    told = ending(letters[len(first) :])
    return (bool(first), told) if told else None


def _is_plain(one: chains.Ending) -> bool:
    return not one.pronominal and one.features.items() <= _FEATURES


def _ending(features: Mapping[str, str]) -> Ending:
    case = _CASES.get(features.get("Case", ""), "Nom")
    return Ending("Number" in features, "Person[psor]" in features, case, "Attr" in features)


@cache
def _forms() -> Mapping[str, list[str]]:
    """Forms of each kind, in the order of the table."""
    known: dict[str, list[str]] = {}
    for row in rows(PACKAGE, "data/endings.tsv", ("kind", "forms")):
        if row["kind"] not in _KINDS:
            raise row.wrong(f"kind {row['kind']!r}: one of {', '.join(_KINDS)} is wanted")
        known[row["kind"]] = list(row.parts("forms"))
    return known

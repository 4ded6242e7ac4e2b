"""Endings as dates and numbers need them: what follows the stem of a noun or numeral, or digits and a hyphen."""

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from qatynas.languages.kazakh import grammar
from qatynas.languages.language import Case
from qatynas.ontology.tables import rows

PACKAGE = grammar.PACKAGE
_KINDS = ("adjective", "ordinal", "like", "having")
_CASES: Mapping[str, Case] = {"Gen": "Gen", "Dat": "Dat", "Acc": "Acc", "Loc": "Loc", "Abl": "Abl", "Ins": "Ins"}
# Features of the endings that an expression of a time or an amount can have: no «my», no «we are».
_FEATURES = {("Number", "Plur"), ("Person[psor]", "3"), ("Attr", "Loc"), *(("Case", case) for case in _CASES)}


class Ending(NamedTuple):
    """What an ending says: plural, third-person possessive, case, and whether -ғы makes an attribute of it."""

    plural: bool = False
    possessive: bool = False
    case: Case = "Nom"
    attribute: bool = False


def ending(letters: str) -> Ending | None:
    """Take apart what follows a stem, in lower case; null where it is no ending."""
    return _endings().get(letters)


def is_like(letters: str) -> bool:
    """Whether what follows a numeral makes it approximate: «жүздей», about a hundred."""
    return letters in _forms()["like"]


def is_having(letters: str) -> bool:
    """Whether what follows a power makes an adjective of it: «мыңдық», of a thousand."""
    return letters in _forms()["having"]


@cache
def genitives() -> tuple[str, ...]:
    """What nouns in the genitive end in."""
    return tuple(letters for letters, told in _endings().items() if told == Ending(case="Gen"))


@lru_cache(maxsize=4096)
def suffix(letters: str) -> tuple[bool, Ending] | None:
    """Take apart what follows digits and a hyphen, in lower case: (ordinal?, ending); null where it is no suffix."""
    first = next((form for form in _forms()["ordinal"] if letters.startswith(form)), "")
    told = ending(letters[len(first) :])
    return (bool(first), told) if told else None


@cache
def _endings() -> Mapping[str, Ending]:
    """Endings of the grammar by their letters, and -ғы on the stem or its plural («былтырғымен», «жылдарғы»)."""
    known: dict[str, Ending] = {}
    for letters, meanings in grammar.nominal_endings().items():
        told = next((_ending(one.features) for one in meanings if _is_plain(one)), None)
        if told:
            known[letters] = told
    bare = {Ending(), *(Ending(case=case) for case in _CASES.values())}
    cases = [letters for letters, told in known.items() if told in bare]
    known.update({form + case: Ending(attribute=True) for form in _forms()["adjective"] for case in cases})
    plurals = [letters for letters, told in known.items() if told == Ending(plural=True)]
    known.update({more + form: Ending(True, attribute=True) for form in _forms()["adjective"] for more in plurals})
    return known


def _is_plain(one: grammar.Ending) -> bool:
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

"""Endings of nouns and numerals: what follows a stem, taken apart by a table."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from qatynas.errors import DataFileError
from qatynas.languages.language import Case
from qatynas.ontology.tables import Row, rows

PACKAGE = "qatynas.languages.kazakh"
_SLOTS = ("plural", "possessive", "case", "third", "adjective", "ordinal", "like")
_CASES: tuple[Case, ...] = ("Gen", "Dat", "Acc", "Loc", "Abl", "Ins")


class Ending(NamedTuple):
    """What an ending says: plural, third-person possessive, case, and whether -ғы makes an attribute of it."""

    plural: bool = False
    possessive: bool = False
    case: Case = "Nom"
    attribute: bool = False


@lru_cache(maxsize=4096)
def ending(letters: str) -> Ending | None:
    """Take apart what follows a stem, in lower case; null where it is no ending of the table."""
    found = _pattern().fullmatch(letters)
    if not found:
        return None
    case: Case = next((name for name in _CASES if found[f"case_{name}"] or found[f"third_{name}"]), "Nom")
    return Ending(bool(found["plural"]), bool(found["possessive"]), case, bool(found["adjective"]))


def is_like(letters: str) -> bool:
    """Whether what follows a numeral makes it approximate: «жүздей», about a hundred."""
    return letters in _forms()["like"].split("|")


@lru_cache(maxsize=4096)
def suffix(letters: str) -> tuple[bool, Ending] | None:
    """Take apart what follows digits and a hyphen, in lower case: (ordinal?, ending); null where it is no suffix."""
    found = re.match(_forms()["ordinal"], letters)
    told = ending(letters[found.end() :] if found else letters)
    return (bool(found), told) if told else None


@cache
def _forms() -> dict[str, str]:
    return {_name(row): "|".join(map(re.escape, row.parts("forms"))) for row in _table()}


@cache
def _pattern() -> re.Pattern[str]:
    forms = _forms()
    plain = "|".join(f"(?P<{name}>{forms[name]})" for name in forms if name.startswith("case_"))
    third = "|".join(f"(?P<{name}>{forms[name]})" for name in forms if name.startswith("third_"))
    # An attribute in -ғы can be used as a noun: «былтырғымен».
    again = "|".join(forms[name] for name in forms if name.startswith("case_"))
    return re.compile(
        f"(?P<plural>{forms['plural']})?"
        f"(?:(?P<possessive>{forms['possessive']})(?:{third})?|(?:{plain})?)"
        f"(?:(?P<adjective>{forms['adjective']})(?:{again})?)?"
    )


def _table() -> list[Row]:
    return rows(PACKAGE, "data/endings.tsv", ("slot", "case?", "forms"))


def _name(row: Row) -> str:
    slot, case = row["slot"], row["case"]
    if slot not in _SLOTS or (slot in ("case", "third")) != (case in _CASES):
        raise DataFileError(row.file, row.line, f"no such slot and case: {slot} {case}")
    return f"{slot}_{case}" if case else slot

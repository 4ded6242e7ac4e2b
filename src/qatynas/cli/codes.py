"""Codes of states, organisations and gone polities as people type them."""

from difflib import get_close_matches
from typing import TYPE_CHECKING

from qatynas.errors import NotFound
from qatynas.ontology.lexicon import loaded

if TYPE_CHECKING:
    from qatynas.record.store import Record

_NEAR = 3
_LIKENESS = 0.5  # of difflib's ratio: one letter of a code may be wrong, or left out


def pair(record: "Record", one: str, two: str) -> tuple[str, str]:
    """Give the two codes as they are written, whatever case they were typed in; English names are taken too.

    Raises `NotFound` for what is no code, naming those that are near.
    """
    own = {code for relation in record.relations() for code in relation.codes}
    first, second = _code(one, own), _code(two, own)
    if first == second:
        raise NotFound(f"{one} {two}: a relation has two sides")
    return first, second


def code(given: str) -> str:
    """Give the code that was meant, as it is written. Raises `NotFound` as `pair` does."""
    return _code(given, set())


def name(code: str) -> str:
    """Give the English name of a code, or the code itself."""
    return _known().get(code, code)


@loaded
def _known() -> dict[str, str]:
    from qatynas.ontology.organisations import organisations
    from qatynas.ontology.polities import polities

    return {code: each.name for table in (polities(), organisations()) for code, each in table.items()}


def _code(given: str, own: set[str]) -> str:
    """Find the code that was meant; `own` are those of the record (a user's own list may be longer than ours)."""
    wanted, known = given.casefold(), _known()
    codes = {code.casefold(): code for code in {**known, **dict.fromkeys(own)}}
    typed = {name.casefold(): code for code, name in known.items()} | codes
    if wanted in typed:
        return typed[wanted]
    # What the record holds is likelier meant than any of three hundred others.
    likely = get_close_matches(wanted, [code.casefold() for code in sorted(own)], _NEAR, _LIKENESS)
    others = get_close_matches(wanted, typed, _NEAR, _LIKENESS)
    near = dict.fromkeys(typed[word] for word in (*likely, *others))
    hint = f"; near it: {', '.join(f'{code} ({known.get(code, code)})' for code in near)}" if near else ""
    raise NotFound(f"{given}: no such code{hint}")

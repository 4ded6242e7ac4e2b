"""What the words beside a number say of how far it holds (data/number_bounds.tsv)."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from qatynas.languages.kazakh.endings import PACKAGE, cased
from qatynas.languages.kazakh.number_tokens import Piece
from qatynas.ontology.lexicon import loaded
from qatynas.ontology.tables import rows

_PLACES = ("before", "after")
_BOUNDS = ("about", "over", "under", "until", "between")
_CASES = ("", "Abl", "Dat")
_LONGEST = 3
"""Words of the longest expression of the table."""


class Told(NamedTuple):
    """What words tell of the bound, and the case that they ask of what stands before them."""

    bound: str
    case: str = ""


def before(text: str, pieces: Sequence[Piece], at: int) -> str:
    """The bound that the words right before the piece `at` tell, "" for none."""
    if not at or _form(text, pieces, at - 1) not in _ends()["before"]:
        return ""
    for count in range(min(_LONGEST, at), 0, -1):
        told = _table()["before"].get(_words(text, pieces, at - count, at) or "")
        if told and not text[pieces[at - 1].end : pieces[at].start].strip(" -−–"):
            return told.bound
    return ""


def after(text: str, pieces: Sequence[Piece], at: int, case: str) -> str:
    """The bound that the words right behind a number in a case tell, the piece `at` being the first of them.

    What is counted may stand between: «5 мың адамнан астам», «5 млн АҚШ долларына жуық».
    """
    if told := _told(text, pieces, at):
        return told.bound if told.case in ("", case) else ""
    for noun in (at, at + 1):
        told = _told(text, pieces, noun + 1)
        told = told if told and _noun(text, pieces, noun, at) else None
        if told and told.case:
            return told.bound if _form(text, pieces, noun).endswith(cased(told.case)) else ""
    return ""


def _noun(text: str, pieces: Sequence[Piece], noun: int, at: int) -> bool:
    """Whether the pieces `at:noun` can be what is counted: one word, or one behind an abbreviation (АҚШ)."""
    if noun + 1 >= len(pieces) or not _words(text, pieces, at - 1, noun + 1):
        return False
    plain = all(one.word is None and one.digits is None for one in pieces[at : noun + 1])
    return plain and (noun == at or text[pieces[at].start : pieces[at].end].isupper())


def _told(text: str, pieces: Sequence[Piece], at: int) -> Told | None:
    if at >= len(pieces) or _form(text, pieces, at) not in _ends()["after"]:
        return None
    if text[pieces[at - 1].end : pieces[at].start].strip():
        return None
    found = (_table()["after"].get(_words(text, pieces, at, at + count) or "") for count in (2, 1))
    return next((told for told in found if told), None)


def _form(text: str, pieces: Sequence[Piece], at: int) -> str:
    return text[pieces[at].start : pieces[at].end].lower()


@loaded
def _ends() -> Mapping[str, frozenset[str]]:
    """The word of each expression that stands beside the number: most words are none of them."""
    last = frozenset(words.split()[-1] for words in _table()["before"])
    return {"before": last, "after": frozenset(words.split()[0] for words in _table()["after"])}


def _words(text: str, pieces: Sequence[Piece], first: int, last: int) -> str | None:
    """The words of some pieces in lower case, null where more than spaces stand between them."""
    if last > len(pieces):
        return None
    words = " ".join(text[pieces[first].start : pieces[last - 1].end].lower().split())
    return words if words.count(" ") == last - first - 1 else None


@loaded
def _table() -> Mapping[str, Mapping[str, Told]]:
    known: dict[str, dict[str, Told]] = {place: {} for place in _PLACES}
    for row in rows(PACKAGE, "data/number_bounds.tsv", ("words", "place", "bound", "case?")):
        if row["place"] not in _PLACES or row["bound"] not in _BOUNDS or row["case"] not in _CASES:
            raise row.wrong("place, bound or case is none of those that the head tells")
        if row["words"].count(" ") >= _LONGEST:
            raise row.wrong(f"more than {_LONGEST} words")
        known[row["place"]][row["words"]] = Told(row["bound"], row["case"])
    return known

"""Clauses of a sentence, by its verbs: Kazakh and its like close a clause with the verb."""

from collections.abc import Sequence
from typing import NamedTuple

from qatynas.languages.language import Word


class Clause(NamedTuple):
    """The words `first:last` of a sentence."""

    first: int
    last: int


def clauses(words: Sequence[Word], joins: frozenset[str], quoted: frozenset[int]) -> list[Clause]:
    """Clauses in order; together they are the sentence. None ends among the `quoted` words: a title is one thing."""
    out: list[Clause] = []
    first = 0
    for k, word in enumerate(words):
        if k in quoted:
            continue
        if k + 1 < len(words) and _closes(words, k, joins):
            out.append(Clause(first, k + 1))
            first = k + 1
        elif word.form == ";":
            first = _close(out, first, k)
    if first < len(words):
        out.append(Clause(first, len(words)))
    return out


def _close(out: list[Clause], first: int, k: int) -> int:
    if k > first:
        out.append(Clause(first, k + 1))
    return k + 1


def _closes(words: Sequence[Word], k: int, joins: frozenset[str]) -> bool:
    """Whether a clause ends with word `k`: a predicate before a comma or a conjunction."""
    following = words[k + 1].form.lower()
    if following == ",":
        return _predicate(words[k])
    if following not in joins or words[k].upos != "VERB":
        return False
    return words[k].get("VerbForm") in ("Fin", "Conv") or _goes_on(words[k])


def _goes_on(word: Word) -> bool:
    """A verbal noun in the locative that closes a clause tells what goes on: «қолдау көрсетуде»."""
    return word.get("VerbForm") == "Vnoun" and word.get("Case") == "Loc" and word.get("Person[psor]") is None


def _predicate(word: Word) -> bool:
    form = word.get("VerbForm")
    if word.upos == "AUX" or form in ("Fin", "Conv") or _goes_on(word):
        return True
    return form == "Part" and word.get("Case") in ("Loc", "Abl", "Dat")

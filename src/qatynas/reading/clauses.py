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
    for k, word in enumerate(words[:-1]):
        if k not in quoted and (word.form == ";" or _closes(words, k, joins)):
            out.append(Clause(first, k + 1))
            first = k + 1
    if first < len(words):
        out.append(Clause(first, len(words)))
    return out


def _closes(words: Sequence[Word], k: int, joins: frozenset[str]) -> bool:
    """Whether a clause ends with word `k`: a predicate before a comma or a conjunction, citation marks passed over."""
    at = k + 1
    while at < len(words) and words[at].form[:1] == "[":
        at += 1
    following = words[at if at < len(words) else k + 1].form.lower()
    if following == ",":
        return _predicate(words[k]) or _after(words, k)
    return following in joins and (_finite(words[k]) or _goes_on(words[k]))


def _after(words: Sequence[Word], k: int) -> bool:
    """Whether a clause of time ends with the postposition at `k`: «жүргізген соң», «шыққаннан кейін»."""
    return k > 0 and words[k].upos in ("ADP", "ADV") and words[k - 1].get("VerbForm") in ("Part", "Vnoun")


def _finite(word: Word) -> bool:
    """Whether a word can close a clause as a verb: also where another reading is likelier («барды», «қойды»)."""
    if word.upos in ("VERB", "AUX") and word.get("VerbForm") in ("Fin", "Conv"):
        return True
    return any(a.get("VerbForm") == "Fin" and a.get("Tense") in ("Past", "Aor") for a in word.analyses)


def _goes_on(word: Word) -> bool:
    """A verbal noun in the locative that closes a clause tells what goes on: «қолдау көрсетуде»."""
    return word.get("VerbForm") == "Vnoun" and word.get("Case") == "Loc" and word.get("Person[psor]") is None


def _predicate(word: Word) -> bool:
    copula = word.upos == "AUX" and all(one.upos != "ADV" for one in word.analyses)  # «дос емес, әріптес» goes on
    if copula or word.get("VerbForm") in ("Fin", "Conv") or _goes_on(word) or _finite(word):
        return True
    return word.get("VerbForm") == "Part" and word.get("Case") in ("Loc", "Abl", "Dat")

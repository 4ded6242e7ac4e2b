"""Compounds with a light verb: two words that mean one act («қол қойды», signed)."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from qatynas.languages.kazakh.grammar import PACKAGE
from qatynas.languages.language import Word
from qatynas.ontology.lexicon import loaded
from qatynas.ontology.tables import rows

_BETWEEN = 1  # words that may stand inside a compound: «жүзеге толық асырды»


class Compound(NamedTuple):
    """A compound: the places of its two words in the sentence, its dictionary form, its meaning in English."""

    first: int
    verb: int
    lemma: str
    meaning: str


def compounds(words: Sequence[Word]) -> Iterator[Compound]:
    """The compounds of a sentence, in the order of their verbs; no word stands in two of them."""
    taken = -1
    for at, word in enumerate(words):
        for stem, firsts in _candidates(word):
            for place in range(at - 1, max(taken, at - 2 - _BETWEEN), -1):
                found = next((first for first in firsts if _is(words[place], first)), None)
                if found:
                    yield Compound(place, at, f"{found} {stem}", firsts[found])
                    taken = at
                    break


def _candidates(word: Word) -> Iterator[tuple[str, Mapping[str, str]]]:
    stems = dict.fromkeys(one.lemma for one in word.analyses if one.upos == "VERB")
    return ((stem, _table()[stem]) for stem in stems if stem in _table())


def _is(word: Word, first: str) -> bool:
    return word.form.lower() == first or any(one.lemma == first and one.upos != "VERB" for one in word.analyses)


@loaded
def _table() -> Mapping[str, Mapping[str, str]]:
    """By the stem of the verb: the first words that it makes a compound with, and what that means."""
    out: dict[str, dict[str, str]] = defaultdict(dict)
    for row in rows(PACKAGE, "data/light_verbs.tsv", ("first", "verb", "meaning")):
        out[row["verb"]][row["first"]] = row["meaning"]
    return dict(out)

"""Repairs of signs that stand where a Kazakh letter was lost: by the only letter that makes a word.

A code page that lacks Kazakh's own letters puts `?`, `¿` or another sign in their place, often one sign for all of
them. Which letter is meant is told by the word: every letter that only Kazakh has is tried, and the sign is repaired
where exactly one way gives a word. What `data/letters.tsv` tells of code pages helps where this does not.
"""

import re
from collections.abc import Iterator
from itertools import product

from qatynas.documents.offsets import Edit
from qatynas.languages.kazakh.analysis import analyse
from qatynas.languages.kazakh.grammar import SYLLABIC, softened
from qatynas.languages.kazakh.letters import CYRILLIC, LOWER, signs
from qatynas.languages.kazakh.vocabulary import named
from qatynas.languages.language import Analysis
from qatynas.ontology.lexicon import kept, loaded

OWN = "әғқңөұүһі"
_MOST_SIGNS = 3  # in one word: every further one makes nine times as many ways
_SHORTEST = 4  # letters and signs of a word
_RUN = 40


@loaded
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A place that may be a lost letter, and a word with such places: a sign at the end of a word is a mark."""
    lost = re.escape("".join(sorted(signs())))
    place = rf"(?<=[{CYRILLIC}])[{lost}](?=[{LOWER}{lost}])|(?<![^\s«“\"(–-])[{lost}](?=[{LOWER}]{{2}})"
    return re.compile(place), re.compile(rf"(?<![\w#@/\\{lost}])[{CYRILLIC}{lost}]{{{_SHORTEST},{_RUN}}}(?![\w@/\\])")


def lost_letters(text: str) -> Iterator[Edit]:
    """Signs in the place of a Kazakh letter, where one letter alone makes a word."""
    place, word = _patterns()
    if signs().keys().isdisjoint(text) or not place.search(text):
        return
    for match in word.finditer(text):
        form = match.group().rstrip("".join(signs()))
        places = [found.start() - match.start() for found in place.finditer(text, *match.span())]
        letters = _letters(form, tuple(places))
        for at, letter in zip(places, letters, strict=False):
            yield Edit(match.start() + at, match.start() + at + 1, letter, "lost-letter")


@kept(10_000)
def _letters(form: str, places: tuple[int, ...]) -> str:
    """The letters that make a word in these places; empty where none do, or more than one way."""
    if not 0 < len(places) <= _MOST_SIGNS or len(form) < _SHORTEST or len(form) - len(places) < 2:
        return ""
    if sum(letter in signs() for letter in form) != len(places):
        return ""
    ways = ["".join(letters) for letters in product(OWN, repeat=len(places))]
    for is_word in (_is_listed, _is_word):
        found = [letters for letters in ways if is_word(_filled(form, places, letters))]
        if found:
            return _cased(form, places, found[0]) if len(found) == 1 else ""
    return ""


def _filled(form: str, places: tuple[int, ...], letters: str) -> str:
    out = list(form)
    for at, letter in zip(places, letters, strict=True):
        out[at] = letter
    return "".join(out)


def _is_listed(word: str) -> bool:
    """Whether a form is a word of the lists; one that suffixes make of another comes after them."""
    return named(word) or any(_is_sound(word, one) for one in analyse(word) if not one.how)


def _is_word(word: str) -> bool:
    return any(_is_sound(word, one) for one in analyse(word))


def _is_sound(word: str, one: Analysis) -> bool:
    """Whether it is known and softens its stem before a vowel: «хандықы» for хандығы does not."""
    return one.known and not _is_hard(word.lower(), one.lemma)


def _is_hard(low: str, lemma: str) -> bool:
    return low != lemma and softened(lemma) != lemma and low.startswith(lemma) and low[len(lemma) :][:1] in SYLLABIC


def _cased(form: str, places: tuple[int, ...], letters: str) -> str:
    """The letters as capitals where the sign stands for one by its code page, or before other capitals."""
    return "".join(
        letter.upper() if signs()[form[at]].isupper() or form[at + 1 : at + 2].isupper() else letter
        for at, letter in zip(places, letters, strict=True)
    )

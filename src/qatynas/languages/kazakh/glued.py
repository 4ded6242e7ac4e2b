"""Repairs of words that were written together: glued words come apart, lost hyphens of pairs come back.

Kazakh writes many compounds as one word (елбасы, халықаралық), so that a part that is known proves nothing. A word
is looked at only where the analyser does not know it, and every part must be known. What tells glueing from a
compound is the seam: no compound has a case or a verb's ending inside it, nor a conjunction or a postposition. A
seam behind a bare word counts only in a document that shows glueing elsewhere, and between long parts.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise, product
from typing import NamedTuple

from qatynas.documents.offsets import Edit
from qatynas.languages.kazakh.analysis import analyse
from qatynas.languages.kazakh.capitals import is_surname
from qatynas.languages.kazakh.chains import KINDS, TONES, derived, parse, start
from qatynas.languages.kazakh.grammar import SYLLABIC, hardened, softened
from qatynas.languages.kazakh.letters import CYRILLIC, LOWER, UPPER, words
from qatynas.languages.kazakh.roots import roots
from qatynas.languages.kazakh.vocabulary import known, name_length, named
from qatynas.languages.language import Analysis
from qatynas.ontology.lexicon import here, kept, loaded

SHORTEST, LONGEST = 8, 60  # letters of a glued word
_PAIR = 6  # letters of a pair that lost its hyphen, at least
_MOST_PARTS = 6
_LEMMA = 4  # letters from which on a short part is a word by itself
_PART = 5  # letters of a part whose lemma is shorter
_LONG = 6  # letters of each part where the whole begins with a capital, and of what stands beside a very short one
_JOINED = ("CCONJ", "ADP")  # what no compound holds
_CONTENT = ("NOUN", "ADJ", "ADV", "VERB")
_FUNCTION = (*_JOINED, "SCONJ", "PRON", "DET", "NUM", "AUX", "PART")

# No part of an address, a hashtag, a file's name or a hyphenated word.
_WORD = re.compile(rf"(?<![\w#@/\\.’'‑-])[{CYRILLIC}]{{{_PAIR},{LONGEST}}}(?![\w@/\\’'‑-]|\.\w)")
_SEAM = re.compile(rf"(?<=[{LOWER}])(?=[{UPPER}][{LOWER}])")
# Not «Нұр-Сұлтан», a city, beside Нұрсұлтан, a man.
_HYPHENATED = re.compile(rf"(?<![\w-])[{LOWER}]{{4,}}-[{LOWER}]{{4,}}(?![\w-])")


class _Parts(NamedTuple):
    parts: tuple[str, ...]
    mark: str  # what is put between them
    sure: bool  # tells glueing by itself


def glued(text: str) -> Iterator[Edit]:
    """Spaces between words that were glued together, hyphens between the halves of a pair."""
    unknown = set(filter(here(_unknown), set(_WORD.findall(text))))
    if not unknown:
        return
    pairs = {word.replace("-", ""): word.index("-") for word in _HYPHENATED.findall(text)}
    found = {word: parts for word in unknown if (parts := _parted(word, pairs))}
    shown = any(parts.sure and parts.mark == " " for parts in found.values())
    for match in _WORD.finditer(text) if found else ():
        parts = found.get(match.group())
        if parts and (parts.sure or shown):
            at = match.start()
            for part in parts.parts[:-1]:
                at += len(part)
                yield Edit(at, at, parts.mark, "lost-hyphen" if parts.mark == "-" else "glued-words")


@kept(50_000)
def _unknown(word: str) -> bool:
    return not (word.isupper() or known(word) or named(word))


def _parted(word: str, pairs: Mapping[str, int]) -> _Parts | None:
    cut = _listed(word.lower()) or (0 if word[0].isupper() else _said_twice(word) or pairs.get(word, 0))
    if cut:
        return _Parts((word[:cut], word[cut:]), "-", True)
    if len(word) < SHORTEST or (word[0].isupper() and is_surname(word)):
        return None
    seams = [match.start() for match in _SEAM.finditer(word)]
    return _at_capitals(word, seams) if seams else _best(word)


def _listed(low: str) -> int:
    """Where a pair of the list `hyphenated` or a word behind a `prefix` has lost its hyphen; 0 nowhere."""
    for cut in range(2, len(low) - 2):
        first, second = low[:cut], low[cut:]
        paired = any(second.startswith((other, softened(other))) for other in _pairs().get(first, ()))
        if (paired or first in words("prefix")) and known(second):
            return cut
    return 0


def _said_twice(low: str) -> int:
    """Where the hyphen of a word that is said twice has been lost; 0 nowhere."""
    for cut in range(3, len(low) - 2):
        first, second = low[:cut], low[cut:]
        if (_is_again(first, second) or _is_echo(first, second)) and known(first):
            return cut
    return 0


def _is_again(first: str, second: str) -> bool:
    """Whether the second word is the first once more («бірте-бірте»), perhaps with an ending («бір-біріне»)."""
    return second.startswith(first) and known(second) and (len(first) >= _LEMMA or _is_function(first))


def _is_echo(first: str, second: str) -> bool:
    """Whether the second word is the first with another beginning («шай-пай», «нан-ман»)."""
    return second[0] in "пм" and second[0] != first[0] and second[1:] == first[first[0] not in SYLLABIC :]


@loaded
def _pairs() -> Mapping[str, tuple[str, ...]]:
    """The second halves of `hyphenated` words by the first."""
    out: dict[str, list[str]] = {}
    for pair in words("hyphenated"):
        first, _, second = pair.partition("-")
        out.setdefault(first, []).append(second)
    return {first: tuple(sorted(seconds)) for first, seconds in out.items()}


def _at_capitals(word: str, seams: list[int]) -> _Parts | None:
    """A word with capitals inside (соғысҚазақстан), unless it is a name that is written so (ҚазМұнайГаз)."""
    parts = [word[start:end] for start, end in zip([0, *seams], [*seams, len(word)], strict=True)]
    if not all(_is_part(part, False) or _is_name(part) for part in parts):
        return None
    first = parts[0].lower()
    return _Parts(tuple(parts), " ", True) if parts[0].islower() or _ends_word(first) else None


@kept(10_000)
def _best(word: str) -> _Parts | None:
    """The fewest words that make up the whole; of equally many those whose shortest is longest."""
    low = word.lower()
    ways: list[tuple[str, ...] | None] = [()]
    for end in range(1, len(low) + 1):
        found = [
            (*before, low[start:end])
            for start in range(end - 1)
            if (before := ways[start]) is not None
            and len(before) < _MOST_PARTS
            and (_is_part(word[start:end], start > 0) or _is_last(before, low[start:end], end == len(low)))
        ]
        ways.append(min(found, key=_cost, default=None))
    parts = ways[-1]
    if not parts or len(parts) < 2:
        return None
    return _judged(word, parts)


def _is_last(before: tuple[str, ...], word: str, ends: bool) -> bool:
    """Whether the end of a glued word is a short noun: only behind a long word that tells its end (хаттамаға|қол)."""
    if not (ends and before and 2 < len(word) < _PART and len(before[-1]) >= _LONG and _ends_word(before[-1])):
        return False
    return not _is_chain(word) and any(one.known and one.upos in _CONTENT and not _is_odd(one) for one in analyse(word))


def _cost(parts: tuple[str, ...]) -> tuple[int, int]:
    return len(parts), -min(map(len, parts))


def _judged(word: str, parts: tuple[str, ...]) -> _Parts | None:
    """Whether the seams prove glueing; null where they are too weak even in a document that shows it elsewhere.

    One seam of several that proves it is enough: the others then stand in a word that shows glueing.
    """
    seams = [*pairwise(parts)]
    proofs = [_is_proof(one, two) for one, two in seams]
    sure = any(proofs) and all(proof or _may_part(*seam) for proof, seam in zip(proofs, seams, strict=True))
    if word[0].isupper() and not (any(map(_is_joined, parts)) or len(parts[0]) >= _LONG):
        return None
    weak = not word[0].isupper() and all(_may_part(*seam) for seam in seams)
    return _Parts(parts, " ", sure) if sure or weak else None


def _is_proof(one: str, two: str) -> bool:
    """Whether no compound has this seam."""
    return _is_joined(one) or _is_joined(two) or _ends_word(one)


def _may_part(one: str, two: str) -> bool:
    """Whether a seam counts in a document that shows glueing elsewhere: not between what makes compounds."""
    if not words("compounding").isdisjoint((one, two, *(reading.lemma for reading in _readings(two)))):
        return False
    short, long = sorted((len(one), len(two)))
    return short >= _LEMMA or long >= _LONG


@kept(50_000)
def _is_part(word: str, behind: bool) -> bool:
    """Whether a part of a glued word is a word by itself; `behind` another it must not be one's suffixes."""
    low = word.lower()
    if behind and _is_chain(low) and not _is_joined(low):
        return False
    if word[0].isupper() and _is_name(word):
        return True
    return _is_function(low) or any(_is_sound(low, one) for one in _readings(low))


def _is_name(word: str) -> bool:
    return len(word) >= _LEMMA and named(word)


def _readings(low: str) -> list[Analysis]:
    return [one for one in analyse(low) if one.known and not _is_odd(one)] if len(low) >= _LEMMA else []


def _is_odd(one: Analysis) -> bool:
    """Whether formal prose has hardly a word of this kind: «do!», «my», «you did», a bare «doing» (біле)."""
    if one.get("Mood") == "Imp" or one.get("Person[psor]") in ("1", "2"):
        return True
    return one.get("Person") in ("1", "2") or (one.get("VerbForm"), one.get("Aspect")) == ("Conv", "Imp")


def _is_sound(low: str, one: Analysis) -> bool:
    return len(low) >= _PART or len(one.lemma) >= _LEMMA


def _is_function(low: str) -> bool:
    return len(low) > 2 and any(root.upos in _FUNCTION for root in roots().closed.get(low, ()))


@kept(50_000)
def _is_joined(low: str) -> bool:
    """Whether it is a conjunction or postposition, which no compound holds."""
    return len(low) > 3 and any(root.upos in _JOINED for root in roots().closed.get(low, ()))


@kept(50_000)
def _ends_word(low: str) -> bool:
    """Whether a part has an ending that stands at the end of words only, in every reading."""
    found = _readings(low)
    if not found:
        return 0 < name_length(low) < len(low)
    return not any(one.lemma == low for one in found)


@kept(50_000)
def _is_chain(low: str) -> bool:
    """Whether a part could be suffixes of the word before it."""
    for kind, tone in product(KINDS, TONES):
        if any(parse(low, start(upos, kind, tone)) for upos in ("NOUN", "VERB")):
            return True
        if any(derived(low, upos, kind, tone) for upos in ("NOUN", "ADJ", "NUM", "VERB")):
            return True
    return any(hardened(low[:cut]) in words("syllable") and _is_ending(low[cut:]) for cut in range(2, len(low) + 1))


def _is_ending(rest: str) -> bool:
    return any(parse(rest, start("NOUN", kind, tone)) for kind, tone in product(KINDS, TONES))

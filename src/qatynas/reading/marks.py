"""Citation marks in a sentence: where they stand, and which items and pages their words name."""

import re
from collections.abc import Mapping
from typing import Literal, NamedTuple

from qatynas.languages.language import Language
from qatynas.ontology.lexicon import kept
from qatynas.reading.apparatus import SUPERSCRIPTS

_RAISED = re.compile(r"(?:(?<=[^\W\d_]{3})|(?<=[»”\"’.,!?)…]))(?P<mark>[⁰¹²³⁴-⁹]{1,3})\)?")
_NAMED = re.compile(r"\[\^(?P<mark>[^\]\s]{1,20})\]")
_CLOSED = re.compile(r"(?<=[^\W\d_]{3})(?P<mark>\d{1,2})\)(?!\w)")
_SPAN = r"\d{1,4}(?:\s?[-–]\s?\d{1,4})?"
_NUMBER = r"\d{1,3}"
_SIGNS = re.compile(r"[\[()⁰¹²³⁴-⁹]")  # without one of them there is no mark
_NEAR = 60  # characters before a mark within which words tell that it is cited at second hand
_MOST = 50  # items that one range of a mark may name

Kind = Literal["list", "note", "words"]


class Mark(NamedTuple):
    """A mark over `start:end` of its sentence's text; `marker` are its words, `second_hand` what they tell.

    `kind`: it names items of a list (`[4]`), a note, or holds the words of an item themselves («цит. по: …»).
    """

    start: int
    end: int
    marker: str
    kind: Kind
    second_hand: bool = False


class Pointer(NamedTuple):
    """One item that a mark names, and the pages that it names there."""

    number: str
    pages: str | None = None


def marks(sentence: str, language: Language, closed: frozenset[str] = frozenset(), behind: str = "") -> list[Mark]:
    """The marks of a sentence, in order; `closed` are the signs of notes that are written as `1)`.

    `behind`: what follows on its line, as full stops inside an item in brackets seem to end the sentence.
    """
    if not _SIGNS.search(sentence):
        return []
    words = _words(language)
    found = [Mark(m.start(), m.end(), m["mark"].strip(), "list") for m in words.boxed.finditer(sentence)]
    taken = {mark.start for mark in found}
    inline = (Mark(m.start(), m.end(), m["mark"], "words", True) for m in words.inline.finditer(sentence + behind))
    found += [
        mark._replace(end=min(mark.end, len(sentence)))
        for mark in inline
        if mark.start not in taken and mark.start < len(sentence)
    ]
    for pattern in (_RAISED, _NAMED, _CLOSED):
        told = ((m, m["mark"].translate(SUPERSCRIPTS)) for m in pattern.finditer(sentence))
        found += [
            Mark(m.start(), m.end(), sign, "note") for m, sign in told if pattern is not _CLOSED or sign in closed
        ]
    found.sort(key=lambda mark: mark.start)
    return [_at_second_hand(mark, sentence, found[k - 1].end if k else 0, words) for k, mark in enumerate(found)]


def tells_second_hand(words: str, language: Language) -> bool:
    """Whether an item begins with words that say that it is cited through another work."""
    return _words(language).begins.match(words) is not None


def pointers(marker: str, items: int, language: Language) -> tuple[Pointer, ...]:
    """The items that a mark in brackets names; `items`: how many the list has, zero where there is none.

    A second number without a word for pages is an item as long as the list has so many («[6, 7]»), else a page.
    """
    words = _words(language)
    out: list[Pointer] = []
    for group in marker.split(";"):
        head, *rest = re.split(r"\s?[,:]\s?", group.strip())
        numbers, named = _range(head), [part.strip() for part in rest if part.strip()]
        if named and (words.paged.search(", ".join(named)) or not all(_listed(part, items) for part in named)):
            out += [Pointer(number) for number in numbers[:-1]]
            out += [Pointer(number, _pages(", ".join(named), words)) for number in numbers[-1:]]
        else:
            out += [Pointer(number) for part in (head, *named) for number in _range(part)]
    return tuple(out)


def _range(part: str) -> list[str]:
    """The numbers of «4» or «4–6»."""
    ends = [int(number) for number in re.findall(_NUMBER, part)]
    if len(ends) == 2 and 0 <= ends[1] - ends[0] < _MOST:
        return [str(number) for number in range(ends[0], ends[1] + 1)]
    return [str(number) for number in ends]


def _listed(part: str, items: int) -> bool:
    """Whether a bare number, or the upper end of a range, may be that of an item."""
    numbers = re.findall(r"\d+", part)
    return bool(numbers) and (len(numbers[-1]) < 4 and (not items or int(numbers[-1]) <= items))


def _pages(told: str, words: "_Words") -> str | None:
    """Pages without the word for them; where a volume is told too, the words as they stand."""
    bare = words.page.sub("", told).strip(" .-–")
    return bare if re.fullmatch(r"[\d\s,.–-]+", bare) else told.strip()


def _at_second_hand(mark: Mark, sentence: str, floor: int, words: "_Words") -> Mark:
    before = sentence[max(floor, mark.start - _NEAR) : mark.start]
    told = words.second_hand.search(before) or words.second_hand.search(sentence[mark.start : mark.end])
    behind = words.behind.match(sentence, mark.end)
    return mark._replace(second_hand=True) if told or behind else mark


class _Words(NamedTuple):
    """Patterns made of the language's words for citing."""

    boxed: re.Pattern[str]
    inline: re.Pattern[str]
    paged: re.Pattern[str]
    page: re.Pattern[str]
    second_hand: re.Pattern[str]
    behind: re.Pattern[str]
    begins: re.Pattern[str]


@kept(4)
def _words(language: Language) -> _Words:
    roles: Mapping[str, str] = {
        role: _any(language, role) for role in ("page", "volume", "issue", "second hand", "see")
    }
    page, volume, second = roles["page"], roles["volume"], roles["second hand"]
    unit = rf"(?:{page}|{volume})"
    places = rf"(?:(?:{unit})\.?\s?)?{_SPAN}(?:\s?-?(?:{page})\b\.?)?"
    group = rf"{_NUMBER}(?:\s?[-–]\s?{_NUMBER})?(?:\s?[,:]\s?{places})*"
    lead = rf"(?:(?:{second}|{roles['see']})\.?\s?:?\s?)?"
    told = rf"(?<!\w)(?:{second})(?!\w)"
    return _Words(
        boxed=re.compile(rf"\[{lead}(?P<mark>{group}(?:\s?;\s?{group})*)\.?\s?\]", re.IGNORECASE),
        inline=re.compile(
            rf"[(\[](?:{second})\.?\s?:?\s(?P<mark>[^()\[\]]{{3,300}}(?:\([^()]*\)[^()\[\]]*)?)[)\]]", re.IGNORECASE
        ),
        paged=re.compile(rf"(?<!\w)(?:{unit})\.?\s?\d|\d\s?-?(?:{page})(?!\w)", re.IGNORECASE),
        page=re.compile(rf"(?<![^\W\d_])(?:{page})(?!\w)\.?", re.IGNORECASE),
        second_hand=re.compile(told, re.IGNORECASE),
        behind=re.compile(rf"(?:[-–]\w{{1,4}})?\s(?:{second})(?!\w)", re.IGNORECASE),
        begins=re.compile(rf"\W*(?:{second})(?!\w)", re.IGNORECASE),
    )


def _any(language: Language, role: str) -> str:
    """A pattern for any phrase of a role, the longest first; full stops may stand behind its words."""
    phrases = sorted((phrase for phrase, told in language.lexicon("citing") if told == role), key=len, reverse=True)
    return "|".join(re.escape(phrase).replace(r"\ ", r"\.?\s?").replace(":", r"\s?:") for phrase in phrases)

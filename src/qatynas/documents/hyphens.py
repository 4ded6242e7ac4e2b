"""Hyphens at the ends of lines: whether one breaks a word or joins two, where that can be told without a language."""

import re
from bisect import bisect_left
from functools import cached_property
from typing import NamedTuple

_WORD = re.compile(r"[^\W_]+(?:[-\u2010][^\W_]+)*")
_LAST = re.compile(r"[^\W_]+\Z")
_FIRST = re.compile(r"[^\W_]+")
_LONGEST = 60  # letters of a word that are looked at
_TOLD = 4  # letters of a word's second half that tell it whatever its ending
_SOFT, _HYPHENS, _DASHES = "\u00ad", "-\u2010", "–—"
_BEHIND_ALL = "\U0010ffff"


class Mended(NamedTuple):
    """What a break of a line becomes: the stretch from `start` to the break's end is replaced by `new`."""

    start: int
    new: str


class Hyphens:
    """The hyphens at the line ends of one text, judged by the words that stand in it elsewhere."""

    def __init__(self, text: str) -> None:
        self._text = text

    def mended(self, start: int, end: int) -> Mended | None:
        """What the break `start:end` becomes; null where no word is broken there and a space is wanted.

        Where the text itself does not tell, the hyphen stays with a bare line end behind it: the repairs of a
        language (`line-hyphen` of Kazakh) know its words, and they are asked anyway.
        """
        text = self._text
        last = text[start - 1 : start]
        if not last or last not in _SOFT + _HYPHENS + _DASHES:
            return None
        one = _LAST.search(text, max(0, start - 1 - _LONGEST), start - 1)
        two = _FIRST.match(text, end, end + _LONGEST)
        if one is None or two is None:
            return None
        if last == _SOFT:
            return Mended(start - 1, "")
        if last in _DASHES:  # «1991–2014»; between words a dash has its space
            return Mended(start, "") if one[0].isdecimal() and two[0].isdecimal() else None
        keeps = self._keeps(one[0], two[0])
        if keeps is None:
            return Mended(start, "\n")
        return Mended(start if keeps else start - 1, "")

    def _keeps(self, one: str, two: str) -> bool | None:
        """Whether the hyphen belongs to the word; null where that is not told."""
        # Nobody breaks a word before a capital or inside a number, and an abbreviation ends with its capitals.
        if one[-1].isdecimal() or two[0].isdecimal():
            return True
        if one[-1].isupper() != two[0].isupper() and len(one) > 1:
            return True
        kept, joined = self._count(f"{one}-", two), self._count(one, two)
        return None if kept == joined else kept > joined

    def _count(self, one: str, two: str) -> int:
        """How often words so begun stand in the text on one line; a short second half must be the whole rest."""
        begun = (one + two[:_TOLD]).casefold()
        behind = begun + (_BEHIND_ALL if len(two) >= _TOLD else "\0")
        return bisect_left(self._words, behind) - bisect_left(self._words, begun)

    @cached_property
    def _words(self) -> list[str]:
        return sorted(word[0].casefold().replace("\u2010", "-") for word in _WORD.finditer(self._text))

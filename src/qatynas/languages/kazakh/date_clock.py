"""What is known of the time while the dates of a text are read, and what words tell of it."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from qatynas.facts.edtf import Edtf
from qatynas.languages.kazakh.date_words import Token

# Years that date arithmetic can never leave; a season in the place of a month is only a year.
_REFERENCE = re.compile(r"([12]\d{3})(?:-(0[1-9]|1[0-2])(?:-(\d{2}))?)?(?!\d)")
_TOLD_YEAR = re.compile(r"(?<![\dX-])\d{4}(?![\dX])")
NEVER = "0000-00"
"""Stands for what the calendar does not have."""


class Told(NamedTuple):
    """What words tell: EDTF (null where nothing resolves them) and whether it hangs on the document's date.

    `words` are those that tell it, if not all of the expression.
    """

    text: str | None
    relative: bool = False
    words: Sequence[Token] = ()


UNKNOWN = Told(None, True)
"""Relative words that nothing known resolves."""


class Year(NamedTuple):
    """A year of the story, and whether it hangs on the document's date; null where it is unknown."""

    number: int | None
    relative: bool = False


class Clock(NamedTuple):
    """What is known of the document's date, and of what words before tell.

    `told` is the year of another part of the same expression, or of one that stands right before; `that` the
    last year told («сол жылы»); `dated` that of the last full date of the sentence, which holds for days and
    months without a year; `last` is the last date told («сол күні»).
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    told: Year | None = None
    that: Year | None = None
    dated: Year | None = None
    last: Told = UNKNOWN


def clock(reference: Edtf | None, narrative: Edtf | None) -> Clock:
    """What is known before the first word: the document's own date and the last date told before."""
    found = _REFERENCE.match(str(reference)) if reference else None
    year, month, day = (int(part) if part else None for part in found.groups()) if found else (None, None, None)
    last = Told(str(narrative)) if narrative else UNKNOWN
    return Clock(year, month, day, that=only_year(last), last=last)


def only_year(told: Told) -> Year | None:
    """The year of what names one year and no other."""
    years = set(_TOLD_YEAR.findall(told.text or ""))
    return Year(int(years.pop()), told.relative) if len(years) == 1 else None


def values(words: Sequence[Token], *names: str) -> list[int]:
    """Values of the words of some classes, in order."""
    return [int(word.value) for word in words if word.name in names]


def has(words: Sequence[Token], *names: str) -> bool:
    """Whether a word of one of the classes is among them."""
    return any(word.name in names for word in words)

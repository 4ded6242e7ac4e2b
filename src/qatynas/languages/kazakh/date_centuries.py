"""Readings of date_grammar.tsv that tell decades and centuries, and years before our era."""

from collections.abc import Sequence

from qatynas.languages.kazakh.date_clock import NEVER, UNKNOWN, Clock, Told, has, values
from qatynas.languages.kazakh.date_grammar import Found
from qatynas.languages.kazakh.date_units import parts_place
from qatynas.languages.kazakh.date_words import Token

_NUMBERS = ("YEAR", "OLDYEAR", "SHORTYEAR", "NUMBER", "DAY")


def ordinals(words: Sequence[Token]) -> list[int]:
    """Numbers of centuries; a small number in bare digits counts centuries («3 ғасыр») and is none of them."""
    small = [w for w in words if w.name == "DAY" and w.case == "n" and int(w.value) < 10]
    return [] if small else values(words, "ROMAN", "DAY")


def _which(words: Sequence[Token], clock: Clock) -> int | None:
    """Number of the century that stands at the beginning; «өткен ғасыр» is told from the document's date."""
    if shift := values(words[:1], "DEICTIC", "THIS"):
        return clock.year and (clock.year - 1) // 100 + 1 + shift[0]
    return next(iter(ordinals(words[:1])), None)


def century(found: Found, clock: Clock) -> Told | None:
    """A century or a part of it."""
    relative = has(found.words[:1], "DEICTIC", "THIS")
    number = _which(found.words, clock)
    if number is None:
        return UNKNOWN if relative else None
    return Told(_of_century(100 * (number - 1), found.words), relative)


def _of_century(first: int, words: Sequence[Token]) -> str:
    """EDTF of a century, given its year 0, or of its half, quarter, last years or first or last decade."""
    parts = [str(word.value) for word in words if word.name == "PART"]
    if parts_of := values(words, "HALF", "QUARTER", "FOURTH", "TENTH"):
        length, place = 100 // parts_of[0], parts_place(words[1:], parts_of[0])
        begin = first + length * (place - 1)
        told = f"{begin // 10:03}X" if length == 10 else f"{begin:04}/{begin + length - 1:04}"
        return told if place <= parts_of[0] else NEVER
    if has(words, "LAST"):
        years = int(words[-2].value)
        return f"{first // 10 + 9:03}X" if years == 10 else f"{first + 100 - years:04}/{first + 99:04}"
    if parts and parts[0] != "middle":
        return f"{first // 10 + (9 if parts[0] == 'end' else 0):03}X"
    return f"{first // 100:02}XX"


def decade(found: Found, clock: Clock) -> Told | None:
    """Ten years, or twenty told together («20-30-жылдары»), or a half of ten."""
    words = found.words
    last = next((k for k, word in enumerate(words) if word.name in ("YEARS", "YEARWORD")), len(words))
    half = parts_place(words[last:], 2) if has(words[last:], "HALF") else 0
    if year := sum(values(words[:last], "YEAR")):
        told = _half(year, half) if year % 10 == 0 else f"{year}"
        return Told(told + "~" if has(words, "ABOUT", "NEAR") else told)
    of_century = has(words, "CENTURYWORD")
    tens = values(words[1 if of_century else 0 : last], "NUMBER", "SHORTYEAR", "DAY")
    if any(ten % 10 or ten > 90 for ten in tens):
        return None
    number, relative = _century_of(words, clock) if of_century else (_bare(tens), False)
    if number is None:
        return UNKNOWN if relative or not of_century else None
    return Told("/".join(_half(100 * (number - 1) + ten, half) for ten in tens), relative)


def _century_of(words: Sequence[Token], clock: Clock) -> tuple[int | None, bool]:
    return _which(words, clock), has(words[:1], "DEICTIC", "THIS")


def _bare(tens: Sequence[int]) -> int | None:
    """Without a century the twentieth is meant; of the tens and twenties alone that is not sure."""
    return 20 if max(tens) >= 30 else None


def _half(first: int, half: int) -> str:
    """EDTF of a decade, given its first year, or of its first or second half; there is no third."""
    if half > 2:
        return NEVER
    begin = first + 5 * (half - 1)
    return f"{begin:04}/{begin + 4:04}" if half else f"{first // 10:03}X"


def era(found: Found, clock: Clock) -> Told:
    """A year or century with its era. EDTF counts 1 BC as year 0."""
    words = found.words
    old = has(words, "ERA", "UNTIL", "BEFORE")
    if has(words, "MILLENNIUM"):
        return Told(_millennium(values(words, "ROMAN", "DAY")[0], old))
    if has(words, "CENTURYWORD"):
        return Told(_interval([_old_century(number) for number in values(words, "ROMAN", "DAY")]))
    year = values(words, *_NUMBERS)[0]
    number = 1 - year if old else year
    return Told(f"{number:04}" if number >= 0 else f"{number:05}")


def _old_century(number: int) -> str:
    return f"-{number - 1:02}XX" if number > 1 else "-0099/0000"


def _millennium(number: int, old: bool) -> str:
    if number > 3:
        return NEVER if not old else f"-{number - 1}XXX"
    return f"{number - 1}XXX" if not old else f"-{number - 1}XXX" if number > 1 else "-0999/0000"


def _interval(centuries: list[str]) -> str:
    return centuries[0] if len(centuries) == 1 else f"{centuries[0].split('/')[0]}/{centuries[-1].split('/')[-1]}"

"""Dates of a text: every expression of a time, as EDTF, with the span of all its words."""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from typing import Literal, NamedTuple

from qatynas.errors import EdtfError
from qatynas.facts.edtf import Edtf
from qatynas.languages.kazakh.date_grammar import Found, expressions
from qatynas.languages.kazakh.date_words import Token, shared_months, tokens

Flag = Literal["", "relative", "impossible"]
# Years that date arithmetic can never leave; a season in the place of a month is only a year.
_REFERENCE = re.compile(r"([12]\d{3})(?:-(0[1-9]|1[0-2])(?:-(\d{2}))?)?(?!\d)")
_TOLD_YEAR = re.compile(r"(?<![\dX-])\d{4}(?![\dX])")
_YEARS = frozenset(("YEAR", "YEARCOUNT", "OLDYEAR", "THAT", "THIS", "DEICTIC", "THISYEAR"))
_DAYS = ("DAY", "COUNT", "NUMBER")
_HALVES, _QUARTERS = 39, 32  # EDTF's codes of half years are 40-41, those of quarters 33-36


class DateExpression(NamedTuple):
    """An expression of a time: `words` is `text[start:end]`, with all its suffixes.

    `date` is null where the words are relative and nothing known resolves them, or tell a day that does not
    exist; `flag` says which. `relative` says that the date depends on the document's own. Expressions
    that were told together («2003, 2008 және 2012 жылдары») have one `group` number, and `full` is the span
    of them all; for others it is their own.
    """

    start: int
    end: int
    date: Edtf | None
    words: str
    relative: bool
    flag: Flag = ""
    group: int | None = None
    full: tuple[int, int] = (0, 0)


class _Told(NamedTuple):
    """What words tell: EDTF, whether it hangs on the document's date, and the words if not all."""

    text: str | None
    relative: bool = False
    words: Sequence[Token] = ()


class _Year(NamedTuple):
    """A year of the story, and whether it hangs on the document's date; null where it is unknown."""

    number: int | None
    relative: bool = False


class _Clock(NamedTuple):
    """What is known of the document's date, and of years that words before tell.

    `told` is the year of another part of the same expression; `that` the last year told («сол жылы»); `dated`
    that of the last full date of the sentence, which holds for days and months without a year.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    told: _Year | None = None
    that: _Year | None = None
    dated: _Year | None = None


def dates(text: str, *, reference: Edtf | None = None, narrative: Edtf | None = None) -> tuple[DateExpression, ...]:
    """Every expression of a time in a restored sentence, in order.

    `reference` is the document's date, `narrative` the last date told before the sentence. «Сол жылы» takes the
    year of the last date told, in the sentence or before it. A day or month without a year takes that of a full
    date before it in the sentence, else the document's; «осы жылғы» and a month without a day take the
    narrative's year where the document has no date.
    """
    clock = _clock(reference)._replace(that=_only_year(str(narrative), False) if narrative else None)
    found: list[DateExpression] = []
    for group, expression in enumerate(expressions(tokens(text))):
        told = [one for one in _READ[expression.rule.reads](expression, clock) if one]
        full = expression.words[0].start, expression.words[-1].end
        for one in told:
            made = _expression(text, one, full, group if len(told) > 1 else None)
            if _inside_word(text, made.start) or _inside_word(text, made.end):
                continue
            found.append(made)
            clock = _after(clock, expression, one)
    return tuple(found)


def _inside_word(text: str, at: int) -> bool:
    return text[at - 1 : at].isalnum() and text[at : at + 1].isalnum()


def _only_year(text: str, relative: bool) -> _Year | None:
    """The year of an EDTF string that names one year and no other."""
    years = set(_TOLD_YEAR.findall(text))
    return _Year(int(years.pop()), relative) if len(years) == 1 else None


def _after(clock: _Clock, found: Found, told: _Told) -> _Clock:
    """The clock for what the sentence tells next.

    «2013 жылғы 5 наурыздағы шарт» tells when a thing was, not when the sentence goes on: only a month or day in
    the locative, or «күні», holds for what follows.
    """
    year = _only_year(told.text, told.relative) if told.text else None
    if year is None:
        return clock
    full = found.words[-1].case in "lp" and any(word.name == "MONTH" for word in found.words)
    return clock._replace(that=year, dated=year if full else clock.dated)


def _clock(reference: Edtf | None) -> _Clock:
    found = _REFERENCE.match(str(reference)) if reference else None
    year, month, day = (int(part) if part else None for part in found.groups()) if found else (None, None, None)
    return _Clock(year, month, day)


def _expression(text: str, told: _Told, full: tuple[int, int], group: int | None) -> DateExpression:
    start, end = (told.words[0].start, told.words[-1].end) if told.words else full
    # A bracket that opens a range of years is no part of the expression.
    if text[start] == "(" and text[end - 1] == ")":
        start, end = start + 1, end - 1
    full = full if group is not None else (start, end)
    value, flag = _edtf(told)
    return DateExpression(start, end, value, text[start:end], told.relative, flag, group, full)


def _edtf(told: _Told) -> tuple[Edtf | None, Flag]:
    if told.text is None:
        return None, "relative"
    try:
        return Edtf.parse(told.text), ""
    except EdtfError:
        return None, "impossible"


def _values(words: Sequence[Token], *names: str) -> list[int]:
    return [int(word.value) for word in words if word.name in names]


def _year(words: Sequence[Token]) -> int | None:
    year = next(iter(_values(words, "YEAR", "YEARCOUNT", "OLDYEAR")), None)
    # EDTF counts 1 BC as year 0.
    return 1 - year if year and any(word.name in ("ERA", "OURERA") for word in words) else year


def _calendar(found: Found, clock: _Clock) -> _Told | None:
    """Day, month, part or whole of a year."""
    words = found.words
    if full := next((str(word.value) for word in words if word.name == "FULL"), None):
        return _Told(full)
    months = _values(words, "MONTH")
    if found.rule.name == "monthcase" and shared_months() & set(months):
        return None
    year, relative = _year_of(words, clock)
    if year is None:
        return _Told(None, True)
    return _Told(_within(year, months, words), relative)


def _year_of(words: Sequence[Token], clock: _Clock) -> _Year:
    """The year that words tell or leave to be known from what stands around them."""
    year = _year(words)
    if year is not None:
        return _Year(year)
    names = {word.name for word in words}
    if "THAT" in names:
        return clock.that or _Year(None, True)
    story = None if clock.year else clock.that
    if names.isdisjoint(("DEICTIC", "THIS", "THISYEAR")):
        known = clock.told or clock.dated or (story if names.isdisjoint(_DAYS) else None)
    else:
        known = story if "THIS" in names else None
    shift = sum(_values(words, "DEICTIC", "THISYEAR"))
    return known or _Year(clock.year and clock.year + shift, True)


def _within(number: int, months: list[int], words: Sequence[Token]) -> str:
    year = f"{number:04}" if number >= 0 else f"{number:05}"
    days = _values(words, *_DAYS, "ROMAN")
    if months and days:
        return "/".join(f"{year}-{months[0]:02}-{day:02}" for day in days)
    if months:
        return "/".join(f"{year}-{month:02}" for month in months)
    if season := _values(words, "SEASON"):
        return f"{year}-{season[0]}"
    if _values(words, "HALF"):
        return f"{year}-{_HALVES + days[0]}" if days[0] <= 2 else f"{year}-00"
    if _values(words, "QUARTER"):
        return f"{year}-{_QUARTERS + days[0]}" if days[0] <= 4 else f"{year}-00"
    return year


def _day(found: Found, clock: _Clock) -> _Told:
    if not (clock.year and clock.month and clock.day):
        return _Told(None, True)
    (shift,) = _values(found.words, "TODAY")
    return _Told((date(clock.year, clock.month, clock.day) + timedelta(shift)).isoformat(), True)


def _week(found: Found, clock: _Clock) -> _Told:
    if not (clock.year and clock.month and clock.day):
        return _Told(None, True)
    (shift,) = _values(found.words, "DEICTIC", "THIS")
    day = date(clock.year, clock.month, clock.day)
    monday = day + timedelta(7 * shift - day.weekday())
    return _Told(f"{monday.isoformat()}/{(monday + timedelta(6)).isoformat()}", True)


def _month(found: Found, clock: _Clock) -> _Told:
    if not (clock.year and clock.month):
        return _Told(None, True)
    (shift,) = _values(found.words, "DEICTIC", "THIS")
    year, month = divmod(clock.year * 12 + clock.month - 1 + shift, 12)
    return _Told(f"{year}-{month + 1:02}", True)


def _ordinals(words: Sequence[Token]) -> list[int]:
    """Numbers of centuries; a small number in bare digits counts centuries («3 ғасыр») and is none of them."""
    small = [w for w in words if w.name == "DAY" and w.case == "n" and int(w.value) < 10]
    return [] if small else _values(words, "ROMAN", "DAY")


def _which(words: Sequence[Token], clock: _Clock) -> int | None:
    """Number of the century that stands at the beginning; «өткен ғасыр» is told from the document's date."""
    if shift := _values(words[:1], "DEICTIC", "THIS"):
        return clock.year and (clock.year - 1) // 100 + 1 + shift[0]
    return next(iter(_ordinals(words[:1])), None)


def _century(found: Found, clock: _Clock) -> _Told | None:
    relative = found.words[0].name in ("DEICTIC", "THIS")
    number = _which(found.words, clock)
    if number is None:
        return _Told(None, True) if relative else None
    return _Told(_of_century(100 * (number - 1), found.words), relative)


def _of_century(first: int, words: Sequence[Token]) -> str:
    """EDTF of a century, given its year 0, or of its half, quarter, last years or first or last decade."""
    parts = [str(word.value) for word in words if word.name == "PART"]
    if _values(words, "HALF", "QUARTER"):
        parts_of = _values(words, "HALF", "QUARTER")[0]
        length, place = 100 // parts_of, _values(words[1:], "ROMAN", "DAY")[-1]
        if place > parts_of:
            return f"{first:04}-00"
        begin = first + length * (place - 1)
        return f"{begin:04}/{begin + length - 1:04}"
    if any(word.name == "LAST" for word in words):
        years = int(words[-2].value)
        return f"{first // 10 + 9:03}X" if years == 10 else f"{first + 100 - years:04}/{first + 99:04}"
    if parts and parts[0] != "middle":
        return f"{first // 10 + (9 if parts[0] == 'end' else 0):03}X"
    return f"{first // 100:02}XX"


def _decade(found: Found, clock: _Clock) -> _Told | None:
    words = found.words
    if year := _year(words):
        return _Told(f"{year // 10:03}X" if year % 10 == 0 else f"{year}")
    century = found.rule.name in ("decade", "decades")
    tens = _values(words[1 if century else 0 :], "NUMBER", "DAY")
    if any(ten % 10 or ten > 90 for ten in tens):
        return None
    if not century:
        # Without a century the twentieth is meant; of the tens and twenties that is not sure.
        return _Told(f"19{tens[0] // 10}X") if tens[0] >= 30 else _Told(None, True)
    relative = words[0].name in ("DEICTIC", "THIS")
    number = _which(words, clock)
    if number is None:
        return _Told(None, True) if relative else None
    return _Told("/".join(f"{number - 1:02}{ten // 10}X" for ten in tens), relative)


def _span(found: Found, clock: _Clock) -> _Told:
    """Some years up to the document's date, whose beginning and end are told by nothing («соңғы он жылда»)."""
    return _Told(None, True)


_UNITS: dict[str, Callable[[Found, _Clock], _Told | None]] = {
    "calendar": _calendar,
    "day": _day,
    "week": _week,
    "month": _month,
    "century": _century,
    "decade": _decade,
    "span": _span,
}


def _one(found: Found, clock: _Clock) -> Iterator[_Told | None]:
    yield _UNITS[found.rule.reads](found, clock)


def _years(found: Found, clock: _Clock) -> Iterator[_Told]:
    one, two = (_year(part.words) for part in found.parts)
    yield _Told(f"{one}/{two}")


def _list(found: Found, clock: _Clock) -> Iterator[_Told]:
    """Years told together: each with its own words, the last with «жылдары»."""
    places = [place for place, word in enumerate(found.words) if word.name == "YEAR"]
    for place in places:
        words = found.words[place:] if place == places[-1] else found.words[place : place + 1]
        yield _Told(f"{_year(words)}", words=words)


def _daylist(found: Found, clock: _Clock) -> Iterator[_Told]:
    """Days told together: the first with its year, the last with its month."""
    shared = [word for word in found.words if word.name not in ("DAY", "COMMA", "AND")]
    start = 0
    for place, word in enumerate(found.words):
        if word.name == "DAY":
            last = all(later.name != "DAY" for later in found.words[place + 1 :])
            told = _calendar(Found(found.rule, [*shared, word]), clock)
            if told:
                yield told._replace(words=found.words[start:] if last else found.words[start : place + 1])
            start = place + 2


def _centuries(found: Found, clock: _Clock) -> Iterator[_Told | None]:
    ordinals = _ordinals(found.words)
    yield _Told("/".join(f"{ordinal - 1:02}XX" for ordinal in ordinals)) if ordinals else None


def _centurylist(found: Found, clock: _Clock) -> Iterator[_Told]:
    for ordinal, words in zip(_ordinals(found.words), (found.words[:1], found.words[2:]), strict=False):
        yield _Told(f"{ordinal - 1:02}XX", words=words)


def _parts(found: Found, clock: _Clock) -> list[_Told] | None:
    """Read both ends; a year that only one of them tells is the other's too."""
    years = [_year_of(part.words, clock) for part in found.parts if _tells_year(part)]
    known = clock._replace(told=years[0]) if years else clock
    told = [_UNITS[part.rule.reads](part, known) for part in found.parts]
    return None if None in told else [one for one in told if one]


def _tells_year(part: Found) -> bool:
    return part.rule.reads == "calendar" and any(word.name in _YEARS for word in part.words)


def _interval(found: Found, clock: _Clock) -> Iterator[_Told]:
    ends = _parts(found, clock)
    if ends:
        one, two = (end.text for end in ends)
        relative = any(end.relative for end in ends)
        yield _Told(f"{one.split('/')[0]}/{two.split('/')[-1]}" if one and two else None, relative)


def _since(found: Found, clock: _Clock) -> Iterator[_Told]:
    for told in _parts(found, clock) or ():
        yield told._replace(text=told.text and told.text.split("/")[0] + "/..")


def _until(found: Found, clock: _Clock) -> Iterator[_Told]:
    for told in _parts(found, clock) or ():
        yield told._replace(text=told.text and "../" + told.text.split("/")[-1])


_READ: dict[str, Callable[[Found, _Clock], Iterator[_Told | None]]] = {
    **dict.fromkeys(_UNITS, _one),
    "years": _years,
    "list": _list,
    "daylist": _daylist,
    "centuries": _centuries,
    "centurylist": _centurylist,
    "interval": _interval,
    "since": _since,
    "until": _until,
}

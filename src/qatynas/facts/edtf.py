"""Dates as people tell them: EDTF, with bounds for sorting and for intervals.

Source: ISO 8601-2:2019 and the Library of Congress's Extended Date/Time Format (EDTF) Specification (2019),
levels 0 to 2, without times of day, exponents (`Y-17E7`) and significant digits (`1950S2`), which no document
about states tells.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import product
from typing import Any, NoReturn

from qatynas.errors import EdtfError

_Day = tuple[int, int, int]
_Bounds = tuple[_Day | None, _Day | None]

_DIGITS = "0123456789"
_Q = "[?~%]?"
_DATE = re.compile(
    rf"{_Q}(?P<sign>-?)(?P<year>[0-9X]{{4}}){_Q}(?:-{_Q}(?P<month>[0-9X]{{2}}){_Q}(?:-{_Q}(?P<day>[0-9X]{{2}}){_Q})?)?"
)
# Nine digits keep the ordinals of the store far inside 64 bits.
_LONG_YEAR = re.compile(rf"Y(?P<year>-?[1-9][0-9]{{4,8}}){_Q}")

# EDTF's codes 21-41 in the place of a month, as first and last month. A winter (a southern summer) begins in
# December and stays inside the year that the string names, as in the package `edtf`: the specification gives
# seasons no months, only their order within the year, winter last.
_SPRING, _SUMMER, _AUTUMN, _WINTER = (3, 5), (6, 8), (9, 11), (12, 12)
_PARTS: dict[int, tuple[int, int]] = dict(
    enumerate(
        (
            *(_SPRING, _SUMMER, _AUTUMN, _WINTER),
            *(_SPRING, _SUMMER, _AUTUMN, _WINTER),
            *(_AUTUMN, _WINTER, _SPRING, _SUMMER),
            *((1, 3), (4, 6), (7, 9), (10, 12)),
            *((1, 4), (5, 8), (9, 12)),
            *((1, 6), (7, 12)),
        ),
        start=21,
    )
)
_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class Edtf:
    """A date, interval or set of dates in EDTF (ISO 8601-2:2019). Immutable; two are equal if written alike.

    `earliest` and `latest` are the first and the last day that it can mean, both inclusive, as proleptic
    Gregorian ordinals (`datetime.date.toordinal`, but for any year); null is an open or unknown end. An
    approximate or uncertain date has the bounds of the same date without its qualifiers.
    """

    __slots__ = ("_first", "_last", "_text", "earliest", "latest")
    _text: str
    _first: _Day | None
    _last: _Day | None
    earliest: int | None
    latest: int | None

    def __init__(self, text: str) -> None:
        first, last = _read(text)
        self._set(_text=text, _first=first, _last=last, earliest=_ordinal(first), latest=_ordinal(last))

    def _set(self, **values: Any) -> None:
        for name, value in values.items():
            object.__setattr__(self, name, value)

    @classmethod
    def parse(cls, text: str) -> "Edtf":
        """Read `text`; raises `EdtfError` that names it and says what is wrong."""
        return cls(text)

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError("an Edtf is immutable")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError("an Edtf is immutable")

    def __reduce__(self) -> tuple[Callable[[str], "Edtf"], tuple[str]]:
        return Edtf.parse, (self._text,)

    def __str__(self) -> str:
        return self._text

    def __repr__(self) -> str:
        return f"Edtf({self._text!r})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Edtf) and self._text == other._text

    def __hash__(self) -> int:
        return hash(self._text)

    @property
    def year_range(self) -> tuple[int | None, int | None]:
        """The first and the last year, astronomical (0 is 1 BC); null is an open or unknown end."""
        return self._first and self._first[0], self._last and self._last[0]

    @property
    def is_interval(self) -> bool:
        """Whether it is written as an interval, `a/b`."""
        return "/" in self._text

    @property
    def sort_key(self) -> tuple[int, bool, int, str]:
        """Chronological order: by the first day (the last, where the first is open), then by the last."""
        begin = self.latest if self.earliest is None else self.earliest
        return begin or 0, self.latest is None, self.latest or 0, self._text


def _read(text: str) -> _Bounds:
    try:
        bounds = _set(text) if text[:1] in ("[", "{") else _interval(text) if "/" in text else _date(text)
    except ValueError as error:
        raise EdtfError(f"«{text}» is no EDTF date: {error}") from None
    if bounds == (None, None):
        raise EdtfError(f"«{text}» is no EDTF date: open at both ends")
    return bounds


def _interval(text: str) -> _Bounds:
    sides = text.split("/")
    if len(sides) != 2:
        raise ValueError("an interval has two ends")
    (first, _), (_, last) = ((None, None) if side in ("", "..") else _date(side) for side in sides)
    return _ordered(first, last)


def _ordered(first: _Day | None, last: _Day | None) -> _Bounds:
    if first and last and first > last:
        raise ValueError("it ends before it begins")
    return first, last


def _set(text: str) -> _Bounds:
    if text[-1] != {"[": "]", "{": "}"}[text[0]]:
        raise ValueError("the set's bracket is not closed")
    members = text[1:-1].split(",")
    if any(m.startswith("..") for m in members[1:]) or any(m.endswith("..") for m in members[:-1]):
        raise ValueError("only the first member of a set has an open beginning, and only the last an open end")
    bounds = [_member(member) for member in members]
    return _outermost(min, [first for first, _ in bounds]), _outermost(max, [last for _, last in bounds])


def _member(text: str) -> _Bounds:
    one, dots, two = text.partition("..")
    if not dots:
        return _date(text)
    first = _date(one)[0] if one else None
    last = _date(two)[1] if two else None
    return _ordered(first, last)


def _outermost(choose: Callable[[list[_Day]], _Day], days: list[_Day | None]) -> _Day | None:
    known = [day for day in days if day]
    return choose(known) if len(known) == len(days) else None


def _date(text: str) -> tuple[_Day, _Day]:
    """First and last day of a date that is neither interval nor set; raises `ValueError` with the reason."""
    if long := _LONG_YEAR.fullmatch(text):
        year = int(long["year"])
        return (year, 1, 1), (year, 12, 31)
    found = _DATE.fullmatch(text)
    if not found:
        raise ValueError("it is not written as a date")
    sign, year_mask, month_mask, day_mask = found.group("sign", "year", "month", "day")
    if sign and year_mask == "0000":
        raise ValueError("the year 0 has no sign")
    years = _matching(year_mask)
    if sign:
        years = [-year for year in reversed(years)]
    months = _months(month_mask)
    if day_mask and any(month > 12 for month in months):
        raise ValueError("a season has no days")
    first = next(_days(years, months, day_mask, 1), None)
    last = next(_days(years[::-1], months[::-1], day_mask, -1), None)
    if first is None or last is None:
        raise ValueError("there is no such day")
    return first, last


def _matching(mask: str) -> list[int]:
    """All numbers that a mask such as `19X5` means, in order."""
    return [int("".join(digits)) for digits in product(*(_DIGITS if sign == "X" else sign for sign in mask))]


def _months(mask: str | None) -> list[int]:
    """Months that a mask means; a season is kept as its code."""
    if mask is None:
        return list(range(1, 13))
    months = [m for m in _matching(mask) if 1 <= m <= 12 or (m in _PARTS and "X" not in mask)]
    if not months:
        raise ValueError("there is no such month or season")
    return months


def _days(years: list[int], months: list[int], mask: str | None, step: int) -> Iterator[_Day]:
    """All days that are meant, from the first on (step 1) or from the last back (step −1)."""
    for year in years:
        for month in months:
            low, high = _PARTS.get(month, (month, month))
            real = low if step > 0 else high
            length = _length(year, real)
            days: Sequence[int] = range(1, length + 1) if mask is None else _matching(mask)
            yield from ((year, real, day) for day in days[::step] if 1 <= day <= length)


def _length(year: int, month: int) -> int:
    leap = month == 2 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return _LENGTHS[month - 1] + leap


def _ordinal(day: _Day | None) -> int | None:
    """Day number, 1 January of the year 1 being 1.

    Howard Hinnant's `days_from_civil` ("chrono-Compatible Low-Level Date Algorithms",
    https://howardhinnant.github.io/date_algorithms.html), shifted to Python's epoch.
    """
    if day is None:
        return None
    year, month, number = day
    year -= month <= 2
    era, of_era = divmod(year, 400)
    of_year = (153 * ((month + 9) % 12) + 2) // 5 + number - 1
    return era * 146_097 + of_era * 365 + of_era // 4 - of_era // 100 + of_year - 305

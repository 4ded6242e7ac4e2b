"""Dates as people write them into cells, in Kazakh, Russian, English and digits, as EDTF.

A cell is a date as a whole or it is none: nothing is picked out of it, nothing is guessed. Where day and month may
be meant either way the date is EDTF's set of both («one of»), and the fault says so.
"""

import re
from typing import Literal, NamedTuple

from qatynas.errors import EdtfError
from qatynas.facts.edtf import Edtf
from qatynas.languages.cell_values import values
from qatynas.languages.folding import folded
from qatynas.languages.kazakh.dates import dates as kazakh_dates
from qatynas.languages.kazakh.roman import roman

Days = Literal["", "day-first", "month-first"]
WAYS: tuple[Days, ...] = ("day-first", "month-first")
NO_DATE = "is no date"


class CellDate(NamedTuple):
    """The date of a cell, and what is wrong or doubtful with it: empty where all is well."""

    date: Edtf | None
    fault: str = ""


class _Point(NamedTuple):
    """A day, month or year; what is not told is null. `month` is EDTF's code of a season too."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    def edtf(self) -> str:
        """The point as EDTF; raises `ValueError` where it has no year."""
        if self.year is None:
            raise _Doubtful("tells no year")
        year = f"-{-self.year:04}" if self.year < 0 else f"{self.year:04}"
        return "-".join([year, *(f"{part:02}" for part in (self.month, self.day) if part is not None)])


class _Doubtful(ValueError):
    """Something that a date lacks, as people are told it."""


_EDTF = re.compile(r"[-\dXY.~?%/\[\]{},]{4,}")
_CLOCK = re.compile(r"(?:\s+|(?<=\d)t)\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?(?:\s*[ap]m)?z?$")
_YEARWORD = re.compile(r"(?<=\d\d\d\d)\s?(?:г(?:\.|ода?)?|ж(?:\.|ыл|ылы)?)$")
_ISO = re.compile(r"(\d{4}|xxxx)([-./])(\d{1,2})(?:\2(\d{1,2}))?")
_DIGITS = re.compile(r"(\d{1,2})([./-])(\d{1,2}|[ivxіх]{1,4})\2(\d{2,5})")
_DAYS = re.compile(r"(\d{1,2})\s*-\s*(\d{1,2})\.(\d{1,2})\.(\d{4})")
_MONTH = re.compile(r"(\d{1,2})[./](\d{4})")
_YEARS = re.compile(r"(\d{4})\s*[-/]\s*(\d{2}|\d{4})")
_DECADE = re.compile(r"(\d{3})0(?:\s*-?\s*(?P<word>\D+))")
_CENTURY = re.compile(r"(?P<number>[ivxіх]+|\d{1,2})(?:\s*-?\s*(?:го|й|м|th|st|nd|rd|ші|шы))?\s*(?P<word>\D+)")
_TOKEN = re.compile(r"\d+|[^\W\d_]+(?:\.[^\W\d_]+)*\.?|[^\s\w]")
_MARKS = ",."
_LEAST_STEM = 5  # letters of a Kazakh month behind which an ending may stand («мамырда»)


def read(cell: str, days: Days = "", year: int | None = None) -> CellDate:
    """The date that a cell tells; `year` is that of the rows around, for a day or month without one.

    `days` says which number of 03/04/1992 is the day; where it does not, the date is EDTF's set of both.
    """
    try:
        return _read(cell, days, year)
    except _Doubtful as doubt:
        return CellDate(None, str(doubt))
    except ValueError:
        return CellDate(None, NO_DATE)


def slashed(cell: str) -> bool:
    """Whether a cell is a date of numbers of which either may be the day (25/05/1992)."""
    found = _DIGITS.fullmatch(folded(cell))
    return found is not None and found[2] != "." and found[3].isdecimal()


def _read(cell: str, days: Days, year: int | None) -> CellDate:
    text = _CLOCK.sub("", _YEARWORD.sub("", folded(cell))).strip(" ,;")
    if both := _either(text, days):
        return CellDate(both, "may be day or month first")
    for form in (_years, _digits, _doubtful, _edtf, _century, _decade, _open, _between, _single):
        found = form(text, days, year)
        if found is not None:
            return CellDate(Edtf.parse(found))
    if several := _several(text, days, year):
        return CellDate(several)
    if found_kazakh := _kazakh(cell, year):
        return found_kazakh
    before, comma, _ = text.partition(",")
    return _read(before, days, year) if comma and any(map(str.isdigit, before)) else CellDate(None, NO_DATE)


def _edtf(text: str, days: Days, year: int | None) -> str | None:
    told = text.upper()
    if not _EDTF.fullmatch(told) or _DIGITS.fullmatch(text):
        return None
    try:
        return str(Edtf.parse(told))
    except EdtfError:
        return None


def _years(text: str, days: Days, year: int | None) -> str | None:
    """«1992-1995», «1941-45»: two years, where the second number is no month."""
    found = _YEARS.fullmatch(text.removesuffix("гг.").removesuffix("жж.").strip())
    if not found:
        return None
    first, last = found.groups()
    if len(last) == 2:
        if int(last) <= 12 or int(last) <= int(first[2:]):
            return None
        last = first[:2] + last
    return f"{first}/{last}"


def _either(text: str, days: Days) -> Edtf | None:
    """A date of which the day may be either number."""
    found = _DIGITS.fullmatch(text)
    if not found or found[2] == "." or days or not found[3].isdecimal() or len(found[4]) != 4:
        return None
    one, two = int(found[1]), int(found[3])
    if one == two or one > 12 or two > 12 or not one or not two:
        return None
    points = sorted(_Point(int(found[4]), *pair).edtf() for pair in ((one, two), (two, one)))
    return Edtf.parse(f"[{','.join(points)}]")


def _digits(text: str, days: Days, year: int | None) -> str | None:
    if found := _ISO.fullmatch(text):
        told = year if found[1] == "xxxx" else int(found[1])
        return _Point(told, int(found[3]), int(found[4]) if found[4] else None).edtf()
    if found := _DAYS.fullmatch(text):
        one, two, month, told = map(int, found.groups())
        return f"{_Point(told, month, one).edtf()}/{_Point(told, month, two).edtf()}"
    if found := _MONTH.fullmatch(text):
        return _Point(int(found[2]), int(found[1])).edtf()
    if found := _DIGITS.fullmatch(text):
        if len(found[4]) != 4:
            raise _Doubtful("has a year of two digits, which tells no century")
        one = int(found[1])
        two = int(found[3]) if found[3].isdecimal() else roman(found[3].upper())
        first = days == "month-first" or (not days and two > 12)
        return _Point(int(found[4]), *((one, two) if first and found[2] != "." else (two, one))).edtf()
    return None


def _century(text: str, days: Days, year: int | None) -> str | None:
    found = _CENTURY.fullmatch(text)
    if not found or _word(found["word"]) != "century":
        return None
    number = int(found["number"]) if found["number"].isdecimal() else roman(found["number"].upper())
    return f"{number - 1:02}XX" if number else None


def _decade(text: str, days: Days, year: int | None) -> str | None:
    found = _DECADE.fullmatch(text)
    if not found:
        return None
    word = found["word"].strip()
    return f"{found[1]}X" if _word(word) == "decade" or word in ("жылдар", "жылдары") else None


def _open(text: str, days: Days, year: int | None) -> str | None:
    """«с 1992 г.», «1992 - н.в.», «since 1992»: an interval without an end."""
    first, _, rest = text.partition("-")
    if rest.strip() and _word(rest.strip()) == "now":
        return f"{_point(first, year).edtf()}/.."
    if text.endswith("-") and first:
        return f"{_point(first, year).edtf()}/.."
    words = text.split()
    if len(words) > 1 and _word(words[0]) == "from" and not any(_word(word) == "to" for word in words):
        now = next((at for at in range(2, len(words)) if _word(" ".join(words[at:])) == "now"), None)
        return f"{_point(' '.join(words[1:now]), year).edtf()}/.."
    return None


def _between(text: str, days: Days, year: int | None) -> str | None:
    """Two points with a dash, or with words for from and to; what the first does not tell is told by the last."""
    sides = _sides(text)
    if sides is None:
        return None
    last = _point(sides[1], year) if not sides[1].isdecimal() or len(sides[1]) > 2 else None
    if last is None:
        return None
    first = _point(sides[0], None, last)
    return f"{first.edtf()}/{last.edtf()}"


def _sides(text: str) -> tuple[str, str] | None:
    words = text.split()
    to = next((at for at, word in enumerate(words) if at > 1 and _word(word) == "to"), None)
    if words and _word(words[0]) == "from" and to:
        return " ".join(words[1:to]), " ".join(words[to + 1 :])
    one, dash, two = text.partition("-")
    if not dash or "-" in two or not one.strip() or not two.strip():
        return None
    return one.strip(), two.strip()


def _single(text: str, days: Days, year: int | None) -> str | None:
    try:
        return _point(text, year).edtf()
    except _Doubtful:
        raise
    except ValueError:
        return None


def _doubtful(text: str, days: Days, year: int | None) -> str | None:
    """«около 1992», «1992?»: an approximate or uncertain date."""
    first, _, rest = text.lstrip("~").partition(" ")
    about = text.startswith("~") or _word(first) == "about"
    rest = rest if _word(first) == "about" else text.lstrip("~")
    uncertain = rest.endswith(("?", "(?)"))
    if not about and not uncertain:
        return None
    found = _single(rest.removesuffix("(?)").removesuffix("?").strip(), days, year)
    return found and found + ("~" if about else "?")


def _several(text: str, days: Days, year: int | None) -> Edtf | None:
    pieces = [piece.strip() for piece in re.split(r"[;\n]|,\s|\sи\s|\sжәне\s|\sand\s", text) if piece.strip()]
    if len(pieces) < 2:
        return None
    told = [_read(piece, days, year).date for piece in pieces]
    dates = [str(date) for date in told if date and not date.is_interval]
    return Edtf.parse("{" + ",".join(dates) + "}") if len(dates) == len(pieces) else None


def _point(text: str, year: int | None, other: _Point | None = None) -> _Point:
    """The day, month or year that the words tell; raises `ValueError` where any word is none of a date."""
    numbers: list[str] = []
    months: list[int] = []
    before = False
    tokens = _TOKEN.findall(text)
    if _word(" ".join(tokens[1:]).replace(" .", ".")) == "bc" or _ends_bc(text):
        tokens, before = tokens[:1], True
    for token in tokens:
        if token.isdecimal():
            numbers.append(token)
        elif month := _month(token):
            months.append(month)
        elif token not in _MARKS and _word(token) not in ("year", "day"):
            raise ValueError(token)
    return _made(numbers, months, before, year, other)


def _ends_bc(text: str) -> bool:
    return any(word == "bc" and text.endswith(" " + form) for form, word in values("date").items())


def _made(numbers: list[str], months: list[int], before: bool, year: int | None, other: _Point | None) -> _Point:
    years = [int(number) for number in numbers if len(number) == 4 or (before and len(number) < 4)]
    days = [int(number) for number in numbers if len(number) < 3 and not before]
    if len(months) > 1 or len(years) > 1 or len(days) > 1 or len(years) + len(days) < len(numbers):
        raise ValueError("more than one point of time")
    if not years and not months and not (days and other and other.month):
        raise ValueError("neither year nor month")
    month = months[0] if months else other.month if other and days else None
    if days and month is None:
        raise ValueError("a day without a month")
    told = years[0] if years else other.year if other else year
    return _Point(1 - told if before and told is not None else told, month, days[0] if days else None)


def _month(token: str) -> int | None:
    known = values("month")
    found = known.get(token) or known.get(token.strip("."))
    if found is None:
        stems = (word for word in known if len(word) >= _LEAST_STEM and token.startswith(word))
        found = known.get(max(stems, key=len, default=""))
    return int(found) if found else None


def _word(text: str) -> str | None:
    """What a word that stands beside the numbers of a date tells."""
    known = values("date")
    return known.get(text.strip()) or known.get(text.strip(" ."))


def _kazakh(cell: str, year: int | None) -> CellDate | None:
    """A date that the reader of Kazakh finds, where it is all that stands in the cell."""
    found = kazakh_dates(cell, reference=Edtf.parse(f"{year:04}") if year else None)
    if len(found) != 1 or any(map(str.isalnum, cell[: found[0].start] + cell[found[0].end :])):
        return None
    return CellDate(found[0].date, "" if found[0].date else NO_DATE)

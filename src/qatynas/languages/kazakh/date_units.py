"""Readings of date_grammar.tsv that tell a point of time by the calendar, or by the document's date."""

from collections.abc import Sequence
from datetime import date, timedelta

from qatynas.languages.kazakh.date_clock import NEVER, UNKNOWN, Clock, Told, Year, has, values
from qatynas.languages.kazakh.date_grammar import Found
from qatynas.languages.kazakh.date_words import Token, place_months, shared_months

_YEARS = ("YEAR", "YEARCOUNT", "OLDYEAR", "FARYEAR", "SHORTYEAR")
_DAYS = ("DAY", "COUNT", "NUMBER")
_SHORT = 1900  # the century of «тоқсан бірінші жылы»
_LAST_YEAR = 2999  # later years are slips
_HALVES, _QUARTERS = 39, 32  # EDTF's codes of half years are 40-41, those of quarters 33-36
_ONE_DAY = 10  # characters of an EDTF day


def tells_year(words: Sequence[Token]) -> bool:
    """Whether a year is among the words, be it by «осы» or «сол»."""
    return has(words, *_YEARS, "THAT", "THIS", "DEICTIC", "THISYEAR")


def year_of_words(words: Sequence[Token]) -> int | None:
    """The first year in digits or numerals."""
    year = next((word for word in words if word.name in _YEARS), None)
    return int(year.value) + (_SHORT if year.name == "SHORTYEAR" else 0) if year else None


def calendar(found: Found, clock: Clock) -> Told | None:
    """Day, month, part or whole of a year."""
    words = found.words
    if full := next((str(word.value) for word in words if word.name == "FULL"), None):
        return Told(full)
    if found.rule.name == "yearnoday":
        return Told(NEVER)
    if found.rule.name == "monthcase" and clock.told is None and _something_else(words):
        return None
    year, relative = year_of(words, clock)
    if year is None:
        return UNKNOWN
    if found.rule.name in ("yearcase", "yearlong") and year % 100 == 0:
        return None  # «1500-ден», «2000 жыл бойы»: rather a number than a year
    return Told(_within(year, words), relative)


def _something_else(words: Sequence[Token]) -> bool:
    """Whether a month's name by itself means another thing: the season of a league, the city of Kazan."""
    month = next(word for word in words if word.name == "MONTH")
    return month.value in shared_months() or (month.capital and month.value in place_months())


def year_of(words: Sequence[Token], clock: Clock) -> Year:
    """The year that words tell or leave to be known from what stands around them."""
    year = year_of_words(words)
    if year is not None:
        return Year(year)
    if has(words, "THAT"):
        return clock.that or Year(None, True)
    story = None if clock.year else clock.that
    if not has(words, "DEICTIC", "THIS", "THISYEAR"):
        known = clock.told or clock.dated or (None if has(words, *_DAYS, "HOLIDAY") else story)
    else:
        known = story if has(words, "THIS") else None
    shift = sum(values(words, "DEICTIC", "THISYEAR"))
    return known or Year(clock.year and clock.year + shift, True)


def _within(number: int, words: Sequence[Token]) -> str:
    if number > _LAST_YEAR:
        return NEVER
    year = f"{number:04}"
    if day := next((str(word.value) for word in words if word.name == "HOLIDAY"), None):
        return f"{year}-{day}"
    months, days = values(words, "MONTH"), values(words, *_DAYS)
    if months and days:
        return "/".join(f"{year}-{months[0]:02}-{day:02}" for day in days)
    if months:
        return "/".join(f"{year}-{month:02}" for month in months)
    if seasons := values(words, "SEASON"):
        return "/".join(f"{year}-{season}" for season in seasons)
    if has(words, "MONTHWORD"):
        return f"{year}-01/{year}-{days[0]:02}" if days else year
    if halves := values(words, "HALF", "HALFYEAR", "QUARTER", "FOURTH"):
        return _parts(year, halves[0], words)
    return f"{year}~" if has(words, "ABOUT", "NEAR") else year


def _parts(year: str, whole: int, words: Sequence[Token]) -> str:
    """EDTF of a half or a quarter of a year, or of some that follow each other."""
    code = _HALVES if whole == 2 else _QUARTERS
    places = values(words, "ROMAN", "DAY")[:2] or [parts_place(words, whole)]
    return "/".join(f"{year}-{code + place}" for place in places) if max(places) <= whole else NEVER


def parts_place(words: Sequence[Token], whole: int) -> int:
    """Which part of a whole words tell: «бірінші», «алғашқы», «соңғы»."""
    places = values(words, "ROMAN", "DAY", "FIRST")
    return places[-1] if places else whole


def day(found: Found, clock: Clock) -> Told:
    """A day told from the document's («бүгін»), or the day that the story told last («сол күні»)."""
    if has(found.words, "THAT"):
        return _last(clock, 3)
    today = _today(clock)
    (shift,) = values(found.words, "TODAY")
    return Told((today + timedelta(shift)).isoformat(), True) if today else UNKNOWN


def _today(clock: Clock) -> date | None:
    known = clock.year and clock.month and clock.day
    return date(clock.year or 1, clock.month or 1, clock.day or 1) if known else None


def _last(clock: Clock, parts: int) -> Told:
    """The last date told, to a day (3 parts) or to its month (2), where it tells as much."""
    told = clock.last.text or ""
    fits = len(told) == _ONE_DAY or (len(told) == len("1992-05") and parts == 2)
    return clock.last._replace(text="-".join(told.split("-")[:parts]), words=()) if fits and told[0] != "-" else UNKNOWN


def week(found: Found, clock: Clock) -> Told:
    """A week, from Monday to Sunday."""
    today = _today(clock)
    (shift,) = values(found.words, "DEICTIC", "THIS")
    return Told(_week(today, shift), True) if today else UNKNOWN


def _week(today: date, shift: int) -> str:
    monday = today + timedelta(7 * shift - today.weekday())
    return f"{monday.isoformat()}/{(monday + timedelta(6)).isoformat()}"


def weekday(found: Found, clock: Clock) -> Told:
    """A day of a week that is told. Which «жұма күні» is meant, or «келесі жұмада» of this week, nothing tells."""
    today, shift = _today(clock), values(found.words, "DEICTIC", "THIS")
    if not today or not shift:
        return UNKNOWN
    (wanted,) = values(found.words, "WEEKDAY")
    monday = today - timedelta(today.weekday())
    if has(found.words, "WEEK") or shift[0] == 0:
        return Told((monday + timedelta(7 * shift[0] + wanted)).isoformat(), True)
    if shift[0] < 0:
        back = (today.weekday() - wanted - 1) % 7 + 1
        return Told((today - timedelta(back)).isoformat(), True)
    return Told((monday + timedelta(7 + wanted)).isoformat(), True) if wanted <= today.weekday() else UNKNOWN


def month(found: Found, clock: Clock) -> Told:
    """A month told from the document's, perhaps with its day; or the one that the story told last."""
    words = found.words
    if has(words, "THAT"):
        told = _last(clock, 2)
    elif clock.year and clock.month:
        told = Told(_month(clock.year, clock.month, sum(values(words, "DEICTIC", "THIS"))), True)
    else:
        return UNKNOWN
    days = values(words, "DAY", "COUNT")
    return told._replace(text="/".join(f"{told.text}-{day:02}" for day in days)) if told.text and days else told


def _month(year: int, number: int, shift: int) -> str:
    year, number = divmod(year * 12 + number - 1 + shift, 12)
    return f"{year:04}-{number + 1:02}"


def ago(found: Found, clock: Clock) -> Told:
    """«Үш жыл бұрын»: days are exact, months and years are about."""
    words, today = found.words, _today(clock)
    (count,) = values(words, *_DAYS, "SHORTYEAR")
    if has(words, "YEARWORD"):
        return Told(f"{clock.year - count:04}~", True) if clock.year else UNKNOWN
    if has(words, "MONTHWORD"):
        return Told(_month(clock.year, clock.month, -count) + "~", True) if clock.year and clock.month else UNKNOWN
    if not today:
        return UNKNOWN
    return Told(_week(today, -count) if has(words, "WEEK") else (today - timedelta(count)).isoformat(), True)


def span(found: Found, clock: Clock) -> Told:
    """Some years up to the document's date, whose beginning and end are told by nothing («соңғы он жылда»)."""
    return UNKNOWN

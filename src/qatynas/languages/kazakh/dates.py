"""Dates of a text: every expression of a time, as EDTF, with the span of all its words."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Literal, NamedTuple

from qatynas.errors import EdtfError
from qatynas.facts.edtf import Edtf
from qatynas.languages.kazakh import date_centuries, date_units
from qatynas.languages.kazakh.date_centuries import decade, ordinals
from qatynas.languages.kazakh.date_clock import Clock, Told, clock, only_year, values
from qatynas.languages.kazakh.date_grammar import Found, expressions
from qatynas.languages.kazakh.date_units import calendar, tells_year, year_of
from qatynas.languages.kazakh.date_words import Token, tokens
from qatynas.ontology.lexicon import kept

Flag = Literal["", "relative", "impossible"]
_POINT = re.compile(r"\d{4}(?:-\d\d){0,2}")
_JOINS = ("AND", "COMMA", "OPEN")
_SHORT_DIGITS = 2  # of the second year of «1941-45 жылдары»


class DateExpression(NamedTuple):
    """An expression of a time: `words` is `text[start:end]`, with all its suffixes.

    `date` is null where the words are relative and nothing known resolves them, or tell a day that does not
    exist; `flag` says which. `relative` says that the date depends on the document's own. Expressions
    that were told together («2003, 2008 және 2012 жылдары», «2 мамырда және 5 маусымда») have one `group` number,
    and `full` is the span of them all; for others it is their own.
    """

    start: int
    end: int
    date: Edtf | None
    words: str
    relative: bool
    flag: Flag = ""
    group: int | None = None
    full: tuple[int, int] = (0, 0)


def dates(text: str, *, reference: Edtf | None = None, narrative: Edtf | None = None) -> tuple[DateExpression, ...]:
    """Every expression of a time in a restored sentence, in order.

    `reference` is the document's date, `narrative` the last date told before the sentence. «Сол жылы» takes the
    year of the last date told, in the sentence or before it. A day or month without a year takes that of the
    date that it is joined to («2 мамыр мен 5 маусымда») or of a full date before it in the sentence, else the
    document's; «осы жылғы» and a month without a day take the narrative's year where the document has no date.
    """
    known = clock(reference, narrative)
    found: list[DateExpression] = []
    ties: dict[int, int] = {}
    words, behind = tokens(text), 0
    for group, expression in enumerate(expressions(words)):
        between = words[behind : expression.at]
        beside = _joined(between) and bool(found)
        now = known._replace(told=known.that) if beside else known
        told = [one for one in _READ[expression.rule.reads](expression, now) if one]
        full = expression.words[0].start, expression.words[-1].end
        before = found[-1] if beside and between[-1].name != "OPEN" else None
        for one in told:
            made = _expression(text, one, full, group if len(told) > 1 else None)
            if _inside_word(text, made.start) or _inside_word(text, made.end):
                continue
            found.append(made)
            known = _after(known, expression, one)
        if before and found[-1] is not before and len(told) == 1 and _alike(before, found[-1]):
            ties[len(found) - 1] = group
        behind = expression.at + len(expression.words)
    return tuple(_tied(found, ties))


def _joined(between: Sequence[Token]) -> bool:
    return 0 < len(between) <= 2 and all(word.name in _JOINS for word in between)


def _alike(one: DateExpression, two: DateExpression) -> bool:
    """Whether two dates are other points of time told as precisely: days, months or years."""
    texts = [str(date.date) for date in (one, two) if date.date]
    return len(set(texts)) == 2 and all(_POINT.fullmatch(text) for text in texts) and len(texts[0]) == len(texts[1])


def _tied(found: Sequence[DateExpression], ties: dict[int, int]) -> Iterator[DateExpression]:
    """The dates, each that is tied to the one before it in one group with that; a tie tells a number for it."""
    at = 0
    while at < len(found):
        after = at + 1
        while after < len(found) and (after in ties or found[after].group == found[at].group is not None):
            after += 1
        numbers = [ties[k] for k in range(at, after) if k in ties]
        full = found[at].full[0], max(one.full[1] for one in found[at:after])
        yield from (one._replace(group=numbers[0], full=full) if numbers else one for one in found[at:after])
        at = after


def _inside_word(text: str, at: int) -> bool:
    return text[at - 1 : at].isalnum() and text[at : at + 1].isalnum()


def _after(known: Clock, found: Found, told: Told) -> Clock:
    """The clock for what the sentence tells next.

    «2013 жылғы 5 наурыздағы шарт» tells when a thing was, not when the sentence goes on: only a month or day in
    the locative, or «күні», holds for what follows.
    """
    year = only_year(told)
    if year is None:
        return known
    full = found.words[-1].case in "lp" and any(word.name == "MONTH" for word in found.words)
    return known._replace(that=year, dated=year if full else known.dated, last=told)


def _expression(text: str, told: Told, full: tuple[int, int], group: int | None) -> DateExpression:
    start, end = (told.words[0].start, told.words[-1].end) if told.words else full
    # A bracket that opens a range of years is no part of the expression.
    if text[start] == "(" and text[end - 1] == ")":
        start, end = start + 1, end - 1
    full = full if group is not None else (start, end)
    value, flag = _edtf(told)
    return DateExpression(start, end, value, text[start:end], told.relative, flag, group, full)


def _edtf(told: Told) -> tuple[Edtf | None, Flag]:
    if told.text is None:
        return None, "relative"
    return _parsed(told.text)


@kept(4096)
def _parsed(text: str) -> tuple[Edtf | None, Flag]:
    try:
        return Edtf.parse(text), ""
    except EdtfError:
        return None, "impossible"


_UNITS: dict[str, Callable[[Found, Clock], Told | None]] = {
    "calendar": calendar,
    "day": date_units.day,
    "week": date_units.week,
    "weekday": date_units.weekday,
    "month": date_units.month,
    "ago": date_units.ago,
    "span": date_units.span,
    "era": date_centuries.era,
    "century": date_centuries.century,
    "decade": decade,
}


def _one(found: Found, known: Clock) -> Iterator[Told | None]:
    yield _UNITS[found.rule.reads](found, known)


def _years(found: Found, known: Clock) -> Iterator[Told | None]:
    """Two years and what is between; two tens whose plural counts decades («1920-30 жылдары»)."""
    one, two = found.parts[0].words[0], found.parts[1].words[0]
    first, last, short = int(one.value), int(two.value), two.name not in ("YEAR", "YEARCOUNT")
    if short and two.end - two.start != _SHORT_DIGITS and two.case == "n":
        return
    if short:
        last += first - first % 100
        last += 100 if last < first else 0
    if first % 10 == last % 10 == 0 and (short or two.case == "o"):
        yield Told(f"{first // 10:03}X/{last // 10:03}X")
    else:
        yield Told(f"{first}/{last}")


def _list(found: Found, known: Clock) -> Iterator[Told]:
    """Years told together: each with its own words, the last with «жылдары»."""
    places = [k for k, word in enumerate(found.words) if word.name == "YEAR" and found.words[k - 1].name != "DASH"]
    for place in places:
        ranged = place + 2 < len(found.words) and found.words[place + 2].name == "YEAR"
        ranged = ranged and found.words[place + 1].name == "DASH"
        end = None if place == places[-1] else place + (3 if ranged else 1)
        told = "/".join(str(year) for year in values(found.words[place:end], "YEAR"))
        yield Told(told, words=found.words[place:end])


def _decadelist(found: Found, known: Clock) -> Iterator[Told]:
    """Decades told together: the first with its century, the last with «жылдары»."""
    join = next(k for k, word in enumerate(found.words) if word.name in _JOINS)
    both = found.words[:join], found.words[join + 1 :]
    told = decade(Found(found.rule, [*both[0], *both[1]]), known)
    if told:
        texts = told.text.split("/") if told.text else (None, None)
        yield from (told._replace(text=text, words=words) for text, words in zip(texts, both, strict=True))


def _set(found: Found, known: Clock) -> Iterator[Told]:
    """One of two years: «2001 немесе 2002 жылы»."""
    yield Told(f"[{','.join(str(year) for year in values(found.words, 'YEAR'))}]")


def _daylist(found: Found, known: Clock) -> Iterator[Told]:
    """Days told together: the first with its year, the last with its month."""
    shared = [word for word in found.words if word.name not in ("DAY", "COMMA", "AND")]
    start = 0
    for place, word in enumerate(found.words):
        if word.name == "DAY":
            last = all(later.name != "DAY" for later in found.words[place + 1 :])
            told = calendar(Found(found.rule, [*shared, word]), known)
            if told:
                yield told._replace(words=found.words[start:] if last else found.words[start : place + 1])
            start = place + 2


def _centuries(found: Found, known: Clock) -> Iterator[Told | None]:
    numbers = ordinals(found.words)
    yield Told("/".join(f"{number - 1:02}XX" for number in numbers)) if numbers else None


def _centurylist(found: Found, known: Clock) -> Iterator[Told]:
    for number, words in zip(ordinals(found.words), (found.words[:1], found.words[2:]), strict=False):
        yield Told(f"{number - 1:02}XX", words=words)


def _parts(found: Found, known: Clock) -> list[Told] | None:
    """Read both ends; a year that only one of them tells is the other's too."""
    of_calendar = [part for part in found.parts if part.rule.reads == "calendar" and tells_year(part.words)]
    years = [year_of(part.words, known) for part in of_calendar]
    shared = known._replace(told=years[0]) if years else known
    told = [_UNITS[part.rule.reads](part, shared) for part in found.parts]
    return None if None in told else [one for one in told if one]


def _interval(found: Found, known: Clock) -> Iterator[Told]:
    ends = _parts(found, known)
    if ends:
        one, two = (end.text for end in ends)
        relative = any(end.relative for end in ends)
        yield Told(f"{one.split('/')[0]}/{two.split('/')[-1]}" if one and two else None, relative)


def _open(found: Found, known: Clock) -> Iterator[Told]:
    """«…-дан бастап», «…-ға дейін»: the word behind the date tells which end is open."""
    behind = found.words[len(found.parts[0].words)].name
    for told in _parts(found, known) or ():
        if told.text and behind in ("UNTIL", "BEFORE"):
            yield told._replace(text="../" + told.text.split("/")[-1])
        else:
            yield told._replace(text=told.text and told.text.split("/")[0] + "/..")


_READ: dict[str, Callable[[Found, Clock], Iterator[Told | None]]] = {
    **dict.fromkeys(_UNITS, _one),
    "years": _years,
    "list": _list,
    "decadelist": _decadelist,
    "set": _set,
    "daylist": _daylist,
    "centuries": _centuries,
    "centurylist": _centurylist,
    "interval": _interval,
    "open": _open,
}

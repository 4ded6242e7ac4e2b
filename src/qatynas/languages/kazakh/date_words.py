"""The words of dates: each word of a text as a class that data/date_grammar.tsv names, a case and a value."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from qatynas.languages.kazakh.date_digits import DIGITS, edtf
from qatynas.languages.kazakh.endings import PACKAGE, Ending, cased, ending, suffix
from qatynas.languages.kazakh.numerals import MOST_WORDS, Numeral, compose, numeral
from qatynas.languages.kazakh.roman import roman
from qatynas.ontology.lexicon import here, kept, loaded
from qatynas.ontology.tables import Row, rows

CASES = {"Nom": "n", "Gen": "g", "Dat": "d", "Acc": "c", "Loc": "l", "Abl": "b", "Ins": "i"}
_MOST_ROMAN = 39  # centuries, quarters and months; from 40 on such letters are mostly abbreviations (С, М)
_NUMBER = re.compile("-?[0-9]{1,4}")
_RULES = ("none", "short", "adjective", "possessive", "any")
# What a word of a class may be worth, least and most; words of other classes are worth nothing.
_VALUES: Mapping[str, tuple[int, int]] = {
    **dict.fromkeys(("DEICTIC", "THISYEAR", "TODAY"), (-100, 100)),
    **dict.fromkeys(("HALF", "HALFYEAR"), (2, 2)),
    **dict.fromkeys(("QUARTER", "FOURTH"), (4, 4)),
    "TENTH": (10, 10),
    "THIS": (0, 0),
    "FIRST": (1, 10),
    "SEASON": (21, 24),
    "WEEKDAY": (0, 6),
}
_PARTS = ("begin", "middle", "end")
_DAY = re.compile(r"(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")


class Token(NamedTuple):
    """A word or sign of a text: class of the grammar ("" is none), case (one letter), value, and its capital."""

    start: int
    end: int
    name: str
    case: str = "n"
    value: float | str = ""
    capital: bool = False


_Class = tuple[str, str, float | str]


def tokens(text: str) -> list[Token]:
    """All words and signs of a text, numbers in words taken together."""
    found: list[Token] = []
    run: list[tuple[str, int, Numeral]] = []
    classed = here(word_class)
    for match in _token().finditer(text):
        kind, form = match.lastgroup, match.group()
        known = classed(form) if kind == "word" or kind == "sign" else _classed(kind, form)
        if isinstance(known, Numeral):
            run.append((form, match.start(), known))
            continue
        if run:
            found += _numbers(run)
            run = []
        start, end = match.span()
        if known:
            found.append(Token(start, end, *known, form[0].isupper()))
        elif kind in ("full", "digits", "suffix"):
            found += _full(match) if match["full"] else _digits(match)
        else:
            found.append(Token(start, end, ""))
    return found + list(_numbers(run))


def _classed(kind: str | None, form: str) -> Numeral | _Class | None:
    """Class of what is no single word: an abbreviation or a holiday; null for digits and marks."""
    if kind == "short":
        return word_class(re.sub(r"\s", "", form))
    return holiday(form) if kind == "holiday" else None


@loaded
def _token() -> re.Pattern[str]:
    shortened = sorted((stem for stem in _exact() if stem.endswith(".")), key=len, reverse=True)
    # Between the letters of an abbreviation a space may stand (б. з. д.).
    short = "|".join(r"\.\s?".join(map(re.escape, stem[:-1].split("."))) + r"\." for stem in shortened)
    names = "|".join(r"\s+".join(map(re.escape, name.split())) for name in _holidays())
    return re.compile(
        r"(?P<cite>\[\d[^\]\[]{0,40}\])"
        rf"|(?:(?P<full>{DIGITS})|(?P<digits>\d+))(?:[-‑](?P<suffix>(?:{short})|[^\W\d_]+))?"
        rf"|(?P<holiday>\b(?i:{names})[^\W\d_]*)"
        rf"|(?P<short>\b(?:{short}))"
        r"|(?P<word>[^\W\d_]+)"
        r"|(?P<sign>\S)"
    )


@kept(65536)
def word_class(form: str) -> Numeral | _Class | None:
    """Class, case and value of a word; a `Numeral` for a numeral word; null for a word that dates do not use."""
    word = form.lower()
    exact = _exact().get(word)
    if exact:
        return None if exact[0] == "NOT" else exact
    if 0 < (value := roman(form)) <= _MOST_ROMAN:
        return "ROMAN", "n", value
    number = numeral(word)
    if number and number.kind in ("unit", "ten", "hundred", "power"):
        return number
    return _inflected(word) or (("", "g", "") if word.endswith(cased("Gen")) else None)


def holiday(form: str) -> _Class | None:
    """Class, case and value of the words of a holiday, null where their ending makes something else of them."""
    words = " ".join(form.lower().split())
    name = next((name for name in _holidays() if words.startswith(name)), "")
    told = ending(words[len(name) :]) if name else None
    return ("HOLIDAY", _case(told), _holidays()[name]) if told and told.possessive and not told.plural else None


def _inflected(word: str) -> _Class | None:
    for length in range(min(len(word), _longest()), 1, -1):
        for name, value, rule in _stems().get(word[:length], ()):
            told = ending(word[length:])
            if told and _allowed(told, rule):
                plural = name == "YEARWORD" and told.plural
                return "YEARS" if plural else name, _case(told), value
    return None


def _allowed(told: Ending, rule: str) -> bool:
    if rule == "adjective":
        return told == Ending() or told == Ending(attribute=True)
    return rule == "any" or told.possessive


def _case(told: Ending) -> str:
    if told.attribute:
        return "j"
    return "p" if told.possessive and told.case == "Nom" else CASES[told.case]


@loaded
def _words() -> tuple[Row, ...]:
    known = rows(PACKAGE, "data/date_words.tsv", ("class", "stem", "endings", "value?"))
    for row in known:
        if row["endings"] not in _RULES:
            raise row.wrong(f"no such rule for endings: {row['endings']}")
        _check_value(row)
    return tuple(known)


def _check_value(row: Row) -> None:
    name, value = row["class"], row["value"]
    if name in _VALUES:
        least, most = _VALUES[name]
        if not _NUMBER.fullmatch(value) or not least <= int(value) <= most:
            raise row.wrong(f"value {value!r}: {name} wants {least if least == most else f'{least} to {most}'}")
    elif name == "PART" and value not in _PARTS:
        raise row.wrong(f"value {value!r}: one of {', '.join(_PARTS)} is wanted")
    elif name != "PART" and value:
        raise row.wrong(f"value {value!r}: words of {name} have none")


def _value(row: Row) -> float | str:
    value = row["value"]
    return int(value) if _NUMBER.fullmatch(value) else value


@loaded
def _exact() -> dict[str, _Class]:
    cases = {"none": "n", "short": "a"}
    known = [row for row in _words() if row["endings"] in cases]
    return {row["stem"]: (row["class"], cases[row["endings"]], _value(row)) for row in known}


@loaded
def _stems() -> dict[str, list[tuple[str, float | str, str]]]:
    """Stems that take endings, with class, value and rule."""
    stems: dict[str, list[tuple[str, float | str, str]]] = {}
    for row in _words():
        if row["endings"] not in ("none", "short"):
            stems.setdefault(row["stem"], []).append((row["class"], _value(row), row["endings"]))
    for row in _months():
        if not row["month"].isdigit() or not 1 <= int(row["month"]) <= 12:
            raise row.wrong(f"no month: {row['month']}")
        for stem in row.parts("stem"):
            stems.setdefault(stem, []).append(("MONTH", int(row["month"]), "any"))
    return stems


@loaded
def _longest() -> int:
    return max(map(len, _stems()))


@loaded
def _months() -> tuple[Row, ...]:
    return tuple(rows(PACKAGE, "data/months.tsv", ("stem", "month", "note?")))


@loaded
def shared_months() -> frozenset[int]:
    """Months whose names often mean something else."""
    return frozenset(int(row["month"]) for row in _months() if row["note"] == "shared")


@loaded
def place_months() -> frozenset[int]:
    """Months whose names with a capital are places too."""
    return frozenset(int(row["month"]) for row in _months() if row["note"] == "place")


@loaded
def _holidays() -> dict[str, str]:
    """Month and day of each holiday by its name in lower case, the longest first."""
    known: dict[str, str] = {}
    for row in rows(PACKAGE, "data/holidays.tsv", ("name", "day", "note?")):
        if not _DAY.fullmatch(row["day"]):
            raise row.wrong(f"no month and day: {row['day']}")
        known[" ".join(row["name"].lower().split())] = row["day"]
    return dict(sorted(known.items(), key=lambda one: -len(one[0])))


def _numbers(run: list[tuple[str, int, Numeral]]) -> Iterator[Token]:
    """Numbers in words; the rest of a run begins a new number where the first ends."""
    at = 0
    while at < len(run):
        value, taken = compose([word for *_, word in run[at : at + MOST_WORDS]])
        begin, at = run[at][1], at + max(taken, 1)
        form, start, last = run[at - 1]
        case = "o" if last.ordinal and last.ending == Ending() else _case(last.ending)
        # «тоқсан» is ninety, but by itself behind an ordinal it is a quarter of a year.
        other = _inflected(form.lower()) if taken == 1 else None
        told = other or (_number_class(value, last.ordinal), case, value)
        yield Token(begin, start + len(form), *told)


# Upper bound of a number and its class, if it is exact and if it is a cardinal in words.
_CLASSES = (
    (1, "NUMBER", ""),
    (32, "DAY", "COUNT"),
    (100, "SHORTYEAR", "NUMBER"),
    (1000, "OLDYEAR", "NUMBER"),
    (3000, "YEAR", "YEARCOUNT"),
    (10**9, "FARYEAR", ""),
)


def _number_class(value: float, exact: bool) -> str:
    names = next(((one, two) for bound, one, two in _CLASSES if value < bound), ("", ""))
    return names[0] if exact else names[1]


def _digits(match: re.Match[str]) -> Iterator[Token]:
    start, end = match.span("digits")
    value = int(match["digits"]) if end - start <= 9 else 0
    yield from _with_suffix(match, end, Token(start, end, _number_class(value, exact=True), "n", value))


def _full(match: re.Match[str]) -> Iterator[Token]:
    start, end = match.span("full")
    yield from _with_suffix(match, end, Token(start, end, "FULL", "n", edtf(match["full"])))


def _with_suffix(match: re.Match[str], end: int, token: Token) -> Iterator[Token]:
    """What digits tell with the ending behind their hyphen; another word there is one by itself."""
    rest = (match["suffix"] or "").lower()
    told = suffix(rest) if rest else None
    if told:
        ordinal, after = told
        yield token._replace(end=match.end(), case="o" if ordinal and after == Ending() else _case(after))
        return
    yield token
    if rest:
        yield Token(end, end + 1, "DASH")
        known = word_class(rest)
        known = _inflected(rest) if isinstance(known, Numeral) else known
        yield Token(end + 1, match.end(), *(known or ("",)))

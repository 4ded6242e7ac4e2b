"""The words of dates: each word of a text as a class that data/date_grammar.tsv names, a case and a value."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from qatynas.languages.kazakh.endings import PACKAGE, Ending, ending, suffix
from qatynas.languages.kazakh.numerals import MOST_WORDS, Numeral, compose, numeral
from qatynas.ontology.lexicon import kept, loaded
from qatynas.ontology.tables import Row, rows

CASES = {"Nom": "n", "Gen": "g", "Dat": "d", "Acc": "c", "Loc": "l", "Abl": "b", "Ins": "i"}
# Kazakh texts type Roman numerals with Latin or with Cyrillic letters of the same look.
_ROMAN = re.compile("X{0,3}(?:IX|IV|V?I{0,3})")
_LOOKALIKE = str.maketrans("ІХ", "IX")
_ROMAN_DIGITS = {"I": 1, "V": 5, "X": 10}
_RULES = ("none", "adjective", "possessive", "any")


class Token(NamedTuple):
    """A word or sign of a text: class of the grammar ("" is none), case (one letter), value."""

    start: int
    end: int
    name: str
    case: str = "n"
    value: float | str = ""


_Class = tuple[str, str, float | str]


def tokens(text: str) -> list[Token]:
    """All words and signs of a text, numbers in words taken together."""
    found: list[Token] = []
    run: list[tuple[str, int, Numeral]] = []
    for match in _token().finditer(text):
        start, end = match.span()
        kind = match.lastgroup
        known = word_class(match.group()) if kind in ("word", "sign", "short") else None
        if isinstance(known, Numeral):
            run.append((match.group(), start, known))
            continue
        if run:
            found += _numbers(run)
            run = []
        if known:
            found.append(Token(start, end, *known))
        elif kind in ("digits", "suffix"):
            found += _digits(match)
        else:
            found.append(
                Token(start, end, "FULL", "n", _iso(match["full"])) if match["full"] else Token(start, end, "")
            )
    return found + list(_numbers(run))


@loaded
def _token() -> re.Pattern[str]:
    shortened = "|".join(re.escape(stem) for stem in _exact() if stem.endswith("."))
    return re.compile(
        r"(?P<cite>\[\d[^\]\[]{0,40}\])"
        r"|(?<!\d)(?P<full>\d{1,2}\.\d{1,2}\.\d{4}|\d{4}-\d{2}-\d{2})(?!\d)"
        r"|(?P<digits>\d+)(?:[-‑](?P<suffix>[^\W\d_]+))?"
        rf"|(?P<short>\b(?:{shortened}))"
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
    roman = _roman(form)
    if roman:
        return "ROMAN", "n", roman
    number = numeral(word)
    if number and number.kind in ("unit", "ten", "hundred", "power"):
        return number
    return _inflected(word)


def _roman(form: str) -> int:
    digits = form.translate(_LOOKALIKE)
    if not _ROMAN.fullmatch(digits):
        return 0
    values = [_ROMAN_DIGITS[digit] for digit in digits]
    return sum(-one if one < two else one for one, two in zip(values, [*values[1:], 0], strict=True))


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
    return tuple(known)


def _value(row: Row) -> float | str:
    value = row["value"]
    return int(value) if value.lstrip("-").isdigit() else value


@loaded
def _exact() -> dict[str, _Class]:
    return {row["stem"]: (row["class"], "n", _value(row)) for row in _words() if row["endings"] == "none"}


@loaded
def _stems() -> dict[str, list[tuple[str, float | str, str]]]:
    """Stems that take endings, with class, value and rule."""
    stems: dict[str, list[tuple[str, float | str, str]]] = {}
    for row in _words():
        if row["endings"] != "none":
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


def _iso(full: str) -> str:
    """A day in digits as year, month, day."""
    return full if "-" in full else "-".join(part.zfill(2) for part in reversed(full.split(".")))


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


def _number_class(value: float, exact: bool) -> str:
    if 1000 <= value < 3000:
        return "YEAR" if exact else "YEARCOUNT"
    if 1 <= value <= 31:
        return "DAY" if exact else "COUNT"
    if 100 <= value < 1000 and exact:
        return "OLDYEAR"
    return "NUMBER" if value < 1000 else ""


def _digits(match: re.Match[str]) -> Iterator[Token]:
    start, end = match.span("digits")
    rest = (match["suffix"] or "").lower()
    value = int(match["digits"]) if end - start <= 9 else 0
    name = _number_class(value, exact=True) if value else ""
    told = suffix(rest) if rest else None
    if told:
        ordinal, after = told
        yield Token(start, match.end(), name, "o" if ordinal and after == Ending() else _case(after), value)
        return
    yield Token(start, end, name, "n", value)
    if rest:
        yield Token(end, end + 1, "DASH")
        known = word_class(rest)
        yield Token(end + 1, match.end(), *(known if known and not isinstance(known, Numeral) else ("",)))

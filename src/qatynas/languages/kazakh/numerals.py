"""Numbers told in digits and in words, in any case, with what bounds them."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from qatynas.facts.kinds import Bound
from qatynas.languages.kazakh.endings import PACKAGE, Ending, ending, is_like, suffix
from qatynas.ontology.lexicon import kept, loaded
from qatynas.ontology.tables import Row, rows

_KINDS = ("unit", "ten", "hundred", "power", "half", "alone", "whole", "percent", "not")
_BOUNDS: dict[str, Bound] = {"about": "about", "over": "over", "under": "under"}
MOST_WORDS = 24
"""No number is told in more words; a longer run of numerals is read in pieces."""
MOST = 10.0**24
"""No number is larger: what a text makes larger is a slip or a joke, and no quantity."""
_MOST_DIGITS = 24  # with the spaces between; a longer row of digits is no quantity
_ADDED = frozenset({"unit", "ten", "hundred", "power"})
_FIRST = frozenset({"unit", "ten", "hundred", "alone"})
_GLUED = frozenset({"power", "percent"})
_TOKEN = re.compile(
    r"\[\d[^\]\[]{0,40}\]"  # a citation mark
    r"|\d{1,2}\.\d{1,2}\.\d{4}(?!\d)[^\W_]*"  # a date
    r"|(?P<digits>\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?:,\d+)?(?!\d)|\d{1,3}(?:\.\d{3}){2,}(?!\d)|\d+(?:[.,]\d+)?)"
    r"(?:(?P<hyphen>[-‑]?)(?P<suffix>[^\W\d_][^\W_]*(?:[-‑][^\W_]+)*))?"
    r"|(?P<word>[^\W\d_][^\W_]*(?:[-‑][^\W_]+)*)"
    r"|(?P<sign>[%])"
)
_HYPHEN = re.compile("[-‑]")


class Number(NamedTuple):
    """A number of a text: `start:end` covers it with its powers, endings and sign of percent.

    `value` of a percentage is as told (12 for 12%), `percent` says so. `bound` is what the words beside it tell.
    """

    start: int
    end: int
    value: float
    bound: Bound = "exact"
    ordinal: bool = False
    percent: bool = False


class Numeral(NamedTuple):
    """A numeral word: what it is worth, its kind (data/numerals.tsv), whether it is an ordinal, its ending."""

    value: float
    kind: str
    ordinal: bool
    ending: Ending
    like: bool = False


@kept(65536)
def numeral(word: str) -> Numeral | None:
    """Take a word, in lower case, for a numeral or a word beside numerals; null where it is none."""
    exact = _lexicon().get(word)
    if exact:
        return None if exact.kind == "not" else exact
    for length in range(min(len(word) - 1, _longest()), 1, -1):
        stem = _lexicon().get(word[:length])
        if stem and stem.kind != "not":
            rest = word[length:]
            if is_like(rest):
                return stem._replace(like=True)
            told = ending(rest)
            if told:
                return stem._replace(ending=told)
    return None


@loaded
def _lexicon() -> dict[str, Numeral]:
    known: dict[str, Numeral] = {}
    for row in rows(PACKAGE, "data/numerals.tsv", ("word", "value", "kind", "ordinal?")):
        one = Numeral(_value(row), _kind(row), False, Ending())
        known[row["word"]] = one
        known.update({word: one._replace(ordinal=True) for word in row.parts("ordinal")})
    return known


@loaded
def _longest() -> int:
    """Letters of the longest word of the table; no longer beginning of a word is one of them."""
    return max(map(len, _lexicon()))


def _value(row: Row) -> float:
    try:
        return float(row["value"])
    except ValueError:
        raise row.wrong(f"not a number: {row['value']}") from None


def _kind(row: Row) -> str:
    kind = row["kind"]
    where, _, bound = kind.partition(":")
    if kind not in _KINDS and (where not in ("before", "after") or bound not in _BOUNDS):
        raise row.wrong(f"no such kind: {kind}")
    return kind


def compose(words: Sequence[Numeral]) -> tuple[float, int]:
    """Value of the longest beginning of `words` that is one number, and how many words it takes.

    «бес алты» is two numbers, five or six; «екі мың он үшінші» is one. An ordinal or an ending ends a number.
    """
    total, group, limit = 0.0, 0.0, float("inf")
    for taken, word in enumerate(words):
        if not _fits(word, group, limit):
            return total + group, taken
        if word.kind == "power":
            total, group, limit = total + (group or 1) * word.value, 0.0, word.value
        else:
            group = (group or 1) * 100 if word.kind == "hundred" else group + word.value
        if word.ordinal or word.like or word.ending != Ending():
            return total + group, taken + 1
    return total + group, len(words)


def _fits(word: Numeral, group: float, limit: float) -> bool:
    """Whether a word can go on with a number of which `group` is told since the last power."""
    return {
        "unit": group % 10 == 0,
        "ten": group % 100 == 0,
        "hundred": group < 10,
        "power": word.value < limit,
    }.get(word.kind, False)


class _Token(NamedTuple):
    start: int
    end: int
    digits: float | None = None
    ordinal: bool = False
    like: bool = False
    word: Numeral | None = None
    ending: Ending = Ending()  # of digits; a word has its own


def numbers(text: str) -> tuple[Number, ...]:
    """Every number of a text, in order; none inside Roman numerals, citation marks or dates in digits."""
    found: list[Number] = []
    tokens = [token for match in _TOKEN.finditer(text) for token in _tokens(match)]
    at = 0
    while at < len(tokens):
        number, after = _number(tokens, at)
        if number:
            found.append(number)
        at = max(after, at + 1)
    return tuple(found)


def _tokens(match: re.Match[str]) -> Iterator[_Token]:
    start, end = match.span()
    if match["digits"] and len(match["digits"]) <= _MOST_DIGITS:
        yield from _digits(match)
    elif match["word"]:
        yield from _words(match)
    elif match["sign"]:
        yield _Token(start, end, word=Numeral(0.01, "percent", False, Ending()))
    else:
        yield _Token(start, end)


def _digits(match: re.Match[str]) -> Iterator[_Token]:
    """Tokens of digits with what is written to them: an ending («40-тай»), a power («20млн»), or another word."""
    start, end = match.span()
    value, rest = _float(match["digits"]), (match["suffix"] or "").lower()
    if told := suffix(rest):
        yield _Token(start, end, value, ordinal=told[0], ending=told[1])
    elif is_like(rest):
        yield _Token(start, end, value, like=True)
    elif ((word := numeral(rest)) and word.kind in _GLUED) or match["hyphen"]:
        yield _Token(start, match.end("digits"), value)
        # No number begins behind digits and a hyphen.
        yield _Token(match.start("suffix"), end, word=word if word and word.kind not in _FIRST else None)
    else:
        yield _Token(start, end)


def _words(match: re.Match[str]) -> Iterator[_Token]:
    """Tokens of a word, perhaps with a hyphened ending («млн-нан») or of numerals («бес-алты»).

    A numeral that is one part of another hyphenated word («бес-жылдық») is no number.
    """
    found: list[_Token] = []
    start = match.start()
    for form in _HYPHEN.split(match["word"]):
        word, end = numeral(form.lower()), start + len(form)
        told = ending(form.lower()) if found else None
        if not word and told and (front := found[-1].word):
            found[-1] = _Token(found[-1].start, end, word=front._replace(ending=told))
        else:
            found.append(_Token(start, end, word=word))
        start = end + 1
    yield from found if all(token.word for token in found) else (_Token(*match.span()),)


def _float(digits: str) -> float:
    plain = re.sub(r"\s", "", digits)
    if plain.count(".") > 1:
        plain = plain.replace(".", "")
    return float(plain.replace(",", "."))


def _number(tokens: list[_Token], at: int) -> tuple[Number | None, int]:
    """Read the number that begins at a token; also gives the token behind it."""
    value, after = _whole(tokens, at)
    if value is None:
        return None, at
    if _idle(tokens, at, after):
        return None, after
    more, after = _fraction(tokens, after)
    value += more
    if more and _kind_at(tokens, after) == "power":
        value, after = value * _worth(tokens, after), after + 1
    if value > MOST:
        return None, after
    last = tokens[after - 1]
    ordinal = last.ordinal or bool(last.word and last.word.ordinal)
    percent = _kind_at(tokens, after) == "percent"
    bound = _bound(tokens, at, after + percent)
    return Number(tokens[at].start, tokens[after - 1 + percent].end, value, bound, ordinal, percent), after + percent


def _whole(tokens: list[_Token], at: int) -> tuple[float | None, int]:
    """Value of the number without its fraction, null where none begins here or the text has ended."""
    digits = tokens[at].digits if at < len(tokens) else None
    if digits is not None:
        return _multiplied(tokens, at, digits)
    run = _run(tokens, at)
    if not run:
        alone = _kind_at(tokens, at) == "alone"
        return (_worth(tokens, at), at + 1) if alone else (None, at)
    value, taken = compose(run)
    return value, at + taken


def _multiplied(tokens: list[_Token], at: int, value: float) -> tuple[float, int]:
    """Digits with their powers. A power multiplies a smaller one («5 мың млрд»); any other is no part of the number."""
    ordinal, power, at = tokens[at].ordinal, 1.0, at + 1
    while not ordinal and _kind_at(tokens, at) == "power" and _worth(tokens, at) > power:
        power = _worth(tokens, at)
        value, at = value * power, at + 1
    return value, at


def _idle(tokens: list[_Token], at: int, after: int) -> bool:
    """Whether a numeral by itself is no count: «бір» is also "a", and a possessive tells "one of them"."""
    word = tokens[at].word
    if word is None or after > at + 1 or word.ordinal or _kind_at(tokens, after) in ("half", "whole", "percent"):
        return False
    return word.value == 1 or word.ending.possessive


def _run(tokens: list[_Token], at: int) -> list[Numeral]:
    run: list[Numeral] = []
    for token in tokens[at : at + MOST_WORDS]:
        if token.word is None or token.word.kind not in _ADDED:
            break
        run.append(token.word)
    return run


def _fraction(tokens: list[_Token], at: int) -> tuple[float, int]:
    """Value that a fraction told in words adds: «бір жарым», «он екі бүтін оннан тоғыз»."""
    kind = _kind_at(tokens, at)
    if kind == "half":
        return _worth(tokens, at) * _scale(tokens, at), at + 1
    if kind == "whole":
        below, after = _whole(tokens, at + 1)
        above, end = _whole(tokens, after) if below else (None, at)
        if below and above is not None and _ending_at(tokens, after - 1).case == "Abl":
            return above / below, end
    return 0.0, at


def _scale(tokens: list[_Token], at: int) -> float:
    before = tokens[at - 1].word
    return before.value if before and before.kind == "power" else 1.0


def _worth(tokens: list[_Token], at: int) -> float:
    """Value of the numeral word at a place; 1, which multiplies nothing, where there is none."""
    word = tokens[at].word
    return word.value if word else 1.0


def _ending_at(tokens: list[_Token], at: int) -> Ending:
    word = tokens[at].word
    return word.ending if word else tokens[at].ending


def _kind_at(tokens: list[_Token], at: int) -> str:
    word = tokens[at].word if 0 <= at < len(tokens) else None
    return word.kind if word else ""


def _bound(tokens: list[_Token], at: int, after: int) -> Bound:
    last = tokens[after - 1]
    if last.like or (last.word and last.word.like):
        return "about"
    for kind, place in ((_kind_at(tokens, at - 1), "before"), (_kind_at(tokens, after), "after")):
        where, _, bound = kind.partition(":")
        if where == place:
            return _BOUNDS[bound]
    return "exact"

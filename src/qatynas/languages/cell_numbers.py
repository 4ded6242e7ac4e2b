"""Numbers and sums as people write them into cells: «1,5 млрд долл.», «$200 million», «5 000 000», «1.500.000»."""

import re
from functools import cache
from typing import NamedTuple, cast

from qatynas.facts.kinds import Bound
from qatynas.languages.cell_values import values
from qatynas.languages.folding import folded

NO_NUMBER = "is no number"
_NUMBER = re.compile(r"[-+]?\d+(?:[ \u00a0.,']\d+)*")
_GROUPED = re.compile(r"\d{1,3}(?:([ .,'])\d{3})+(?!\d)")
_BETWEEN = re.compile(r"\s*-\s*")
_LARGEST = 1e24


class Amount(NamedTuple):
    """A number with what stands beside it in the cell; `fault` tells why there is none, or is empty."""

    value: float | None = None
    high: float | None = None
    bound: Bound = "exact"
    currency: str | None = None
    rest: str = ""
    fault: str = ""


class Beside(NamedTuple):
    """What words tell of the numbers that they stand beside: «Сумма, млн долл.»."""

    scale: float | None
    currency: str | None


def beside(words: str) -> Beside:
    """The scale and the currency that a heading or a cell tells."""
    scale, rest = _taken(folded(words), "scale")
    return Beside(float(scale) if scale else None, _taken(rest, "currency")[0])


def read(cell: str) -> Amount:
    """The one number of a cell, its scale, bound and currency; other words are the `rest`, as of a unit.

    «1.500» and «1,500» may each be a thousand and a half or one and a half: neither is guessed.
    """
    text = folded(cell)
    found = list(_NUMBER.finditer(text))
    if not found:
        return Amount(fault=NO_NUMBER)
    numbers = [_value(one[0]) for one in found[:2]]
    ranged = len(found) == 2 and _BETWEEN.fullmatch(text[found[0].end() : found[1].start()])
    if len(found) > 2 or (len(found) == 2 and not ranged and not found[1][0].startswith("-")):
        return Amount(fault="has several numbers")
    if len(found) == 2:  # «5-6»: what looks like a minus is a dash
        numbers[1] = numbers[1] and abs(numbers[1])
    if None in numbers:
        return Amount(fault="may be a fraction or a thousand")
    if any(number != number for number in numbers):
        return Amount(fault=NO_NUMBER)
    return _told(text, found, [number for number in numbers if number is not None])


def _told(text: str, found: list[re.Match[str]], numbers: list[float]) -> Amount:
    words = f"{text[: found[0].start()]} {text[found[-1].end() :]}"
    scale, words = _taken(words, "scale")
    currency, words = _taken(words, "currency")
    bound, words = _taken(words, "bound")
    numbers = [number * float(scale or 1) for number in numbers]
    if max(map(abs, numbers)) > _LARGEST or numbers != sorted(numbers):
        return Amount(fault=NO_NUMBER)
    high = numbers[1] if len(numbers) > 1 else None
    told = cast(Bound, bound or ("about" if high is not None else "exact"))
    return Amount(numbers[0], high, told, currency, " ".join(words.split()).strip(" .,;:"))


def _taken(words: str, field: str) -> tuple[str | None, str]:
    """What the longest word of a field tells, and the words without it."""
    found = _pattern(field).search(words)
    if not found:
        return None, words
    return values(field)[found[0]], f"{words[: found.start()]} {words[found.end() :]}"


def _pattern(field: str) -> re.Pattern[str]:
    return _compiled(tuple(sorted(values(field), key=len, reverse=True)))


@cache
def _compiled(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(rf"(?<![^\W\d]){re.escape(word)}(?!\w)" for word in words))


def _value(digits: str) -> float | None:
    """The number that digits with their signs mean; null where they may mean two."""
    plain = digits.replace("\u00a0", " ")
    sign = -1.0 if plain.startswith("-") else 1.0
    plain = plain.lstrip("+-")
    grouped = _GROUPED.match(plain)
    if grouped and grouped[1] in ".," and grouped.end() == len(plain) and plain.count(grouped[1]) == 1:
        return float(plain.replace(",", ".")) if plain.startswith("0") else None
    if grouped:
        head = grouped[0].replace(grouped[1], "")
        tail = plain[grouped.end() :].replace(",", ".")
        return _float(sign, head + tail)
    return _float(sign, plain.replace(",", "."))


def _float(sign: float, plain: str) -> float:
    try:
        return sign * float(plain)
    except ValueError:
        return float("nan")

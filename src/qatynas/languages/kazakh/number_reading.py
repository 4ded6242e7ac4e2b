"""One number of a text, from the pieces that tell it: digits, words, powers and fractions."""

from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

from qatynas.languages.kazakh.endings import Ending
from qatynas.languages.kazakh.number_tokens import Piece
from qatynas.languages.kazakh.numerals import MOST_WORDS, Numeral, compose, share

_ADDED = frozenset({"unit", "ten", "hundred", "power"})
_HYPHENS, _SPACES = "-‑", " \t\r\n\u00a0\u2009\u202f"
_LARGEST_PART = 10  # of a fraction in digits: «1/3», but no «12/45», which numbers papers


class Read(NamedTuple):
    """A number over the pieces `first:after`.

    `base` is what its hundreds and powers multiply, `power` the product of the powers that multiply it as a whole;
    0 where it has others.
    `idle` is a numeral that counts nothing («бір»), unless it begins a range.
    """

    first: int
    after: int
    value: float
    base: float
    power: float = 1.0
    percent: bool = False
    ordinal: bool = False
    doubtful: bool = False
    idle: bool = False
    case: str = ""


def read(text: str, known: Sequence[Piece], at: int) -> Read | None:
    """Read the number that begins at a piece."""
    one = _share(text, known, at) or _whole(text, known, at)
    if one is None:
        return None
    at, kind = one.after, _kind(text, known, one.after)
    if kind in ("half", "whole") and not one.ordinal:
        one = _with_fraction(text, known, one)
    if at != one.after and _kind(text, known, one.after) == "power":
        worth = known[one.after].worth
        one = one._replace(value=one.value * worth, power=worth, after=one.after + 1)
    if _kind(text, known, one.after) == "percent":
        one = one._replace(after=one.after + 1, percent=True, idle=False)
    last = known[one.after - 1]
    ordinal = last.ordinal or bool(last.word and last.word.ordinal)
    return one._replace(ordinal=ordinal, case=one.case or last.case)


def _kind(text: str, known: Sequence[Piece], at: int) -> str:
    """Kind of the numeral at a place, "" where there is none or another sign than a hyphen stands before it."""
    if at >= len(known) or text[known[at - 1].end : known[at].start].strip(_HYPHENS + _SPACES):
        return ""
    return known[at].kind


def _share(text: str, known: Sequence[Piece], at: int) -> Read | None:
    """A part of a whole: «үштен бірі», «бестен бір бөлігі», «1/3»."""
    if at + 1 >= len(known):
        return None
    one, two = known[at], known[at + 1]
    gap = text[one.end : two.start]
    if gap == "/":
        return _in_digits(text, known, at)
    below = one.digits or (one.worth if one.kind in ("unit", "ten", "hundred") else 0)
    if gap.strip() or one.case != "Abl" or below < 2:
        return None
    part = share(text[two.start : two.end].lower())
    if part is None and two.kind in ("unit", "ten") and two.case == "Nom" and _kind(text, known, at + 2) == "part":
        part = two.word
    value = part.value / below if part else 1
    return Read(at, at + 2, value, value, case=part.ending.case) if part and value < 1 else None


def _in_digits(text: str, known: Sequence[Piece], at: int) -> Read | None:
    above, below = known[at].digits or 0.0, known[at + 1].digits or 0.0
    plain = known[at].ending == Ending() and above.is_integer() and 0 < above < below <= _LARGEST_PART
    start, end = known[at].start, known[at + 1].end
    date = text[start - 1 : start] == "/" or text[end : end + 1] == "/"
    if not plain or date or text[:start].rstrip().endswith("№"):
        return None
    return Read(at, at + 2, above / below, above / below)


def _whole(text: str, known: Sequence[Piece], at: int) -> Read | None:
    """A number without its fraction, null where none begins here or the text has ended."""
    if at >= len(known):
        return None
    if known[at].digits is not None:
        return _more(text, known, _multiplied(text, known, at))
    run = _run(text, known, at)
    if run:
        value, taken = compose(run)
        base, power = _scaled(run[:taken], value)
        return Read(at, at + taken, value, base, power, idle=_idle(text, run[0], known, at, at + taken))
    if known[at].kind != "alone":
        return None
    value, after = known[at].worth, at + 1
    if _kind(text, known, after) == "power" and value < 1:
        value, after = value * known[after].worth, after + 1
    possessed = known[at].word
    return Read(at, after, value, value, idle=bool(value < 1 and possessed and possessed.ending.possessive))


def _scaled(run: Sequence[Numeral], value: float) -> tuple[float, float]:
    """Base and power of a number in words: 5 and 1000 of «бес жүз мың», 350 and 1000 of «үш жүз елу мың»."""
    whole = len(run)
    while whole and run[whole - 1].kind == "power":
        whole -= 1
    if any(word.kind == "power" for word in run[:whole]):
        return value, 0.0
    rest = compose(run[:whole])[0] if whole else 1.0
    hundred = 100 if whole > 1 and run[whole - 1].kind == "hundred" else 1
    return rest / hundred, value / rest


def _multiplied(text: str, known: Sequence[Piece], at: int) -> Read:
    """Digits with their powers. A power multiplies a smaller one («5 мың млрд»); any other is no part of the number."""
    piece, power, after = known[at], 1.0, at + 1
    value = piece.digits or 0.0
    scale = 1.0
    while not piece.ordinal and _kind(text, known, after) == "power" and known[after].worth > power:
        power = known[after].worth
        scale, after = scale * power, after + 1
    doubtful = bool(piece.split) and _kind(text, known, after) != "percent" and scale == 1
    if doubtful and piece.split == ".":
        value *= 1000
    return Read(at, after, value * scale, value, scale, doubtful=doubtful)


def _more(text: str, known: Sequence[Piece], one: Read) -> Read:
    """«2 млн 500 мың», «5 мың 200»: digits behind a power that tell the rest, three of them or with a power."""
    while one.power > 1 and one.after < len(known) and known[one.after].digits is not None:
        last, rest = known[one.after - 1], _multiplied(text, known, one.after)
        piece = known[one.after]
        told = rest.power > 1 or len(text[piece.start : piece.end].split("-")[0]) == len("500")
        if last.case != "Nom" or text[last.end : piece.start].strip() or not told or rest.value >= last.worth:
            break
        if rest.power == 1 and last.worth > 1000:
            break
        one = one._replace(value=one.value + rest.value, after=rest.after, power=0.0 if rest.power == 1 else rest.power)
    return one


def _idle(text: str, word: Numeral, known: Sequence[Piece], at: int, after: int) -> bool:
    """Whether a numeral by itself is no count: «бір» is also "a", and a possessive tells "one of them"."""
    if after > at + 1 or word.ordinal or _kind(text, known, after) in ("half", "whole", "percent"):
        return False
    return word.value == 1 or word.ending.possessive


def _run(text: str, known: Sequence[Piece], at: int) -> list[Numeral]:
    run: list[Numeral] = []
    for k, piece in enumerate(known[at : at + MOST_WORDS], start=at):
        if (
            piece.word is None
            or piece.word.kind not in _ADDED
            or (run and text[known[k - 1].end : piece.start].strip())
        ):
            break
        run.append(piece.word)
    return run


def _with_fraction(text: str, known: Sequence[Piece], one: Read) -> Read:
    """With what a fraction told in words adds: «бір жарым», «он екі бүтін оннан тоғыз»."""
    if _kind(text, known, one.after) == "half":
        last = known[one.after - 1]
        value = one.value + known[one.after].worth * (last.worth if last.kind == "power" else 1.0)
        return one._replace(value=value, base=value, power=1.0, after=one.after + 1, idle=False)
    below = _whole(text, known, one.after + 1)
    above = _below_powers(text, known, below.after) if below and below.value else None
    if not below or not above or known[below.after - 1].case != "Abl":
        return one
    value = one.value + above.value / below.value
    return one._replace(value=value, base=value, power=1.0, after=above.after, idle=False)


def _below_powers(text: str, known: Sequence[Piece], at: int) -> Read | None:
    """The upper part of a fraction: a power behind it multiplies the whole («екі бүтін оннан бес миллион»)."""
    if at < len(known) and known[at].digits is not None:
        return Read(at, at + 1, known[at].digits or 0.0, known[at].digits or 0.0)
    run = _run(text, known, at)
    small = list(takewhile(lambda word: word.kind != "power", run))
    value, taken = compose(small) if small else (0.0, 0)
    return Read(at, at + taken, value, value) if taken else None

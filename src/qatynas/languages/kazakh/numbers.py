"""Numbers told in digits and in words, in any case, with what bounds them."""

from collections.abc import Sequence
from typing import NamedTuple

from qatynas.facts.kinds import Bound
from qatynas.languages.kazakh import number_bounds
from qatynas.languages.kazakh.number_reading import Read, read
from qatynas.languages.kazakh.number_tokens import Piece, pieces

MOST = 10.0**24
"""No number is larger: what a text makes larger is a slip or a joke, and no quantity."""
_BOUNDS: dict[str, Bound] = {"about": "about", "over": "over", "under": "under", "until": "under"}
_DASHES = "-‑–—−"


class Number(NamedTuple):
    """A number of a text: `start:end` covers it with its powers, endings and sign of percent.

    `value` of a percentage is as told (12 for 12%), `percent` says so. `bound` is what the words beside it tell.
    Of a range («5-6 мың») `value` is the lower end and `upto` the upper one, and its bound is `about`. `doubtful`
    says that the digits can be read in two ways («1.500» is taken for a thousand and five hundred, «1,500» for one
    and a half, as Kazakh writes a comma before a fraction).
    """

    start: int
    end: int
    value: float
    bound: Bound = "exact"
    ordinal: bool = False
    percent: bool = False
    upto: float | None = None
    doubtful: bool = False

    @property
    def low(self) -> float | None:
        """The least that it can be; null where the text does not tell."""
        return None if self.bound == "under" or self._vague else self.value

    @property
    def high(self) -> float | None:
        """The most that it can be; null where the text does not tell."""
        if self.upto is not None:
            return self.upto
        return None if self.bound == "over" or self._vague else self.value

    @property
    def _vague(self) -> bool:
        return self.bound == "about" and self.upto is None


def numbers(text: str) -> tuple[Number, ...]:
    """Every number of a text, in order; none inside Roman numerals, citation marks, times or dates in digits."""
    found: list[Number] = []
    known = pieces(text)
    at = 0
    while at < len(known):
        one = read(text, known, at) if known[at].word or known[at].digits is not None else None
        if one is None or one.value > MOST:
            at = one.after if one else at + 1
            continue
        two = _upper(text, known, one)
        if two or not one.idle:
            found.append(_number(text, known, one, two))
        at = (two or one).after
    return tuple(found)


def _number(text: str, known: Sequence[Piece], one: Read, two: Read | None) -> Number:
    last = two or one
    end = known[last.after - 1].end
    if two:
        low = one.value * _shared(one, two)
        doubtful = one.doubtful or two.doubtful
        return Number(known[one.first].start, end, low, "about", False, two.percent, two.value, doubtful)
    signed = _signed(text, known, one)
    start = known[one.first].start - (signed == "sign")
    value = -one.value if signed else one.value
    return Number(start, end, value, _bound(text, known, one), one.ordinal, one.percent, None, one.doubtful)


def _signed(text: str, known: Sequence[Piece], one: Read) -> str:
    """How the number is told to be negative: by a `sign` that is no dash between two numbers, by a `word`, or not."""
    start = known[one.first].start
    front = known[one.first - 1] if one.first else None
    if front and front.kind == "minus" and not text[front.end : start].strip():
        return "word"
    if known[one.first].digits is None or text[start - 1 : start] not in ("-", "−", "–"):
        return ""
    joined = front and (front.digits is not None or front.word) and not text[front.end : start - 1].strip()
    return "" if joined or text[max(start - 2, 0) : start - 1].strip(" \t\n\u00a0(«") else "sign"


def _bound(text: str, known: Sequence[Piece], one: Read) -> Bound:
    last = known[one.after - 1]
    if last.like or (last.word and last.word.like):
        return "about"
    told = number_bounds.before(text, known, one.first) or number_bounds.after(text, known, one.after, one.case)
    return _BOUNDS.get(told, "exact")


def _upper(text: str, known: Sequence[Piece], one: Read) -> Read | None:
    """The upper end of a range that begins with a number: «5-6 мың», «5-тен 10-ға дейін», «5 пен 10 аралығында»."""
    if one.after >= len(known) or one.ordinal:
        return None
    gap = text[known[one.after - 1].end : known[one.after].start]
    both = known[one.after].kind == "and" and not gap.strip()
    two = read(text, known, one.after + both)
    if two is None or two.value > MOST or two.ordinal or (one.percent and not two.percent):
        return None
    if one.value * _shared(one, two) >= two.value:
        return None
    if gap.strip() and gap.strip() in _DASHES:
        return None if _chained(text, known, one, two) else two
    if gap.strip():
        return None
    told = number_bounds.after(text, known, two.after, two.case)
    if both:
        return two if told == "between" else None
    if one.case == "Abl":
        return two if told == "until" else None
    return two if _neighbours(known, one, two) else None


def _shared(one: Read, two: Read) -> float:
    """What multiplies the upper end and is the lower one's too: «5-6 мың», «үш-төрт жүз», «200-350 мың»."""
    scale = two.value / two.base if two.base else 1.0
    if one.power != 1 or two.power == 0 or one.value >= two.value:
        return 1.0
    if one.value == one.base < two.base:
        return scale
    return two.power if one.value < two.value / two.power else 1.0


def _chained(text: str, known: Sequence[Piece], one: Read, two: Read) -> bool:
    """Whether more numbers are joined to the two, as in the number of a telephone."""
    before, behind = known[one.first].start, known[two.after - 1].end
    more = known[two.after] if two.after < len(known) else None
    joined = more and (more.digits is not None or more.word) and text[behind : more.start] in tuple(_DASHES)
    return bool(joined) or (text[before - 1 : before] in tuple(_DASHES) and text[before - 2 : before - 1].isalnum())


def _neighbours(known: Sequence[Piece], one: Read, two: Read) -> bool:
    """«Бес алты»: two units in words, one above the other, are five or six."""
    units = known[one.first].kind == known[two.first].kind == "unit" and one.after == one.first + 1
    return units and two.base == one.value + 1 and one.case == "Nom"

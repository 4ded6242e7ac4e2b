"""The pieces of which numbers of a text are put together: digits, numerals, signs, and the words between."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from qatynas.languages.kazakh.endings import Ending, ending, is_having, is_like, suffix
from qatynas.languages.kazakh.numerals import Numeral, numeral
from qatynas.ontology.lexicon import here, kept

_MOST_DIGITS = 24  # with the spaces between; a longer row of digits is no quantity
_FIRST = frozenset({"unit", "ten", "hundred", "alone"})
_GLUED = frozenset({"power", "percent"})
_NUMBERS = _FIRST | {"power"}
_GROUPS = r"\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?:,\d+)?(?!\d)|\d{1,3}(?:(?:\.\d{3}){2,}|(?:,\d{3}){2,})(?!\d)"
_PIECE = re.compile(
    r"(?P<word>[^\W\d_][^\W_]*(?:[-‑][^\W_]+)*)"  # first, as most pieces are words
    r"|\[\d[^\]\[]{0,40}\]"  # a citation mark
    r"|\d{1,2}\.\d{1,2}\.\d{4}(?!\d)[^\W_]*"  # a date
    r"|\d{1,2}:\d{2}(?!\d)[^\W_]*"  # a time of day
    rf"|(?!{_GROUPS})\d+(?:\.\d+){{2,}}"  # the number of a section or an address
    rf"|(?P<digits>{_GROUPS}|\d+(?:[.,]\d+)?)"
    r"(?:(?P<hyphen>[-‑]?)(?P<suffix>[^\W\d_][^\W_]*(?:[-‑][^\W_]+)*))?"
    r"|(?P<sign>%(?:[-‑](?P<after>[^\W\d_]+))?)"
)
_DIGIT = re.compile(r"\d")
_LETTERS = re.compile(r"[^\W\d_]+")
_HYPHEN = re.compile("[-‑]")
_THREE = re.compile(r"[1-9]\d{0,2}([.,])\d{3}")
_PERCENT = Numeral(0.01, "percent", False, Ending())


class Piece(NamedTuple):
    """A piece of a number, or another word.

    `digits` is the value of digits; `split` the sign before their last three («1.500», «1,500»), which may part
    thousands or a fraction. `ending` is that of digits; a numeral has its own.
    """

    start: int
    end: int
    digits: float | None = None
    split: str = ""
    ordinal: bool = False
    like: bool = False
    word: Numeral | None = None
    ending: Ending = Ending()

    @property
    def kind(self) -> str:
        """Kind of the numeral (data/numerals.tsv), "" where there is none."""
        return self.word.kind if self.word else ""

    @property
    def case(self) -> str:
        """Case of the number that ends here."""
        return self.word.ending.case if self.word else self.ending.case

    @property
    def worth(self) -> float:
        """Value of the numeral; 1, which multiplies nothing, where there is none."""
        return self.word.value if self.word else 1.0


def pieces(text: str) -> list[Piece]:
    """All words and digits of a text, none where it has no number; what no number begins in is without value."""
    if not _DIGIT.search(text) and not any(map(here(_begins), _LETTERS.findall(text.lower()))):
        return []
    out: list[Piece] = []
    for match in _PIECE.finditer(text):
        word = match["word"]
        if word and word.isalpha():  # most words: without a hyphen
            out.append(Piece(*match.span(), None, "", False, False, numeral(word.lower())))
        else:
            out += _pieces(match)
    return out


@kept(65536)
def _begins(word: str) -> bool:
    """Whether a word, in lower case, is a numeral with which a number may begin."""
    one = numeral(word)
    return one is not None and one.kind in _NUMBERS


def _pieces(match: re.Match[str]) -> Iterator[Piece]:
    start, end = match.span()
    if match["digits"] and len(match["digits"]) <= _MOST_DIGITS:
        yield from _digits(match)
    elif match["word"]:
        yield from _words(match)
    elif match["sign"]:
        told = ending((match["after"] or "").lower())
        end = end if told else start + 1
        yield Piece(start, end, word=_PERCENT._replace(ending=told or Ending()))
    else:
        yield Piece(start, end)


def _digits(match: re.Match[str]) -> Iterator[Piece]:
    """Digits with what is written to them: an ending («40-тай»), a power («20млн»), or another word."""
    start, end = match.span()
    rest, three = (match["suffix"] or "").lower(), _THREE.fullmatch(match["digits"])
    piece = Piece(start, end, _float(match["digits"]), three[1] if three else "")
    if told := suffix(rest):
        yield piece._replace(ordinal=told[0], ending=told[1])
    elif is_like(rest):
        yield piece._replace(like=True)
    elif ((word := numeral(rest)) and word.kind in _GLUED) or match["hyphen"]:
        yield piece._replace(end=match.end("digits"))
        # No number begins behind digits and a hyphen.
        yield Piece(match.start("suffix"), end, word=word if word and word.kind not in _FIRST else None)
    else:
        yield Piece(start, end)


def _words(match: re.Match[str]) -> Iterator[Piece]:
    """Pieces of a word, perhaps with a hyphened ending («млн-нан») or of numerals («бес-алты»).

    A numeral that is one part of another hyphenated word («бес-жылдық») is no number.
    """
    found: list[Piece] = []
    start = match.start()
    for form in _HYPHEN.split(match["word"]):
        word, end = numeral(form.lower()), start + len(form)
        told = _after_hyphen(form.lower(), found[-1]) if found else None
        if told and (not word or word.kind == "and") and (front := found[-1].word):
            found[-1] = Piece(found[-1].start, end, word=front._replace(ending=told))
        else:
            digits = float(form) if found and form.isdecimal() and len(form) <= _MOST_DIGITS else None
            found.append(Piece(start, end, digits, word=word))
        start = end + 1
    numerals = all(piece.word or piece.digits is not None for piece in found)
    yield from found if numerals else (Piece(*match.span()),)


def _after_hyphen(letters: str, front: Piece) -> Ending | None:
    having = front.kind == "power" and is_having(letters)
    return Ending(attribute=True) if having else ending(letters)


def _float(digits: str) -> float:
    plain = re.sub(r"\s", "", digits)
    for sign in ".,":
        if plain.count(sign) > 1:
            plain = plain.replace(sign, "")
    return float(plain.replace(",", "."))

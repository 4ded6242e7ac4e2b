"""Repairs of single letters: look-alikes of other alphabets, slips of code pages, characters that nobody sees.

The letters are knowledge: `data/letters.tsv`. Roman numerals are left as they stand.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from qatynas.documents.offsets import Edit
from qatynas.languages.kazakh.roman import roman
from qatynas.ontology.lexicon import loaded
from qatynas.ontology.tables import rows

PACKAGE = "qatynas.languages.kazakh"
LOWER = "а-я\u0450-\u045fәғқңөұүһі"
UPPER = "А-Я\u0400-\u040fӘҒҚҢӨҰҮҺІ"
CYRILLIC = "\u0400-\u0481\u048a-\u052f"
_FOREIGN = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u0370-\u03ff\u1e00-\u1fff"

_WIDTHS = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_NO_WIDTH = "\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
_ANY_UNSEEN = re.compile(f"[{_WIDTHS}{_NO_WIDTH}\u200c\u200d]")
_SPACE = re.compile(f"[{_WIDTHS}]+")
# A joiner stays between signs such as emoji, and both joiners stay in scripts that are written with them.
_UNSEEN = re.compile(f"[{_NO_WIDTH}]+|(?<![\u0590-\u1fff\u2190-\U0010ffff])[\u200c\u200d]+")
# A soft hyphen at the end of a line is the break of a word.
_SOFT_BREAK = re.compile(rf"\u00ad[ \t]{{0,8}}\r?\n[ \t]{{0,8}}(?=[{LOWER}])")
_MARK = "\u0300-\u036f"
_MARKS = re.compile(f"[{_MARK}]+")
_FOREIGN_RUN = re.compile(f"[{_FOREIGN}{_MARK}]+")
_CYRILLIC_LETTER = re.compile(f"[{CYRILLIC}]")
_OWN = re.compile(f"[{CYRILLIC}{_MARK}]")
_CYRILLIC_WORD = re.compile(f"[{CYRILLIC}]+")
_CAPITALISED = re.compile(rf"\b[{UPPER}][{LOWER}]")
_CASED = 100  # words for each of which one capitalised word is asked for
_PIECE = re.compile(f"[{CYRILLIC}{_FOREIGN}{_MARK}]+")
VOWEL = re.compile("[аәеёиоөұүуыіэюя]", re.IGNORECASE)
_KINDS = ("hyphenated", "particle", "syllable", "ending", "common", "compounding", "prefix")


class _Slip(NamedTuple):
    letter: str
    beside: str  # the letter where a vowel stands beside it
    inner: bool  # never at the beginning of a word


class _Letters(NamedTuple):
    look_alikes: Mapping[str, str]
    signs: Mapping[str, str]
    slips: Mapping[str, _Slip]
    slip: re.Pattern[str]
    lone: re.Pattern[str]  # a look-alike that is no initial of a text in Latin letters
    initials: re.Pattern[str]  # initials, lone look-alikes among them


@loaded
def _letters() -> _Letters:
    look_alikes: dict[str, str] = {}
    slips: dict[str, _Slip] = {}
    lost: dict[str, str] = {}
    for row in rows(PACKAGE, "data/letters.tsv", ("kind", "from", "to?", "beside?")):
        kind, sign, letter = row["kind"], row["from"], row["to"]
        if kind not in ("look-alike", "slip", "inner", "lost"):
            raise row.wrong(f"kind {kind!r}: look-alike, slip, inner or lost is wanted")
        if len(sign) != 1:
            raise row.wrong(f"{sign!r}: one sign is wanted")
        if bool(letter) == (kind == "lost"):
            raise row.wrong("every kind but `lost` tells a letter")
        if sign in look_alikes or sign in slips or sign in lost:
            raise row.wrong(f"{sign!r} stands twice")
        if kind == "look-alike":
            look_alikes[sign] = letter
        elif kind == "lost":
            lost[sign] = letter
        else:
            slips[sign] = _Slip(letter, row["beside"] or letter, kind == "inner")
    pattern = re.escape("".join(slips))
    # Latin capitals by themselves are Roman numerals and letters of lists: A. I. C.
    lone = "".join(sign for sign in look_alikes if sign.isupper() and not sign.isascii())
    return _Letters(
        look_alikes,
        {**lost, **{sign: slip.letter for sign, slip in slips.items()}},
        slips,
        re.compile(f"[{pattern}](?=[{LOWER}])"),
        re.compile(f"[{lone}]"),
        re.compile(rf"(?<![^\W\d_])(?<![{_MARK}])(?:[{UPPER}{lone}](?:\s*\.)+\s*)+"),
    )


def signs() -> Mapping[str, str]:
    """Signs that may stand for a lost letter, with the letter of their code page (empty where it tells none)."""
    return _letters().signs


@loaded
def _words() -> Mapping[str, frozenset[str]]:
    kinds: dict[str, set[str]] = {kind: set() for kind in _KINDS}
    for row in rows(PACKAGE, "data/restoration.tsv", ("kind", "word")):
        if row["kind"] not in kinds:
            raise row.wrong(f"kind {row['kind']!r}: one of {', '.join(kinds)} is wanted")
        kinds[row["kind"]].add(row["word"])
    return {kind: frozenset(words) for kind, words in kinds.items()}


def words(kind: str) -> frozenset[str]:
    """Words of one kind from `data/restoration.tsv`, whose head tells the kinds."""
    return _words()[kind]


def is_cased(text: str) -> bool:
    """Whether a text has capitals: one capitalised word in a hundred at least, else it is taken for lowercased."""
    capitalised = sum(1 for _ in _CAPITALISED.finditer(text))
    return bool(capitalised) and capitalised * _CASED > sum(1 for _ in _CYRILLIC_WORD.finditer(text))


def unseen(text: str) -> Iterator[Edit]:
    """Spaces of other widths become plain ones; characters without a width go, and a soft break with its line end."""
    if not _ANY_UNSEEN.search(text):
        return
    breaks = {m.start(): m.end() for m in _SOFT_BREAK.finditer(text)}
    for match in _SPACE.finditer(text):
        yield Edit(match.start(), match.end(), " " * len(match.group()), "no-break-space")
    for match in _UNSEEN.finditer(text):
        yield Edit(match.start(), breaks.get(match.end() - 1, match.end()), "", "unseen")


def marks(text: str) -> Iterator[Edit]:
    """Join a letter and its mark where Unicode has both as one (и + breve → й)."""
    for match in _MARKS.finditer(text):
        start = match.start() - 1
        if start >= 0 and text[start].isalpha():
            pair = text[start : match.end()]
            composed = unicodedata.normalize("NFC", pair)
            if composed != pair:
                yield Edit(start, match.end(), composed, "letter")


def look_alikes(text: str) -> Iterator[Edit]:
    """Letters of other alphabets inside Cyrillic words; Roman numerals and codes are left alone."""
    if not _CYRILLIC_LETTER.search(text):
        return
    done = 0
    for run in _FOREIGN_RUN.finditer(text):
        if run.start() < done:
            continue
        if not _beside_cyrillic(text, run.start(), run.end()):
            if run.group() == "i" and _is_suffix(text, run.start(), done):
                yield Edit(run.start(), run.end(), _letters().look_alikes["i"], "letter")
            continue
        start = run.start()
        while start > done and _CYRILLIC_LETTER.match(text, start - 1):
            start -= 1
        piece = _PIECE.match(text, start)
        assert piece is not None
        done = piece.end()
        yield from _piece(start, piece.group())


def _beside_cyrillic(text: str, start: int, end: int) -> bool:
    return bool(_CYRILLIC_LETTER.match(text, end) or (start and _CYRILLIC_LETTER.match(text, start - 1)))


def _is_suffix(text: str, at: int, done: int) -> bool:
    """Whether a lone i is the ending of «КСРО-i» or «11-i».

    `done` is the end of the last mixed word, which may stand before the hyphen (ХVIII-i).
    """
    if at < 2 or text[at - 1] not in "-‑–" or text[at + 1 : at + 2].isalnum():
        return False
    return done == at - 1 or text[at - 2].isdecimal() or bool(_CYRILLIC_LETTER.match(text, at - 2))


def _piece(start: int, piece: str) -> Iterator[Edit]:
    table = _letters().look_alikes
    foreign = [(k, letter) for k, letter in enumerate(piece) if not _OWN.match(letter)]
    if any(letter not in table for _, letter in foreign) or _is_code(piece):
        return
    for k, letter in foreign:
        yield Edit(start + k, start + k + 1, table[letter], "letter")


def _is_code(piece: str) -> bool:
    """Whether a mixed piece is a Roman numeral, or one or an abbreviation with a Cyrillic ending (IMETтің)."""
    head = piece[: next((k for k, letter in enumerate(piece) if not letter.isupper()), len(piece))]
    if is_roman(head):
        return len(head) > 1 or head == piece
    return len(head) > 1 and head != piece and not _CYRILLIC_LETTER.search(head)


def is_roman(head: str) -> bool:
    """Whether capitals are a number in Roman letters, at least one of them Latin."""
    return any(letter.isascii() for letter in head) and roman(head) > 0


def slips(text: str) -> Iterator[Edit]:
    """Signs that a wrong code page put in the place of a letter: only before a small Cyrillic letter."""
    letters = _letters()
    for match in letters.slip.finditer(text):
        at, slip = match.start(), letters.slips[match.group()]
        before = text[at - 1 : at]
        inside = bool(_CYRILLIC_LETTER.match(before))
        beside_vowel = VOWEL.match(text, at + 1) or (inside and VOWEL.match(before))
        letter = slip.beside if beside_vowel else slip.letter
        if letter.islower() if inside else not slip.inner and _begins_word(text, at):
            yield Edit(at, at + 1, letter, "letter")


def initials(text: str) -> Iterator[Edit]:
    """Look-alikes that stand alone as initials («Н.Ə. Назарбаев»): among Cyrillic ones or before a Cyrillic word."""
    letters = _letters()
    if not letters.lone.search(text):
        return
    for chain in letters.initials.finditer(text):
        if _CYRILLIC_LETTER.search(chain.group()) or _CYRILLIC_LETTER.match(text, chain.end()):
            for lone in letters.lone.finditer(text, chain.start(), chain.end()):
                yield Edit(lone.start(), lone.end(), letters.look_alikes[lone.group()], "letter")


def _begins_word(text: str, at: int) -> bool:
    """Whether two more letters follow (a slip may be the second), so that ±х of a formula is no word."""
    before = text[at - 1 : at]
    if before.isalnum() or _MARKS.match(before) or before in _letters().slips:
        return False
    following = text[at + 2 : at + 3]
    return bool(_CYRILLIC_LETTER.match(following)) or following == "-" or following in _letters().slips

"""From bytes to characters: UTF-8, UTF-16, and the code pages that Kazakh and Russian texts were kept in.

The text is the decoded characters without BOM; line ends and letters stay as they are (FORMAT.md, "The
original text").
"""

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, lookup
from collections import Counter
from functools import cache
from itertools import islice, pairwise
from math import log
from typing import NamedTuple

from qatynas.errors import Refused
from qatynas.ontology.tables import Row, rows

CODE_PAGES = ("cp1251", "kz1048", "ptcp154")
"""Code pages that are told apart, the likeliest first: cp1251 where nothing speaks for another."""

_SAMPLE = 65_536  # bytes; enough to know an encoding by
_WORDS = 4_000  # pieces of text that a code page is known by
_LARGEST_LOSS = 0.01  # share of the characters that may be lost before the document is refused
_LARGEST_NOISE = 0.01  # share of control characters from which on bytes are no text
# All control characters that stand in no text: not tab, line ends, form feed, Ctrl-Z (end of DOS files), escape.
_CONTROLS = bytes({*range(32), 127} - {9, 10, 11, 12, 13, 26, 27})
_NOT_CONTROLS = bytes(set(range(256)) - set(_CONTROLS))
_NOT_ASCII = re.compile(rb"[\x80-\xff]+")
_FROM_NOT_ASCII = re.compile(rb"[\x80-\xff][^\s]{0,30}")
_AMONG_LATIN = re.compile(r"[A-Za-z][^\W\d_A-Za-z]|[^\W\d_A-Za-z][A-Za-z]")
# Codecs that a web page may name: no `utf-7`, `unicode_escape` or the like, which turn plain text into another.
_DECLARABLE = ("cp", "iso8859", "koi8", "kz1048", "ptcp154", "mac", "gb", "big5", "shift_jis", "euc")


class Decoded(NamedTuple):
    """A text and the name of the encoding (Python's) that it was found in."""

    text: str
    encoding: str


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """Characters of a document's bytes; `declared` is the encoding that it names itself, if any.

    What is valid UTF-8 is taken as such whatever the document says. Bytes that cannot be decoded become
    U+FFFD. Raises `Refused`: `binary` where the bytes are no text, `encoding` where no known encoding fits
    or more than one character in a hundred is lost.
    """
    decoded = _wide(data)
    if decoded is None:
        _expect_text(data)
        decoded = _utf8(data) or _declared(data, declared) or _damaged_utf8(data) or _code_page(data)
    lost = decoded.text.count("\ufffd")
    if lost > _LARGEST_LOSS * len(decoded.text):
        raise Refused(f"encoding: {lost:,} of {len(decoded.text):,} characters are damaged ({decoded.encoding})")
    return decoded


def utf8(data: bytes) -> str:
    """Characters of bytes that can only be UTF-8, as JSON is. Raises `Refused` as `decode` does."""
    decoded = _utf8(data) or _damaged_utf8(data)
    if decoded is None or decoded.text.count("\ufffd") > _LARGEST_LOSS * len(decoded.text):
        raise Refused("encoding: not UTF-8")
    return decoded.text


def _expect_text(data: bytes) -> None:
    noise = len(data[:_SAMPLE].translate(None, _NOT_CONTROLS))
    if b"\0" in data or noise > _LARGEST_NOISE * min(len(data), _SAMPLE):
        raise Refused("binary: this is no text")


def _wide(data: bytes) -> Decoded | None:
    """UTF-16 by its mark, or by the high bytes that Latin (00) and Cyrillic (04) letters have in it."""
    for mark, name in ((BOM_UTF16_LE, "utf-16-le"), (BOM_UTF16_BE, "utf-16-be")):
        if data.startswith(mark):
            return Decoded(data[2:].decode(name, "replace"), name)
    for first, name in ((1, "utf-16-le"), (0, "utf-16-be")):
        high = data[first:_SAMPLE:2]
        if high.count(0) + high.count(4) > 0.7 * len(high):
            text = data.decode(name, "replace")
            if "\0" not in text:
                return Decoded(text, name)
    return None


def _utf8(data: bytes) -> Decoded | None:
    try:
        return Decoded(data.removeprefix(BOM_UTF8).decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return None


def _damaged_utf8(data: bytes) -> Decoded | None:
    """UTF-8 in spite of invalid bytes: null where these are so many that it must be a code page.

    Letters of a code page are seldom by chance a valid sequence: at most every third where all are capitals.
    """
    pieces = (match[0].decode("utf-8", "replace") for match in islice(_NOT_ASCII.finditer(data), _WORDS))
    letters = "".join(pieces)
    lost = letters.count("\ufffd")
    if len(letters) - lost <= lost / 2:
        return None
    return Decoded(data.removeprefix(BOM_UTF8).decode("utf-8", "replace"), "utf-8")


def _declared(data: bytes, name: str | None) -> Decoded | None:
    try:
        codec = lookup(name or "").name
        return Decoded(data.decode(codec), codec) if codec.startswith(_DECLARABLE) else None
    except (LookupError, ValueError):
        return None


def _code_page(data: bytes) -> Decoded:
    """The code page whose letters look most like a language.

    The three differ in the few letters that matter most, and general detectors miss just these
    (charset-normalizer 3.5 took 7 of 22 short Kazakh texts for another page, and refused others).
    """
    sample = b" ".join(islice((match[0] for match in _FROM_NOT_ASCII.finditer(data)), _WORDS))
    texts = {page: sample.decode(page, "replace") for page in CODE_PAGES}
    scores = {page: _likeness(text) + (_KAZAKH_FIRST if page == "kz1048" else 0) for page, text in texts.items()}
    best = max(scores, key=lambda page: scores[page])
    if _unlike(texts[best]) or _western(texts[best]) or _shuffled(texts[best]):
        raise Refused(f"encoding: neither UTF-8, UTF-16, {', '.join(CODE_PAGES[:-1])} nor {CODE_PAGES[-1]}")
    # Where nothing but common letters stands in the text, all three are the same: the commonest name is told.
    best = next(page for page in texts if texts[page] == texts[best])
    return Decoded(data.decode(best, "replace"), best)


def _unlike(text: str) -> bool:
    """Whether the letters are those of no language; the fewer there are, the more chance is allowed for."""
    letters = len(_signs(text))
    return _likeness(text) < _LEAST * letters - _CHANCE


def _western(text: str) -> bool:
    """Whether our letters stand among Latin ones: a code page of another script, which would be read wrongly."""
    return len(_AMONG_LATIN.findall(text)) > 0.1 * (1 + text.count(" "))


def _shuffled(text: str) -> bool:
    """Whether case is mixed up, as it is where another Cyrillic encoding is read as a code page of ours.

    KOI8 comes out in capitals with small initials, ISO 8859-5 with capitals inside words.
    """
    rises = sum(one.islower() and two.isupper() for one, two in pairwise(text))
    falls = sum(one.isupper() and two.islower() for one, two in pairwise(text))
    capitals = sum(map(str.isupper, text)) > sum(map(str.islower, text))
    return (capitals and rises > falls) or (rises > 1 and rises > 0.03 * len(text))


_LEAST = -3.6  # mean log probability of a letter in running text: -2.9 to -3.2 in Kazakh, Russian, Ukrainian
_CHANCE = 14.0  # log probability by which names and abbreviations may fall short of that
_KAZAKH_FIRST = 3.0  # what speaks for kz1048 beforehand, as a log probability ratio
_ELSEWHERE = 0.0001  # probability of a letter that another language has
_NOWHERE = 0.00001  # probability of a letter or sign that no language has
_SIGNS = "¤¦§©¬®°±µ¶·†‡‰€™\xad\ufffd"  # stand where another code page has letters


def _likeness(text: str) -> float:
    """Log probability of the text's letters outside ASCII in the language that they fit best."""
    signs = Counter(_signs(text))
    known = frozenset().union(*_letters().values())
    rare = {sign: _ELSEWHERE if sign in known else _NOWHERE for sign in signs}
    return max(
        sum(times * log(shares.get(sign, rare[sign])) for sign, times in signs.items())
        for shares in _letters().values()
    )


def _signs(text: str) -> list[str]:
    return [sign for sign in text.lower() if sign > "\x7f" and (sign.isalpha() or sign in _SIGNS)]


@cache
def _letters() -> dict[str, dict[str, float]]:
    """Share of each letter among all, by language. Raises `DataFileError` for a mistake in the table."""
    table: dict[str, dict[str, float]] = {}
    for row in rows("qatynas.documents", "data/letters.tsv", ("language", "letter", "share")):
        table.setdefault(row.cells["language"], {})[row.cells["letter"]] = _share(row)
    return table


def _share(row: Row) -> float:
    letter, share = row.cells["letter"], row.cells["share"]
    if len(letter) != 1 or not share.isdecimal() or not 0 < int(share) < 10_000:
        raise row.wrong("wanted: a language, one letter, and how often it stands in 10,000")
    return int(share) / 10_000

"""Kazakh in the Latin alphabets of 2021 and 2018: recognised by paragraph, and read in Cyrillic.

The table is `data/latin.tsv`. Both alphabets write several Cyrillic letters alike; which one is meant is told by the
only, or the likeliest, reading that is a known word. A paragraph is Kazakh where most of its words are known once
they are read so: neighbours that share the letters (Turkish, Azerbaijani, Uzbek, Karakalpak, Tatar) do not pass.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from qatynas.documents.offsets import Edit
from qatynas.languages.kazakh.grammar import PACKAGE
from qatynas.languages.kazakh.roman import roman
from qatynas.languages.kazakh.vocabulary import known, listed
from qatynas.ontology.lexicon import kept, loaded
from qatynas.ontology.tables import rows

OWN: Mapping[str, str] = {"2021": "äğñöşūüı", "2018": "áǵńóúýı"}
"""Small letters that tell each alphabet from English; the last one is in both."""
_PLACES = ("vowel", "consonant", "start")
_VOWELS = frozenset("aäeiıoöuūüyáóúý")
_SMALL = str.maketrans({"I": "ı", "İ": "i"})  # as 2021 has them
_LATIN = "A-Za-z\u00c0-\u00d6\u00d8-\u024f"
_ANY_OWN = re.compile("[äğñöşūüáǵńóúýıÄĞÑÖŞŪÜÁǴŃÓÚÝİ]")
_LETTERS = re.compile(r"[^\W\d_]")
_LATIN_LETTER = re.compile(f"[{_LATIN}]")
_PARAGRAPH = re.compile(r"[^\n]+")
# A word with digits (A4) is none; a run with a sign of an address, a tag or a file's name has none.
_WORD = re.compile(rf"(?<![\d_{_LATIN}])[{_LATIN}]+(?![\d_{_LATIN}])")
_RUN = re.compile(r"\S+")
_ADDRESS = re.compile(r"://|[@#_\\]|\bwww\.|[a-z]{3}\.[a-z]{2,}")
_INITIAL = re.compile(rf"\.\s?[{_LATIN}]")
_KEEPS = re.compile("ь[ыі]")  # no word has a soft sign before these
_FOREIGN = frozenset("cwx")
_OWN_SHARE = 30  # letters to one that English lacks; real texts have one in six to ten
_KNOWN_SHARE, _SHORT_SHARE = 0.6, 0.25  # of the words; Karakalpak, the nearest neighbour, comes to 0.4
_SAMPLE = 60  # distinct words that tell a paragraph's language
_FEWEST = 3  # words by which a paragraph's alphabet is told; a headline is mostly longer
_HEADING = 6  # words up to which a paragraph may be told by few known ones
_WAYS = 64  # readings of one word that are tried
_LONGEST = 60  # letters; a longer run is no word, and stays Latin
_ABBREVIATION = 5  # capitals from which on an unknown word is one of a heading


class _Unit(NamedTuple):
    length: int
    readings: Mapping[str, tuple[str, ...]]  # by what stands before; "" anywhere
    foreign: bool  # of words that are not Kazakh


@loaded
def _tables() -> Mapping[str, Mapping[str, Mapping[str, tuple[str, ...]]]]:
    """Readings by alphabet, Latin letters and what must stand before them."""
    out: dict[str, dict[str, dict[str, tuple[str, ...]]]] = {alphabet: {} for alphabet in OWN}
    for row in rows(PACKAGE, "data/latin.tsv", ("alphabet", "latin", "cyrillic", "after?")):
        if row["alphabet"] not in out:
            raise row.wrong(f"alphabet {row['alphabet']!r}: one of {', '.join(out)} is wanted")
        if row["after"] not in ("", *_PLACES):
            raise row.wrong(f"after {row['after']!r}: one of {', '.join(_PLACES)} is wanted, or nothing")
        places = out[row["alphabet"]].setdefault(row["latin"], {})
        if row["after"] in places:
            raise row.wrong(f"{row['latin']!r} stands twice")
        places[row["after"]] = tuple(row.parts("cyrillic"))
    return out


def latin(text: str) -> Iterator[Edit]:
    """Cyrillic letters for those of each paragraph that is Kazakh in Latin letters."""
    if not _ANY_OWN.search(text):
        return
    paragraphs = [match.span() for match in _PARAGRAPH.finditer(text) if _is_latin(match.group())]
    alphabets = [_alphabet(text[start:end]) for start, end in paragraphs]
    shown = max(alphabets, key=lambda alphabet: alphabets.count(alphabet) if alphabet else 0, default=None)
    for (start, end), alphabet in zip(paragraphs, alphabets, strict=True):
        # A heading may have no letter that tells it (Qazaqstan men Resei): it goes by the rest of the document.
        if found := shown if shown and _goes_by(text[start:end], shown) else alphabet:
            for at, word in _words(text, start, end):
                yield from _edits(at, word, found, bool(_INITIAL.match(text, at + 1)))


def _goes_by(paragraph: str, alphabet: str) -> bool:
    """Whether a paragraph, a short one perhaps, is in the alphabet that most of its document is in."""
    small = _small(paragraph)
    if any(letter in small for other, own in OWN.items() if other != alphabet for letter in own[:-1]):
        return False
    short = any(letter in small for letter in OWN[alphabet]) and len(_WORD.findall(paragraph)) <= _HEADING
    return _share(paragraph, alphabet) > (_SHORT_SHARE if short else _KNOWN_SHARE)


def _words(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    """Words in Latin letters and where they stand, none of an address."""
    for run in _RUN.finditer(text, start, end):
        if not _ADDRESS.search(run.group()):
            yield from ((match.start(), match.group()) for match in _WORD.finditer(text, *run.span()))


def is_kazakh(text: str) -> bool:
    """Whether a text is Kazakh in Latin letters: some paragraph of its beginning shows it."""
    if not _ANY_OWN.search(text):
        return False
    paragraphs = (match.group() for match in _PARAGRAPH.finditer(text))
    return any(_alphabet(paragraph) for paragraph in islice(filter(_is_latin, paragraphs), 5))


def _is_latin(paragraph: str) -> bool:
    return len(_LATIN_LETTER.findall(paragraph)) * 2 > len(_LETTERS.findall(paragraph))


def _alphabet(paragraph: str) -> str | None:
    """The alphabet in which most words of a paragraph are Kazakh; null where it is another language."""
    small = paragraph.translate(_SMALL).lower()
    letters = len(_LATIN_LETTER.findall(paragraph))
    counts = {alphabet: sum(map(small.count, own)) for alphabet, own in OWN.items()}
    likely = [alphabet for alphabet, count in counts.items() if count * _OWN_SHARE > letters]
    best = max(likely, key=lambda alphabet: (counts[alphabet], _share(paragraph, alphabet)), default=None)
    return (
        best if best and _share(paragraph, best) > _KNOWN_SHARE and len(_WORD.findall(paragraph)) >= _FEWEST else None
    )


def _share(paragraph: str, alphabet: str) -> float:
    """Share of a paragraph's words that are known in Cyrillic; a capitalised one that is not may be a name."""
    whole = (word for _, word in _words(paragraph, 0, len(paragraph)) if not _VOWELS.isdisjoint(_small(word)))
    words = list(dict.fromkeys(word for word in whole if len(word) > 1))[:_SAMPLE]
    told = [bool(_listed_reading(word, alphabet)) for word in words]
    counted = [good for good, word in zip(told, words, strict=True) if good or not word[0].isupper()]
    return sum(counted) / len(counted) if counted else 0.0


def _edits(at: int, word: str, alphabet: str, initial: bool) -> Iterator[Edit]:
    """Each letter's edit; an `initial` is no Roman numeral."""
    units = _units(word, alphabet)
    single = initial and len(word) == 1 and word.isupper()
    reading = _cased(word, units, next(_ways(_small(word), units))) if single and units else _reading(word, alphabet)
    for unit, letters in zip(units, reading, strict=False):
        yield Edit(at, at + unit.length, letters, "alphabet")
        at += unit.length


@kept(50_000)
def _reading(word: str, alphabet: str) -> tuple[str, ...]:
    """Cyrillic letters of each unit of a word; empty where it stays Latin."""
    if found := _listed_reading(word, alphabet) or _first(word, alphabet, known):
        return found
    small = _small(word)
    units = _units(word, alphabet)
    if not units or roman(word) or any(unit.foreign for unit in units):
        return ()
    if word.isupper() and len(word) < _ABBREVIATION and set(OWN[alphabet] + "q").isdisjoint(small):
        return ()
    return _cased(word, units, next(_ways(small, units)))


@kept(50_000)
def _listed_reading(word: str, alphabet: str) -> tuple[str, ...]:
    """The likeliest reading that is a word of the lists; empty where there is none."""
    return _first(word, alphabet, listed)


def _first(word: str, alphabet: str, is_word: Callable[[str], bool]) -> tuple[str, ...]:
    """The likeliest reading that is a word; empty where there is none. Roman numerals are none."""
    units = _units(word, alphabet)
    if not units or roman(word):
        return ()
    for way in islice(_ways(_small(word), units), _WAYS):
        cased = _cased(word, units, way)
        form = "".join(cased)
        if not _KEEPS.search(form) and is_word(form):
            return cased
    return ()


@kept(50_000)
def _units(word: str, alphabet: str) -> tuple[_Unit, ...]:
    """The word taken apart, longest letters first; empty for no word, and where the alphabet lacks a letter."""
    if len(word) > _LONGEST:
        return ()
    table, small, at = _tables()[alphabet], _small(word), 0
    out: list[_Unit] = []
    while at < len(small):
        length = next((n for n in (3, 2, 1) if at + n <= len(small) and small[at : at + n] in table), 0)
        if not length:
            return ()
        readings = table[small[at : at + length]]
        if alphabet == "2018" and word[at] == "I":
            readings = {"": ("і", "и", "й"), **({} if length == 1 else readings)}
            length = 1
        out.append(_Unit(length, readings, small[at : at + length] in _FOREIGN))
        at += length
    return tuple(out)


def _small(word: str) -> str:
    return word.translate(_SMALL).lower()


def _ways(small: str, units: Sequence[_Unit]) -> Iterator[tuple[str, ...]]:
    """Readings of a word, those with the fewest unlikely letters first."""
    choices: list[tuple[str, ...]] = []
    at = 0
    for unit in units:
        place = "start" if not at else "vowel" if small[at - 1] in _VOWELS else "consonant"
        choices.append(unit.readings.get(place) or unit.readings[""])
        at += unit.length
    most = sum(len(choice) - 1 for choice in choices)
    for cost in range(most + 1):
        yield from _costing(choices, cost)


def _costing(choices: Sequence[tuple[str, ...]], cost: int) -> Iterator[tuple[str, ...]]:
    """Every way to take one of each choice with these places from the front in all."""
    if not choices:
        if not cost:
            yield ()
        return
    first, rest = choices[0], choices[1:]
    if cost > sum(len(choice) - 1 for choice in choices):
        return
    for at in range(min(cost, len(first) - 1) + 1):
        for others in _costing(rest, cost - at):
            yield (first[at], *others)


def _cased(word: str, units: Sequence[_Unit], way: Sequence[str]) -> tuple[str, ...]:
    """A reading with the capitals of the word."""
    out: list[str] = []
    at = 0
    for unit, letters in zip(units, way, strict=True):
        piece = word[at : at + unit.length]
        shout = piece.isupper() and (len(piece) > 1 or (len(word) > 1 and word.isupper()))
        out.append(letters.upper() if shout else letters.capitalize() if piece[0].isupper() else letters)
        at += unit.length
    return tuple(out)

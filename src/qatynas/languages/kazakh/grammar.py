"""The suffix tables of `data/grammar`, compiled: every ending that a word can have, with what it means.

Sound classes and their changes follow the school grammar of Kazakh (vowel harmony; assimilation of the
suffix's first sound to the last sound of the stem), as the tables' comments say.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from qatynas.ontology.tables import Row, rows

PACKAGE = "qatynas.languages.kazakh"
COLUMNS = ("slot", "name", "shape", "after", "features")
STEM = "stem"
"""What a suffix stands behind that may stand behind the stem itself alone, or behind listed suffixes."""
DERIVATION = ("from", "shape", "to", "lemma", "features?", "example?")
SLOTS = (
    "abstract", "number", "possession", "case", "link", "person",
    "voice", "second", "third", "polarity", "noun", "finite", "converb",
)  # fmt: skip
"""Slots of the suffix tables: those of nouns in the order in which they stand, then those of verbs."""
OPEN = ("NOUN", "ADJ", "ADV", "NUM", "PRON", "PROPN", "VERB")
_SHAPE = re.compile(r"(?:[AIKGELNYBDPM]|\([AIа-яәғқңөұүһі]\)|[а-яәғқңөұүһі])+")

BACK, FRONT = "аоұыяёю", "әеөүіэ"
VOWELS = frozenset(BACK + FRONT)
SYLLABIC = VOWELS | frozenset("уию")
"""Letters that make a syllable: и, у and ю do, though a suffix takes them for the consonants that they end in."""
_GLIDES = frozenset("рйуию")
_CLASS = {
    **dict.fromkeys(VOWELS, "V"),
    **dict.fromkeys(_GLIDES, "R"),
    "л": "L",
    **dict.fromkeys("мнң", "N"),
    **dict.fromkeys("жз", "Z"),
}
# What each letter of a shape becomes, by the class of the sound before it: back form, then front form.
_CHANGES: Mapping[str, Mapping[str, str]] = {
    "L": {"V": "л", "R": "л", "L": "д", "N": "д", "Z": "д", "T": "т"},
    "N": {"V": "н", "R": "д", "L": "д", "N": "н", "Z": "д", "T": "т"},
    "Y": {"V": "н", "R": "д", "L": "д", "N": "д", "Z": "д", "T": "т"},
    "B": {"V": "д", "R": "д", "L": "д", "N": "н", "Z": "д", "T": "т"},
    "D": {"V": "д", "R": "д", "L": "д", "N": "д", "Z": "д", "T": "т"},
    "P": {"V": "м", "R": "м", "L": "м", "N": "м", "Z": "б", "T": "п"},
    "M": {"V": "м", "R": "м", "L": "м", "N": "б", "Z": "б", "T": "п"},
}


Features = tuple[tuple[str, str], ...]
"""UD features in the order of the suffixes that tell them: the later of two of one name counts."""


class Suffix(NamedTuple):
    """A row of a suffix table: its slot and name, its shape, the suffixes right behind which alone it stands."""

    slot: str
    name: str
    shape: str
    after: tuple[str, ...]
    features: Features


class Derivation(NamedTuple):
    """A suffix that makes a word of another one: from which part of speech to which; `same` keeps the lemma."""

    shape: str
    to: str
    same: bool
    features: Features


@lru_cache(maxsize=50_000)
def sound_class(stem: str) -> str:
    """Class of the last sound: V vowel, R р й у и, L л, N nasal, Z ж з, T voiceless."""
    last = stem.rstrip("ьъ»\"’'")[-1:]
    return _CLASS.get(last, "T")


def harmony(stem: str) -> str:
    """`b` (back) or `f` (front) by the last vowel that tells it; empty where none does."""
    for letter in reversed(stem):
        if letter in BACK:
            return "b"
        if letter in FRONT:
            return "f"
    return "f" if "и" in stem else ""


@lru_cache(maxsize=4096)
def realise(shape: str, kind: str, tone: str) -> str:
    """What a shape becomes after a sound of class `kind` in words of harmony `tone`."""
    out: list[str] = []
    letters = iter(shape)
    for letter in letters:
        if letter == "(":
            inner = next(letters)
            next(letters)
            wanted = kind != "V" if inner in "AI" else kind == "V"
            if not wanted:
                continue
            letter = inner
        piece = _letter(letter, kind, tone)
        out.append(piece)
        kind = sound_class(piece)
    return "".join(out)


def _letter(letter: str, kind: str, tone: str) -> str:
    back = tone == "b"
    if letter == "A":
        return "а" if back else "е"
    if letter == "I":
        return "ы" if back else "і"
    if letter == "K":
        return "қ" if back else "к"
    if letter == "G":
        return ("қ" if back else "к") if kind == "T" else ("ғ" if back else "г")
    if letter == "E":
        return "й" if kind == "V" else ("а" if back else "е")
    return _CHANGES[letter][kind] if letter in _CHANGES else letter


_VOICED = {"к": "г", "қ": "ғ", "п": "б"}
_HARD = {soft: hard for hard, soft in _VOICED.items()}


def softened(stem: str) -> str:
    """The stem as it stands before a suffix that begins in a vowel: к→г, қ→ғ, п→б."""
    return stem[:-1] + _VOICED[stem[-1]] if len(stem) > 1 and stem[-1] in _VOICED and stem[-2] in SYLLABIC else stem


def hardened(stem: str) -> str:
    """The stem as it stands alone: г→к, ғ→қ, б→п at its end."""
    return stem[:-1] + _HARD.get(stem[-1], stem[-1])


@lru_cache(maxsize=1)
def suffix_tables() -> Mapping[str, tuple[Suffix, ...]]:
    """The suffixes of `nominal.tsv` and `verbal.tsv` by their slots."""
    out: dict[str, list[Suffix]] = defaultdict(list)
    table = [row for file in ("nominal", "verbal") for row in rows(PACKAGE, f"data/grammar/{file}.tsv", COLUMNS)]
    for suffix in suffixes(table):
        out[suffix.slot].append(suffix)
    return {slot: tuple(found) for slot, found in out.items()}


@lru_cache(maxsize=1)
def derivations() -> Mapping[str, tuple[Derivation, ...]]:
    """The suffixes of `derivation.tsv` by the part of speech that they stand behind."""
    out: dict[str, list[Derivation]] = defaultdict(list)
    for row in rows(PACKAGE, "data/grammar/derivation.tsv", DERIVATION):
        one = Derivation(_shape(row), row["to"], row["lemma"] == "same", _features(row))
        for upos in row.parts("from"):
            if {upos, one.to} - set(OPEN):
                raise row.wrong(f"parts of speech are {', '.join(OPEN)}")
            out[upos].append(one)
    return {upos: tuple(found) for upos, found in out.items()}


def suffixes(table: Sequence[Row]) -> list[Suffix]:
    """The suffixes that rows of the suffix tables tell.

    Raises `DataFileError` with file and line: an unknown slot, a letter that no shape has, a suffix to stand after
    that the tables lack, a feature without a value.
    """
    names = {STEM, *(row["name"] for row in table)}
    return [_suffix(row, names) for row in table]


def _suffix(row: Row, names: set[str]) -> Suffix:
    after = () if row["after"] == "-" else tuple(row["after"].split(","))
    if row["slot"] not in SLOTS:
        raise row.wrong(f"no slot {row['slot']!r}: {', '.join(SLOTS)} are known")
    if unknown := [name for name in after if name not in names]:
        raise row.wrong(f"no suffix {unknown[0]!r} to stand after")
    return Suffix(row["slot"], row["name"], _shape(row), after, _features(row))


def _shape(row: Row) -> str:
    if not _SHAPE.fullmatch(row["shape"]):
        raise row.wrong(f"{row['shape']!r} is no shape: small letters, or those that the head of the table explains")
    return row["shape"]


def _features(row: Row) -> Features:
    features = tuple((name, value) for name, _, value in (p.partition("=") for p in row.parts("features")))
    if not all(name and value for name, value in features):
        raise row.wrong(f"features {row['features']!r}: name=value is wanted")
    return features

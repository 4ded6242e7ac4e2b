"""The suffix tables of `data/grammar`, compiled: every ending that a word can have, with what it means.

Sound classes and their changes follow the school grammar of Kazakh (vowel harmony; assimilation of the
suffix's first sound to the last sound of the stem), as the tables' comments say.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from qatynas.ontology.lexicon import loaded
from qatynas.ontology.tables import Row, rows

PACKAGE = "qatynas.languages.kazakh"
COLUMNS = ("slot", "name", "shape", "after", "features")
_SLOTS = (
    "number", "possession", "case", "link", "person", "voice", "second", "polarity", "noun", "finite", "converb",
)  # fmt: skip
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


class Ending(NamedTuple):
    """A chain of suffixes: UD features; the harmony (`b`, `f`) and sound classes of stems that take it."""

    features: Mapping[str, str]
    harmony: str
    classes: str
    pronominal: bool = False


_Features = tuple[tuple[str, str], ...]


class _Suffix(NamedTuple):
    slot: str
    name: str
    shape: str
    after: tuple[str, ...]
    features: _Features


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


def _read(file: str) -> list[_Suffix]:
    return suffixes(rows(PACKAGE, "data/grammar/" + file, COLUMNS))


def suffixes(table: Sequence[Row]) -> list[_Suffix]:
    """The suffixes that rows of a suffix table tell.

    Raises `DataFileError` with file and line: an unknown slot, a letter that no shape has, a suffix to stand after
    that the table lacks, a feature without a value.
    """
    names = {row["name"] for row in table}
    return [_suffix(row, names) for row in table]


def _suffix(row: Row, names: set[str]) -> _Suffix:
    after = () if row["after"] == "-" else tuple(row["after"].split())
    features = tuple((name, value) for name, _, value in (p.partition("=") for p in row.parts("features")))
    if row["slot"] not in _SLOTS:
        raise row.wrong(f"no slot {row['slot']!r}: {', '.join(_SLOTS)} are known")
    if not _SHAPE.fullmatch(row["shape"]):
        raise row.wrong(f"{row['shape']!r} is no shape: small letters, or those that the head of the table explains")
    if unknown := [name for name in after if name not in names]:
        raise row.wrong(f"no suffix {unknown[0]!r} to stand after")
    if not all(name and value for name, value in features):
        raise row.wrong(f"features {row['features']!r}: name=value is wanted")
    return _Suffix(row["slot"], row["name"], row["shape"], after, features)


class _State(NamedTuple):
    surface: str
    last: str  # name of the last suffix, "" for none
    kind: str
    features: _Features


def _chains(suffixes: list[_Suffix], slots: tuple[str, ...], start: _State, tone: str) -> Iterator[_State]:
    """Every chain that takes at most one suffix of each slot, in order."""
    states = [start]
    for slot in slots:
        here = [s for s in suffixes if s.slot == slot]
        states += [_grown(state, suffix, tone) for state in states for suffix in _after(here, state.last)]
    yield from states


def _after(suffixes: list[_Suffix], last: str) -> list[_Suffix]:
    """Those that may follow `last`; where one has a form of its own there, its general form does not stand."""
    own = {s.name for s in suffixes if last in s.after}
    return [s for s in suffixes if last in s.after or (not s.after and s.name not in own)]


def _grown(state: _State, suffix: _Suffix, tone: str) -> _State:
    piece = realise(suffix.shape, state.kind, tone)
    return _State(state.surface + piece, suffix.name, sound_class(piece), state.features + suffix.features)


Table = Mapping[str, tuple[Ending, ...]]


_Found = tuple[str, _Features, str, str, bool]


def _collect(found: Iterable[_Found]) -> Table:
    merged: dict[str, dict[tuple[_Features, bool], tuple[set[str], set[str]]]] = defaultdict(dict)
    for surface, features, tone, kind, pronominal in found:
        tones, kinds = merged[surface].setdefault((features, pronominal), (set(), set()))
        tones.add(tone)
        kinds.add(kind)
    return {
        surface: tuple(
            Ending(dict(key), "".join(sorted(tones)), "".join(sorted(kinds)), pronominal)
            for (key, pronominal), (tones, kinds) in by_features.items()
        )
        for surface, by_features in merged.items()
    }


@loaded
def nominal_endings() -> Table:
    """Every ending of nouns, the empty one too. `pronominal` ones follow a stem that ends in its -ы/-сы."""
    return _collect(_nominal())


_NOMINAL_SLOTS = ("number", "possession", "case", "link", "person")


def _nominal() -> Iterator[_Found]:
    suffixes = _read("nominal.tsv")
    for tone in "bf":
        for kind in "VRLNZT":
            start = _State("", "", kind, ())
            for state in _chains(suffixes, _NOMINAL_SLOTS, start, tone):
                yield state.surface, state.features, tone, kind, False
                if state.last in ("in", "of"):
                    again = state._replace(last="")
                    for more in _chains(suffixes, ("number", "case"), again, tone):
                        if more.surface != state.surface:
                            yield more.surface, more.features, tone, kind, False
        possessed = _State("", "its", "V", ())
        for state in _chains(suffixes, ("case", "link"), possessed, tone):
            if state.surface:
                yield state.surface, (("Person[psor]", "3"), *state.features), tone, "V", True


@loaded
def verbal_endings() -> Mapping[str, tuple[tuple[Ending, bool], ...]]:
    """Every ending of verbs before nominal ones; the flag says whether nominal endings may follow."""
    suffixes = _read("verbal.tsv")
    collected: dict[bool, list[_Found]] = {True: [], False: []}
    for tone in "bf":
        for kind in "VRLNZT":
            for state in _chains(suffixes, ("voice", "second"), _State("", "", kind, ()), tone):
                for slot in ("noun", "finite", "converb"):
                    for final in _chains(suffixes, ("polarity", slot), state, tone):
                        if any(name in ("VerbForm", "Mood") for name, _ in final.features):
                            collected[slot == "noun"].append((final.surface, final.features, tone, kind, False))
    out: dict[str, list[tuple[Ending, bool]]] = defaultdict(list)
    for nominal, found in collected.items():
        for surface, endings in _collect(found).items():
            out[surface] += [(ending, nominal) for ending in endings]
    return {surface: tuple(endings) for surface, endings in out.items()}

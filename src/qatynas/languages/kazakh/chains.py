"""Chains of suffixes: what follows a stem, taken apart by the tables of `data/grammar`.

The tables are read as one automaton. A state is the slot that comes next, the suffix before it, the class of the
last sound and the harmony; a step is a suffix in the form that it has there. States are made when a word first
comes to them, and what was found behind a state is kept.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from qatynas.languages.kazakh.grammar import (
    STEM,
    SYLLABIC,
    Derivation,
    Features,
    Suffix,
    derivations,
    harmony,
    realise,
    softened,
    sound_class,
    suffix_tables,
)

KINDS = "VRLNZT"
TONES = "bf"
_NOMINAL = ("number", "possession", "case", "link", "person")
_SLOTS: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "nominal": tuple((slot,) for slot in _NOMINAL),
    "verbal": (("voice",), ("second",), ("third",), ("polarity",), ("noun", "finite", "converb")),
    "participle": tuple((slot,) for slot in ("abstract", *_NOMINAL)),
    "person": (("person",),),
}
_GROUPS: Mapping[str, str] = {"VERB": "verbal", "AUX": "person", "PART": "person"}
_FINAL = 4  # number of the slots of a verb that one of must be filled
_DEEPEST = 2  # suffixes one behind another that each make a new word (шаруа-шы-лық)


class State(NamedTuple):
    """Where a chain stands: what may come next, and the sounds before it."""

    group: str
    slot: int
    last: str
    kind: str
    tone: str


class Ending(NamedTuple):
    """A chain of suffixes: UD features; the harmony (`b`, `f`) and sound classes of stems that take it.

    `pronominal`: it follows a stem that ends in its own -ы/-сы (министрі-не).
    """

    features: Mapping[str, str]
    harmony: str
    classes: str
    pronominal: bool = False


class Derived(NamedTuple):
    """A new word made of a stem: what its lemma has behind the stem's (`same`: nothing), its endings."""

    added: str
    suffixes: int
    same: bool
    upos: str
    features: Features


class _Step(NamedTuple):
    surface: str
    features: Features
    state: State


@lru_cache(maxsize=256)
def start(upos: str, kind: str, tone: str, possessed: bool = False) -> State:
    """The state behind a root of this part of speech; `possessed`: it ends in its own -ы/-сы."""
    return State(_GROUPS.get(upos, "nominal"), 2 if possessed else 0, "its" if possessed else STEM, kind, tone)


@lru_cache(maxsize=400_000)
def parse(rest: str, state: State) -> tuple[Features, ...]:
    """Every way in which `rest` is a chain of endings behind the state: their features, in order."""
    found: list[Features] = [()] if not rest and _may_end(state) else []
    for step in _steps(state).get(rest[:1], ()):
        if rest.startswith(step.surface):
            behind = rest[len(step.surface) :]
            if _meets(step.surface, behind):
                found += [step.features + more for more in parse(behind, step.state)]
    return tuple(found)


def _may_end(state: State) -> bool:
    return state.group != "verbal" or state.slot > _FINAL


def _meets(surface: str, behind: str) -> bool:
    """Whether the last sound of a suffix fits what follows: к and қ stand before consonants, г and ғ before vowels."""
    opens = bool(behind) and behind[0] in SYLLABIC
    if surface[-1] in "кқ":
        return not opens
    return surface[-1] not in "гғ" or opens


@lru_cache(maxsize=50_000)
def _steps(state: State) -> Mapping[str, tuple[_Step, ...]]:
    """The suffixes that may come next, by their first letter."""
    out: dict[str, list[_Step]] = {}
    slots = _SLOTS[state.group]
    for number in range(state.slot, len(slots)):
        for suffix in _after(slots[number], state.last):
            piece = realise(suffix.shape, state.kind, state.tone)
            following = _following(state, number, suffix, piece)
            for surface in dict.fromkeys((piece, softened(piece))):
                out.setdefault(surface[0], []).append(_Step(surface, suffix.features, following))
    return {letter: tuple(steps) for letter, steps in out.items()}


def chosen(state: State, name: str) -> tuple[Suffix, State]:
    """The suffix of that name that stands behind the state, and the state behind it. Raises `KeyError` for none."""
    for number in range(state.slot, len(_SLOTS[state.group])):
        for suffix in _after(_SLOTS[state.group][number], state.last):
            if suffix.name == name:
                return suffix, _following(state, number, suffix, realise(suffix.shape, state.kind, state.tone))
    raise KeyError(name)


@lru_cache(maxsize=4096)
def _after(slots: tuple[str, ...], last: str) -> tuple[Suffix, ...]:
    """Those that may follow `last`; where one has a form of its own there, its general form does not stand."""
    here = [suffix for slot in slots for suffix in suffix_tables().get(slot, ())]
    own = {suffix.name for suffix in here if last in suffix.after}
    return tuple(s for s in here if last in s.after or (not s.after and s.name not in own))


def _following(state: State, number: int, suffix: Suffix, piece: str) -> State:
    kind, tone = sound_class(piece), harmony(piece) or state.tone
    if suffix.slot == "link":  # -дағы, -нікі: a new noun, that may take all endings once more
        return State("nominal", 0, suffix.name, kind, tone)
    if suffix.slot == "noun":
        return State("participle", 0, suffix.name, kind, tone)
    return State(state.group, number + 1, suffix.name, kind, tone)


@lru_cache(maxsize=100_000)
def derived(rest: str, upos: str, kind: str, tone: str, depth: int = 1) -> tuple[Derived, ...]:
    """Every way in which a suffix that makes new words, and endings behind it, stand behind a stem."""
    found: list[Derived] = []
    for row, piece, surface in _derivations(upos, kind, tone).get(rest[:1], ()):
        if rest.startswith(surface):
            behind = rest[len(surface) :]
            if _meets(surface, behind):
                found += _made(row, piece, behind, tone, depth)
    return tuple(found)


@lru_cache(maxsize=256)
def _derivations(upos: str, kind: str, tone: str) -> Mapping[str, list[tuple[Derivation, str, str]]]:
    """The suffixes that make new words behind such a stem, by their first letter, before consonants and vowels."""
    out: dict[str, list[tuple[Derivation, str, str]]] = {}
    for row in derivations().get(upos, ()):
        piece = realise(row.shape, kind, tone)
        for surface in dict.fromkeys((piece, softened(piece))):
            out.setdefault(surface[0], []).append((row, piece, surface))
    return out


def _made(row: Derivation, piece: str, behind: str, tone: str, depth: int) -> Iterator[Derived]:
    kind, tone = sound_class(piece), harmony(piece) or tone
    added = "" if row.same else piece
    found = parse(behind, start(row.to, kind, tone))
    if row.to == "PROPN" and piece[-1] in "ыі":  # -ұлы and -қызы are possessed: Абайұлын
        found += parse(behind, start("NOUN", "V", tone, possessed=True))
    for features in dict.fromkeys(found):
        yield Derived(added, 1, row.same, row.to, row.features + features)
    if depth < _DEEPEST and behind and not row.same:
        for more in derived(behind, row.to, kind, tone, depth + 1):
            yield more._replace(added=piece + more.added, suffixes=1 + more.suffixes, same=False)


class Endings:
    """Every ending of nouns, the empty one too, by its letters: what it can mean behind whatever stem."""

    def get(self, letters: str, default: tuple[Ending, ...] = ()) -> tuple[Ending, ...]:
        """What the letters mean as an ending; the default where they are none."""
        return _meanings(letters) or default

    def __getitem__(self, letters: str) -> tuple[Ending, ...]:
        return _meanings(letters)

    def __contains__(self, letters: str) -> bool:
        return bool(_meanings(letters))


_ENDINGS = Endings()


def nominal_endings() -> Endings:
    """The endings of nouns. `pronominal` ones follow a stem that ends in its own -ы/-сы."""
    return _ENDINGS


@lru_cache(maxsize=50_000)
def _meanings(letters: str) -> tuple[Ending, ...]:
    merged: dict[Features, tuple[set[str], set[str]]] = {}
    for tone in TONES:
        for kind in KINDS:
            for features in parse(letters, start("NOUN", kind, tone)):
                tones, kinds = merged.setdefault(features, (set(), set()))
                tones.add(tone)
                kinds.add(kind)
    plain = [Ending(dict(f), "".join(sorted(t)), "".join(sorted(k))) for f, (t, k) in merged.items()]
    return (*sorted(plain, key=_length), *_pronominal(letters))


def _length(ending: Ending) -> tuple[bool, int]:
    """What an ending tells: of two that look alike (-іміз, «our», and -і-міз, «we are his») the plainer is meant."""
    return "Person" in ending.features, len(ending.features)


def _pronominal(letters: str) -> Iterator[Ending]:
    found: dict[Features, str] = {}
    for tone in TONES if letters else "":
        for features in parse(letters, start("NOUN", "V", tone, possessed=True)):
            found[features] = found.get(features, "") + tone
    for features, tones in found.items():
        yield Ending({"Person[psor]": "3", **dict(features)}, tones, "V", pronominal=True)

"""Figures: quantities told of a relation."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from qatynas.facts.kinds import Figure, Why
from qatynas.languages.language import Language, Number
from qatynas.reading.scene import Scene

_REACH = 3  # words between a number and the noun that it counts («9 млн-нан астам АҚШ доллары»)


class Counted(NamedTuple):
    """A number with what it counts, over the words `first:last`; `code` is an ISO 4217 code for money."""

    number: Number
    unit: str
    code: str | None
    first: int
    last: int


@lru_cache(maxsize=8)
def _units(language: Language) -> dict[tuple[str, ...], str | None]:
    return {tuple(unit.split()): code or None for unit, code in language.lexicon("units")}


def counted(scene: Scene) -> Iterator[Counted]:
    """Numbers of the sentence that count something of the `units` list; dates and ordinals are none."""
    units = _units(scene.story.language)
    for number in scene.numbers:
        if number.ordinal or any(d.start < number.end and number.start < d.end for d in scene.dates):
            continue
        first, last = scene.span(number.start, number.end)
        if any(name.first <= first < name.last for name in scene.names):
            continue
        found = _unit(scene, last, units)
        if found:
            unit, code, end = found
            yield Counted(number, unit, code, first, end)


def _unit(scene: Scene, at: int, units: dict[tuple[str, ...], str | None]) -> tuple[str, str | None, int] | None:
    words = scene.words
    for k in range(at, min(at + _REACH, len(words))):
        if words[k].upos == "PUNCT":
            return None
        for length in (2, 1):
            run = words[k : k + length]
            for unit, code in units.items():
                if len(unit) == length == len(run) and all(w.has(u) for w, u in zip(run, unit, strict=True)):
                    return " ".join(unit), code, k + length
    return None


def find(scene: Scene) -> Iterator[Figure]:
    """Figures of the sentence."""
    for count in counted(scene):
        clause = scene.clause_of(count.first)
        yield Figure(
            evidence=(scene.evidence(count.first, count.last),),
            value=count.number.value,
            unit=count.unit,
            of=scene.story.text.restored[scene.words[clause.first].start : scene.words[clause.last - 1].end],
            bound=count.number.bound,
            about=scene.states or scene.pair,
            confidence=0.7,
            why=Why("figure", tuple(w.form for w in scene.words[count.first : count.last])),
        )

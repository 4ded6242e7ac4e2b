"""Figures: quantities told of a relation."""

from collections.abc import Iterator
from typing import NamedTuple

from qatynas.facts.evidence import Evidence
from qatynas.facts.kinds import Figure, Why
from qatynas.languages.language import Language, Number
from qatynas.ontology.lexicon import kept
from qatynas.reading.phrases import Phrases
from qatynas.reading.scene import Scene

_FEW = 10  # fewer things than this are named, not counted («екі құжат»)
_REACH = 3  # words between a number and the noun that it counts («9 млн-нан астам АҚШ доллары»)


class Unit(NamedTuple):
    """What numbers count: `kind` is money, people, percent, measure, thing or span; `code` is for money (ISO 4217)."""

    name: str
    kind: str
    code: str | None


_PERCENT = Unit("%", "percent", None)


class Counted(NamedTuple):
    """A number with what it counts, over the words `first:last`."""

    number: Number
    unit: Unit
    first: int
    last: int


@kept(8)
def _units(language: Language) -> Phrases[Unit]:
    return Phrases((name, Unit(name, kind, code or None)) for name, kind, code in language.lexicon("units"))


def counted(scene: Scene) -> Iterator[Counted]:
    """Numbers of the sentence that count something of the `units` list; dates and ordinals are none."""
    units = _units(scene.story.language)
    for number in scene.numbers:
        if number.ordinal or any(d.start < number.end and number.start < d.end for d in scene.dates):
            continue
        first, last = scene.span(number.start, number.end)
        if first >= len(scene.words) or scene.words[first].start != number.start:
            continue  # part of a word: CASA-100
        if any(name.first <= first < name.last for name in scene.names):
            continue
        found = (_PERCENT, last) if number.percent else _unit(scene, last, units)
        if found:
            yield Counted(number, found[0], first, found[1])
        elif sign := _sign(scene, first, units):
            yield Counted(number, sign, first - 1, last)


def _unit(scene: Scene, at: int, units: Phrases[Unit]) -> tuple[Unit, int] | None:
    """What a number counts: the first unit close behind it; «әскери маман» before «маман»."""
    for k in range(at, min(at + _REACH, len(scene.words))):
        match = units.ending(scene.words, k)
        if match and match.first >= at:
            return match.value, match.last
        if scene.words[k].upos == "PUNCT":
            return None
    return None


def _sign(scene: Scene, at: int, units: Phrases[Unit]) -> Unit | None:
    """The sign of money right before a number: «$5 млн»."""
    match = units.ending(scene.words, at - 1) if at else None
    return match.value if match and scene.words[at - 1].upos == "PUNCT" else None


def _tells(scene: Scene, count: Counted) -> bool:
    """Whether a count tells a figure: things from ten upwards; a span of time only where nothing is dated by it."""
    if count.unit.kind == "span":
        return count.number.value >= _FEW and scene.words[count.last - 1].get("Case") == "Nom"
    return count.unit.kind != "thing" or count.number.value >= _FEW


def find(scene: Scene) -> Iterator[Figure]:
    """Figures of the sentence."""
    for count in counted(scene):
        clause = scene.clause_of(count.first)
        about = scene.states or scene.pair
        if not about or not _tells(scene, count):
            continue
        yield Figure(
            evidence=(_evidence(scene, count),),
            value=count.number.value,
            unit=count.unit.name,
            of=scene.story.text.restored[scene.words[clause.first].start : scene.words[clause.last - 1].end],
            bound=count.number.bound,
            high=_high(count.number),
            about=about,
            why=_why(scene, count),
        )


def _evidence(scene: Scene, count: Counted) -> Evidence:
    """The words of a figure; a minus before its digits is one of them."""
    if count.number.value < 0:
        return scene.story.evidence(count.number.start, scene.words[count.last - 1].end)
    return scene.evidence(count.first, count.last)


def _high(number: Number) -> float | None:
    """The upper end of a range."""
    return number.high if number.low is not None and number.high != number.low else None


def _why(scene: Scene, count: Counted) -> Why:
    """Why it was read; digits that can be read in two ways are named, so that somebody looks at them."""
    words = tuple(w.form for w in scene.words[count.first : count.last])
    digits = scene.story.text.restored[count.number.start : count.number.end]
    return Why("figure", words, {"value": f"doubtful: {digits}"} if count.number.doubtful else {})

"""Figures: quantities told of a relation."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from qatynas.facts.actor import Actor
from qatynas.facts.evidence import Evidence
from qatynas.facts.kinds import Figure, Why
from qatynas.languages.language import Language, Number
from qatynas.ontology.lexicon import kept
from qatynas.reading.phrases import Phrases
from qatynas.reading.scene import Scene

_FEW = 10  # fewer things than this are named, not counted («екі құжат»)
_REACH = 3  # words between a number and the noun that it counts («9 млн-нан астам АҚШ доллары»)
_NEAR = 2  # sentences before in which the states stand that a sentence goes on about
_INNER = ("ADJ", "ADP", "ADV", "PART", "X")  # words that may stand between a number and a noun of no list


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
        if any(name.first <= first < name.last for name in scene.names) or _attached(scene, number, last):
            continue
        found = (_PERCENT, last) if number.percent else _unit(scene, last, units)
        if found:
            yield Counted(number, found[0], first, found[1])
        elif sign := _sign(scene, first, units):
            yield Counted(number, sign, first - 1, last)


def _attached(scene: Scene, number: Number, last: int) -> bool:
    """Whether the number is joined to a noun that it names: «102-база»."""
    return scene.words[last - 1].end > number.end


def _unit(scene: Scene, at: int, units: Phrases[Unit]) -> tuple[Unit, int] | None:
    """What a number counts: the first unit close behind it; «әскери маман» before «маман»."""
    for k in range(at, min(at + _REACH, len(scene.words))):
        match = units.ending(scene.words, k)
        if match and match.first >= at:
            return match.value, match.last
        if scene.words[k].upos == "PUNCT":
            break
    return _things(scene, at)


def _things(scene: Scene, at: int) -> tuple[Unit, int] | None:
    """The noun of no list that a number counts: the first behind it, with nothing but its attributes between."""
    places = {k for n in scene.names if n.kind in ("state", "organisation", "person") for k in range(n.first, n.last)}
    for k in range(at, min(at + _REACH, len(scene.words))):
        word = scene.words[k]
        if word.upos == "NOUN" and k not in places and word.get("Number") != "Plur":
            head = _head(scene, k)
            return Unit(scene.words[head].lemma, "thing", None), head + 1
        if word.upos not in _INNER or k in places:
            return None
    return None


def _head(scene: Scene, k: int) -> int:
    """The last noun of a compound that begins with word `k`: «көмек жобасы»."""
    following = scene.words[k + 1] if k + 1 < len(scene.words) else None
    inner = scene.words[k].get("Case") == "Nom" and scene.words[k].get("Person[psor]") is None
    owned = following is not None and following.upos == "NOUN" and following.get("Person[psor]") == "3"
    return k + 1 if inner and owned else k


def _sign(scene: Scene, at: int, units: Phrases[Unit]) -> Unit | None:
    """The sign of money right before a number: «$5 млн»."""
    match = units.ending(scene.words, at - 1) if at else None
    return match.value if match and scene.words[at - 1].upos == "PUNCT" else None


def _tells(scene: Scene, count: Counted) -> bool:
    """Whether a count tells a figure: things and people from ten up, a span of time where nothing is dated by it."""
    if count.unit.kind == "none":
        return False
    if count.unit.kind == "span":
        return (
            count.number.value >= _FEW and scene.words[count.last - 1].get("Case") == "Nom" and not _lapse(scene, count)
        )
    return count.unit.kind not in ("thing", "people") or count.number.value >= _FEW


def _lapse(scene: Scene, count: Counted) -> bool:
    """Whether a span of time only tells how long ago or after what: «он жыл өткен соң»."""
    after = scene.story.words("links", "lapse")
    return any(w.has(word) for w in scene.words[count.last : count.last + 1] for word in after)


def find(scenes: Sequence[Scene]) -> Iterator[Figure]:
    """Figures of a document; where a sentence names no state it goes on about those of the one before it."""
    for k, scene in enumerate(scenes):
        about = scene.states or scene.pair or _spoken_of(scenes, k)
        if about:
            yield from _figures(scene, about)


def _spoken_of(scenes: Sequence[Scene], k: int) -> tuple[Actor, ...]:
    """The states of the nearest sentence before that names any, in the same paragraph; the home state alone is none."""
    for near in scenes[max(0, k - _NEAR) : k][::-1]:
        if near.sentence.paragraph == scenes[k].sentence.paragraph and near.states:
            return near.states if {a.code for a in near.states} - {near.story.home.code} else ()
    return ()


def _figures(scene: Scene, about: tuple[Actor, ...]) -> Iterator[Figure]:
    for count in counted(scene):
        if not _tells(scene, count):
            continue
        clause = scene.clause_of(count.first)
        yield Figure(
            evidence=(_evidence(scene, count),),
            value=count.number.value,
            unit=count.unit.name,
            of=scene.story.text.restored[scene.words[clause.first].start : scene.words[clause.last - 1].end],
            bound=count.number.bound,
            high=_high(count.number),
            about=about,
            confidence=0.7,
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

"""Periods: stretches of a relation that an author sets apart."""

from collections.abc import Iterator, Sequence

from qatynas.facts.actor import Actor
from qatynas.facts.kinds import Period, Why
from qatynas.languages.language import DateExpression
from qatynas.reading.scene import Scene


def find(scenes: Sequence[Scene]) -> Iterator[Period]:
    """Labels with their dates in brackets, where the sentence or the one before speaks of periods."""
    for k, scene in enumerate(scenes):
        if "(" in scene.sentence.text and any(map(_speaks, scenes[max(k - 1, 0) : k + 1])):
            yield from _bracketed(scene)


def _speaks(scene: Scene) -> bool:
    return scene.tells(scene.story.words("periods"))


def _bracketed(scene: Scene) -> Iterator[Period]:
    words = scene.words
    begins = 0
    for k, word in enumerate(words):
        if word.form in (":", ";"):
            begins = k + 1
        if word.form != "(" or k <= begins:
            continue
        shut = next((j for j in range(k, len(words)) if words[j].form == ")"), len(words) - 1)
        date = _interval(scene, k, shut)
        if date and parties(scene):
            yield _period(scene, begins, k, shut + 1, date)
            begins = shut + 1


def _interval(scene: Scene, first: int, last: int) -> DateExpression | None:
    low, high = scene.words[first].start, scene.words[last].end
    inside = [d for d in scene.dates if low <= d.start and d.end <= high and d.date is not None]
    return inside[0] if len(inside) == 1 and _fills(scene, inside[0], low, high) else None


def _fills(scene: Scene, date: DateExpression, low: int, high: int) -> bool:
    """Whether the brackets hold the date and nothing else, and the date is a stretch, not a day."""
    rest = scene.story.text.restored[low : date.start] + scene.story.text.restored[date.end : high]
    return "/" in str(date.date) and not any(c.isalpha() for c in rest)


def _period(scene: Scene, first: int, bracket: int, last: int, date: DateExpression) -> Period:
    label = scene.evidence(first, bracket)
    start, end = scene.words[first].start, scene.words[bracket - 1].end
    return Period(
        evidence=(scene.evidence(first, last),),
        date=date.date,
        label=scene.story.text.restored[start:end].strip(" ,;:–-") or label.quote,
        parties=parties(scene),
        by=_by(scene),
        why=Why("period:brackets", (scene.story.text.restored[date.start : date.end],)),
    )


def _by(scene: Scene) -> str | None:
    return next((p.person for p in scene.parties if p.person), None)


def parties(scene: Scene) -> tuple[Actor, ...]:
    """The two states of the sentence, else those of the relation that the document is about."""
    states = tuple(Actor(a.name, a.code) for a in scene.states)
    return states if len(states) == 2 else tuple(Actor(a.name, a.code) for a in scene.pair) or states

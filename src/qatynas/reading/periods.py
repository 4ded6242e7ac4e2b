"""Periods: stretches of a relation that an author sets apart."""

from collections.abc import Iterator, Sequence

from qatynas.facts.actor import Actor
from qatynas.facts.kinds import Period, Why
from qatynas.languages.language import DateExpression
from qatynas.reading.assertions import AUTHOR, asserter, named, noun_before
from qatynas.reading.scene import Scene


def find(scenes: Sequence[Scene]) -> Iterator[Period]:
    """Labels with their dates in brackets, where the sentence or the one before speaks of periods."""
    for k, scene in enumerate(scenes):
        near = scenes[max(k - 1, 0) : k + 1]
        if "(" in scene.sentence.text and any(map(_speaks, near)):
            yield from _bracketed(scene, _by(near))


def _speaks(scene: Scene) -> bool:
    return scene.tells(scene.story.words("periods"))


def _bracketed(scene: Scene, by: str | None) -> Iterator[Period]:
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
            yield _period(scene, begins, k, shut + 1, date, by)
            begins = shut + 1


def _interval(scene: Scene, first: int, last: int) -> DateExpression | None:
    low, high = scene.words[first].start, scene.words[last].end
    inside = [d for d in scene.dates if low <= d.start and d.end <= high and d.date is not None]
    return inside[0] if len(inside) == 1 and _fills(scene, inside[0], low, high) else None


def _fills(scene: Scene, date: DateExpression, low: int, high: int) -> bool:
    """Whether the brackets hold the date and nothing else, and the date is a stretch, not a day."""
    rest = scene.story.text.restored[low : date.start] + scene.story.text.restored[date.end : high]
    return "/" in str(date.date) and not any(c.isalpha() for c in rest)


def _period(scene: Scene, first: int, bracket: int, last: int, date: DateExpression, by: str | None) -> Period:
    label = scene.evidence(first, bracket)
    start, end = scene.words[first].start, scene.words[bracket - 1].end
    return Period(
        evidence=(scene.evidence(first, last),),
        date=date.date,
        label=scene.story.text.restored[start:end].strip(" ,;:–-") or label.quote,
        parties=parties(scene),
        by=by,
        why=Why("period:brackets", (scene.story.text.restored[date.start : date.end],)),
    )


def _by(near: Sequence[Scene]) -> str | None:
    """Who made the periodisation: the subject of a verb of dividing, else who asserts what the sentence tells."""
    verbs = near[-1].story.words("links", "periodise")
    for scene in reversed(near):
        for k, word in enumerate(scene.words):
            if word.upos == "VERB" and word.lemma in verbs and word.get("Voice") != "Pass":
                return _divides(scene, k)
    told = [asserter(scene) for scene in reversed(near)]
    return next((by for by in told if by != AUTHOR), AUTHOR)


def _divides(scene: Scene, verb: int) -> str | None:
    """The subject of a verb of dividing; without one («бөлуге болады») it is the author who divides."""
    subjects = [p for p in scene.parties if p.last <= verb and p.case == "Nom" and not p.attributive and not p.after]
    people = [p for p in subjects if p.person or p.rank == "expert"]
    return (named(people[0]) if people else noun_before(scene, verb, "Nom")) or AUTHOR


def parties(scene: Scene) -> tuple[Actor, ...]:
    """The two states of the sentence, else those of the relation that the document is about."""
    states = tuple(Actor(a.name, a.code) for a in scene.states)
    return states if len(states) == 2 else tuple(Actor(a.name, a.code) for a in scene.pair) or states

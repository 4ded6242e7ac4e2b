"""Grounds: on which words each thing of a fact stands, step by step, as `why` tells it.

The reader decides; nothing here does. Of an event the frame tells how its roles were filled; for the dates and the
actors of every kind, the words that tell them are looked up again once all facts are known.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from msgspec import structs

from qatynas.facts.actor import Actor
from qatynas.facts.edtf import Edtf
from qatynas.facts.evidence import Evidence
from qatynas.facts.kinds import EventType, Fact, Step
from qatynas.languages.language import DateExpression
from qatynas.reading.frames import Hit
from qatynas.reading.party import Party
from qatynas.reading.roles import candidates, fits
from qatynas.reading.scene import Scene
from qatynas.reading.time import signs

ACTORS = ("actor", "recipient", "parties", "speaker", "holder_of", "holder", "about")
"""Fields that hold actors."""
_ACTING = frozenset(("holder_of", "speaker"))
DOCUMENT_PAIR = "the two states that the document names most"
NEAR_PAIR = "the two states named here or just before"
HOME = "no state is named: the document's own"
TOLD_ELSEWHERE = "whose state the document tells elsewhere"
LISTED = "whose state the list of leaders tells"
PROGRAMME = "the sides of the programme that the sentence speaks of"
_WITHIN, _SENTENCE = "in the words of the fact", "in the same sentence"


def mood(scene: Scene, hit: Hit, date: Edtf | None) -> tuple[Step, ...]:
    """How aspect, mood, negation and the date gave the auxiliary modes."""
    found = signs(scene, hit, date)
    return tuple(Step("auxiliary", sign.auxiliary, sign.words, sign.by) for sign in found)


def of_act(scene: Scene, hit: Hit, type: EventType, date: Edtf | None) -> tuple[Step, ...]:
    """How an act is told, and the type where it is another than that of the frame's sense."""
    told = mood(scene, hit, date)
    if type == hit.sense.type:
        return told
    reason = "what is still to come" if type == "AGREE" else "what is denied"
    return (*told, Step("type", type, by=hit.sense.type, resolved=reason))


def of_event(
    scene: Scene,
    hit: Hit,
    roles: Mapping[str, Sequence[Party]],
    sides: tuple[tuple[Actor, ...], tuple[Actor, ...]],
    type: EventType,
    date: Edtf | None,
) -> tuple[Step, ...]:
    """How each side of an event was filled, and how it is told."""
    fields = dict(zip(("actor", "recipient"), sides, strict=True))
    told = [(role, party) for role, parties in roles.items() for party in parties]
    steps = [
        _party(scene, _field(role, _actors(party, scene), fields), party, _in(scene, role, party, hit))
        for role, party in told
    ]
    covered = {actor.code for _, party in told for actor in _actors(party, scene)}
    for field, side in fields.items():
        if left := [actor for actor in side if actor.code not in covered]:
            given = hit.sense.type == "AID" and len(left) < len(scene.pair)
            steps.append(Step(field, _named(left), resolved=PROGRAMME if given else _which_pair(scene)))
    return (*steps, *of_act(scene, hit, type, date))


def _field(role: str, actors: Sequence[Actor], fields: Mapping[str, Sequence[Actor]]) -> str:
    """The side on which a role's party came to stand: that of its role, unless it stands on the other alone."""
    on = [field for field, side in fields.items() if {a.code for a in side} & {a.code for a in actors}]
    return role if role in on or not on else on[0]


def _in(scene: Scene, role: str, party: Party, hit: Hit) -> str:
    """How a party is marked for its role, and where it stands when that is not before the act in its own clause."""
    markers = hit.realisation.roles.get(role, ())
    by = next((_spelt(party, m) for m in markers if fits(party, m, hit)), None) or _marked(party)
    if party.first in {near.first for near in candidates(scene, hit)}:
        return by
    return f"{by}, {'in an earlier clause' if party.first < hit.last else 'behind the act'}"


def _spelt(party: Party, marker: str) -> str:
    owns = marker.startswith("Of+") and party.owned
    return f"{marker} ({party.owned.lemma})" if owns and party.owned else party.after or marker


def _marked(party: Party) -> str:
    """How a party stands in its sentence: its postposition, else its case; with the noun that it owns."""
    if party.after:
        return party.after
    return f"Of+{party.owned.case} ({party.owned.lemma})" if party.owned else party.case


def _party(scene: Scene, field: str, party: Party, by: str) -> Step:
    words = " ".join(word.form for word in scene.words[party.first : party.last])
    return Step(field, _named(_actors(party, scene)), words, by, _resolved(scene, party))


def _actors(party: Party, scene: Scene) -> tuple[Actor, ...]:
    return scene.pair if party.pair else party.actors


def _named(actors: Iterable[Actor]) -> str:
    return ", ".join(f"{actor.name} ({actor.code})" if actor.code else actor.name for actor in actors)


def _which_pair(scene: Scene) -> str:
    return DOCUMENT_PAIR if scene.story.pair else NEAR_PAIR


def _resolved(scene: Scene, party: Party) -> str:
    """What the words mean and where that is told; empty where they name the state themselves."""
    if party.antecedent:
        return f"«{party.antecedent}» of the sentence before"
    if party.pair:
        return _which_pair(scene)
    if party.implied or party.kind == "self":
        return HOME
    inside = [name for name in scene.names if party.first <= name.first and name.last <= party.last]
    if party.kind != "person" or not party.codes or any(n.code and n.kind != "person" for n in inside):
        return ""
    return LISTED if any(name.code for name in inside) else TOLD_ELSEWHERE


class _Place(NamedTuple):
    """A scene and where it begins in the original text."""

    start: int
    scene: Scene


def grounded(facts: Iterable[Fact], told: Sequence[Scene]) -> Iterator[Fact]:
    """The facts, each with the steps by which its date and its actors are found in the text."""
    places = [_Place(scene.story.text.span(scene.sentence.start, scene.sentence.end).start, scene) for scene in told]
    for fact in facts:
        if fact.why is None:
            yield fact
            continue
        near = [scene for piece in fact.evidence if (scene := _scene(piece.start, places))]
        steps = tuple(_quoting(step, fact, places) for step in (*fact.why.steps, *_sides(fact, near)))
        steps = (*steps, *_date(fact, near))
        yield structs.replace(fact, why=structs.replace(fact.why, steps=steps)) if steps else fact


def _scene(start: int, places: Sequence[_Place]) -> Scene | None:
    """The scene in which a place of the original lies."""
    at = bisect_right(places, start, key=lambda place: place.start)
    return places[at - 1].scene if at else None


def _quoting(step: Step, fact: Fact, places: Sequence[_Place]) -> Step:
    """A step that rests on two states named here or just before, with the words that name them."""
    if step.resolved != NEAR_PAIR:
        return step
    at = bisect_right(places, fact.evidence[0].start, key=lambda place: place.start)
    scenes = [place.scene for place in places[:at][::-1]]
    words = [_first_named(actor, scenes) for actor in scenes[0].pair]
    return structs.replace(step, resolved=f"{NEAR_PAIR}: {', '.join(f'«{w}»' for w in words if w)}")


def _first_named(actor: Actor, scenes: Sequence[Scene]) -> str:
    """The words that name a state in the nearest of these sentences."""
    named = ((scene, p) for scene in scenes for p in scene.parties if not p.pair and actor.code in p.codes)
    scene, party = next(named, (None, None))
    return " ".join(w.form for w in scene.words[party.first : party.last]) if scene and party else ""


def _sides(fact: Fact, near: Sequence[Scene]) -> Iterator[Step]:
    """Where the actors are named of those fields that no frame told of."""
    known = {step.field for step in fact.why.steps} if fact.why else set()
    for field in ACTORS:
        actors: tuple[Actor, ...] = getattr(fact, field, ())
        if actors and field not in known and near:
            yield from _naming(fact, field, actors, near)


def _naming(fact: Fact, field: str, actors: tuple[Actor, ...], near: Sequence[Scene]) -> Iterator[Step]:
    """The words that name actors: those nearest to the fact's own, else of what it was resolved from.

    Where they are the two sides of the relation at hand and the words name only one of them, or none, both come
    from there.
    """
    told = [_words_of(fact, field, actor, near) for actor in actors]
    if None in told and set(actors) <= set(near[0].pair):
        yield Step(field, _named(actors), resolved=_which_pair(near[0]))
        return
    same: dict[tuple[str, str, str], list[str]] = {}
    for step, actor in zip(told, actors, strict=True):
        key = (step.words, step.by, step.resolved) if step else ("", "", "")
        same.setdefault(key, []).append(_named([actor]))
    yield from (Step(field, ", ".join(gives), *key) for key, gives in same.items())


def _words_of(fact: Fact, field: str, actor: Actor, near: Sequence[Scene]) -> Step | None:
    """The words by which an actor is cited; where none are, those of somebody who acts for the same state."""
    for same in (_within(fact, field), _cited, _of_state):
        for number, scene in enumerate(near):
            found = [p for p in scene.parties if same(actor, p, scene)]
            if found:
                party = min(found, key=lambda p: _far(scene, p.first, p.last, fact.evidence[number]))
                one = _party(scene, field, party, _marked(party))
                return structs.replace(one, gives=_named([actor]), resolved=one.resolved or _elsewhere(fact, number))
        if same is _cited and actor in near[0].pair:
            break
    return None


_Same = Callable[[Actor, Party, Scene], bool]


def _within(fact: Fact, field: str) -> _Same:
    """Whoever holds an office or speaks acts for a state by the fact's own words, where they name none."""
    own = fact.evidence[0]

    def same(actor: Actor, party: Party, scene: Scene) -> bool:
        acts = field in _ACTING and _of_state(actor, party, scene)
        return acts and _far(scene, party.first, party.last, own) == 0

    return same


def _cited(actor: Actor, party: Party, scene: Scene) -> bool:
    return any((a.name, a.code) == (actor.name, actor.code) for a in _actors(party, scene))


def _of_state(actor: Actor, party: Party, scene: Scene) -> bool:
    return actor.code is not None and party.kind != "place" and actor.code in party.codes


def _elsewhere(fact: Fact, number: int) -> str:
    """On which side of the fact's own words its piece of evidence of that number stands; empty for those words."""
    if not number:
        return ""
    return "in a later sentence" if fact.evidence[number].start > fact.evidence[0].start else "in an earlier sentence"


def _far(scene: Scene, first: int, last: int, piece: Evidence) -> int:
    """How many code points of the original lie between words and a piece of evidence; 0 where they lie within it."""
    place = scene.evidence(first, last)
    return max(0, piece.start - place.start) + max(0, place.end - piece.end)


def _date(fact: Fact, near: Sequence[Scene]) -> Iterator[Step]:
    """The words that tell the date: within the fact's own, else in its sentence, else in what it was resolved from."""
    if fact.date is None:
        return
    for number, scene in enumerate(near):
        found = [d for d in scene.dates if d.date == fact.date] or _parts(fact.date, scene)
        if found:
            yield _dated(fact.date, scene, found, fact.evidence[number], _elsewhere(fact, number))
            return
    day = near[0].story.date if near else None
    yield Step("date", str(fact.date), resolved="the document's own date" if fact.date == day else "")


def _parts(date: Edtf, scene: Scene) -> list[DateExpression]:
    """The dates of which one date of several is made: `[2003,2008]`, `1995/1999`."""
    parts = str(date).strip("[]{}").replace("/", ",").split(",")
    return [d for d in scene.dates if str(d.date) in parts] if len(parts) > 1 else []


def _dated(date: Edtf, scene: Scene, found: Sequence[DateExpression], piece: Evidence, earlier: str) -> Step:
    told = [(scene.story.evidence(d.start, d.end), d) for d in found]
    inside = [(place, d) for place, d in told if piece.start <= place.start and place.end <= piece.end]
    best = inside or told
    if best[0][1].date == date:
        best = [min(best, key=lambda one: abs(one[0].start - piece.start))]
    counted = "counted from another date" if any(d.relative for _, d in best) else ""
    words = ", ".join(place.quote for place, _ in best)
    where = _WITHIN if inside else _SENTENCE
    return Step("date", str(date), words, "" if earlier else where, "; ".join(filter(None, (counted, earlier))))

"""Events: what states or those who act for them did, do or will do towards each other (PLOVER, manual of 2021)."""

from collections.abc import Iterator
from typing import Literal, cast

from msgspec import structs

from qatynas.facts.actor import Actor
from qatynas.facts.edtf import Edtf
from qatynas.facts.kinds import Event, EventType, Why
from qatynas.reading.context import context, spheres
from qatynas.reading.frames import Hit
from qatynas.reading.incumbents import meant
from qatynas.reading.party import Party
from qatynas.reading.roles import actors, candidates, fill, is_noun
from qatynas.reading.scene import Scene
from qatynas.reading.time import auxiliary, date_of, dates_within, is_alleged

_LONGEST = 600  # code points; evidence is a clause, and one longer than this is cut to the frame's own words
COOPERATIVE = frozenset(("CONSULT", "SUPPORT", "COOPERATE", "AID"))
"""Types whose future is AGREE (manual, "AGREE": future cooperation of any kind)."""


_EXCHANGES = frozenset(("CONSULT", "COOPERATE", "SUPPORT"))
"""Types in which all who take part stand in actor."""
_PROMISES = frozenset(("agree", "promise", "plan", "ready"))
"""Senses that say of the act right before them that it is to come: the two are one event."""
_REFUSED = frozenset(("recognise", "support"))
"""Senses whose denial is a refusal (manual, "REJECT"); of others it tells that nothing happened."""
Sides = tuple[tuple[Actor, ...], tuple[Actor, ...]]


def find(scene: Scene, taken: frozenset[int], programme: Sides | None) -> Iterator[Event]:
    """Events of a sentence; triggers that stand at the words `taken` told of an instrument already.

    `programme`: who gives and who gets in the programme that the sentence speaks of; help that names no sides is
    given under it.
    """
    promised = -1
    for hit in scene.hits:
        if hit.sense.kind != "event" or hit.sense.object == "instrument" or taken.intersection(hit.words):
            continue
        if is_alleged(scene, hit) or _is_milestone(scene, hit):
            continue
        if hit.sense.id in _PROMISES and hit.first - promised in (0, 1):
            continue
        if hit.sense.object == "programme":
            yield from _carried_out(scene, hit, programme) if programme else ()
        else:
            told = list(_events(scene, hit, programme))
            promised = hit.last if told and told[0].type == "AGREE" else -1
            yield from told


def _is_milestone(scene: Scene, hit: Hit) -> bool:
    """Whether the same verb tells a change in what a state is («құрамына кірді»), which is no joining."""
    return any(h.sense.kind == "milestone" and h.last == hit.last for h in scene.hits) and hit.sense.id == "accede"


def _carried_out(scene: Scene, hit: Hit, sides: Sides) -> Iterator[Event]:
    """What was done under a programme, each thing of a list one event."""
    clause = scene.clause_of(hit.last - 1)
    first = clause.first
    for k in range(clause.first, hit.last):
        last = k + 1 == hit.last
        if not last and scene.words[k].form != ",":
            continue
        if any(scene.words[j].get("VerbForm") == "Vnoun" and j not in scene.titles for j in range(first, k)):
            yield _made(scene, hit, {}, sides, (first, k + 1 if last else k), None)
            first = k + 1


def _events(scene: Scene, hit: Hit, programme: Sides | None) -> Iterator[Event]:
    """The event of a trigger; one a year where it is told of several years together."""
    event = _event(scene, hit, programme)
    if event is None:
        return
    dates = [d for d in scene.dates if d.group is not None and d.date is not None]
    group = next((d.group for d in dates if d.date == event.date), None)
    years = [d.date for d in dates if d.group == group] if group is not None else []
    yield event
    yield from (structs.replace(event, date=year) for year in years if year != event.date)


def _event(scene: Scene, hit: Hit, programme: Sides | None) -> Event | None:
    roles = fill(scene, hit)
    sides = _sides(scene, hit, roles)
    if sides is None and hit.sense.type == "AID":
        sides = programme
    if sides is None or not _wanted(hit, roles):
        return None
    clause = scene.clause_of(hit.last - 1)
    date = date_of(scene, clause, hit.last - 1)
    told = auxiliary(scene, hit, date)
    if "negative" in hit.realisation.forms:
        told = tuple(a for a in told if a != "negation")
    refused = "negation" in told and hit.sense.id in _REFUSED
    if ("negation" in told and not refused) or "hypothetical" in told or (date is None and _background(scene, hit)):
        return None
    parties = [p for found in roles.values() for p in found]
    first = min([clause.first, hit.first, *(p.first for p in parties)])
    last = max([hit.last, *(p.last for p in parties if p.last <= clause.last)])
    if len(scene.evidence(first, last).quote) > _LONGEST:
        first = max(clause.first, hit.first)
    return _made(scene, hit, roles, sides, (first, last), date)


def _made(
    scene: Scene, hit: Hit, roles: dict[str, list[Party]], sides: Sides, span: tuple[int, int], date: Edtf | None
) -> Event:
    actor, recipient = sides
    told = auxiliary(scene, hit, date)
    if "negative" in hit.realisation.forms:
        told = tuple(a for a in told if a != "negation")
    future = "future" in told and hit.sense.type in COOPERATIVE
    type = "AGREE" if future else "REJECT" if "negation" in told else hit.sense.type
    parties = [p for found in roles.values() for p in found]
    return Event(
        evidence=(scene.evidence(*span),),
        date=date,
        context=context(scene, *span),
        auxiliary=tuple(a for a in told if a != "negation"),
        type=cast(EventType, type),
        mode=None if future else hit.sense.mode,
        actor=actor,
        recipient=recipient,
        place=_place(scene, hit),
        act=hit.sense.act,
        rank=cast("_Rank | None", _rank(parties)),
        sphere=spheres(scene, *span),
        why=Why(
            hit.realisation.rule,
            tuple(scene.words[k].form for k in hit.words),
            {role: ", ".join(_words(scene, p) for p in found) for role, found in roles.items() if found}
            | meant(scene, parties, date),
        ),
    )


_Rank = Literal["head_of_state", "head_of_government", "minister", "parliament", "expert"]
_RANKS = frozenset(("head_of_state", "head_of_government", "minister", "parliament", "expert"))


def _wanted(hit: Hit, roles: dict[str, list[Party]]) -> bool:
    """Whether whoever acts is of the kinds that the realisation asks for."""
    who = hit.realisation.who
    return not who or any(p.kind in who for p in roles.get("actor", []))


def _background(scene: Scene, hit: Hit) -> bool:
    """Several unnamed acts told by a noun («кездесулер хронологиясы»), none of which is told to have happened."""
    happen = scene.story.words("links", "happen")
    if any(w.has(verb) for w in scene.words[hit.last : hit.last + 2] for verb in happen):
        return False
    return hit.analysis.get("Number") == "Plur" and is_noun(hit) and hit.sense.type in COOPERATIVE


def _rank(parties: list[Party]) -> str | None:
    return next((p.rank for p in parties if p.rank in _RANKS), None)


def _words(scene: Scene, party: Party) -> str:
    return " ".join(word.form for word in scene.words[party.first : party.last])


def _sides(scene: Scene, hit: Hit, roles: dict[str, list[Party]]) -> Sides | None:
    """Who stands on which side; null where no state or organisation beyond one's own is in view."""
    parties = [p for found in roles.values() for p in found]
    actor = actors(sorted(parties, key=lambda p: p.first) if hit.sense.mutual else roles.get("actor", []), scene)
    recipient = () if hit.sense.mutual else actors(roles.get("recipient", []), scene)
    if hit.sense.type not in _EXCHANGES and parties and all(p.case == "Ins" for p in parties):
        actor, recipient = (), actor  # «Қытаймен ... көздейміз»: whom one does it with, where who does it is unsaid
    if hit.sense.mutual and not parties and hit.analysis.upos == "VERB" and _dated(scene, hit):
        actor = scene.story.pair
    if hit.sense.mutual and _of_pair(scene, hit, actor):
        actor = scene.story.pair
    coded = tuple(a for a in (*actor, *recipient) if a.code)
    foreign = {a.code for a in coded} - {scene.story.home.code}
    if not foreign and not any(p.unnamed for p in parties) and not _abroad(scene, hit):
        return None
    if _alone(hit, parties, coded) or not (coded or hit.sense.mode == "multilateral"):
        return None
    own = {a.code for a in actor} & {a.code for a in recipient}
    if own and not hit.sense.mutual:
        return None
    if hit.sense.id == "visit" and not ((actor or _of_speakers(hit)) and (recipient or _dated(scene, hit))):
        return None
    return tuple(a for a in actor if a.code), tuple(a for a in recipient if a.code)


def _of_speakers(hit: Hit) -> bool:
    """Whether the verb itself says that «I», «we» or «you» did it."""
    return hit.analysis.get("Person") in ("1", "2") or hit.analysis.get("Person[psor]") in ("1", "2")


def _of_pair(scene: Scene, hit: Hit, actor: tuple[Actor, ...]) -> bool:
    """Whether a passive act of two is told with one of the two sides that the document is about."""
    codes = {a.code for a in actor if a.code}
    passive = hit.analysis.get("Voice") == "Pass" and hit.sense.type == "SUPPORT"
    return passive and len(codes) == 1 and codes <= {a.code for a in scene.story.pair}


def _abroad(scene: Scene, hit: Hit) -> bool:
    """Whether a verb of one's own side is told with an organisation as what it is about («одақ құруды ұсынды»)."""
    clause = scene.clause_of(hit.last - 1)
    near = [p for p in scene.parties if clause.first <= p.first < hit.last and p.kind == "organisation"]
    return hit.analysis.upos == "VERB" and any(p.attributive for p in near)


def _dated(scene: Scene, hit: Hit) -> bool:
    """Whether the act has a date in its own clause: then it is told as one act, not as what is usual."""
    clause = scene.clause_of(hit.last - 1)
    return bool(dates_within(scene, clause.first, clause.last))


def _alone(hit: Hit, parties: list[Party], coded: tuple[Actor, ...]) -> bool:
    """A mutual act with one side is a state of affairs, unless somebody is named and it does not take two."""
    few = hit.sense.mutual and len({a.code for a in coded}) < 2
    named = any(p.kind in ("person", "office", "organisation", "body", "state") for p in parties)
    return few and (hit.sense.both or (bool(parties) and not named))


def _place(scene: Scene, hit: Hit) -> str | None:
    for party in reversed(candidates(scene, hit)):
        if party.case == "Loc" and party.actors and party.kind in ("state", "place"):
            return party.actors[0].name
    return None

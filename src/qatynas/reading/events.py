"""Events: what states or those who act for them did, do or will do towards each other (PLOVER, manual of 2021)."""

from collections.abc import Iterator
from typing import Literal, cast, get_args

from msgspec import structs

from qatynas.facts.actor import Actor
from qatynas.facts.edtf import Edtf
from qatynas.facts.evidence import Evidence
from qatynas.facts.kinds import Event, EventType, Why
from qatynas.reading import grounds
from qatynas.reading.context import context, spheres
from qatynas.reading.frames import Hit
from qatynas.reading.incumbents import meant
from qatynas.reading.party import Party
from qatynas.reading.roles import actors, candidates, fill, is_noun
from qatynas.reading.scene import Scene
from qatynas.reading.signs import sign
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
    met: list[Event] = []
    for hit in scene.hits:
        if passed_over(scene, hit, taken) or (hit.sense.id in _PROMISES and hit.first - promised in (0, 1)):
            continue
        if hit.sense.object == "programme":
            yield from _carried_out(scene, hit, programme) if programme else ()
        else:
            told = [event for event in _events(scene, hit, programme) if not _same_talks(event, hit, met)]
            met += [event for event in told if event.type == "CONSULT"]
            promised = hit.last if told and told[0].type == "AGREE" else -1
            yield from told


def passed_over(scene: Scene, hit: Hit, taken: frozenset[int]) -> str:
    """Why a trigger is no event of its own, before anybody asks who takes part; empty where it may be one."""
    if hit.sense.kind != "event":
        return f"it tells a {hit.sense.kind}"
    if hit.sense.object == "instrument":
        return "it is done to an instrument, and counts with it"
    if taken.intersection(hit.words):
        return "its words tell of an instrument already"
    if _of_players(scene, hit):
        return "who acts there acts for no state"
    if is_alleged(scene, hit):
        return "it is what somebody is accused of, threatened with or asked for"
    return "the same verb tells a milestone" if _is_milestone(scene, hit) else ""


def _of_players(scene: Scene, hit: Hit) -> bool:
    """Whether a team, an artist or the like is the subject of the clause."""
    clause, players = scene.clause_of(hit.last - 1), scene.story.words("links", "player")
    named = {k for name in scene.names for k in range(name.first, name.last)}  # Құрама Штаттар
    free = [scene.words[k] for k in range(clause.first, hit.first) if k not in named]
    return any(word.lemma in players and word.get("Case") == "Nom" for word in free)


def stopped(scene: Scene, hit: Hit, taken: frozenset[int], programme: Sides | None) -> str:
    """Why no event came of a trigger that fired; empty where one may have."""
    if told := passed_over(scene, hit, taken):
        return told
    if hit.sense.object == "programme":
        return "" if programme else "no programme is spoken of"
    event = _event(scene, hit, programme)
    return event if isinstance(event, str) else ""


def _is_milestone(scene: Scene, hit: Hit) -> bool:
    """Whether the same verb tells a change in what a state is («құрамына кірді»), which is no joining."""
    return any(h.sense.kind == "milestone" and h.last == hit.last for h in scene.hits) and hit.sense.id == "accede"


def _same_talks(event: Event, hit: Hit, met: list[Event]) -> bool:
    """Whether what was discussed only goes on about a meeting that the sentence tells («жүздесіп, ... талқылады»)."""
    sides = {a.code for a in event.actors}
    return hit.sense.id == "discuss" and any(sides <= {a.code for a in one.actors} for one in met)


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
    if isinstance(event, str):
        return
    apart = list(_apart(scene, hit, event))
    if apart:
        yield from apart
        return
    dates = [d for d in scene.dates if d.group is not None and d.date is not None]
    group = next((d.group for d in dates if d.date == event.date), None)
    years = [d.date for d in dates if d.group == group] if group is not None else []
    yield event
    yield from (structs.replace(event, date=year) for year in years if year != event.date)


def _apart(scene: Scene, hit: Hit, event: Event) -> Iterator[Event]:
    """One event for each of those told with a date of their own («Армения 2 қаңтарда, Қырғызстан 12 тамызда кірді»)."""
    clause = scene.clause_of(hit.last - 1)
    commas = [k for k in range(clause.first, hit.first) if scene.words[k].form == "," and k not in scene.titles]
    spans = [*zip([clause.first, *(k + 1 for k in commas)], [*commas, hit.last], strict=True)]
    told = [(span, dates[0].date) for span in spans if len(dates := dates_within(scene, *span)) == 1]
    for side in ("actor", "recipient"):
        parts = [_within(scene, span, getattr(event, side)) for span, _ in told]
        whole = [a.code for part in parts for a in part]
        if (
            len(told) > 1
            and all(parts)
            and sorted(map(str, whole)) == sorted(str(a.code) for a in getattr(event, side))
        ):
            for (span, date), part in zip(told, parts, strict=True):
                evidence = (scene.evidence(*span), *event.evidence[1:])
                yield structs.replace(event, date=date, evidence=evidence, **{side: part})
            return


def _within(scene: Scene, span: tuple[int, int], side: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Those of a side whom the words of the span name."""
    codes = {code for p in scene.parties if span[0] <= p.first < span[1] for code in p.codes}
    return tuple(a for a in side if a.code in codes)


def _event(scene: Scene, hit: Hit, programme: Sides | None) -> Event | str:
    """The event of a trigger, or why there is none."""
    if _is_purpose(scene, hit):
        return "it is only what something else is done for"
    if _is_object(scene, hit, programme is not None):
        return "it is only what another act asks for, refuses, stops or carries out"
    roles = fill(scene, hit)
    sides = _sides(scene, hit, roles)
    if isinstance(sides, str) and hit.sense.type == "AID" and programme:
        sides = programme
    if isinstance(sides, str):
        return sides
    if not _wanted(hit, roles):
        return f"whoever acts is none of {', '.join(hit.realisation.who)}"
    clause = scene.clause_of(hit.last - 1)
    date = date_of(scene, clause, hit.last - 1)
    told = auxiliary(scene, hit, date)
    if "negative" in hit.realisation.forms:
        told = tuple(a for a in told if a != "negation")
    if "hypothetical" in told:
        return "it is told as unreal or supposed"
    if "negation" in told and hit.sense.id not in _REFUSED:
        return "it is denied: nothing happened"
    if date is None and _background(scene, hit):
        return "several acts told by a noun, none of which is told to have happened"
    parties = [p for found in roles.values() for p in found]
    first = min([clause.first, hit.first, *(p.first for p in parties)])
    last = max([hit.last, *(p.last for p in parties if p.last <= clause.last)])
    if len(scene.evidence(first, last).quote) > _LONGEST:
        first = max(clause.first, hit.first)
    return _made(scene, hit, roles, sides, (first, last), date)


_OUTER = frozenset(("REQUEST", "REJECT", "SANCTION", "RETREAT", "ACCUSE", "THREATEN"))
"""Types of acts whose object is another act, that by this has not happened («соққы жасауды доғаруға шақырды»)."""


def _is_object(scene: Scene, hit: Hit, carried_out: bool) -> bool:
    """Whether the act is only what another one asks for, refuses, stops or ends."""
    analysis = hit.analysis
    if analysis.get("VerbForm") != "Vnoun" or analysis.get("Person[psor]") or analysis.get("Case") not in _OBJECTS:
        return False
    clause = scene.clause_of(hit.last - 1)
    if carried_out and any(hit.last <= h.first < clause.last and h.sense.object == "programme" for h in scene.hits):
        return True  # told with all that was carried out
    last = min(hit.last + _REACH, clause.last)
    return any(hit.last <= h.words[0] < last and h.sense.type in _OUTER for h in scene.hits)


_OBJECTS = frozenset(("Acc", "Dat", "Abl", "Nom"))
_REACH = 3  # words behind an act among which the act begins whose object it is


def _is_purpose(scene: Scene, hit: Hit) -> bool:
    """Whether the act is only what something else is done for: «қолдау үшін», «нығайту мақсатында»."""
    behind = scene.words[hit.last].form.lower() if hit.last < len(scene.words) else ""
    return is_noun(hit) and behind in scene.story.words("links", "purpose")


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
        evidence=(scene.evidence(*span), *_resolved_from(scene, parties, sides)),
        date=date,
        context=context(scene, *span),
        auxiliary=tuple(a for a in told if a != "negation"),
        type=cast(EventType, type),
        mode=None if future else hit.sense.mode,
        actor=actor,
        recipient=recipient,
        place=_place(scene, hit),
        act=hit.sense.act,
        level=cast("_Level | None", sign(scene, "level", *span) if hit.sense.mode == "visit" else None),
        rank=cast("_Rank | None", _rank(parties)),
        sphere=spheres(scene, *span),
        mechanism=sign(scene, "mechanism", *span) is not None,
        why=Why(
            hit.realisation.rule,
            tuple(scene.words[k].form for k in hit.words),
            {role: ", ".join(_words(scene, p) for p in found) for role, found in roles.items() if found}
            | meant(scene, parties, date),
            grounds.of_event(scene, hit, roles, sides, cast(EventType, type), date),
        ),
    )


def _resolved_from(scene: Scene, parties: list[Party], sides: Sides) -> Iterator[Evidence]:
    """Words of sentences before that tell who is meant by words that only point back, or is left unsaid."""
    yield from scene.told_before(parties)
    named = {code for p in parties for code in p.codes}
    if scene.pair_told and any(a.code not in named for side in sides for a in side):
        yield scene.pair_told


_Rank = Literal["head_of_state", "head_of_government", "minister", "parliament", "expert"]
_Level = Literal["state", "official", "working", "private", "transit"]
_RANKS = get_args(_Rank)


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
    """The highest who takes part."""
    return min((p.rank for p in parties if p.rank in _RANKS), key=_RANKS.index, default=None)


def _words(scene: Scene, party: Party) -> str:
    return " ".join(word.form for word in scene.words[party.first : party.last])


def _sides(scene: Scene, hit: Hit, roles: dict[str, list[Party]]) -> Sides | str:
    """Who stands on which side; or why there is none in view."""
    parties = [p for found in roles.values() for p in found]
    actor = actors(sorted(parties, key=lambda p: p.first) if hit.sense.mutual else roles.get("actor", []), scene)
    recipient = () if hit.sense.mutual else actors(roles.get("recipient", []), scene)
    if not hit.sense.mutual and actor and not recipient and hit.sense.type in _AGAINST:
        recipient = _opposite(scene, actor)
    if hit.sense.type not in _EXCHANGES and parties and all(p.case == "Ins" for p in parties):
        actor, recipient = (), actor  # «Қытаймен ... көздейміз»: whom one does it with, where who does it is unsaid
    if hit.sense.mutual and not parties and hit.analysis.upos == "VERB" and _dated(scene, hit):
        actor = scene.story.pair
    if hit.sense.mutual and _of_pair(scene, hit, actor):
        actor = scene.story.pair
    return _unfit(scene, hit, parties, (actor, recipient)) or (
        tuple(a for a in actor if a.code),
        tuple(a for a in recipient if a.code),
    )


def _unfit(scene: Scene, hit: Hit, parties: list[Party], sides: Sides) -> str:
    """Why sides make no event between states; empty where they do."""
    actor, recipient = sides
    coded = tuple(a for a in (*actor, *recipient) if a.code)
    foreign = {a.code for a in coded} - {scene.story.home.code}
    if not foreign and not any(p.unnamed for p in parties) and not _abroad(scene, hit):
        return "no state or organisation beyond one's own fills a role"
    if hit.sense.type == "PROTEST" and len({a.code for a in coded}) < 2 and not recipient:
        return "a protest within one state"
    if _alone(hit, parties, coded):
        return "it takes two sides, and only one fills a role"
    if not (coded or hit.sense.mode == "multilateral"):
        return "nobody whose state is known fills a role"
    if {a.code for a in actor} & {a.code for a in recipient} and not hit.sense.mutual:
        return "the same state would stand on both sides"
    if hit.sense.id == "visit" and not ((actor or _of_speakers(hit)) and (recipient or _dated(scene, hit))):
        return "a visit needs a visitor, and a host or a date"
    return ""


_AGAINST = frozenset(("ACCUSE", "REJECT", "SANCTION", "THREATEN", "COERCE", "ASSAULT", "REQUEST", "AID"))
"""Types of acts that are done to somebody, whom the words may leave to the passage."""


def _opposite(scene: Scene, actor: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """The other of the two sides that the passage speaks of."""
    codes = {a.code for a in actor}
    other = tuple(a for a in scene.pair if a.code not in codes)
    return other if len(scene.pair) == 2 and len(other) == 1 else ()


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

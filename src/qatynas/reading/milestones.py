"""Milestones: changes in what a state or its organ is."""

from collections.abc import Iterator
from typing import cast

from qatynas.facts.actor import Actor
from qatynas.facts.edtf import Edtf
from qatynas.facts.kinds import Milestone, MilestoneType, Why
from qatynas.languages.language import DateExpression
from qatynas.reading.context import context
from qatynas.reading.frames import Hit
from qatynas.reading.party import Party
from qatynas.reading.roles import fill
from qatynas.reading.scene import Scene
from qatynas.reading.time import date_of, dates_within, is_past_era

_POLITY = frozenset(("state", "self"))


def find(scene: Scene) -> Iterator[Milestone]:
    """Milestones of a sentence; a verb that stands for several dated things tells one of each."""
    for hit in scene.hits:
        if hit.sense.kind == "milestone" and scene.words[hit.last - 1].upos != "NOUN":
            yield from _milestones(scene, hit)


def _milestones(scene: Scene, hit: Hit) -> Iterator[Milestone]:
    clause = scene.clause_of(hit.last - 1)
    dates = dates_within(scene, clause.first, hit.last)
    if len(dates) > 1:
        for one, two in zip(dates, [*dates[1:], None], strict=True):
            yield from _of_segment(scene, hit, one, two)
        return
    what = [p for p in fill(scene, hit).get("what", []) if _changes(p) or _set_up(p, hit)] or _whose(scene, hit)
    date = date_of(scene, clause, hit.last - 1)
    first = min(clause.first, hit.first)
    if what and (date is not None or not _aside(scene, hit)):
        together = _told_together(scene, what)
        actors = tuple(a for p in together for a in p.actors)
        yield _milestone(scene, hit, actors, ", ".join(a.name for a in actors), first, hit.last, date)
    elif not what and len(scene.pair) > 1 and (name := _organ(scene, hit)):
        yield _milestone(scene, hit, tuple(Actor(a.name, a.code) for a in scene.pair), name, first, hit.last, date)


def _aside(scene: Scene, hit: Hit) -> bool:
    """Whether the change is only the time of something else: «тәуелсіздік алғаннан кейін», «алған кезден»."""
    closing = all(w.upos in ("PUNCT", "AUX") for w in scene.words[hit.last : scene.clause_of(hit.last - 1).last])
    return hit.analysis.get("VerbForm") == "Part" and not closing


def _whose(scene: Scene, hit: Hit) -> list[Party]:
    """The state of which the sentence speaks, where the change names none: the nearest that is no gone polity's."""
    near = [p for p in scene.parties if p.kind in ("state", "self") and any(c.isupper() for c in p.codes)]
    return near[:1] if hit.sense.id == "independence" else []


def _of_segment(scene: Scene, hit: Hit, one: DateExpression, two: DateExpression | None) -> Iterator[Milestone]:
    """The thing that stands between its date and the next one."""
    first = scene.span(one.start, one.end)[0]
    last = scene.span(two.start, two.end)[0] if two else hit.last
    what = [p for p in scene.parties if first <= p.first and p.last <= last and _changes(p)]
    if what:
        actors = what[-1].actors
        yield _milestone(scene, hit, actors, ", ".join(a.name for a in actors), first, last, one.date)


def _changes(party: Party) -> bool:
    return party.kind in _POLITY or (party.kind == "body" and bool(party.codes) and not party.implied)


def _set_up(party: Party, hit: Hit) -> bool:
    """Whether an organisation is itself told to come to be or change; one that others found is an event of theirs."""
    passive = hit.analysis.get("VerbForm") == "Fin" and party.case == "Nom" and not party.attributive
    return party.kind == "organisation" and passive


def _told_together(scene: Scene, what: list[Party]) -> list[Party]:
    """The last of the parties and those joined to it: «Словения мен Хорватия»."""
    out = what[-1:]
    for party in what[-2::-1]:
        if any(w.upos not in ("CCONJ", "PUNCT") for w in scene.words[party.last : out[0].first]):
            break
        out.insert(0, party)
    return out


def _organ(scene: Scene, hit: Hit) -> str | None:
    """The proper name of an organ that is told to be set up: «Жоғары мемлекетаралық кеңес құрылды»."""
    head = hit.first - 1
    finite = hit.sense.id == "founded" and hit.analysis.get("VerbForm") == "Fin"
    if head < 1 or not finite or not any(scene.words[head].has(noun) for noun in scene.story.words("links", "organ")):
        return None
    begins = head
    for k in range(head - 1, scene.clause_of(head).first - 1, -1):
        if not _in_name(scene, k):
            break
        begins = k if scene.words[k].form[0].isupper() and k else begins
    text = scene.story.text.restored[scene.words[begins].start : scene.words[head].end]
    return text if begins < head else None


def _in_name(scene: Scene, k: int) -> bool:
    """Whether a word may stand inside the name of an organ: attributes and bare nouns, joined perhaps."""
    word = scene.words[k]
    dated = any(d.start <= word.start < d.end for d in scene.dates)
    bare = word.upos in ("NOUN", "PROPN", "ADJ", "VERB") and (
        word.get("Attr") or word.get("Case") in ("Nom", "Acc", None)
    )
    inner = word.upos == "CCONJ" or (bool(bare) and word.get("VerbForm") in (None, "Vnoun"))
    return inner and not dated and not any(p.first <= k < p.last and p.codes for p in scene.parties)


def _milestone(
    scene: Scene, hit: Hit, actors: tuple[Actor, ...], name: str, first: int, last: int, date: Edtf | None
) -> Milestone:
    return Milestone(
        evidence=(scene.evidence(first, last),),
        date=date,
        context=context(scene, first, last),
        auxiliary=("historical",) if is_past_era(date) else (),
        type=cast(MilestoneType, hit.sense.type),
        parties=actors,
        name=name,
        confidence=0.8 if date else 0.6,
        why=Why(hit.realisation.rule, tuple(scene.words[k].form for k in hit.words)),
    )

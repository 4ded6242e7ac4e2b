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

_POLITY = frozenset(("state", "self"))  # an organisation's founding is an event of those who founded it


def find(scene: Scene) -> Iterator[Milestone]:
    """Milestones of a sentence; a verb that stands for several dated things tells one of each."""
    for hit in scene.hits:
        if hit.sense.kind == "milestone":
            yield from _milestones(scene, hit)


def _milestones(scene: Scene, hit: Hit) -> Iterator[Milestone]:
    clause = scene.clause_of(hit.last - 1)
    dates = dates_within(scene, clause.first, hit.last)
    if len(dates) > 1:
        for one, two in zip(dates, [*dates[1:], None], strict=True):
            yield from _of_segment(scene, hit, one, two)
        return
    what = [p for p in fill(scene, hit).get("what", []) if _changes(p)] or _whose(scene, hit)
    date = date_of(scene, clause, hit.last - 1)
    if what and (date is not None or not _aside(scene, hit)):
        yield _milestone(scene, hit, what[-1:], min(clause.first, hit.first), hit.last, date)


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
        yield _milestone(scene, hit, what[-1:], first, last, one.date)


def _changes(party: Party) -> bool:
    return party.kind in _POLITY or (party.kind == "body" and bool(party.codes) and not party.implied)


def _milestone(scene: Scene, hit: Hit, what: list[Party], first: int, last: int, date: Edtf | None) -> Milestone:
    actors: tuple[Actor, ...] = tuple(a for p in what for a in p.actors)
    return Milestone(
        evidence=(scene.evidence(first, last),),
        date=date,
        context=context(scene, first, last),
        auxiliary=("historical",) if is_past_era(date) else (),
        type=cast(MilestoneType, hit.sense.type),
        parties=actors,
        name=actors[0].name if actors else "",
        why=Why(hit.realisation.rule, tuple(scene.words[k].form for k in hit.words)),
    )

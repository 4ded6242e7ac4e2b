"""Instruments: treaties, declarations, plans; and what was done to them."""

from collections.abc import Iterator, Sequence
from typing import cast

from qatynas.facts.actor import Actor
from qatynas.facts.edtf import Edtf
from qatynas.facts.kinds import Event, EventType, Fact, Instrument, ReportedStatus, Status, Why
from qatynas.reading import grounds
from qatynas.reading.context import context, spheres
from qatynas.reading.drafts import SPAN, Draft, with_unnamed
from qatynas.reading.time import auxiliary, is_past_era


def facts(draft: Draft) -> Iterator[Fact]:
    """The facts of an instrument: itself, once for each date and item, and what was done to it each time."""
    dates = _each(draft)
    spans = draft.items or ((draft.first, draft.head + 1),)
    for first, last in spans:
        for date in dates:
            yield _instrument(draft, first, last, date)
            if draft.act and (event := _event(draft, first, last, date)):
                yield event


def _each(draft: Draft) -> Sequence[Edtf | None]:
    """A date for each fact: one a year, unless several things were done in several years and which is not told."""
    dates = [d.date for d in draft.dates if d.date is not None]
    if len(dates) > 1 and draft.items:
        return [Edtf.parse("[" + ",".join(map(str, dates)) + "]")]
    return dates or [None]


def _instrument(draft: Draft, first: int, last: int, date: Edtf | None) -> Instrument:
    scene, act = draft.scene, draft.act
    pieces = [scene.evidence(first, last), *draft.before]
    if draft.items:
        pieces.append(scene.evidence(draft.head, draft.head + 1))
    status = _status(draft, date)
    codes = [a.code for a in draft.parties]
    return Instrument(
        evidence=tuple(pieces),
        date=date,
        context=context(scene, first, last),
        auxiliary=("historical",) if is_past_era(date) else (),
        type=draft.type,
        title=draft.title,
        parties=_sides(draft),
        status=cast("Status | None", status),
        reported_status=cast("ReportedStatus | None", status if status in _REPORTED else None),
        form="bilateral" if len(codes) == 2 else "multilateral" if len(codes) > 2 else None,
        sphere=spheres(scene, first, last),
        why=Why(
            act.realisation.rule if act else f"instrument:{draft.type}",
            tuple(scene.words[k].form for k in (draft.head, *(act.words if act else ()))),
            steps=grounds.mood(scene, act, date) if act else (),
        ),
    )


_REPORTED = frozenset(("signed", "adopted", "ratified", "in_force", "ended"))


def _sides(draft: Draft) -> tuple[Actor, ...]:
    """The parties; in a document about one relation, its two sides where the words name none, or one of them."""
    pair = draft.scene.story.pair
    codes = {a.code for a in draft.parties}
    if draft.type in _BILATERAL and len(codes) == 1 and codes <= {a.code for a in pair}:
        return pair
    if draft.parties or _by_others(draft):
        return draft.parties
    return draft.scene.pair if draft.act else pair if draft.title else ()


def _by_others(draft: Draft) -> bool:
    """Whether somebody acts who is neither of the two sides: «бес мемлекеттің басшылары»."""
    scene, act = draft.scene, draft.act
    if act is None:
        return False
    clause = scene.clause_of(act.last - 1)
    return any(
        clause.first <= p.first < act.first and p.case == "Nom" and not p.codes and not p.pair and p.kind in _ACTING
        for p in scene.parties
    )


_BILATERAL = frozenset(("treaty", "agreement", "memorandum", "protocol", "communique"))
_ACTING = frozenset(("office", "body", "country"))


def _status(draft: Draft, date: Edtf | None) -> str | None:
    """What its act makes of the instrument: still to come, it is in preparation; denied or supposed, nothing."""
    if draft.act is None:
        return _status(draft.one_of, date) if draft.one_of else None
    told = auxiliary(draft.scene, draft.act, date)
    if "negation" in told or "hypothetical" in told:
        return None
    return "in_preparation" if "future" in told else draft.act.sense.status


def _act_ends(draft: Draft, last: int) -> int:
    """Where the words of the act end: with the act itself, unless other things stand between."""
    act = draft.act
    behind = act is not None and not draft.items and last < act.last < last + SPAN
    return act.last if act and behind else last


def _event(draft: Draft, first: int, last: int, date: Edtf | None) -> Event | None:
    scene, act = draft.scene, draft.act
    assert act is not None
    active = draft.parties and act.analysis.get("Voice") != "Pass"
    sides = draft.parties if active else _sides(draft)
    foreign = {a.code for a in (*sides, *_sides(draft)) if a.code} - {scene.story.home.code} or with_unnamed(draft)
    told = auxiliary(scene, act, date)
    if not foreign or "negation" in told or "hypothetical" in told:
        return None
    type = "AGREE" if "future" in told and act.sense.type == "SUPPORT" else act.sense.type
    return Event(
        evidence=(scene.evidence(first, _act_ends(draft, last)), *draft.before),
        date=date,
        context=context(scene, first, last),
        auxiliary=told,
        type=cast(EventType, type),
        mode=None,
        actor=sides,
        act=act.sense.act,
        sphere=spheres(scene, first, last),
        why=Why(
            act.realisation.rule,
            tuple(scene.words[k].form for k in act.words),
            steps=grounds.of_act(scene, act, cast(EventType, type), date),
        ),
    )

"""Instruments: treaties, declarations, plans; and what was done to them."""

from collections.abc import Iterator, Sequence
from typing import Literal, cast

from qatynas.facts.actor import Actor
from qatynas.facts.edtf import Edtf
from qatynas.facts.evidence import Evidence
from qatynas.facts.kinds import Event, EventType, Fact, Instrument, ReportedStatus, Status, Why
from qatynas.reading import grounds
from qatynas.reading.context import context, spheres
from qatynas.reading.draft import SPAN, Draft, proposed, with_unnamed
from qatynas.reading.signatories import unnamed
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
    named = draft.again or draft
    pieces = [scene.evidence(first, last), *draft.before, *_told_before(draft)]
    if draft.items:
        pieces.append(scene.evidence(draft.head, draft.head + 1))
    status = _status(draft, date)
    return Instrument(
        evidence=tuple(pieces),
        date=date,
        context=context(scene, first, last),
        auxiliary=("historical",) if is_past_era(date) else (),
        type=draft.type,
        title=draft.title,
        parties=_sides(draft),
        status=cast("Status | None", status),
        reported_status=_reported(draft, date),
        form=_form(draft),
        sphere=spheres(named.scene, *((named.first, named.head + 1) if draft.again else (first, last))),
        why=Why(
            act.realisation.rule if act else f"instrument:{draft.type}",
            tuple(scene.words[k].form for k in (draft.head, *(act.words if act else ()))),
            steps=grounds.mood(scene, act, date) if act else (),
        ),
    )


def _reported(draft: Draft, date: Edtf | None) -> ReportedStatus | None:
    """What this passage tells of the instrument; of what is only proposed or still to come, no more than that."""
    if draft.act is None:
        return _reported(draft.one_of, date) if draft.one_of else None
    if proposed(draft):
        return "proposed"
    told = auxiliary(draft.scene, draft.act, date)
    reported = draft.act.sense.reported
    if "negation" in told or "hypothetical" in told or ("future" in told and reported != "negotiated"):
        return None
    return cast("ReportedStatus | None", reported)


def _form(draft: Draft) -> Literal["bilateral", "multilateral", "joint", "unilateral"] | None:
    """How many sides made it; «бірлескен» before its noun tells that they made it as one."""
    if is_joint(draft):
        return "joint"
    sides = len(draft.parties)
    if not sides and draft.act and unnamed(draft.scene, draft.act):
        return "multilateral"
    if sides > 1:
        return "bilateral" if sides == 2 else "multilateral"
    return "unilateral" if sides == 1 and draft.type in _OWN and _sides(draft) == draft.parties else None


def is_joint(draft: Draft) -> bool:
    """Whether «бірлескен» stands before the noun itself, not in what it is about («бірлескен өндіріс туралы»)."""
    words = [word.form.lower() for word in draft.scene.words[max(draft.first, draft.head - _NEAR) : draft.head]]
    about = draft.scene.story.words("links", "about")
    behind = max((k + 1 for k, word in enumerate(words) if word in about), default=0)
    return not draft.scene.story.words("links", "joint").isdisjoint(words[behind:])


_NEAR = 3  # words before an instrument's noun among which «бірлескен» tells of it
_OWN = frozenset(("plan", "statement", "declaration", "constitution"))
"""Types that one side may make alone; of the others a side is only left unsaid."""


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
    return unnamed(scene, act) or any(
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
    return "in_preparation" if "future" in told or proposed(draft) else draft.act.sense.status


def _act_ends(draft: Draft, last: int) -> int:
    """Where the words of the act end: with the act itself, unless other things stand between."""
    act = draft.act
    behind = act is not None and not draft.items and last < act.last < last + SPAN
    return act.last if act and behind else last


def _told_before(draft: Draft) -> tuple[Evidence, ...]:
    """Words of sentences before that tell who the sides are which its clause only points back to («президенттер»)."""
    clause = draft.scene.clause_of(draft.head)
    return draft.scene.told_before(p for p in draft.scene.parties if p.pair and clause.first <= p.first < clause.last)


def _event(draft: Draft, first: int, last: int, date: Edtf | None) -> Event | None:
    scene, act = draft.scene, draft.act
    assert act is not None
    active = draft.parties and act.analysis.get("Voice") != "Pass" and draft.again is None
    sides = draft.doers or (draft.parties if active else _sides(draft))
    foreign = {a.code for a in (*sides, *_sides(draft)) if a.code} - {scene.story.home.code} or with_unnamed(draft)
    told = auxiliary(scene, act, date)
    if not foreign or proposed(draft) or "negation" in told or "hypothetical" in told:
        return None
    type = "AGREE" if "future" in told and act.sense.type == "SUPPORT" else act.sense.type
    return Event(
        evidence=(scene.evidence(first, _act_ends(draft, last)), *draft.before, *_told_before(draft)),
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

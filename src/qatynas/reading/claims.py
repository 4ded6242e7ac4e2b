"""Claims: interests, factors, problems and priorities that a text ascribes to a relation."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Literal, cast

from qatynas.facts.actor import Actor
from qatynas.facts.kinds import Claim, ClaimType, Why
from qatynas.reading.clauses import Clause
from qatynas.reading.context import context, spheres
from qatynas.reading.frames import Hit
from qatynas.reading.scene import Scene
from qatynas.reading.time import date_of

_LONGEST = 600
_STRENGTH = {"problem": 0, "priority": 1, "interest": 2, "factor": 3}
_EFFECT: dict[str, Literal["binds", "divides"]] = {"problem": "divides"}


def find(scenes: Sequence[Scene]) -> Iterator[Claim]:
    """Claims of a document: one a clause, and each item of a list that such a clause introduces."""
    listing: Hit | None = None
    for scene in scenes:
        claims = list(_of_scene(scene))
        yield from claims
        if listing and not claims and _answers(scene):
            yield from _items(scene, listing, 0)
        listing = _introduces(scene)


def _of_scene(scene: Scene) -> Iterator[Claim]:
    for span, hit in _claimed(scene):
        sides = parties(scene, span)
        if sides:
            yield _claim(scene, span, hit, sides)
            yield from _rest_of_list(scene, span, hit)


def _claimed(scene: Scene) -> list[tuple[Clause, Hit]]:
    """For each part of the sentence between semicolons the trigger that weighs most, a later one before an earlier."""
    out = []
    for part in _parts(scene):
        hits = [h for h in scene.hits if h.sense.kind == "claim" and part.first <= h.first and h.last <= part.last]
        if hits:
            out.append((part, min(hits, key=lambda h: (_STRENGTH[h.sense.type], -h.last))))
    return out


def _parts(scene: Scene) -> list[Clause]:
    out: list[Clause] = []
    first = 0
    for k, word in enumerate(scene.words):
        if word.form == ";" and k > first:
            out.append(Clause(first, k))
            first = k + 1
    if first < len(scene.words):
        out.append(Clause(first, len(scene.words)))
    return out


def parties(scene: Scene, span: Clause) -> tuple[Actor, ...]:
    """The states of the words, with «біздің ел» and «екі ел»; those of the relation at hand where one is named
    or the words speak of a relation; none where no relation is in view.
    """
    named: dict[str, Actor] = {}
    pair = False
    for party in scene.parties:
        if span.first <= party.first < span.last and not party.implied:
            pair = pair or party.pair
            for actor in party.actors:
                if actor.code:
                    named.setdefault(actor.code, Actor(actor.name, actor.code))
    relation = scene.story.words("links", "relation") & scene.lemmas(span.first, span.last)
    sides = tuple(Actor(a.name, a.code) for a in scene.pair)
    codes = {a.code for a in sides}
    if codes and (pair or relation or named.keys() & codes):
        return sides
    foreign = named.keys() - {scene.story.home.code}
    return tuple(named.values()) if len(named) > 1 and foreign else ()


def _claim(scene: Scene, span: Clause, hit: Hit, sides: tuple[Actor, ...]) -> Claim:
    first, last = _within(scene, span, hit)
    start, end = scene.words[first].start, scene.words[last - 1].end
    return Claim(
        evidence=(scene.evidence(first, last),),
        date=date_of(scene, span, hit.last - 1),
        context=context(scene, first, last),
        type=cast(ClaimType, hit.sense.type),
        parties=sides,
        text=scene.story.text.restored[start:end].strip(" ,;:."),
        by="author",
        effect=_EFFECT.get(hit.sense.type),
        sphere=spheres(scene, first, last),
        confidence=0.6,
        why=Why(hit.realisation.rule, tuple(scene.words[k].form for k in hit.words)),
    )


def _within(scene: Scene, span: Clause, hit: Hit) -> tuple[int, int]:
    """The words that tell the claim: the whole part, unless it is too long to be one clause."""
    if len(scene.evidence(span.first, span.last).quote) <= _LONGEST:
        return span.first, span.last
    clause = scene.clause_of(hit.last - 1)
    return max(span.first, clause.first), min(span.last, clause.last)


def _rest_of_list(scene: Scene, span: Clause, hit: Hit) -> Iterator[Claim]:
    """Items behind a semicolon share the claim that introduces them, where they are noun phrases of their own."""
    parts = _parts(scene)
    at = parts.index(span) + 1 if span in parts else len(parts)
    for part in parts[at:]:
        if not any(h.sense.kind == "claim" for h in scene.hits if part.first <= h.first < part.last):
            claim = _claim(scene, part, hit, parties(scene, span))
            yield replace_why(claim, hit)


def replace_why(claim: Claim, hit: Hit) -> Claim:
    """Say that the claim is an item of a list that the trigger introduces."""
    import msgspec

    return msgspec.structs.replace(claim, why=Why(f"{hit.realisation.rule}:item", claim.why.words if claim.why else ()))


def _introduces(scene: Scene) -> Hit | None:
    return None


def _answers(scene: Scene) -> bool:
    return False


def _items(scene: Scene, hit: Hit, first: int) -> Iterator[Claim]:
    yield from ()

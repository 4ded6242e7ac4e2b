"""Claims: interests, factors, problems and priorities that a text ascribes to a relation."""

from collections.abc import Iterator, Sequence
from typing import cast

from qatynas.facts.actor import Actor
from qatynas.facts.kinds import Claim, ClaimType, Why
from qatynas.reading.assertions import asserter
from qatynas.reading.clauses import Clause
from qatynas.reading.context import context, spheres
from qatynas.reading.frames import Hit
from qatynas.reading.natures import nature
from qatynas.reading.roles import actors, fill, is_noun
from qatynas.reading.scene import Scene
from qatynas.reading.time import only_date

_LONGEST = 600


def find(scenes: Sequence[Scene], taken: frozenset[int]) -> Iterator[Claim]:
    """Claims of a document: one a part of a sentence, and each item of a list that such a part introduces.

    Sentences that begin at the offsets `taken` tell a statement or periods: what stands there is not the
    author's own claim.
    """
    announced: Hit | None = None
    for scene in scenes:
        if scene.sentence.start in taken:
            announced = None
            continue
        if announced and scene.points_back:
            yield from _items(scene, announced)
            announced = None
            continue
        announced = _announces(scene)
        if announced is None:
            yield from _of_scene(scene)


def _of_scene(scene: Scene) -> Iterator[Claim]:
    last: tuple[Hit, tuple[Actor, ...]] | None = None
    for part in _parts(scene):
        hit = _trigger(scene, part)
        sides = parties(scene, part) if hit else ()
        if hit and sides:
            last = hit, sides
            yield _claim(scene, part, hit, sides)
        elif last and not hit:
            yield _claim(scene, part, *last, item=True)


def _trigger(scene: Scene, part: Clause) -> Hit | None:
    """The trigger of a part of a sentence: the last, since the predicate closes it; a problem before all.

    A noun in the locative is the ground of another act («шарттың негізінде ... болды») and no claim.
    """
    hits = [h for h in scene.hits if h.sense.kind == "claim" and part.first <= h.first and h.last <= part.last]
    hits = [h for h in hits if all(scene.words[k].get("Case") != "Loc" for k in h.words[:-1])]
    return max(hits, key=lambda h: (h.sense.type == "problem", h.last), default=None)


def _announces(scene: Scene) -> Hit | None:
    """A claim's noun in the plural that is only said to exist: «бірнеше факторлар бар»; its items follow."""
    exist = scene.story.words("links", "exists")
    for hit in scene.hits:
        told = hit.sense.kind == "claim" and hit.analysis.get("Number") == "Plur"
        if told and hit.last < len(scene.words) and scene.words[hit.last].form.lower() in exist:
            return hit
    return None


def _items(scene: Scene, hit: Hit) -> Iterator[Claim]:
    """The things told one after another, up to a clause that a conjunction begins."""
    words = scene.words
    first = 1
    sides = parties(scene, Clause(0, len(words))) or tuple(Actor(a.name, a.code) for a in scene.pair)
    for k in range(1, len(words)):
        if words[k].form != "," and k < len(words) - 1:
            continue
        if sides and k > first and words[first].upos not in ("CCONJ", "SCONJ"):
            yield _claim(scene, Clause(first, k), hit, sides, item=True)
        if k + 1 < len(words) and words[k + 1].upos in ("CCONJ", "SCONJ"):
            return
        first = k + 1


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
    """The states of the words; those of the relation at hand where one is named or a relation is spoken of.

    None where no relation is in view.
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
    foreign = named.keys() - {scene.story.home.code}
    if codes and (pair or relation or foreign & codes):
        return sides
    return tuple(named.values()) if len(named) > 1 and foreign else ()


def _claim(scene: Scene, span: Clause, hit: Hit, sides: tuple[Actor, ...], *, item: bool = False) -> Claim:
    first, last = _within(scene, span, hit)
    alone = only_date(scene)
    start, end = scene.words[first].start, scene.words[last - 1].end
    told = nature(scene, first, last, hit.sense.type)
    return Claim(
        evidence=(scene.evidence(first, last),),
        date=None if item or not alone else alone[0].date,
        context=context(scene, first, last),
        type=cast(ClaimType, hit.sense.type),
        parties=sides,
        text=scene.story.text.restored[start:end].strip(" ,;:."),
        by=asserter(scene),
        holder=_holder(scene, span, hit),
        effect=told.effect,
        subtype=told.subtype,
        sphere=spheres(scene, first, last),
        why=Why(hit.realisation.rule + (":item" if item else ""), hit.realisation.trigger, steps=told.steps),
    )


def _holder(scene: Scene, span: Clause, hit: Hit) -> tuple[Actor, ...]:
    """Whose interest it is: who owns the word for it («Ресейдің мүддесі»), or is its bare subject («Қытай мүдделі»).

    Of a predicate without a subject («қажет», «маңызды») the realisation tells how it is marked («Қытай үшін»).
    """
    if hit.sense.type != "interest":
        return ()
    near = [p for p in scene.parties if span.first <= p.first < hit.last]
    found = [p for p in near if p.owned and p.owned.word in hit.words]
    if not found and hit.realisation.roles:
        found = fill(scene, hit).get("holder", [])
    elif not found and not is_noun(hit):
        found = [p for p in near if p.case == "Nom" and not p.attributive and not p.after][:1]
    return tuple(Actor(a.name, a.code) for a in actors(found, scene))


def _within(scene: Scene, span: Clause, hit: Hit) -> tuple[int, int]:
    """The words that tell the claim: the whole part, unless it is too long to be one clause."""
    if len(scene.evidence(span.first, span.last).quote) <= _LONGEST:
        return span.first, span.last
    clause = scene.clause_of(min(hit.last - 1, span.last - 1))
    return max(span.first, clause.first), min(span.last, clause.last)

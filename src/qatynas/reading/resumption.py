"""Instruments that words point back to: «құжат», «осы шарт», «оны», «олардың бастысы»."""

from collections.abc import Iterator
from dataclasses import replace

from qatynas.reading.anaphora import begins
from qatynas.reading.draft import SPAN, Draft
from qatynas.reading.roles import actors
from qatynas.reading.scene import Scene
from qatynas.reading.signatories import subjects
from qatynas.reading.time import dates_within


def resumed(scene: Scene, last: Draft | None, found: list[Draft]) -> Iterator[Draft]:
    """What is done in this sentence to the instrument named last: its act has no object but a pronoun."""
    used = {k for d in found if d.act for k in d.act.words}
    pronouns = scene.story.words("links", "it")
    for hit in scene.hits:
        clause = scene.clause_of(hit.last - 1)
        if hit.sense.object != "instrument" or used.intersection(hit.words):
            continue
        here = [d for d in found if d.title and d.head < hit.first]
        named = here[-1] if here else last
        if named and any(w.form.lower() in pronouns for w in scene.words[clause.first : hit.first]):
            dates = tuple(dates_within(scene, clause.first, hit.last)[-1:])
            acting = actors(subjects(scene, hit.last, hit), scene)
            first = max(clause.first, hit.first - SPAN)
            one = Draft(
                scene=scene,
                type=named.type,
                head=hit.last - 1,
                first=first,
                title=None,
                parties=acting,
                act=hit,
                dates=dates,
            )
            yield same(one, named)


def same(draft: Draft, named: Draft) -> Draft:
    """The draft as the instrument named before: its title and parties, and where it was named.

    Several who act are its parties; one who acts alone only does what was done to it, unless it accedes.
    """
    origin = named.again or named
    joins = draft.act is not None and draft.act.sense.act == "accede"
    several = len(draft.parties) > 1 and not joins
    sides = draft.parties if several else (*origin.parties, *(draft.parties if joins or not origin.parties else ()))
    return replace(
        draft,
        type=origin.type,
        title=origin.title,
        parties=tuple({a.code or a.name: a for a in sides}.values()),
        doers=() if several else draft.parties,
        strong=origin.strong,
        before=(origin.scene.evidence(origin.first, origin.head + 1),),
        again=origin,
    )


def points_back(draft: Draft, named: Draft) -> bool:
    """Whether a noun without a title stands for the instrument named last: «құжат», «осы шарт»."""
    scene = draft.scene
    noun = scene.words[draft.head]
    if draft.act is None or draft.title or noun.get("Person[psor]"):
        return False
    story = scene.story
    before = scene.words[draft.noun - 1] if draft.noun else None
    this = before is not None and before.form.lower() in story.words("links", "this")
    if noun.get("Number") == "Plur" and not this:
        return False
    if noun.lemma not in story.words("links", "document"):
        return this and draft.type == named.type
    return this or (begins(scene.words, draft.noun, set(), story) and not (before and before.get("VerbForm") == "Part"))


def one_of(draft: Draft, before: Draft) -> Draft:
    """One of the instruments told in the sentence before takes their date and what was done to them."""
    if draft.act or draft.dates or before.act is None:
        return draft
    words = (before.scene.evidence(before.first, before.head + 1),)
    return replace(draft, dates=before.dates, parties=draft.parties or before.parties, before=words, one_of=before)

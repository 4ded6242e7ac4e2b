"""Projects: things to be built or linked across states."""

from collections.abc import Iterator
from typing import cast

from qatynas.facts.actor import Actor
from qatynas.facts.kinds import Project, ProjectType, Why
from qatynas.languages.language import Language
from qatynas.ontology.lexicon import kept
from qatynas.reading.context import context, spheres
from qatynas.reading.phrases import Match, Phrases
from qatynas.reading.quotes import quoted_before
from qatynas.reading.scene import Scene


@kept(8)
def _nouns(language: Language) -> Phrases[str]:
    return Phrases((noun, type) for noun, type in language.lexicon("projects"))


def find(scene: Scene, programme: bool) -> Iterator[Project]:
    """A project by its name in quotes or code, by the states that it links, or by what is built for another state.

    `programme`: the sentence speaks of a programme of cooperation.
    """
    floor = 0
    for first, last, type in _heads(scene):
        name, begins = _name(scene, floor, first, last)
        sides = tuple(Actor(a.name, a.code) for a in _linked(scene, floor, first))
        proper = begins < first
        if type == "facility":
            told = _built(scene, last) and (programme or len(sides) > 1)
        else:
            told = (proper and bool(sides or scene.pair)) or (len(sides) > 1 and type != "other")
        if told:
            yield Project(
                evidence=(scene.evidence(begins if proper else max(floor, first - 8), last),),
                context=context(scene, floor, last),
                name=name,
                type=cast(ProjectType, type),
                parties=sides if len(sides) > 1 else scene.pair or sides,
                sphere=spheres(scene, floor, last),
                why=Why(f"project:{type}", tuple(w.form for w in scene.words[first:last])),
            )
            floor = last


def _built(scene: Scene, last: int) -> bool:
    """Whether the verb right behind says that it is opened, built or renewed."""
    verbs = scene.story.words("links", "build")
    return any(w.has(verb) for w in scene.words[last : last + 3] for verb in verbs)


def _heads(scene: Scene) -> Iterator[Match[str]]:
    """Nouns of projects that are no part of a name."""
    for match in _nouns(scene.story.language).find(scene.words):
        inside = match.first in scene.titles
        if not inside and not any(n.first < match.last and match.first < n.last for n in scene.names):
            yield match


def _name(scene: Scene, floor: int, first: int, last: int) -> tuple[str, int]:
    words, restored = scene.words, scene.story.text.restored
    quote = quoted_before(words, first, floor, frozenset())
    if quote:
        return restored[words[quote[0]].end : words[quote[1]].start].strip(), quote[0]
    route = _route(scene, floor, first)
    if route < first:
        return restored[words[route].start : words[last - 1].end], route
    before = words[first - 1].form if first else ""
    if any(c.isdigit() for c in before) and any(c.isupper() for c in before):
        return before, first - 1
    return restored[words[first].start : words[last - 1].end], first


def _route(scene: Scene, floor: int, first: int) -> int:
    """Where two or more names joined by dashes begin right before the noun («Баку – Тбилиси – Жейхан»)."""
    at, joined = first, 0
    for name in reversed(scene.names):
        if name.first < floor or name.last > at:
            continue
        gap = scene.words[name.last : at]
        if (at == first and not gap) or (at < first and len(gap) == 1 and gap[0].form in "–—-"):
            at, joined = name.first, joined + 1
        else:
            break
    return at if joined > 1 else first


def _linked(scene: Scene, floor: int, first: int) -> tuple[Actor, ...]:
    """The states of the clause before the noun."""
    clause = scene.clause_of(first)
    seen: dict[str, Actor] = {}
    for party in scene.parties:
        if max(floor, clause.first) <= party.first < first and not party.implied:
            for actor in party.actors:
                if actor.code:
                    seen.setdefault(actor.code, actor)
    return tuple(seen.values())

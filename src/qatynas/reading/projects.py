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

_BETWEEN = 3  # words between a place and the noun of what stands there


@kept(8)
def _nouns(language: Language) -> Phrases[str]:
    return Phrases((noun, type) for noun, type in language.lexicon("projects"))


def find(scene: Scene, programme: bool) -> Iterator[Project]:
    """A project by its name in quotes or code, by the states that it links, or by what is built for another state.

    `programme`: the sentence speaks of a programme of cooperation.
    """
    floor = 0
    for first, last, type in _heads(scene):
        name, begins = _name(scene, floor, first, last, type)
        sides = tuple(Actor(a.name, a.code) for a in _linked(scene, floor, first))
        proper = begins < first
        if type == "facility":
            one = scene.words[last - 1].get("Number") != "Plur"
            built = one and _built(scene, last) and (programme or len(sides) > 1)
            told = built or (proper and len(scene.pair) > 1 and _is_built(scene, first))
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


def _is_built(scene: Scene, head: int) -> bool:
    """Whether the clause tells of building, opening or renewing, in whatever form: «салынған», «тұрғызуға»."""
    clause = scene.clause_of(head)
    verbs = scene.story.words("links", "build")
    return any(w.upos == "VERB" and w.has(verb) for w in scene.words[clause.first : clause.last] for verb in verbs)


def _heads(scene: Scene) -> Iterator[Match[str]]:
    """Nouns of projects that are no part of a name."""
    for match in _nouns(scene.story.language).find(scene.words):
        inside = match.first in scene.titles
        if not inside and not any(n.first < match.last and match.first < n.last for n in scene.names):
            yield match


def _name(scene: Scene, floor: int, first: int, last: int, type: str) -> tuple[str, int]:
    words, restored = scene.words, scene.story.text.restored
    quote = quoted_before(words, first, floor, frozenset())
    if quote:
        return restored[words[quote[0]].end : words[quote[1]].start].strip(), quote[0]
    route = _route(scene, floor, first)
    if route < first:
        return restored[words[route].start : words[last - 1].end], route
    proper = _proper(scene, floor, first, last) if type == "facility" else first
    if proper < first:
        return restored[words[proper].start : words[last - 1].start] + words[last - 1].lemma, proper
    before = words[first - 1].form if first else ""
    if any(c.isdigit() for c in before) and any(c.isupper() for c in before):
        return before, first - 1
    return restored[words[first].start : words[last - 1].end], first


def _route(scene: Scene, floor: int, first: int) -> int:
    """Where two or more names joined by dashes begin right before the noun («Баку – Тбилиси – Жейхан»)."""
    starts = {n.last: n.first for n in scene.names}
    at, joined = first, 0
    while at > floor:
        begins = starts.get(at, at - 1)
        if begins < floor or not (begins < at - 1 or at in starts or _capital(scene, begins)):
            break
        joined, at = joined + 1, begins
        if at - 1 <= floor or scene.words[at - 1].form not in ("–", "-", "—"):
            break
        at -= 1
    return at if joined > 1 else first


def _capital(scene: Scene, k: int) -> bool:
    return scene.words[k].form[0].isupper() and scene.words[k].upos in ("PROPN", "NOUN")


def _proper(scene: Scene, floor: int, first: int, last: int) -> int:
    """Where the place's name begins that the noun bears: «Балқаш жылу электр стансысы», attributes between."""
    if scene.words[last - 1].get("Person[psor]") != "3":
        return first
    for k in range(first - 1, max(floor, first - _BETWEEN) - 1, -1):
        word = scene.words[k]
        if (
            word.upos == "PROPN"
            and word.get("Case") == "Nom"
            and not any(n.kind in ("state", "organisation", "person") for n in scene.names if n.first <= k < n.last)
        ):
            return k
        if word.upos not in ("NOUN", "ADJ") or word.get("Case") not in ("Nom", None):
            return first
    return first


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

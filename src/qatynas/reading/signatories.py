"""Parties of an instrument: who is told between whom it stands, and who did what was done to it."""

from qatynas.facts.actor import Actor
from qatynas.reading.clauses import Clause
from qatynas.reading.frames import Hit
from qatynas.reading.party import Party
from qatynas.reading.roles import actors
from qatynas.reading.scene import Scene


def parties_of(scene: Scene, floor: int, head: int, act: Hit | None, start: int) -> tuple[tuple[Actor, ...], int]:
    """Who the parties are, and where the words that tell it begin."""
    between = [p for p in scene.parties if floor <= p.first and p.last <= head and p.first not in scene.titles]
    among = {marker for _, marker, role in scene.story.language.lexicon("postpositions") if role == "among"}
    named = [
        p
        for p in between
        if (p.codes or p.pair) and p.kind != "place" and (p.after in among or (not p.after and _takes_part(p, head)))
    ]
    acting = subjects(scene, head, act)
    if {c for p in named for c in p.codes} and not acting:
        return actors(named, scene), min([start, *(p.first for p in named)])
    if acting:
        told = actors([*named, *acting], scene)
        return told, min([start, *(p.first for p in acting if p.first >= floor)])
    if named:
        return actors(named, scene), min([start, *(p.first for p in named)])
    return (), start


def _gives_name(party: Party, head: int) -> bool:
    """Whether a city only gives the instrument its name: «Лиссабон хаттамасы», «Минск келісімдері»."""
    return (party.capital or party.kind == "place") and party.last == head and party.case == "Nom"


def _takes_part(party: Party, head: int) -> bool:
    takes = party.case == "Ins" or (party.owned is not None and party.owned.word == head)
    return takes and not _gives_name(party, head)


def subjects(scene: Scene, head: int, act: Hit | None) -> list[Party]:
    """Who did what was done to the instrument whose noun is `head`: those who stand as the act's subject."""
    if act is None:
        return []
    clause: Clause = scene.clause_of(act.last - 1)
    markers = act.realisation.roles.get("actor", ())
    own = [p for p in scene.parties if p.relative in act.words]
    out = [
        p
        for p in own or scene.parties
        if clause.first <= p.first < act.last
        and not _gives_name(p, head)
        and not p.attributive
        and p.kind != "place"
        and p.relative in (None, *act.words)
        and p.first not in scene.titles
        and (
            (p.case == "Nom" and not p.after)
            or p.agent
            or p.after in markers
            or (p.case == "Ins" and "Ins" in markers)
            or _of_act(p, act)
        )
    ]
    return [p for p in out if p.actors or p.pair]


def _of_act(party: Party, act: Hit) -> bool:
    return party.owned is not None and party.owned.word in act.words

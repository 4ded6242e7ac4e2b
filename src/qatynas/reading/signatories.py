"""Parties of an instrument: who is told between whom it stands, and who did what was done to it."""

from qatynas.facts.actor import Actor
from qatynas.reading.clauses import Clause
from qatynas.reading.frames import Hit
from qatynas.reading.party import Party
from qatynas.reading.roles import actors, candidates, loosely
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
        and not (p.implied and _counted(scene, p))
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
    told = [p for p in out if p.actors or p.pair] or _hidden(scene, head, act)
    # «Чехия мен Непал өкілдері»: an office or a body of nobody adds no one to those who are known.
    return [p for p in told if p.codes or p.pair or p.person] or told


def _hidden(scene: Scene, head: int, act: Hit) -> list[Party]:
    """Bare names that the words behind them hide («Чехия мен Непал жол салу туралы шартқа қол қойды»)."""
    clause = scene.clause_of(act.last - 1)
    told = {word.form.lower() for word in scene.words[clause.first : act.first]} & scene.story.words("links", "he")
    if told or act.analysis.get("Voice") == "Pass" or unnamed(scene, act):
        return []
    near = [p for p in candidates(scene, act) if not _gives_name(p, head) and p.relative in (None, *act.words)]
    if any(p.case == "Nom" and not p.attributive and not p.after for p in near):
        return []
    found = loosely(scene, act, near, set())
    return [] if len(found) == 1 and _owns_next(scene, found[0]) else found


def _owns_next(scene: Scene, party: Party) -> bool:
    """Whether a name only tells whose the noun is that a title ends with: «Чехия нарығы туралы»."""
    if party.last + 1 >= len(scene.words):
        return False
    noun, behind = scene.words[party.last : party.last + 2]
    return noun.get("Person[psor]") == "3" and behind.form.lower() in scene.story.words("links", "about")


def unnamed(scene: Scene, act: Hit) -> bool:
    """Whether several states act that the sentence does not name: «бес ел», «көрші елдер», «бес мемлекет басшысы»."""
    clause = scene.clause_of(act.last - 1)
    near = [p for p in scene.parties if clause.first <= p.first < act.first and p.case == "Nom" and not p.after]
    return any(
        (p.unnamed and (p.plural or _counted(scene, p))) or (p.implied and _counted(scene, p))
        for p in near
        if p.relative in (None, *act.words)
    )


def _counted(scene: Scene, party: Party) -> bool:
    """Whether a number of more than two stands right before: so many are not the home state, nor two sides."""
    before = scene.words[party.first - 1].end if party.first else -1
    return any(number.end == before and number.value > _SIDES and not number.ordinal for number in scene.numbers)


_SIDES = 2


def _of_act(party: Party, act: Hit) -> bool:
    return party.owned is not None and party.owned.word in act.words

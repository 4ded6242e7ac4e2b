"""Who fills the roles of a frame: parties of the clause, by case, ownership and postposition."""

from collections.abc import Iterator, Sequence

from qatynas.facts.actor import Actor
from qatynas.reading.frames import Hit
from qatynas.reading.party import Party
from qatynas.reading.scene import Scene


def fill(scene: Scene, hit: Hit) -> dict[str, list[Party]]:
    """Parties of each role, in order of the sentence; a party fills one role only."""
    out: dict[str, list[Party]] = {}
    taken: set[int] = set()
    near = candidates(scene, hit)
    for role, markers in hit.realisation.roles.items():
        found = _marked(near, markers, taken, union=hit.sense.mutual)
        if not found and role in ("actor", "speaker", "what"):
            found = _marked(earlier(scene, hit), ("Nom",), taken, union=False)
        taken.update(p.first for p in found)
        out[role] = found
    return out


def _marked(parties: Sequence[Party], markers: Sequence[str], taken: set[int], *, union: bool) -> list[Party]:
    out: list[Party] = []
    for marker in markers:
        found = [p for p in parties if p.first not in taken and p not in out and fits(p, marker)]
        out += found
        if out and not union:
            return out
    return sorted(out, key=lambda p: p.first)


def fits(party: Party, marker: str) -> bool:
    """Whether a party stands as the marker says."""
    if marker.startswith("Of+"):
        return party.owned is not None and party.owned.case == marker[3:]
    if party.after:
        return party.after == marker or (marker == "арасында" and party.after == "арасындағы")
    if marker == "Gen":
        return party.case == "Gen" or party.attributive
    if marker == "Nom":
        return party.case == "Nom" and not party.attributive
    return party.case == marker and not party.attributive


def candidates(scene: Scene, hit: Hit) -> list[Party]:
    """Parties of the trigger's clause: those before it, and the head of its relative clause right behind it."""
    clause = scene.clause_of(hit.last - 1)
    out = [p for p in scene.parties if clause.first <= p.first and p.first < hit.last - 1]
    if hit.analysis.get("VerbForm") == "Part" and hit.analysis.get("Case") == "Nom":
        out += [p for p in scene.parties if hit.last <= p.first <= hit.last + 1][:1]
    return out


def earlier(scene: Scene, hit: Hit) -> list[Party]:
    """Parties of the clauses before the trigger's, from which a subject may be shared."""
    clause = scene.clause_of(hit.last - 1)
    return [p for p in scene.parties if p.last <= clause.first]


def actors(parties: Sequence[Party], scene: Scene) -> tuple[Actor, ...]:
    """The actors of parties, each once; «екі ел» are the two sides of the relation at hand."""
    seen: dict[tuple[str, str], Actor] = {}
    for actor in _all(parties, scene):
        seen.setdefault((actor.code or "", "" if actor.code else actor.name), actor)
    return tuple(seen.values())


def _all(parties: Sequence[Party], scene: Scene) -> Iterator[Actor]:
    for party in parties:
        yield from scene.pair if party.pair else party.actors

"""Offices: a person holds an office of a state or organisation."""

from collections.abc import Iterator, Sequence

from qatynas.facts.actor import Actor
from qatynas.facts.kinds import Office, Why
from qatynas.reading.party import Party
from qatynas.reading.scene import Scene

_CLOSE = 3  # words behind an office among which the verb of being named to it stands


def find(scene: Scene) -> Iterator[Office]:
    """A title next to a person («Президенті Б. Обама», «Тәуке хан»), or one that a person served in or was named to.

    What an expert is by trade is no office.
    """
    for k, party in enumerate(scene.parties):
        if party.rank == "expert" or _pronoun(scene, party):
            continue
        if party.person and party.title:
            yield _office(scene, party, party.person, party.title, party.first, party.last)
        elif party.title and not party.person and party.case == "Nom":
            holder = _served(scene, party, scene.parties[k + 1 :])
            if holder and holder.person:
                yield _office(scene, party, holder.person, party.title, party.first, holder.last)
            elif (named := _appointed(scene, party, scene.parties[:k])) and named.person:
                yield _office(scene, party, named.person, party.title, named.first, party.last)


def _pronoun(scene: Scene, party: Party) -> bool:
    return not any(n.first < party.last and party.first < n.last for n in scene.names)


def _appointed(scene: Scene, office: Party, before: Sequence[Party]) -> Party | None:
    """The person who is told to have come to hold the office: «... елшісі болып тағайындалды»."""
    verbs = scene.story.words("links", "appoint")
    if not any(w.has(verb) for w in scene.words[office.last : office.last + _CLOSE] for verb in verbs):
        return None
    persons = [p for p in before if p.person and not p.title and p.case in ("Nom", "Acc") and not p.attributive]
    return persons[-1] if persons else None


def _served(scene: Scene, office: Party, following: Sequence[Party]) -> Party | None:
    """The person behind a participle that the office belongs to."""
    for party in following[:1]:
        between = scene.words[office.last : party.first]
        served = between and between[-1].get("VerbForm") == "Part" and between[-1].get("Tense") == "Past"
        if party.kind == "person" and served and len(between) < 6:
            return party
    return None


def _office(scene: Scene, party: Party, person: str, title: str, first: int, last: int) -> Office:
    code = next(iter(party.codes), None) or _known(scene, person)
    return Office(
        evidence=(scene.evidence(first, last),),
        date=None,
        person=person,
        title=title,
        holder_of=(Actor(scene.story.language.name_of(code), code),) if code else (),
        why=Why("office", (title, person)),
    )


def _known(scene: Scene, person: str) -> str | None:
    known = scene.story.persons.get(person.split()[-1])
    return known.code if known else None

"""Offices: a person holds an office of a state or organisation."""

from collections.abc import Iterator, Sequence

from qatynas.facts.actor import Actor
from qatynas.facts.kinds import Office, Why
from qatynas.reading.party import Party
from qatynas.reading.scene import Scene


def find(scene: Scene) -> Iterator[Office]:
    """A title next to a person («Президенті Б. Обама», «Тәуке хан»), or served by one («елші болып ... Мансұров»)."""
    for k, party in enumerate(scene.parties):
        if party.person and party.title:
            yield _office(scene, party, party.person, party.title, party.first, party.last)
        elif party.title and not party.person and party.case == "Nom":
            holder = _served(scene, party, scene.parties[k + 1 :])
            if holder and holder.person:
                yield _office(scene, party, holder.person, party.title, party.first, holder.last)


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

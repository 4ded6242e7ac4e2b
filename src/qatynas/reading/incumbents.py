"""Whom a title alone or a bare surname means at a date, by the registry of leaders."""

from collections.abc import Iterable, Sequence
from datetime import date

from qatynas.facts.edtf import Edtf
from qatynas.languages.language import Language
from qatynas.ontology.leaders import Day, Leader, holder, out_of_date, registry, terms_of
from qatynas.reading.party import Party
from qatynas.reading.scene import Scene


def meant(scene: Scene, parties: Iterable[Party], told: Edtf | None) -> dict[str, str]:
    """The leaders whom parties mean at a date (the document's own, where none is told), as `why` tells them.

    Their names stand only there: the fact cites the words of the text.
    """
    names = [name for party in parties if (name := _leader(scene, party, told))]
    return {"leader": ", ".join(dict.fromkeys(names))} if names else {}


def _leader(scene: Scene, party: Party, told: Edtf | None) -> str | None:
    days = _days(told or scene.story.date)
    code = next(iter(party.codes), None) if len(party.codes) == 1 else None
    language = scene.story.language
    if days is None or party.kind not in ("person", "office"):
        return None
    if party.person is None:
        office = language.leader_office(party.title, code) if party.title and code else None
        leader = holder(code, office, days) if code and office else None
    else:
        found = [term for term in persons_of(language, party.person, days) if code in (None, term.code)]
        leader = found[0] if len({term.person for term in found}) == 1 else None
    return language.leader_name(leader.person) if leader else None


def persons_of(language: Language, name: str, told: Day) -> Sequence[Leader]:
    """The terms in which a person of that name, whole or a bare surname, surely held an office on the days told.

    Where none surely did, those in which one may have: on the day of a change, in a year that two shared.
    """
    terms = [term for person in language.leaders(name) for term in terms_of(person)]
    return [term for term in terms if term.held(told)] or [term for term in terms if term.may_have_held(told)]


def warning(told: Edtf | None) -> tuple[str, ...]:
    """What to tell of a document that is younger than the registry: who «Президент» is may have changed."""
    days = _days(told)
    if days is None or not out_of_date(days.earliest):
        return ()
    return (
        f"the list of leaders was last checked for {registry().as_of}, more than a year before this document: "
        "whom a title or surname means may be told wrongly",
    )


def _days(told: Edtf | None) -> Day | None:
    """The days of a date within the calendar that the registry can know; null beyond it, and where an end is open."""
    most = date.max.toordinal()
    if told is None or told.earliest is None or told.latest is None or not 1 <= told.earliest <= most:
        return None
    return Day(date.fromordinal(told.earliest), date.fromordinal(min(told.latest, most)))

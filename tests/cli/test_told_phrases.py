from typing import Any

import pytest
from hypothesis import given, settings

from qatynas.cli.phrases import what, who, years
from qatynas.facts.actor import Actor
from qatynas.facts.evidence import Evidence
from qatynas.facts.kinds import KINDS, Event, Fact, Figure, Instrument, Money, Office, Programme, Reference, Statement
from strategies import facts_of

EVIDENCE = (Evidence("a.txt", 0, 4, "шарт"),)
KAZ, CHN = Actor("Қазақстан", "KAZ"), Actor("Қытай", "CHN")


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_any_fact_can_be_told(kind: type[Fact]):
    @settings(max_examples=10)
    @given(facts_of(kind))
    def told(fact: Fact) -> None:
        assert isinstance(what(fact), str)
        assert isinstance(who(fact), str)

    told()


@pytest.mark.parametrize(
    ("kind", "fields", "told"),
    [
        (Event, {"type": "SUPPORT", "act": "sign"}, "signing"),
        (Event, {"type": "CONSULT", "mode": "visit", "auxiliary": ("future",)}, "CONSULT visit [future]"),
        (Event, {"type": "CONSULT", "mode": "visit", "act": "visit"}, "visit"),
        (Event, {"type": "AID", "act": "own_word", "place": "Астана"}, "own_word (Астана)"),
        (Instrument, {"type": "treaty", "title": "Достық", "status": "signed"}, "Достық (treaty signed)"),
        (Instrument, {"type": "treaty", "status": "signed", "reported_status": "ratified"}, "(treaty ratified)"),
        (Programme, {"name": "Оқу", "abbreviation": "IMET"}, "Оқу (IMET)"),
        (
            Programme,
            {"name": "Оқу", "money": Money(2e6, "USD"), "money_bound": "over", "people": 300, "people_bound": "about"},
            "Оқу over 2,000,000 USD about 300 people",
        ),
        (Figure, {"value": 7591.0, "unit": "км", "of": "шекара", "bound": "about"}, "about 7,591 км (шекара)"),
        (Office, {"person": "М. Тілеуберді", "title": "министр"}, "М. Тілеуберді, министр"),
        (Statement, {"form": "direct", "text": "дос"}, "“дос”"),
        (Statement, {"form": "indirect", "text": "дос екен"}, "дос екен"),
        (Reference, {"marker": "4"}, "[4]"),
    ],
)
def test_a_fact_is_told_in_a_few_words(kind: type[Fact], fields: dict[str, Any], told: str):
    assert what(kind(evidence=EVIDENCE, **fields)) == told


def test_both_sides_of_an_event_are_told():
    assert who(Event(evidence=EVIDENCE, type="AID", actor=(CHN,), recipient=(KAZ,))) == "Қытай → Қазақстан"
    assert who(Event(evidence=EVIDENCE, type="AID", recipient=(KAZ,))) == "? → Қазақстан"
    assert who(Event(evidence=EVIDENCE, type="CONSULT", actor=(CHN, KAZ))) == "Қытай, Қазақстан"


@pytest.mark.parametrize(
    ("actor", "told"),
    [
        (Actor("Қытай", "CHN"), "Қытай"),
        (Actor("China", "CHN"), "China"),
        (Actor("Ху Цзиньтао", "CHN", "GOV"), "Ху Цзиньтао (CHN)"),
        (Actor("Астана", "KAZ"), "Астана (KAZ)"),
        (Actor("сарапшы"), "сарапшы"),
        (Actor("Атлантида", "atlantis"), "Атлантида (atlantis)"),
        (Actor("NATO", "NATO"), "NATO"),
    ],
)
def test_whoever_is_not_named_as_a_state_usually_is_has_its_code(actor: Actor, told: str):
    assert who(Event(evidence=EVIDENCE, type="CONSULT", actor=(actor,))) == told


@pytest.mark.parametrize(
    ("first", "last", "told"), [(1991, 2014, "1991–2014"), (1991, 1991, "1991"), (None, 2014, "2014"), (None, None, "")]
)
def test_years_are_told_in_short(first: int | None, last: int | None, told: str):
    assert years(first, last) == told

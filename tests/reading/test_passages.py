"""Passages of two or three sentences as an author writes them: the one fact of a kind that each must give."""

from collections.abc import Sequence
from functools import cache
from typing import Any

import pytest

from qatynas.facts.actor import Actor
from qatynas.facts.kinds import Fact
from qatynas.reading.reader import read_text


@cache
def facts(text: str) -> Sequence[Fact]:
    return read_text(text, language="kk").facts


def told(fact: Fact) -> dict[str, Any]:
    """The fields of a fact, actors by their codes."""
    fields = {name: getattr(fact, name) for name in fact.__struct_fields__}
    return {
        name: [actor.code for actor in value]
        if isinstance(value, tuple) and value and isinstance(value[0], Actor)
        else str(value)
        if name == "date"
        else value
        for name, value in fields.items()
    }


PASSAGES: list[tuple[str, str, dict[str, Any]]] = [
    (
        "event",
        "Қазақстан мен Словенияның байланысы ерте басталған. 1998 жылғы 5 маусымда Словения Президенті Қазақстанға "
        "алғашқы ресми сапармен келді.",
        {"type": "CONSULT", "mode": "visit", "actor": ["SVN"], "recipient": ["KAZ"], "date": "1998-06-05"},
    ),
    (
        "instrument",
        "Оман мен Қазақстан алыс жатыр. 2002 жылғы 9 қазанда екі ел «Мәдени ынтымақтастық туралы» келісімге қол қойды.",
        {
            "type": "agreement",
            "title": "Мәдени ынтымақтастық туралы келісім",
            "status": "signed",
            "date": "2002-10-09",
            "parties": ["KAZ", "OMN"],
        },
    ),
    (
        "programme",
        "Швеция Қазақстанда «Таза су» (TSB) бағдарламасын ашты. TSB бағдарламасы бойынша 80 маман оқыды.",
        {"name": "Таза су", "abbreviation": "TSB", "people": 80, "parties": ["SWE", "KAZ"]},
    ),
    (
        "project",
        "Грузия мен Әзірбайжан көптен бері көрші. Грузия мен Әзірбайжан «Жаңа өріс» теміржолын ашты.",
        {"name": "Жаңа өріс", "type": "railway", "parties": ["GEO", "AZE"]},
    ),
    (
        "statement",
        "Мысыр мен Қазақстан саудасы артты. Мысыр министрінің айтуынша, Қазақстан астығына сұраныс жоғары.",
        {"form": "indirect", "speaker": ["EGY"], "speaker_class": "official"},
    ),
    (
        "period",
        "Қазақстан мен Финляндия қатынасында екі кезең бар. Бірі: танысу (1992-1999 жылдар).",
        {"date": "1992/1999", "parties": ["KAZ", "FIN"]},
    ),
    (
        "figure",
        "Қазақстан мен Финляндия саудасы өсіп келеді. Сауда көлемі 75 млн-нан астам еуро болды.",
        {"value": 75_000_000, "unit": "еуро", "bound": "over", "about": ["KAZ", "FIN"]},
    ),
    (
        "office",
        "Келіссөз ұзақ болды. Оны Словения Премьер-министрі Борут Пахор жүргізді.",
        {"person": "Борут Пахор", "holder_of": ["SVN"]},
    ),
    (
        "reference",
        "Екі ел көп жылдан бері дос. Қазақстан мен Финляндия саудасы тұрақты өсті [11].",
        {"marker": "11", "about": ["KAZ", "FIN"]},
    ),
    (
        "claim",
        "Қазақстан мен Финляндия алыс жатыр. Алыс жол Қазақстан мен Финляндия саудасына кедергі болып отыр.",
        {"type": "problem", "parties": ["KAZ", "FIN"], "effect": "divides", "by": "author"},
    ),
    (
        "milestone",
        "Бұл өлкенің тарихы бай. 1917 жылғы 6 желтоқсанда Финляндия тәуелсіздігін жариялады.",
        {"type": "independence", "parties": ["FIN"], "date": "1917-12-06", "auxiliary": ("historical",)},
    ),
]


@pytest.mark.parametrize(("kind", "text", "fields"), PASSAGES, ids=[kind for kind, _, _ in PASSAGES])
def test_a_passage_gives_its_fact_with_its_fields(kind: str, text: str, fields: dict[str, Any]):
    (fact,) = (fact for fact in facts(text) if fact.kind == kind)
    found = told(fact)
    assert {name: found[name] for name in fields} == fields


@pytest.mark.parametrize(("kind", "text", "fields"), PASSAGES, ids=[kind for kind, _, _ in PASSAGES])
def test_the_first_evidence_stands_in_the_sentence_that_tells_the_fact(kind: str, text: str, fields: dict[str, Any]):
    last = text.index(". ") + 2
    found = [fact for fact in facts(text) if fact.kind == kind]
    assert found
    assert kind == "programme" or all(fact.evidence[0].start >= last for fact in found)


@pytest.mark.parametrize(
    "text",
    [
        "Ауылда жаңа мектеп ашылды. Балалар қуанып, мұғалімдерге гүл сыйлады. Ата-аналар риза болды.",
        "Президент Түркістан облысына барды. Ол жерде министрмен және әкіммен сөйлесті.",
        "Ол жұмысқа орналасып, еңбек шартын жасасты. Жалақысы туралы басшымен келісті.",
        "Қазақстан халқы бейбіт өмірді қалайды. Достығымыз мәңгі болсын.",
        "Команда финалда жеңді. Ойын тең аяқталуы мүмкін еді.",
    ],
    ids=["school", "trip at home", "labour contract", "wishes", "sport"],
)
def test_a_passage_about_life_at_home_gives_no_event_instrument_or_claim(text: str):
    assert {fact.kind for fact in facts(text)} <= {"figure"}


def test_he_is_whoever_acted_in_the_sentence_before():
    text = "Венгрия Президенті Янош Адер Қазақстанға келді. Ол сол күні Литваға барды."
    events = [told(fact) for fact in facts(text) if fact.kind == "event"]
    assert [(event["actor"], event["recipient"]) for event in events] == [(["HUN"], ["KAZ"]), (["HUN"], ["LTU"])]


def test_he_is_nobody_known_where_nobody_acted():
    text = "Ауа райы жылы болды. Ол сол күні Литваға барды."
    assert all(told(fact)["actor"] == () for fact in facts(text) if fact.kind == "event")


def test_that_year_is_the_year_told_before():
    text = "1996 жылы Оман министрі Иранға барды. Сол жылы Иран министрі Оманға келді."
    events = [told(fact) for fact in facts(text) if fact.kind == "event"]
    assert [(event["actor"], event["date"]) for event in events] == [(["OMN"], "1996"), (["IRN"], "1996")]

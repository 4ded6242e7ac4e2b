"""Drafts: what of a sentence is an instrument, and what was done to it."""

from collections.abc import Sequence
from functools import cache

import pytest

from qatynas.facts.kinds import Event, Fact, Instrument
from qatynas.reading.reader import read_text


@cache
def facts(text: str) -> Sequence[Fact]:
    return read_text(text, language="kk").facts


def instruments(text: str) -> list[Instrument]:
    return [fact for fact in facts(text) if isinstance(fact, Instrument)]


def instrument(text: str) -> Instrument:
    (found,) = instruments(text)
    return found


def acts(text: str) -> list[Event]:
    return [fact for fact in facts(text) if isinstance(fact, Event)]


def test_several_things_in_several_years_are_a_set_where_which_is_which_is_not_told():
    text = (
        "Қазақстан мен Иордания 2009 және 2011 жылдары кеден рәсімін жеңілдету, туристер алмасу және мұрағат ашу "
        "бойынша меморандумдарға қол қойды."
    )
    found = instruments(text)
    assert {str(one.date) for one in found} == {"[2009,2011]"}
    assert [one.evidence[0].quote.split()[-1] for one in found] == ["жеңілдету", "ашу"]
    assert all(one.evidence[1].quote == "меморандумдарға" for one in found)


def test_a_list_behind_a_colon_begins_behind_it():
    text = (
        "2006 жылы Қазақстан мен Вьетнам мынадай меморандумдарға қол қойды. "
        "2008 жылы Қазақстан мен Вьетнам арасында: балық өсіру, кітап алмасу бойынша меморандумдарға қол қойылды."
    )
    assert "балық өсіру" in [one.evidence[0].quote for one in instruments(text)]


def test_a_participle_before_the_noun_tells_its_act():
    found = instrument("Қазақстан мен Мальта арасында 2012 жылы қол қойылған сауда туралы келісім маңызды.")
    assert (found.status, [actor.code for actor in found.parties]) == ("signed", ["KAZ", "MLT"])


@pytest.mark.parametrize(
    "text",
    [
        "Жұмысшы зауытпен еңбек шартын жасасты.",
        "Еңбек шарты бойынша жұмысшыға жалақы төленеді.",
        "Ол бұл ұсынысқа келісім берді.",
        "Қазақстан мен Оман келісімге келді.",
        "Министрлік оқу жоспарын бекітті.",
        "Кәсіпорын келісімшарт бойынша қарызын төледі.",
        "Қазақстан мен Польша арасындағы келісімдер хронологиясы төменде берілген.",
        "Ол жұмысқа құжат тапсырды.",
        "Ауа райы жақсы болуы шарт.",
        "Компания жаңа стратегия жасады.",
    ],
)
def test_labour_contracts_consent_and_plans_at_home_are_no_instruments(text: str):
    assert instruments(text) == []

"""What is done to an instrument that was named before: «құжат», «осы шарт», «оны»."""

import pytest

from qatynas.facts.kinds import Event, Fact, Instrument
from qatynas.reading.reader import read_text

NAMED = "1998 жылы Чехия мен Непал достық туралы шартқа қол қойды."
WORDS = "1998 жылы Чехия мен Непал достық туралы шартқа"


def facts(text: str) -> list[Fact]:
    return [fact for fact in read_text(text, language="kk").facts if isinstance(fact, Event | Instrument)]


def instruments(text: str) -> list[Instrument]:
    return [fact for fact in facts(text) if isinstance(fact, Instrument)]


def last(text: str) -> tuple[Event, Instrument]:
    """The event and the instrument that the sentence behind the one that names the treaty tells."""
    event, instrument = sorted(facts(f"{NAMED} {text}")[2:], key=lambda fact: fact.kind)
    assert isinstance(event, Event)
    assert isinstance(instrument, Instrument)
    return event, instrument


@pytest.mark.parametrize(
    ("text", "act", "date", "reported"),
    [
        ("Құжат 1999 жылғы шілдеде күшіне енді.", "enter_into_force", "1999-07", "in_force"),
        ("Осы құжат мерзімі 2008 жылы ұзартылды.", "extend", "2008", "extended"),
        ("2010 жылы бұл шарт өз күшін жойды.", "end", "2010", "ended"),
        ("1999 жылы оны екі ел парламенті бекітті.", "approve", "1999", "adopted"),
    ],
    ids=["a bare noun", "a noun pointed at", "its own noun pointed at", "a pronoun"],
)
def test_words_that_point_back_tell_an_act_done_to_the_instrument_named_last(
    text: str, act: str, date: str, reported: str
):
    event, found = last(text)
    assert (event.act, str(event.date), [a.code for a in event.actor]) == (act, date, ["CZE", "NPL"])
    assert (found.title, found.type, found.reported_status) == ("достық туралы шарт", "treaty", reported)
    assert [a.code for a in found.parties] == ["CZE", "NPL"]
    assert [fact.evidence[1].quote for fact in (event, found)] == [WORDS, WORDS]


def test_who_accedes_is_a_party_and_the_only_one_who_acts():
    event, found = last("Осы шартқа 2004 жылы Оман қосылды.")
    assert [a.code for a in event.actor] == ["OMN"]
    assert [a.code for a in found.parties] == ["CZE", "NPL", "OMN"]


def test_one_side_that_acts_alone_does_what_is_done_to_the_instrument_of_both():
    event, found = last("Осы шартты Непал 1999 жылы ратификациялады.")
    assert [a.code for a in event.actor] == ["NPL"]
    assert [a.code for a in found.parties] == ["CZE", "NPL"]


def test_what_is_done_again_is_done_to_the_instrument_and_not_to_the_words_that_point_back():
    told = facts(f"{NAMED} Құжат 1999 жылы күшіне енді. Құжат 2010 жылы күшін жойды.")
    assert {fact.evidence[1].quote for fact in told[2:]} == {WORDS}


@pytest.mark.parametrize(
    "text",
    [
        "Бұл шарт екі елге пайдалы болды.",
        "Құжаттар мұрағатта сақталды.",
        "Жаңа құжат 1999 жылы күшіне енді.",
        "Бұл келісім 1999 жылы күшіне енді.",
        "Құжат әлі күшіне енген жоқ.",
    ],
    ids=["nothing done", "several", "another", "another type", "denied"],
)
def test_other_words_are_not_the_instrument_named_last(text: str):
    assert len(facts(f"{NAMED} {text}")) == 2


def test_a_pronoun_points_back_to_the_instrument():
    text = (
        "2008 жылы Қазақстан мен Латвия «Қос азаматтық туралы» келісімге қол қойды. "
        "Оны Латвия Парламенті 2010 жылы ратификациялады."
    )
    signed, ratified = sorted(
        instruments(text),
        key=lambda one: str(one.date),
    )
    assert (signed.status, ratified.status, ratified.title) == ("signed", "ratified", "Қос азаматтық туралы келісім")
    assert ratified.evidence[0].quote.startswith("Оны")
    assert "келісімге" in ratified.evidence[1].quote
    assert {event.act for event in facts(text) if isinstance(event, Event)} == {"sign", "ratify"}


def test_a_pronoun_far_from_the_instrument_points_to_nothing():
    text = (
        "2008 жылы Қазақстан мен Латвия «Қос азаматтық туралы» келісімге қол қойды. Күн жылы болды. Жаңбыр жауды. "
        "Егін шықты. Оны Латвия Парламенті 2010 жылы ратификациялады."
    )
    assert [one.status for one in instruments(text)] == ["signed"]

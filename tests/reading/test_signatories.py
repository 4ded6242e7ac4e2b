"""Who signs: those who are named, and states that are not."""

import pytest

from qatynas.facts.kinds import Event, Instrument
from qatynas.reading.reader import read_text


def told(text: str) -> tuple[Event, Instrument]:
    found = read_text(text, language="kk").facts
    (event,) = [fact for fact in found if isinstance(fact, Event)]
    (instrument,) = [fact for fact in found if isinstance(fact, Instrument)]
    return event, instrument


@pytest.mark.parametrize("who", ["2003 жылы бес ел", "2003 жылы Каспий маңы елдері", "2003 жылы алты мемлекет басшысы"])
def test_states_without_a_name_sign_and_are_nobody(who: str):
    event, found = told(f"{who} экология туралы келісімге қол қойды.")
    assert (event.act, event.actor, found.parties, found.form) == ("sign", (), (), "multilateral")


def test_an_office_of_nobody_adds_nobody_to_those_who_are_known():
    event, found = told("Чехия мен Непал және компания өкілдері 2004 жылы виза туралы келісімге қол қойды.")
    assert [a.code for a in event.actor] == ["CZE", "NPL"]
    assert [a.code for a in found.parties] == ["CZE", "NPL"]


def test_a_bare_name_before_a_noun_may_be_the_subject():
    event, found = told("Чехия, Оман және Непал теміржол құрылысы туралы келісімге қол қойды.")
    assert {a.code for a in event.actor} == {a.code for a in found.parties} == {"CZE", "OMN", "NPL"}


@pytest.mark.parametrize(
    "text",
    [
        "Олар Чехия жол құрылысы туралы келісімге қол қойды.",
        "Чехия экономикасы туралы келісімге қол қойды.",
        "Чехия жол құрылысы туралы келісімге қол қойылды.",
    ],
    ids=["another subject", "whose it is", "a passive"],
)
def test_a_name_in_a_title_is_no_subject(text: str):
    found = read_text(text, language="kk").facts
    assert not [fact for fact in found if isinstance(fact, Event)]
    assert [fact.parties for fact in found if isinstance(fact, Instrument)] in ([], [()])

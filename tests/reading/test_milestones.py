"""Milestones: what counts as a change in a state or its organ, and what does not."""

from collections.abc import Sequence
from functools import cache

import pytest

from qatynas.facts.kinds import Fact, Milestone
from qatynas.reading.reader import read_text


@cache
def facts(text: str) -> Sequence[Fact]:
    return read_text(text, language="kk").facts


def milestones(text: str) -> list[Milestone]:
    return [fact for fact in facts(text) if isinstance(fact, Milestone)]


@pytest.mark.parametrize(
    ("text", "type", "code", "date"),
    [
        ("1991 жылғы 31 тамызда Қырғызстан тәуелсіздігін жариялады.", "independence", "KGZ", "1991-08-31"),
        (
            "1956 жылы Мароккo тәуелсіздікке қол жеткізді. Тунис 1956 жылы тәуелсіздік алды.",
            "independence",
            "TUN",
            "1956",
        ),
        ("1992 жылы Өзбекстанның Сыртқы істер министрлігі құрылды.", "founded", "UZB", "1992"),
        ("1465 жылы Керей мен Жәнібек Қазақ хандығын құрды.", "founded", "kazakh-khanate", "1465"),
        ("1876 жылы Ресей империясы Қоқан хандығын қосып алды.", "incorporated", "kokand", "1876"),
        ("Кеңес Одағы 1991 жылы ыдырады.", "dissolved", "soviet-union", "1991"),
    ],
    ids=["independence", "gained", "ministry", "khanate", "annexed", "fell apart"],
)
def test_a_change_of_a_state_or_its_organ_is_a_milestone(text: str, type: str, code: str, date: str):
    found = milestones(text)[-1]
    assert (found.type, [a.code for a in found.parties][-1], str(found.date)) == (type, code, date)
    assert found.name


@pytest.mark.parametrize(
    ("text", "type", "code", "name"),
    [
        ("1960 жылы Мұнай экспорттаушы елдер ұйымы құрылды.", "founded", "OPEC", "Мұнай экспорттаушы елдер ұйымы"),
        ("1993 жылы Эритрея тәуелсіз мемлекет атанды.", "independence", "ERI", "Эритрея"),
    ],
    ids=["an organisation", "an independent state"],
)
def test_an_organisation_comes_to_be_as_a_state_does(text: str, type: str, code: str, name: str):
    (found,) = milestones(text)
    assert (found.type, [a.code for a in found.parties], found.name) == (type, [code], name)


def test_an_organ_that_two_states_set_up_belongs_to_both():
    (found,) = milestones("2011 жылы Чехия мен Непал арасында Жоғары сауда кеңесі құрылды.")
    assert (found.type, {a.code for a in found.parties}) == ("founded", {"CZE", "NPL"})
    assert found.name == "Жоғары сауда кеңесі"
    assert milestones("2011 жылы Чехия мен Непал арасында кеңес құрылды.") == []


def test_states_told_together_change_together():
    (found,) = milestones("1991 жылы Эстония мен Латвия тәуелсіздігін жариялады.")
    assert ([a.code for a in found.parties], found.name) == (["EST", "LVA"], "Эстония, Латвия")


def test_a_building_that_is_built_is_no_founding():
    assert milestones("Чехия көпір құрылысына қаржы құйды.") == []


def test_what_lies_before_the_states_of_today_is_historical():
    (found,) = milestones("1918 жылы Литва тәуелсіздік алды.")
    assert found.auxiliary == ("historical",)
    (later,) = milestones("1991 жылғы 31 тамызда Қырғызстан тәуелсіздігін жариялады.")
    assert later.auxiliary == ()


def test_one_verb_over_several_dated_organs_tells_one_of_each():
    found = milestones("1994 жылы Литваның Қорғаныс министрлігі, 1998 жылы Литваның Сыртқы істер министрлігі құрылды.")
    assert [(str(one.date), one.parties[0].code) for one in found] == [("1994", "LTU"), ("1998", "LTU")]
    assert found[0].name != found[1].name


def test_a_dated_segment_without_an_organ_tells_nothing():
    found = milestones("1994 жылы балабақша, 1998 жылы Литваның Сыртқы істер министрлігі құрылды.")
    assert [str(one.date) for one in found] == ["1998"]


def test_independence_without_an_owner_is_that_of_the_state_spoken_of():
    (found,) = milestones("Молдова үшін 1991 жылы тәуелсіздік жариялау оңай болмады.")
    assert (found.type, [a.code for a in found.parties]) == ("independence", ["MDA"])


@pytest.mark.parametrize(
    "text",
    [
        "Қазақстан тәуелсіздік алғаннан кейін экономика өсті.",
        "Мектепте жаңа үйірме құрылды.",
        "Балалар екі топқа тарады.",
        "Ауылда кеңес өтті.",
        "Жаңа ансамбль 1994 жылы құрылды.",
        "Көктемде көлшіктер жойылды.",
    ],
)
def test_time_clauses_and_changes_of_other_things_are_no_milestones(text: str):
    assert milestones(text) == []


def test_a_milestone_is_no_event():
    # FORMAT.md, "Finer rules": a change in what a state or its organ is, is a `milestone`, not an event.
    text = "1992 жылы Өзбекстанның Сыртқы істер министрлігі құрылды. Кеңес Одағы 1991 жылы ыдырады."
    assert {fact.kind for fact in facts(text)} == {"milestone"}

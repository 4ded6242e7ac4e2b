"""Words that point back mean whom a careful reader would take; what was not told stays open."""

import pytest

from qatynas.facts.kinds import Event
from qatynas.reading.reader import read_text


def events(text: str) -> list[Event]:
    return [fact for fact in read_text(text, language="kk", mentions=False).facts if isinstance(fact, Event)]


def sides(event: Event) -> set[str | None]:
    return {actor.code for actor in event.actors}


@pytest.mark.parametrize(
    ("before", "after", "codes"),
    [
        ("Чили мен Перу сауда туралы келіссөз жүргізді.", "Тараптар келесі жылы кездесуге уағдаласты.", {"CHL", "PER"}),
        ("Иран, Ирак және Сирия келіссөз бастады.", "Үш ел шекараны ашуға келісті.", {"IRN", "IRQ", "SYR"}),
        ("Кения, Уганда және Танзания келіссөз бастады.", "Аталған мемлекеттер келісті.", {"KEN", "UGA", "TZA"}),
        ("Непал мен Бутан басшылары кездесті.", "Президенттер достық туралы шартқа қол қойды.", {"NPL", "BTN"}),
    ],
    ids=["the sides", "three states", "those told", "offices together"],
)
def test_a_group_is_the_states_told_just_before(before: str, after: str, codes: set[str]):
    last = events(f"{before} {after}")[-1]
    assert sides(last) == codes
    assert last.evidence[1].quote in before


def test_those_who_stand_side_by_side_go_before_others_of_the_sentence():
    found = events("Чад, Нигер және Мали Францияға нота жолдады. Бұл елдер Францияны айыптады.")
    assert {a.code for a in found[-1].actor} == {"TCD", "NER", "MLI"}
    assert [a.code for a in found[-1].recipient] == ["FRA"]


def test_a_bare_noun_stands_for_the_organisation_told_last():
    found = events("2001 жылы Шанхай ынтымақтастық ұйымы құрылды. Ұйымға 2017 жылы Пәкістан қосылды.")[-1]
    assert ([a.code for a in found.actor], [a.code for a in found.recipient]) == (["PAK"], ["SCO"])


@pytest.mark.parametrize("text", ["Тараптар кездесті.", "Үш ел келісті.", "Ұйымға жаңа мүше қосылды."])
def test_who_was_never_told_is_not_made_up(text: str):
    assert all(not event.actors for event in events(text))


def test_a_number_that_does_not_fit_points_to_nobody():
    assert [sides(e) for e in events("Чили мен Перу кездесті. Бес ел шекараны ашуға келісті.")[1:]] in ([], [set()])

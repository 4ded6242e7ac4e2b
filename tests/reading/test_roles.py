"""Roles: which parties of a clause fill which role of a frame."""

from qatynas.documents.text import Text
from qatynas.languages.registry import language
from qatynas.reading.roles import actors, fill
from qatynas.reading.scene import Scene
from qatynas.reading.story import scenes

KAZAKH = language("kk")


def roles(text: str, sense: str) -> dict[str, list[str | None]]:
    found: list[Scene] = scenes("t", Text(text), KAZAKH, list(KAZAKH.sentences(text)), None)
    scene = found[-1]
    hit = next(h for h in scene.hits if h.sense.id == sense)
    return {role: [a.code for a in actors(parties, scene)] for role, parties in fill(scene, hit).items()}


def test_the_case_of_a_party_gives_its_role():
    assert roles("Оман Иранға көмек көрсетті.", "help") == {"actor": ["OMN"], "recipient": ["IRN"]}
    assert roles("Иранға Оман көмек көрсетті.", "help") == {"actor": ["OMN"], "recipient": ["IRN"]}


def test_the_noun_that_a_party_owns_may_give_its_role():
    assert roles("Оман Иранның тәуелсіздігін мойындады.", "recognise") == {"actor": ["OMN"], "recipient": ["IRN"]}


def test_a_postposition_may_give_the_role():
    assert roles("Оман Иранға қарсы санкция салды.", "sanction")["recipient"] == ["IRN"]
    assert roles("Оман мен Иран арасында қарулы қақтығыс болды.", "clash") == {"actor": ["OMN", "IRN"]}


def test_both_sides_of_a_mutual_act_are_found_however_they_are_marked():
    assert roles("Оман Иранмен кездесті.", "meet") == {"actor": ["OMN", "IRN"]}


def test_the_subject_of_the_sentence_is_shared_by_a_clause_without_one():
    text = "Оман Иранмен келіссөз жүргізіп, Катарға көмек көрсетті."
    assert roles(text, "help") == {"actor": ["OMN"], "recipient": ["QAT"]}


def test_a_subject_behind_a_nominal_act_is_found():
    assert roles("Иранға сапар кезінде Оман Президенті сөз сөйледі.", "visit")["recipient"] == ["IRN"]
    assert roles("Иранға сапар кезінде Оман Президенті сөз сөйледі.", "visit")["actor"] == ["OMN"]


def test_the_head_of_a_relative_clause_fills_a_role():
    assert "OMN" in roles("Иранға көмек көрсеткен Оман дамыды.", "help")["actor"]


def test_a_party_fills_one_role_only():
    found = roles("Оман Президенті Иранға барды.", "visit")
    assert not set(found["actor"]) & set(found["recipient"])


def test_a_city_that_is_no_capital_is_reached_but_does_not_act():
    assert roles("Оман министрі Алматыға келді.", "visit") == {"actor": ["OMN"], "recipient": ["KAZ"]}
    assert roles("Алматы Иранға көмек көрсетті.", "help")["actor"] == []


def test_the_two_countries_are_the_sides_of_the_relation():
    text = "Қазақстан мен Оман достасты. Оман Қазақстанға барды. Екі ел кездесті."
    assert roles(text, "meet") == {"actor": ["KAZ", "OMN"]}

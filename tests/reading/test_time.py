"""Time: the date of an act and how it is told, by mood, tense and the words around it."""

import pytest

from qatynas.documents.text import Text
from qatynas.facts.edtf import Edtf
from qatynas.languages.registry import language
from qatynas.reading.reader import read_text
from qatynas.reading.scene import Scene
from qatynas.reading.story import scenes
from qatynas.reading.time import auxiliary, date_before, date_of, dates_within, is_past_era

KAZAKH = language("kk")


def scene_of(text: str) -> Scene:
    (found,) = scenes("t", Text(text), KAZAKH, list(KAZAKH.sentences(text)), None)
    return found


def dated(text: str, sense: str) -> str:
    scene = scene_of(text)
    hit = next(h for h in scene.hits if h.sense.id == sense)
    return str(date_of(scene, scene.clause_of(hit.last - 1), hit.last - 1))


def told(text: str) -> tuple[str, ...]:
    scene = scene_of(text)
    return auxiliary(scene, next(h for h in scene.hits if h.sense.kind == "event"), None)


def test_the_nearest_date_before_the_verb_is_that_of_the_act():
    assert dated("1995 жылы Оман Иранға көмек көрсетті.", "help") == "1995"


def test_a_date_behind_a_nominal_act_is_its_own():
    assert dated("Оман министрінің Иранға сапары 1996 жылы басталды.", "visit") == "1996"


def test_each_clause_has_its_own_date():
    text = "1995 жылы Оман Иранға көмек көрсетіп, 1999 жылы Катармен дипломатиялық қатынас орнатты."
    assert dated(text, "help") == "1995"
    assert dated(text, "establish_relations") == "1999"


def test_the_only_date_of_a_sentence_holds_for_a_clause_without_one():
    assert dated("1995 жылы Оман дамып, Иранға көмек көрсетті.", "help") == "1995"


def test_of_two_dates_of_other_clauses_none_is_taken():
    text = "1995 жылы Оман дамып, 1999 жылы өзгеріп, Иранға көмек көрсетті."
    assert dated(text, "help") == "None"


def test_an_impossible_date_is_none():
    assert dated("1995 жылғы 31 ақпанда Оман Иранға көмек көрсетті.", "help") == "None"


def test_dates_within_words_are_told_in_order():
    scene = scene_of("1995 жылы Оман, 1999 жылы Иран дамыды.")
    assert [str(d.date) for d in dates_within(scene, 0, len(scene.words))] == ["1995", "1999"]
    assert dates_within(scene, 2, 2) == []
    assert date_before(scene, 2, 4) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Оман Иранға көмек көрсетті.", ()),
        ("Оман Иранға әскер енгізеді.", ("future",)),
        ("Оман Иранға көмек көрсетпек.", ("future",)),
        ("Оман Иранға көмек көрсетуді жоспарлап отыр.", ("future",)),
        ("Келесі жылы Оман Иранға көмек көрсетуі тиіс.", ("future",)),
        ("Оман Иранға көмек көрсетсе, жақсы.", ("hypothetical",)),
        ("Оман Иранға көмек көрсетуі мүмкін.", ("hypothetical",)),
        ("Оман Иранға көмек көрсеткен жоқ.", ("negation",)),
    ],
    ids=["past", "aorist", "intention", "planned", "due", "if", "may", "not"],
)
def test_the_words_around_an_act_tell_how_it_stands(text: str, expected: tuple[str, ...]):
    assert told(text) == expected


@pytest.mark.parametrize(
    ("date", "past"),
    [("1885", True), ("18XX", True), ("1995", False), ("1900/1950", True), ("1900/..", False), (None, False)],
)
def test_what_lies_wholly_before_independence_is_a_past_era(date: str | None, past: bool):
    assert is_past_era(Edtf.parse(date) if date else None) is past


def test_history_is_told_by_the_date():
    scene = scene_of("Оман Иранға көмек көрсетті.")
    assert auxiliary(scene, scene.hits[0], Edtf.parse("1885")) == ("historical",)


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("Иран мен Оман 1992 жылы шартқа қол қойды, Иран Оманға көмек көрсетті.", {"1992"}),
        ("Иран мен Оман 1992 жылы шартқа қол қойды, көп ұзамай Иран Оманға көмек көрсетті.", {"1992", None}),
        ("Иран мен Оман 1992 жылы шартқа қол қойды, кейінірек Иран Оманға көмек көрсетті.", {"1992", None}),
    ],
    ids=["the same", "before long", "later"],
)
def test_an_act_of_another_time_does_not_take_the_date_of_its_sentence(text: str, dates: set[str | None]):
    events = [fact for fact in read_text(text, language="kk").facts if fact.kind == "event"]
    assert {str(event.date) if event.date else None for event in events} == dates


def whys(text: str, date: str | None = None) -> list[str | None]:
    return [fact.why.roles.get("date") for fact in read_text(text, language="kk", date=date).facts if fact.why]


def test_an_impossible_date_reaches_the_fact_with_its_words():
    found = read_text("1995 жылғы 31 ақпанда Оман Иранға көмек көрсетті.", language="kk")
    (event,) = (fact for fact in found.facts if fact.kind == "event")
    assert (event.date, event.why.roles["date"]) == (None, "impossible: 1995 жылғы 31 ақпанда")
    (mention,) = (fact for fact in found.mentions if fact.label == "DATE")
    assert (mention.date, mention.why.roles["date"]) == (None, "impossible: 1995 жылғы 31 ақпанда")


def test_a_relative_date_that_nothing_resolves_reaches_the_fact_with_its_words():
    assert whys("Былтыр Оман Иранға көмек көрсетті.") == ["relative: Былтыр"]
    assert whys("Былтыр Оман Иранға көмек көрсетті.", date="2020-05-20") == [None]


def test_the_words_of_a_date_that_is_none_are_told_as_they_stand_in_the_original():
    assert whys("1995  жылғы 31  ақпанда Оман Иранға көмек көрсетті.") == ["impossible: 1995  жылғы 31  ақпанда"]


def test_no_other_date_takes_the_place_of_an_impossible_one():
    text = "1995 жылы дамып, 1999 жылғы 31 ақпанда Оман Иранға көмек көрсетті."
    assert dated(text, "help") == "None"


def test_no_other_clauses_date_takes_the_place_of_one_that_nothing_resolves():
    text = "Былтыр Оман Иранға көмек көрсетіп, 1999 жылы Катар дамыды."
    assert dated(text, "help") == "None"


def test_a_fact_with_a_date_says_nothing_of_others():
    text = "1999 жылғы 31 ақпанда емес, 1999 жылғы 1 наурызда Оман Иранға көмек көрсетті."
    assert whys(text) == [None]

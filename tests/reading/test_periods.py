"""Periods: stretches of a relation that an author sets apart."""

import pytest

from qatynas.facts.kinds import Period
from qatynas.reading.reader import read_text


def periods(text: str) -> list[Period]:
    return [fact for fact in read_text(text, language="kk").facts if isinstance(fact, Period)]


THREE = (
    "Қазақстан мен Венгрия қатынастарында екі кезеңді бөлуге болады: танысу кезеңі (1992-1996 жылдар); "
    "өсу кезеңі (1997-2005 жылдар)."
)


def test_a_label_before_an_interval_in_brackets_is_a_period_of_the_relation():
    one, two = periods(THREE)
    assert [(one.label, str(one.date)), (two.label, str(two.date))] == [
        ("танысу кезеңі", "1992/1996"),
        ("өсу кезеңі", "1997/2005"),
    ]
    assert [actor.code for actor in one.parties] == ["KAZ", "HUN"]
    assert one.evidence[0].quote == "танысу кезеңі (1992-1996 жылдар)"
    assert one.by == "author"


def test_the_sentence_before_may_announce_the_periods():
    text = (
        "Литва елшісі Витаутас Наудужас Қазақстан мен Литва қатынасын екі кезеңге бөледі. "
        "Алғашқысы – танысу (1992-1996 жылдар)."
    )
    (found,) = periods(text)
    assert str(found.date) == "1992/1996"
    assert {actor.code for actor in found.parties} == {"KAZ", "LTU"}


@pytest.mark.parametrize(
    ("who", "by"),
    [
        ("Ерлан Смайлов Қазақстан мен Литва тарихында бір кезеңді бөледі", "Ерлан Смайлов"),
        ("Тарихшы Ерлан Смайлов Қазақстан мен Литва тарихында бір кезеңді бөледі", "Ерлан Смайлов"),
        ("Авторлар Қазақстан мен Литва тарихында бір кезеңді ажыратады", "автор"),
        ("Зерттеушілер Қазақстан мен Литва тарихында бір кезеңді бөледі", "Зерттеушілер"),
        ("Қазақстан мен Литва қатынасында бір кезең бөлінеді", "author"),
        ("Бақылаушылардың ойынша, Қазақстан мен Литва қатынасында бір кезең бар", "бақылаушы"),
    ],
    ids=["a person", "a person with an office", "a bare noun", "experts", "nobody", "an opinion"],
)
def test_a_periodisation_belongs_to_whoever_made_it(who: str, by: str):
    (found,) = periods(f"{who}: танысу (1992-1996 жылдар).")
    assert found.by == by


@pytest.mark.parametrize(
    "text",
    [
        "Қазақстан мен Венгрия достығы ұзаққа созылды (1992-2005 жылдар).",
        "Қазақстан мен Венгрия қатынасының кезеңі: қол қою (1996 жыл).",
        "Қазақстан мен Венгрия қатынасының кезеңі: тыныштық (соғыссыз 1992-1996 жылдар).",
        "Қазақстан мен Венгрия қатынасының кезеңі: тыныштық (бейбіт өмір).",
        "Жаңа кезең басталды.",
    ],
    ids=["no word for it", "a year", "more in the brackets", "no date", "no brackets"],
)
def test_other_brackets_are_no_periods(text: str):
    assert periods(text) == []

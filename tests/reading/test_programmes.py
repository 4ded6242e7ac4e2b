"""Programmes: each once, with who pays, money and people gathered from the passages that speak of it."""

from collections.abc import Sequence
from functools import cache

import pytest

from qatynas.facts.kinds import Money, Programme
from qatynas.reading.reader import read_text


@cache
def programmes(text: str) -> Sequence[Programme]:
    return [fact for fact in read_text(text, language="kk").facts if isinstance(fact, Programme)]


TOLD = (
    "Норвегия ашқан «Көпір» (NBR) бағдарламасы Қазақстанға арналды. "
    "NBR бағдарламасы 2 млн-нан астам доллар бөлді. Бағдарламаға 300 студент қатысты. Бағдарламаға 40 студент келді."
)


def test_a_programme_is_told_once_with_its_name_and_abbreviation():
    (found,) = programmes(TOLD)
    assert (found.name, found.abbreviation) == ("Көпір", "NBR")
    assert [actor.code for actor in found.parties] == ["NOR", "KAZ"]


def test_money_and_people_are_gathered_from_later_sentences():
    (found,) = programmes(TOLD)
    assert (found.money, found.money_bound) == (Money(2_000_000, "USD"), "over")
    assert (found.people, found.people_bound) == (300, "exact")
    assert [piece.quote for piece in found.evidence][-2:] == ["2 млн-нан астам доллар", "300 студент"]


def test_amounts_told_after_other_matters_are_not_the_programmes():
    text = "Норвегия ашқан «Көпір» бағдарламасы Қазақстанға арналды. Күз келді. Қазақстанға 300 студент оралды."
    (found,) = programmes(text)
    assert found.people is None


def test_amounts_of_a_sentence_with_two_programmes_belong_to_neither():
    text = "Норвегия «Көпір», «Дос» бағдарламалары арқылы Қазақстанның 300 студентін оқытты."
    assert {one.name for one in programmes(text)} == {"Көпір", "Дос"}
    assert {one.people for one in programmes(text)} == {None}


def test_an_abbreviation_alone_names_a_programme_and_a_later_name_completes_it():
    text = "Қазақстан NBR бағдарламасына қатысты. Норвегияның «Көпір» (NBR) бағдарламасы кең."
    (found,) = programmes(text)
    assert (found.name, found.abbreviation) == ("Көпір", "NBR")


def test_without_a_payer_the_foreign_side_stands_first():
    (found,) = programmes("«Көпір» бағдарламасы Қазақстан мен Норвегияға арналды.")
    assert [actor.code for actor in found.parties] == ["NOR", "KAZ"]


@pytest.mark.parametrize(
    "text",
    [
        "Дос болу бағдарламасы телеарнадан көрсетілді.",
        "Министр «Көпір» деп аталатын кітап жазды.",
        "Ол «Көпір» кітабын оқыды да, ертең кешкі бағдарлама көрді.",
        "Сайлау бағдарламасы жарияланды.",
    ],
)
def test_a_programme_without_a_name_is_none(text: str):
    assert list(programmes(text)) == []


def test_an_abbreviation_before_the_noun_is_the_programmes_name():
    (found,) = programmes("АҚШ-тың DRE бағдарламасы Қазақстанға көмектесті.")
    assert (found.name, found.abbreviation, [actor.code for actor in found.parties]) == ("DRE", "DRE", ["USA", "KAZ"])


@pytest.mark.parametrize(
    ("text", "name", "abbreviation"),
    [
        ("NOREX бағдарламасы 2001 жылы ашылды. Бағдарлама аясында Норвегия Непалға көмектесті.", "NOREX", "NOREX"),
        (
            "Норвегияның NOREX дәрігер алмасу бағдарламасы Непалда басталды.",
            "NOREX дәрігер алмасу",
            "NOREX",
        ),
    ],
    ids=["first in the sentence", "words between"],
)
def test_a_programme_may_be_named_by_an_abbreviation(text: str, name: str, abbreviation: str):
    (found,) = programmes(text)
    assert (found.name, found.abbreviation) == (name, abbreviation)
    assert {actor.code for actor in found.parties} == {"NOR", "NPL"}


def test_a_capital_at_the_beginning_of_a_sentence_is_no_name():
    assert programmes("Жаңа бағдарлама Норвегия мен Непалға керек. Мемлекеттік бағдарлама басталды.") == []

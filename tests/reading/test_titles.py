"""Titles of instruments: in quotes, or before a word like «туралы»."""

from collections.abc import Sequence
from functools import cache

import pytest

from qatynas.facts.kinds import Fact, Instrument
from qatynas.reading.reader import read_text


@cache
def facts(text: str) -> Sequence[Fact]:
    return read_text(text, language="kk").facts


def instruments(text: str) -> list[Instrument]:
    return [fact for fact in facts(text) if isinstance(fact, Instrument)]


def instrument(text: str) -> Instrument:
    (found,) = instruments(text)
    return found


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Қазақстан мен Кипр «Әуе қатынасы туралы» келісімге қол қойды.", "Әуе қатынасы туралы келісім"),
        ("Қазақстан мен Кипр «Ашық аспан» атты келісімге қол қойды.", "Ашық аспан келісім"),
        ("Қазақстан мен Кипр салық туралы келісімге қол қойды.", "салық туралы келісім"),
        ("Қазақстан мен Кипр туризм саласындағы келісімге қол қойды.", "туризм саласындағы келісім"),
        ("Қазақстан мен Кипр келісімге қол қойды.", None),
    ],
    ids=["quoted", "called", "about", "sphere", "none"],
)
def test_the_title_stands_in_quotes_or_before_a_word_like_about(text: str, title: str | None):
    assert instrument(text).title == title


def test_a_noun_in_any_case_stands_in_a_title_in_its_dictionary_form():
    assert instrument("Чехия 2024 жылы Непалмен виза туралы келісімді денонсациялады.").title == "виза туралы келісім"


def test_a_subject_hidden_before_a_noun_is_no_part_of_the_title():
    text = "Чехия, Оман және Непал теміржол құрылысы туралы келісімге қол қойды."
    assert instrument(text).title == "теміржол құрылысы туралы келісім"

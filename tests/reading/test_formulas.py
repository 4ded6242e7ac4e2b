"""Formulas of treaties: phrases are found by how their words begin, those with a full stop whole."""

import pytest

from qatynas.languages.registry import language
from qatynas.reading.formulas import formulas

KAZAKH = language("kk")
assert KAZAKH is not None
WORDS = formulas(KAZAKH)


@pytest.mark.parametrize(
    ("role", "text"),
    [
        ("force", "Келісім күшіне енеді."),
        ("force", "Келісім күшіне  ЕНГЕН күн"),
        ("force", "күшіне\nенсін"),
        ("this", "Осы Шарт"),
        ("for", "Үкіметі үшін"),
        ("unlimited", "белгіленбеген мерзімге"),
    ],
)
def test_a_phrase_is_found_in_any_form(role: str, text: str):
    assert WORDS.find(role, text) is not None


@pytest.mark.parametrize(
    ("role", "text"),
    [("this", "Осылайша"), ("for", "үшінші"), ("force", "тегеурін күші ененің"), ("article", "кітабап")],
)
def test_other_words_that_begin_alike_or_end_so_are_not(role: str, text: str):
    assert WORDS.find(role, text) is None


def test_the_first_the_last_and_all_are_told():
    text = "Осы Келісім мен осы Хаттама"
    first, last = WORDS.find("this", text), WORDS.last("this", text)
    assert first and last and (first.start(), last.start()) == (0, text.index("осы"))
    assert WORDS.count("this", text, 0, len(text)) == len(list(WORDS.all("this", text))) == 2
    assert WORDS.find("this", text, 1, 5) is None

"""References: which words a citation mark closes."""

import pytest

from qatynas.facts.kinds import Reference
from qatynas.reading.reader import read_text


def references(text: str) -> list[Reference]:
    return [fact for fact in read_text(text, language="kk").facts if isinstance(fact, Reference)]


def test_a_mark_supports_its_sentence():
    (found,) = references("Қазақстан мен Оман саудасы артты [3].")
    assert (found.marker, [a.code for a in found.about]) == ("3", ["KAZ", "OMN"])
    assert found.evidence[0].quote.startswith("Қазақстан мен Оман саудасы артты")


def test_a_second_mark_supports_the_words_behind_the_first():
    one, two = references("Польша астық сатып алады [5], ал Қазақстан техника импорттайды [6, 7].")
    assert (one.marker, two.marker) == ("5", "6, 7")
    assert one.evidence[0].end <= two.evidence[0].start
    assert two.evidence[0].quote.startswith("ал Қазақстан")


@pytest.mark.parametrize("mark", ["12-15", "7, 31-б.", "3; 11", "2, 14–16-бб."])
def test_a_mark_with_pages_is_kept_as_written(mark: str):
    (found,) = references(f"Қазақстан мен Оман саудасы артты [{mark}]. Сөйтіп жыл өтті.")
    assert found.marker == mark


@pytest.mark.parametrize("text", ["Саудасы артты [сурет].", "[4]", "Саудасы артты (3).", "Тізімде [] бар."])
def test_other_brackets_and_a_mark_without_words_are_no_references(text: str):
    assert references(text) == []

"""Signs in the place of a Kazakh letter are repaired by the only letter that makes a word."""

import pytest

from qatynas.documents.offsets import apply
from qatynas.languages.kazakh.lost_letters import lost_letters


def repaired(text: str) -> str:
    return apply(text, lost_letters(text))[0]


@pytest.mark.parametrize(
    ("damaged", "whole"),
    [
        ("жа¿андық", "жаһандық"),
        ("м¿мкіндік", "мүмкіндік"),
        ("±зақ жол", "ұзақ жол"),
        ("?аза?стан", "қазақстан"),
        ("хал?ы?тар", "хал?ы?тар"),
        ("халы?тар", "халықтар"),
        ("ханды?ы", "хандығы"),
        ("?здері", "?здері"),
        ("ә\ufffdгіме", "әңгіме"),
        ("к§здеді", "көздеді"),
        ("Б?ЛІМ", "Б?ЛІМ"),
    ],
)
def test_a_sign_becomes_the_only_letter_that_makes_a_word(damaged: str, whole: str) -> None:
    assert repaired(damaged) == whole
    assert repaired(whole) == whole


@pytest.mark.parametrize(
    "text",
    [
        "Қайда? Мұнда.", "Кім?деді", "Келді ме?", "±5 %", "5±0,1 мм", "¿Qué pasa?", "2§ 3-бап", "§бап", "а?б", "ж?к",
        "келді?біз", "site.kz/?аза?стан", "?????????????",
    ],
)  # fmt: skip
def test_marks_stay_marks(text: str) -> None:
    assert repaired(text) == text

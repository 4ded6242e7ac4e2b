"""Roman numerals in Latin, Cyrillic and mixed letters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qatynas.languages.kazakh.roman import roman

SIGNS = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
    (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
CYRILLIC = str.maketrans("XMCI", "ХМСІ")


def written(number: int) -> str:
    for value, sign in SIGNS:
        if number >= value:
            return sign + written(number - value)
    return ""


@given(st.integers(1, 3999))
def test_every_number_is_read_back_in_either_alphabet(number: int) -> None:
    assert roman(written(number)) == number
    assert roman(written(number).translate(CYRILLIC)) == number
    assert roman(written(number)[:1] + written(number)[1:].translate(CYRILLIC)) == number


@pytest.mark.parametrize("form", ["", "IIII", "VX", "IC", "xviii", "XVIIIa", "МХАТ", "12", "Ж"])
def test_other_letters_are_no_number(form: str) -> None:
    assert roman(form) == 0

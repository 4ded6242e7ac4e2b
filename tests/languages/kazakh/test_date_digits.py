"""Days and months in digits."""

import re

import pytest

from qatynas.languages.kazakh.date_digits import DIGITS, edtf


@pytest.mark.parametrize(
    ("digits", "expected"),
    [
        ("25.05.1992", "1992-05-25"),
        ("5.6.2014", "2014-06-05"),
        ("25/05/1992", "1992-05-25"),
        ("25-05-1992", "1992-05-25"),
        ("1992-05-25", "1992-05-25"),
        ("1992/05/25", "1992-05-25"),
        ("1992.05.25", "1992-05-25"),
        ("25.V.1992", "1992-05-25"),
        ("25.ХІІ.1992", "1992-12-25"),
        ("9-10.10.2000", "2000-10-09/2000-10-10"),
        ("05.1992", "1992-05"),
        ("31.02.2023", "2023-02-31"),
    ],
)
def test_digits_are_read_with_the_day_before_the_month(digits: str, expected: str) -> None:
    assert re.fullmatch(DIGITS, digits)
    assert edtf(digits) == expected


@pytest.mark.parametrize(
    "digits", ["1.5.12", "25.05.92", "25.05-1992", "192.168.10.12", "13.1992", "5.1992", "1.05.19"]
)
def test_other_digits_are_no_day(digits: str) -> None:
    assert not re.fullmatch(DIGITS, digits)

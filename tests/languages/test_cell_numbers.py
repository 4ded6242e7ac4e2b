import pytest
from hypothesis import given
from hypothesis import strategies as st

from qatynas.languages.cell_numbers import beside, read


@pytest.mark.parametrize(
    ("cell", "value", "currency", "bound"),
    [
        ("1,5 млрд долл.", 1.5e9, "USD", "exact"),
        ("$200 million", 2e8, "USD", "exact"),
        ("200 млн долл. США", 2e8, "USD", "exact"),
        ("5 000 000", 5e6, None, "exact"),
        ("5\u00a0000\u00a0000 теңге", 5e6, "KZT", "exact"),
        ("1.500.000", 1.5e6, None, "exact"),
        ("1,234,567.89", 1234567.89, None, "exact"),
        ("1 200,50 руб.", 1200.5, "RUB", "exact"),
        ("около 300 млн. тенге", 3e8, "KZT", "about"),
        ("более 1 млрд", 1e9, None, "over"),
        ("50 мыңнан астам", 5e4, None, "over"),
        ("0.125", 0.125, None, "exact"),
        ("0,125", 0.125, None, "exact"),
        ("-5", -5, None, "exact"),
        ("€10bn", 1e10, "EUR", "exact"),
        ("12", 12, None, "exact"),
    ],
)
def test_a_sum_is_read_with_its_scale_and_currency(cell, value, currency, bound):
    found = read(cell)
    assert (found.value, found.currency, found.bound, found.rest, found.fault) == (value, currency, bound, "", "")


def test_a_range_has_two_ends():
    assert read("5-6 мың")[:3] == (5000, 6000, "about")


def test_other_words_are_told():
    assert read("7591 км").rest == "км"


@pytest.mark.parametrize(
    ("cell", "fault"),
    [("1.500", "may be a fraction or a thousand"), ("1,500", "may be a fraction or a thousand"),
     ("көп", "is no number"),
     ("", "is no number"), ("10 и 20", "has several numbers"), ("6-5", "is no number"), ("1.2.3", "is no number")],
)  # fmt: skip
def test_a_number_that_cannot_be_told_is_none(cell, fault):
    assert (read(cell).value, read(cell).fault) == (None, fault)


def test_a_heading_tells_scale_and_currency():
    assert beside("Сомасы, млн доллар") == (1e6, "USD")
    assert beside("Сумма (тыс. тенге)") == (1e3, "KZT")
    assert beside("Сумма") == (None, None)


@given(st.text(st.sampled_from("0123456789.,- $млнтыс%~'"), max_size=20))
def test_any_words_are_a_number_or_none(cell):
    found = read(cell)
    assert (found.value is None) == bool(found.fault)
    assert found.value is None or abs(found.value) <= 1e24

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qatynas.documents.serial import shown, written

CODES = {
    "General": "number",
    "0.00": "number",
    '#,##0.00\\ "₽"': "number",
    "[Red]\\-0;0": "number",
    "_-* #,##0.00\\ _₸_-": "number",
    "@": "number",
    "0%": "percent",
    "yyyy\\-mm\\-dd": "day",
    '[$-419]d\\ mmm\\ yyyy\\ "г."': "day",
    "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy": "day",
    "dd/mm/yyyy hh:mm": "day",
    "mmm\\-yy": "month",
    "mm.yyyy": "month",
    "yyyy": "year",
    "d\\ mmm": "yearless",
    "h:mm:ss": "time",
    "mm:ss.0": "time",
    '"day" 0': "number",
}


@pytest.mark.parametrize(("code", "expected"), CODES.items())
def test_a_format_tells_how_much_of_a_date_is_shown(code, expected):
    assert shown(200, code) == expected


def test_formats_without_a_code_are_built_in():
    assert [shown(number, None) for number in (0, 9, 14, 16, 17, 21, 44, 999)] == [
        "number", "percent", "day", "yearless", "month", "time", "number", "number",
    ]  # fmt: skip


def test_the_first_days_are_counted_as_spreadsheets_do():
    days = {"1": "1900-01-01", "59": "1900-02-28", "60": "1900-02-29", "61": "1900-03-01"}
    assert {serial: written(serial, "day") for serial in days} == days


@given(st.dates(datetime.date(1900, 3, 1)))
def test_every_day_comes_back_in_both_systems(day):
    since_1900 = (day - datetime.date(1899, 12, 30)).days
    assert written(str(since_1900), "day") == day.isoformat()
    if day.year >= 1904:
        assert written(str(since_1900 - 1462), "day", since_1904=True) == day.isoformat()


@pytest.mark.parametrize(
    ("value", "how", "expected"),
    [
        ("33749", "day", "1992-05-25"),
        ("33749", "month", "1992-05"),
        ("33749", "year", "1992"),
        ("33749", "yearless", "XXXX-05-25"),
        ("33749.4375", "day", "1992-05-25 10:30"),
        ("0.5", "time", "12:00"),
        ("-3", "day", "-3"),
        ("2958466", "day", "2958466"),
        ("1e999", "day", "inf"),
        ("#REF!", "day", "#REF!"),
        ("1.1000000000000001", "number", "1.1"),
        ("200000000", "number", "200000000"),
        ("1E-3", "number", "0.001"),
        ("0.125", "percent", "12.5%"),
    ],
)
def test_a_number_is_written_as_it_is_shown(value, how, expected):
    assert written(value, how) == expected

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qatynas.languages.cell_dates import NO_DATE, read

DATES = """
1992-05-25=1992-05-25|25.05.1992=1992-05-25|25.5.1992 г.=1992-05-25|08.12.1991г.=1991-12-08|25/05/1992=1992-05-25
05/25/1992=1992-05-25|3.4.1992=1992-04-03|1992=1992|1992 г.=1992|1992 ж.=1992|1992 жыл=1992|1992 ж. 25 мамыр=1992-05-25
1992 жылғы 25 мамырда=1992-05-25|1991 жылғы 16 желтоқсан=1991-12-16|25 мамыр 1992=1992-05-25|25 мая 1992 г.=1992-05-25
25 мая 1992 года=1992-05-25|May 25, 1992=1992-05-25|25 May 1992=1992-05-25|25th of May 1992=1992-05-25
Dec 1991=1991-12|май 1992=1992-05|мамыр 1992=1992-05|12.1991=1991-12|09/2001=2001-09|25.V.1992=1992-05-25
1992-1995=1992/1995|1992–1995 гг.=1992/1995|1992-1995 жж.=1992/1995|1941-45=1941/1945|1920-30=1920/1930
1992/93=1992/1993
с 1992 по 1995=1992/1995|from 1992 to 1995=1992/1995|1992 жылдан 1995 жылға дейін=1992/1995|с 1992 г.=1992/..
1992 – н.в.=1992/..|since 1992=1992/..|1992 жылдан бастап=1992/..|25–27 мая 1992=1992-05-25/1992-05-27
25 мая – 3 июня 1992 г.=1992-05-25/1992-06-03|25-27.05.1992=1992-05-25/1992-05-27|май-июнь 1992=1992-05/1992-06
10-11 желтоқсан 1991 жыл=1991-12-10/1991-12-11|XVIII в.=17XX|XVIII ғасыр=17XX|18th century=17XX|1990-е гг.=199X
1990s=199X|1990 жылдары=199X|около 1992=1992~|ca. 1992=1992~|~1992=1992~|1992?=1992?|1992, 1995={1992,1995}
25.05.1992; 26.05.1992={1992-05-25,1992-05-26}|2003, 2008 және 2012 жылдары={2003,2008,2012}
53 г. до н.э.=-0052|1 BC=0000
весна 1992=1992-21|1992 жылдың көктемі=1992-21|1992-05-25 10:30=1992-05-25|1992-05-25T00:00:00=1992-05-25
25.05.1992 0:00:00=1992-05-25|25 мамыр 1992, Мәскеу=1992-05-25|2000-10-09/2000-10-10=2000-10-09/2000-10-10|17XX=17XX
1992.05.25=1992-05-25|2001-9-11=2001-09-11|1992-05=1992-05|1995/..=1995/..
"""
CASES = [tuple(pair.split("=")) for line in DATES.split("\n") for pair in line.split("|") if pair]


@pytest.mark.parametrize(("cell", "expected"), CASES)
def test_a_date_is_read_as_people_write_it(cell, expected):
    assert (str(read(cell).date), read(cell).fault) == (expected, "")


def test_there_are_as_many_ways_as_people_have():
    assert len(CASES) > 60


@pytest.mark.parametrize(
    "cell",
    ["31.02.1999", "31 ақпан 2023", "29.02.1900", "20222", "33749", "1995/1992", "Договор", "белгісіз", "1.1.1",
     "", " ", "1992-13", "в мае после 1992 года договора", "25.13.1992", "00.05.1992", "2022 жылы 5 рет кездесті"],
)  # fmt: skip
def test_what_is_no_date_is_not_guessed(cell):
    assert read(cell) == (None, NO_DATE)


@pytest.mark.parametrize(
    ("cell", "fault"),
    [
        ("25 мая", "tells no year"),
        ("5 мамыр", "tells no year"),
        ("XXXX-05-25", "tells no year"),
        ("25.05.92", "has a year of two digits, which tells no century"),
    ],
)
def test_what_a_date_lacks_is_told(cell, fault):
    assert read(cell) == (None, fault)


def test_a_day_takes_the_year_of_the_rows_around():
    assert [str(read(cell, year=1992).date) for cell in ("25 мая", "5 мамыр", "XXXX-05-25")] == [
        "1992-05-25", "1992-05-05", "1992-05-25",
    ]  # fmt: skip


def test_a_day_that_may_be_a_month_is_both_unless_somebody_says():
    assert str(read("03/04/1992").date) == "[1992-03-04,1992-04-03]"
    assert read("03/04/1992").fault == "may be day or month first"
    assert str(read("03/04/1992", "day-first").date) == "1992-04-03"
    assert str(read("03/04/1992", "month-first").date) == "1992-03-04"
    assert read("13/04/1992", "month-first") == (None, NO_DATE)
    assert str(read("05-05-1992").date) == "1992-05-05"


@given(st.dates())
def test_every_day_is_read_in_digits(day):
    assert str(read(day.isoformat()).date) == day.isoformat()
    assert str(read(f"{day.day}.{day.month:02}.{day.year:04}").date) == day.isoformat()


@given(st.text(st.sampled_from("0123456789-/.,;~?[]{}XIVв мая жылы гг"), max_size=24))
def test_any_words_are_a_date_or_none(cell):
    found = read(cell)
    assert (found.date is None) == (found.fault != "" and not found.fault.startswith("may be"))

import pickle
import warnings
from datetime import date
from types import ModuleType
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from qatynas.errors import EdtfError
from qatynas.facts.edtf import Edtf
from strategies import EDTF_DATES, EDTF_TEXTS, PLAIN, SEASONS, WHOLE, intervals


def day(text: str) -> int | None:
    return date.fromisoformat(text).toordinal() if text else None


# Text, first day, last day; an empty day is an open or unknown end.
EXAMPLES = [
    ("1992-05-25", "1992-05-25", "1992-05-25"),
    ("1992-05", "1992-05-01", "1992-05-31"),
    ("1992", "1992-01-01", "1992-12-31"),
    ("1992-02", "1992-02-01", "1992-02-29"),
    ("1900-02", "1900-02-01", "1900-02-28"),
    ("2000-02-29", "2000-02-29", "2000-02-29"),
    ("178X", "1780-01-01", "1789-12-31"),
    ("17XX", "1700-01-01", "1799-12-31"),
    ("1992-XX", "1992-01-01", "1992-12-31"),
    ("1992-02-XX", "1992-02-01", "1992-02-29"),
    ("1992-XX-XX", "1992-01-01", "1992-12-31"),
    ("1992-1X", "1992-10-01", "1992-12-31"),
    ("1992-05-3X", "1992-05-30", "1992-05-31"),
    ("156X-12-25", "1560-12-25", "1569-12-25"),
    ("15XX-02-29", "1504-02-29", "1596-02-29"),
    ("1X92-XX-31", "1092-01-31", "1992-12-31"),
    ("2001~", "2001-01-01", "2001-12-31"),
    ("1992-05?", "1992-05-01", "1992-05-31"),
    ("1992-05-25%", "1992-05-25", "1992-05-25"),
    ("2004?-06-11", "2004-06-11", "2004-06-11"),
    ("2004-~06-11", "2004-06-11", "2004-06-11"),
    ("?2004-06-~11", "2004-06-11", "2004-06-11"),
    ("2001-21", "2001-03-01", "2001-05-31"),
    ("2001-22~", "2001-06-01", "2001-08-31"),
    ("2001-23", "2001-09-01", "2001-11-30"),
    ("2001-24", "2001-12-01", "2001-12-31"),
    ("2001-29", "2001-09-01", "2001-11-30"),
    ("2001-32", "2001-06-01", "2001-08-31"),
    ("2010-33", "2010-01-01", "2010-03-31"),
    ("2010-36", "2010-10-01", "2010-12-31"),
    ("2010-37", "2010-01-01", "2010-04-30"),
    ("2012-40", "2012-01-01", "2012-06-30"),
    ("2012-41", "2012-07-01", "2012-12-31"),
    ("199X-21", "1990-03-01", "1999-05-31"),
    ("1964/2008", "1964-01-01", "2008-12-31"),
    ("2004-06/2006-08", "2004-06-01", "2006-08-31"),
    ("2000-10-09/2000-10-10", "2000-10-09", "2000-10-10"),
    ("15XX/16XX", "1500-01-01", "1699-12-31"),
    ("1992-05/1992", "1992-05-01", "1992-12-31"),
    ("1995/..", "1995-01-01", ""),
    ("1995/", "1995-01-01", ""),
    ("../2030", "", "2030-12-31"),
    ("/2030", "", "2030-12-31"),
    ("1984~/2004-06", "1984-01-01", "2004-06-30"),
    ("2004-06-~01/2004-06-~20", "2004-06-01", "2004-06-20"),
    ("{2001,2002}", "2001-01-01", "2002-12-31"),
    ("[1667,1668,1670..1672]", "1667-01-01", "1672-12-31"),
    ("{1960,1961-12}", "1960-01-01", "1961-12-31"),
    ("[1760-01,1760-02,1760-12..]", "1760-01-01", ""),
    ("[..1760-12-03]", "", "1760-12-03"),
]

WRONG = [
    ("", "not written as a date"),
    ("1992 ", "not written as a date"),
    ("92", "not written as a date"),
    ("1992-5", "not written as a date"),
    ("25.05.1992", "not written as a date"),
    ("1992-05-25T10:00:00", "not written as a date"),
    ("١٩٩٢", "not written as a date"),
    ("2001~~", "not written as a date"),
    ("Y2022", "not written as a date"),
    ("Y02022", "not written as a date"),
    ("Y1234567890", "not written as a date"),
    ("-0000", "the year 0 has no sign"),
    ("1992-13", "no such month or season"),
    ("1992-00", "no such month or season"),
    ("1992-42", "no such month or season"),
    ("1992-2X", "no such month or season"),
    ("2023-02-31", "no such day"),
    ("2023-02-29", "no such day"),
    ("1900-02-29", "no such day"),
    ("1992-05-00", "no such day"),
    ("1992-02-3X", "no such day"),
    ("1992-21-01", "a season has no days"),
    ("2004/2003", "ends before it begins"),
    ("2004-06/2004-05", "ends before it begins"),
    ("1990/1991/1992", "two ends"),
    ("../..", "open at both ends"),
    ("/", "open at both ends"),
    ("{2003..2001}", "ends before it begins"),
    ("{2001,2002", "bracket is not closed"),
    ("{2001,2002]", "bracket is not closed"),
    ("[]", "not written as a date"),
    ("[2001,..2003]", "only the first member"),
    ("[2001..,2003]", "only the first member"),
]


@pytest.mark.parametrize(("text", "first", "last"), EXAMPLES)
def test_a_date_has_a_first_and_a_last_day(text: str, first: str, last: str):
    read = Edtf.parse(text)
    assert (read.earliest, read.latest, str(read)) == (day(first), day(last), text)


@pytest.mark.parametrize(("text", "reason"), WRONG)
def test_what_is_no_date_is_refused_with_its_name_and_the_reason(text: str, reason: str):
    with pytest.raises(EdtfError, match=f"^«[^»]*» is no EDTF date: .*{reason}") as told:
        Edtf.parse(text)
    assert text in str(told.value)


@pytest.mark.parametrize(
    ("text", "years", "first"),
    [
        ("0001", (1, 1), 1),
        ("0000", (0, 0), -365),
        ("-0001", (-1, -1), -730),
        ("-0044-03-15", (-44, -44), -16_362),
        ("-01XX", (-199, -100), -73_048),
        ("Y20222", (20_222, 20_222), 7_385_569),
        ("Y-20000", (-20_000, -20_000), -7_305_215),
    ],
)
def test_years_outside_the_calendar_of_python_have_bounds(text: str, years: tuple[int, int], first: int):
    read = Edtf.parse(text)
    assert (read.year_range, read.earliest) == (years, first)


def test_a_long_year_is_as_long_as_its_gregorian_cycle_tells():
    assert 20 * 146_097 + (Edtf.parse("2222").earliest or 0) + 25 * 146_097 == Edtf.parse("Y20222").earliest


def test_an_open_end_has_no_year():
    assert Edtf.parse("1995/..").year_range == (1995, None)
    assert Edtf.parse("../2030").year_range == (None, 2030)


def test_dates_are_equal_when_they_are_written_alike():
    assert Edtf.parse("1992") == Edtf.parse("1992")
    assert len({Edtf.parse("1992"), Edtf.parse("1992"), Edtf.parse("1992~")}) == 2
    assert Edtf.parse("1992") != "1992"


def test_a_date_is_immutable():
    with pytest.raises(AttributeError):
        Edtf.parse("1992").earliest = 1
    with pytest.raises(AttributeError):
        del Edtf.parse("1992").latest


def test_only_what_is_written_with_a_slash_is_an_interval():
    assert [Edtf.parse(text).is_interval for text in ("1992/1993", "1992/..", "1992", "{1992,1993}")] == [
        *(True, True),
        *(False, False),
    ]


def test_dates_sort_by_their_beginning_and_open_beginnings_by_their_end():
    chronology = ["17XX", "1992", "1992-05", "1992-05-25", "1992-05/1993", "1992-05/..", "../1994", "1995"]
    ordered = sorted(map(Edtf.parse, reversed(chronology)), key=lambda read: read.sort_key)
    assert list(map(str, ordered)) == [
        "17XX",
        "1992",
        "1992-05",
        "1992-05/1993",
        "1992-05/..",
        *chronology[3:4],
        *chronology[6:],
    ]


@given(EDTF_TEXTS)
def test_what_is_read_is_what_is_written(text: str):
    read = Edtf.parse(text)
    assert str(read) == text
    assert Edtf.parse(str(read)) == read
    assert repr(read) == f"Edtf({text!r})"


@given(EDTF_DATES)
def test_a_date_survives_pickling(read: Edtf):
    back = pickle.loads(pickle.dumps(read))
    assert (back, back.earliest, back.latest) == (read, read.earliest, read.latest)


@given(EDTF_DATES)
def test_the_first_day_is_never_after_the_last(read: Edtf):
    assert read.earliest is not None or read.latest is not None
    assert read.earliest is None or read.latest is None or read.earliest <= read.latest


@given(st.dates())
def test_a_day_has_pythons_ordinal(told: date):
    read = Edtf.parse(told.isoformat())
    assert read.earliest == read.latest == told.toordinal()


@given(st.text("0123456789X-/.,[]{}~?%Y", max_size=14))
def test_any_string_is_read_or_refused_and_never_breaks(text: str):
    try:
        assert str(Edtf.parse(text)) == text
    except EdtfError as error:
        assert "\n" not in str(error)


@pytest.fixture(scope="module")
def oracle() -> ModuleType:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import edtf
    return edtf


@settings(max_examples=50, deadline=None)
@given(st.one_of(PLAIN, SEASONS, intervals(WHOLE)))
def test_bounds_agree_with_the_package_edtf(oracle: ModuleType, text: str):
    read = Edtf.parse(text)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        told: Any = oracle.parse_edtf(text)
        first, last = told.lower_strict(), told.upper_strict()
    # The package has other values of its own for open ends, and reads no masks beside them.
    if read.earliest is not None:
        assert read.earliest == date(*first[:3]).toordinal()
    if read.latest is not None:
        assert read.latest == date(*last[:3]).toordinal()


@settings(max_examples=50, deadline=None)
@given(year=st.integers(1000, 2100), month=st.integers(0, 14), number=st.integers(0, 32))
def test_the_package_edtf_refuses_the_same_days(oracle: ModuleType, year: int, month: int, number: int):
    # The package takes a 29 February of any year.
    assume((month, number) != (2, 29))
    text = f"{year}-{month:02}-{number:02}"
    try:
        oracle.parse_edtf(text)
    except oracle.EDTFParseException:
        with pytest.raises(EdtfError):
            Edtf.parse(text)
    else:
        assert str(Edtf.parse(text)) == text

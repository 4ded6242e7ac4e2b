"""The registry of leaders: who held which office when."""

from datetime import date
from itertools import pairwise

import pytest

from qatynas.errors import DataFileError
from qatynas.ontology.leaders import COLUMNS, Day, Post, holder, load, out_of_date, registry, terms_of
from qatynas.ontology.tables import parse

WHOLE = ("KAZ", "RUS", "USA", "CHN", "KGZ", "UZB", "TJK", "TKM", "TUR")
AS_OF = b"-\tas_of\t-\t2025-12-31\n"


def on(text: str) -> Day:
    day = date.fromisoformat(text)
    return Day(day, day)


@pytest.mark.parametrize(
    ("code", "office", "day", "person"),
    [
        ("KAZ", "head_of_state", "1992-05-25", "Nursultan Nazarbayev"),
        ("KAZ", "head_of_state", "2019-06-12", "Kassym-Jomart Tokayev"),
        ("KAZ", "head_of_government", "2000-03-01", "Kassym-Jomart Tokayev"),
        ("KAZ", "foreign_minister", "2006-09-29", "Kassym-Jomart Tokayev"),
        ("KAZ", "foreign_minister", "2010-12-01", "Kanat Saudabayev"),
        ("RUS", "head_of_state", "1998-07-06", "Boris Yeltsin"),
        ("RUS", "head_of_government", "1998-08-31", "Viktor Chernomyrdin"),
        ("RUS", "head_of_state", "2010-07-05", "Dmitry Medvedev"),
        ("RUS", "head_of_government", "2010-07-05", "Vladimir Putin"),
        ("USA", "head_of_state", "1992-05-19", "George H. W. Bush"),
        ("USA", "head_of_state", "2006-09-29", "George W. Bush"),
        ("USA", "head_of_government", "2006-09-29", "George W. Bush"),
        ("USA", "foreign_minister", "2010-12-01", "Hillary Clinton"),
        ("CHN", "head_of_government", "2023-09-01", "Li Qiang"),
        ("CHN", "foreign_minister", "2023-05-01", "Qin Gang"),
        ("KGZ", "head_of_state", "2010-12-01", "Roza Otunbayeva"),
        ("KGZ", "head_of_government", "2011-05-01", "Almazbek Atambayev"),
        ("UZB", "head_of_government", "2010-01-01", "Shavkat Mirziyoyev"),
        ("UZB", "head_of_state", "2018-01-01", "Shavkat Mirziyoyev"),
        ("UZB", "head_of_government", "1991-09-01", "Islam Karimov"),
        ("TJK", "head_of_government", "1997-06-27", "Yahyo Azimov"),
        ("TKM", "head_of_government", "2010-01-01", "Gurbanguly Berdimuhamedow"),
        ("TKM", "foreign_minister", "2015-01-01", "Rashid Meredov"),
        ("TUR", "head_of_state", "1992-04-30", "Turgut Özal"),
        ("TUR", "head_of_government", "2005-01-01", "Recep Tayyip Erdoğan"),
        ("TUR", "head_of_government", "2020-01-01", "Recep Tayyip Erdoğan"),
        ("TUR", "foreign_minister", "2015-09-15", "Feridun Sinirlioğlu"),
    ],
)
def test_the_registry_tells_who_held_an_office(code: str, office: Post, day: str, person: str) -> None:
    found = holder(code, office, on(day))
    assert found is not None and found.person == person


def test_nobody_is_told_for_a_time_that_two_shared_or_that_nobody_is_listed_for() -> None:
    assert holder("RUS", "head_of_state", Day(date(2008, 1, 1), date(2008, 12, 31))) is None
    assert holder("KAZ", "head_of_state", on("1985-01-01")) is None
    assert holder("FRA", "head_of_state", on("2010-01-01")) is None


@pytest.mark.parametrize("code", WHOLE)
def test_terms_of_an_office_follow_one_another_since_1991_without_a_gap_of_a_month(code: str) -> None:
    for office in ("head_of_state", "head_of_government", "foreign_minister"):
        terms = [t for t in registry().terms if (t.code, t.office) == (code, office)]
        if code in ("USA", "TKM") and office == "head_of_government":
            continue  # the head of state leads the government
        begins = date(1992, 1, 31) if (code, office) == ("UZB", "head_of_government") else date(1991, 12, 31)
        assert terms[0].first.earliest <= begins, terms[0]
        for one, two in pairwise(terms):
            assert one.last is not None, one
            assert one.last.earliest <= two.first.latest, (one, two)
            assert (two.first.earliest - one.last.latest).days < 31, (one, two)
        assert terms[-1].last is None or (code, office) == ("TUR", "head_of_government")


def test_a_person_has_all_his_terms_under_one_name() -> None:
    offices = [term.office for term in terms_of("Kassym-Jomart Tokayev")]
    assert offices == ["head_of_state", "head_of_government", "foreign_minister", "foreign_minister"]


def test_the_registry_is_out_of_date_a_year_after_it_was_checked() -> None:
    as_of = registry().as_of
    assert not out_of_date(as_of.replace(year=as_of.year + 1))
    assert out_of_date(as_of.replace(year=as_of.year + 2))


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        (b"XYZ\thead_of_state\tA B\t1991\n", "not of polities.tsv"),
        (b"KAZ\tking\tA B\t1991\n", "office is"),
        (b"KAZ\thead_of_state\tA B\t1991-13\n", "not a year, month or day"),
        (b"KAZ\thead_of_state\tA B\t1991-02-30\n", "not a year, month or day"),
        (b"KAZ\thead_of_state\tA B\t1995\t1994\n", "ends before it begins"),
        (AS_OF, "one row of the office"),
    ],
)
def test_a_row_that_cannot_be_is_refused_with_its_line(rows: bytes, reason: str) -> None:
    with pytest.raises(DataFileError, match=reason):
        load(parse(AS_OF + rows, "leaders.tsv", COLUMNS))

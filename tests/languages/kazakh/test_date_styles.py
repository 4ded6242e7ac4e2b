"""Every day of the calendar, written in the ways in which Kazakh texts write days, is read back."""

from calendar import monthrange
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qatynas.languages.kazakh.dates import dates
from qatynas.ontology.tables import rows
from spelling import ordinal

ROWS = rows("qatynas.languages.kazakh", "data/months.tsv", ("stem", "month", "note?"))
NAMES = [row.parts("stem")[0] for row in sorted(ROWS, key=lambda row: int(row["month"]))]
LOCATIVES = ["да", "да", "та", "де", "да", "да", "де", "да", "те", "да", "да", "да"]
GENITIVES = ["дың", "ның", "дың", "дің", "дың", "ның", "нің", "дың", "тің", "ның", "ның", "ның"]

# {y} {m} {d} are numbers, {mm} {dd} with two digits, {name} the month, {loc} {gen} its cases, {yth} {dth} ordinals.
DAYS = (
    "{y} жылы {d} {loc}",
    "{y} жылғы {d} {name}",
    "{y} жылғы {d} {name} күні",
    "{y} жылғы {d}-{loc}",
    "{y} жылғы {d}-ші {loc}",
    "{y} жылдың {d} {name}ы",
    "{y}-жылғы {d}-{name}",
    "{y}-ші жылы {d} {loc}",
    "{y} ж. {d} {name}",
    "{y} жылғы «{dd}» {name}",
    "{d} {name} {y} жыл",
    "{d} {name} {y} ж.",
    "{d} {name} {y}",
    "{d} {name}, {y} жыл",
    "«{dd}» {name} {y} ж.",
    "{y} жылы {gen} {d}-інде",
    "{y} жылғы {gen} {d}-і",
    "{y} жылғы {gen} {d} күні",
    "{y} жылғы {name} айының {d}-інде",
    "{y} жылғы {gen} {dth} күні",
    "{yth} жылғы {dth} {loc}",
    "{yth} жылдың {dth} {name}ы",
    "{dd}.{mm}.{y}",
    "{dd}.{mm}.{y} ж.",
    "{dd}/{mm}/{y}",
    "{dd}-{mm}-{y}",
    "{y}-{mm}-{dd}",
    "{y}.{mm}.{dd}",
)
MONTHS = (
    "{y} жылғы {name}",
    "{y} жылы {loc}",
    "{y} жылғы {name} айында",
    "{y} жылдың {name}ы",
    "{y} ж. {name}",
    "{name} {y} жыл",
    "{name}, {y} ж.",
    "{yth} жылғы {loc}",
    "{mm}.{y} ж.",
)
YEARS = ("{y} жылы", "{y} жылғы", "{y} ж.", "{y}-жылы", "{y}-ші жылы", "{yth} жылы", "{yth} жылдың")
REAL = st.dates(date(1900, 1, 1), date(2099, 12, 31))


def written(style: str, year: int, month: int, day: int) -> str:
    name = NAMES[month - 1]
    return style.format(
        y=year, m=month, d=day, mm=f"{month:02}", dd=f"{day:02}", name=name, loc=name + LOCATIVES[month - 1],
        gen=name + GENITIVES[month - 1], yth=ordinal(year), dth=ordinal(day),
    )  # fmt: skip


def told(text: str) -> list[tuple[str, str]]:
    return [(one.words, str(one.date or one.flag)) for one in dates(text)]


@pytest.mark.parametrize("style", DAYS)
@settings(max_examples=40, deadline=None)
@given(day=REAL)
def test_every_day_is_read_back_in_every_style(style: str, day: date) -> None:
    text = written(style, day.year, day.month, day.day)
    assert told(text) == [(text, day.isoformat())]


@pytest.mark.parametrize("style", MONTHS)
@settings(max_examples=30, deadline=None)
@given(day=REAL)
def test_every_month_is_read_back_in_every_style(style: str, day: date) -> None:
    text = written(style, day.year, day.month, day.day)
    assert told(text) == [(text, day.isoformat()[:7])]


@pytest.mark.parametrize("style", YEARS)
@settings(max_examples=30, deadline=None)
@given(year=st.integers(1000, 2999))
def test_every_year_is_read_back_in_every_style(style: str, year: int) -> None:
    text = written(style, year, 1, 1)
    assert told(text) == [(text, f"{year}")]


@pytest.mark.parametrize("style", DAYS)
@settings(max_examples=20, deadline=None)
@given(year=st.integers(1900, 2099), month=st.sampled_from((2, 4, 6, 9, 11)), day=st.integers(29, 31))
def test_a_day_that_does_not_exist_is_impossible_in_every_style(style: str, year: int, month: int, day: int) -> None:
    if day > monthrange(year, month)[1]:
        text = written(style, year, month, day)
        assert told(text) == [(text, "impossible")]


@pytest.mark.parametrize("style", ["{y} жылғы {name} – {y2} жылғы {name2}", "{y} ж. {name} – {y2} ж. {name2}"])
@settings(max_examples=30, deadline=None)
@given(one=REAL, two=REAL)
def test_two_months_are_an_interval_or_impossible(style: str, one: date, two: date) -> None:
    text = style.format(y=one.year, name=NAMES[one.month - 1], y2=two.year, name2=NAMES[two.month - 1])
    ends = one.isoformat()[:7], two.isoformat()[:7]
    assert told(text) == [(text, "/".join(ends) if ends[0] <= ends[1] else "impossible")]


@settings(max_examples=60, deadline=None)
@given(day=REAL, reference=REAL)
def test_what_a_text_tells_with_its_year_does_not_hang_on_the_documents_date(day: date, reference: date) -> None:
    from qatynas.facts.edtf import Edtf

    text = written("{y} жылы {d} {loc}", day.year, day.month, day.day)
    (one,) = dates(text, reference=Edtf.parse(reference.isoformat()))
    assert (str(one.date), one.relative) == (day.isoformat(), False)

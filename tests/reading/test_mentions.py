"""Mentions: names, dates and amounts with label, name and code."""

from collections.abc import Sequence
from functools import cache

import pytest

from qatynas.facts.kinds import Mention
from qatynas.reading.reader import read_text

TEXT = (
    "2010 жылғы 3 қыркүйекте Венгрия Президенті Янош Адер Алматыға келіп, БҰҰ өкілімен кездесті. "
    "Канада Молдоваға 20 миллион доллар, 45 тонна астық берді. Қырғыз халқы Алатауда тұрады."
)


@cache
def mentions() -> Sequence[Mention]:
    return read_text(TEXT, language="kk").mentions


@pytest.mark.parametrize(
    ("label", "quote", "code"),
    [
        ("GPE", "Венгрия", "HUN"),
        ("GPE", "Молдоваға", "MDA"),
        ("PERSON", "Янош Адер", "HUN"),
        ("ORGANISATION", "БҰҰ", "UN"),
        ("DATE", "2010 жылғы 3 қыркүйекте", None),
        ("MONEY", "20 миллион доллар", None),
        ("QUANTITY", "45 тонна", None),
    ],
)
def test_a_mention_has_its_label_and_code(label: str, quote: str, code: str | None):
    found = [one for one in mentions() if one.evidence[0].quote == quote]
    assert [(one.label, one.code) for one in found] == [(label, code)]


def test_the_name_of_a_state_is_in_the_nominative():
    assert [one.name for one in mentions() if one.code == "MDA"] == ["Молдова"]


def test_only_dates_have_a_date():
    dated = [one for one in mentions() if one.date is not None]
    assert [(one.label, str(one.date)) for one in dated] == [("DATE", "2010-09-03")]


def test_mentions_stand_apart_from_facts():
    assert all(fact.kind != "mention" for fact in read_text(TEXT, language="kk").facts)


def test_a_place_of_no_state_is_a_location():
    found = read_text("Каспий теңізі терең.", language="kk").mentions
    assert all(one.label == "LOCATION" for one in found if one.code is None)

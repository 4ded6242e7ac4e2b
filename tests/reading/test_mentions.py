"""Mentions: names, dates and amounts with label, name and code, by rules and by the tagger."""

from collections.abc import Sequence
from functools import cache
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qatynas.facts.kinds import Mention
from qatynas.reading.reader import read_text

TEXT = (
    "2010 жылғы 3 қыркүйекте Венгрия Президенті Янош Адер Алматыға келіп, БҰҰ өкілімен кездесті. "
    "Канада Молдоваға 20 миллион доллар, 45 тонна астық берді. Қырғыз халқы Алатауда тұрады."
)


@cache
def mentions() -> Sequence[Mention]:
    return read_text(TEXT, language="kk").mentions


def told(text: str, label: str) -> list[tuple[str, str]]:
    """Words and rule of the mentions of a label."""
    found = read_text(text, language="kk").mentions
    return [(one.evidence[0].quote, one.why.rule if one.why else "") for one in found if one.label == label]


@pytest.mark.parametrize(
    ("label", "quote", "code"),
    [
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
    assert found
    assert {one.label for one in found} == {"LOCATION"}


def test_every_mention_says_what_found_it():
    rules = {one.why.rule for one in mentions() if one.why}
    assert {"mention:date", "mention:state", "mention:tagger"} <= rules
    assert len([one for one in mentions() if one.why]) == len(mentions())


def test_a_date_in_two_parts_is_one_mention_by_the_rules():
    text = "1990 жылы 25 қазанда егемендік туралы декларация қабылданды."
    assert told(text, "DATE") == [("1990 жылы 25 қазанда", "mention:date")]


def test_a_relative_date_that_the_document_dates_keeps_its_date():
    found = read_text("Былтыр елші Астанаға келді.", language="kk", date="2014-05-01").mentions
    assert [(one.evidence[0].quote, str(one.date)) for one in found if one.label == "DATE"] == [("Былтыр", "2013")]


def test_states_side_by_side_are_two_mentions():
    found = read_text("Қазақстан АҚШ-пен келісімге қол қойды.", language="kk").mentions
    assert [(one.evidence[0].quote, one.code) for one in found if one.label == "GPE"] == [
        ("Қазақстан", "KAZ"), ("АҚШ-пен", "USA"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("«Қазақстан – Ресей» шекарасы ұзын.", ["KAZ", "RUS"]),
        ("Тәжікстан Ауғанстан Пәкістан сауданы арттырады.", ["TJK", "AFG", "PAK"]),
        ("Үндістан мен Пәкістан келіссөз бастады.", ["IND", "PAK"]),
    ],
)
def test_states_that_stand_together_are_never_one_name(text: str, codes: list[str]):
    found = read_text(text, language="kk").mentions
    assert [one.code for one in found if one.label == "GPE"] == codes
    assert not [one for one in found if one.label in ("PERSON", "FACILITY", "ORGANISATION")]


@pytest.mark.parametrize("mark", [":", " –", ",", "; «"])
def test_a_mark_behind_a_name_is_no_part_of_it(mark: str):
    found = read_text(f"Кеше Қазақстан Президенті Серік Жұмабаев{mark} біз дайынбыз.", language="kk").mentions
    quotes = [one.evidence[0].quote for one in found]
    assert "Серік Жұмабаев" in quotes
    assert not [quote for quote in quotes if quote[-1] in ":–,;«"]


def test_a_person_with_initials_is_one_mention_by_the_rules():
    assert told("Кездесуге Б. Обама мен М. Тілеуберді қатысты.", "PERSON") == [
        ("Б. Обама", "mention:person"), ("М. Тілеуберді", "mention:person"),
    ]  # fmt: skip


def test_the_title_of_a_treaty_is_a_law_whatever_the_tagger_makes_of_its_words():
    text = "1992 жылы «Көрші болу, сауда және ортақ өзендер туралы» шартқа қол қойылды."
    laws = told(text, "LAW")
    assert [rule for _, rule in laws] == ["mention:title"]
    assert "Көрші болу, сауда және ортақ өзендер туралы" in laws[0][0]
    assert told(text, "ORGANISATION") == told(text, "EVENT") == told(text, "PROJECT") == []


def test_what_counts_people_or_things_is_no_quantity():
    assert told("Кездесуге отыз адам қатысты, он екі құжат дайындалды.", "QUANTITY") == []


@pytest.mark.parametrize(
    "text", [TEXT, TEXT.lower(), TEXT.replace("і", "i").replace("ә", "ə"), TEXT.replace(",", " ,")]
)
def test_facts_are_the_same_with_and_without_mentions(text: str):
    whole, bare = (read_text(text, language="kk", mentions=asked) for asked in (True, False))
    assert whole.facts == bare.facts
    assert whole.mentions
    assert bare.mentions == ()


def test_the_same_text_gives_the_same_mentions():
    assert read_text(TEXT, language="kk").mentions == read_text(TEXT, language="kk").mentions


WORDS = st.sampled_from(
    [*TEXT.split(), "Б.", "Обама", "«Бірлік", "туралы»", "шартқа", "АҚШ", "Қазақстан", "1990", "жылы", ",", "қаңтар"]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, max_size=25))
def test_mentions_of_any_words_stand_at_words_and_those_of_one_label_never_overlap(words: list[str]):
    text = " ".join(words)
    found = read_text(text, language="kk").mentions
    spans = [(one.label, one.evidence[0].start, one.evidence[0].end) for one in found]
    for label, start, end in spans:
        assert text[start:end].strip() == text[start:end] != "", label
    for one, two in combinations(spans, 2):
        assert one[0] != two[0] or one[2] <= two[1] or two[2] <= one[1]

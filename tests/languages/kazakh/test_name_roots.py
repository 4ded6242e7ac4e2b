"""The list of proper names: every line can be read, and adds a name to those of the gazetteer."""

import re
from collections import Counter

import pytest

from qatynas.ontology.tables import Row, rows

PACKAGE = "qatynas.languages.kazakh"
LEAST = {
    "given": 1900,
    "surname": 800,
    "place": 1500,
    "organisation": 250,
    "work": 60,
    "brand": 150,
    "abbreviation": 250,
}
SMALL = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"
LARGE = SMALL.upper()
NAME = re.compile(f"[{LARGE}][{LARGE}{SMALL}]*(?:-[{LARGE}{SMALL}]+)*")
ROMAN = re.compile("[ІХ]+")
LISTED = {"given_names": ("name",), "states": ("code", "kind", "name"), "places": ("code", "name")}
LISTED |= {"organisations": ("code", "kind", "name")}
WORDS = {"nouns": "lemma", "verbs": "stem", "adjectives": "lemma", "adverbs": "lemma"}


def names() -> list[Row]:
    return rows(PACKAGE, "data/roots/names.tsv", ("name", "kind", "notes?"))


def test_each_kind_has_as_many_names_as_were_promised() -> None:
    found = Counter(row["kind"] for row in names())
    assert set(found) == set(LEAST)
    assert {kind: found[kind] for kind in LEAST if found[kind] < LEAST[kind]} == {}


def test_no_name_stands_twice() -> None:
    found = Counter(row["name"] for row in names())
    assert [name for name, count in found.items() if count > 1] == []


def test_every_name_is_one_word_of_kazakh_letters_with_a_capital_first() -> None:
    assert [row["name"] for row in names() if not NAME.fullmatch(row["name"])] == []


def test_an_abbreviation_has_two_capitals_or_more_and_is_no_roman_numeral() -> None:
    found = [row["name"] for row in names() if row["kind"] == "abbreviation"]
    assert [name for name in found if sum(letter in LARGE for letter in name) < 2] == []
    assert [name for name in found if ROMAN.fullmatch(name)] == []


def test_a_note_says_which_side_the_suffixes_take() -> None:
    assert {row["notes"] for row in names()} <= {"", "front", "back"}


@pytest.mark.parametrize("listed", LISTED)
def test_no_name_stands_in_the_gazetteer_already(listed: str) -> None:
    known = {row["name"] for row in rows(PACKAGE, f"data/{listed}.tsv", LISTED[listed])}
    assert [row["name"] for row in names() if row["name"] in known] == []


@pytest.mark.parametrize("listed", WORDS)
def test_few_names_are_common_words_too(listed: str) -> None:
    common = {row[WORDS[listed]] for row in rows(PACKAGE, f"data/roots/{listed}.tsv", (WORDS[listed], "notes?"))}
    found = [row["name"] for row in names() if row["kind"] != "abbreviation" and row["name"].lower() in common]
    assert len(found) < len(names()) / 50

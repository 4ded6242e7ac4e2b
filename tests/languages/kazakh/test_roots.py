"""The root lists of Kazakh: every line can be read, and is what its list says it is."""

import re
from collections import Counter
from importlib.resources import files

import pytest

from qatynas.ontology.tables import Row, rows

PACKAGE = "qatynas.languages.kazakh"
COLUMNS = {
    "nouns": ("lemma", "notes?"),
    "verbs": ("stem", "notes?"),
    "adjectives": ("lemma", "notes?"),
    "adverbs": ("lemma", "notes?"),
    "closed": ("lemma", "upos", "notes?"),
}
LEAST = {"nouns": 9000, "verbs": 3300, "adjectives": 3000, "adverbs": 850, "closed": 700}
NOTES = {
    "nouns": {"front", "back", "drops", "loan", "rare"},
    "verbs": {"front", "back", "rare", "own"},
    "adjectives": {"front", "back"},
    "adverbs": set[str](),
}
CLASSES = {"PRON", "DET", "ADP", "CCONJ", "SCONJ", "PART", "AUX", "NUM", "ADJ", "ADV", "INTJ"}
LETTERS = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"
WORD = re.compile(f"[{LETTERS}]+(?:[- ][{LETTERS}]+)*")
STEMS_IN_U = {"бу", "жау", "жу", "қу", "сау", "ту"}
"""Verbs whose stem ends in у; every other word in -у is a verbal noun, which the suffixes give."""

LISTS = pytest.mark.parametrize("name", COLUMNS)


def roots(name: str) -> list[Row]:
    return rows(PACKAGE, f"data/roots/{name}.tsv", COLUMNS[name])


def lemmas(name: str) -> list[str]:
    return [row[COLUMNS[name][0]] for row in roots(name)]


@LISTS
def test_a_list_is_as_long_as_it_was_promised(name: str) -> None:
    assert len(roots(name)) >= LEAST[name]


@LISTS
def test_every_root_is_written_in_kazakh_letters(name: str) -> None:
    assert [lemma for lemma in lemmas(name) if not WORD.fullmatch(lemma)] == []


@LISTS
def test_no_root_stands_twice(name: str) -> None:
    keys = Counter((row[COLUMNS[name][0]], row["upos"] if name == "closed" else "") for row in roots(name))
    assert [key for key, count in keys.items() if count > 1] == []


@LISTS
def test_no_line_has_a_space_or_an_empty_cell_at_its_end(name: str) -> None:
    text = files(PACKAGE).joinpath(f"data/roots/{name}.tsv").read_text(encoding="utf-8")
    assert [line for line in text.split("\n") if line != line.strip()] == []


@LISTS
def test_every_cell_is_written_without_spaces_around_it(name: str) -> None:
    text = files(PACKAGE).joinpath(f"data/roots/{name}.tsv").read_text(encoding="utf-8")
    cells = [cell for line in text.splitlines() if not line.startswith("#") for cell in line.split("\t")]
    assert [cell for cell in cells if cell != cell.strip()] == []


@pytest.mark.parametrize("name", NOTES)
def test_notes_are_those_that_the_head_of_the_list_explains(name: str) -> None:
    assert [row for row in roots(name) if not set(row["notes"].split()) <= NOTES[name]] == []


@pytest.mark.parametrize("name", NOTES)
def test_no_root_is_both_front_and_back(name: str) -> None:
    assert [row for row in roots(name) if {"front", "back"} <= set(row["notes"].split())] == []


def test_a_noun_that_drops_its_last_vowel_ends_in_that_vowel_and_a_consonant() -> None:
    dropping = [row["lemma"] for row in roots("nouns") if "drops" in row["notes"].split()]
    assert {"орын", "халық", "ерік"} <= set(dropping)
    assert [lemma for lemma in dropping if not re.search("[ыі][^аәеоөыіуұүиюяэ]$", lemma)] == []


def test_no_verb_is_a_verbal_noun_by_mistake() -> None:
    assert {stem for stem in lemmas("verbs") if stem.endswith("у")} <= STEMS_IN_U


def test_a_verb_is_one_word() -> None:
    assert [stem for stem in lemmas("verbs") if " " in stem] == []


def test_a_closed_word_has_a_part_of_speech_of_universal_dependencies() -> None:
    assert {row["upos"] for row in roots("closed")} == CLASSES


def test_a_note_of_a_closed_word_is_a_form_in_kazakh_letters() -> None:
    notes = [note for row in roots("closed") for note in row["notes"].split()]
    assert [note for note in notes if not WORD.fullmatch(note.removeprefix("form=")) or "form=" not in note] == []


@pytest.mark.parametrize(
    ("form", "lemma"),
    [("маған", "мен"), ("оның", "ол"), ("бұған", "бұл"), ("соған", "сол"), ("өзінің", "өз"), ("екен", "е")],
)
def test_an_irregular_form_leads_to_its_lemma(form: str, lemma: str) -> None:
    owners = {row["lemma"] for row in roots("closed") if f"form={form}" in row["notes"].split()}
    assert owners == {lemma}

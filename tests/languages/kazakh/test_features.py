"""Features of words for the tagger: what a word is told of itself, its neighbours, lists, numbers and quotations."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qatynas.errors import DataFileError
from qatynas.languages.kazakh import forms
from qatynas.languages.kazakh.features import features
from qatynas.languages.kazakh.forms import CLASSES, classes, form
from qatynas.languages.kazakh.language import Kazakh

KAZAKH = Kazakh()


def told(text: str) -> dict[str, set[str]]:
    """Features of each word of a sentence, by the word."""
    (sentence,) = KAZAKH.sentences(text)
    rows = features(sentence, KAZAKH.names(sentence), KAZAKH.dates(sentence, None, None))
    assert len(rows) == len(sentence.words)
    return {word.form: set(row) for word, row in zip(sentence.words, rows, strict=True)}


def test_a_word_is_told_its_form_shape_and_affixes():
    word = told("Кеше Астанада жаңбыр жауды.")["Астанада"]
    assert {"w=астанада", "s=Aa+", "<ас", ">да", ">анада"} <= word


def test_a_word_is_told_the_three_words_on_either_side_and_the_edges():
    words = told("Кеше елші қалаға келді.")
    assert {"-1w=кеше", "+1w=қалаға", "+2w=келді"} <= words["елші"]
    assert {"-2w=елші", "-3w=кеше"} <= words["келді"]
    assert "^" in words["Кеше"]
    assert "$" in words["."]


def test_a_capital_changes_the_shape_alone_so_that_a_lost_one_leaves_the_rest():
    assert form("Қайрат").low == form("қайрат").low
    kept = set(form("Қайрат").own) & set(form("қайрат").own)
    assert {"w=қайрат", "<қай", ">рат"} <= kept


def test_a_listed_name_is_told_to_its_words_and_to_those_beside_it():
    words = told("Кеше Біріккен Ұлттар Ұйымы жиналды.")
    assert {"g:Borganisationc", "g+Iorganisationc"} <= words["Біріккен"]
    assert {"g:Iorganisationc", "g-Iorganisationc"} <= words["Ұйымы"]
    assert "g+Borganisationc" in words["Кеше"]
    assert "g-Iorganisationc" in words["жиналды"]


def test_a_date_with_a_year_is_told_apart_from_a_relative_one():
    assert "d:Bdate" in told("Ол 2003 жылы келді.")["2003"]
    assert "d:Bwhen" in told("Ол былтыр келді.")["былтыр"]


def test_the_words_of_a_number_are_told_what_it_counts():
    words = told("Оған екі жүз елу теңгеге дейін берді.")
    assert all("n>money" in words[word] for word in ("екі", "жүз", "елу"))
    assert "nB" in words["екі"]
    assert "+nmoney" in words["Оған"]


def test_a_number_with_a_comma_or_a_dash_is_one():
    words = told("Оған 80–82 теңге, сосын 2,5 тонна берді.")
    assert "n>money" in words["80"]
    assert "n>money" in words["82"]
    assert "n>measure" in words["2,5"]


def test_quoted_words_are_told_what_the_quotation_is():
    words = told("Кеше «Жасыл ел» бағдарламасы басталды.")
    assert {"q>бағдарлама", "qcplan|", "qf"} <= words["Жасыл"]
    assert "ql" in words["ел"]
    assert not any(name.startswith("q") for name in words["Кеше"])


def test_a_quotation_that_is_not_closed_tells_nothing():
    assert not any(name.startswith("q") for row in told("Ол «жасыл ел туралы айтты.").values() for name in row)


def test_the_words_of_a_chain_of_nouns_are_told_what_it_leads_to():
    words = told("Көлік министрлігінің өкілі келді.")
    assert {"hbodyA", "HpostA"} <= words["Көлік"]
    assert {"hposta", "Hposta"} <= words["министрлігінің"]


def test_a_word_for_where_somebody_is_from_is_known_by_the_place():
    assert "of-place" in form("қарағандылық").own
    assert "of-name" in form("Тасарықтық").own
    assert not {"of-place", "of-name"} & set(form("кітап").own)


def test_every_class_is_known_and_every_word_of_the_table_is_in_lower_case():
    table = classes()
    assert set(table.values()) == set(CLASSES)
    assert [word for word in table if word != word.lower() and word != "кВт"] == []


@pytest.mark.parametrize("rows", ["planet\tай", "time\tай|ай"])
def test_a_mistake_in_the_table_of_classes_names_its_line(rows: str, monkeypatch: pytest.MonkeyPatch):
    from qatynas.ontology.tables import parse

    monkeypatch.setattr(forms, "rows", lambda _, file, columns: parse(rows.encode(), file, columns))
    with pytest.raises(DataFileError, match=r"classes\.tsv:1: "):
        classes.__wrapped__()


@given(st.text(alphabet='АаӘәІіҚқ0123 .,–-/«»"()%Б', max_size=60))
def test_any_words_have_features_and_the_same_ones_each_time(text: str):
    for sentence in KAZAKH.sentences(text):
        args = sentence, KAZAKH.names(sentence), KAZAKH.dates(sentence, None, None)
        rows = features(*args)
        assert len(rows) == len(sentence.words)
        assert all(rows)
        assert rows == features(*args)

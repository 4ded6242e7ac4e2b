"""Citation marks: what is one, which items and pages it names, and what is cited at second hand."""

import pytest

from qatynas.languages.registry import language
from qatynas.reading.marks import marks, pointers, tells_second_hand

KAZAKH = language("kk")
assert KAZAKH is not None


def found(sentence: str, closed: frozenset[str] = frozenset()) -> list[tuple[str, str]]:
    assert KAZAKH is not None
    return [(mark.marker, mark.kind) for mark in marks(sentence, KAZAKH, closed)]


def named(marker: str, items: int = 0) -> list[tuple[str, str | None]]:
    assert KAZAKH is not None
    return [(one.number, one.pages) for one in pointers(marker, items, KAZAKH)]


@pytest.mark.parametrize(
    "mark",
    [
        "4",
        "12-15",
        "7, 31-б.",
        "3; 11",
        "2, 14–16-бб.",
        "5, с. 12",
        "5, С. 12–14",
        "9, 12 б.",
        "1, т. 2, 8 б.",
        "6, p. 3",
    ],
)
def test_numbers_with_or_without_pages_in_brackets_are_a_mark(mark: str):
    assert found(f"Сауда артты [{mark}].") == [(mark, "list")]


@pytest.mark.parametrize("words", ["[сурет]", "[]", "(3)", "[2014]", "[12 миллион доллар]", "[3 ел]"])
def test_other_words_in_brackets_are_none(words: str):
    assert found(f"Сауда артты {words}.") == []


def test_a_raised_number_behind_a_word_is_the_mark_of_a_note_and_a_power_is_none():
    assert found("Сауда артты¹, алаңы 12 км² болды².") == [("1", "note"), ("2", "note")]


def test_a_number_with_a_bracket_is_a_mark_only_where_such_a_note_is_known():
    assert found("Сауда артты1).") == []
    assert found("Сауда артты1).", frozenset({"1"})) == [("1", "note")]


def test_markdown_names_its_notes():
    assert found("Сауда артты[^ref].") == [("ref", "note")]


@pytest.mark.parametrize(
    ("marker", "items", "told"),
    [
        ("4", 0, [("4", None)]),
        ("4, 12 б.", 9, [("4", "12")]),
        ("4, 12-б.", 0, [("4", "12")]),
        ("4, с. 12–14", 9, [("4", "12–14")]),
        ("4, 12, 15 бб.", 9, [("4", "12, 15")]),
        ("4:12 б.", 9, [("4", "12")]),
        ("1, т. 2, 8 б.", 9, [("1", "т. 2, 8 б.")]),
        ("2; 3, с. 5", 9, [("2", None), ("3", "5")]),
        ("3–5", 9, [("3", None), ("4", None), ("5", None)]),
        ("6, 7", 9, [("6", None), ("7", None)]),
        ("6, 7", 0, [("6", None), ("7", None)]),
        ("6, 45", 9, [("6", "45")]),
        ("6, 1203", 0, [("6", "1203")]),
    ],
)
def test_a_second_number_is_a_page_where_a_word_says_so_or_the_list_has_no_such_item(
    marker: str, items: int, told: list[tuple[str, str | None]]
):
    assert named(marker, items) == told


@pytest.mark.parametrize(
    "sentence",
    [
        "«Достық маңызды», – деді ол (цит. по: [3, с. 5]).",
        "«Достық маңызды», – деді ол [цит. по: 3, с. 5].",
        "Бұл пікір Петровтың еңбегінен алынды [3].",
        "Бұл пікір Петров бойынша келтірілген [3].",
        "Алынған: Петров [3].",
        "Ол солай деді (quoted in [3]).",
        "Ол солай деді ([3] бойынша келтірілген).",
    ],
)
def test_words_of_second_hand_beside_a_mark_count_for_it(sentence: str):
    assert KAZAKH is not None
    assert [mark.second_hand for mark in marks(sentence, KAZAKH)] == [True]


@pytest.mark.parametrize(
    "sentence",
    [
        "Сауда артты [3].",
        "Кестеде мысал келтірілген [3].",
        "Қарыз алынған, ал сауда екі есе артты, бұл туралы көп жазылды, оны баспасөз де айтты [3].",
        "Петровтың еңбегінен алынды [2], ал қалғаны өзіміздікі [3].",
    ],
)
def test_other_marks_are_cited_at_first_hand(sentence: str):
    assert KAZAKH is not None
    assert marks(sentence, KAZAKH)[-1].second_hand is False


def test_an_item_in_the_bracket_itself_is_cited_at_second_hand():
    assert found("Ол солай деді (цит. по: Петров А. Күнделік. – М., 2001. – 12 б.).") == [
        ("Петров А. Күнделік. – М., 2001. – 12 б.", "words")
    ]


def test_a_note_may_begin_with_words_of_second_hand():
    assert KAZAKH is not None
    assert tells_second_hand("Цит. по: Сейтов Т. Каспий.", KAZAKH)
    assert not tells_second_hand("Сейтов Т. Каспий туралы.", KAZAKH)

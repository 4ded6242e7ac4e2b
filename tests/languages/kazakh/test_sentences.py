"""Sentences: where they end, where they do not, and that they are slices of the text."""

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qatynas.languages.kazakh.sentences import sentences
from timing import fastest


def of(text: str) -> list[str]:
    return [sentence.text for sentence in sentences(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Еуропалық комиссия төрағасы Ж.М. Баррозу Астанаға келді.",
        "Президент Н. Ә. Назарбаев пен Қ.К. Тоқаев сөйледі.",
        "Мұнай, газ, астық т. б. Ресейге жеткізілді.",
        "Мұнай, газ, астық, т.б. Ресейге жеткізілді.",
        "Бұл пікірді (проф. Ахметов) қолдады.",
        "Сауда көлемі 5 млн. АҚШ доллары болды.",
        "Шарт 1992 ж. Мәскеуде жасалды.",
        "Ол «Келдім. кеттім», – деді.",
        "Мекенжайы www.gov.kz деп жазылған.",
        "Өсім 2.5 Пайызға жетті",
    ],
)
def test_one_sentence_stays_one(text: str) -> None:
    assert of(text) == [text]


@pytest.mark.parametrize(
    "parts",
    [
        ("Ол келді.", "Біз күттік!", "Енді ше?", "Жоқ…", "Солай."),
        ("«Біз келістік.»", "Бұл жақсы."),
        ("Олар келді (кеше).", "Бүгін кетті."),
        ("Сауда өсті [1].", "Көлемі артты [2]."),
        ("Шарт күшіне енді.", "2002 жылы тағы бірі жасалды."),
        ("Ол келді.", "– Жоқ, кетті."),
        ("Ол үнсіз қалды...", "Бәрі түсінікті еді."),
        ("Бірінші бөлім бітті..", "Екінші бөлім басталды."),
        ("Қатысушылар АҚШ.", "Қытай да келді."),
        ("Неге?!", "Өйткені солай."),
        ("Ол «Дұрыс.»", "«Иә», – деді екіншісі."),
    ],
)
def test_a_mark_before_a_capital_a_figure_or_an_opening_mark_ends_a_sentence(parts: tuple[str, ...]) -> None:
    assert of(" ".join(parts)) == list(parts)


def test_a_full_stop_inside_quotation_marks_ends_a_sentence_only_before_a_capital() -> None:
    assert of("Ол: «Жұмыс бітті. Енді қайтамыз», – деді.") == ["Ол: «Жұмыс бітті.", "Енді қайтамыз», – деді."]
    assert of("«Жұмыс бітті.» деді ол.") == ["«Жұмыс бітті.» деді ол."]


def test_a_line_break_always_ends_a_sentence_and_begins_a_paragraph() -> None:
    found = list(sentences("Кіріспе\nОл келді. Біз күттік\r\n\r\nсоңы"))
    assert [(one.text, one.paragraph) for one in found] == [
        ("Кіріспе", 0),
        ("Ол келді.", 1),
        ("Біз күттік", 1),
        ("соңы", 2),
    ]


@pytest.mark.parametrize("text", ["", " ", "\n\n", " \t\r\n "])
def test_where_there_are_no_words_there_is_no_sentence(text: str) -> None:
    assert of(text) == []


def test_an_abbreviation_at_the_head_of_a_line_does_not_see_the_line_before() -> None:
    assert of("Барлығы 5 млн\n. Теңге") == ["Барлығы 5 млн", ".", "Теңге"]


def test_places_count_from_the_beginning_of_the_text() -> None:
    text = "  Ол келді.  Біз күттік. "
    first, second = sentences(text)
    assert (first.start, first.end, second.start, second.end) == (2, 11, 13, 24)
    assert [text[word.start : word.end] for word in second.words] == ["Біз", "күттік", "."]


PIECES = st.sampled_from(
    re.split(r"\|", "Ол|келді|т.б|Ж.М|млн|А|1992|жылы|.|..|…|!|?|«|»|(|)|[1]|–| | | |\n|\r\n|\u2028|\t"),
)


@given(
    st.lists(PIECES, max_size=30).map("".join) | st.text(st.characters(exclude_categories=["No", "Cs"]), max_size=60)
)
@settings(max_examples=300, deadline=None)
def test_sentences_are_slices_of_the_text_in_order_without_overlap_and_without_loss(text: str) -> None:
    found = list(sentences(text))
    assert all(one.text == text[one.start : one.end] == one.text.strip() != "" for one in found)
    assert all(one.end <= two.start and one.paragraph <= two.paragraph for one, two in pairwise(found))
    assert "".join("".join(one.text.split()) for one in found) == "".join(text.split())
    for one in found:
        assert all(one.start <= word.start < word.end <= one.end for word in one.words)
        assert all(text[word.start : word.end] == word.form for word in one.words)


@pytest.mark.parametrize("mark", [".", "?", "…", "?»", ". "])
def test_time_grows_with_a_row_of_marks_and_not_faster(mark: str) -> None:
    short, long = (fastest(of, mark * count) for count in (1_000, 8_000))
    # Eight times the text; what grows with the square would take sixty-four times as long.
    assert long < 24 * short + 0.02

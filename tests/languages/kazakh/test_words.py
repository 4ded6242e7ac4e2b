import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qatynas.languages.kazakh.analysis import MOST_ANALYSES
from qatynas.languages.kazakh.words import split, tokens


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Келісім [4] жасалды.", ["Келісім", "[4]", "жасалды", "."]),
        ("[1, 3] және [2–5]", ["[1, 3]", "және", "[2–5]"]),
        ("Н. Назарбаев", ["Н.", "Назарбаев"]), ("Н.Ә.Назарбаев", ["Н.", "Ә.", "Назарбаев"]),
        ("Б.Обама", ["Б.", "Обама"]), ("Иран-Ирак соғысы", ["Иран-Ирак", "соғысы"]),
        ("АҚШ-тың 11-інде", ["АҚШ-тың", "11-інде"]), ("Кот-д’Ивуар", ["Кот-д’Ивуар"]),
        ("не.. болды", ["не", "..", "болды"]),
        ("«Түрксой» ұйымы", ["«", "Түрксой", "»", "ұйымы"]), ("30%-ға", ["30", "%", "-", "ға"]), ("", []),
        (" \n", []),
    ],
)  # fmt: skip
def test_a_sentence_falls_into_words(text: str, words: list[str]) -> None:
    assert [word.form for word in tokens(text)] == split(text) == words


def test_places_of_words_are_counted_from_the_offset() -> None:
    text = "Екі ел келісті."
    assert [text[word.start - 7 : word.end - 7] for word in tokens(text, 7)] == ["Екі", "ел", "келісті", "."]


def test_junk_of_any_length_is_one_unknown_word_and_costs_no_time() -> None:
    began = time.perf_counter()
    (word,) = tokens("ақ" * 200_000)
    assert (word.upos, word.end) == ("X", 400_000)
    assert len(list(tokens("а-" * 100_000))) > 0
    assert len(list(tokens("1-" * 100_000))) > 0
    assert len(list(tokens("[1," * 50_000))) > 0
    assert time.perf_counter() - began < 5


@given(st.text(alphabet="аәбгдеіқлмнңөрстуйиюяьАҚ-.’19[] ", min_size=1, max_size=25))
def test_any_text_falls_into_words_that_cover_its_letters(text: str) -> None:
    words = list(tokens(text))
    assert "".join(word.form for word in words).replace(" ", "") == text.replace(" ", "")
    for word in words:
        assert text[word.start : word.end] == word.form
        assert 0 < len(word.analyses) <= MOST_ANALYSES
        assert all(a.lemma for a in word.analyses)

"""Quotation marks: where quoted words begin and end, and which of them are a title."""

from collections.abc import Sequence

import pytest

from qatynas.languages.language import Word
from qatynas.languages.registry import language
from qatynas.reading.quotes import quotations, quoted_before, titles

KAZAKH = language("kk")


def words(text: str) -> Sequence[Word]:
    (sentence,) = KAZAKH.sentences(text)
    return sentence.words


def between(text: str) -> list[str]:
    told = words(text)
    return [" ".join(w.form for w in told[start + 1 : shut]) for start, shut in quotations(told)]


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("Ол «Достық» кітабын оқыды.", ["Достық"]),
        ('Ол "Достық" кітабын оқыды.', ["Достық"]),
        ("Ол “Достық” пен „Бірлік“ кітабын оқыды.", ["Достық"]),
        ("Ол «Біздің «Дала» жыры» кітабын оқыды.", ["Біздің « Дала » жыры"]),
        ("Ол Достық кітабын оқыды.", []),
        ("Ол Достық» кітабын оқыды.", []),
    ],
    ids=["guillemets", "straight", "curly", "nested", "none", "only shut"],
)
def test_outermost_quoted_words_are_found(text: str, inner: list[str]):
    assert between(text)[:1] == inner


def test_an_open_quotation_ends_with_its_sentence():
    told = words("Ол «Достық кітабын оқыды.")
    assert quotations(told) == [(1, len(told) - 1)]


def test_quoted_words_with_a_verb_of_their_own_are_no_title():
    assert titles(words("Ол «сауда өсті» деген кітапты оқыды.")) == frozenset()
    assert titles(words("Ол «Сауда жолы» деген кітапты оқыды.")) == frozenset(range(1, 5))


def test_quoted_words_right_before_a_noun_are_found_over_small_words():
    told = words("Ол «Сауда жолы» атты кітапты оқыды.")
    noun = next(k for k, w in enumerate(told) if w.form == "кітапты")
    assert quoted_before(told, noun, 0, frozenset(("атты",))) == (1, 4)
    assert quoted_before(told, noun, 0, frozenset()) is None


def test_nested_quotes_before_a_noun_are_taken_whole():
    told = words("Ол «Біздің «Дала» жыры» кітабын оқыды.")
    noun = next(k for k, w in enumerate(told) if w.form == "кітабын")
    start, shut = quoted_before(told, noun, 0, frozenset()) or (0, 0)
    assert (told[start].form, told[shut].form, told[start + 1].form) == ("«", "»", "Біздің")


def test_marks_before_the_floor_are_not_looked_at():
    told = words("Ол «Сауда жолы» кітабын оқыды.")
    noun = next(k for k, w in enumerate(told) if w.form == "кітабын")
    assert quoted_before(told, noun, noun, frozenset()) is None
    assert quoted_before(told, noun, 3, frozenset()) is None
    assert quoted_before(told, 0, 0, frozenset()) is None

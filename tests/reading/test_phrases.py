"""Phrases: word lists looked up by dictionary forms, the longest first."""

from qatynas.languages.registry import language
from qatynas.reading.phrases import Match, Phrases

KAZAKH = language("kk")
LIST = Phrases([("жол", 1), ("темір жол", 2), ("темір жол желі", 3), ("су", 4), ("газ құбыр", 5)])


def found(text: str) -> list[tuple[str, int]]:
    (sentence,) = KAZAKH.sentences(text)
    return [(" ".join(w.form for w in sentence.words[m.first : m.last]), m.value) for m in LIST.find(sentence.words)]


def test_a_phrase_is_found_in_any_form():
    assert found("Жаңа жолды ашты.") == [("жолды", 1)]
    assert found("Газ құбырының ұзындығы белгілі.") == [("Газ құбырының", 5)]


def test_the_longest_phrase_wins_even_where_a_shorter_one_ends_before_it():
    assert found("Ескі темір жол желісі ашылды.") == [("темір жол желісі", 3)]


def test_phrases_that_do_not_overlap_are_all_found_in_order():
    assert [value for _, value in found("Су мен темір жол және жол туралы айтты.")] == [4, 2, 1]


def test_a_phrase_that_would_begin_before_the_sentence_is_none():
    (sentence,) = KAZAKH.sentences("Құбыр ашылды.")
    assert LIST.ending(sentence.words, 0) is None


def test_a_match_tells_what_the_list_says():
    (sentence,) = KAZAKH.sentences("Су тасыды.")
    assert LIST.ending(sentence.words, 0) == Match(0, 1, 4)


def test_an_empty_list_finds_nothing():
    (sentence,) = KAZAKH.sentences("Су тасыды.")
    assert list(Phrases[int]([]).find(sentence.words)) == []

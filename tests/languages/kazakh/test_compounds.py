"""Compounds of states are taken apart; other hyphenated words stay whole."""

from qatynas.languages.kazakh.compounds import parted
from qatynas.languages.kazakh.words import tokens


def forms(text: str) -> list[str]:
    return [word.form for word in parted(tokens(text))]


def test_each_state_of_a_compound_is_a_word_of_its_own() -> None:
    assert forms("Қазақстан-Қытай шекарасы") == ["Қазақстан", "-", "Қытай", "шекарасы"]
    assert forms("Ресей-Украинаның") == ["Ресей", "-", "Украинаның"]


def test_each_nation_of_a_compound_is_a_word_of_its_own() -> None:
    assert forms("қазақ-орыс қатынасы") == ["қазақ", "-", "орыс", "қатынасы"]
    assert forms("Ресейлік-қытайлық жоба") == ["Ресейлік", "-", "қытайлық", "жоба"]
    assert forms("Қазақстан-моңғол шекарасында") == ["Қазақстан", "-", "моңғол", "шекарасында"]


def test_the_parts_stand_where_they_stood() -> None:
    text = "Кеше Қазақстан-Иран келісімі"
    assert all(text[word.start : word.end] == word.form for word in parted(tokens(text)))


def test_other_hyphenated_words_stay_whole() -> None:
    for whole in (
        "Нью-Йорк",
        "АҚШ-тың",
        "қарым-қатынас",
        "Қазақстан-ның",
        "қазақстан-қытай",
        "қазақтан-қазаққа",
        "неміс-фашист",
    ):
        assert forms(whole) == [whole]

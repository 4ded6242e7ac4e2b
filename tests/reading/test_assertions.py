"""Who asserts what a sentence tells: its author, or whom a clause of it names."""

import pytest

from qatynas.documents.text import Text
from qatynas.languages.registry import language
from qatynas.reading.assertions import asserter, noun_before
from qatynas.reading.scene import Scene
from qatynas.reading.story import scenes

KAZAKH = language("kk")


def scene(text: str) -> Scene:
    return scenes("t", Text(text), KAZAKH, list(KAZAKH.sentences(text)), None)[0]


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Сауда артты.", "author"),
        ("Бақылаушылардың пікірінше, сауда артты.", "бақылаушы"),
        ("Қытай сарапшыларының пікірінше, сауда артты.", "Қытай сарапшылары"),
        ("Шолушылар сауда артты деп санайды.", "Шолушылар"),
        ("Сауда артты деп саналады.", "author"),
        ("Сауда артты деп есептейміз.", "author"),
        ("Сауда артты деп есептейді.", None),
    ],
)
def test_a_clause_may_give_what_is_told_to_another_than_the_author(text: str, by: str | None):
    assert asserter(scene(text)) == by


def test_only_a_plural_at_the_head_of_a_sentence_is_a_subject_without_a_name():
    assert noun_before(scene("Жас авторлар кезеңді бөледі."), 3, "Nom") == "жас автор"
    assert noun_before(scene("Жол кезеңді бөледі."), 2, "Nom") is None

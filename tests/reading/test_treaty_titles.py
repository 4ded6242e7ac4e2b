"""Titles of texts of instruments: over several lines, in capitals, with the noun apart; prose is none."""

import re

import pytest

from qatynas.documents.text import Text
from qatynas.languages.registry import language
from qatynas.reading.formulas import formulas
from qatynas.reading.signatures import Line
from qatynas.reading.story import scenes
from qatynas.reading.treaty_titles import Page, titles

BODY = """

Бұдан әрі «Тараптар» деп аталатын Қазақстан мен Оман
төмендегілер туралы келісті:

1-бап
Тараптар сауда жасайды.
"""


def read(text: str) -> list[str]:
    known = language("kk")
    assert known is not None
    restored = known.restore(Text(text))
    told = scenes("t", restored, known, [s for s in known.sentences(restored.restored) if s.words], None)
    lines = [Line(m.start(), m.end()) for m in re.finditer(r"\S[^\n]*", restored.restored)]
    found = titles(Page(told[0].story, lines, formulas(known)))
    return [" ".join(restored.restored[slice(*title.place)].split()) for title in found]


@pytest.mark.parametrize(
    "title",
    [
        "Қазақстан Республикасы мен Оман Сұлтандығы арасындағы сауда туралы келісім",
        "Қазақстан Республикасы мен Оман Сұлтандығы арасындағы сауда туралы\n\nКЕЛІСІМ",
        "Қазақстан Республикасы\nмен Оман Сұлтандығы\nарасындағы сауда туралы\nкелісім",
        "ҚАЗАҚСТАН РЕСПУБЛИКАСЫ МЕН ОМАН СҰЛТАНДЫҒЫ АРАСЫНДАҒЫ САУДА ТУРАЛЫ КЕЛІСІМ",
        "Теңіз көлігі туралы\nКОНВЕНЦИЯ",
    ],
)
def test_a_title_is_taken_whole(title: str):
    assert read(title + BODY) == [" ".join(title.split())]


def test_lines_above_a_title_are_no_part_of_it():
    title = "Қазақстан мен Оман арасындағы сауда туралы келісім"
    assert read(f"2-қосымша\n\nЖоба\n\n{title}{BODY}") == [title]
    assert read(f"Сауда бұрыннан бар.\n{title}{BODY}") == [title]


@pytest.mark.parametrize(
    "line",
    [
        "Қазақстан мен Оман арасындағы сауда туралы келісім жасалды.",
        "Қазақстан мен Оман арасындағы сауда туралы келісімдер",
        "Қазақстан мен Оман арасындағы сауда туралы әңгіме",
        "Қазақстан мен Оман келісімге қол қойды",
    ],
)
def test_a_sentence_several_instruments_and_other_nouns_are_no_title(line: str):
    assert read(line + BODY) == []


def test_a_title_must_stand_before_a_preamble_or_a_first_article():
    assert read("Қазақстан мен Оман арасындағы сауда туралы келісім\n\nСауда жылдан-жылға артып келеді.\n") == []

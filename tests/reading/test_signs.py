"""Further fields: words and phrases that tell the level of a visit and a standing channel."""

from collections.abc import Sequence
from functools import cache
from typing import TypeVar

import pytest

from qatynas.facts.kinds import Event, Fact, Programme
from qatynas.reading.reader import read_text

F = TypeVar("F", bound=Fact)


@cache
def facts(text: str) -> Sequence[Fact]:
    return read_text(text, language="kk", mentions=False).facts


def first(text: str, kind: type[F]) -> F:
    return next(fact for fact in facts(text) if isinstance(fact, kind))


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Вьетнам президенті Қазақстанға мемлекеттік сапармен келді.", "state"),
        ("Оман сыртқы істер министрі Астанаға ресми сапармен барды.", "official"),
        ("Грузия премьер-министрі Қазақстанға жұмыс сапарымен келді.", "working"),
        ("Словакия президенті Қазақстанға жеке сапармен келді.", "private"),
        ("Словакия президенті Қазақстанға келді.", None),
        ("Қазақстан мен Словакия ресми сапарлар туралы келіссөз жүргізді.", None),
    ],
    ids=["state", "official", "working", "private", "not told", "talks are no visit"],
)
def test_the_words_of_a_visit_tell_its_level(text: str, level: str | None):
    assert first(text, Event).level == level


def test_the_rank_is_that_of_the_highest_who_takes_part():
    text = "Қазақстан сыртқы істер министрі мен Оман президенті кездесті."
    assert first(text, Event).rank == "head_of_state"


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        ("Қазақстан мен Мажарстанның үкіметаралық комиссиясының отырысы өтті.", True),
        ("Қазақстан мен Малайзия жыл сайынғы консультацияларын өткізді.", True),
        ("Қазақстан мен Малайзия консультация өткізді.", False),
    ],
    ids=["commission", "yearly", "once"],
)
def test_a_standing_channel_is_told_from_a_single_meeting(text: str, standing: bool):
    assert first(text, Event).mechanism is standing


def test_a_programme_has_the_sphere_and_the_channel_of_its_words():
    text = "Норвегия үкіметаралық комиссия аясында «Көпір» білім беру бағдарламасын Қазақстанға арнады."
    found = first(text, Programme)
    assert (found.sphere, found.mechanism) == (("education_science",), True)

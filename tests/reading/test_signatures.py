"""Signatures: columns, names, offices, and silence where columns were lost."""

import pytest

from qatynas.documents.text import Text
from qatynas.languages.registry import language
from qatynas.reading.signatures import Line, signatories
from qatynas.reading.story import scenes


def read(block: str) -> list[tuple[str | None, str | None, str, str | None]]:
    known = language("kk")
    assert known is not None
    text = known.restore(Text(block))
    told = scenes("t", text, known, list(known.sentences(text.restored)), None)
    lines, at = [], 0
    for line in text.restored.splitlines(keepends=True):
        if line.strip():
            lines.append(Line(at, at + len(line.rstrip())))
        at += len(line)
    return [(one.name, one.title, one.signs_for.name, one.signs_for.code) for one in signatories(lines, told[0].story)]


KAZ, OMN = ("Қазақстан Республикасы Үкіметі", "KAZ"), ("Оман Сұлтандығы Үкіметі", "OMN")


@pytest.mark.parametrize(
    "block",
    [
        "Қазақстан Республикасының      Оман Сұлтандығының\nҮкіметі үшін      Үкіметі үшін\nЕ. Ертісов      С. Хинаи",
        "Қазақстан Республикасының\tОман Сұлтандығының\nҮкіметі үшін\tҮкіметі үшін\nЕ. Ертісов\tС. Хинаи",
        "Қазақстан Республикасының\nҮкіметі үшін\nЕ. Ертісов\n\nОман Сұлтандығының\nҮкіметі үшін\nС. Хинаи",
        "Қазақстан Республикасының Үкіметі үшін: Е. Ертісов\nОман Сұлтандығының Үкіметі үшін: С. Хинаи",
        "Қазақстан Республикасының Үкіметі атынан _____ Е. Ертісов\nОман Сұлтандығының Үкіметі атынан _____ С. Хинаи",
    ],
)
def test_columns_lines_and_colons_tell_the_same(block: str):
    assert read(block) == [("Е. Ертісов", None, *KAZ), ("С. Хинаи", None, *OMN)]


def test_nobody_is_named_where_only_the_sides_stand():
    block = "Қазақстан Республикасының Үкіметі үшін\nОман Сұлтандығының Үкіметі үшін"
    assert read(block) == [(None, None, *KAZ), (None, None, *OMN)]


@pytest.mark.parametrize("order", ["{name}\n{office}", "{office}\n{name}"])
def test_an_office_stands_above_or_below_its_name(order: str):
    block = "Қазақстан Республикасының Үкіметі үшін\n" + order.format(name="Е. Ертісов", office="Мәдениет министрі")
    assert read(block) == [("Е. Ертісов", "Мәдениет министрі", *KAZ)]


def test_an_office_may_follow_its_name_on_the_line():
    block = "Қазақстан Республикасының Үкіметі үшін\nЕ. Ертісов, Сауда, көлік және байланыс министрі"
    assert read(block) == [("Е. Ертісов", "Сауда, көлік және байланыс министрі", *KAZ)]


def test_an_office_of_a_state_tells_the_side_where_no_word_does():
    block = "Қазақстан Республикасының\nПрезиденті\nА. Қасенов\n\nОман Сұлтандығының\nСұлтаны"
    assert read(block)[0] == ("А. Қасенов", "президент", "Қазақстан", "KAZ")


def test_who_signed_is_not_guessed_where_the_columns_were_lost():
    assert read("Қазақстан Республикасының Оман Сұлтандығының\nҮкіметі үшін Үкіметі үшін\nЕ. Ертісов С. Хинаи") == []


def test_an_organisation_signs_as_a_state_does():
    assert read("Еуразиялық даму банкі атынан\nИ. Белов") == [("И. Белов", None, "Еуразиялық даму банкі", "EDB")]

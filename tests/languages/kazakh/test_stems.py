"""Stems of names before endings."""

import pytest

from qatynas.languages.kazakh.stems import possessed, stems, tones


@pytest.mark.parametrize(
    ("word", "told"),
    [
        ("елшілік", {"елшілік", "елшіліг"}),
        ("кремль", {"кремль", "кремл"}),
        ("минск", {"минск", "минскі"}),
        ("конгресс", {"конгресс", "конгрес"}),
        ("ресей", {"ресей"}),
    ],
)
def test_the_last_word_of_a_name_changes_before_endings(word: str, told: set[str]) -> None:
    assert stems(word) == told


@pytest.mark.parametrize(
    ("word", "own"),
    [
        ("кеңестің", "кеңесінің"),
        ("палатаның", "палатасының"),
        ("банктің", "банкінің"),
        ("комитетінің", "комитетінің"),
        ("халық", "халық"),
    ],
)
def test_a_genitive_inside_a_title_may_be_its_owner_s(word: str, own: str) -> None:
    assert possessed(word) == own


@pytest.mark.parametrize(("word", "told"), [("чили", "bf"), ("перу", "bf"), ("қытай", "b"), ("ресей", "f")])
def test_a_foreign_name_in_i_or_u_takes_either_harmony(word: str, told: str) -> None:
    assert tones(word) == told

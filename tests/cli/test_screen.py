import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from qatynas.cli.screen import clipped, complain, cut, visible


@given(st.text())
def test_visible_text_is_one_line_and_steers_no_terminal(text: str):
    shown = visible(text)
    assert len(shown) == len(text)
    hidden = [c for c in shown if unicodedata.category(c) in {"Cc", "Cs", "Zl", "Zp"} or c in "\u202e\u2066\ufeff"]
    assert hidden == []


@pytest.mark.parametrize("text", ["Қазақстан – АҚШ «достық»", "әғқңөұүһі ӘҒҚҢӨҰҮҺІ", "1992-05-25", "中国"])
def test_ordinary_words_are_left_as_they_are(text: str):
    assert visible(text) == text


def test_what_could_steer_a_terminal_is_drawn_as_a_sign():
    assert visible("a\x1b[31mb\u202ec\nd\u00a0e") == "a␛[31mb\N{REPLACEMENT CHARACTER}c d e"


def test_a_complaint_is_one_line_whatever_a_file_is_called(capfd: pytest.CaptureFixture[str]):
    complain("a\nb.txt: refused")
    assert capfd.readouterr() == ("", "qatynas: a b.txt: refused\n")


@pytest.mark.parametrize(
    ("words", "most", "told"),
    [
        ("Kazakhstan", 26, "Kazakhstan"),
        ("Union of Soviet Socialist Republics", 26, "Union of Soviet Socialist…"),
        ("Kazakh (before 1925 Kirghiz) Republic", 10, "Kazakh…"),
        ("Nagorno-Karabakh-Artsakh", 10, "Nagorno-K…"),
    ],
)
def test_a_long_name_is_cut_behind_a_whole_word(words: str, most: int, told: str):
    assert cut(words, most) == told


@given(st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "Zs"))), st.integers(2, 40), st.integers(1, 5))
def test_clipped_words_fill_no_more_lines_than_they_may(words: str, width: int, lines: int):
    told = clipped(words, width, lines)
    if told.plain != visible(words):
        assert len(told.plain.splitlines()) <= lines
        assert max(cell_len(line) for line in told.plain.splitlines()) <= width
        assert told.plain.endswith("…")

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qatynas.cli.screen import complain, visible


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

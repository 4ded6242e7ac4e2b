"""`qatynas try`."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Call = Callable[..., Any]
VISIT = "Қазақстан Президенті 2015 жылы Қытайға ресми сапармен барды."


def squeezed(text: str) -> str:
    return " ".join(text.split())


def test_a_sentence_is_shown_with_every_step(qatynas: Call):
    done = qatynas("try", VISIT)
    told = squeezed(done.out)
    assert (done.status, done.err) == (0, "")
    assert "сапармен сапар NOUN Ins" in told
    assert "«Қытайға» state: Қытай, CHN, Dat" in told
    assert "«Қазақстан Президенті» Қазақстан Президенті (KAZ) · Nom" in told
    assert "«2015 жылы» 2015" in told
    assert "consult:visit:сапар бар CONSULT visit, consult.yaml:" in told
    assert "recipient «Қытайға» (Dat)" in told
    assert "fired on the same words: consult:visit:сапар бар" in told
    assert "event: visit Қазақстан Президенті (KAZ) → Қытай · 2015" in told


def test_what_made_no_fact_tells_why(qatynas: Call):
    told = squeezed(qatynas("try", "Қазақстан Президенті Алматыда оқушылармен кездесті.").out)
    assert "no fact: no state or organisation beyond one's own fills a role" in told
    assert "Facts: none" in told


def test_a_text_comes_from_standard_input(process: Call):
    done = process("try", input=f"\ufeff{VISIT} Ол Жапонияға барды.".encode())
    assert (done.status, done.err) == (0, "")
    assert "Sentence 2 of 2" in done.out
    assert "stands for «Қазақстан Президенті»" in done.out


def test_a_frame_of_ones_own_is_tried(qatynas: Call, tmp_path: Path):
    file = tmp_path / "mine" / "kk" / "realisations" / "own.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(
        "- {sense: meet, trigger: дастарқандас бол, roles: {actor: [Nom, Ins]}, "
        'example: "Қазақстан Президенті Қытай Төрағасымен дастарқандас болды."}\n',
        encoding="utf-8",
    )
    told = squeezed(qatynas("try", "Қазақстан Қытаймен дастарқандас болды.", "--lexicon", "mine").out)
    assert "mine/kk/realisations/own.yaml:1" in told


@pytest.mark.parametrize("width", [50, 80, 160])
def test_no_line_is_wider_than_the_terminal(qatynas: Call, monkeypatch: pytest.MonkeyPatch, width: int):
    monkeypatch.setenv("COLUMNS", str(width))
    assert max(map(len, qatynas("try", VISIT).out.splitlines())) <= width


def test_what_cannot_be_tried_is_one_line(qatynas: Call, process: Call):
    done = qatynas("try", "The two ministers met in Astana on 5 May 2010.")
    assert (done.status, done.out) == (1, "")
    assert done.err == "qatynas: facts are not yet read from texts in this language (English)\n"
    assert qatynas("try", "").err.startswith("qatynas: this text cannot be read: empty")
    assert process("try", input=b"\xff\xfe\x00").err == "qatynas: standard input: not UTF-8 (byte 0)\n"

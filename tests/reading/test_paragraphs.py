"""Lines are put together where a text was broken into lines, and kept apart where they are not one paragraph."""

import pytest

from qatynas.documents.text import Text
from qatynas.languages.registry import language
from qatynas.reading.paragraphs import paragraphs
from qatynas.reading.signatures import Line
from qatynas.reading.story import scenes


def read(text: str) -> list[str]:
    known = language("kk")
    assert known is not None
    told = scenes("t", Text(text), known, [s for s in known.sentences(text) if s.words], None)
    lines, at = [], 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            lines.append(Line(at, at + len(line.rstrip())))
        at += len(line)
    found = paragraphs(lines, told[0].story, lambda line: line.startswith("1-бап"))
    assert all(
        text[scene.sentence.start : scene.sentence.end].split() == scene.sentence.text.split() for scene in found
    )
    return [scene.sentence.text for scene in found]


def test_a_sentence_goes_on_over_the_end_of_a_line():
    text = "Тараптар тәжірибемен\nалмасады. Олар жылына\nбір рет бас қосады."
    assert read(text) == ["Тараптар тәжірибемен алмасады.", "Олар жылына бір рет бас қосады."]


@pytest.mark.parametrize(
    "text",
    [
        "Тараптар алмасады.\nОлар бас қосады.",
        "Қазақ тілінде\n\nОлар бас қосады.",
        "1-бап\nОлар бас қосады.",
        "Мақсаты:\nсауда.",
    ],
)
def test_a_mark_a_blank_line_and_a_head_keep_lines_apart(text: str):
    assert len(read(text)) == 2

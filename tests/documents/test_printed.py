"""A source printed as journals are: in columns, with running heads, page numbers and footnotes."""

import shutil
import subprocess
from pathlib import Path

import pytest

from editions import same_facts, saved, seed
from printed import FIRST, FONT, HEAD, NOTE, TITLE, flat_odt
from qatynas.documents.flow import flows
from qatynas.reading.reader import read_file, read_text

EVERY = 3


@pytest.mark.slow
@pytest.mark.parametrize("columns", [1, 2])
def test_facts_are_those_of_the_text_whatever_stands_around_it_on_paper(columns: int, tmp_path: Path):
    fonts = shutil.which("fc-list")
    if fonts is None or FONT not in subprocess.run([fonts], capture_output=True, encoding="utf-8").stdout:
        pytest.skip(f"the font {FONT} is not installed")
    text = seed("kazakhstan-usa").read_text(encoding="utf-8")
    paragraphs = [line for line in text.split("\n") if line.strip()]
    path = tmp_path / "journal.fodt"
    path.write_text(flat_odt(paragraphs, columns, EVERY), encoding="utf-8")
    reading = read_file(saved(path, "pdf", tmp_path))
    original, parts = reading.document.original, reading.document.parts
    same = same_facts(read_text("\n".join([TITLE, *paragraphs])), reading)
    assert same.share >= 0.98, str(same)
    pages = [part for part in parts if part.kind == "page"]
    running = [original[part.start : part.end] for part in parts if part.kind == "running"]
    assert sorted(running) == sorted([*[HEAD] * len(pages), *(str(page.number) for page in pages)])
    notes = [part for part in parts if part.kind == "note"]
    assert [note.label for note in notes] == [str(number + FIRST) for number in range(-(-len(paragraphs) // EVERY))]
    told = flows(reading.document)[1].restored.split("\n\n")
    assert [words.strip() for words in told] == [NOTE.format(page=number + 41) for number in range(len(notes))]
    assert [part.label for part in parts if part.kind == "heading"] == [TITLE]

"""The two sources as other kinds of file: the same facts as from the text (issue 5, Measures)."""

import re
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument

from editions import SEEDS, same_facts, saved, seed
from qatynas.reading.reader import read_file, read_text

TEXT = (
    "1992 жылы 25 мамырда Қазақстан мен Ресей достық туралы шартқа қол қойды.\n"
    "Қазақстан Президенті 1997 жылғы қарашада АҚШ-қа ресми сапармен барды."
)


def test_a_text_tells_the_facts_of_itself_however_its_lines_are_broken():
    same = same_facts(read_text(TEXT), read_text(TEXT.replace(" ", "  ")))
    assert (same.share, same.lost, same.new) == (1.0, (), ())


def test_a_fact_that_is_lost_or_new_counts_and_is_named():
    whole, half = read_text(TEXT), read_text(TEXT.partition("\n")[0])
    lost = same_facts(whole, half)
    assert lost.share == len(half.facts) / len(whole.facts) < 1
    assert {one.partition(" ")[0] for one in lost.lost} == {"event"}
    assert (lost.lost, lost.new) == (same_facts(half, whole).new, ())


@pytest.mark.slow
@pytest.mark.parametrize("name", SEEDS)
@pytest.mark.parametrize("extension", ["html", "pdf"])
def test_a_source_saved_as_another_kind_of_file_gives_the_same_facts(name: str, extension: str, tmp_path: Path):
    path = seed(name)
    same = same_facts(read_file(path), read_file(saved(path, extension, tmp_path)))
    assert same.share >= 0.98, same


@pytest.mark.slow
@pytest.mark.parametrize("name", SEEDS)
def test_facts_of_a_printed_source_stand_on_the_page_that_they_name(name: str, tmp_path: Path):
    path = saved(seed(name), "pdf", tmp_path)
    document = PdfDocument(path)
    words = [_plain(page.get_textpage().get_text_range()) for page in document]
    document.close()
    assert len(words) > 1
    facts = read_file(path).facts
    assert {fact.evidence[0].page for fact in facts} == set(range(1, len(words) + 1))
    for piece in (piece for fact in facts for piece in fact.evidence):
        assert piece.page
        assert _plain(piece.quote.partition("\f")[0]) in words[piece.page - 1]


def _plain(words: str) -> str:
    """The letters that are Russian too: the rest may be set in another font, and PDFium gives such words in pieces."""
    return re.sub("[^а-яёА-ЯЁ]", "", words)

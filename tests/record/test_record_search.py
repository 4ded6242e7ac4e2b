import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from papers import TREATY, VIEW, VISIT, reading, refused

from qatynas.record.store import Record


def names(record: Record, words: str) -> list[str]:
    return sorted(hit.name for hit in record.search(words))


@pytest.fixture
def library(record: Record) -> Record:
    for name, text in (("shart.txt", TREATY), ("sapar.txt", VISIT), ("mudde.txt", VIEW)):
        record.add(reading(name, text))
    record.add(reading("novosti.txt", "Президенты Казахстана и Китая обсудили торговлю.", language="ru"))
    record.add(refused("bos.txt"))
    return record


def test_every_word_must_stand_in_the_document(library: Record):
    assert names(library, "Қытай шартқа") == ["shart.txt"]
    assert names(library, "шартқа сапармен") == []


def test_a_word_is_found_with_endings_and_in_capitals_or_not(library: Record):
    assert names(library, "ҚЫТАЙ") == ["mudde.txt", "shart.txt"]


def test_letters_keep_their_marks(library: Record):
    assert names(library, "кытаи") == []


def test_a_document_in_a_language_not_yet_read_is_found_too(library: Record):
    assert names(library, "торговлю") == ["novosti.txt"]


def test_a_hit_shows_the_words_that_were_found(library: Record):
    (hit,) = library.search("сауда")
    assert [text for text, found in hit.pieces if found] == ["сауда"]
    assert "".join(text for text, _ in hit.pieces) == VIEW


def test_only_the_newest_edition_is_searched(record: Record):
    record.add(reading(text=TREATY))
    record.add(reading(text=VISIT))
    assert names(record, "шартқа") == []
    assert names(record, "сапармен") == ["shart.txt"]
    record.add(reading(text=TREATY))
    assert names(record, "шартқа") == ["shart.txt"]


def test_no_more_hits_than_asked_for(library: Record):
    assert len(library.search("қазақстан", limit=1)) == 1


@pytest.mark.parametrize("words", ["", "  ", '"', "*", "NEAR(", "a OR", "-", "шарт; DROP TABLE document", "^", "\x00"])
def test_signs_are_no_operators(library: Record, words: str):
    assert all(hit.name for hit in library.search(words))
    assert len(library.documents()) == 5


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=12))
def test_no_words_break_the_search(library: Record, words: str):
    library.search(words)

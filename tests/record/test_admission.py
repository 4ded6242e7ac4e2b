"""What a record does not take in, what it takes for unread, and what it finds in a damaged text."""

from dataclasses import replace

import msgspec
import pytest
from papers import TREATY, VISIT, reading, told

from qatynas.documents.jsonl import Line
from qatynas.documents.text import Text
from qatynas.errors import EvidenceError
from qatynas.reading.reading import Reading
from qatynas.record.outcome import Outcome
from qatynas.record.store import Record


def of_line(source: str, text: str) -> Reading:
    made = reading("1", text, facts=told("1", text))
    document = Line(id="1", name="1", original=text, file=source, line=4)
    return replace(made, document=document)


def test_an_id_from_another_file_is_a_refusal_and_never_an_edition(record: Record):
    assert record.add(of_line("/a.jsonl", TREATY)) is Outcome.new
    assert record.add(of_line("/b.jsonl", VISIT)) is Outcome.refused
    assert record.add(of_line("/a.jsonl", TREATY)) is Outcome.same
    kept, refused = record.documents()
    assert (kept.id, kept.file, kept.editions, kept.state) == ("1", "/a.jsonl", 1, "read")
    assert (refused.name, refused.reason) == ("b.jsonl:4", 'format: the id "1" stands in a.jsonl already')
    assert not record.holds(of_line("/b.jsonl", TREATY).document, "0.1.0", "d1")


def test_a_document_whose_language_is_not_read_is_stored_as_unread(record: Record):
    record.add(reading(language="ru", facts=[]))
    (document,) = record.documents()
    assert (document.unread, document.is_read, document.edition) == ("language", False, 1)


def test_evidence_of_another_document_is_refused(record: Record):
    with pytest.raises(EvidenceError, match=r"shart\.txt: fact .*another document, 'ozge\.txt'"):
        record.add(reading(facts=told("ozge.txt", TREATY)))
    assert record.documents() == []


def test_a_fact_that_cannot_be_read_back_is_refused(record: Record):
    from qatynas.errors import RecordError

    bad = msgspec.structs.replace(reading().facts[0], type="no such type")
    with pytest.raises(RecordError, match="cannot be kept"):
        record.add(reading(facts=[bad]))
    assert record.documents() == []


def test_a_fact_that_is_damaged_costs_only_itself(record: Record, sql):
    record.add(reading())
    sql("UPDATE fact SET json = '{}' WHERE place = 0")
    assert len(list(record.facts())) == 1
    assert any("not a fact" in fault for fault in record.check())


def test_a_word_spelled_right_finds_a_damaged_text_and_shows_the_original(record: Record):
    from qatynas.documents.offsets import Edit

    text = Text("Бұл казақстан туралы.").edit([Edit(4, 5, "қ", "letter")])
    made = reading(text=text.original, facts=[])
    record.add(replace(made, text=text))
    (hit,) = record.search("қазақстан")
    assert hit.pieces == (("Бұл ", False), ("казақстан", True), (" туралы.", False))
    assert [hit.name for hit in record.search("казақстан")] == ["shart.txt"]
    assert record.check() == []


def test_a_snapshot_does_not_see_what_is_written_later(record: Record):
    record.add(reading())
    with record.snapshot() as now:
        assert len(now.documents()) == 1
        record.add(reading("ekinshi.txt", VISIT))
        assert len(list(now.facts())) == 2
    assert len(record.documents()) == 2

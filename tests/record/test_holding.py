"""Which documents need not be read again."""

import msgspec
import pytest
from papers import TREATY, VISIT, reading, refused

from qatynas.documents.document import Document
from qatynas.reading.reader import read_document
from qatynas.record.outcome import Outcome
from qatynas.record.store import Record

SHART = reading().document


def test_a_document_is_held_once_its_reading_is_in(record: Record):
    assert not record.holds(SHART, "0.1.0", "d1")
    record.add(reading())
    assert record.holds(SHART, "0.1.0", "d1")


def test_another_version_or_other_data_would_read_it_anew(record: Record):
    record.add(reading())
    assert not record.holds(SHART, "0.2.0", "d1")
    assert not record.holds(SHART, "0.1.0", "d2")
    record.add(reading(version="0.2.0"))
    assert not record.holds(SHART, "0.1.0", "d1"), "it is there, but does not count any more"


@pytest.mark.parametrize(
    "change",
    [
        {"id": "/papers/ozge.txt"},
        {"original": VISIT},
        {"title": "Шарт"},
        {"date": "2002-12-23"},
        {"url": "https://example.org/shart"},
        {"language": "ru"},
        {"warnings": ("3 bytes were replaced",)},
        {"state": "partly", "reason": "size: only the first half"},
        {"state": "refused", "reason": "damaged: the file ends in a tag", "original": ""},
    ],
    ids=lambda change: next(iter(change)) + str(change.get("state", "")),
)
def test_a_document_that_tells_anything_else_is_read_again(record: Record, change: dict[str, object]):
    record.add(reading())
    assert not record.holds(msgspec.structs.replace(SHART, **change), "0.1.0", "d1")


def test_an_earlier_text_is_not_the_one_that_counts(record: Record):
    record.add(reading(text=TREATY))
    record.add(reading(text=VISIT))
    assert not record.holds(SHART, "0.1.0", "d1")


def test_a_document_that_was_refused_since_is_read_again(record: Record):
    record.add(reading())
    record.add(refused("shart.txt"))
    assert not record.holds(SHART, "0.1.0", "d1")
    assert record.add(reading()) is Outcome.reread
    assert record.holds(SHART, "0.1.0", "d1")


@pytest.mark.parametrize(
    "document",
    [
        Document(id="/t/kk", name="kk", original=TREATY),
        Document(id="/t/told", name="told", original=TREATY, language="kk", title="Шарт", date="2003-01-01"),
        Document(id="/t/en", name="en", original="Kazakhstan and China signed a treaty in 2002, in the capital."),
        Document(id="/t/ru", name="ru", original="Казахстан и Китай подписали договор.", language="ru"),
        Document(id="/t/none", name="none", original="1992 – 2002"),
        Document(id="/t/part", name="part", original=VISIT, state="partly", reason="size: only the first half"),
        Document(id="/t/bytes", name="bytes", original=VISIT, warnings=("3 bytes were replaced",)),
    ],
    ids=lambda document: document.name,
)
def test_what_the_reader_makes_of_a_document_is_held_exactly_when_adding_it_again_changes_nothing(
    record: Record, document: Document
):
    made = read_document(document)
    assert not record.holds(document, made.version, made.data)
    record.add(made)
    assert record.holds(document, made.version, made.data)
    assert record.add(made) is Outcome.same


def test_a_document_that_met_a_limit_of_the_reader_is_read_again_under_another_limit(
    record: Record, monkeypatch: pytest.MonkeyPatch
):
    document = Document(id="/t/long", name="long", original=TREATY)
    monkeypatch.setenv("QATYNAS_MAX_SENTENCE", "10")
    partly = read_document(document)
    assert partly.state == "partly"
    record.add(partly)
    assert not record.holds(document, partly.version, partly.data)
    monkeypatch.delenv("QATYNAS_MAX_SENTENCE")
    assert record.add(read_document(document)) is Outcome.reread

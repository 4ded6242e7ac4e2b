import subprocess
import sys
from collections.abc import Callable
from itertools import count
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from papers import TREATY, VIEW, VISIT, reading, refused, wrong_evidence

from qatynas.documents.document import Document
from qatynas.errors import EvidenceError, NotFound, RecordError
from qatynas.facts.evidence import Evidence
from qatynas.facts.identity import order
from qatynas.facts.kinds import Fact, Reference
from qatynas.reading.reading import Reading
from qatynas.record.outcome import Outcome
from qatynas.record.store import Record
from strategies import FACTS

SERIAL = count()
Sql = Callable[[str], list[tuple[object, ...]]]


def kinds(record: Record) -> list[str]:
    return sorted(stored.fact.kind for stored in record.facts())


def test_a_document_that_was_not_there_is_new(record: Record):
    assert record.add(reading()) is Outcome.new
    (document,) = record.documents()
    assert (document.id, document.name, document.state) == ("/papers/shart.txt", "shart.txt", "read")
    assert (document.language, document.encoding, document.edition, document.facts) == ("kk", "utf-8", 1, 2)
    assert document.sha256 == reading().document.sha256


def test_facts_come_back_as_they_went_in(record: Record):
    given = reading(text=f"{TREATY} {VISIT} {VIEW}")
    record.add(given)
    assert sorted((stored.fact for stored in record.facts()), key=order) == list(given.facts)


def test_the_same_reading_again_changes_nothing(record: Record, sql: Sql):
    record.add(reading())
    before = sql("SELECT * FROM reading"), sql("SELECT * FROM edition"), sql("SELECT * FROM document")
    assert record.add(reading()) is Outcome.same
    assert before == (sql("SELECT * FROM reading"), sql("SELECT * FROM edition"), sql("SELECT * FROM document"))


def test_a_document_that_changed_becomes_a_new_edition_beside_the_old(record: Record):
    record.add(reading(text=TREATY))
    assert record.add(reading(text=VISIT)) is Outcome.edition
    (document,) = record.documents()
    assert (document.edition, document.editions) == (2, 2)
    assert kinds(record) == ["event", "office"]
    assert record.original("shart.txt") == VISIT


def test_a_document_that_is_changed_back_counts_as_it_stands_and_is_kept_once(record: Record):
    for text in (TREATY, VISIT, TREATY):
        outcome = record.add(reading(text=text))
    assert outcome is Outcome.edition
    (document,) = record.documents()
    assert (document.edition, document.editions) == (1, 2)
    assert kinds(record) == ["event", "instrument"]
    assert record.add(reading(text=TREATY)) is Outcome.same


@pytest.mark.parametrize("newer", [{"version": "0.2.0"}, {"data": "d2"}])
def test_a_newer_reader_or_other_data_make_a_new_reading_that_counts(record: Record, sql: Sql, newer: dict[str, str]):
    record.add(reading())
    assert record.add(reading(facts=list(reading().facts[:1]), **newer)) is Outcome.reread
    assert len(kinds(record)) == 1
    assert sql("SELECT count(*) FROM fact") == [(3,)]
    assert sql("SELECT count(*) FROM edition") == [(1,)]


def test_the_reading_that_was_made_last_counts_even_if_it_was_made_before(record: Record, sql: Sql):
    for version in ("0.1.0", "0.2.0", "0.1.0"):
        outcome = record.add(reading(version=version))
    assert outcome is Outcome.reread
    assert record.document("shart.txt").version == "0.1.0"
    assert sql("SELECT count(*) FROM reading") == [(2,)]


def test_a_corrected_date_of_publication_is_a_reading_of_its_own(record: Record):
    record.add(reading(date="2001-01-01"))
    assert record.add(reading(date="2010-01-01")) is Outcome.reread
    assert record.document("shart.txt").date == "2010-01-01"


def test_a_refused_document_is_kept_with_its_reason(record: Record):
    assert record.add(refused("bos.txt")) is Outcome.refused
    (document,) = record.documents()
    assert (document.state, document.reason, document.edition) == ("refused", "empty: there is no text", None)
    with pytest.raises(NotFound, match=r"bos\.txt: no text"):
        record.original("bos.txt")


def test_a_refusal_again_changes_nothing_and_another_reason_replaces_it(record: Record, sql: Sql):
    record.add(refused("bos.txt"))
    before = sql("SELECT * FROM refusal")
    assert record.add(refused("bos.txt")) is Outcome.refused
    assert sql("SELECT * FROM refusal") == before
    record.add(refused("bos.txt", "damaged: the file ends in a tag"))
    assert record.document("bos.txt").reason == "damaged: the file ends in a tag"


def test_a_document_that_was_refused_first_is_new_when_it_can_be_read(record: Record):
    record.add(refused("shart.txt"))
    assert record.add(reading()) is Outcome.new
    assert record.document("shart.txt").state == "read"


def test_facts_of_an_earlier_text_stay_when_the_document_cannot_be_opened_any_more(record: Record):
    record.add(reading())
    assert record.add(refused("shart.txt", "unreadable: no permission")) is Outcome.refused
    document = record.document("shart.txt")
    assert (document.state, document.edition, document.facts) == ("refused", 1, 2)
    assert kinds(record) == ["event", "instrument"]
    assert record.add(reading()) is Outcome.reread
    assert record.document("shart.txt").state == "read"


def test_a_partly_read_document_says_why(record: Record):
    record.add(reading(state="partly", reason="size: only 20 characters were read"))
    document = record.document("shart.txt")
    assert (document.state, document.reason) == ("partly", "size: only 20 characters were read")


def test_a_document_in_a_language_not_yet_read_is_kept_whole_and_says_so(record: Record):
    text = "Президенты двух стран обсудили торговлю."
    assert record.add(reading("novosti.txt", text, language="ru")) is Outcome.new
    (document,) = record.documents()
    assert (document.language, document.facts) == ("ru", 0)
    assert "not yet read" in document.warnings[0]
    assert record.original("novosti.txt") == text


def test_a_quote_that_has_slipped_writes_nothing_of_its_document(record: Record, sql: Sql):
    with pytest.raises(EvidenceError, match=r"shart\.txt"):
        record.add(wrong_evidence())
    assert sql("SELECT count(*) FROM document") == [(0,)]


def test_a_slipped_quote_leaves_the_older_reading_as_it_is(record: Record):
    record.add(reading())
    with pytest.raises(EvidenceError):
        record.add(wrong_evidence(text=TREATY + " Соңы."))
    assert record.document("shart.txt").editions == 1
    assert kinds(record) == ["event", "instrument"]


def test_a_fact_without_evidence_is_refused(record: Record):
    bare = Reading(
        document=Document(id="/a", name="a", original=TREATY),
        text=reading().text,
        language="kk",
        facts=(Reference(marker="1", evidence=(), id="00"),),
        version="0",
        data="d",
    )
    with pytest.raises(EvidenceError, match="without evidence"):
        record.add(bare)


def test_two_facts_of_one_id_are_refused_on_one_line(record: Record, sql: Sql):
    (first, *_) = reading().facts
    twice = Reading(
        document=reading().document, text=reading().text, language="kk", facts=(first, first), version="0", data="d"
    )
    with pytest.raises(RecordError, match=r"^[^\n]*UNIQUE[^\n]*$"):
        record.add(twice)
    assert sql("SELECT count(*) FROM document") == [(0,)]


def test_two_files_of_one_name_in_two_folders_are_two_documents(record: Record):
    record.add(reading(folder="/a", text=TREATY))
    record.add(reading(folder="/b", text=VISIT))
    assert [document.id for document in record.documents()] == ["/a/shart.txt", "/b/shart.txt"]
    assert record.document("/b/shart.txt").facts == 2
    with pytest.raises(NotFound, match=r"several documents have this name: /a/shart\.txt, /b/shart\.txt"):
        record.document("shart.txt")


def test_a_copy_of_a_document_does_not_double_its_facts(record: Record):
    record.add(reading(folder="/b"))
    assert record.add(reading(folder="/a")) is Outcome.new
    assert [document.copy_of for document in record.documents()] == [None, "/a/shart.txt"]
    assert record.counts() == {"event": 1, "instrument": 1}
    assert {stored.document for stored in record.facts()} == {"/a/shart.txt"}
    assert [relation.documents for relation in record.relations()] == [1]
    assert len(list(record.facts(document="/b/shart.txt"))) == 2


def test_a_copy_counts_by_itself_when_the_first_document_has_changed(record: Record):
    record.add(reading(folder="/a"))
    record.add(reading(folder="/b"))
    record.add(reading(folder="/a", text=VISIT))
    assert [document.copy_of for document in record.documents()] == [None, None]
    assert record.counts() == {"event": 2, "instrument": 1, "office": 1}


def test_half_a_surrogate_pair_is_a_refusal_and_not_a_crash(record: Record):
    assert record.add(reading(text="Шарт \ud800 жазылды.")) is Outcome.refused
    assert record.document("shart.txt").reason == "encoding: half of a surrogate pair at character 5"


def test_a_name_that_is_no_unicode_is_told_on_one_line(record: Record):
    with pytest.raises(RecordError, match="no Unicode text"):
        record.add(reading(name="shart\udcff.txt", facts=[]))


def test_characters_outside_the_basic_plane_and_nul_keep_their_offsets(record: Record):
    text = f"😀\x00 {TREATY}"
    record.add(reading(text=text))
    stored = next(record.facts())
    assert record.original("shart.txt") == text
    assert record.context(stored, 3, 3) == ("😀\x00 ", TREATY, "")
    assert record.check() == []


def test_a_missing_record_is_named_when_it_must_not_be_made(where: Path):
    with pytest.raises(NotFound, match=r"qatynas\.db: no such record"):
        Record.open(where, create=False)
    assert not where.exists()


def test_a_record_opens_by_url_too(where: Path):
    with Record.open(f"sqlite:///{where}") as record:
        record.add(reading())
    with Record.open(str(where), create=False) as record:
        assert len(record.documents()) == 1


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("postgresql://scholar:secret@host/db", "only a record in SQLite"),
        ("sqlite://", "a record is a file"),
        ("://", "not the URL"),
    ],
)
def test_a_url_that_cannot_be_opened_is_told_without_its_password(url: str, reason: str):
    with pytest.raises(RecordError, match=reason) as caught:
        Record.open(url)
    assert "secret" not in str(caught.value)


def test_a_document_can_be_added_while_facts_are_being_read(record: Record):
    record.add(reading())
    for stored in record.facts():
        record.add(reading(f"{stored.fact.kind}.txt", VISIT))
    assert len(record.documents()) == 3


def test_opening_an_up_to_date_record_leaves_alembic_alone(where: Path):
    Record.open(where).close()
    code = f"import sys\nfrom qatynas.record.store import Record\nRecord.open({str(where)!r}).close()\n"
    done = subprocess.run(
        [sys.executable, "-c", code + "print('alembic' in sys.modules)"], capture_output=True, text=True, check=True
    )
    assert done.stdout == "False\n"


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(FACTS, max_size=4))
def test_a_fact_of_every_kind_comes_back_without_loss(record: Record, facts: list[Fact]):
    given_now = reading("any.txt", data=f"d{next(SERIAL)}", facts=[_on_the_treaty(fact) for fact in facts])
    record.add(given_now)
    assert {one.fact.id: one.fact for one in record.facts()} == {fact.id: fact for fact in given_now.facts}
    assert record.check() == []


def _on_the_treaty(fact: Fact) -> Fact:
    return msgspec.structs.replace(fact, evidence=(Evidence("any.txt", 0, len(TREATY), TREATY),))

"""What documents are as sources, in the record: layers, libraries, restriction."""

from dataclasses import replace

import msgspec
import pytest
from papers import TREATY, VISIT, reading

from qatynas.documents.bibliography import Entry
from qatynas.documents.part import Part
from qatynas.errors import NotFound, QatynasError
from qatynas.facts.source import Name, Source
from qatynas.reading.reading import Reading
from qatynas.record import migration, sqlite
from qatynas.record.store import Record


def with_told(made: Reading, **told: object) -> Reading:
    return replace(made, document=msgspec.structs.replace(made.document, **told))


def test_the_file_the_library_and_the_person_speak_in_that_order(record: Record):
    record.add(with_told(reading(), title="untitled", authors=("User",), container="a.kz", url="https://a.kz/1"))
    entry = Entry("kim", Source(title="Шекара", kind="press", url="http://www.a.kz/1/"))
    (taken,) = record.take_in([entry], "/l.bib")
    assert (taken.document, taken.by, taken.changed) == ("/papers/shart.txt", "URL", True)
    record.describe("shart.txt", {"title": "Шекара ашық"})
    stored = record.source("shart.txt")
    assert (stored.source.title, stored.source.kind, stored.source.container_title) == ("Шекара ашық", "press", "a.kz")
    assert stored.source.author == (Name(literal="User"),)
    assert (stored.whence["title"], stored.whence["kind"], stored.whence["author"]) == ("hand", "import", "file")
    assert (stored.source.language, stored.whence["language"]) == ("kk", "file")
    assert record.check() == []


def test_what_was_said_survives_a_new_reading_and_a_new_edition(record: Record):
    record.add(reading())
    record.describe("shart.txt", {"title": "Шарт", "restricted": True})
    record.add(reading(version="2"))
    record.add(with_told(reading(text=TREATY + " " + VISIT), title="other", container="Егемен"))
    stored = record.source("shart.txt").source
    assert (stored.title, stored.restricted, stored.container_title) == ("Шарт", True, "Егемен")


def test_what_the_file_tells_of_itself_is_told_anew_where_only_that_changed(record: Record):
    record.add(reading())
    record.add(with_told(reading(), authors=("Ким, Анна",), publisher="Атамұра"))
    told = record.source("shart.txt").source
    assert (told.author, told.publisher) == ((Name(family="Ким", given="Анна"),), "Атамұра")


def test_what_was_said_is_taken_back(record: Record):
    record.add(with_told(reading(), title="untitled"))
    record.describe("shart.txt", {"title": None})
    assert record.source("shart.txt").source.title is None
    record.describe("shart.txt", {}, ["title"])
    assert record.source("shart.txt").source.title == "untitled"


def test_to_take_in_a_library_twice_changes_nothing(record: Record, sql):
    record.add(reading())
    entries = [
        Entry("a", Source(title="А", author=(Name(literal="Б"),)), ("shart.txt",)),
        Entry("b", Source(title="Жоқ")),
    ]
    assert [(each.by, each.changed) for each in record.take_in(entries, "/l.bib")] == [
        ("file name", True),
        (None, True),
    ]
    before = sql("SELECT * FROM source")
    assert [each.changed for each in record.take_in(entries, "/l.bib")] == [False, False]
    assert sql("SELECT * FROM source") == before


def test_an_entry_without_a_document_is_kept_and_finds_it_later(record: Record):
    entries = [Entry("a", Source(title="«Шарт туралы».", kind="treaty"))]
    record.take_in(entries, "/l.bib")
    (alone,) = record.sources()
    assert (alone.document, alone.entry, alone.source.kind) == (None, "a", "treaty")
    record.add(with_told(reading(), title="Шарт  туралы"))
    (taken,) = record.take_in(entries, "/l.bib")
    assert (taken.by, taken.changed) == ("title", True)
    (stored,) = record.sources()
    assert (stored.document, stored.source.kind) == ("/papers/shart.txt", "treaty")


def test_an_entry_that_left_the_library_and_has_no_document_goes(record: Record):
    record.take_in([Entry("a", Source(title="А")), Entry("b", Source(title="Б"))], "/l.bib")
    record.take_in([Entry("c", Source(title="В"))], "/other.bib")
    record.take_in([Entry("b", Source(title="Б"))], "/l.bib")
    assert [each.entry for each in record.sources()] == ["b", "c"]


def test_what_several_documents_share_decides_nothing(record: Record):
    record.add(with_told(reading("a.txt"), title="Шарт", url="https://a.kz/doc?x=10.1234/ab.c"))
    record.add(with_told(reading("b.txt", VISIT), title="Шарт"))
    (taken,) = record.take_in([Entry("k", Source(title="Шарт"))], "/l.bib")
    assert taken.document is None
    assert taken.problem == "several documents have this title: /papers/a.txt, /papers/b.txt"
    (taken,) = record.take_in([Entry("k", Source(title="Шарт", doi="10.1234/AB.C"))], "/l.bib")
    assert (taken.document, taken.by) == ("/papers/a.txt", "DOI")


def test_two_entries_are_not_of_one_document(record: Record):
    record.add(reading())
    one, two = record.take_in(
        [Entry("a", Source(title="А"), ("shart.txt",)), Entry("b", Source(title="Б"), ("SHART.TXT",))], "/l.bib"
    )
    assert (one.by, two.document, two.problem) == ("file name", None, "the entry a is of the same document")


def test_a_restricted_text_is_restricted_wherever_it_lies(record: Record):
    record.add(reading("a.txt"))
    record.add(reading("b.txt"))
    record.add(reading("c.txt", VISIT))
    record.describe("b.txt", {"restricted": True})
    assert record.restricted() == {"/papers/a.txt", "/papers/b.txt"}
    record.describe("b.txt", {"restricted": False})
    assert record.restricted() == frozenset()


def test_the_pages_of_a_file_are_counted(record: Record):
    record.add(with_told(reading(), parts=(Part("page", 0, 5, 1), Part("page", 5, 9, 2), Part("note", 6, 7))))
    assert (record.pages("/papers/shart.txt"), record.pages("/none")) == (2, 0)


def test_a_field_that_cannot_be_is_refused_and_nothing_is_written(record: Record, sql):
    record.add(reading())
    with pytest.raises(QatynasError, match="no EDTF date"):
        record.describe("shart.txt", {"issued": "кеше"})
    with pytest.raises(NotFound, match="no such document"):
        record.describe("none.txt", {"title": "Т"})
    assert sql("SELECT count(*) FROM source") == [(0,)]


def test_a_damaged_source_is_found_by_the_check(record: Record, sql):
    record.add(reading())
    record.describe("shart.txt", {"restricted": True})
    sql("UPDATE source SET restricted = 0")
    assert record.check() == ["/papers/shart.txt: the column of its restriction differs from what was said of it"]
    sql("""UPDATE source SET by_hand = '{"issued": 7}'""")
    (fault,) = record.check()
    assert fault.startswith("/papers/shart.txt: what it is as a source: not a source")


def test_a_record_of_the_schema_before_keeps_its_documents_and_their_file(where, sql):
    engine = sqlite.engine(where, busy_seconds=1)
    migration.prepare(engine, where, create=True, lineage=migration.Lineage(migration.CURRENT.scripts, "0001", 1))
    engine.dispose()
    sql("INSERT INTO document (id, name, source, title, added_at) VALUES ('1', '1', '/a.jsonl', 'Шарт', '2024')")
    sql("INSERT INTO refusal (document, reason, warnings, refused_at) VALUES ('1', 'empty: no text', '[]', '2024')")
    with Record.open(where) as record:
        (document,) = record.documents()
        assert (document.file, document.title) == ("/a.jsonl", "Шарт")
        assert record.source("1").source.title == "Шарт"
        assert record.describe("1", {"kind": "treaty"}).source.kind == "treaty"
        assert record.check() == []

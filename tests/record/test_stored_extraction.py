"""An original stays as it was first extracted (FORMAT.md, "The original text")."""

from pathlib import Path

from msgspec import structs

from office import docx, p
from qatynas.documents.document import Document
from qatynas.documents.opening import open_path
from qatynas.reading.reader import read_document
from qatynas.record.store import Record

TREATY = "Қазақстан мен Ресей 1992 жылғы 25 мамырда достық туралы шартқа қол қойды."
CORE = "<dc:title>Шарт</dc:title><dc:creator>А. Ахметов</dc:creator>"


def kept(record: Record, path: Path) -> Document:
    (document,) = open_path(path, record.extracted)
    return document


def test_a_file_of_the_same_bytes_is_not_extracted_again(where: Path, tmp_path: Path):
    path = tmp_path / "a.docx"
    path.write_bytes(docx(p("Кіріспе", "TOC1") + p(TREATY), comments="<w:comment/>", core=CORE))
    (first,) = open_path(path)
    with Record.open(where, create=True) as record:
        record.add(read_document(first))
        known = record.extracted(first.bytes_sha256 or "")
        assert known is not None
        assert (known.text, known.parts, known.extractor) == (first.original, first.parts, first.extractor)
        assert kept(record, path) == first
        earlier = structs.replace(known, extractor="qatynas-docx/0")
        (again,) = open_path(path, lambda _: earlier)
        assert again == structs.replace(first, extractor="qatynas-docx/0")


def test_the_same_bytes_under_another_name_are_told_by_what_was_extracted(where: Path, tmp_path: Path):
    path, copy = tmp_path / "a.docx", tmp_path / "b.txt"
    path.write_bytes(docx(p(TREATY)))
    copy.write_bytes(path.read_bytes())
    with Record.open(where, create=True) as record:
        record.add(read_document(kept(record, path)))
        found = kept(record, copy)
    assert (found.name, found.original) == ("b.txt", TREATY + "\n")
    assert found.warnings == ("named .txt, but the content is DOCX",)


def test_what_was_read_in_part_or_is_plain_text_is_opened_anew(where: Path, tmp_path: Path):
    text, part = tmp_path / "a.txt", tmp_path / "b.rtf"
    text.write_text(TREATY, encoding="utf-8")
    part.write_bytes(rb"{\rtf1\ansi first\par")
    with Record.open(where, create=True) as record:
        for path in (text, part):
            document = kept(record, path)
            record.add(read_document(document))
            assert record.extracted(document.bytes_sha256 or "") is None
        assert record.check() == []

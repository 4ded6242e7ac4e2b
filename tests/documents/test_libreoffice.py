from pathlib import Path

import pytest

from editions import SEEDS, same_facts, saved, seed
from qatynas.documents.opening import open_bytes
from qatynas.reading.reader import read_file

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def ole(*streams):
    return OLE + b"".join(stream.encode("utf-16-le") + bytes(40) for stream in streams)


def reason(data):
    return open_bytes(data, id="a", name="a.doc").reason


@pytest.mark.parametrize(
    ("stream", "told"),
    [
        ("EncryptedPackage", "encrypted: the document opens only with a password"),
        ("Workbook", "format: old Excel documents are not read: save the file as XLSX"),
        ("PowerPoint Document", "format: old PowerPoint documents are not read"),
        ("__substg1.0_0037001F", "format: Outlook messages are not read: save the message as EML"),
        ("Something", "damaged: an OLE file without a Word document in it"),
    ],
)
def test_ole_files_that_are_no_word_document_are_told_apart(stream, told):
    assert reason(ole(stream)) == told


def test_without_libreoffice_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setenv("PATH", str(tmp_path))
    told = reason(ole("WordDocument"))
    assert told == "format: old Word documents need LibreOffice (Debian: apt-get install libreoffice-writer-nogui)"


def test_a_damaged_document_is_refused_and_nothing_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    doc = saved_text(tmp_path).read_bytes()
    folder = tmp_path / "scratch"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    told = reason(doc[:1536] + "WordDocument".encode("utf-16-le"))
    assert told == "damaged: LibreOffice cannot read the old Word document; it may want a password"
    assert list(folder.iterdir()) == []


def saved_text(folder: Path) -> Path:
    text = folder / "text.txt"
    text.write_text("Екі ел келісімге қол қойды.\n", encoding="utf-8")
    return saved(text, "doc", folder)


def test_a_word_document_is_read_as_one(tmp_path: Path):
    document = open_bytes(saved_text(tmp_path).read_bytes(), id="a", name="a.doc")
    assert document.original == "Екі ел келісімге қол қойды.\n"
    assert (document.media_type, document.state) == ("application/msword", "read")


@pytest.mark.parametrize("name", SEEDS)
def test_a_source_saved_by_libreoffice_gives_the_facts_of_its_text(name, tmp_path):
    same = same_facts(read_file(seed(name)), read_file(saved(seed(name), "doc", tmp_path)))
    assert same.share >= 0.98, str(same)

import hashlib
import io
import os
import subprocess
import sys
import time
import zipfile

import pytest

from qatynas.documents.document import Document
from qatynas.documents.opening import open_bytes, open_path
from qatynas.settings import default

TEXT = "Қазақстан мен Қытай шекара туралы келісімге қол қойды.\r\n"


def write(folder, name, data):
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def one(path):
    (document,) = open_path(path)
    return document


def packed(*members):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in members:
            archive.writestr(name, content)
    return file.getvalue()


def test_a_file_is_one_document_with_its_original_text_unchanged(tmp_path):
    path = write(tmp_path, "сапар.txt", b"\xef\xbb\xbf" + TEXT.encode())
    assert one(path) == Document(
        id=path.resolve().as_posix(),
        name="сапар.txt",
        original=TEXT,
        encoding="utf-8",
        bytes_sha256=hashlib.sha256(b"\xef\xbb\xbf" + TEXT.encode()).hexdigest(),
    )


@pytest.mark.parametrize("data", [b"", b" \r\n\t", "\u00a0\u2003\n".encode(), b"\xef\xbb\xbf", b"\xff\xfe \0\n\0"])
@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.jsonl", "a.pdf"])
def test_a_file_without_text_is_refused_as_empty(tmp_path, name, data):
    document = one(write(tmp_path, name, data))
    assert (document.state, document.reason, document.original) == ("refused", "empty: there is no text", "")


def test_a_page_without_words_is_refused_as_empty(tmp_path):
    assert one(write(tmp_path, "a.html", "<html><script>1</script></html>")).reason == "empty: there is no text"


def test_a_binary_file_named_txt_is_refused(tmp_path):
    document = one(write(tmp_path, "a.txt", b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 20))
    assert (document.state, document.reason) == ("refused", "binary: this is no text")
    assert document.bytes_sha256


FOREIGN = [
    (b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', "XML"),
]


@pytest.mark.parametrize(("data", "found"), FOREIGN, ids=[found for _, found in FOREIGN])
def test_a_format_that_is_not_read_is_named_whatever_the_file_is_called(tmp_path, data, found):
    document = one(write(tmp_path, "a.txt", data))
    assert document.reason == f"format: {found} documents are not read yet"
    assert document.warnings == (f"named .txt, but the content is {found}",)


def test_json_that_is_not_one_document_a_line_is_refused(tmp_path):
    assert (
        one(write(tmp_path, "a.json", '{\n "id": "a",\n "text": "b"\n}')).reason
        == "format: JSON documents are not read yet"
    )


def test_a_page_named_txt_is_read_as_a_page_and_told(tmp_path):
    document = one(write(tmp_path, "a.txt", f"<!doctype html><html lang=kk><title>Сапар</title><p>{TEXT}</p></html>"))
    assert document.original == TEXT.strip()
    assert (document.media_type, document.title, document.language) == ("text/html", "Сапар", "kk")
    assert document.warnings == ("named .txt, but the content is HTML",)
    assert (document.extractor or "").startswith("qatynas-html/2 lxml/")


def test_a_plain_text_named_docx_is_read_and_told(tmp_path):
    document = one(write(tmp_path, "a.docx", TEXT))
    assert (document.state, document.original) == ("read", TEXT)
    assert document.warnings == ("named .docx, but the content is plain text",)


@pytest.mark.parametrize("charset", ["windows-1251", "koi8-r", "iso-8859-5"])
def test_the_encoding_that_a_page_names_is_heeded(tmp_path, charset):
    data = f'<html><meta charset="{charset}"><p>Визит в Ташкент</p></html>'.encode(charset)
    assert one(write(tmp_path, "a.html", data)).original == "Визит в Ташкент"


def test_a_page_in_utf16_is_read(tmp_path):
    assert one(write(tmp_path, "a.html", f"<html><p>{TEXT}</p></html>".encode("utf-16"))).original == TEXT.strip()


def test_a_page_may_name_its_encoding_wrongly(tmp_path):
    data = f'<?xml version="1.0" encoding="utf-16"?><html><meta charset="utf-16"><p>{TEXT}</p></html>'
    assert one(write(tmp_path, "a.xhtml", data)).original == TEXT.strip()


def test_markdown_keeps_its_characters_and_tells_its_title(tmp_path):
    text = f"---\ndate: 2014-05-29\n---\n# Сапар\n\n**{TEXT}**"
    document = one(write(tmp_path, "a.md", text))
    assert document.original == text
    assert (document.title, document.date, document.media_type) == ("Сапар", "2014-05-29", "text/markdown")


def test_a_plain_text_tells_its_title_and_date(tmp_path):
    document = one(write(tmp_path, "a.txt", f"Сапар\n\n2014-05-29\n{TEXT}"))
    assert (document.title, document.date) == ("Сапар", "2014-05-29")


def test_invalid_bytes_are_counted_and_told(tmp_path):
    document = one(write(tmp_path, "a.txt", (TEXT * 20).encode() + b"\xff\xfe"))
    assert document.state == "read"
    assert document.original.endswith("\ufffd\ufffd")
    assert document.warnings == ("characters lost: 2 (U+FFFD stands in their place)",)


@pytest.mark.parametrize("page", ["utf-8", "kz1048", "utf-16"])
def test_a_single_line_of_20_mb_is_opened_in_time(tmp_path, page):
    text = TEXT.strip() * (10_000_000 // len(TEXT) * (1 if page == "utf-8" else 2))
    path = write(tmp_path, "a.txt", text.encode(page))
    began = time.perf_counter()
    document = one(path)
    assert time.perf_counter() - began < 2
    assert document.original == text[: int(default("max_characters"))]


def test_a_file_over_the_limit_is_refused_before_it_is_read(tmp_path, monkeypatch):
    monkeypatch.setenv("QATYNAS_MAX_FILE_BYTES", "1000000")
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.write(TEXT.encode())
        file.truncate(50_000_000_000)
    assert one(path).reason == "size: 50,000,000,000 bytes, more than the 1,000,000 that a file may have"


def test_bytes_over_the_limit_are_refused(monkeypatch):
    monkeypatch.setenv("QATYNAS_MAX_FILE_BYTES", "10")
    assert (open_bytes(TEXT.encode(), id="a", name="a").reason or "").startswith("size: ")


def test_a_text_over_the_limit_is_read_partly(tmp_path, monkeypatch):
    monkeypatch.setenv("QATYNAS_MAX_CHARACTERS", "9")
    document = one(write(tmp_path, "a.txt", TEXT))
    assert (document.original, document.state) == ("Қазақстан", "partly")
    assert (document.reason or "").startswith("size: only the first 9 of")


def test_a_jsonl_file_is_many_documents_whatever_its_name_and_size(tmp_path, monkeypatch):
    monkeypatch.setenv("QATYNAS_MAX_FILE_BYTES", "20")
    path = write(tmp_path, "news.txt", '{"id": "a", "text": "бір"}\n{"id": "b"}\n{"id": "c", "text": "үш"}\n')
    documents = list(open_path(path))
    assert [(document.id, document.state) for document in documents] == [
        ("a", "read"),
        ("news.txt:2", "refused"),
        ("c", "read"),
    ]
    assert [document.warnings for document in documents] == [("named .txt, but the content is JSONL",), (), ()]


def test_many_documents_cannot_be_opened_as_one():
    assert (open_bytes(b'{"id": "a", "text": "b"}', id="a", name="a").reason or "").startswith("format: JSONL")


def test_a_missing_file_a_folder_and_a_file_used_as_folder_are_refused(tmp_path):
    write(tmp_path, "a.txt", TEXT)
    assert one(tmp_path / "gone.txt").reason == "missing: no such file"
    assert one(tmp_path).reason == "unreadable: a folder, not a file"
    assert one(tmp_path / "a.txt" / "b.txt").reason == "unreadable: not a directory"
    assert (one(tmp_path / "a\0b").reason or "").startswith("unreadable: ")


def test_a_name_that_is_not_utf8_can_be_printed_and_stored(tmp_path):
    path = tmp_path / os.fsdecode(b"\xff.txt")
    path.write_text(TEXT, encoding="utf-8")
    assert one(path).name == "\\xff.txt"


UNPRIVILEGED = """
import os, sys
from pathlib import Path
from qatynas.documents.opening import discover, open_path
if os.geteuid() == 0:
    os.seteuid(65534)
for path in discover([Path(sys.argv[1])]):
    for document in open_path(path):
        print(document.name, document.state, document.reason)
"""


def test_an_unreadable_folder_and_file_are_refused_and_the_others_read(tmp_path):
    root = tmp_path / "all"
    (root / "closed").mkdir(parents=True)
    write(root, "a.txt", "Мәтін")
    write(root, "secret.txt", "Мәтін").chmod(0)
    (root / "closed").chmod(0)
    for folder in (root, *root.parents[:4]):
        folder.chmod(0o755)
    try:
        done = subprocess.run([sys.executable, "-c", UNPRIVILEGED, root], capture_output=True, text=True, check=True)
    finally:
        (root / "closed").chmod(0o755)
    assert done.stdout.splitlines() == [
        "a.txt read None",
        "closed refused unreadable: permission denied",
        "secret.txt refused unreadable: permission denied",
    ]

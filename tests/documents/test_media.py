import time

import pytest

from qatynas.documents import media


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("<!DOCTYPE html><p>x", "a.txt", "HTML"),
        ("\n <!-- x --><HTML lang=kk>", "a", "HTML"),
        ('<?xml version="1.0"?><html xmlns="x">', "a.xml", "HTML"),
        ("<p>бөлік</p>", "a.html", "HTML"),
        ("<p>бөлік</p>", "a.txt", "plain text"),
        ("3 < 5 болса", "a.html", "plain text"),
        ('<?xml version="1.0"?><rss/>', "a.txt", "XML"),
        ("<svg onload=x>", "a.svg", "XML"),
        ('{\n "a": 1}', "a.json", "JSON"),
        ("[1] сілтеме", "a.txt", "plain text"),
        ("# Тақырып", "a.md", "Markdown"),
    ],
)
def test_content_decides_and_the_extension_only_between_kinds_of_text(text, name, kind):
    assert media.kind(text, name) == kind


@pytest.mark.parametrize(
    ("head", "name", "many"),
    [
        (b'{"id": "a", "text": "b"}\n', "a.txt", True),
        (b'\xef\xbb\xbf\n{"text": "b"}', "a", True),
        (b'{"id": "a"}\n', "a.txt", False),
        (b'{"id": "a"}\n', "a.jsonl", True),
        (b'spoilt\n{"id": "a"}\n', "a.ndjson", True),
        (b"plain words", "a.jsonl", False),
        (b'{"id": 1, "text": "' + b"x" * 60_000, "a.txt", True),
        (b"{" * 30_000, "a.txt", False),
        (b'{"a": ' + b"[" * 30_000, "a.txt", False),
        (b"%PDF-1.4", "a.jsonl", False),
        (b"", "a.jsonl", False),
    ],
)
def test_many_documents_in_one_file_are_known_by_their_first_lines(head, name, many):
    assert media.is_jsonl(head, name) is many


def test_an_extension_that_promises_something_else_is_told():
    assert media.mismatch("a.docx", "HTML") == "named .docx, but the content is HTML"
    assert media.mismatch("a.TXT", "plain text") is None
    assert media.mismatch("a.1992", "plain text") is None
    assert media.mismatch("a", "PDF") is None


@pytest.mark.parametrize(
    "piece", ["<!---->", "<!-- x -->", "<!--", "<?xml ?>", "<?xml ", " ", "<!---->\n", "<p ", "<a/", "<"]
)
def test_time_to_know_a_kind_grows_with_the_length_and_not_faster(piece):
    began = time.perf_counter()
    media.kind(piece * 10_000, "a.html")
    assert time.perf_counter() - began < 1


def test_comments_before_a_page_do_not_hide_it():
    assert media.kind("<?xml version='1.0'?>\n" + "<!-- a -->\n<!---->" * 500 + "<html>", "a.txt") == "HTML"
    assert media.kind("<!-- a --> words <!-- b --><html>", "a.txt") == "plain text"


LETTER = b"From: a@b.example\r\nSubject: x\r\n y\r\n"


@pytest.mark.parametrize(
    ("data", "name", "found"),
    [
        (LETTER + b"MIME-Version: 1.0\r\n\r\ntext", "a.txt", "e-mail"),
        (LETTER + b"\r\ntext", "a.txt", None),
        (LETTER + b"\r\ntext", "a.eml", "e-mail"),
        (b"words: and more\n\ntext", "a.eml", None),
        (b"Received: from x\nFrom: a@b.example\n\ntext", "letter", "e-mail"),
        (b"From: <Saved by Blink>\nMIME-Version: 1.0\n\n", "a.txt", "MHTML"),
        (b'MIME-Version: 1.0\nContent-Type: multipart/related;\n\ttype="text/html"\n\n', "a.txt", "MHTML"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/mixed\n\n", "a.mht", "MHTML"),
        (b"PK\x03\x04 broken", "a.zip", "ZIP"),
        (b"PK\x03\x04 [Content_Types].xml word/document.xml, and the rest is lost", "a.docx", "DOCX"),
        (b"PK\x03\x04" + b"\0" * 26 + b"mimetypeapplication/epub+zip", "a.zip", "EPUB"),
    ],
)
def test_letters_saved_pages_and_packed_files_are_known_by_their_first_bytes(data, name, found):
    assert media.foreign(data, name) == found


@pytest.mark.parametrize("piece", [b"a:", b"a: b\n", b"a:\n ", b"\n", b"a: b\r\n c\r\n"])
def test_time_to_know_a_letter_grows_with_the_length_and_not_faster(piece):
    began = time.perf_counter()
    media.foreign(piece * 20_000, "a.eml")
    assert time.perf_counter() - began < 1

import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from editions import SEEDS, same_facts, saved, seed
from office import odt
from qatynas.documents.opening import open_bytes
from qatynas.reading.reader import read_file

OPEN = "urn:oasis:names:tc:opendocument:xmlns:"
MANIFEST = (
    f'<m:manifest xmlns:m="{OPEN}manifest:1.0">'
    '<m:file-entry m:full-path="/" m:media-type="application/vnd.oasis.opendocument.text"/>'
    '<m:file-entry m:full-path="content.xml" m:media-type="text/xml"/></m:manifest>'
)
SIZE = f'xmlns:svg="{OPEN}svg-compatible:1.0" svg:width="2cm" svg:height="2cm" text:anchor-type="as-char"'
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


def test_a_picture_that_a_document_links_to_is_not_fetched(tmp_path: Path):
    asked: list[str] = []

    class Server(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        do_HEAD = do_OPTIONS = do_PROPFIND = do_GET

        def log_message(self, *_: object) -> None:
            return

    with HTTPServer(("127.0.0.1", 0), Server) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        link = f'xlink:href="http://127.0.0.1:{server.server_port}/x.png" xmlns:xlink="http://www.w3.org/1999/xlink"'
        source = tmp_path / "linked.odt"
        picture = f"<draw:frame {SIZE}><draw:image {link}/></draw:frame>"
        source.write_bytes(odt(f"<text:p>Екі ел.{picture}</text:p>", manifest=MANIFEST))
        data = saved(source, "doc", tmp_path).read_bytes()
        assert str(server.server_port).encode() in data.replace(b"\0", b"")
        assert asked, "LibreOffice as it comes fetches it"
        asked.clear()
        assert open_bytes(data, id="a", name="a.doc").original.strip() == "Екі ел."
        server.shutdown()
    assert asked == []


@pytest.mark.parametrize("name", SEEDS)
def test_a_source_saved_by_libreoffice_gives_the_facts_of_its_text(name, tmp_path):
    same = same_facts(read_file(seed(name)), read_file(saved(seed(name), "doc", tmp_path)))
    assert same.share >= 0.98, str(same)


def test_a_word_document_with_an_excel_sheet_in_it_is_a_word_document(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "need LibreOffice" in (reason(ole("WordDocument", "Workbook")) or "")

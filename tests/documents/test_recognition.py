import shutil
import subprocess
from pathlib import Path

import pytest

from editions import SEEDS, same_outlines, saved, seed
from qatynas.documents import recognition
from qatynas.documents.extracted import Extracted
from qatynas.documents.hocr import HARD_TO_READ
from qatynas.documents.opening import open_bytes, open_path
from qatynas.documents.part import Part
from qatynas.errors import Refused
from qatynas.reading.reader import read_document, read_file
from qatynas.settings import choosing
from scans import pdf, png

installed = pytest.mark.skipif(
    not all(map(shutil.which, ("ocrmypdf", "tesseract"))), reason="OCRmyPDF and Tesseract are not installed"
)


@pytest.mark.parametrize("data", [png(20, 20), b"\xff\xd8\xff\xe0" + bytes(40), b"II*\x00" + bytes(40)])
def test_a_picture_needs_recognition_and_says_how(data: bytes):
    document = open_bytes(data, id="a", name="a.png")
    assert document.state == "refused"
    assert document.reason == "needs OCR: a picture; run the command again with --ocr"


def test_without_the_programs_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setenv("PATH", str(tmp_path))
    with choosing("ocr", "yes"):
        reason = open_bytes(png(20, 20), id="a", name="a.png").reason
    assert reason is not None
    assert reason.startswith("needs OCR: ocrmypdf and tesseract not installed (Debian: apt-get install ocrmypdf")


@installed
def test_a_picture_that_is_too_large_is_refused_before_it_is_unpacked():
    with choosing("ocr", "yes"):
        document = open_bytes(png(60_000, 60_000), id="a", name="a.png")
    assert document.reason == "size: a picture has more than 200 million pixels"


@installed
def test_a_damaged_picture_is_refused():
    with choosing("ocr", "yes"):
        document = open_bytes(png(200, 200)[:60], id="a", name="a.png")
    assert document.reason is not None
    assert document.reason.startswith("damaged: OCRmyPDF")


@installed
def test_a_blank_page_is_empty():
    with choosing("ocr", "yes"):
        assert open_bytes(png(600, 800), id="a", name="a.png").reason == "empty: there is no text"


@installed
def test_recognition_that_takes_too_long_is_given_up_and_leaves_nothing(tmp_path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr(recognition, "limit", {"ocr_seconds": 0.05, "max_megapixels": 200}.__getitem__)
    with pytest.raises(Refused, match="timeout: ocrmypdf was not done within"):
        recognition.recognise(png(2000, 3000), ".png")
    assert list(tmp_path.iterdir()) == []


def test_pages_that_are_pictures_come_from_the_recognition_and_the_others_from_the_text_layer():
    layer = Extracted(
        text="бірінші бет\n\f\fүшінші бет",
        extractor="layer",
        parts=(
            Part("page", 0, 13, 1),
            Part("heading", 0, 7, 1, label="бірінші"),
            Part("page", 13, 14, 2),
            Part("page", 14, 25, 3),
            Part("paragraph", 14, 25),
        ),
        partly="needs OCR: page 2",
        pictures=(2,),
    )
    found = Extracted(
        text="\fекінші бет\n\f",
        extractor="hocr",
        parts=(Part("page", 0, 1, 1), Part("page", 1, 13, 2, legibility=0.9), Part("paragraph", 1, 11)),
    )
    whole = recognition._merged(layer, found)
    assert whole.text == "бірінші бет\n\fекінші бет\n\fүшінші бет"
    told = {(p.kind, whole.text[p.start : p.end], p.legibility) for p in whole.parts}
    assert told == {
        ("page", "бірінші бет\n\f", None),
        ("heading", "бірінші", None),
        ("page", "екінші бет\n\f", 0.9),
        ("paragraph", "екінші бет", None),
        ("page", "үшінші бет", None),
        ("paragraph", "үшінші бет", None),
    }
    assert (whole.partly, whole.pictures, whole.extractor) == (None, (), "layer hocr")


@pytest.mark.slow
@installed
@pytest.mark.skipif(shutil.which("pdftoppm") is None, reason="Poppler is not installed")
@pytest.mark.parametrize("name", SEEDS)
def test_a_source_that_was_printed_and_scanned_at_200_dpi_keeps_three_quarters_of_its_facts(name: str, tmp_path: Path):
    text = seed(name)
    printed = saved(text, "pdf", tmp_path)
    subprocess.run(["pdftoppm", "-r", "200", "-gray", "-jpeg", printed, tmp_path / "page"], check=True)
    pages = [page.read_bytes() for page in sorted(tmp_path.glob("page-*.jpg"))]
    (tmp_path / "scan.pdf").write_bytes(pdf(pages, 200))
    with choosing("ocr", "yes"):
        (document,) = open_path(tmp_path / "scan.pdf")
    sheets = [part for part in document.parts if part.kind == "page"]
    assert len(sheets) == len(pages)
    assert min(part.legibility or 0 for part in sheets) > HARD_TO_READ
    same = same_outlines(read_file(text), read_document(document))
    assert same.share >= 0.75, str(same)

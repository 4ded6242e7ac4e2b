import shutil
import subprocess
from difflib import SequenceMatcher
from pathlib import Path

import pytest
from scans import png

from qatynas.documents import recognition
from qatynas.documents.extracted import Extracted
from qatynas.documents.opening import open_bytes, open_path
from qatynas.documents.part import Part
from qatynas.errors import Refused
from qatynas.settings import choosing

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
    with pytest.raises(Refused, match="timeout: not recognised within"):
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


@installed
@pytest.mark.slow
@pytest.mark.skipif(not all(map(shutil.which, ("soffice", "pdftoppm"))), reason="LibreOffice, Poppler not installed")
def test_a_printed_page_that_was_scanned_is_read_with_its_facts(tmp_path: Path):
    text = "Қазақстан мен Ресей 1992 жылғы 25 мамырда Мәскеуде достық туралы шартқа қол қойды."
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    home = f"-env:UserInstallation=file://{tmp_path}/home"
    subprocess.run(
        ["soffice", home, "--headless", "--convert-to", "pdf", "--infilter=Text (encoded):UTF8,LF,,,", "a.txt"],
        cwd=tmp_path, check=True, capture_output=True,
    )  # fmt: skip
    subprocess.run(["pdftoppm", "-r", "200", "-png", "a.pdf", "a"], cwd=tmp_path, check=True)
    (scan,) = tmp_path.glob("a-*.png")
    with choosing("ocr", "yes"):
        (document,) = open_path(scan)
    assert SequenceMatcher(None, " ".join(document.original.split()), text).ratio() > 0.95
    assert document.media_type == "image/png"
    (page,) = (part for part in document.parts if part.kind == "page")
    assert page.legibility is not None
    assert page.legibility > 0.8

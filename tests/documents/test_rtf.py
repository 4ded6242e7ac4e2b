import pytest

from editions import SEEDS, same_facts, saved, seed
from qatynas.documents.opening import open_bytes
from qatynas.documents.rtf import extract
from qatynas.reading.reader import read_file

HEAD = r"{\rtf1\ansi\ansicpg1251\deff0{\fonttbl{\f0\fcharset204 Arial;}}"


def rtf(body, info=""):
    return (HEAD + info + body + "}").encode("ascii")


def test_paragraphs_stand_on_lines_and_letters_come_by_code_page_and_by_number():
    found = extract(rtf(r"\'cf\'f0\'e8\'e2\'e5\'f2, \u1179?\'e0\'e7\'e0\u1179?\par \u1240?\u1083?\u1077?\u1084?\par"))
    assert found.text == "Привет, қазақ\nӘлем\n"
    assert found.partly is None


def test_title_and_author_come_from_the_file():
    info = r"{\info{\title \'d8\'e0\'f0\'f2}{\author A. Akhmetov}{\creatim\yr2020}}"
    told = extract(rtf(r"text\par", info)).told
    assert (told.title, told.authors, told.date) == ("Шарт", ("A. Akhmetov",), None)


def test_notes_are_left_out_and_counted():
    found = extract(rtf(r"Two sides{\footnote\chftn Source.} agreed.\par"))
    assert found.text == "Two sides agreed.\n"
    assert found.warnings == ("notes left out: 1; saved as DOCX, the document is read with them",)


def test_a_file_whose_end_is_missing_is_read_in_part():
    document = open_bytes(rtf(r"first\par second\par")[:-8], id="a", name="a.rtf")
    assert (document.state, document.reason) == ("partly", "damaged: the end of the RTF is missing")
    assert document.original.startswith("first\n")


@pytest.mark.parametrize(
    "body", ["{" * 100_000, r"\bin99999999999 x", r"\u99999999999? x\par", "\\'zz x\\par", r"\u-1?x"]
)
def test_what_nobody_types_does_no_harm(body):
    assert open_bytes(rtf(body + "x"), id="a", name="a.rtf").state in ("read", "partly", "refused")


@pytest.mark.parametrize("name", SEEDS)
def test_a_source_saved_by_libreoffice_gives_the_facts_of_its_text(name, tmp_path):
    same = same_facts(read_file(seed(name)), read_file(saved(seed(name), "rtf", tmp_path)))
    assert same.share >= 0.98, str(same)

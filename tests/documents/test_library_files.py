"""Libraries of reference managers: BibTeX, RIS, CSL-JSON."""

import json
from pathlib import Path

import pytest

from qatynas.documents.bibliography import Library, file_name, library
from qatynas.errors import DataFileError, QatynasError
from qatynas.facts.edtf import Edtf
from qatynas.facts.source import Name

BIB = r"""@article{kim2003,
  author = {Ким, Анна and {Сыртқы істер министрлігі} and von Essen, Jan},
  title = {{Шекара} 50% и {\"u}ber \& more},
  journaltitle = {Саясат},
  year = 2003, month = may, number = {4}, pages = {45--60},
  url = {http://a.kz/x_y~z%20},
  language = {kazakh},
  file = {Full Text:C\:\\Users\\a\\kim.pdf:application/pdf;Snapshot:/home/a/kim.html:text/html},
}
@book{broken,
  title = {Unclosed

@thesis{orys, title = {Орыс}, author = {Орыс, Б.}, institution = {ҚазҰУ}, date = {2010-06-01}, type = {дис.}}
@book{kim2003, title = {Again}}
@misc{empty, note = {nothing}}
"""
RIS = """TY  - NEWS
AU  - Ким, Анна
TI  - Шекара
  ашылды
T2  - Егемен Қазақстан
PY  - 2004/03/15/
SP  - 3
L1  - internal-pdf://3245/kim.pdf
ID  - kim
ER  -\x20
TY  - BOOK
TI  - No end
TY  - JOUR
TI  - Third
SN  - 1234-5678
SP  - 10
EP  - 20
DO  - 10.1000/x
ER  -\x20
stray
"""


def read(tmp_path: Path, text: str, name: str = "l.bib") -> Library:
    (tmp_path / name).write_text(text, encoding="utf-8")
    return library(tmp_path / name)


def test_bibtex_comes_in_with_names_letters_dates_and_files(tmp_path: Path):
    kim, thesis = read(tmp_path, BIB).entries
    told = kim.source
    assert told.author == (
        Name(family="Ким", given="Анна"),
        Name(literal="Сыртқы істер министрлігі"),
        Name(family="Essen", given="Jan", non_dropping_particle="von"),
    )
    assert told.title == "Шекара 50% и über & more"
    assert (told.type, told.kind, told.container_title) == ("article-journal", "scholarship", "Саясат")
    assert (told.issued, told.issue, told.page) == (Edtf.parse("2003-05"), "4", "45-60")
    assert (told.url, told.language) == ("http://a.kz/x_y~z%20", "kk")
    assert kim.files == ("kim.pdf", "kim.html")
    assert (thesis.source.type, thesis.source.publisher, thesis.source.genre) == ("thesis", "ҚазҰУ", "дис.")


def test_what_is_wrong_in_bibtex_is_named_by_line_or_key_and_the_rest_comes_in(tmp_path: Path):
    told = [str(fault) for fault in read(tmp_path, BIB).faults]
    assert len(told) == 3
    assert told[0].startswith("line 10: left out: Unexpected block start")
    assert told[1] == "line 14: left out: another entry has the key kim2003 already"
    assert told[2] == "empty: neither title nor author nor URL: left out"


def test_ris_comes_in_and_an_entry_without_end_is_named(tmp_path: Path):
    found = read(tmp_path, RIS, "l.ris")
    news, article = found.entries
    assert (news.key, news.files, news.source.kind) == ("kim", ("kim.pdf",), "press")
    assert (news.source.title, news.source.container_title) == ("Шекара ашылды", "Егемен Қазақстан")
    assert (news.source.issued, news.source.page) == (Edtf.parse("2004-03-15"), "3")
    assert (article.key, article.source.issn, article.source.isbn) == ("10.1000/x", "1234-5678", None)
    assert article.source.page == "10-20"
    assert [str(fault) for fault in found.faults] == [
        "line 11: the entry has no end (ER): left out",
        "line 20: stands in no entry",
    ]


def test_csl_json_comes_in_and_a_bad_field_costs_only_itself(tmp_path: Path):
    items = [{"id": "a", "type": "book", "title": "А", "issued": {"literal": "кеше"}}, 7, {"id": "b", "title": "Б"}]
    found = read(tmp_path, json.dumps(items), "l.json")
    assert [entry.key for entry in found.entries] == ["a", "b"]
    assert found.faults[0].reason.startswith("issued left out")
    assert str(found.faults[1]) == "item 2: no object"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        ("жай мәтін".encode(), "neither BibTeX nor RIS nor CSL-JSON"),
        ("@book{a, title={Ә}}".encode("utf-16"), "not UTF-8"),
        (b"[{", "not JSON"),
        (b"{" * 100_000, "not JSON"),
    ],
)
def test_what_is_no_library_is_an_error_on_one_line(tmp_path: Path, data: bytes, reason: str):
    (tmp_path / "l").write_bytes(data)
    with pytest.raises(QatynasError, match=reason) as error:
        library(tmp_path / "l")
    assert "\n" not in str(error.value)


def test_a_library_that_is_not_there_is_an_error(tmp_path: Path):
    with pytest.raises(QatynasError, match="No such file"):
        library(tmp_path / "none.bib")


def test_a_library_that_is_too_large_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("QATYNAS_MAX_FILE_BYTES", "10")
    with pytest.raises(QatynasError, match="size: larger than 10 bytes"):
        read(tmp_path, BIB)


@pytest.mark.parametrize("path", [r"C:\a\b.pdf", "/a/b.pdf", "b.pdf", "internal-pdf://12/b.pdf"])
def test_the_name_of_a_file_is_what_stands_behind_the_folders(path: str):
    assert file_name(path) == "b.pdf"


def test_the_table_of_fields_tells_file_and_line_of_a_mistake(monkeypatch: pytest.MonkeyPatch):
    from qatynas.documents import entry_fields
    from qatynas.ontology.row import parse

    bad = parse(b"bibtex\ttype\ta\tb\nbibtex\tsort\tc\td\n", "t.tsv", ("form", "what", "name", "csl"))
    monkeypatch.setattr(entry_fields, "rows", lambda *_: bad)
    with pytest.raises(DataFileError, match=r"t\.tsv:2"):
        entry_fields.entry_fields.__wrapped__("bibtex")

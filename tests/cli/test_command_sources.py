"""`qatynas sources`: listing, showing, describing and importing what documents are as sources."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from qatynas.cli.sources import NAMES, TEXTS
from qatynas.facts.source import FIELDS

Call = Callable[..., Any]
BIB = "@book{kim, title={Шекара туралы}, author={Ким, Анна}, year=2003, file={border.txt}}\n@book{zhoq, title={Жоқ}}\n"


def test_alone_it_lists_every_document(qatynas: Call, put: Call):
    put()
    qatynas("sources", "set", "border.txt", "--author", "Ким, Анна", "--kind", "treaty", "--restricted")
    done = qatynas("sources")
    assert done.status == 0
    assert "border.txt" in done.out and "treaty; primary;" in done.out and "restricted" in done.out
    (told,) = qatynas("sources", "--json").json
    assert (told["rank"], told["restricted"], told["whence"]["author"]) == ("primary", True, "hand")


def test_a_record_without_documents_says_so(qatynas: Call, blank: Path):
    assert qatynas("sources", "--record", blank).out == "nothing was read: the record holds no document\n"
    done = qatynas("sources", "--record", "none.db")
    assert (done.status, done.err) == (1, "qatynas: none.db: no such record\n")


def test_what_is_said_of_a_document_is_shown_with_where_it_comes_from(qatynas: Call, put: Call, made: Call):
    put(made(title="untitled", url="https://a.kz"))
    qatynas(
        "sources", "set", "border.txt", "--title", "Шекара", "--origin", "kaz", "--issued", "2003-05", "--none", "URL"
    )
    out = qatynas("sources", "show", "border.txt").out
    rows = {line.split()[0]: " ".join(line.split()[1:]) for line in out.splitlines()}
    assert rows["title"] == "Шекара by hand"
    assert rows["origin"] == "KAZ by hand"
    assert rows["URL"] == "none by hand"
    assert rows["language"] == "kk from the file"
    qatynas("sources", "set", "border.txt", "--forget", "title", "--forget", "url")
    told = qatynas("sources", "show", "border.txt", "--json").json
    assert (told["source"]["title"], told["source"]["URL"], told["whence"]["title"]) == (
        "untitled",
        "https://a.kz",
        "file",
    )


def test_what_the_kind_says_of_the_rank_can_be_denied(qatynas: Call, put: Call):
    put()
    qatynas("sources", "set", "border.txt", "--kind", "treaty")
    out = qatynas("sources", "show", "border.txt").out
    assert ["rank", "primary", "by", "its", "kind"] in [line.split() for line in out.splitlines()]
    qatynas("sources", "set", "border.txt", "--none", "rank")
    assert qatynas("sources", "show", "border.txt", "--json").json["rank"] is None


@pytest.mark.parametrize(
    ("options", "status", "reason"),
    [
        (("--kind", "spech"), 1, "spech: no kind of source; there are treaty, statement"),
        (("--issued", "2020-13"), 1, "2020-13"),
        (("--origin", "KAX"), 1, "KAX: no such code"),
        (("--none", "colour"), 2, "'colour' is none of kind, origin"),
        ((), 2, "Say at least one thing"),
    ],
)
def test_what_cannot_be_said_is_told_and_nothing_is_written(
    qatynas: Call, put: Call, options: tuple[str, ...], status: int, reason: str
):
    put()
    done = qatynas("sources", "set", "border.txt", *options)
    assert (done.status, reason in done.err) == (status, True)
    assert qatynas("sources", "show", "border.txt", "--json").json["source"] == {"language": "kk"}


def test_a_document_that_is_not_there_is_told(qatynas: Call, put: Call):
    put()
    for command in (("set", "none.txt", "--kind", "press"), ("show", "none.txt")):
        done = qatynas("sources", *command)
        assert (done.status, done.err) == (1, "qatynas: none.txt: no such document in the record\n")


def test_a_library_comes_in_once(qatynas: Call, put: Call, tmp_path: Path):
    put()
    (tmp_path / "l.bib").write_text(BIB, encoding="utf-8")
    done = qatynas("sources", "import", "l.bib")
    assert (done.status, done.err) == (0, "")
    assert done.out.splitlines() == [
        "2 entries: 1 are documents of the record, 1 are not; 2 new or changed, 0 mistakes",
        "no document: zhoq",
    ]
    assert qatynas("sources", "import", "l.bib").out.startswith(
        "2 entries: 1 are documents of the record, 1 are not; 0 new"
    )
    told = qatynas("sources", "show", "border.txt", "--json").json
    assert (told["source"]["title"], told["entry"], told["whence"]["title"]) == ("Шекара туралы", "kim", "import")
    assert "and 1 imported entries that are no document of the record" in qatynas("sources").out


def test_mistakes_of_a_library_are_named_and_the_rest_comes_in(qatynas: Call, put: Call, tmp_path: Path):
    put()
    items = [{"id": "kim", "type": "book", "title": "Ш", "issued": {"literal": "кеше"}}, 7]
    (tmp_path / "l.json").write_text(json.dumps(items), encoding="utf-8")
    done = qatynas("sources", "import", "l.json", "--json")
    assert done.status == 1
    assert [line.split(": ")[2] for line in done.err.splitlines()] == ["kim", "item 2"]
    assert [each["entry"] for each in done.json["entries"]] == ["kim"]
    assert qatynas("sources", "import", "none.bib").err == "qatynas: none.bib: No such file or directory\n"


def test_every_option_of_set_is_a_field_of_a_source():
    assert {*TEXTS, *NAMES} <= set(FIELDS.values())


def test_the_record_may_be_named_before_the_command_or_behind_it(qatynas: Call, put: Call, tmp_path: Path):
    put().rename(tmp_path / "other.db")
    assert qatynas("sources", "--record", "other.db", "show", "border.txt").status == 0
    assert qatynas("sources", "show", "border.txt", "--record", "other.db").status == 0


def test_kinds_of_ones_own_stand_in_the_lexicon(qatynas: Call, put: Call, tmp_path: Path):
    put()
    (tmp_path / "mine").mkdir()
    row = "memoir\tbook\t\tprimary\t\tестелік\tмемуары\tmemoir\n"
    (tmp_path / "mine" / "source_kinds.tsv").write_text(row, encoding="utf-8")
    assert qatynas("sources", "set", "border.txt", "--kind", "memoir").status == 1
    assert qatynas("sources", "set", "border.txt", "--kind", "memoir", "--lexicon", "mine").status == 0
    assert qatynas("sources", "show", "border.txt", "--lexicon", "mine", "--json").json["rank"] == "primary"
    assert qatynas("sources", "show", "border.txt", "--json").json["rank"] is None
    assert qatynas("lexicon", "check", "mine").out.startswith("source_kinds.tsv: 1 added")

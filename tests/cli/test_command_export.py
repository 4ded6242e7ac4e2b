import csv
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from qatynas.facts.json import decode

Call = Callable[..., Any]


def test_jsonl_lines_are_facts_of_the_format_with_what_was_decided(qatynas: Call, put: Call):
    put()
    done = qatynas("export", "--format", "jsonl")
    assert (done.status, done.err) == (0, "")
    assert {line["review"] for line in done.lines} == {"unreviewed"}
    facts = [decode(line) for line in done.out.splitlines()]
    assert len(facts) == 8
    starts = [(fact.evidence[0].start, fact.evidence[0].end) for fact in facts]
    assert starts == sorted(starts)


def test_csv_opens_in_excel_with_its_letters(qatynas: Call, put: Call, tmp_path: Path):
    put()
    done = qatynas("export", "--format", "csv", "-o", "facts.csv")
    assert (done.status, done.out) == (0, "")
    data = (tmp_path / "facts.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert len(rows) == 8
    assert {row["document"] for row in rows} == {"border.txt"}
    assert any(row["title"] == "Шекара туралы келісім" for row in rows)


def test_csv_without_mark_and_with_semicolons(qatynas: Call, put: Call):
    put()
    done = qatynas("export", "--format", "csv", "--no-bom", "--separator", "semicolon")
    assert done.out.startswith('"id";"kind"')


def test_csv_from_a_hostile_document_holds_no_formula(qatynas: Call, put: Call, made: Call):
    from qatynas.facts.evidence import Evidence
    from qatynas.facts.kinds import Reference

    words = '=HYPERLINK("http://x")'
    put(made("/t/x.txt", words, [Reference(evidence=(Evidence("x.txt", 0, len(words), words),), marker="=1+1")]))
    (row,) = csv.DictReader(io.StringIO(qatynas("export", "--format", "csv", "--no-bom").out, newline=""))
    assert row["quote"] == "'" + words
    assert row["marker"] == "'=1+1"


@pytest.mark.parametrize(
    ("filters", "kinds"),
    [
        (("--kind", "event"), ["event", "event"]),
        (("--kind", "figure", "--kind", "office"), ["figure", "office"]),
        (("--relation", "kaz", "chn", "--kind", "office"), []),
        (("--relation", "KAZ", "TUR"), []),
    ],
)
def test_filters_leave_what_they_name(qatynas: Call, put: Call, filters: tuple[str, ...], kinds: list[str]):
    put()
    done = qatynas("export", *filters)
    assert done.status == 0
    assert [line["kind"] for line in done.lines] == kinds


def test_an_unknown_kind_is_wrong_use_and_an_unknown_code_an_error(qatynas: Call, put: Call):
    put()
    assert qatynas("export", "--kind", "rumour").status == 2
    done = qatynas("export", "--relation", "KAZ", "xyzzy", "-o", "x.jsonl")
    assert (done.status, done.err) == (1, "qatynas: xyzzy: no such code\n")
    assert not Path("x.jsonl").exists()


def test_two_documents_of_one_name_are_told_apart_and_a_copy_is_left_out(qatynas: Call, put: Call, made: Call):
    from qatynas.facts.evidence import Evidence
    from qatynas.facts.kinds import Reference

    other = Reference(evidence=(Evidence("border.txt", 0, 4, "Өзге"),), marker="1")
    put(made("/one/border.txt"), made("/two/border.txt", "Өзге мәтін.", [other]), made("/copy.txt"))
    told = [line["evidence"][0]["document"] for line in qatynas("export").lines]
    # Of two of one text the one whose identity sorts first counts.
    assert [*dict.fromkeys(told)] == ["copy.txt", "two/border.txt"]
    assert len(told) == 9


def test_the_file_is_whole_or_what_it_was(qatynas: Call, put: Call, tmp_path: Path):
    put()
    (tmp_path / "facts.csv").write_text("old")
    assert qatynas("export", "-o", "facts.csv", "--record", "gone.db").status == 1
    assert (tmp_path / "facts.csv").read_text() == "old"
    assert qatynas("export", "-o", "no/such.csv").err == "qatynas: no/such.csv: No such file or directory\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full on this system")
def test_a_full_disk_is_one_line(qatynas: Call, put: Call):
    put()
    done = qatynas("export", "-o", "/dev/full")
    assert (done.status, done.err) == (1, "qatynas: /dev/full: No space left on device\n")

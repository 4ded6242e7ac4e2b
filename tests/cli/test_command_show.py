from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Call = Callable[..., Any]


def test_without_arguments_documents_relations_and_counts_are_shown(qatynas: Call, put: Call):
    put()
    done = qatynas("show")
    assert done.status == 0
    assert "border.txt" in done.out
    assert "CHN KAZ" in done.out
    assert "China – Kazakhstan" in done.out
    assert "programme" in done.out


def test_the_overview_as_json_has_all_three(qatynas: Call, put: Call):
    put()
    told = qatynas("show", "--json").json
    assert [document["name"] for document in told["documents"]] == ["border.txt"]
    assert told["relations"][0]["codes"] == ["CHN", "KAZ"]
    assert told["relations"][0]["facts"] == 7
    assert told["facts"]["event"] == 2


def test_a_relation_has_its_chronology_first_and_every_other_kind_after_it(
    qatynas: Call, put: Call, monkeypatch: pytest.MonkeyPatch
):
    put()
    monkeypatch.setenv("COLUMNS", "200")
    done = qatynas("show", "KAZ", "CHN")
    assert done.status == 0
    titles = ["Chronology", "Instruments", "Programmes", "Statements", "Interests", "Figures", "Offices"]
    places = [done.out.index(title) for title in titles]
    assert places == sorted(places)
    assert "1994" in done.out
    assert "signing" in done.out
    assert "Қазақстан → Қытай" in done.out
    assert "border.txt" in done.out


@pytest.mark.parametrize("sides", [("kaz", "chn"), ("CHN", "KAZ"), ("Kazakhstan", "china")])
def test_codes_are_taken_in_any_case_and_order_and_english_names_too(qatynas: Call, put: Call, sides: tuple[str, str]):
    put()
    assert len(qatynas("show", *sides, "--json").json["facts"]) == 8


@pytest.mark.parametrize("width", [60, 80, 120])
def test_no_line_is_wider_than_the_terminal(qatynas: Call, put: Call, monkeypatch: pytest.MonkeyPatch, width: int):
    put()
    monkeypatch.setenv("COLUMNS", str(width))
    for arguments in ((), ("KAZ", "CHN")):
        assert max(map(len, qatynas("show", *arguments).out.splitlines())) <= width


def test_columns_align_under_kazakh_letters(qatynas: Call, put: Call):
    put()
    lines = qatynas("show", "KAZ", "CHN").out.splitlines()
    head = next(line for line in lines if line.strip().startswith("date"))
    first = next(line for line in lines if line.strip().startswith("1994"))
    assert first[head.index("who") :].startswith("Қазақстан,")
    assert first[head.index("source") :].startswith("border.txt")


def test_an_unknown_code_names_those_that_are_near(qatynas: Call, put: Call):
    put()
    done = qatynas("show", "KAS", "CHN")
    assert (done.status, done.out) == (1, "")
    assert done.err.startswith("qatynas: KAS: no such code; near it: ")
    assert "KAZ (Kazakhstan)" in done.err


def test_a_relation_of_a_side_with_itself_is_an_error(qatynas: Call, put: Call):
    put()
    assert qatynas("show", "KAZ", "kaz").err == "qatynas: KAZ kaz: a relation has two sides\n"


def test_sources_that_tell_of_none_and_nothing_read_are_told_as_two_things(
    qatynas: Call, put: Call, made: Call, tmp_path: Path
):
    put(made("/texts/nothing.txt", "Бос мәтін.", [], state="read"))
    none = qatynas("show", "KAZ", "TUR")
    assert none.status == 0
    assert " ".join(none.out.split()).endswith(
        "the sources tell of none: no fact has both KAZ and TUR (documents read: 1)"
    )
    assert qatynas("show", "KAZ", "TUR", "--json").json["told"] == "none"
    (tmp_path / "qatynas.db").unlink()
    put(made("/texts/bad.txt", "", [], state="refused", reason="empty: nothing in it"))
    blank = qatynas("show", "KAZ", "TUR")
    assert "nothing was read" in blank.out
    assert "none" not in blank.out
    assert qatynas("show", "KAZ", "TUR", "--json").json["told"] == "nothing_read"
    assert "nothing was read" in qatynas("show").out


def test_a_fact_is_shown_with_its_words_in_context_and_its_rule(qatynas: Call, put: Call):
    put()
    (id,) = [fact["id"] for fact in qatynas("show", "KAZ", "CHN", "--json").json["facts"] if fact["date"] == "1994"]
    done = qatynas("show", "fact", id[:8].upper())
    assert done.status == 0
    words = " ".join(done.out.split())
    assert "шекара туралы келісімге 1994 жылы қол қойды. Премьер-министр" in words
    assert "test.rule" in done.out
    assert "/texts/border.txt, characters 34–63" in done.out
    told = qatynas("show", "fact", id, "--json").json
    assert told["context"]["quote"] == "келісімге 1994 жылы қол қойды"
    assert told["fact"]["why"]["rule"] == "test.rule"
    assert told["source"]["document"] == "/texts/border.txt"


def test_a_fact_that_is_not_there_is_told_on_one_line(qatynas: Call, put: Call):
    put()
    done = qatynas("show", "fact", "ffffffff")
    assert (done.status, done.out) == (1, "")
    assert done.err == "qatynas: ffffffff: no such fact in the record\n"


def test_a_record_that_is_not_there_is_told_and_not_made(qatynas: Call, tmp_path: Path):
    done = qatynas("show", "--record", "no.db")
    assert done.status == 1
    assert done.err == "qatynas: no.db: no such record\n"
    assert list(tmp_path.iterdir()) == []


def test_three_words_are_wrong_use(qatynas: Call):
    assert qatynas("show", "KAZ", "CHN", "USA").status == 2


def test_two_documents_of_one_name_are_told_apart(qatynas: Call, put: Call, made: Call):
    put(made("/one/border.txt"), made("/two/border.txt", "Басқа мәтін.", []))
    done = qatynas("show")
    assert "one/border.txt" in done.out
    assert "two/border.txt" in done.out


def test_a_document_cannot_steer_the_terminal(qatynas: Call, put: Call, made: Call):
    put(made("/t/e.txt", "x", [], title="\x1b[31mқызыл\x1b[0m [bold]ж[/bold]"))
    done = qatynas("show")
    assert "\x1b" not in done.out
    assert "[bold]" in done.out

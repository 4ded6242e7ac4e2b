from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from qatynas.facts.actor import Actor
from qatynas.facts.evidence import Evidence
from qatynas.facts.kinds import Event, Why

KAZ, CHN = Actor("Қазақстан", "KAZ"), Actor("Қытай", "CHN")
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


@pytest.mark.parametrize("width", [60, 80, 119, 120, 160])
def test_no_line_is_wider_than_the_terminal(qatynas: Call, put: Call, monkeypatch: pytest.MonkeyPatch, width: int):
    put()
    monkeypatch.setenv("COLUMNS", str(width))
    for arguments in ((), ("KAZ", "CHN")):
        assert max(map(len, qatynas("show", *arguments).out.splitlines())) <= width


def test_columns_align_under_kazakh_letters(qatynas: Call, put: Call, monkeypatch: pytest.MonkeyPatch):
    put()
    monkeypatch.setenv("COLUMNS", "120")
    lines = qatynas("show", "KAZ", "CHN").out.splitlines()
    head = next(line for line in lines if line.strip().startswith("date"))
    first = next(line for line in lines if line.strip().startswith("1994"))
    assert first[head.index("who") :].startswith("Қазақстан,")
    assert first[head.index("source") :].startswith("border.txt ")


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


def test_a_narrow_terminal_has_what_who_words_and_source_of_a_fact_below_each_other(
    qatynas: Call, put: Call, monkeypatch: pytest.MonkeyPatch
):
    put()
    monkeypatch.setenv("COLUMNS", "80")
    lines = [line.strip() for line in qatynas("show", "KAZ", "CHN").out.splitlines()]
    at = next(place for place, line in enumerate(lines) if "signing" in line)
    assert " ".join(lines[at].split()) == "1994 signing · Қазақстан, Қытай"
    assert lines[at + 1] == "«келісімге 1994 жылы қол қойды»"
    assert lines[at + 2].startswith("border.txt ")


@pytest.mark.parametrize("width", ["80", "160"])
def test_undated_facts_come_last_under_a_line_of_their_own(
    qatynas: Call, put: Call, monkeypatch: pytest.MonkeyPatch, width: str
):
    put()
    monkeypatch.setenv("COLUMNS", width)
    out = qatynas("show", "KAZ", "CHN").out
    chronology = out[: out.index("Instruments")]
    assert chronology.index("signing") < chronology.index("\n undated ") < chronology.index("visit")
    # No other section has a date at all: neither the line nor the column is there.
    assert out.count("undated") == 1
    assert "date " not in out[out.index("Instruments") :]


def test_a_long_quote_is_cut_at_three_lines_and_its_fact_has_it_whole(
    qatynas: Call, put: Call, made: Call, monkeypatch: pytest.MonkeyPatch
):
    words = "Шарт " + "келісілген сөз " * 60 + "бітті."
    event = Event(evidence=(Evidence("a.txt", 0, len(words), words),), type="SUPPORT", act="sign", actor=(KAZ, CHN))
    put(made("/t/a.txt", words, [event]))
    for width in ("80", "160"):
        monkeypatch.setenv("COLUMNS", width)
        out = qatynas("show", "KAZ", "CHN").out
        assert sum("келісілген" in line for line in out.splitlines()) == 3
        assert "…" in out
        assert "бітті" not in out
    (id,) = (fact["id"] for fact in qatynas("show", "KAZ", "CHN", "--json").json["facts"])
    assert "бітті." in qatynas("show", "fact", id).out


def test_the_last_line_tells_how_to_see_one_fact(qatynas: Call, put: Call):
    put()
    assert qatynas("show", "KAZ", "CHN").out.splitlines()[-1].startswith("qatynas show fact ID")
    assert "qatynas show fact" not in qatynas("show", "KAZ", "TUR").out


def listed(*pairs: tuple[str, str, int]) -> tuple[str, list[Event]]:
    """A text and events of these pairs of codes, so many of each, undated."""
    sides = [(a, b) for a, b, times in pairs for _ in range(times)]
    words = [f"{number}:{a}-{b}" for number, (a, b) in enumerate(sides)]
    text = " ".join(words)
    spans = [(text.index(word), word) for word in words]
    return text, [
        Event(
            evidence=(Evidence("a.txt", start, start + len(word), word),),
            type="CONSULT",
            actor=(Actor(a, a), Actor(b, b)),
        )
        for (start, word), (a, b) in zip(spans, sides, strict=True)
    ]


def test_relations_with_the_most_facts_come_first_and_those_with_few_are_folded(qatynas: Call, put: Call, made: Call):
    put(made("/t/a.txt", *listed(("CHN", "KAZ", 3), ("KAZ", "TUR", 4), ("CHN", "TUR", 2), ("CHN", "KGZ", 1))))
    out = qatynas("show").out
    assert out.index("KAZ TUR") < out.index("CHN KAZ")
    assert "and 2 more with 1–2 facts each; --all lists them" in out
    assert "CHN TUR" not in out
    assert "years" not in out
    whole = qatynas("show", "--all").out
    assert whole.index("CHN KAZ") < whole.index("CHN TUR") < whole.index("CHN KGZ")
    assert "more with" not in whole
    assert len(qatynas("show", "--json").json["relations"]) == 4


def test_relations_with_few_facts_are_shown_where_there_are_no_others(qatynas: Call, put: Call, made: Call):
    put(made("/t/a.txt", *listed(("CHN", "TUR", 2), ("CHN", "KGZ", 1))))
    out = qatynas("show").out
    assert "CHN TUR" in out
    assert "CHN KGZ" in out
    assert "more with" not in out


def test_a_long_name_of_a_state_is_cut(qatynas: Call, put: Call, made: Call):
    put(made("/t/a.txt", *listed(("CHN", "soviet-union", 3))))
    out = qatynas("show").out
    assert "China – Union of Soviet" in out
    assert "…" in out
    assert "Republics" not in out


def test_many_documents_are_listed_whole_only_on_demand(qatynas: Call, put: Call, made: Call):
    put(*(made(f"/t/{number:02}.txt", f"{number} бос сөз", []) for number in range(42)))
    out = qatynas("show").out
    assert "… 2 more (--all lists them)" in out
    assert "41.txt" not in out
    assert "41.txt" in qatynas("show", "--all").out


def test_why_a_fact_was_read_names_the_words_of_each_role_and_who_was_understood(qatynas: Call, put: Call, made: Call):
    words = "Ху Цзиньтаоның Астанаға сапары"
    visit = Event(
        evidence=(Evidence("a.txt", 0, len(words), words),),
        type="CONSULT",
        act="visit",
        mode="visit",
        actor=(Actor("Ху Цзиньтао", "CHN", "GOV"),),
        recipient=(Actor("Астана", "KAZ", "GOV"),),
        why=Why("consult:visit:сапар", ("сапары",), {"actor": "Ху Цзиньтаоның", "place": "Астанаға"}),
    )
    put(made("/t/a.txt", words, [visit]))
    (id,) = (fact["id"] for fact in qatynas("show", "KAZ", "CHN", "--json").json["facts"])
    out = qatynas("show", "fact", id).out
    assert out.startswith("event: visit\nХу Цзиньтао (CHN) → Астана (KAZ)\n")
    why = [line.split(maxsplit=1) for line in out.partition("\nWhy it was read\n")[2].splitlines()]
    assert [[label, " ".join(told.split())] for label, told in why] == [
        ["rule", "consult:visit:сапар"],
        ["fired", "by «сапары»"],
        ["actor", "«Ху Цзиньтаоның» → Ху Цзиньтао (CHN)"],
        ["place", "«Астанаға»"],
    ]
    assert "mechanism" not in out


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

"""`qatynas lexicon`, and `--lexicon` of the commands that read and show."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

Call = Callable[..., object]
TEXT = "Хаято Икэда 1963 жылы Индонезияға сапармен барды. Қазақстан келісімге қол қойған еді.\n"
LEADER = "JPN\tХаято Икэда\tпремьер-министр\t1960-07-19\t1964-11-09\n"


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """A lexicon that knows the leader of the text in `visit.txt`."""
    (tmp_path / "visit.txt").write_text(TEXT, encoding="utf-8")
    file = tmp_path / "mine" / "kk" / "persons.tsv"
    file.parent.mkdir(parents=True)
    file.write_text(LEADER, encoding="utf-8")
    return file


def test_a_new_lexicon_is_sound_and_empty(qatynas: Call):
    done = qatynas("lexicon", "new", "mine")
    assert done.status == 0
    assert "mine/kk/states.tsv\n" in done.out
    done = qatynas("lexicon", "check", "mine")
    assert (done.status, done.out) == (0, "mine: ok\n")
    assert done.err == "qatynas: mine: warning: no entry stands in its files\n"
    assert qatynas("lexicon", "new", "mine").out == "mine: nothing was missing\n"


def test_a_sound_lexicon_tells_what_each_file_changes(qatynas: Call, mine: Path):
    done = qatynas("lexicon", "check", "mine")
    assert (done.status, done.err) == (0, "")
    assert done.out == "kk/persons.tsv: 1 added, 0 overridden, 0 taken out\nmine: ok\n"


def test_every_mistake_is_a_line_with_file_line_and_reason(qatynas: Call, mine: Path):
    mine.write_text(f"{LEADER}{LEADER}XX\tХаято\tпремьер-министр\n", encoding="utf-8")
    done = qatynas("lexicon", "check", "mine")
    assert (done.status, done.err) == (1, "")
    assert done.out == (
        "mine/kk/persons.tsv:2: “JPN · Хаято Икэда · премьер-министр · 1960-07-19” stands in line 1 already\n"
        "mine/kk/persons.tsv:3: code “XX” is neither of polities.tsv nor of organisations.tsv\n"
    )


def test_a_person_has_an_office_that_the_lists_know(qatynas: Call, mine: Path):
    mine.write_text("KAZ\tАсан Қайғы\tақын\n", encoding="utf-8")
    done = qatynas("lexicon", "check", "mine")
    assert (done.status, done.out) == (1, "mine/kk/persons.tsv:1: no title of offices.tsv is “ақын”\n")
    (mine.parent / "offices.tsv").write_text("ақын\tGOV\tofficial\n", encoding="utf-8")
    assert qatynas("lexicon", "check", "mine").out.endswith("mine: ok\n")


def test_json_tells_changes_and_mistakes(qatynas: Call, mine: Path):
    assert qatynas("lexicon", "check", "mine", "--json").json == {
        "lexicon": "mine",
        "ok": True,
        "files": {"kk/persons.tsv": {"added": 1, "overridden": 0, "taken_out": 0}},
        "mistakes": [],
    }
    mine.write_text("JPN\n", encoding="utf-8")
    done = qatynas("lexicon", "check", "mine", "--json")
    reason = "the cell of column “name” is empty"
    assert done.status == 1
    assert done.json["mistakes"] == [{"file": "mine/kk/persons.tsv", "line": 1, "reason": reason}]


def test_the_setting_names_the_folder_where_the_command_does_not(
    qatynas: Call, mine: Path, monkeypatch: pytest.MonkeyPatch
):
    done = qatynas("lexicon", "check")
    assert done.status == 2 and "Name a folder, or set QATYNAS_LEXICON." in done.err
    monkeypatch.setenv("QATYNAS_LEXICON", "mine")
    assert qatynas("lexicon", "check").status == 0
    assert "Икэда" in qatynas("facts", "visit.txt").out


def test_facts_are_read_with_the_lexicon(qatynas: Call, mine: Path):
    assert '"JPN"' not in qatynas("facts", "visit.txt").out
    assert '"code":"JPN"' in qatynas("facts", "visit.txt", "--lexicon", "mine").out
    assert '"JPN"' not in qatynas("facts", "visit.txt").out


def test_a_document_is_read_anew_when_the_lexicon_changes(qatynas: Call, mine: Path):
    def counts(*options: str) -> tuple[int, int, int]:
        told = qatynas("read", "visit.txt", "--json", *options).json
        return told["new"], told["same"], told["reread"]

    assert counts() == (1, 0, 0)
    assert counts("--lexicon", "mine") == (0, 0, 1)
    assert counts("--lexicon", "mine", "--workers", "2") == (0, 1, 0)
    mine.write_text(f"{LEADER}# a remark\n", encoding="utf-8")
    assert counts("--lexicon", "mine", "--workers", "2") == (0, 0, 1)
    assert counts() == (0, 0, 1)
    assert qatynas("check").status == 0


def test_an_own_name_of_a_code_is_shown(qatynas: Call, mine: Path, tmp_path: Path):
    (tmp_path / "mine" / "polities.tsv").write_text("zanzibar\tgone\t\tZanzibar\t1856\t1964\tTZA\n", encoding="utf-8")
    (mine.parent / "states.tsv").write_text("zanzibar\tshort\tЗанзибар сұлтандығы\n", encoding="utf-8")
    (tmp_path / "a.txt").write_text("Занзибар сұлтандығы мен Қазақстан келісімге қол қойды.", encoding="utf-8")
    assert qatynas("read", "a.txt", "--lexicon", "mine").status == 0
    shown = qatynas("show", "KAZ", "zanzibar", "--lexicon", "mine")
    assert shown.status == 0 and "Kazakhstan – Zanzibar" in shown.out
    assert "Kazakhstan – zanzibar" in qatynas("show", "KAZ", "zanzibar").out


def test_a_text_is_restored_with_the_lexicon(qatynas: Call, mine: Path, tmp_path: Path):
    (mine.parent / "letters.tsv").write_text("slip\t§\tқ\n", encoding="utf-8")
    (tmp_path / "b.txt").write_text("Қазақстан мен Қытай келісімге §ол §ойды, әрі достасты.", encoding="utf-8")
    assert "§ол" in qatynas("restore", "b.txt").out
    assert "қол қойды" in qatynas("restore", "b.txt", "--lexicon", "mine").out


@pytest.mark.parametrize("command", ["read", "facts", "restore", "words"])
@pytest.mark.parametrize(
    ("lexicon", "told"),
    [
        ("none", "none: no such folder: a lexicon is a folder of tables"),
        ("visit.txt", "visit.txt: not a folder: a lexicon is a folder of tables"),
        ("mine", "mine/kk/persons.tsv:1: the cell of column “name” is empty"),
    ],
)
def test_a_lexicon_that_cannot_be_used_is_one_line(qatynas: Call, mine: Path, command: str, lexicon: str, told: str):
    mine.write_text("JPN\n", encoding="utf-8")
    done = qatynas(command, "visit.txt", "--lexicon", lexicon)
    assert done.status != 0
    assert done.err == f"qatynas: {told}\n"


def test_a_mistake_ends_a_run_of_several_processes_in_one_line(process: Call, mine: Path, tmp_path: Path):
    mine.write_text("JPN\n", encoding="utf-8")
    done = process("read", "visit.txt", "--lexicon", "mine", "--workers", "2")
    assert (done.status, done.err) == (2, "qatynas: mine/kk/persons.tsv:1: the cell of column “name” is empty\n")


def test_a_lexicon_without_entries_is_a_warning(qatynas: Call, mine: Path):
    mine.write_text("# nothing yet\n", encoding="utf-8")
    done = qatynas("facts", "visit.txt", "--lexicon", "mine")
    assert (done.status, done.err) == (0, "qatynas: mine: warning: the lexicon holds no entry\n")
    assert [json.loads(line)["document"] for line in done.out.splitlines()] == ["visit.txt"] * len(done.lines)


OWN = """# ours
- {sense: meet, trigger: дастарқандас бол, roles: {actor: [Nom, Ins]}, example: "Қазақстан мен Қытай кездесті."}
- {sense: meet, trigger: ұшырас, roles: {actor: [Nom]}, near: [саммит], example: "Қазақстан мен Қытай ұшырасты."}
"""


def test_the_example_of_every_realisation_is_run(qatynas: Call):
    done = qatynas("lexicon", "test")
    assert (done.status, done.err) == (0, "")
    assert done.out.endswith(" examples were run: ok\n")


def test_each_silent_realisation_is_a_line_with_file_line_and_reason(qatynas: Call, mine: Path):
    file = mine.parent / "realisations" / "own.yaml"
    file.parent.mkdir()
    file.write_text(OWN, encoding="utf-8")
    done = qatynas("lexicon", "test", "mine")
    first, second, count = done.out.splitlines()
    assert (done.status, done.err) == (1, "")
    assert first.startswith("mine/kk/realisations/own.yaml:2: meet: «дастарқандас бол» is silent in «")
    assert "no word of it is a form of: дастарқандас, бол" in first and "fires: consult:meet:кездес" in first
    assert second.startswith("mine/kk/realisations/own.yaml:3: ")
    assert "near: none of these stands in the clause: саммит" in second
    assert count.endswith(" examples were run, 2 of them silent")
    told = qatynas("lexicon", "test", "mine", "--json").json
    assert (told["ok"], [one["line"] for one in told["silent"]]) == (False, [2, 3])


def test_a_lexicon_that_cannot_be_tested_is_one_line(qatynas: Call):
    done = qatynas("lexicon", "test", "none")
    assert (done.status, done.err) == (1, "qatynas: none: no such folder: a lexicon is a folder of tables\n")

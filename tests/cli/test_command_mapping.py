from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from qatynas.languages.headings import MEANINGS

Call = Callable[..., Any]
TABLE = "Хронология;;\nКүні;Оқиға;Елдер\n03/04/1992;кездесу;Ресей\n1993;бірдеңе;Қытай\n"
CORRECTED = "tables:\n- days: day-first\n  side: KAZ\n  columns:\n    Күні: date\n    Оқиға: act\n    Елдер: parties\n"


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    path = tmp_path / "c.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def test_it_shows_what_each_column_tells_with_an_example(qatynas: Call, sheet: Path):
    done = qatynas("mapping", sheet)
    assert (done.status, done.err) == (0, "")
    lines = [line.split() for line in done.out.splitlines()]
    assert lines[0] == ["headings", "in", "row", "2"]
    assert ["A", "Күні", "date", "03/04/1992", "sure"] in lines
    assert ["C", "Елдер", "parties", "Ресей", "sure"] in lines


def test_what_it_saves_is_used_when_the_table_is_read(qatynas: Call, sheet: Path):
    saved = sheet.with_name("c.mapping.yaml")
    assert "saved in " in qatynas("mapping", sheet, "-o", saved).out
    assert "Күні: date  # 03/04/1992\n" in saved.read_text(encoding="utf-8")
    saved.write_text(CORRECTED, encoding="utf-8")
    done = qatynas("facts", sheet)
    (fact,) = done.lines
    assert [actor["code"] for actor in fact["actor"]] == ["KAZ", "RUS"]
    assert (fact["date"], fact["confidence"]) == ("1992-04-03", 1.0)
    assert "c.csv: warning: columns as c.mapping.yaml tells" in done.err
    assert "set down" in qatynas("mapping", sheet).out


def test_a_mapping_can_be_given_to_any_table(qatynas: Call, sheet: Path, tmp_path: Path):
    other = tmp_path / "other.yaml"
    other.write_text(CORRECTED, encoding="utf-8")
    assert qatynas("facts", sheet, "--mapping", other).lines[0]["date"] == "1992-04-03"
    record = tmp_path / "r.db"
    assert qatynas("read", sheet, "--record", record).out.startswith("1 new")
    assert qatynas("read", sheet, "--record", record).out.startswith("0 new, 1 unchanged")
    assert "1 read anew" in qatynas("read", sheet, "--record", record, "--mapping", other).out
    assert "1 unchanged" in qatynas("read", sheet, "--record", record, "--mapping", other).out
    assert "1992-04-03" in qatynas("show", "KAZ", "RUS", "--record", record).out
    assert qatynas("check", "--record", record).status == 0


def test_without_a_mapping_the_guess_is_told_and_each_bad_cell(qatynas: Call, sheet: Path):
    done = qatynas("facts", sheet)
    assert done.status == 0
    guessed, silent, ambiguous = done.err.splitlines()
    assert guessed.startswith("qatynas: c.csv: warning: the columns were guessed: A «Күні» = date, B «Оқиға» = ")
    assert ambiguous.startswith("qatynas: c.csv: warning: A3: «03/04/1992» may be day or month first: kept as [1992-")
    assert silent == "qatynas: c.csv: warning: row 4: no fact was found in the words: kept as text (1 in all)"


def test_a_table_that_is_not_recognised_can_be_set_down_by_hand(qatynas: Call, tmp_path: Path):
    sheet, saved = tmp_path / "b.csv", tmp_path / "b.mapping.yaml"
    sheet.write_text("x;y\nРесей;1992\nҚытай;бір кезде\n")
    done = qatynas("mapping", sheet, "-o", saved)
    assert "b.csv: no table of facts was recognised: kept as text until set down" in done.err
    told = saved.read_text(encoding="utf-8").replace("skip", "title").replace("parties", "title")
    saved.write_text(told.replace("heading", "kind: project\n  heading"), encoding="utf-8")
    assert [fact["name"] for fact in qatynas("facts", sheet).lines][-1] == "Қытай"


def test_meanings_are_listed(qatynas: Call):
    done = qatynas("mapping", "--meanings")
    assert [line.split()[0] for line in done.out.splitlines() if not line.startswith(" ")] == list(MEANINGS)


def test_why_a_row_became_a_fact_is_explained_by_its_columns(qatynas: Call, sheet: Path):
    fact = qatynas("facts", sheet).lines[0]
    told = qatynas("explain", fact["id"], "--in", sheet).out
    assert "a row of a table, read by what its columns tell" in told
    assert "«Ресей» (column C «Елдер») → RUS" in told


@pytest.mark.parametrize(
    ("arguments", "status", "told"),
    [
        ([], 2, "Give either a FILE or --meanings."),
        (["none.csv"], 1, "none.csv: refused: missing: no such file"),
        (["a.txt"], 1, "a.txt: this is no table: CSV, XLSX and ODS are"),
    ],
)
def test_what_cannot_be_mapped_is_told(qatynas: Call, tmp_path: Path, monkeypatch, arguments, status, told):
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text("Бір сөйлем.")
    done = qatynas("mapping", *arguments)
    assert done.status == status
    assert told in done.err


def test_a_mistake_in_a_given_mapping_is_told_before_anything_is_read(qatynas: Call, sheet: Path, tmp_path: Path):
    wrong = tmp_path / "wrong.yaml"
    wrong.write_text("tables:\n- columns: {A: dat}\n")
    done = qatynas("facts", sheet, "--mapping", wrong)
    assert (done.status, done.out) == (2, "")
    assert f"{wrong}:2: “dat” is not known" in done.err
    assert qatynas("facts", sheet, "--mapping", tmp_path / "none.yaml").err.endswith("none.yaml: no such file\n")

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Call = Callable[..., Any]
# A Cyrillic schwa letter stands for ә, and spaces before signs are left over from a printer's.
DAMAGED = "Бірінші жол.\nҚазақстан мен Ресей арасында келіссөздер өттi .. Тараптар шартқа қол қойды .\n"
CLEAN = "Қазақстан Президенті 1997 жылғы қарашада АҚШ-қа барды.\r\n\r\nXXI ғасыр. NATO.\n"


def test_clean_text_comes_out_byte_for_byte_as_it_went_in(process: Call, tmp_path: Path):
    (tmp_path / "clean.txt").write_bytes(CLEAN.encode())
    done = process("restore", "clean.txt")
    assert (done.status, done.out, done.err) == (0, CLEAN, "")


def test_damaged_text_comes_out_repaired(qatynas: Call, tmp_path: Path):
    (tmp_path / "damaged.txt").write_text(DAMAGED, encoding="utf-8")
    done = qatynas("restore", "damaged.txt")
    assert done.status == 0
    assert ".." not in done.out


def test_every_repair_is_listed_with_its_place_and_rule(qatynas: Call, tmp_path: Path):
    (tmp_path / "damaged.txt").write_text(DAMAGED, encoding="utf-8")
    told = qatynas("restore", "damaged.txt", "--explain", "--json").json
    assert told["document"] == "damaged.txt"
    assert told["repairs"]
    restored, shift = DAMAGED, 0
    for repair in told["repairs"]:
        assert DAMAGED[repair["start"] : repair["end"]] == repair["original"]
        assert repair["rule"] and repair["wrong"]
        line = DAMAGED[: repair["start"]].count("\n") + 1
        assert (repair["line"], repair["column"]) == (line, repair["start"] - DAMAGED.rfind("\n", 0, repair["start"]))
        start, end = repair["start"] + shift, repair["end"] + shift
        restored = restored[:start] + repair["restored"] + restored[end:]
        shift += len(repair["restored"]) - len(repair["original"])
    assert restored == told["text"]


def test_the_list_of_repairs_is_a_table_for_people(qatynas: Call, tmp_path: Path):
    (tmp_path / "damaged.txt").write_text(DAMAGED, encoding="utf-8")
    done = qatynas("restore", "damaged.txt", "--explain")
    assert done.status == 0
    assert "what was wrong" in done.out
    assert "repairs: " in done.out
    (tmp_path / "clean.txt").write_text(CLEAN, encoding="utf-8")
    assert qatynas("restore", "clean.txt", "--explain").out == "repairs: 0\n"


def test_a_repair_is_told_in_words_with_its_line_and_column(qatynas: Call, tmp_path: Path):
    (tmp_path / "damaged.txt").write_text("Бірінші жол.\nЕкі ел қарымқатынас орнатты.\n", encoding="utf-8")
    row = next(line for line in qatynas("restore", "damaged.txt", "--explain").out.splitlines() if "2:13" in line)
    assert row.split()[:2] == ["25", "2:13"]
    assert "«» → «-»" in row
    assert "pair without its hyphen" in row


def test_a_word_from_the_latin_alphabet_is_one_repair(qatynas: Call, tmp_path: Path):
    (tmp_path / "latin.txt").write_text("Ekı el şartqa qol qoidy.\n", encoding="utf-8")
    told = qatynas("restore", "latin.txt", "--explain", "--json").json
    assert told["text"] == "Екі ел шартқа қол қойды.\n"
    assert [repair["original"] for repair in told["repairs"]] == ["Ekı", "el", "şartqa", "qol", "qoidy"]
    assert {repair["wrong"] for repair in told["repairs"]} == {"Kazakh in Latin letters"}


@pytest.mark.parametrize(("name", "reason"), [("gone.txt", "missing"), ("empty.txt", "empty")])
def test_a_file_that_cannot_be_read_is_named_with_the_reason(qatynas: Call, tmp_path: Path, name: str, reason: str):
    (tmp_path / "empty.txt").write_bytes(b"")
    done = qatynas("restore", name)
    assert (done.status, done.out) == (1, "")
    assert done.err.startswith(f"qatynas: {name}: refused: {reason}")

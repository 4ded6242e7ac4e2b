"""`qatynas diff`."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Call = Callable[..., Any]
TEXT = "Қазақстан мен Қытай 1994 жылы шекара туралы келісімге қол қойды. Қазақстан Президенті Жапонияға барды.\n"


@pytest.fixture
def readings(qatynas: Call, tmp_path: Path) -> list[str]:
    """Two readings of one text, as lines; the first is stored as `a.jsonl`."""
    (tmp_path / "t.txt").write_text(TEXT, encoding="utf-8")
    told = str(qatynas("facts", "t.txt").out).splitlines()
    (tmp_path / "a.jsonl").write_text("\n".join(told), encoding="utf-8")
    return told


def stored(tmp_path: Path, lines: list[str]) -> None:
    (tmp_path / "b.jsonl").write_text("\n".join(lines), encoding="utf-8")


def test_equal_readings_differ_in_nothing(qatynas: Call, readings: list[str], tmp_path: Path):
    stored(tmp_path, ["", *readings, ""])
    done = qatynas("diff", "a.jsonl", "b.jsonl")
    assert (done.status, done.out, done.err) == (0, f"0 added, 0 gone, 0 changed, {len(readings)} same\n", "")


def test_each_change_is_told_with_its_words_and_fields(qatynas: Call, readings: list[str], tmp_path: Path):
    visit = readings[-1].replace('"recipient":[{', '"recipient":[],"x":[{').replace('"place":null', '"place":"Токио"')
    stored(tmp_path, [*readings[1:-1], visit])
    done = qatynas("diff", "a.jsonl", "b.jsonl")
    assert (done.status, done.err) == (1, "")
    assert done.out.startswith("- t.txt:")
    assert "    recipient: Жапония (JPN, GOV) → nothing\n" in done.out
    assert "    place: nothing → Токио\n" in done.out
    assert done.out.endswith(f"0 added, 1 gone, 1 changed, {len(readings) - 2} same\n")
    assert qatynas("diff", "b.jsonl", "a.jsonl").out.startswith("+ t.txt:")


def test_json_has_changes_with_old_and_new_and_counts(qatynas: Call, readings: list[str], tmp_path: Path):
    stored(tmp_path, [readings[0].replace('"1994"', '"1995"'), *readings[1:]])
    done = qatynas("diff", "--json", "a.jsonl", "b.jsonl")
    (change,) = done.json["changes"]
    assert done.status == 1
    assert change["change"] == "changed"
    assert change["fields"]["date"] == {"old": "1994", "new": "1995"}
    assert change["id"] == change["was"] == change["fact"]["id"]
    assert done.json["counts"] == {"added": 0, "gone": 0, "changed": 1, "same": len(readings) - 1}


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (None, "b.jsonl: No such file or directory"),
        (b"\nnot json\n", "b.jsonl:2: not a fact of format 1: JSON is malformed"),
        (b'{"kind":"event"}', "b.jsonl:1: not a fact of format 1: "),
        (b'{"kind":"reference","marker":"1","evidence":[]}', "b.jsonl:1: not a fact of format 1: it has no evidence"),
        (b"\xff\xfe\x00", "b.jsonl:1: not a fact of format 1"),
    ],
)
def test_what_is_no_reading_is_one_line_and_status_2(
    qatynas: Call, readings: list[str], tmp_path: Path, data: bytes | None, reason: str
):
    if data is not None:
        (tmp_path / "b.jsonl").write_bytes(data)
    done = qatynas("diff", "a.jsonl", "b.jsonl")
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith(f"qatynas: {reason}") and done.err.count("\n") == 1

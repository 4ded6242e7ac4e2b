"""Every kind of bad input of the command line, end to end: one line each, nothing lost, nothing half."""

import json
import os
import resource
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

Call = Callable[..., Any]
SIGNED = "1992 жылы 25 мамырда Қазақстан мен Ресей достық және ынтымақтастық туралы шартқа қол қойды."
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)) * 8


@pytest.fixture
def good(tmp_path: Path) -> Path:
    """A good file, which no bad one beside it may cost anything."""
    file = tmp_path / "good.txt"
    file.write_text(SIGNED, encoding="utf-8")
    return file


NO_TEXT = {
    "blank.txt": (b" \r\n\t\n", "empty"),
    "empty.txt": (b"", "empty"),
    "mark.txt": (b"\xef\xbb\xbf", "empty"),
    "noise.txt": (bytes(range(256)) * 40, "binary"),
    "page.pdf": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n", "damaged"),
    "picture.txt": (PNG, "needs OCR"),
}


def test_files_that_are_no_text_are_refused_and_the_others_are_read(qatynas: Call, tmp_path: Path, good: Path):
    for name, (content, _) in NO_TEXT.items():
        (tmp_path / name).write_bytes(content)
    facts = qatynas("facts", *NO_TEXT, good.name)
    assert facts.status == 1
    assert {line["evidence"][0]["document"] for line in facts.lines} == {"good.txt"}
    told = [line for line in facts.err.splitlines() if " warning: " not in line]
    for line, (name, (_, reason)) in zip(told, NO_TEXT.items(), strict=True):
        assert line.startswith(f"qatynas: {name}: refused: {reason}")
    read = qatynas("read", *NO_TEXT, good.name, "--json")
    assert read.status == 1
    assert (read.json["new"], read.json["refused"]) == (1, len(NO_TEXT))
    for name, (_, reason) in NO_TEXT.items():
        assert f"{name}: refused: {reason}" in read.err


def test_a_wrong_extension_is_read_for_what_it_is(qatynas: Call, tmp_path: Path):
    page = f"<!DOCTYPE html><html><head><title>Шарт</title></head><body><p>{SIGNED}</p></body></html>"
    (tmp_path / "page.txt").write_text(page, encoding="utf-8")
    (tmp_path / "text.html").write_text(SIGNED, encoding="utf-8")
    done = qatynas("facts", "page.txt", "text.html")
    assert done.status == 0
    assert {line["evidence"][0]["document"] for line in done.lines} == {"page.txt", "text.html"}
    assert "page.txt: warning: " in done.err


def test_a_single_line_of_twenty_megabytes_ends_and_says_what_was_not_read(qatynas: Call, tmp_path: Path):
    (tmp_path / "long.txt").write_bytes("қ".encode() * 10_000_000)
    done = qatynas("facts", "long.txt")
    assert (done.status, done.out) == (0, "")
    assert done.err.startswith("qatynas: long.txt: ")
    assert done.err.count("\n") <= 2


def test_a_line_of_twenty_megabytes_in_jsonl_costs_only_itself(qatynas: Call, tmp_path: Path):
    line = json.dumps({"id": "good", "text": SIGNED})
    (tmp_path / "a.jsonl").write_text('{"id": "long", "text": "' + "a" * 20_000_000 + '"}\n' + line, encoding="utf-8")
    done = qatynas("facts", "--jsonl", "a.jsonl")
    assert done.status == 1
    assert {each["evidence"][0]["document"] for each in done.lines} == {"good"}
    assert done.err.startswith("qatynas: a.jsonl:1: refused: size")


def test_invalid_bytes_do_not_stop_the_others_and_are_told(qatynas: Call, tmp_path: Path, good: Path):
    (tmp_path / "broken.txt").write_bytes(SIGNED.encode() * 20 + b"\xff\xfe\xd2 " + SIGNED.encode())
    done = qatynas("facts", "broken.txt", good.name)
    assert "good.txt" in {line["evidence"][0]["document"] for line in done.lines}
    assert done.err.startswith("qatynas: broken.txt: ")
    assert "Traceback" not in done.err


@pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX")
def test_an_unreadable_folder_is_named_and_the_others_are_read(
    process: Call, qatynas: Call, tmp_path: Path, good: Path
):
    # Root reads everything unless these two rights are taken from the process.
    before: tuple[str, ...] = ()
    if os.geteuid() == 0:
        if shutil.which("setpriv") is None:
            pytest.skip("root reads every folder, and there is no setpriv here to take that right away")
        before = ("setpriv", "--bounding-set", "-dac_override,-dac_read_search")
    good.write_text("In a language that is not read yet: the process starts sooner.", encoding="utf-8")
    folder = tmp_path / "closed"
    folder.mkdir(mode=0o000)
    try:
        done = process("read", "closed", good.name, "--json", before=before)
    finally:
        folder.chmod(0o700)
    assert (done.status, done.json["new"], done.json["refused"]) == (1, 1, 1)
    assert done.err.startswith(f"qatynas: {folder}: refused: unreadable: permission denied\n")
    told = {document["name"]: document["state"] for document in qatynas("show", "--json").json["documents"]}
    assert told == {"closed": "refused", "good.txt": "read"}


def test_two_files_of_one_name_in_two_folders_are_two_documents(qatynas: Call, tmp_path: Path):
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(f"{folder}. {SIGNED}", encoding="utf-8")
    assert qatynas("read", "one", "two", "--json").json["new"] == 2
    shown = qatynas("show", "--json").json["documents"]
    assert [document["id"] for document in shown] == [str(tmp_path / folder / "a.txt") for folder in ("one", "two")]
    told = qatynas("export").lines
    assert {line["evidence"][0]["document"] for line in told} == {"one/a.txt", "two/a.txt"}


@pytest.mark.parametrize("arguments", [("show",), ("check",), ("export",), ("search", "а"), ("read", "good.txt")])
@pytest.mark.parametrize("content", [SIGNED.encode() * 100, PNG, b"notes", b"x"])
def test_a_record_that_is_no_record_is_told_and_left_as_it_is(
    qatynas: Call, tmp_path: Path, good: Path, arguments: tuple[str, ...], content: bytes
):
    (tmp_path / "notes.db").write_bytes(content)
    done = qatynas(*arguments, "--record", "notes.db")
    assert (done.status, done.out) == (3, "")
    assert done.err.startswith("qatynas: notes.db: not a record")
    assert done.err.count("\n") == 1
    assert (tmp_path / "notes.db").read_bytes() == content


def test_a_database_of_something_else_is_told_and_left_as_it_is(qatynas: Call, tmp_path: Path, good: Path):
    with closing(sqlite3.connect(tmp_path / "other.db")) as connection:
        connection.execute("CREATE TABLE mine (x)")
    before = (tmp_path / "other.db").read_bytes()
    done = qatynas("read", good.name, "--record", "other.db")
    assert (done.status, done.out) == (3, "")
    assert done.err.startswith("qatynas: other.db: not a record")
    assert (tmp_path / "other.db").read_bytes() == before


def test_a_record_of_a_newer_version_is_told_and_left_as_it_is(qatynas: Call, tmp_path: Path, good: Path):
    qatynas("read", good.name)
    with closing(sqlite3.connect(tmp_path / "qatynas.db")) as connection:
        connection.execute("PRAGMA user_version = 9999")
    before = (tmp_path / "qatynas.db").read_bytes()
    for arguments in (("show",), ("read", good.name)):
        done = qatynas(*arguments)
        assert (done.status, done.out) == (3, "")
        assert done.err.startswith("qatynas: qatynas.db: written by a later version")
        assert done.err.count("\n") == 1
    assert (tmp_path / "qatynas.db").read_bytes() == before


def test_a_record_in_a_folder_that_is_not_there_is_one_line(qatynas: Call, good: Path):
    done = qatynas("read", good.name, "--record", "no/such/folder/r.db")
    assert (done.status, done.out) == (3, "")
    assert done.err.startswith("qatynas: no/such/folder/r.db: ")
    assert done.err.count("\n") == 1


def test_a_full_disk_is_one_line_and_the_record_keeps_what_it_held(process: Call, qatynas: Call, tmp_path: Path):
    # Long texts in a language that is not read yet: the record fills soon.
    words = "The presidents of the two states met in the capital and spoke of trade. " * 200
    lines = (json.dumps({"id": str(number), "text": f"{number}. {words}"}) for number in range(40))
    (tmp_path / "many.jsonl").write_text("\n".join(lines), encoding="utf-8")
    # A file may not grow beyond this: what a full disk does to a writer, without filling one.
    most = 400_000
    full = process("read", "many.jsonl", preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (most, most)))
    assert full.status == 3
    assert full.err.startswith("qatynas: qatynas.db: the disk ")
    assert full.err.count("\n") == 1
    assert qatynas("check").out == "qatynas.db: ok\n"
    kept = len(qatynas("show", "--json").json["documents"])
    assert 0 < kept < 40
    again = qatynas("read", "many.jsonl", "--json").json
    assert (again["same"], again["new"]) == (kept, 40 - kept)

import json
import os
import signal
import sqlite3
import subprocess
import time
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

import pytest

from qatynas.record.store import Record

Call = Callable[..., Any]
SIGNED = "1992 жылы 25 мамырда Қазақстан мен Ресей достық және ынтымақтастық туралы шартқа қол қойды."


def texts(folder: Path, *names: str) -> None:
    for name in names:
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"{name}. {SIGNED}", encoding="utf-8")


def counts(done: Any) -> dict[str, int]:
    return {outcome: number for outcome, number in done.json.items() if number}


def documents_in(record: Path) -> int:
    """How many documents another process has committed so far; 0 while there is no table yet."""
    if not record.exists():
        return 0
    with closing(sqlite3.connect(record)) as connection, suppress(sqlite3.OperationalError):
        return connection.execute("SELECT count(*) FROM document").fetchone()[0]
    return 0


def stopped_after(running: "subprocess.Popen[bytes]", record: Path, number: int) -> str:
    """Press Ctrl-C once so many documents are in the record; gives standard error."""
    until = time.monotonic() + 60
    while documents_in(record) < number and running.poll() is None and time.monotonic() < until:
        time.sleep(0.02)
    os.killpg(running.pid, signal.SIGINT)  # as a terminal does: to the workers too
    _, told = running.communicate(timeout=60)
    return told.decode("utf-8")


def test_a_folder_and_a_file_are_read_and_counted_on_one_line(qatynas: Call, tmp_path: Path):
    texts(tmp_path, "texts/a.txt", "texts/deep/b.txt", "c.txt")
    done = qatynas("read", "texts", "c.txt")
    assert (done.status, done.err) == (0, "")
    assert done.out == "3 new, 0 unchanged, 0 new edition, 0 read anew, 0 partly, 0 refused\n"
    assert (tmp_path / "qatynas.db").exists()


def test_reading_again_doubles_nothing(qatynas: Call, tmp_path: Path):
    texts(tmp_path, "a.txt", "b.txt")
    assert counts(qatynas("read", "a.txt", "b.txt", "--json")) == {"new": 2}
    before = qatynas("show", "--json").json
    assert counts(qatynas("read", "a.txt", "b.txt", "--json")) == {"same": 2}
    assert qatynas("show", "--json").json == before


def test_what_the_record_holds_is_not_read_again(qatynas: Call, tmp_path: Path):
    """Told by the only thing that sees the reader at work from outside: a limit under which it reads nothing."""
    texts(tmp_path, "a.txt", "b.txt")
    qatynas("read", "a.txt", "b.txt")
    texts(tmp_path, "c.txt")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("QATYNAS_MAX_SENTENCE", "5")
        assert counts(qatynas("read", "a.txt", "b.txt", "c.txt", "--json")) == {"new": 1, "same": 2, "partly": 1}
    # What was read up to a limit is read again, as the limit has been changed.
    assert counts(qatynas("read", "a.txt", "b.txt", "c.txt", "--json")) == {"same": 2, "reread": 1}


def test_what_is_held_is_told_of_again_as_when_it_was_read(qatynas: Call, tmp_path: Path):
    (tmp_path / "en.txt").write_text("Kazakhstan and China signed a treaty in 1994, in the capital.", encoding="utf-8")
    (tmp_path / "bytes.txt").write_bytes(SIGNED.encode() * 20 + b"\xff\xfe\xd2 " + SIGNED.encode())
    first, second = (qatynas("read", "en.txt", "bytes.txt", "--json") for _ in range(2))
    assert first.err.count(": warning: ") == 2
    assert second.err == first.err
    assert (first.json["new"], second.json["same"]) == (2, 2)
    assert first.json["partly"] == second.json["partly"]


def test_a_document_that_changed_becomes_a_new_edition(qatynas: Call, tmp_path: Path):
    texts(tmp_path, "a.txt")
    qatynas("read", "a.txt")
    (tmp_path / "a.txt").write_text(f"Жаңа. {SIGNED}", encoding="utf-8")
    assert counts(qatynas("read", "a.txt", "--json")) == {"edition": 1}
    (document,) = qatynas("show", "--json").json["documents"]
    assert (document["edition"], document["editions"]) == (2, 2)


def test_the_record_is_where_the_option_or_the_environment_says(
    qatynas: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    texts(tmp_path, "a.txt")
    qatynas("read", "a.txt", "--record", "one.db")
    monkeypatch.setenv("QATYNAS_RECORD", "two.db")
    qatynas("read", "a.txt")
    assert sorted(path.name for path in tmp_path.glob("*.db")) == ["one.db", "two.db"]


def test_refused_files_are_named_with_the_reason_and_the_rest_is_read(qatynas: Call, tmp_path: Path):
    texts(tmp_path, "good.txt")
    (tmp_path / "empty.txt").write_bytes(b"")
    done = qatynas("read", "good.txt", "empty.txt", "gone.txt", "--json")
    assert done.status == 1
    assert counts(done) == {"new": 1, "refused": 2}
    assert [line.partition(" refused: ")[2].partition(":")[0] for line in done.err.splitlines()] == ["empty", "missing"]
    assert str(tmp_path / "empty.txt") in done.err


def test_a_warning_of_many_documents_is_told_once(qatynas: Call, tmp_path: Path):
    for number in range(3):
        words = f"Number {number}. Kazakhstan and China signed a treaty in 1994, and the presidents met."
        (tmp_path / f"{number}.txt").write_text(words, encoding="utf-8")
    done = qatynas("read", "0.txt", "1.txt", "2.txt")
    assert done.status == 0
    assert done.err.count("\n") == 1
    assert "0.txt and 2 more: warning: " in done.err


def test_two_workers_put_the_same_into_the_record_as_one(qatynas: Call, tmp_path: Path):
    texts(tmp_path, *(f"texts/{number}.txt" for number in range(6)))
    assert counts(qatynas("read", "texts", "--record", "one.db", "--json")) == {"new": 6}
    assert counts(qatynas("read", "texts", "--record", "two.db", "--workers", "2", "--json")) == {"new": 6}
    one, two = qatynas("export", "--record", "one.db"), qatynas("export", "--record", "two.db")
    assert one.out
    assert one.out == two.out


def test_no_workers_is_wrong_use(qatynas: Call):
    assert qatynas("read", "x", "--workers", "0").status == 2


@pytest.mark.skipif(os.name != "posix", reason="Ctrl-C is sent as a POSIX signal")
def test_ctrl_c_in_the_middle_of_many_documents_keeps_what_is_read_and_the_same_command_goes_on(
    start: Call, qatynas: Call, tmp_path: Path
):
    # In a language that is not read yet: what is tested is the record, and each process starts sooner.
    total, words = 200, "The presidents of the two states met in the capital and spoke of trade."
    lines = (json.dumps({"id": f"n{number}", "text": f"{number}. {words}"}) for number in range(total))
    (tmp_path / "many.jsonl").write_text("\n".join(lines), encoding="utf-8")
    record, kept = tmp_path / "qatynas.db", 0
    for workers in (1, 2):
        running = start("read", "many.jsonl", "--workers", workers, start_new_session=True)
        told, before = stopped_after(running, record, kept + 10), kept
        kept = documents_in(record)
        assert running.returncode == 130, told
        assert before + 10 <= kept < total
        assert told.splitlines()[-1] == (
            f"qatynas: stopped: {kept} of {total} documents are in the record; the same command goes on"
        )
        assert qatynas("check").status == 0
    assert counts(qatynas("read", "many.jsonl", "--json")) == {"same": kept, "new": total - kept}
    assert documents_in(record) == total


def test_a_file_that_changes_nothing_leaves_the_record_the_same_bytes(qatynas: Call, tmp_path: Path):
    texts(tmp_path, "a.txt")
    qatynas("read", "a.txt")
    before = (tmp_path / "qatynas.db").read_bytes()
    qatynas("read", "a.txt")
    assert (tmp_path / "qatynas.db").read_bytes() == before


def test_what_was_read_can_be_shown_by_the_library(qatynas: Call, tmp_path: Path):
    texts(tmp_path, "a.txt")
    qatynas("read", "a.txt")
    with Record.open(tmp_path / "qatynas.db", create=False) as record:
        (document,) = record.documents()
        assert document.facts == len(list(record.facts()))
        assert document.facts > 0

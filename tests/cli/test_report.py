import csv
import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

import pytest

Call = Callable[..., Any]
SIGNED = "1992 жылы 25 мамырда Қазақстан мен Ресей достық және ынтымақтастық туралы шартқа қол қойды."
LINUX = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="processes are told by /proc")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a good file, a copy of it, one with a warning, a part, and two that cannot be read."""
    made = tmp_path / "texts"
    (made / "deep").mkdir(parents=True)
    (made / "a.txt").write_text(SIGNED, encoding="utf-8")
    (made / "deep" / "copy.txt").write_text(SIGNED, encoding="utf-8")
    (made / "english.txt").write_text("Kazakhstan and China signed a treaty in 1994.", encoding="utf-8")
    (made / "=formula.txt").write_bytes(b"")
    (made / "store.txt").write_bytes(b"SQLite format 3\0")
    return made


def test_the_report_tells_what_became_of_each_document(qatynas: Call, folder: Path, tmp_path: Path):
    done = qatynas("read", "texts", "--report", "report.json")
    assert done.out == "3 new, 0 unchanged, 0 new edition, 0 read anew, 0 partly, 2 refused\n"
    told = json.loads((tmp_path / "report.json").read_text("utf-8"))
    each = {Path(document["document"]).name: document for document in told.pop("each")}
    assert told == {
        "record": "qatynas.db", "finished": True, "documents": 5, "new": 3, "same": 0, "edition": 0, "reread": 0,
        "refused": 2, "partly": 0, "facts": each["a.txt"]["facts"], "reasons": {"empty": 1, "format": 1},
    }  # fmt: skip
    assert list(each) == ["=formula.txt", "a.txt", "copy.txt", "english.txt", "store.txt"]
    assert each["a.txt"]["facts"] == each["copy.txt"]["facts"] > 0
    assert (each["a.txt"]["copy_of"], each["copy.txt"]["copy_of"]) == (None, str(folder / "a.txt"))
    assert each["store.txt"]["reason"] == "format: SQLite documents are not read yet"
    assert each["store.txt"]["outcome"] == each["store.txt"]["state"] == "refused"
    assert each["english.txt"]["warnings"][0].startswith("facts are not yet read")


def test_a_second_run_tells_the_same_of_what_is_held(qatynas: Call, folder: Path, tmp_path: Path):
    told = []
    for _ in range(2):
        qatynas("read", "texts", "--report", "report.json")
        told.append(json.loads((tmp_path / "report.json").read_text("utf-8")))
    first, second = told
    assert (second["same"], second["refused"], second["facts"]) == (3, 2, first["facts"])
    for one, other in zip(first["each"], second["each"], strict=True):
        assert {**one, "outcome": ""} == {**other, "outcome": ""}


def test_a_table_is_safe_to_open(qatynas: Call, folder: Path, tmp_path: Path):
    qatynas("read", "texts", "--report", "report.csv")
    with (tmp_path / "report.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [*rows[0]] == ["document", "outcome", "state", "reason", "warnings", "facts", "copy_of"]
    assert [row["outcome"] for row in rows] == ["refused", "new", "new", "new", "refused"]
    assert rows[2]["copy_of"] == str(folder / "a.txt")


def test_a_text_tells_what_a_person_looks_for_first(qatynas: Call, folder: Path, tmp_path: Path):
    qatynas("read", "texts", "--report", "report.txt")
    text = (tmp_path / "report.txt").read_text("utf-8").replace(f"{folder}/", "")
    facts = text.partition(" facts")[0].rpartition(" ")[2]
    (warning,) = (line.strip() for line in text.splitlines() if line.endswith(": english.txt"))
    assert facts.isdecimal() and warning.startswith("facts are not yet read")
    assert text == (
        f"5 documents, {facts} facts\n"
        "record: qatynas.db\n"
        "3 new, 0 unchanged, 0 new edition, 0 read anew, 0 partly, 2 refused\n\n"
        "Refused (1 empty, 1 format)\n"
        "  =formula.txt: empty: there is no text\n"
        "  store.txt: format: SQLite documents are not read yet\n\n"
        "Warnings\n"
        f"  {warning}\n"
        "  named .txt, but the content is SQLite: store.txt\n\n"
        "Copies\n"
        "  deep/copy.txt: the text of a.txt\n\n"
        "Read\n"
        f"  a.txt: {facts} facts (new)\n"
        f"  deep/copy.txt: {facts} facts (new)\n"
        "  english.txt: 0 facts (new)\n"
    )


def test_what_the_run_itself_writes_is_not_read(qatynas: Call, folder: Path, tmp_path: Path):
    for report in ("report.txt", "report.txt", "report.csv"):
        done = qatynas("read", ".", "--report", report, "--json")
        (tmp_path / "report.txt").unlink(missing_ok=report == "report.csv")
        assert sum(done.json.values()) == 5
    assert "qatynas.db" not in done.err


@pytest.mark.parametrize("report", ["nowhere/report.txt", "texts"])
def test_where_no_report_can_be_written_nothing_is_read(qatynas: Call, folder: Path, tmp_path: Path, report: str):
    done = qatynas("read", "texts", "--report", report)
    assert done.status == 1
    assert done.err.startswith(f"qatynas: {report}: ")
    assert not (tmp_path / "qatynas.db").exists()


def many(folder: Path, documents: int) -> None:
    folder.mkdir()
    for number in range(documents):
        words = f"{number}. The presidents of the two states met in the capital and spoke of trade."
        (folder / f"{number:04}.html").write_text(f"<html><body><p>{words}</p></body></html>", encoding="utf-8")


def held(record: Path) -> int:
    if not record.exists():
        return 0
    with closing(sqlite3.connect(record)) as connection, suppress(sqlite3.OperationalError):
        return connection.execute("SELECT count(*) FROM reading").fetchone()[0]
    return 0


def wait_until(true: Callable[[], object], running: "subprocess.Popen[bytes]") -> None:
    until = time.monotonic() + 60
    while not true() and running.poll() is None and time.monotonic() < until:
        time.sleep(0.02)


def children_of(pid: int) -> list[int]:
    out = []
    for status in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            state, parent = status.read_text().rpartition(")")[2].split()[:2]
            if parent == str(pid) and state != "Z":
                out.append(int(status.parent.name))
    return out


def all_end(numbers: list[int]) -> bool:
    """Whether the processes end within some seconds."""
    until = time.monotonic() + 10
    while (left := [number for number in numbers if alive(number)]) and time.monotonic() < until:
        time.sleep(0.05)
    return not left


def alive(number: int) -> bool:
    try:
        return Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


@LINUX
@pytest.mark.parametrize("workers", [1, 2])
def test_ctrl_c_while_a_parser_hangs_ends_at_once_with_a_report_and_no_process_stays(
    start: Call, qatynas: Call, tmp_path: Path, workers: int
):
    many(tmp_path / "many", 400)
    running = start("read", "many", "--report", "report.json", "--workers", workers, "--json", start_new_session=True)
    wait_until(lambda: held(tmp_path / "qatynas.db") > 10, running)
    children = children_of(running.pid)
    for child in children:
        if os.getpgid(child) != running.pid:  # those that open files stand in groups of their own
            os.kill(child, signal.SIGSTOP)
    time.sleep(0.5)
    os.killpg(running.pid, signal.SIGINT)
    out, err = running.communicate(timeout=30)
    assert running.returncode == 130, err
    told = json.loads((tmp_path / "report.json").read_text("utf-8"))
    assert not told["finished"]
    assert told["documents"] == json.loads(out)["new"] == held(tmp_path / "qatynas.db") < 400
    assert b"Traceback" not in err
    assert all_end(children)


@LINUX
def test_a_run_that_was_killed_goes_on_where_it_was(start: Call, qatynas: Call, tmp_path: Path):
    many(tmp_path / "many", 300)
    running = start("read", "many", "--report", "report.json", start_new_session=True)
    wait_until(lambda: held(tmp_path / "qatynas.db") > 20, running)
    children = children_of(running.pid)
    running.kill()
    running.communicate(timeout=30)
    kept = held(tmp_path / "qatynas.db")
    assert 20 < kept < 300
    assert not (tmp_path / "report.json").exists()
    done = qatynas("read", "many", "--report", "report.json", "--json")
    assert {outcome: number for outcome, number in done.json.items() if number} == {"same": kept, "new": 300 - kept}
    assert json.loads((tmp_path / "report.json").read_text("utf-8"))["documents"] == 300
    assert qatynas("check").status == 0
    assert all_end(children)


PEAK = """
import resource, sys
from qatynas.cli.main import run
run(["read", sys.argv[1], "--record", sys.argv[2], "--report", sys.argv[2] + ".csv", "--json"])
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024)
"""


@pytest.mark.slow
@LINUX
def test_memory_does_not_grow_with_the_number_of_files(tmp_path: Path):
    peaks = []
    for documents in (200, 2000):
        folder = tmp_path / str(documents)
        folder.mkdir()
        for number in range(documents):
            (folder / f"{number}.txt").write_text(f"{number}. The presidents met in the capital and spoke.", "utf-8")
        done = subprocess.run(
            [sys.executable, "-c", PEAK, folder, f"{folder}.db"],
            env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            capture_output=True, text=True, check=True, timeout=300,
        )  # fmt: skip
        counts, peak = done.stdout.splitlines()
        assert json.loads(counts)["new"] == documents
        peaks.append(int(peak))
    assert peaks[1] < peaks[0] + 12_000_000

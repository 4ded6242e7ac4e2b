import os
import shutil
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from papers import TREATY, VISIT, reading

from qatynas.errors import NotARecord, NotFound, RecordBusy, RecordError, RecordTooNew, RecordUnwritable
from qatynas.record import sqlite
from qatynas.record.faults import told
from qatynas.record.migration import CURRENT, prepare
from qatynas.record.outcome import Outcome
from qatynas.record.store import Record

ROOT = Path(__file__).resolve().parents[2]
as_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root can mount a file system")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A real file system of one megabyte."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk], capture_output=True)
    if mounted.returncode:
        pytest.skip("this machine lets nobody mount a file system")
    yield disk
    subprocess.run(["umount", "-l", disk], check=True)


def long_reading(name: str):
    return reading(name, f"{name} {TREATY} " + "сөз " * 20_000)


def one_line(caught: pytest.ExceptionInfo[Exception]) -> str:
    assert "\n" not in str(caught.value)
    assert caught.value.__suppress_context__ or caught.value.__context__ is None
    return str(caught.value)


@pytest.mark.parametrize(
    "content",
    [
        b"Shartqa qol qoyildy.\n" * 100,
        os.urandom(5000),
        b"PK\x03\x04" + bytes(3000),
        b"x",
        b"\n",
        bytes(100),
        b"SQLite format 3",
    ],
)
def test_a_file_that_is_no_database_is_no_record_and_stays_as_it_is(where: Path, content: bytes):
    where.write_bytes(content)
    with pytest.raises(NotARecord, match=r"qatynas\.db: not a record of Qatynas") as caught:
        Record.open(where)
    one_line(caught)
    assert where.read_bytes() == content
    assert list(where.parent.iterdir()) == [where]


def test_a_database_of_something_else_is_no_record_and_stays_as_it_is(where: Path):
    other = sqlite3.connect(where)
    other.execute("CREATE TABLE document (id TEXT)")
    other.close()
    before = where.read_bytes()
    with pytest.raises(NotARecord, match="a database of something else"):
        Record.open(where)
    assert where.read_bytes() == before
    assert list(where.parent.iterdir()) == [where]


def test_a_folder_is_no_record(tmp_path: Path):
    with pytest.raises(RecordUnwritable, match="cannot be opened"):
        Record.open(tmp_path)


def test_a_record_in_a_folder_that_is_not_there_is_told(tmp_path: Path):
    with pytest.raises(RecordUnwritable, match="cannot be opened or made"):
        Record.open(tmp_path / "joq" / "qatynas.db")


def test_a_path_that_no_file_can_have_is_told(tmp_path: Path):
    with pytest.raises(RecordUnwritable, match="File name too long"):
        Record.open(tmp_path / ("a" * 300))


def test_an_empty_file_becomes_a_record_only_where_one_may_be_made(where: Path):
    where.touch()
    with pytest.raises(NotFound, match="nothing is recorded"):
        Record.open(where, create=False)
    with Record.open(where) as record:
        assert record.add(reading()) is Outcome.new


@pytest.mark.parametrize(
    "later", ["PRAGMA user_version = 99", "UPDATE alembic_version SET version_num = '9999'"], ids=["number", "revision"]
)
def test_a_record_of_a_later_version_is_refused_and_stays_as_it_is(where: Path, later: str):
    with Record.open(where) as record:
        record.add(reading())
    connection = sqlite3.connect(where)
    with connection:
        connection.execute(later)
    connection.close()
    before = where.read_bytes()
    with pytest.raises(RecordTooNew, match="written by a later version of Qatynas"):
        Record.open(where)
    assert where.read_bytes() == before


def test_a_record_that_another_process_holds_is_busy_after_the_time_that_is_set(
    where: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("QATYNAS_BUSY_SECONDS", "1")
    hold = "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); c.execute('BEGIN IMMEDIATE'); print(1, flush=True)"
    with Record.open(where) as record:
        record.add(reading())
        other = subprocess.Popen(
            [sys.executable, "-c", hold + "; input()", where], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        with other:
            assert other.stdout
            other.stdout.readline()
            began = time.monotonic()
            with pytest.raises(RecordBusy, match="another process holds the record") as caught:
                record.add(reading("ekinshi.txt", VISIT))
            assert 0.9 < time.monotonic() - began < 5
            assert len(list(record.facts())) == 2, "a reader does not wait"
            other.communicate(b"\n")
        one_line(caught)
        assert record.add(reading("ekinshi.txt", VISIT)) is Outcome.new


def test_writers_at_once_wait_for_each_other(where: Path):
    outcomes: list[Outcome] = []

    def write(number: int) -> None:
        with Record.open(where) as record:
            outcomes.extend(record.add(reading(f"{number}-{i}.txt", f"{number}-{i} {VISIT}")) for i in range(3))

    threads = [threading.Thread(target=write, args=(number,)) for number in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert outcomes == [Outcome.new] * 15
    with Record.open(where) as record:
        assert len(record.documents()) == 15
        assert record.check() == []


@as_root
def test_a_full_disk_is_told_and_nothing_already_stored_is_lost(small_disk: Path):
    with Record.open(small_disk / "qatynas.db") as record:
        with pytest.raises(RecordUnwritable, match="disk is full") as caught:
            for number in range(50):
                record.add(long_reading(f"{number}.txt"))
        one_line(caught)
        stored = len(record.documents())
        assert stored >= 1
        assert len(list(record.facts())) == 2 * stored
        assert record.check() == []
    subprocess.run(["mount", "-o", "remount,size=4m", small_disk], check=True)
    with Record.open(small_disk / "qatynas.db") as record:
        assert record.add(long_reading(f"{stored}.txt")) is Outcome.new
        assert len(record.documents()) == stored + 1


@as_root
def test_a_full_disk_is_told_when_a_record_is_made(small_disk: Path):
    (small_disk / "filler").write_bytes(bytes(1020 * 1024))
    with pytest.raises(RecordUnwritable, match="disk"):
        Record.open(small_disk / "qatynas.db")
    (small_disk / "filler").unlink()
    with Record.open(small_disk / "qatynas.db") as record:
        assert record.add(reading()) is Outcome.new


def test_a_database_that_may_not_grow_is_told_as_a_full_disk(where: Path):
    with Record.open(where) as record:
        record.add(reading())
        with record._engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA max_page_count = 1")
            connection.rollback()
        with pytest.raises(RecordUnwritable, match="disk is full"):
            record.add(long_reading("uzyn.txt"))
        assert [document.name for document in record.documents()] == ["shart.txt"]
        assert record.check() == []


@as_root
def test_a_record_on_a_medium_that_cannot_be_written_is_read_and_not_added_to(small_disk: Path):
    with Record.open(small_disk / "qatynas.db") as record:
        record.add(reading())
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)
    with Record.open(small_disk / "qatynas.db") as record:
        assert len(list(record.facts())) == 2
        assert record.check() == []
        with pytest.raises(RecordUnwritable, match="cannot be written") as caught:
            record.add(reading("ekinshi.txt", VISIT))
        one_line(caught)
    with pytest.raises(RecordUnwritable, match="cannot be opened or made"):
        Record.open(small_disk / "jana.db")


@as_root
def test_a_disk_too_full_for_the_copy_before_a_migration_leaves_the_record_as_it_was(small_disk: Path):
    where = small_disk / "qatynas.db"
    with Record.open(where) as record:
        record.add(reading())
    filler = small_disk / "filler"
    filler.write_bytes(bytes(shutil.disk_usage(small_disk).free - where.stat().st_size // 2))
    later = CURRENT._replace(revision="9000", number=CURRENT.number + 1)
    engine = sqlite.engine(where, busy_seconds=1)
    with pytest.raises(RecordUnwritable, match="disk"), told(str(where)):
        prepare(engine, where, create=False, lineage=later)
    engine.dispose()
    assert sorted(small_disk.iterdir()) == [filler, where]
    filler.unlink()
    with Record.open(where) as record:
        assert record.check() == []


def test_a_folder_without_permission_is_told(tmp_path: Path):
    if os.geteuid() == 0:
        pytest.skip("root may write everywhere")
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(RecordUnwritable, match="cannot be opened or made"):
            Record.open(tmp_path / "qatynas.db")
    finally:
        tmp_path.chmod(0o700)


def test_every_error_of_the_database_is_one_line_and_names_the_file(where: Path):
    with Record.open(where) as record:
        connection = sqlite3.connect(where)
        connection.execute("DROP TABLE participant")
        connection.close()
        with pytest.raises(RecordError, match=r"qatynas\.db: no such table: participant") as caught:
            record.relations()
        one_line(caught)

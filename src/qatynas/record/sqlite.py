"""What only SQLite needs: how a connection is set up, the marks in the file's header, a copy, its own check."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL

# "QATY": written into the header of every record (https://sqlite.org/pragma.html#pragma_application_id).
APPLICATION_ID = 0x51415459
_MAGIC = b"SQLite format 3\0"
_HEADER_BYTES = 100


class Marks(NamedTuple):
    """What the header and the list of tables tell of a file before anything is asked of its content."""

    application_id: int
    user_version: int
    tables: int
    revision: str | None

    @property
    def is_blank(self) -> bool:
        """Whether nothing has been put into the database yet."""
        return not self.application_id and not self.tables


def engine(path: Path, *, busy_seconds: int, immutable: bool = False) -> Engine:
    """Make an engine on the file; nothing is opened yet. `immutable`: on a medium that nobody can write."""
    query = {"uri": "true", "immutable": "1"} if immutable else {}
    database = path.absolute().as_uri() if immutable else str(path)
    made = create_engine(
        URL.create("sqlite", database=database, query=query),
        # Python's own transaction control begins too late and never `IMMEDIATE`: `_begin` does it.
        connect_args={"timeout": busy_seconds, "isolation_level": None},
    )
    event.listen(made, "connect", _set_up)
    event.listen(made, "begin", _begin)
    return made


def is_foreign(path: Path) -> bool:
    """Whether a file holds something that is no SQLite database.

    SQLite itself takes a file that is too short to be one for an empty database, and would overwrite it.
    Source of the header: https://sqlite.org/fileformat2.html#the_database_header
    """
    if not path.is_file():
        return False
    with path.open("rb") as file:
        head = file.read(_HEADER_BYTES)
    return bool(head) and (len(head) < _HEADER_BYTES or not head.startswith(_MAGIC))


def marks(connection: Connection) -> Marks:
    """Read the marks of the open file."""
    tables = set(connection.exec_driver_sql("SELECT name FROM sqlite_master").scalars())
    revision = None
    if "alembic_version" in tables:
        revision = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
    return Marks(
        _number(connection, "PRAGMA application_id"), _number(connection, "PRAGMA user_version"), len(tables), revision
    )


def mark(connection: Connection, number: int) -> None:
    """Write our marks, in the transaction that is under way, so that they hold exactly when it does."""
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version = {number}")


def use_wal(engine: Engine) -> None:
    """Switch the file to write-ahead logging, which readers need so as not to wait for a writer."""
    with closing(engine.raw_connection()) as raw, closing(raw.cursor()) as cursor:
        cursor.execute("PRAGMA journal_mode = WAL")


def copy(source: Path, target: Path) -> None:
    """Copy a whole database, with what still stands in its log. Raises `sqlite3.Error`."""
    part = target.with_name(f"{target.name}.part")
    try:
        with closing(sqlite3.connect(source)) as one, closing(sqlite3.connect(part)) as two:
            one.backup(two)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def faults(connection: Connection) -> list[str]:
    """Tell what SQLite itself finds wrong in the file and its keys, one line each."""
    told = [str(line) for line in connection.exec_driver_sql("PRAGMA integrity_check").scalars()]
    keys = connection.exec_driver_sql("PRAGMA foreign_key_check")
    return [line for line in told if line != "ok"] + [
        f"{table} row {row}: no such {parent}" for table, row, parent, _ in keys
    ]


def _number(connection: Connection, pragma: str) -> int:
    return int(connection.exec_driver_sql(pragma).scalar_one())


def _set_up(raw: Any, _record: object) -> None:
    with closing(raw.cursor()) as cursor:
        cursor.execute("PRAGMA foreign_keys = ON")
        # FULL: a document whose adding was reported stays after a power cut too.
        cursor.execute("PRAGMA synchronous = FULL")


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    # A writer asks for the lock at once: one that began as a reader would be turned away without waiting.
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

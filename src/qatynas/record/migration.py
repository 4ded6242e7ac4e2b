"""Opening a record's file: is it one, is it of our time, and if it is older, up to date after a copy.

A file that is up to date is told by its marks alone; Alembic is imported only to make or migrate one.
"""

from pathlib import Path
from typing import NamedTuple

from sqlalchemy import Connection, Engine

from qatynas.errors import NotARecord, NotFound, RecordTooNew
from qatynas.record import sqlite


class Lineage(NamedTuple):
    """A folder of Alembic's scripts, the revision that they lead to, and how many they are (`user_version`)."""

    scripts: Path
    revision: str
    number: int


CURRENT = Lineage(Path(__file__).with_name("migrations"), "0002", 2)


def prepare(engine: Engine, path: Path, *, create: bool, lineage: Lineage = CURRENT) -> None:
    """Make sure that the file holds the lineage's newest tables: make them, or migrate after a copy beside it.

    The copy of `NAME` is `NAME.schema-N`, N being the older number. Raises `NotFound` where there is no record
    and `create` is false, `NotARecord`, `RecordTooNew`, and the database's own errors. A file that is not ours
    is left as it is, to the byte.
    """
    if not path.exists() and not create:
        raise NotFound(f"{path}: no such record")
    if sqlite.is_foreign(path):
        raise NotARecord(f"{path}: not a record of Qatynas (no SQLite database)")
    with engine.connect() as connection:
        found = sqlite.marks(connection)
    if _is_current(path, found, lineage):
        return
    if found.is_blank and not create:
        raise NotFound(f"{path}: nothing is recorded in this file")
    if not found.is_blank:
        sqlite.copy(path, path.with_name(f"{path.name}.schema-{found.user_version}"))
    sqlite.use_wal(engine)
    with engine.execution_options(writes=True).begin() as connection:
        # Another process may have done it while this one waited for the lock.
        if not _is_current(path, sqlite.marks(connection), lineage):
            _upgrade(connection, lineage)


def _is_current(path: Path, found: sqlite.Marks, lineage: Lineage) -> bool:
    """Whether nothing is to be done; raises where nothing may be done."""
    if found.is_blank:
        return False
    if found.application_id != sqlite.APPLICATION_ID:
        raise NotARecord(f"{path}: not a record of Qatynas (a database of something else)")
    if found.user_version > lineage.number or (
        found.user_version == lineage.number and found.revision != lineage.revision
    ):
        raise RecordTooNew(
            f"{path}: written by a later version of Qatynas (schema {found.user_version}, {found.revision};"
            f" this version knows {lineage.number}, {lineage.revision})"
        )
    return found.user_version == lineage.number


def _upgrade(connection: Connection, lineage: Lineage) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(lineage.scripts).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, lineage.revision)
    sqlite.mark(connection, lineage.number)

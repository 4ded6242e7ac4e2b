"""What a database says when it fails, as one of our errors, on one line and without its traceback."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from qatynas.errors import NotARecord, RecordBusy, RecordError, RecordUnwritable

_BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
_UNWRITABLE = {
    sqlite3.SQLITE_FULL: "the disk is full; what the record already held is whole",
    sqlite3.SQLITE_READONLY: "the file or its folder cannot be written",
    sqlite3.SQLITE_CANTOPEN: "the file cannot be opened or made in its folder",
    sqlite3.SQLITE_PERM: "no permission to open the file",
    sqlite3.SQLITE_IOERR: "the disk failed while reading or writing (is it full?)",
}


@contextmanager
def told(where: str) -> Iterator[None]:
    """Raise a `RecordError` that names `where` for any error of the database that comes from within."""
    try:
        yield
    except UnicodeEncodeError as error:
        raise RecordError(f"{where}: {error.object[:60]!a} cannot be kept: it is no Unicode text") from None
    except OSError as error:
        raise RecordUnwritable(f"{where}: {error.strerror or error}") from None
    except (SQLAlchemyError, sqlite3.Error) as error:
        raise _translated(where, error) from None


def primary_code(error: BaseException) -> int | None:
    """SQLite's primary result code of an error, where it has one (https://sqlite.org/rescode.html)."""
    origin = error.orig if isinstance(error, DBAPIError) else error
    code = getattr(origin, "sqlite_errorcode", None)
    return code & 0xFF if isinstance(code, int) else None


def _translated(where: str, error: Exception) -> RecordError:
    code = primary_code(error)
    if code in _BUSY:
        return RecordBusy(f"{where}: another process holds the record; try again when it has finished")
    if code in _UNWRITABLE:
        return RecordUnwritable(f"{where}: {_UNWRITABLE[code]}")
    if code == sqlite3.SQLITE_NOTADB:
        return NotARecord(f"{where}: not a record of Qatynas (no SQLite database)")
    origin = error.orig if isinstance(error, DBAPIError) else error
    reason = " ".join(str(origin).split())
    if code == sqlite3.SQLITE_CORRUPT:
        return RecordError(f"{where}: the file is damaged ({reason})")
    return RecordError(f"{where}: {reason}")

"""The record: one file (or, later, one database) that holds documents, readings and facts."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from sqlite3 import SQLITE_CANTOPEN
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

import msgspec
from sqlalchemy import Connection, Engine
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError

from qatynas.documents.document import Document
from qatynas.documents.extracted import Extracted
from qatynas.documents.text import Text
from qatynas.errors import RecordError
from qatynas.reading.reading import Reading
from qatynas.record import checking, extraction, migration, query, search, sqlite, writing
from qatynas.record.faults import primary_code, told
from qatynas.record.outcome import Outcome
from qatynas.record.search import Hit
from qatynas.record.stored import Context, Relation, StoredDocument, StoredFact, StoredSource
from qatynas.settings import limit

if TYPE_CHECKING:
    from qatynas.documents.bibliography import Entry
    from qatynas.record.sources import Taken


class Record:
    """A record that is open. Every method raises a `RecordError` on one line where the database fails.

    It may be used from several threads and by several processes at once: readers never wait, a writer waits
    for another one up to the setting `busy_seconds` and then raises `RecordBusy`.
    """

    def __init__(self, engine: Engine, where: str) -> None:
        self._engine = engine
        self.where = where

    @classmethod
    def open(cls, where: str | Path, *, create: bool = True) -> Self:
        """Open the record at a path or SQLAlchemy URL; make it where there is none, unless `create` is false.

        An older one is migrated, after a copy of it beside it. Raises `NotFound` (none there), `NotARecord`,
        `RecordTooNew`, `RecordBusy`, `RecordUnwritable`.
        """
        path = _path(where)
        with told(str(path)):
            engine = _engine(path, create=create)
        return cls(engine, str(path))

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def add(self, reading: Reading) -> Outcome:
        """Put one reading in, whole or not at all, in one transaction.

        Raises `EvidenceError` where a quote does not stand in the original, `RecordError` where a fact could not be
        read back; then nothing of it is written. A document whose id is that of one from another file is refused
        (see `admitted`).
        """
        reading = _storable(reading)
        writing.check(reading)
        with self._connection(writes=True) as connection:
            return writing.add(connection, reading)

    def admitted(self, document: Document) -> Document:
        """Give the document, or a refusal in its place where its JSONL id is that of one from another file."""
        with self._connection() as connection:
            return writing.admitted(connection, document)

    def holds(self, document: Document, version: str, data: str) -> bool:
        """Whether `document` need not be read again: to read and `add` it would give `Outcome.same`.

        That is so where the reading of it that counts is of this original text, of what the document now tells
        of itself, by the package's `version` and the hash `data` over its data files. False for a refused
        document, and for one that was read up to a limit of the reader.
        """
        from qatynas.record import holding

        with self._connection() as connection:
            return holding.holds(connection, document, version, data)

    def extracted(self, bytes_sha256: str) -> Extracted | None:
        """The text that was extracted whole from a file of these bytes; null where none was."""
        with self._connection() as connection:
            return extraction.extracted(connection, bytes_sha256)

    def documents(self) -> list[StoredDocument]:
        """Every document, the refused ones too, by name, then identity."""
        with self._connection() as connection:
            return query.documents(connection)

    def document(self, id_or_name: str) -> StoredDocument:
        """One document by identity, or by name where one alone bears it. Raises `NotFound`."""
        with self._connection() as connection:
            return query.one_document(connection, id_or_name)

    def copies(self) -> Iterator[tuple[str, str]]:
        """Each document that has the text of another, and that other, whose facts count for both; by identity."""
        with self._connection() as connection:
            yield from query.copies(connection)

    def original(self, id_or_name: str) -> str:
        """Give the original text that counts of a document. Raises `NotFound`, also where it was only refused."""
        with self._connection() as connection:
            return query.original(connection, query.one_document(connection, id_or_name).id)

    def facts(
        self,
        *,
        codes: tuple[str, ...] = (),
        kind: str | None = None,
        document: str | None = None,
        documents: Sequence[str] | None = None,
    ) -> Iterator[StoredFact]:
        """Facts that count: of the newest reading of the newest edition of each document, copies left out.

        With `codes` only facts in which all of them take part, in whatever role; with `document` (identity or
        name) only that document's, a copy's too; with `documents` (identities, some hundreds at most) only theirs.
        A fact that cannot be read back is left out: `check` tells of it. In the order of the earliest day (open and
        undated ones last), then document, then start. They are fetched as they are asked for.
        """
        with self._connection() as connection:
            of = documents if document is None else [query.one_document(connection, document).id]
            yield from query.facts(connection, codes=codes, kind=kind, of=of)

    def fact(self, id_prefix: str) -> StoredFact:
        """Give the fact that counts whose id begins so. Raises `NotFound` where there is none or more than one."""
        with self._connection() as connection:
            return query.one_fact(connection, id_prefix)

    def relations(self) -> list[Relation]:
        """Every unordered pair of codes that take part in one fact, by codes."""
        with self._connection() as connection:
            return query.relations(connection)

    def counts(self) -> dict[str, int]:
        """How many facts count, by kind."""
        with self._connection() as connection:
            return query.counts(connection)

    def context(self, stored: StoredFact, before: int = 120, after: int = 120) -> Context:
        """Give the first evidence in its original, with so many characters before and after it."""
        with self._connection() as connection:
            return query.context(connection, stored, before, after)

    def search(self, words: str, limit: int = 20) -> list[Hit]:
        """Documents in whose text all the words stand, or words that begin so; best first."""
        with self._connection() as connection:
            return search.find(connection, words, limit)

    def sources(self) -> list[StoredSource]:
        """Every document as a source, by name; behind them the entries of libraries that are no document here."""
        from qatynas.record import sources

        with self._connection() as connection:
            return sources.sources(connection)

    def source(self, id_or_name: str) -> StoredSource:
        """One document as a source. Raises `NotFound`."""
        from qatynas.record import sources

        with self._connection() as connection:
            return sources.of_document(connection, query.one_document(connection, id_or_name).id)

    def describe(self, id_or_name: str, fields: Mapping[str, Any], forget: Iterable[str] = ()) -> StoredSource:
        """Say by hand what a document is as a source, fields by their names in JSON (`facts.source`).

        Null says that there is none; what was said of the fields in `forget` is taken back. Raises `NotFound`, and
        `QatynasError` where a field cannot be so.
        """
        from qatynas.record import sources

        with self._connection(writes=True) as connection:
            return sources.describe(connection, query.one_document(connection, id_or_name).id, fields, forget)

    def take_in(self, entries: Sequence["Entry"], library: str) -> list["Taken"]:
        """Put in the entries of the library of that name, all or none; tells what became of each."""
        from qatynas.record import sources

        with self._connection(writes=True) as connection:
            return sources.take_in(connection, entries, library)

    def restricted(self) -> frozenset[str]:
        """Identities of the documents whose text leaves the record only when it is asked for by name."""
        from qatynas.record import sources

        with self._connection() as connection:
            return sources.restricted(connection)

    def pages(self, id: str) -> int:
        """How many pages the file of the document of this identity has; 0 where its format knows none."""
        from qatynas.record import sources

        with self._connection() as connection:
            return sources.pages(connection, id)

    def check(self) -> list[str]:
        """Tell what does not hold in the record (spans, hashes, keys, the file itself), one line each."""
        with self._connection() as connection:
            return checking.faults(connection)

    @contextmanager
    def snapshot(self) -> Iterator["Record"]:
        """Give the record as it stands at this moment, for reading: what others write meanwhile is not seen."""
        with self._connection() as connection:
            yield _Snapshot(self._engine, self.where, connection)

    @contextmanager
    def _connection(self, *, writes: bool = False) -> Iterator[Connection]:
        engine = self._engine.execution_options(writes=writes)
        with told(self.where), engine.begin() if writes else engine.connect() as connection:
            yield connection


class _Snapshot(Record):
    """A record on one connection that is open already, so that all is read in one transaction."""

    def __init__(self, engine: Engine, where: str, connection: Connection) -> None:
        super().__init__(engine, where)
        self._one = connection

    @contextmanager
    def _connection(self, *, writes: bool = False) -> Iterator[Connection]:
        if writes:
            raise RecordError(f"{self.where}: a snapshot is only read")
        with told(self.where):
            yield self._one


def _path(where: str | Path) -> Path:
    if isinstance(where, Path) or "://" not in where:
        return Path(where)
    try:
        url = make_url(where)
    except ArgumentError:
        raise RecordError(f"{where}: not the URL of a database") from None
    if url.get_backend_name() != "sqlite":
        raise RecordError(f"{url.render_as_string()}: only a record in SQLite can be opened so far")
    if not url.database or url.database == ":memory:":
        raise RecordError(f"{where}: a record is a file, name one")
    return Path(url.database)


def _engine(path: Path, *, create: bool) -> Engine:
    try:
        return _prepared(sqlite.engine(path, busy_seconds=limit("busy_seconds")), path, create=create)
    except DBAPIError as error:
        # SQLite keeps a lock beside a record, even to read it, unless it is told that nobody can write there.
        if primary_code(error) != SQLITE_CANTOPEN or not path.is_file() or path.with_name(f"{path.name}-wal").exists():
            raise
        return _prepared(sqlite.engine(path, busy_seconds=0, immutable=True), path, create=False)


def _prepared(engine: Engine, path: Path, *, create: bool) -> Engine:
    try:
        migration.prepare(engine, path, create=create)
    except BaseException:
        engine.dispose()
        raise
    return engine


def _storable(reading: Reading) -> Reading:
    """Give the reading, or a refusal where its text is none that UTF-8 can hold."""
    try:
        reading.document.original.encode()
    except UnicodeEncodeError as error:
        reason = f"encoding: half of a surrogate pair at character {error.start}"
        document = msgspec.structs.replace(reading.document, original="", state="refused", reason=reason)
        return replace(reading, document=document, text=Text(""), facts=(), mentions=())
    return reading

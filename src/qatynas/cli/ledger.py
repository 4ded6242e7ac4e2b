"""What became of each document of a run: kept out of memory, for there may be very many."""

import sqlite3
from collections.abc import Iterable, Iterator
from typing import NamedTuple


class Entry(NamedTuple):
    """One document: identity, outcome (see `Outcome`), state, reason, number of facts, warnings, whose copy it is."""

    id: str
    outcome: str
    state: str
    reason: str | None
    facts: int
    warnings: tuple[str, ...] = ()
    copy_of: str | None = None


class Warned(NamedTuple):
    """A warning, the first document that it was told of, and of how many it was told."""

    text: str
    first: str
    documents: int


_TABLES = """
    PRAGMA journal_mode = OFF;
    CREATE TABLE document (number INTEGER PRIMARY KEY, id TEXT, outcome TEXT, state TEXT, reason TEXT, facts INTEGER);
    CREATE TABLE warning (number INTEGER PRIMARY KEY, document INTEGER, text TEXT);
    CREATE INDEX warning_document ON warning (document);
    CREATE TABLE copy (id TEXT PRIMARY KEY, original TEXT) WITHOUT ROWID;
"""


class Ledger:
    """Entries in a private temporary database, which goes to disk when it outgrows its cache."""

    def __init__(self) -> None:
        self._store = sqlite3.connect("", isolation_level=None)
        self._store.executescript(_TABLES)

    def __del__(self) -> None:
        self._store.close()

    def add(self, entry: Entry) -> None:
        """Write one document down, behind those before."""
        row = self._store.execute("INSERT INTO document VALUES (NULL, ?, ?, ?, ?, ?)", entry[:5])
        for warning in entry.warnings:
            self._store.execute("INSERT INTO warning VALUES (NULL, ?, ?)", (row.lastrowid, warning))

    def link(self, copies: Iterable[tuple[str, str]]) -> None:
        """Note which documents are copies of which."""
        self._store.executemany("INSERT OR REPLACE INTO copy VALUES (?, ?)", copies)

    def entries(self, state: str | None = None) -> Iterator[Entry]:
        """The documents in their order; with `state` only those."""
        rows = self._store.execute(
            "SELECT number, document.id, outcome, state, reason, facts, original FROM document "
            "LEFT JOIN copy ON copy.id = document.id WHERE ?1 IS NULL OR state = ?1 ORDER BY number",
            (state,),
        )
        for number, id, outcome, told, reason, facts, original in rows:
            texts = self._store.execute("SELECT text FROM warning WHERE document = ? ORDER BY number", (number,))
            yield Entry(id, outcome, told, reason, facts, tuple(text for (text,) in texts), original)

    def warnings(self) -> Iterator[Warned]:
        """Each warning once, in the order in which they first came."""
        rows = self._store.execute(
            "SELECT warning.text, document.id, told.documents FROM (SELECT min(number) AS first, "
            "count(DISTINCT document) AS documents FROM warning GROUP BY text) AS told "
            "JOIN warning ON warning.number = told.first JOIN document ON document.number = warning.document "
            "ORDER BY told.first"
        )
        return map(Warned._make, rows)

    @property
    def documents(self) -> int:
        """How many documents stand here."""
        return int(self._store.execute("SELECT count(*) FROM document").fetchone()[0])

    @property
    def facts(self) -> int:
        """How many facts the documents have together, those of copies counted once."""
        rows = self._store.execute(
            "SELECT coalesce(sum(facts), 0) FROM document WHERE id NOT IN "
            "(SELECT copy.id FROM copy JOIN document ON document.id = copy.original)"
        )
        return int(rows.fetchone()[0])

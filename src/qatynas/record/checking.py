"""Does everything in the record hold? Every span, hash and key, each fault told on one line."""

import sqlite3
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, select
from sqlalchemy.exc import DatabaseError

from qatynas.errors import QatynasError
from qatynas.facts import json
from qatynas.facts.source import merged
from qatynas.record import search, sqlite
from qatynas.record.schema import COUNTS, edition, evidence, fact, reading, source

_Piece = tuple[int, int, str]


def faults(connection: Connection) -> list[str]:
    """Tell what is wrong, one line each; empty where all holds."""
    try:
        return [*sqlite.faults(connection), *_silent(connection), *_sources(connection), *_texts(connection)]
    except (DatabaseError, sqlite3.DatabaseError) as error:
        # Which of the two depends on whether a query failed or the fetching of its rows.
        reason = " ".join(str(getattr(error, "orig", error)).split())
        return [f"the file is damaged: {reason}"]


def _silent(connection: Connection) -> Iterator[str]:
    """Documents of which a text was read and none counts, or that no search would find."""
    counting = select(reading.c.document).where(COUNTS)
    with_text = select(edition.c.document).distinct().where(edition.c.document.not_in(counting))
    for name in connection.execute(with_text).scalars():
        yield f"{name}: no reading of it counts"
    for name in search.missing(connection):
        yield f"{name}: its text is not in the index of the search"


def _sources(connection: Connection) -> Iterator[str]:
    """Sources that cannot be read back, or whose restriction a query would not find."""
    for row in connection.execute(select(source)):
        name = row.document or f"entry {row.entry}"
        try:
            told, _ = merged([("import", row.imported), ("hand", row.by_hand)])
        except QatynasError as error:
            yield f"{name}: what it is as a source: {error}"
            continue
        if told.restricted != row.restricted:
            yield f"{name}: the column of its restriction differs from what was said of it"


def _texts(connection: Connection) -> Iterator[str]:
    columns = edition.c.key, edition.c.document, edition.c.number, edition.c.sha256, edition.c.original
    for row in connection.execution_options(yield_per=20).execute(select(*columns)):
        if sha256(row.original.encode()).hexdigest() != row.sha256:
            yield f"{row.document}: the text of edition {row.number} is not the one that its hash tells"
        for fact_id, fault in _facts(connection, row.key, row.original):
            yield f"{row.document}: fact {fact_id}: {fault}"


def _facts(connection: Connection, key: int, original: str) -> Iterator[tuple[str, str]]:
    """Ids and faults of all facts that were ever read from one edition."""
    pieces = _pieces(connection, key)
    columns = fact.c.reading, fact.c.place, fact.c.id, fact.c.kind, fact.c.date, fact.c.json
    readings = select(reading.c.key).where(reading.c.edition == key)
    for row in connection.execute(select(*columns).where(fact.c.reading.in_(readings))):
        here = pieces.get((row.reading, row.place), [])
        wrong = [(start, end, quote) for start, end, quote in here if original[start:end] != quote]
        yield from ((row.id, f"no «{quote[:60]}» at {start}:{end}") for start, end, quote in wrong)
        fault = _fault(row, here)
        if fault:
            yield row.id, fault


def _pieces(connection: Connection, key: int) -> dict[tuple[int, int], list[_Piece]]:
    """Give the evidence of every fact of one edition, by reading and place, in order of rank."""
    rows = (
        select(evidence.c.reading, evidence.c.place, evidence.c.start, evidence.c.end, evidence.c.quote)
        .join(reading, reading.c.key == evidence.c.reading)
        .where(reading.c.edition == key)
        .order_by(evidence.c.reading, evidence.c.place, evidence.c.rank)
    )
    out: dict[tuple[int, int], list[_Piece]] = {}
    for of, place, start, end, quote in connection.execute(rows):
        out.setdefault((of, place), []).append((start, end, quote))
    return out


def _fault(row: Any, pieces: list[_Piece]) -> str | None:
    """Tell what its JSON says otherwise than the tables do."""
    try:
        told = json.decode(row.json)
    except QatynasError as error:
        return str(error)
    if (told.id, told.kind, str(told.date) if told.date else None) != (row.id, row.kind, row.date):
        return "its columns differ from its JSON"
    if pieces != [(piece.start, piece.end, piece.quote) for piece in told.evidence]:
        return "its evidence differs from its JSON"
    return None

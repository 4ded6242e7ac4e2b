"""Adding a reading: everything that one document changes in the tables, inside one transaction."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from itertools import combinations
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import ColumnElement, Connection, Insert, delete, func, insert, select, update

from qatynas.documents.document import Document
from qatynas.documents.jsonl import Line, elsewhere
from qatynas.documents.table import is_table
from qatynas.documents.text import Text
from qatynas.errors import EvidenceError, QatynasError, RecordError
from qatynas.facts import json
from qatynas.facts.actor import Actor
from qatynas.facts.kinds import Fact
from qatynas.reading.reading import Reading
from qatynas.record import extraction, schema, search
from qatynas.record.outcome import Outcome

# The fields of the kinds of fact that hold actors (FORMAT.md); each is a role in the table `participant`.
ROLES = ("actor", "recipient", "parties", "speaker", "holder_of", "holder", "about")


class _Counting(NamedTuple):
    """The reading of a document that counts before the new one comes."""

    key: int
    edition: int
    sha256: str


def check(reading: Reading) -> None:
    """Raise `EvidenceError` unless every piece of evidence stands in the original that is about to be stored.

    Raises `RecordError` where a fact would not be the same when it is read back from its JSON.
    """
    name = reading.document.name
    for fact in reading.facts:
        if not fact.evidence:
            raise EvidenceError(f"{name}: a fact of kind {fact.kind} without evidence")
        for piece in fact.evidence:
            if piece.document != name:
                raise EvidenceError(f"{name}: fact {fact.id}: its evidence is of another document, {piece.document!r}")
            piece.check(reading.document.original)
        fault = _unreadable(fact)
        if fault:
            raise RecordError(f"{name}: fact {fact.id} ({fact.kind}) cannot be kept: {fault}")


def _unreadable(fact: Fact) -> str | None:
    try:
        same = json.decode(json.encode(fact)) == fact
    except (QatynasError, msgspec.MsgspecError, TypeError, ValueError) as error:
        return " ".join(str(error).split())
    return None if same else "its JSON tells another fact"


def admitted(connection: Connection, document: Document) -> Document:
    """Give the document, or a refusal where its id is that of a document from another file."""
    table = schema.document.c
    row = connection.execute(select(table.file, table.id).where(table.id == document.id)).first()
    return document if row is None else elsewhere(document, row.file or row.id)


def add(connection: Connection, reading: Reading) -> Outcome:
    """Write a checked reading; the caller's transaction makes it all or nothing."""
    reading = _admitted(connection, reading)
    if reading.state == "refused":
        return _refuse(connection, reading)
    if holds(connection, reading):
        return Outcome.same
    document = reading.document.id
    before = _counting(connection, document)
    edition = _edition(connection, reading)
    key = None if edition is None else _key(connection, reading, edition)
    _put_document(connection, reading)
    edition = edition or _put_edition(connection, reading)
    key = key or _put_reading(connection, reading, edition)
    _let_count(connection, document, key)
    search.move(connection, before.key if before else None, key)
    if before and before.edition == edition:
        return Outcome.reread
    for text in {before.sha256 if before else reading.document.sha256, reading.document.sha256}:
        _link_copies(connection, text)
    return Outcome.edition if before else Outcome.new


def holds(connection: Connection, reading: Reading) -> bool:
    """Whether adding this reading, which is no refusal, would change nothing."""
    before = _counting(connection, reading.document.id)
    if before is None or before.sha256 != reading.document.sha256:
        return False
    same = _key(connection, reading, before.edition) == before.key
    return same and _refused(connection, reading.document.id) is None


def _admitted(connection: Connection, reading: Reading) -> Reading:
    document = admitted(connection, reading.document)
    if document is reading.document:
        return reading
    return replace(reading, document=document, text=Text(""), facts=(), mentions=(), limits=(), unread="")


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _refuse(connection: Connection, reading: Reading) -> Outcome:
    document = reading.document.id
    told = {"reason": reading.reason or "", "warnings": list(reading.warnings)}
    known = _refused(connection, document)
    if known == told:
        return Outcome.refused
    _put_document(connection, reading)
    connection.execute(delete(schema.refusal).where(schema.refusal.c.document == document))
    connection.execute(insert(schema.refusal).values(document=document, refused_at=_now(), **told))
    return Outcome.refused


def _refused(connection: Connection, document: str) -> dict[str, Any] | None:
    table = schema.refusal.c
    row = connection.execute(select(table.reason, table.warnings).where(table.document == document)).first()
    return dict(row._mapping) if row else None


def _counting(connection: Connection, document: str) -> _Counting | None:
    row = connection.execute(
        select(schema.reading.c.key, schema.edition.c.key, schema.edition.c.sha256)
        .join(schema.edition, schema.edition.c.key == schema.reading.c.edition)
        .where(schema.reading.c.document == document, schema.COUNTS)
    ).first()
    return _Counting(*row) if row else None


def _edition(connection: Connection, reading: Reading) -> int | None:
    table = schema.edition.c
    same = (table.document == reading.document.id) & (table.sha256 == reading.document.sha256)
    return connection.execute(select(table.key).where(same)).scalar()


def _key(connection: Connection, reading: Reading, edition: int) -> int | None:
    table = schema.reading.c
    same: list[ColumnElement[bool]] = [
        table.edition == edition,
        table.version == reading.version,
        table.data == reading.data,
        table.given == _given(reading),
    ]
    return connection.execute(select(table.key).where(*same)).scalar()


def _given(reading: Reading) -> str:
    """Hash of what a reading hangs on beside the text, the version and the data.

    What the reader warns of follows from these; what the document was opened with does not.
    """
    document = reading.document
    of: Document | Reading = reading
    if is_table(document) and not any(told.startswith("crash:") for told in reading.limits):
        of = document  # what its rows lack follows from its text and its mapping, and no limit can be lifted
    told = (document.title, document.date, document.url, reading.language, of.state, of.reason)
    more = (document.authors, document.container, document.publisher)
    mapping = document.mapping.text if document.mapping else ""
    # Left out where there is none of it, so that what was read before these were known stays the same.
    given = (told, document.warnings, *((more,) if any(more) else ()), *((mapping,) if mapping else ()))
    return sha256(msgspec.json.encode(given)).hexdigest()[:16]


def _put_document(connection: Connection, reading: Reading) -> None:
    document, table = reading.document, schema.document
    told: dict[str, Any] = {"name": document.name}
    if reading.state != "refused":
        told |= {"file": document.file if isinstance(document, Line) else None}
        told |= {"title": document.title, "date": document.date, "url": document.url}
        told |= {"authors": list(document.authors) or None}
        told |= {"container": document.container, "publisher": document.publisher}
    known = connection.execute(update(table).where(table.c.id == document.id).values(**told))
    if not known.rowcount:
        connection.execute(insert(table).values(id=document.id, added_at=_now(), **told))


def _put_edition(connection: Connection, reading: Reading) -> int:
    document, table = reading.document, schema.edition
    newest = connection.execute(select(func.max(table.c.number)).where(table.c.document == document.id)).scalar()
    return _put(
        connection,
        insert(table).values(
            document=document.id,
            number=(newest or 0) + 1,
            sha256=document.sha256,
            original=document.original,
            media_type=document.media_type,
            encoding=document.encoding,
            extractor=document.extractor,
            bytes_sha256=document.bytes_sha256,
            told=extraction.told(document),
            parts=msgspec.to_builtins(document.parts) or None,
            added_at=_now(),
        ),
    )


def _put(connection: Connection, row: Insert) -> int:
    """Insert the row and give the key that the database chose."""
    chosen = connection.execute(row).inserted_primary_key
    assert chosen is not None
    return int(chosen[0])


def _put_reading(connection: Connection, reading: Reading, edition: int) -> int:
    document, restored = reading.document, reading.text.restored
    key = _put(
        connection,
        insert(schema.reading).values(
            edition=edition,
            document=document.id,
            version=reading.version,
            data=reading.data,
            given=_given(reading),
            counts=False,
            state=reading.state,
            reason=reading.reason,
            warnings=list(reading.warnings),
            language=reading.language,
            unread=reading.unread,
            restored=None if restored == document.original else restored,
            repairs=None if restored == document.original else search.packed(reading.text),
            read_at=_now(),
        ),
    )
    rows: dict[str, list[dict[str, Any]]] = {
        "fact": [_fact(key, place, fact) for place, fact in enumerate(reading.facts)],
        "evidence": [row for place, fact in enumerate(reading.facts) for row in _evidence(key, place, fact)],
        "participant": [row for place, fact in enumerate(reading.facts) for row in _participants(key, place, fact)],
        "coverage": list(_coverage(key, reading)),
    }
    for table, several in rows.items():
        if several:
            connection.execute(insert(schema.METADATA.tables[table]), several)
    return key


def _fact(key: int, place: int, fact: Fact) -> dict[str, Any]:
    return {
        "reading": key,
        "place": place,
        "id": fact.id,
        "kind": fact.kind,
        "type": getattr(fact, "type", None),
        "date": str(fact.date) if fact.date else None,
        "earliest": fact.date.earliest if fact.date else None,
        "latest": fact.date.latest if fact.date else None,
        "start": fact.evidence[0].start,
        "json": json.encode(fact).decode(),
    }


def _evidence(key: int, place: int, fact: Fact) -> Iterator[dict[str, Any]]:
    for rank, piece in enumerate(fact.evidence):
        span = {"start": piece.start, "end": piece.end, "quote": piece.quote}
        yield {"reading": key, "place": place, "rank": rank, **span}


def _participants(key: int, place: int, fact: Fact) -> Iterator[dict[str, Any]]:
    for role in ROLES:
        for position, actor in enumerate(_actors(fact, role)):
            who = {"code": actor.code, "name": actor.name, "sector": actor.sector}
            yield {"reading": key, "place": place, "role": role, "position": position, **who}


def _actors(fact: Fact, role: str) -> tuple[Actor, ...]:
    actors: tuple[Actor, ...] = getattr(fact, role, ())
    return actors


def _coverage(key: int, reading: Reading) -> Iterator[dict[str, Any]]:
    pairs: dict[tuple[str, str], list[Fact]] = {}
    for fact in reading.facts:
        codes = sorted({actor.code for role in ROLES for actor in _actors(fact, role) if actor.code})
        for a, b in combinations(codes, 2):
            pairs.setdefault((a, b), []).append(fact)
    for (a, b), facts in pairs.items():
        years = [year for fact in facts if fact.date for year in fact.date.year_range if year is not None]
        span = {"first_year": min(years, default=None), "last_year": max(years, default=None)}
        yield {"reading": key, "code_a": a, "code_b": b, "facts": len(facts), **span}


def _let_count(connection: Connection, document: str, key: int) -> None:
    table = schema.reading
    # In this order: at no moment do two readings of a document count.
    connection.execute(update(table).where(table.c.document == document, schema.COUNTS).values(counts=False))
    connection.execute(update(table).where(table.c.key == key).values(counts=True))
    connection.execute(delete(schema.refusal).where(schema.refusal.c.document == document))


def _link_copies(connection: Connection, text: str) -> None:
    """Let the facts of one document of this text count, whatever the order in which they came."""
    table, texts, readings = schema.document, schema.edition, schema.reading
    here = (
        select(readings.c.document)
        .join(texts, texts.c.key == readings.c.edition)
        .where(texts.c.sha256 == text, schema.COUNTS)
    )
    first = connection.execute(select(func.min(here.subquery().c.document))).scalar()
    other = func.nullif(first, table.c.id)
    connection.execute(
        update(table).where(table.c.id.in_(here), table.c.copy_of.is_distinct_from(other)).values(copy_of=other)
    )

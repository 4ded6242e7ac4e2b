"""What documents are as sources: the layers of each, put together, and the writing of them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Select, delete, insert, select, update

from qatynas.documents.bibliography import Entry
from qatynas.errors import EdtfError
from qatynas.facts.edtf import Edtf
from qatynas.facts.source import Layer, Name, Whence, layer, layer_of_name, merged
from qatynas.record.matching import Candidate, Matching
from qatynas.record.schema import document, edition, reading, source
from qatynas.record.stored import StoredSource


class Taken(NamedTuple):
    """What became of one entry of a library.

    `document` is the identity of the document that it is, known `by` its file name, URL, DOI or title; null where the
    record has no such document, or (`problem`) it cannot be told which. `changed`: whether the record now says
    something that it did not.
    """

    entry: str
    document: str | None
    by: str | None
    changed: bool
    problem: str | None = None


def sources(connection: Connection) -> list[StoredSource]:
    """Every document as a source, by name, then identity; behind them the sources without a document, by entry."""
    with_document = [_stored(row) for row in connection.execute(_documents().order_by(document.c.name, document.c.id))]
    alone = select(source).where(source.c.document.is_(None)).order_by(source.c.entry, source.c.library)
    return with_document + [_alone(row) for row in connection.execute(alone)]


def of_document(connection: Connection, id: str) -> StoredSource:
    """One document as a source."""
    return _stored(connection.execute(_documents().where(document.c.id == id)).one())


def restricted(connection: Connection) -> frozenset[str]:
    """Identities of the documents whose text is kept back: the restricted, and all others of the same text."""
    marked = (
        select(edition.c.sha256)
        .join(reading, (reading.c.edition == edition.c.key) & reading.c.counts)
        .join(source, source.c.document == reading.c.document)
        .where(source.c.restricted)
    )
    same = (
        select(reading.c.document)
        .join(edition, edition.c.key == reading.c.edition)
        .where(reading.c.counts, edition.c.sha256.in_(marked))
    )
    own = select(source.c.document).where(source.c.restricted, source.c.document.is_not(None))
    return frozenset(connection.execute(same.union(own)).scalars())


def pages(connection: Connection, id: str) -> int:
    """How many pages the file has whose text counts; 0 where its format knows none."""
    counted = select(edition.c.parts).join(reading, reading.c.edition == edition.c.key)
    parts = connection.execute(counted.where(reading.c.document == id, reading.c.counts)).scalar()
    return sum(1 for part in parts or () if part["kind"] == "page")


def describe(connection: Connection, id: str, fields: Layer, forget: Iterable[str]) -> StoredSource:
    """Put fields in by hand (null: there is none), and take back what was said of those in `forget`.

    Raises `QatynasError` where a field cannot be so.
    """
    row = connection.execute(select(source).where(source.c.document == id)).first()
    said = dict(row.by_hand) if row else {}
    by_hand = {name: value for name, value in said.items() if name not in set(forget)} | dict(fields)
    if by_hand != said:
        _put(connection, id, by_hand=by_hand)
    return of_document(connection, id)


def take_in(connection: Connection, entries: Sequence[Entry], library: str) -> list[Taken]:
    """Put the entries of a library in, each with the document that it is.

    Entries of this library that were without a document and stand in it no more, or have one now, go.
    """
    matching = Matching(_candidates(connection))
    first: dict[str, str] = {}
    out: list[Taken] = []
    for entry in entries:
        id, by, problem = matching.find(entry)
        if id is not None and (before := first.setdefault(id, entry.key)) != entry.key:
            id, by, problem = None, None, f"the entry {before} is of the same document"
        out.append(Taken(entry.key, id, by, _put_entry(connection, id, entry, library), problem))
    _drop(connection, library, {each.entry for each in out if each.document is None})
    return out


def _documents() -> Select[Any]:
    return (
        select(document.c.id, document.c.name, document.c.title, document.c.date, document.c.url, reading.c.language)
        .add_columns(document.c.authors, document.c.container, document.c.publisher, document.c.copy_of)
        .add_columns(source.c.imported, source.c.by_hand, source.c.library, source.c.entry)
        .outerjoin(reading, (reading.c.document == document.c.id) & reading.c.counts)
        .outerjoin(source, source.c.document == document.c.id)
    )


def _stored(row: Any) -> StoredSource:
    layers: list[tuple[Whence, Layer]] = [("file", _told(row))]
    layers += [("import", row.imported or {}), ("hand", row.by_hand or {})]
    whole, whence = merged(layers)
    return StoredSource(row.id, row.name, whole, whence, row.library, row.entry)


def _alone(row: Any) -> StoredSource:
    whole, whence = merged([("import", row.imported)])
    return StoredSource(None, None, whole, whence, row.library, row.entry)


def _told(row: Any) -> dict[str, Any]:
    """What the file tells of itself."""
    told = {
        "title": row.title,
        "author": [layer_of_name(Name.parse(name)) for name in row.authors or ()],
        "container-title": row.container,
        "publisher": row.publisher,
        "issued": _date(row.date),
        "language": row.language,
        "URL": row.url,
    }
    return {field: value for field, value in told.items() if value}


def _date(text: str | None) -> str | None:
    try:
        return str(Edtf.parse(text)) if text else None
    except EdtfError:
        return None


def _candidates(connection: Connection) -> Iterator[Candidate]:
    for row in connection.execute(_documents().order_by(document.c.id)).all():
        told = _stored(row).source
        yield Candidate(row.id, row.name, row.copy_of or row.id, told.url, told.doi, told.title)


def _put_entry(connection: Connection, id: str | None, entry: Entry, library: str) -> bool:
    imported, table = layer(entry.source), source.c
    same: ColumnElement[bool]
    if id is None:
        same = table.document.is_(None) & (table.library == library) & (table.entry == entry.key)
    else:
        same = table.document == id
    row = connection.execute(select(source).where(same)).first()
    if row and (row.imported, row.entry, row.library) == (imported, entry.key, library):
        return False
    if row and row.imported == imported and id is not None:
        # The same said by another file: only where it was said changes.
        connection.execute(update(source).where(table.key == row.key).values(entry=entry.key, library=library))
        return False
    named = {"entry": entry.key, "library": library}
    if id is not None:
        _put(connection, id, imported=imported, **named)
    else:
        _put_alone(connection, row, imported, named)
    return True


def _put_alone(connection: Connection, row: Any, imported: Layer, named: Mapping[str, str]) -> None:
    values = {"imported": dict(imported), "restricted": bool(imported.get("restricted")), "changed_at": _now()}
    if row:
        connection.execute(update(source).where(source.c.key == row.key).values(**values))
    else:
        connection.execute(insert(source).values(document=None, by_hand={}, **values, **named))


def _put(connection: Connection, id: str, **values: Any) -> None:
    row = connection.execute(select(source).where(source.c.document == id)).first()
    whole = {"imported": row.imported if row else {}, "by_hand": row.by_hand if row else {}} | values
    made, _ = merged([("import", whole["imported"]), ("hand", whole["by_hand"])])
    whole |= {"restricted": made.restricted, "changed_at": _now()}
    if row:
        connection.execute(update(source).where(source.c.key == row.key).values(**whole))
    else:
        connection.execute(insert(source).values(document=id, **whole))


def _drop(connection: Connection, library: str, kept: set[str]) -> None:
    alone = source.c.document.is_(None) & (source.c.library == library)
    for key, entry in connection.execute(select(source.c.key, source.c.entry).where(alone)).all():
        if entry not in kept:
            connection.execute(delete(source).where(source.c.key == key))


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")

"""Reading back from the tables. Each function runs on an open connection and knows nothing of files.

The facts that count are those of the reading that counts of each document, copies of a text left out.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Select, and_, func, select, tuple_

from qatynas.errors import NotFound, QatynasError, RecordError
from qatynas.facts import json
from qatynas.record.schema import COUNTS, coverage, document, edition, fact, participant, reading, refusal
from qatynas.record.stored import Context, Relation, StoredDocument, StoredFact

_HEX = frozenset("0123456789abcdef")
_STREAMED = 500  # rows that are fetched at a time, so that memory does not grow with the record


def documents(connection: Connection) -> list[StoredDocument]:
    """Every document, by name, then identity."""
    return [_document(row) for row in connection.execute(_documents().order_by(document.c.name, document.c.id))]


def copies(connection: Connection) -> Iterator[tuple[str, str]]:
    """Each copy and the document whose facts count in place of its own, by identity."""
    linked = select(document.c.id, document.c.copy_of).where(document.c.copy_of.is_not(None)).order_by(document.c.id)
    for row in connection.execution_options(yield_per=_STREAMED).execute(linked):
        yield row.id, row.copy_of


def one_document(connection: Connection, id_or_name: str) -> StoredDocument:
    """Give the document of that identity, or of that name where only one bears it. Raises `NotFound`."""
    found = connection.execute(_documents().where(document.c.id == id_or_name)).all()
    found = found or connection.execute(_documents().where(document.c.name == id_or_name).order_by(document.c.id)).all()
    if not found:
        raise NotFound(f"{id_or_name}: no such document in the record")
    if len(found) > 1:
        raise NotFound(f"{id_or_name}: several documents have this name: {_listed([row.id for row in found])}")
    return _document(found[0])


def facts(
    connection: Connection, *, codes: Sequence[str] = (), kind: str | None = None, of: Sequence[str] | None = None
) -> Iterator[StoredFact]:
    """Facts that count, by earliest day (undated and open ones last), document, start.

    Only those in which all `codes` take part; of the `kind`; of the documents of the identities `of`, which may be
    copies. One that cannot be read back is left out: `checking` tells of it.
    """
    chosen = _facts().where(reading.c.document.in_(of) if of is not None else document.c.copy_of.is_(None))
    if kind is not None:
        chosen = chosen.where(fact.c.kind == kind)
    for code in dict.fromkeys(codes):
        with_code = select(participant.c.reading, participant.c.place).where(participant.c.code == code)
        chosen = chosen.where(tuple_(fact.c.reading, fact.c.place).in_(with_code))
    chosen = chosen.order_by(fact.c.earliest.nulls_last(), reading.c.document, fact.c.start, fact.c.place)
    for row in connection.execution_options(yield_per=_STREAMED).execute(chosen):
        try:
            told = _fact(row)
        except QatynasError:
            continue
        yield told


def one_fact(connection: Connection, prefix: str) -> StoredFact:
    """Give the fact whose id begins so. Raises `NotFound` where there is none or more than one."""
    if not prefix or not _HEX.issuperset(prefix):
        raise NotFound(f"{prefix}: no such fact in the record (an id is made of 0-9 and a-f)")
    # "g" sorts behind every digit of an id.
    begins = (fact.c.id >= prefix) & (fact.c.id < prefix + "g")
    found = connection.execute(_facts().where(begins, document.c.copy_of.is_(None)).order_by(fact.c.id).limit(9)).all()
    if not found:
        raise NotFound(f"{prefix}: no such fact in the record")
    if len(found) > 1:
        raise NotFound(f"{prefix}: several facts begin so: {_listed([row.fact for row in found])}")
    try:
        return _fact(found[0])
    except QatynasError as error:
        raise RecordError(f"{found[0].fact}: this fact is damaged (`qatynas check` tells more): {error}") from None


def counts(connection: Connection) -> dict[str, int]:
    """How many facts that count, by kind."""
    rows = connection.execute(
        _counted(fact.c.kind, func.count().label("number")).group_by(fact.c.kind).order_by(fact.c.kind)
    )
    return {row.kind: row.number for row in rows}


def relations(connection: Connection) -> list[Relation]:
    """Every pair of codes that take part in one fact, by codes."""
    kinds = _kinds(connection)
    return [
        Relation(codes=(a, b), kinds=kinds[a, b], first_year=first, last_year=last, documents=number)
        for a, b, first, last, number in connection.execute(_covered())
    ]


def original(connection: Connection, of: str) -> str:
    """Give the original text that counts of the document of identity `of`. Raises `NotFound` where none was read."""
    row = connection.execute(
        select(edition.c.original)
        .join(reading, reading.c.edition == edition.c.key)
        .where(reading.c.document == of, COUNTS)
    ).first()
    if row is None:
        raise NotFound(f"{of}: no text of this document is in the record")
    return str(row[0])


def context(connection: Connection, stored: StoredFact, before: int, after: int) -> Context:
    """Give the fact's first evidence and the original's characters around it, from the edition it was read in."""
    where = (edition.c.document == stored.document) & (edition.c.number == stored.edition)
    text = str(connection.execute(select(edition.c.original).where(where)).scalar_one())
    first = stored.fact.evidence[0]
    low = max(0, first.start - before)
    return Context(text[low : first.start], text[first.start : first.end], text[first.end : first.end + after])


def _documents() -> Select[Any]:
    every = edition.alias()
    several = select(func.count()).where(every.c.document == document.c.id).correlate(document).scalar_subquery()
    told = select(func.count()).where(fact.c.reading == reading.c.key).correlate(reading).scalar_subquery()
    return (
        select(document, reading, several.label("editions"), told.label("facts"))
        .add_columns(edition.c.number, edition.c.sha256, edition.c.media_type, edition.c.encoding)
        .add_columns(refusal.c.reason.label("refused"), refusal.c.warnings.label("refused_with"))
        .outerjoin(reading, and_(reading.c.document == document.c.id, COUNTS))
        .outerjoin(edition, edition.c.key == reading.c.edition)
        .outerjoin(refusal, refusal.c.document == document.c.id)
    )


def _document(row: Any) -> StoredDocument:
    was_refused = row.refused is not None
    return StoredDocument(
        id=row.id,
        name=row.name,
        file=row.file,
        title=row.title,
        date=row.date,
        url=row.url,
        language=row.language,
        state="refused" if was_refused else row.state,
        reason=row.refused if was_refused else row.reason,
        warnings=tuple(row.refused_with if was_refused else row.warnings),
        copy_of=row.copy_of,
        added_at=row.added_at,
        read_at=row.read_at,
        edition=row.number,
        editions=row.editions,
        sha256=row.sha256,
        media_type=row.media_type,
        encoding=row.encoding,
        version=row.version,
        data=row.data,
        unread=row.unread or "",
        facts=row.facts,
    )


def _counted(*columns: Any) -> Select[Any]:
    """Choose from the facts that count."""
    return (
        select(*columns)
        .select_from(fact)
        .join(reading, reading.c.key == fact.c.reading)
        .join(document, document.c.id == reading.c.document)
        .where(COUNTS, document.c.copy_of.is_(None))
    )


def _facts() -> Select[Any]:
    return (
        select(fact.c.json, fact.c.id.label("fact"), document.c.id, document.c.name, document.c.title)
        .add_columns(edition.c.number, reading.c.version, reading.c.data)
        .select_from(fact)
        .join(reading, reading.c.key == fact.c.reading)
        .join(edition, edition.c.key == reading.c.edition)
        .join(document, document.c.id == reading.c.document)
        .where(COUNTS)
    )


def _fact(row: Any) -> StoredFact:
    return StoredFact(
        fact=json.decode(row.json),
        document=row.id,
        name=row.name,
        title=row.title,
        edition=row.number,
        version=row.version,
        data=row.data,
    )


def _kinds(connection: Connection) -> dict[tuple[str, str], dict[str, int]]:
    """How many facts that count of each kind, for each pair of codes."""
    key = participant.c.reading, participant.c.place, participant.c.code
    one = select(*key).where(participant.c.code.is_not(None)).distinct().subquery()
    two = select(*key).where(participant.c.code.is_not(None)).distinct().subquery()
    pairs = (
        _counted(one.c.code, two.c.code.label("other"), fact.c.kind, func.count())
        .join(one, (one.c.reading == fact.c.reading) & (one.c.place == fact.c.place))
        .join(two, (two.c.reading == fact.c.reading) & (two.c.place == fact.c.place) & (one.c.code < two.c.code))
        .group_by(one.c.code, two.c.code, fact.c.kind)
        .order_by(fact.c.kind)
    )
    out: dict[tuple[str, str], dict[str, int]] = {}
    for code, other, kind, number in connection.execute(pairs):
        # A database may sort letters otherwise than Python, which sorted the codes of `coverage`.
        a, b = sorted((code, other))
        out.setdefault((a, b), {})[kind] = number
    return out


def _covered() -> Select[Any]:
    pair = coverage.c.code_a, coverage.c.code_b
    return (
        select(*pair, func.min(coverage.c.first_year), func.max(coverage.c.last_year), func.count())
        .join(reading, reading.c.key == coverage.c.reading)
        .join(document, document.c.id == reading.c.document)
        .where(COUNTS, document.c.copy_of.is_(None))
        .group_by(*pair)
        .order_by(*pair)
    )


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names[:8]) + (" …" if len(names) > 8 else "")

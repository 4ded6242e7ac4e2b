"""What was extracted from files, so that it is not extracted again: an original stays as it first was (FORMAT.md)."""

from collections.abc import Mapping
from typing import Any

import msgspec
from sqlalchemy import Connection, select

from qatynas.documents.document import Document
from qatynas.documents.extracted import Extracted
from qatynas.documents.part import Part
from qatynas.documents.told import Told
from qatynas.record.schema import edition

_PARTS = tuple[Part, ...]


class _Told(msgspec.Struct, frozen=True, omit_defaults=True):
    """What a file told of itself, and what was warned of when it was opened."""

    told: Told = Told()
    warnings: tuple[str, ...] = ()


def told(document: Document) -> Mapping[str, Any] | None:
    """What an edition keeps of a document beside its text; null where it is no whole text that was extracted."""
    if not document.extractor or document.state != "read":
        return None
    fields = Told(**{name: getattr(document, name) for name in Told._fields})
    kept: Mapping[str, Any] = msgspec.to_builtins(_Told(fields, document.warnings))
    return kept


def extracted(connection: Connection, bytes_sha256: str) -> Extracted | None:
    """The text that was first extracted whole from a file of these bytes; null where none was."""
    columns = edition.c.original, edition.c.extractor, edition.c.parts, edition.c.told
    known = select(*columns).where(edition.c.bytes_sha256 == bytes_sha256, edition.c.told.is_not(None))
    row = connection.execute(known.order_by(edition.c.key).limit(1)).first()
    if row is None:
        return None
    kept = msgspec.convert(row.told, _Told)
    return Extracted(
        text=row.original,
        extractor=row.extractor,
        parts=msgspec.convert(row.parts or [], _PARTS),
        told=kept.told,
        warnings=kept.warnings,
    )

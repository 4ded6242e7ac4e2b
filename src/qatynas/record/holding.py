"""Whether a document need not be read again, told without reading it."""

from dataclasses import replace

from sqlalchemy import Connection

from qatynas.documents.document import Document
from qatynas.record import writing


def holds(connection: Connection, document: Document, version: str, data: str) -> bool:
    """Whether the reading that counts is the one that this version and data would make again.

    A reading that met a limit differs from the one foreseen: it is made again, as the limit may have been changed.
    """
    if document.state == "refused" or writing.admitted(connection, document) is not document:
        return False
    from qatynas.reading.reader import foreseen  # to open a record, the rules of reading need not be loaded

    return writing.holds(connection, replace(foreseen(document), version=version, data=data))

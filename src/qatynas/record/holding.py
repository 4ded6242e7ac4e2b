"""Whether a document need not be read again, told without reading it."""

from sqlalchemy import Connection

from qatynas.documents.document import Document
from qatynas.documents.text import Text
from qatynas.languages.registry import code_of, language
from qatynas.reading.reading import Reading
from qatynas.record import writing


def holds(connection: Connection, document: Document, version: str, data: str) -> bool:
    """Whether the reading that counts is the one that this version and data would make again."""
    if document.state == "refused" or writing.admitted(connection, document) is not document:
        return False
    return writing.holds(connection, _foreseen(document, version, data))


def _foreseen(document: Document, version: str, data: str) -> Reading:
    """What the reader would give, but for the facts, where no limit of it is met.

    A reading that met a limit therefore differs: it is made again, as the limit may have been changed since.
    """
    code = code_of(document.original, document.language)
    unread = language(code or "") is None
    empty = Text("")
    return Reading(
        document=document, text=empty, language=code, version=version, data=data, unread="language" if unread else ""
    )

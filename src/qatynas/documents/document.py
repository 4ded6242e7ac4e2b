"""A document as it was opened: original text, identity, what it tells of itself, and how that ended."""

from functools import cached_property
from hashlib import sha256
from typing import Literal

from msgspec import Struct

from qatynas.documents.part import Part

State = Literal["read", "partly", "refused"]


class Beside(Struct, frozen=True):
    """A file that tells how a document is to be read: how errors name it, and its text."""

    name: str
    text: str


class Document(Struct, frozen=True, kw_only=True, dict=True):
    """One document. `original` is its text as FORMAT.md defines it; empty where it was refused.

    `id` is its identity (resolved path or JSONL id) and `name` what people see (file name or JSONL id).
    `date` is an ISO date of publication where the document tells one; `language` an ISO 639-1 code that the
    document declares, else null. `authors`, `container` (the journal or book that it stands in) and `publisher` are
    what it tells of itself; `parts` are its pages, headings, notes ... where its format knows them. `reason`
    says why it is `refused` or only `partly` read. `mapping` tells what the columns of a table mean, where somebody has
    written that down.
    """

    id: str
    name: str
    original: str = ""
    state: State = "read"
    reason: str | None = None
    warnings: tuple[str, ...] = ()
    title: str | None = None
    date: str | None = None
    language: str | None = None
    url: str | None = None
    authors: tuple[str, ...] = ()
    container: str | None = None
    publisher: str | None = None
    media_type: str = "text/plain"
    encoding: str | None = None
    extractor: str | None = None
    parts: tuple[Part, ...] = ()
    mapping: Beside | None = None
    bytes_sha256: str | None = None

    @cached_property
    def sha256(self) -> str:
        """SHA-256 of the original text's UTF-8 form, in hexadecimal."""
        return sha256(self.original.encode("utf-8", "surrogatepass")).hexdigest()

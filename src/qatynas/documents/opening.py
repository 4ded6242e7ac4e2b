"""Opening files: from a path or bytes to documents. A bad file costs only itself: nothing is raised for it."""

from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from stat import S_ISDIR, S_ISREG
from typing import Any, BinaryIO, NamedTuple

from qatynas.documents import archive, markdown, media, plain
from qatynas.documents.archive import Budget
from qatynas.documents.beside import beside, mapping
from qatynas.documents.document import Document
from qatynas.documents.encoding import decode
from qatynas.documents.extracted import NEEDS_OCR, Enclosed, Extracted
from qatynas.documents.extractors import EXTRACTORS
from qatynas.documents.folders import discover
from qatynas.documents.jsonl import open_jsonl
from qatynas.documents.names import display_names, path_id, printable
from qatynas.documents.original import checked, refusal
from qatynas.documents.part import pages_of
from qatynas.documents.table import TABLES, is_table
from qatynas.documents.wraps import wrapped
from qatynas.errors import Refused
from qatynas.settings import limit, setting

__all__ = ["discover", "display_names", "open_bytes", "open_jsonl", "open_path"]

_MEDIA_TYPES = {"Markdown": "text/markdown", "plain text": "text/plain", "CSV": TABLES["CSV"], "TSV": TABLES["TSV"]}


Stored = Callable[[str], Extracted | None]
"""What was extracted before from bytes of this SHA-256; null where that is not known."""


def open_path(path: Path, stored: Stored | None = None) -> Iterator[Document]:
    """Documents of a file: many where it is JSONL, a zipped folder or a letter with attachments, else one.

    JSONL and zipped folders are streamed, whatever their size. What stands within a file has the identity
    `file!/name`; nothing is written anywhere. What `stored` knows is not extracted again: an original stays as it
    was first extracted (FORMAT.md).

    What cannot be read (no such file, no permission, a folder, a pipe, larger than the setting
    `max_file_bytes`) is one refused document.
    """
    try:
        yield from _opened(path, stored)
    except (Refused, OSError, ValueError) as error:
        refused = error if isinstance(error, Refused) else _refused(error)
        yield refusal(refused, id=path_id(path), name=printable(path.name))


def open_bytes(data: bytes, *, id: str, name: str) -> Document:
    """The document that bytes hold; its kind is found from them and, between kinds of text, from `name`.

    Of a file that holds several it is the first; a zipped folder or JSONL is refused: `open_path` gives them all.
    """
    return next(_each(data, id, name, None))


def _opened(path: Path, stored: Stored | None) -> Iterator[Document]:
    status, name, id = path.stat(), printable(path.name), path_id(path)
    if not S_ISREG(status.st_mode):
        raise _not_a_file(path, status.st_mode)
    with path.open("rb") as file:
        head = file.read(media.HEAD)
        if media.is_jsonl(head, name):
            file.seek(0)
            yield from _warned(open_jsonl(file, name), media.mismatch(name, "JSONL"))
            return
        if media.is_folder(file):
            yield from _members(file, id, "", Nesting(0, Budget(), stored))
            return
        if status.st_size > limit("max_file_bytes"):
            raise _too_large(status.st_size)
        file.seek(0)
        data = file.read(limit("max_file_bytes") + 1)
    for document in _each(data, id, name, Nesting(0, Budget(), stored)):
        yield _mapped(document, path) if document.id == id else document


class Nesting(NamedTuple):
    """How deep a file stands within others, what may still be unpacked of all of them, and what is known of them."""

    depth: int
    budget: Budget
    stored: Stored | None = None


def _each(data: bytes, id: str, name: str, nesting: Nesting | None) -> Iterator[Document]:
    """The document that bytes hold, and those within it; without `nesting` these are left alone."""
    known: dict[str, Any] = {"id": id, "name": name, "bytes_sha256": sha256(data).hexdigest()}
    try:
        if len(data) > limit("max_file_bytes"):
            raise _too_large(len(data))
        opened = _document(data, known, nesting.stored if nesting else None)
    except Refused as refused:
        yield refusal(refused, **known)
        return
    if opened.document is not None:
        yield opened.document
    if nesting is not None:
        for file in opened.enclosed:
            yield from _inside(file.name, file.data, id, "", nesting)


def _members(file: BinaryIO, id: str, within: str, nesting: Nesting) -> Iterator[Document]:
    """Documents of a zipped folder; `within` stands before their names."""
    for member in archive.members(file, nesting.budget):
        yield from _inside(member.name, member.content, id, within, nesting)


def _inside(name: str, content: bytes | Refused, id: str, within: str, nesting: Nesting) -> Iterator[Document]:
    """Documents of a file within a file."""
    known: dict[str, Any] = {"id": f"{id}!/{name}", "name": f"{within}{name}"}
    deeper = nesting._replace(depth=nesting.depth + 1)
    try:
        if isinstance(content, Refused):
            raise content
        if nesting.depth >= limit("max_nesting"):
            raise _too_deep()
        if media.is_jsonl(content[: media.HEAD], name):
            yield from open_jsonl(archive.stream(content), known["id"])
        elif not media.is_folder(archive.stream(content)):
            yield from _each(content, **known, nesting=deeper)
        elif deeper.depth >= limit("max_nesting"):
            raise _too_deep()
        else:
            yield from _members(archive.stream(content), known["id"], f"{known['name']}!/", deeper)
    except Refused as refused:
        yield refusal(refused, **known)


def _too_deep() -> Refused:
    return Refused(f"size: more than the {limit('max_nesting')} levels that files may stand within one another")


def _mapped(document: Document, path: Path) -> Document:
    """The document; a table with the mapping of its columns that lies beside it."""
    if document.state == "refused" or not is_table(document):
        return document
    from msgspec.structs import replace

    return replace(document, mapping=mapping(beside(path)))


def _not_a_file(path: Path, mode: int) -> Refused:
    if not S_ISDIR(mode):
        return Refused("unreadable: neither a file nor a folder")
    next(path.iterdir(), None)  # raises where the folder cannot be listed
    return Refused("unreadable: a folder, not a file")


def _refused(error: OSError | ValueError) -> Refused:
    if isinstance(error, FileNotFoundError):
        return Refused("missing: no such file")
    return Refused(f"unreadable: {(getattr(error, 'strerror', None) or str(error)).lower()}")


def _too_large(size: int) -> Refused:
    return Refused(f"size: {size:,} bytes, more than the {limit('max_file_bytes'):,} that a file may have")


def _warned(documents: Iterator[Document], warning: str | None) -> Iterator[Document]:
    """The documents, the first of them with a warning that is told of their file."""
    from msgspec.structs import replace

    for document in documents:
        yield replace(document, warnings=(warning, *document.warnings)) if warning else document
        warning = None


class Opened(NamedTuple):
    """The document that a file is, null where it only holds others, and the files within it."""

    document: Document | None
    enclosed: tuple[Enclosed, ...] = ()


def _document(data: bytes, known: dict[str, Any], stored: Stored | None) -> Opened:
    name: str = known["name"]
    if not data.strip():
        raise Refused("empty: there is no text")
    if found := media.foreign(data, name):
        known["warnings"] = tuple(filter(None, [media.mismatch(name, found)]))
        return _extracted(found, data, known, stored)
    if media.is_jsonl(data[: media.HEAD], name):
        raise Refused("format: JSONL holds many documents; it is read from a file or from standard input")
    return _of_text(data, known, stored)


def _of_text(data: bytes, known: dict[str, Any], stored: Stored | None) -> Opened:
    text, known["encoding"] = decode(data, _declared(data, known["name"]))
    found = media.kind(text, known["name"])
    known["warnings"] = tuple(filter(None, [media.mismatch(known["name"], found)]))
    if found not in _MEDIA_TYPES:
        return _extracted(found, text.encode("utf-8", "replace"), known, stored)
    known["media_type"] = _MEDIA_TYPES[found]
    if found in TABLES:
        return Opened(_checked(Extracted(text=text, extractor=""), known))
    if found == "Markdown" or markdown.has_front_matter(text):
        told, parts = markdown.told(text), markdown.parts(text)
    else:
        told, parts = plain.told(text), wrapped(text)
    extracted = Extracted(text=text, extractor="", parts=(*pages_of(text), *parts), told=told)
    return Opened(_checked(extracted, known))


def _extracted(found: str, data: bytes, known: dict[str, Any], stored: Stored | None) -> Opened:
    """A document of a kind whose text must be got out of it, by a process that may come to grief."""
    if found == "ZIP":
        raise Refused("format: a ZIP file holds many documents; it is read from a file")
    if found not in media.PICTURES and found not in EXTRACTORS:
        raise Refused(f"format: {found} documents are not read yet")
    known["media_type"] = (media.PICTURES.get(found) or EXTRACTORS[found]).media_type
    # What a letter encloses is not stored with it.
    before = stored(known["bytes_sha256"]) if stored and found != "e-mail" else None
    extracted = before or _text(found, data)
    known["extractor"] = extracted.extractor
    if not extracted.enclosed:
        return Opened(_checked(extracted, known))
    alone = not extracted.text.strip() and not extracted.refused
    return Opened(None if alone else _beside(extracted, known), extracted.enclosed)


def _beside(extracted: Extracted, known: dict[str, Any]) -> Document:
    """A document beside others in its file, which are read whatever becomes of it."""
    try:
        if extracted.refused:
            raise Refused(extracted.refused)
        return _checked(extracted, known)
    except Refused as refused:
        return refusal(refused, **known)


def _text(found: str, data: bytes) -> Extracted:
    """The text that a file holds, and, where that is wanted, what stands on its pictures of pages."""
    from qatynas.documents.extraction import extract

    if found in media.PICTURES:
        from qatynas.documents.recognition import picture

        return picture(found, data)
    if found == "old Word":
        from qatynas.documents.libreoffice import modern

        return extract("DOCX", modern(data))
    if found != "PDF" or setting("ocr") != "yes":
        return extract(found, data)
    from qatynas.documents.recognition import completed

    try:
        layer = extract(found, data)
    except Refused as refused:
        if not refused.reason.startswith(NEEDS_OCR):
            raise
        return completed(None, data)
    return completed(layer, data) if layer.pictures else layer


def _checked(extracted: Extracted, known: dict[str, Any]) -> Document:
    original = checked(extracted.text)
    known["warnings"] = tuple(dict.fromkeys((*known["warnings"], *extracted.warnings, *original.warnings)))
    reasons = "; ".join(filter(None, (extracted.partly, original.reason)))
    return Document(
        original=original.text,
        state="partly" if reasons else "read",
        reason=reasons or None,
        parts=tuple(part for part in extracted.parts if part.end <= len(original.text)),
        **extracted.told._asdict(),
        **known,
    )


def _declared(data: bytes, name: str) -> str | None:
    if not media.looks_like_page(data, name):
        return None
    from qatynas.documents.html import declared_charset

    return declared_charset(data)

"""What a file is, by its content; the extension only decides between kinds of text, and is checked."""

import json
import re
from pathlib import PurePosixPath
from typing import BinaryIO, NamedTuple

from qatynas.errors import Refused

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "PDF"),
    (b"PK\x03\x04", "ZIP"),
    (b"PK\x05\x06", "ZIP"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old Word"),
    (b"{\\rtf", "RTF"),
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF87a", "GIF"),
    (b"GIF89a", "GIF"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
    (b"AT&TFORM", "DjVu"),
    (b"\x1f\x8b\x08", "gzip"),
    (b"7z\xbc\xaf\x27\x1c", "7-Zip"),
    (b"Rar!\x1a\x07", "RAR"),
    (b"SQLite format 3\x00", "SQLite"),
)
"""First bytes of formats that are recognised and not read, as their specifications give them."""

_PACKED: tuple[tuple[str, str, str], ...] = (
    ("word/", "document.xml", "DOCX"),
    ("xl/", "workbook.xml", "XLSX"),
    ("ppt/", "presentation.xml", "PPTX"),
)
"""Folders of the ZIP files that Office writes and their main parts; a list of contents stands besides."""
_CONTENTS = "[Content_Types].xml"
_TYPED: tuple[tuple[bytes, str], ...] = (
    (b"application/vnd.oasis.opendocument.text", "ODT"),
    (b"application/vnd.oasis.opendocument.spreadsheet", "ODS"),
    (b"application/epub+zip", "EPUB"),
)
"""What the first member, `mimetype`, of other ZIP files holds that are documents; it stands there unpacked."""

_EXTENSIONS = {
    ".txt": "plain text",
    ".text": "plain text",
    ".md": "Markdown",
    ".markdown": "Markdown",
    ".html": "HTML",
    ".htm": "HTML",
    ".xhtml": "HTML",
    ".jsonl": "JSONL",
    ".ndjson": "JSONL",
    ".json": "JSON",
    ".pdf": "PDF",
    ".docx": "DOCX",
    ".xlsx": "XLSX",
    ".pptx": "PPTX",
    ".ods": "ODS",
    ".csv": "CSV",
    ".tsv": "TSV",
    ".tab": "TSV",
    ".odt": "ODT",
    ".epub": "EPUB",
    ".eml": "e-mail",
    ".mht": "MHTML",
    ".mhtml": "MHTML",
    ".zip": "ZIP",
    ".doc": "old Word",
    ".rtf": "RTF",
    ".png": "PNG",
    ".jpg": "JPEG",
    ".jpeg": "JPEG",
    ".tif": "TIFF",
    ".tiff": "TIFF",
    ".djvu": "DjVu",
}


class Picture(NamedTuple):
    """A kind of picture whose text can be recognised: its media type (IANA) and its usual extension."""

    media_type: str
    suffix: str


PICTURES = {
    "PNG": Picture("image/png", ".png"),
    "JPEG": Picture("image/jpeg", ".jpg"),
    "TIFF": Picture("image/tiff", ".tif"),
}

HEAD = 65_536
"""Bytes, or characters, by which a kind is known."""

_BEFORE = b"\xef\xbb\xbf \t\r\n"  # what may stand before the first sign of a kind
# Possessive and atomic, or a row of comments that no page follows would be divided in every possible way.
_PAGE = re.compile(
    r"(?:\s++|<\?xml[^>]*+>|<!--(?>.*?-->))*+<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_HEADERS = re.compile(rb"(?:[!-9;-~]++:[^\r\n]*+(?:\r?\n[ \t][^\r\n]*+)*+(?:\r?\n|$))++")
_SAVED = re.compile(
    rb"^Snapshot-Content-Location:|^From: <Saved by |"
    rb"^Content-Type:\s*multipart/related;[^:]*type=\"?(?:text/html|application/xhtml)",
    re.IGNORECASE | re.MULTILINE,
)
_XML = re.compile(r"\s*<(?:\?xml|svg)\b", re.IGNORECASE)
_TAG = re.compile(r"</?[a-z][a-z0-9]*(?:\s[^<>]*)?/?>", re.IGNORECASE)
_JSON = re.compile(r"\s*(?:\{\s*[\"}]|\[\s*[\[{\"\]])")


def foreign(data: bytes, name: str = "") -> str | None:
    """Name of the format of a file that is no plain text (`PDF`, `DOCX`, `e-mail` ...), else null.

    `name` decides for letters only: one with few headers is a letter where its file is named so.
    """
    start = data[:1024].lstrip(_BEFORE)
    found = next((kind for magic, kind in _MAGIC if start.startswith(magic)), None)
    if found == "ZIP":
        return _packed(data)
    return found or _letter(data[:HEAD].lstrip(_BEFORE), _named(name))


def is_folder(file: BinaryIO) -> bool:
    """Whether a file is a zipped folder: a ZIP file that is no document. It is looked at in its directory only."""
    from qatynas.documents.archive import names

    file.seek(0)
    head = file.read(HEAD)
    if not head.startswith((b"PK\x03\x04", b"PK\x05\x06")) or _typed(head[:1024]):
        return False
    try:
        return _inside(names(file)) == "ZIP"
    except Refused:  # the reason is told when its members are wanted
        return _guessed(head) == "ZIP"


def _guessed(head: bytes) -> str:
    """What a ZIP file seems to be whose directory is lost."""
    if _CONTENTS.encode() not in head:
        return "ZIP"
    return next((kind for folder, _, kind in _PACKED if folder.encode() in head), "ZIP")


def _typed(head: bytes) -> str | None:
    return next((kind for sign, kind in _TYPED if b"mimetype" + sign in head), None)


def _inside(names: list[str]) -> str:
    """What a ZIP file with these members is."""
    main = next((kind for folder, part, kind in _PACKED if folder + part in names), None)
    if main or _CONTENTS not in names:
        return main or "ZIP"
    return next((kind for folder, _, kind in _PACKED if any(one.startswith(folder) for one in names)), "ZIP")


def _packed(data: bytes) -> str:
    """What a ZIP file is, by its first member and the names in its directory; nothing is unpacked to see it."""
    from qatynas.documents.archive import names, stream

    if typed := _typed(data[:1024]):
        return typed
    try:
        return _inside(names(stream(data)))
    except Refused:  # broken off, or only a head of it is known
        return _guessed(data[:HEAD])


def _letter(head: bytes, named: str | None) -> str | None:
    """Whether a text begins with the headers of a message, and of which kind."""
    match = _HEADERS.match(head)
    if match is None:
        return None
    found = {line.split(b":")[0].lower() for line in match[0].splitlines() if line[:1].strip()}
    if _SAVED.search(match[0]) or (named == "MHTML" and b"content-type" in found):
        return "MHTML"
    wanted = named == "e-mail" or (b"from" in found and found & {b"received", b"message-id", b"mime-version"})
    return "e-mail" if wanted and found & {b"from", b"subject", b"date", b"content-type"} else None


def kind(text: str, name: str) -> str:
    """Kind of a text (`HTML`, `XML`, `JSON`, `CSV`, `TSV`, `Markdown`, `plain text`); `name` is the file's."""
    head, named = text[:HEAD], _named(name)
    if _PAGE.match(head) or (named == "HTML" and _TAG.search(head)):
        return "HTML"
    if _XML.match(head):
        return "XML"
    if named == "JSON" and _JSON.match(head):
        return "JSON"
    if named in ("CSV", "TSV") and _is_table(text):
        return named
    return "Markdown" if named == "Markdown" else "plain text"


def _is_table(text: str) -> bool:
    """Whether a text that is named like a table is one: most rows have as many cells, two or more."""
    from qatynas.documents.delimited import delimiter

    return delimiter(text) is not None


def looks_like_page(data: bytes, name: str) -> bool:
    """Whether bytes, not decoded yet, may be HTML, which tells its own encoding."""
    return kind(data[:HEAD].decode("latin-1").removeprefix("ï»¿"), name) == "HTML"


def is_jsonl(head: bytes, name: str) -> bool:
    """Whether the first bytes of a file are those of many documents, a JSON object a line.

    A file so named is one where any line begins an object, so that a bad first line costs only itself.
    """
    lines = [line.lstrip(_BEFORE) for line in head.lstrip(_BEFORE).split(b"\n")]
    if _named(name) == "JSONL" and not foreign(head):
        return any(line.startswith(b"{") for line in lines)
    return lines[0].startswith(b'{"') and _is_document(lines[0])


def _is_document(line: bytes) -> bool:
    if len(line) > HEAD // 2:  # perhaps cut
        return b'"text"' in line
    try:
        fields = json.loads(line)
    except (ValueError, RecursionError):
        return False
    return "text" in fields


def mismatch(name: str, found: str) -> str | None:
    """A warning where the extension promises another kind than the content is."""
    promised = _named(name)
    if promised in (None, found):
        return None
    return f"named {PurePosixPath(name).suffix}, but the content is {found}"


def _named(name: str) -> str | None:
    return _EXTENSIONS.get(PurePosixPath(name).suffix.lower())

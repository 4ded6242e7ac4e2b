"""JSONL: many documents in one file, a JSON object a line (FORMAT.md, "The commands that the scorers call")."""

import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, BinaryIO

from qatynas.documents.document import Document
from qatynas.documents.encoding import utf8
from qatynas.documents.names import path_id
from qatynas.documents.original import checked, refusal
from qatynas.documents.told import iso_date, language_code, one_line
from qatynas.errors import Refused
from qatynas.settings import limit


class Line(Document, frozen=True, kw_only=True):
    """A document that is a line of a JSONL file: its `file` (that file's identity) and number (from 1) there.

    An id is chosen by whoever made the file: another file may hold another document of the same id.
    """

    file: str
    line: int


def open_jsonl(lines: Iterable[bytes] | BinaryIO, name: str) -> Iterator[Document]:
    """Documents of a JSONL file, one at a time: memory does not grow with their number.

    A line that cannot be read (not JSON, no text, longer than the setting `max_line_bytes`, an id that is
    missing or stood before) is one refused document, named `name:line`; blank lines are passed over. The others
    are each a `Line`, whose `file` is the open file's resolved path, or `name` where the lines come from none.
    """
    ids, file = _Ids(), _file(lines, name)
    for number, line in enumerate(_bounded(lines, limit("max_line_bytes")), start=1):
        if line is not None and not line.strip(b"\xef\xbb\xbf \t\r\n"):
            continue
        try:
            yield _document(line, number, ids, file)
        except Refused as refused:
            place = f"{name}:{number}"
            yield refusal(refused, id=place, name=place, encoding="utf-8")


def distinct(documents: Iterable[Document]) -> Iterator[Document]:
    """Give the documents of several files; a `Line` whose id a line of another file had comes out refused."""
    ids = _Ids()
    for document in documents:
        first = ids.first(document) if isinstance(document, Line) else None
        yield document if first is None else elsewhere(document, first)


def elsewhere(document: Document, file: str) -> Document:
    """Give what stands for a document whose id belongs to one of the file `file`: a refusal named `file:line`."""
    if not isinstance(document, Line) or document.file == file:
        return document
    here, there = Path(document.file).name, Path(file).name
    told = file if here == there else there
    refused = Refused(f'format: the id "{document.id}" stands in {told} already')
    return refusal(refused, id=f"{document.file}:{document.line}", name=f"{here}:{document.line}", encoding="utf-8")


def _file(lines: Iterable[bytes] | BinaryIO, name: str) -> str:
    path = getattr(lines, "name", None)
    return path_id(Path(path)) if isinstance(path, str) and name != "-" else name


class _Ids:
    """Ids that stood before, in a private temporary database, which goes to disk when it outgrows its cache.

    A set in memory would grow with the number of documents.
    """

    def __init__(self) -> None:
        import sqlite3

        self._store = sqlite3.connect("", isolation_level=None, check_same_thread=False)
        self._store.execute("PRAGMA journal_mode = OFF")
        self._store.execute("CREATE TABLE ids (id TEXT PRIMARY KEY, place) WITHOUT ROWID")

    def __del__(self) -> None:
        self._store.close()

    def claim(self, id: str, line: int) -> None:
        """Take an id for a line. Raises `Refused` where another line has it."""
        if (before := self._taken(id, line)) is not None:
            raise Refused(f"format: the id {id!r} stands already on line {before}")

    def first(self, line: Line) -> str | None:
        """Take a line's id for its file; gives the other file that has it."""
        before = self._taken(line.id, line.file)
        return None if before is None or before == line.file else str(before)

    def _taken(self, id: str, place: int | str) -> int | str | None:
        """Note where an id stands; gives the place that was noted before."""
        if self._store.execute("INSERT OR IGNORE INTO ids VALUES (?, ?)", (id, place)).rowcount:
            return None
        before: int | str = self._store.execute("SELECT place FROM ids WHERE id = ?", (id,)).fetchone()[0]
        return before


def _bounded(lines: Iterable[bytes] | BinaryIO, most: int) -> Iterator[bytes | None]:
    """Lines; null in the place of one that is longer than `most` bytes, which is never held whole."""
    readline: Callable[[int], bytes] | None = getattr(lines, "readline", None)
    if readline is None:
        yield from (line if len(line.rstrip(b"\r\n")) <= most else None for line in lines)
        return
    while line := readline(most + 1):
        if len(line) <= most or line.endswith(b"\n"):
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = readline(most + 1)
        yield None


def _document(line: bytes | None, number: int, ids: _Ids, file: str) -> Line:
    if line is None:
        raise Refused(f"size: the line is longer than {limit('max_line_bytes'):,} bytes")
    fields = _fields(line)
    id = _id(fields.get("id"))
    if not isinstance(fields.get("text"), str):
        raise Refused('format: the line has no "text"')
    original = checked(fields["text"])
    ids.claim(id, number)
    told, warnings = _told(fields)
    return Line(
        file=file,
        line=number,
        id=id,
        name=id,
        original=original.text,
        state=original.state,
        reason=original.reason,
        warnings=(*original.warnings, *warnings),
        encoding="utf-8",
        **told,
    )


def _fields(line: bytes) -> dict[str, Any]:
    try:
        fields = json.loads(utf8(line.removeprefix(b"\xef\xbb\xbf")))
    except RecursionError:
        raise Refused("damaged: the JSON is nested too deeply") from None
    except ValueError as error:
        raise Refused(f"damaged: not JSON ({error})") from None
    if not isinstance(fields, dict):
        raise Refused("format: the line is no JSON object")
    return fields


def _id(value: object) -> str:
    """Id of a line as text; a whole number is taken as its digits."""
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if not isinstance(value, str) or not value.strip():
        raise Refused('format: the line has no "id"')
    # What cannot be printed on one line cannot name a document: line ends, NUL, halves of surrogate pairs.
    if not value.isprintable():
        raise Refused('format: the "id" has characters that cannot be printed')
    return value


_OPTIONAL: dict[str, Callable[[str], str | None]] = {
    "date": iso_date,
    "language": language_code,
    "title": one_line,
    "url": one_line,
}


def _told(fields: dict[str, Any]) -> tuple[dict[str, Any], list[str]]:
    """Optional fields as `Document` keeps them, and a warning for each that could not be taken."""
    given = {field: value for field in _OPTIONAL if (value := fields.get(field)) not in (None, "")}
    told = {field: _taken(field, value) for field, value in given.items()}
    return told, [f"{field} left out: {given[field]!r:.80}" for field, value in told.items() if value is None]


def _taken(field: str, value: object) -> str | None:
    return _OPTIONAL[field](value) if isinstance(value, str) else None

"""Full text of the documents. The only module that knows how a database does it: FTS5 of SQLite so far.

The index holds no text of its own: it points into `edition` and `reading`, and holds the reading that counts of
every document, in whatever language it is: the original, and beside it the restored text where that differs, so
that a word spelled right finds a damaged document too.
"""

import json
from typing import NamedTuple

from sqlalchemy import Connection, text

from qatynas.documents.offsets import OffsetMap, Replacement
from qatynas.documents.text import Text

OPEN, CLOSE = "\x02", "\x03"
_SNIPPET_WORDS = 24
_BEFORE, _AFTER = 60, 120  # characters around the first word that was found in the restored text alone
_PUT = text(
    "INSERT INTO search (rowid, original, restored) SELECT key, original, restored FROM searchable WHERE key = :key"
)
_DROP = text(
    "INSERT INTO search (search, rowid, original, restored)"
    " SELECT 'delete', key, original, restored FROM searchable WHERE key = :key"
)
_FIND = text(
    "SELECT reading.key, document.id, document.name, document.title,"
    " snippet(search, 0, :open, :close, '…', :words) AS snippet"
    " FROM search JOIN reading ON reading.key = search.rowid JOIN document ON document.id = reading.document"
    " WHERE search MATCH :match ORDER BY bm25(search, 1.0, 0.5), document.id LIMIT :limit"
)
_RESTORED = text(
    "SELECT highlight(search, 1, :open, :close) AS marked, edition.original, reading.repairs"
    " FROM search JOIN reading ON reading.key = search.rowid JOIN edition ON edition.key = reading.edition"
    " WHERE search MATCH :match AND search.rowid = :key"
)
_MISSING = text(
    "SELECT document FROM reading WHERE counts AND key NOT IN (SELECT id FROM search_docsize) ORDER BY document"
)


class Hit(NamedTuple):
    """A document in which all the words stand. `pieces`: its best place, as (text, is a found word)."""

    document: str
    name: str
    title: str | None
    pieces: tuple[tuple[str, bool], ...]


def create(connection: Connection) -> None:
    """Make the index. Letters keep their marks: й is no и, ё no е."""
    connection.exec_driver_sql(
        "CREATE VIEW searchable AS SELECT reading.key AS key, edition.original AS original,"
        " reading.restored AS restored FROM reading JOIN edition ON edition.key = reading.edition"
    )
    connection.exec_driver_sql(
        "CREATE VIRTUAL TABLE search USING fts5 (original, restored, content = 'searchable', content_rowid = 'key',"
        " tokenize = 'unicode61 remove_diacritics 0', prefix = '3')"
    )


def move(connection: Connection, old: int | None, new: int) -> None:
    """Put the reading `new` in the place of `old`."""
    if old is not None:
        connection.execute(_DROP, {"key": old})
    connection.execute(_PUT, {"key": new})


def find(connection: Connection, words: str, limit: int) -> list[Hit]:
    """Documents in which every word stands, or a word that begins so; best first. No operators: words only."""
    match = _match(words)
    if not match:
        return []
    given = {"match": match, "limit": limit, "open": OPEN, "close": CLOSE, "words": _SNIPPET_WORDS}
    out = []
    for key, id, name, title, snippet in connection.execute(_FIND, given).all():
        pieces = _pieces(snippet) if OPEN in snippet else _behind_repairs(connection, match, key)
        out.append(Hit(id, name, title, pieces))
    return out


def packed(text: Text) -> list[int] | None:
    """Numbers that lead from a restored text back to its original, four a repair; null where there is none."""
    return [number for repair in text.map.replacements for number in repair[:4]] or None


def missing(connection: Connection) -> list[str]:
    """Identities of documents whose text counts and cannot be found."""
    return [str(document) for document in connection.execute(_MISSING).scalars()]


def _match(words: str) -> str:
    """Write the words as FTS5 wants them: quoted, so that no sign in them is an operator, and open at the end."""
    signless = ("".join(letter if letter.isalnum() else " " for letter in word) for word in words.split())
    return " ".join(f'"{word}"*' for word in " ".join(signless).split())


def _pieces(snippet: str) -> tuple[tuple[str, bool], ...]:
    out: list[tuple[str, bool]] = []
    for i, piece in enumerate(snippet.split(OPEN)):
        found, _, rest = piece.rpartition(CLOSE) if i else ("", "", piece)
        out += [(found, True)] if found else []
        out += [(rest, False)] if rest else []
    return tuple(out)


def _behind_repairs(connection: Connection, match: str, key: int) -> tuple[tuple[str, bool], ...]:
    """Words of the original at the first place where only the restored text has a word that is looked for."""
    given = {"match": match, "key": key, "open": OPEN, "close": CLOSE}
    marked, original, repairs = connection.execute(_RESTORED, given).one()
    back, at, spans = _unpacked(json.loads(repairs or "[]")), 0, []
    for words, found in _pieces(marked or ""):
        if found:
            spans.append(back.to_original(at, at + len(words)))
        at += len(words)
    return _window(original, spans)


def _unpacked(numbers: list[int]) -> OffsetMap:
    fours = zip(*[iter(numbers)] * 4, strict=True)
    return OffsetMap([Replacement(start, end, new, new_end, "") for start, end, new, new_end in fours])


def _window(original: str, spans: list[tuple[int, int]]) -> tuple[tuple[str, bool], ...]:
    """Cut the original around the first span, at white space, with those that stand near it marked as found."""
    first, last = spans[0] if spans else (0, 0)
    low, high = max(0, first - _BEFORE), last + _AFTER
    low += original[low:first].find(" ") + 1 if low else 0
    high = original.rfind(" ", last, high) if original.rfind(" ", last, high) > 0 and high < len(original) else high
    out, at = [("…" if low else "", False)], low
    for start, end in spans:
        if at <= start and end <= high:
            out += [(original[at:start], False), (original[start:end], True)]
            at = end
    out.append((original[at:high] + ("…" if high < len(original) else ""), False))
    return tuple(piece for piece in out if piece[0])

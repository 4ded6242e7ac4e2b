"""Full text of the originals. The only module that knows how a database does it: FTS5 of SQLite so far.

The index holds no text of its own: it points into `edition`, and holds the edition that counts of every
document, in whatever language it is.
"""

from typing import NamedTuple

from sqlalchemy import Connection, text

OPEN, CLOSE = "\x02", "\x03"
_SNIPPET_WORDS = 24
_PUT = text("INSERT INTO search (rowid, original) SELECT key, original FROM edition WHERE key = :key")
_DROP = text(
    "INSERT INTO search (search, rowid, original) SELECT 'delete', key, original FROM edition WHERE key = :key"
)
_FIND = text(
    "SELECT document.id, document.name, document.title, snippet(search, 0, :open, :close, '…', :words)"
    " FROM search JOIN edition ON edition.key = search.rowid JOIN document ON document.id = edition.document"
    " WHERE search MATCH :match ORDER BY bm25(search), document.id LIMIT :limit"
)
_MISSING = text(
    "SELECT edition.document FROM edition JOIN reading ON reading.edition = edition.key AND reading.counts"
    " WHERE edition.key NOT IN (SELECT id FROM search_docsize)"
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
        "CREATE VIRTUAL TABLE search USING fts5 (original, content = 'edition', content_rowid = 'key',"
        " tokenize = 'unicode61 remove_diacritics 0', prefix = '3')"
    )


def move(connection: Connection, old: int | None, new: int) -> None:
    """Put the edition `new` in the place of `old`."""
    if old is not None:
        connection.execute(_DROP, {"key": old})
    connection.execute(_PUT, {"key": new})


def find(connection: Connection, words: str, limit: int) -> list[Hit]:
    """Documents in which every word stands, or a word that begins so; best first. No operators: words only."""
    match = _match(words)
    if not match:
        return []
    given = {"match": match, "limit": limit, "open": OPEN, "close": CLOSE, "words": _SNIPPET_WORDS}
    return [Hit(id, name, title, _pieces(snippet)) for id, name, title, snippet in connection.execute(_FIND, given)]


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

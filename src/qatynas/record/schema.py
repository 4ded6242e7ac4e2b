"""The tables of a record, for SQLAlchemy's queries. Alembic's scripts make them; a test holds the two equal.

    document ─┬─ refusal                     the last attempt to open it failed
              ├─ source                      what an imported library and people say of it as a source
              └─ edition ── reading ─┬─ fact ─┬─ evidence
                                     │        └─ participant
                                     └─ coverage

A fact is addressed by its reading and its place in it, so that nothing has to be asked back while writing.
"""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    text,
)

# Constraints need names before a later migration can change them.
METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

# `file`: the JSONL file that a document is a line of; another file may have another document of that id.
# `copy_of`: the document of the same text whose identity sorts first; a copy's facts do not count again.
document = Table(
    "document",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False, index=True),
    Column("file", Text),
    Column("title", Text),
    Column("date", Text),
    Column("url", Text),
    Column("authors", JSON(none_as_null=True)),
    Column("container", Text),
    Column("publisher", Text),
    Column("copy_of", Text, ForeignKey("document.id"), index=True),
    Column("added_at", Text, nullable=False),
)

refusal = Table(
    "refusal",
    METADATA,
    Column("document", Text, ForeignKey("document.id"), primary_key=True),
    Column("reason", Text, nullable=False),
    Column("warnings", JSON, nullable=False),
    Column("refused_at", Text, nullable=False),
)

# What the file tells of itself stands in `document`; here is what goes before it, field by field (`facts.source`):
# `imported` from the entry `entry` of the file `library`, and `by_hand`. Without a document: an entry of a library
# that no document of the record is known to be. `restricted`: as the two make it, for queries.
source = Table(
    "source",
    METADATA,
    Column("key", Integer, primary_key=True),
    Column("document", Text, ForeignKey("document.id"), unique=True),
    Column("library", Text),
    Column("entry", Text, index=True),
    Column("imported", JSON, nullable=False),
    Column("by_hand", JSON, nullable=False),
    Column("restricted", Boolean, nullable=False),
    Column("changed_at", Text, nullable=False),
)

edition = Table(
    "edition",
    METADATA,
    Column("key", Integer, primary_key=True),
    Column("document", Text, ForeignKey("document.id"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("sha256", Text, nullable=False, index=True),
    Column("original", Text, nullable=False),
    Column("media_type", Text, nullable=False),
    Column("encoding", Text),
    Column("extractor", Text),
    Column("bytes_sha256", Text, index=True),
    Column("told", JSON(none_as_null=True)),
    Column("parts", JSON(none_as_null=True)),
    Column("added_at", Text, nullable=False),
    UniqueConstraint("document", "number"),
    UniqueConstraint("document", "sha256"),
    CheckConstraint("number >= 1", name="number"),
)

# `given`: hash of what else a reading hangs on: what the document tells of itself (a publication date moves
# the dates of facts) and the limits that were met. `counts`: the newest reading of the newest edition.
# `unread`: why no fact could be read, else ''. `restored`: what the search finds beside the original, with
# `repairs`, numbers that lead from it back there (`search.packed`); both null where nothing was repaired.
reading = Table(
    "reading",
    METADATA,
    Column("key", Integer, primary_key=True),
    Column("edition", Integer, ForeignKey("edition.key"), nullable=False),
    Column("document", Text, ForeignKey("document.id"), nullable=False),
    Column("version", Text, nullable=False),
    Column("data", Text, nullable=False),
    Column("given", Text, nullable=False),
    Column("counts", Boolean, nullable=False),
    Column("state", Text, nullable=False),
    Column("reason", Text),
    Column("warnings", JSON, nullable=False),
    Column("language", Text),
    Column("unread", Text, nullable=False),
    Column("restored", Text),
    Column("repairs", JSON(none_as_null=True)),
    Column("read_at", Text, nullable=False),
    UniqueConstraint("edition", "version", "data", "given"),
    CheckConstraint("state IN ('read', 'partly')", name="state"),
)
# PostgreSQL's like condition stands in the migration alone: here it would load that whole dialect at start.
# SQLite takes that index only where the condition stands as it does there: the column alone comes out as `counts = 1`.
COUNTS = text("reading.counts")
Index("ix_reading_that_counts", reading.c.document, unique=True, sqlite_where=text("counts"))

fact = Table(
    "fact",
    METADATA,
    Column("reading", Integer, ForeignKey("reading.key"), primary_key=True, autoincrement=False),
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("id", Text, nullable=False, index=True),
    Column("kind", Text, nullable=False, index=True),
    Column("type", Text),
    Column("date", Text),
    Column("earliest", BigInteger, index=True),
    Column("latest", BigInteger),
    Column("start", Integer, nullable=False),
    Column("json", Text, nullable=False),
    UniqueConstraint("reading", "id"),
)

evidence = Table(
    "evidence",
    METADATA,
    Column("reading", Integer, primary_key=True, autoincrement=False),
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("rank", Integer, primary_key=True, autoincrement=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("quote", Text, nullable=False),
    ForeignKeyConstraint(["reading", "place"], ["fact.reading", "fact.place"]),
    CheckConstraint('0 <= start AND start < "end"', name="span"),
)

# `role` is the name of the fact's field, `position` the place in that field, from 0.
participant = Table(
    "participant",
    METADATA,
    Column("reading", Integer, primary_key=True, autoincrement=False),
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("role", Text, primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("code", Text),
    Column("name", Text, nullable=False),
    Column("sector", Text),
    ForeignKeyConstraint(["reading", "place"], ["fact.reading", "fact.place"]),
    Index(None, "code", "reading", "place"),
)

# Which relation and years a reading tells of: years that it covers and tells nothing of are zeros, all
# others are blanks. `code_a` sorts before `code_b`; years are null where no fact of the pair has a date.
coverage = Table(
    "coverage",
    METADATA,
    Column("reading", Integer, ForeignKey("reading.key"), primary_key=True, autoincrement=False),
    Column("code_a", Text, primary_key=True),
    Column("code_b", Text, primary_key=True),
    Column("first_year", Integer),
    Column("last_year", Integer),
    Column("facts", Integer, nullable=False),
    Index(None, "code_a", "code_b", "reading"),
    CheckConstraint("code_a <> code_b", name="pair"),
)

"""Documents, editions, readings, facts, evidence, participants, coverage and full text."""

import sqlalchemy as sa
from alembic import op

from qatynas.record import search

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the first tables."""
    _documents()
    _readings()
    _facts()
    search.create(op.get_bind())


def _documents() -> None:
    op.create_table(
        "document",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("source", sa.Text),
        sa.Column("title", sa.Text),
        sa.Column("date", sa.Text),
        sa.Column("url", sa.Text),
        sa.Column("copy_of", sa.Text),
        sa.Column("added_at", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_document"),
        sa.ForeignKeyConstraint(["copy_of"], ["document.id"], name="fk_document_copy_of_document"),
    )
    op.create_index("ix_document_name", "document", ["name"])
    op.create_index("ix_document_copy_of", "document", ["copy_of"])
    op.create_table(
        "refusal",
        sa.Column("document", sa.Text, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("warnings", sa.JSON, nullable=False),
        sa.Column("refused_at", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("document", name="pk_refusal"),
        sa.ForeignKeyConstraint(["document"], ["document.id"], name="fk_refusal_document_document"),
    )
    op.create_table(
        "edition",
        sa.Column("key", sa.Integer, nullable=False),
        sa.Column("document", sa.Text, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("sha256", sa.Text, nullable=False),
        sa.Column("original", sa.Text, nullable=False),
        sa.Column("media_type", sa.Text, nullable=False),
        sa.Column("encoding", sa.Text),
        sa.Column("extractor", sa.Text),
        sa.Column("bytes_sha256", sa.Text),
        sa.Column("added_at", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_edition"),
        sa.ForeignKeyConstraint(["document"], ["document.id"], name="fk_edition_document_document"),
        sa.UniqueConstraint("document", "number", name="uq_edition_document_number"),
        sa.UniqueConstraint("document", "sha256", name="uq_edition_document_sha256"),
        sa.CheckConstraint("number >= 1", name="ck_edition_number"),
    )
    op.create_index("ix_edition_sha256", "edition", ["sha256"])


def _readings() -> None:
    op.create_table(
        "reading",
        sa.Column("key", sa.Integer, nullable=False),
        sa.Column("edition", sa.Integer, nullable=False),
        sa.Column("document", sa.Text, nullable=False),
        sa.Column("version", sa.Text, nullable=False),
        sa.Column("data", sa.Text, nullable=False),
        sa.Column("given", sa.Text, nullable=False),
        sa.Column("counts", sa.Boolean, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("reason", sa.Text),
        sa.Column("warnings", sa.JSON, nullable=False),
        sa.Column("language", sa.Text),
        sa.Column("unread", sa.Text, nullable=False),
        sa.Column("restored", sa.Text),
        sa.Column("repairs", sa.JSON),
        sa.Column("read_at", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_reading"),
        sa.ForeignKeyConstraint(["edition"], ["edition.key"], name="fk_reading_edition_edition"),
        sa.ForeignKeyConstraint(["document"], ["document.id"], name="fk_reading_document_document"),
        sa.UniqueConstraint("edition", "version", "data", "given", name="uq_reading_edition_version_data_given"),
        sa.CheckConstraint("state IN ('read', 'partly')", name="ck_reading_state"),
    )
    counts = sa.text("counts")
    op.create_index(
        "ix_reading_that_counts", "reading", ["document"], unique=True, sqlite_where=counts, postgresql_where=counts
    )
    op.create_table(
        "coverage",
        sa.Column("reading", sa.Integer, nullable=False),
        sa.Column("code_a", sa.Text, nullable=False),
        sa.Column("code_b", sa.Text, nullable=False),
        sa.Column("first_year", sa.Integer),
        sa.Column("last_year", sa.Integer),
        sa.Column("facts", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("reading", "code_a", "code_b", name="pk_coverage"),
        sa.ForeignKeyConstraint(["reading"], ["reading.key"], name="fk_coverage_reading_reading"),
        sa.CheckConstraint("code_a <> code_b", name="ck_coverage_pair"),
    )
    op.create_index("ix_coverage_code_a_code_b_reading", "coverage", ["code_a", "code_b", "reading"])


def _facts() -> None:
    op.create_table(
        "fact",
        sa.Column("reading", sa.Integer, nullable=False),
        sa.Column("place", sa.Integer, nullable=False),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("type", sa.Text),
        sa.Column("date", sa.Text),
        sa.Column("earliest", sa.BigInteger),
        sa.Column("latest", sa.BigInteger),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("json", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("reading", "place", name="pk_fact"),
        sa.ForeignKeyConstraint(["reading"], ["reading.key"], name="fk_fact_reading_reading"),
        sa.UniqueConstraint("reading", "id", name="uq_fact_reading_id"),
    )
    for column in ("id", "kind", "earliest"):
        op.create_index(f"ix_fact_{column}", "fact", [column])
    op.create_table(
        "evidence",
        sa.Column("reading", sa.Integer, nullable=False),
        sa.Column("place", sa.Integer, nullable=False),
        sa.Column("rank", sa.Integer, nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("quote", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("reading", "place", "rank", name="pk_evidence"),
        sa.ForeignKeyConstraint(
            ["reading", "place"], ["fact.reading", "fact.place"], name="fk_evidence_reading_place_fact"
        ),
        sa.CheckConstraint('0 <= start AND start < "end"', name="ck_evidence_span"),
    )
    op.create_table(
        "participant",
        sa.Column("reading", sa.Integer, nullable=False),
        sa.Column("place", sa.Integer, nullable=False),
        sa.Column("role", sa.Text, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("code", sa.Text),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("sector", sa.Text),
        sa.PrimaryKeyConstraint("reading", "place", "role", "position", name="pk_participant"),
        sa.ForeignKeyConstraint(
            ["reading", "place"], ["fact.reading", "fact.place"], name="fk_participant_reading_place_fact"
        ),
    )
    op.create_index("ix_participant_code_reading_place", "participant", ["code", "reading", "place"])

"""Parts of an original (pages, headings, notes); what documents are as sources."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add what editions know of their parts; those that are here came from formats that tell of none.

    The JSONL file of a document was its `source`, a word that now has one meaning.
    """
    for name in ("told", "parts"):
        op.add_column("edition", sa.Column(name, sa.JSON))
    op.create_index("ix_edition_bytes_sha256", "edition", ["bytes_sha256"])
    # Both SQLite (3.25) and PostgreSQL know this form; Alembic's own would copy the table on SQLite.
    op.execute("ALTER TABLE document RENAME COLUMN source TO file")
    for name, kind in (("authors", sa.JSON), ("container", sa.Text), ("publisher", sa.Text)):
        op.add_column("document", sa.Column(name, kind))
    _sources()


def _sources() -> None:
    op.create_table(
        "source",
        sa.Column("key", sa.Integer, nullable=False),
        sa.Column("document", sa.Text),
        sa.Column("library", sa.Text),
        sa.Column("entry", sa.Text),
        sa.Column("imported", sa.JSON, nullable=False),
        sa.Column("by_hand", sa.JSON, nullable=False),
        sa.Column("restricted", sa.Boolean, nullable=False),
        sa.Column("changed_at", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_source"),
        sa.ForeignKeyConstraint(["document"], ["document.id"], name="fk_source_document_document"),
        sa.UniqueConstraint("document", name="uq_source_document"),
    )
    op.create_index("ix_source_entry", "source", ["entry"])

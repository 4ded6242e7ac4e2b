"""Parts of an original (pages, headings, notes)."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add what editions know of their parts; those that are here came from formats that tell of none."""
    op.add_column("edition", sa.Column("parts", sa.JSON))

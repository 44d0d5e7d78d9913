"""Addresses at which nothing arrives."""

import sqlalchemy as sa
from alembic import op

from clew.storage.types import Instant, Words

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("identities", sa.Column("failed_at", Instant(), nullable=True))
    op.add_column("identities", sa.Column("failure_code", sa.Text(), nullable=True))
    op.add_column("identities", sa.Column("failure_reason", Words(), nullable=True))

"""What is brought in from archives stands at its own time."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("log", sa.Column("place", sa.BigInteger(), nullable=True))
    op.create_index(
        "ix_log_past",
        "log",
        ["workspace_id", "conversation_id", "place"],
        sqlite_where=sa.text("place IS NOT NULL"),
        postgresql_where=sa.text("place IS NOT NULL"),
    )

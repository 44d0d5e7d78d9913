"""What letters need: a signature for each team, and until when a delivery is tried again."""

import sqlalchemy as sa
from alembic import op

from clew.storage.types import Instant, Words

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("teams", sa.Column("signature", Words(), nullable=True))
    op.add_column("deliveries", sa.Column("gives_up_at", Instant(), nullable=True))
    op.create_index(
        "ix_deliveries_lost",
        "deliveries",
        ["workspace_id", "seq"],
        sqlite_where=sa.text("state IN ('failed', 'unknown')"),
        postgresql_where=sa.text("state IN ('failed', 'unknown')"),
    )

"""Replies that go out later."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

BEFORE = "'queued', 'sending', 'unknown', 'sent', 'delivered', 'read', 'failed', 'cancelled'"


def upgrade() -> None:
    _allow(f"state IN ('scheduled', {BEFORE})")
    op.create_index(
        "ix_deliveries_scheduled",
        "deliveries",
        ["held_until"],
        sqlite_where=sa.text("state = 'scheduled'"),
        postgresql_where=sa.text("state = 'scheduled'"),
    )


def downgrade() -> None:
    """Cancel what has not gone out: their authors have the words in the time line."""
    op.drop_index("ix_deliveries_scheduled", "deliveries")
    op.execute("UPDATE deliveries SET state = 'cancelled' WHERE state = 'scheduled'")
    _allow(f"state IN ({BEFORE})")


def _allow(rule: str) -> None:
    with op.batch_alter_table("deliveries") as batch:
        batch.drop_constraint(op.f("ck_deliveries_state"), type_="check")
        batch.create_check_constraint(op.f("ck_deliveries_state"), rule)

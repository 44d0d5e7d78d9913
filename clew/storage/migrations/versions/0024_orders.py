"""The other orders of the list: who waits longest, and where something was said last."""

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None

IS_OPEN = sa.text("status = 'open'")
SAID_AT = sa.text("coalesce(last_message_at, opened_at)")
HELD_BY = ("workspace_id", "next_holder", "next_holder_id")
INDEXES = {
    "ix_cases_holder_since": (*HELD_BY, "next_opened_at", "id"),
    "ix_cases_since": ("workspace_id", "next_opened_at", "id"),
    "ix_cases_holder_said": (*HELD_BY, SAID_AT, "id"),
    "ix_cases_said": ("workspace_id", SAID_AT, "id"),
}


def upgrade() -> None:
    for name, columns in INDEXES.items():
        op.create_index(name, "cases", columns, sqlite_where=IS_OPEN, postgresql_where=IS_OPEN)


def downgrade() -> None:
    for name in INDEXES:
        op.drop_index(name, "cases")

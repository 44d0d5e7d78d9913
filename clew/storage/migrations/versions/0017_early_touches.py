"""What contacts do to messages that have not come yet."""

import sqlalchemy as sa
from alembic import op

from clew.storage.types import Id, Instant, Json, Words

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "early_touches",
        sa.Column("inbox_id", Id(), nullable=False),
        sa.Column("target", Words(), nullable=False),
        sa.Column("key", Words(), nullable=False),
        sa.Column("workspace_id", Id(), nullable=False),
        sa.Column("touch", Json(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace_id", "inbox_id"],
            ["inboxes.workspace_id", "inboxes.id"],
            name=op.f("fk_early_touches_workspace_id_inbox_id"),
        ),
        sa.PrimaryKeyConstraint("inbox_id", "target", "key", name=op.f("pk_early_touches")),
    )

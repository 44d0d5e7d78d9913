"""Messages whose contacts shall see that they were read."""

import sqlalchemy as sa
from alembic import op

from clew.storage.types import Id, Instant, Words

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "read_marks",
        sa.Column("workspace_id", Id(), nullable=False),
        sa.Column("inbox_id", Id(), nullable=False),
        sa.Column("identity_id", Id(), nullable=False),
        sa.Column("provider_id", Words(), nullable=False),
        sa.Column("due_at", Instant(), nullable=True),
        sa.Column("is_typing", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace_id", "inbox_id"],
            ["inboxes.workspace_id", "inboxes.id"],
            name=op.f("fk_read_marks_workspace_id_inbox_id"),
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "identity_id"],
            ["identities.workspace_id", "identities.id"],
            name=op.f("fk_read_marks_workspace_id_identity_id"),
        ),
        sa.PrimaryKeyConstraint(
            "workspace_id", "inbox_id", "identity_id", name=op.f("pk_read_marks")
        ),
    )
    op.create_index(
        "ix_read_marks_due",
        "read_marks",
        ["due_at"],
        sqlite_where=sa.text("due_at IS NOT NULL"),
        postgresql_where=sa.text("due_at IS NOT NULL"),
    )

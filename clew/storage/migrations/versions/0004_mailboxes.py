"""How far mailboxes were read."""

import sqlalchemy as sa
from alembic import op

from clew.storage.types import Id, Instant, Words

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "mailbox_readings",
        sa.Column("workspace_id", Id(), nullable=False),
        sa.Column("inbox_id", Id(), nullable=False),
        sa.Column("validity", sa.BigInteger(), nullable=False),
        sa.Column("uid", sa.BigInteger(), nullable=False),
        sa.Column("began_at", Instant(), nullable=False),
        sa.Column("read_at", Instant(), nullable=True),
        sa.Column("failing_since", Instant(), nullable=True),
        sa.Column("reason", Words(), nullable=False),
        sa.Column("holder", Id(), nullable=True),
        sa.Column("held_until", Instant(), nullable=True),
        sa.ForeignKeyConstraint(
            ["workspace_id", "inbox_id"],
            ["inboxes.workspace_id", "inboxes.id"],
            name=op.f("fk_mailbox_readings_workspace_id_inbox_id"),
        ),
        sa.PrimaryKeyConstraint("workspace_id", "inbox_id", name=op.f("pk_mailbox_readings")),
    )


def downgrade() -> None:
    op.drop_table("mailbox_readings")

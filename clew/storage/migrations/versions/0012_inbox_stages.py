"""Inboxes are paused and archived, and chats are known to be shown."""

import sqlalchemy as sa
from alembic import op

from clew.storage.types import Instant, Words

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("inboxes") as batch:
        batch.add_column(sa.Column("stage", sa.Text(), nullable=False, server_default="active"))
        batch.add_column(sa.Column("shown_at", Instant(), nullable=True))
        batch.add_column(sa.Column("shown_on", Words(), nullable=False, server_default=""))
        batch.create_check_constraint(
            op.f("ck_inboxes_stage"), "stage IN ('active', 'paused', 'archived')"
        )

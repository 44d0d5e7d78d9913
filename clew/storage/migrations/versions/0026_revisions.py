"""What administrators changed, so that it can be seen and taken back."""

import sqlalchemy as sa
from alembic import op

from clew.storage.types import Id, Instant, Json, Words

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "revisions",
        sa.Column("workspace_id", Id(), nullable=False),
        sa.Column("id", Id(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("thing_id", Id(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("agent_id", Id(), nullable=False),
        sa.Column("agent_name", Words(), nullable=False),
        sa.Column("is_first", sa.Boolean(), nullable=False),
        sa.Column("changed", Json(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('inbox', 'team', 'business_hours', 'tag', 'canned_reply')",
            name=op.f("ck_revisions_kind"),
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "agent_id"],
            ["agents.workspace_id", "agents.id"],
            name=op.f("fk_revisions_workspace_id_agent_id"),
        ),
        sa.PrimaryKeyConstraint("workspace_id", "id", name=op.f("pk_revisions")),
    )
    op.create_index(
        "ix_revisions_thing_id",
        "revisions",
        ["workspace_id", "kind", "thing_id", "at", "id"],
    )


def downgrade() -> None:
    op.drop_table("revisions")

"""One-time links by which somebody sets a password."""

import sqlalchemy as sa
from alembic import op

from clew.storage.types import Id, Instant

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "password_links",
        sa.Column("token_sha256", sa.LargeBinary(32), nullable=False),
        sa.Column("workspace_id", Id(), nullable=False),
        sa.Column("agent_id", Id(), nullable=False),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("made_at", Instant(), nullable=False),
        sa.Column("expires_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace_id", "agent_id"],
            ["agents.workspace_id", "agents.id"],
            name=op.f("fk_password_links_workspace_id_agent_id"),
        ),
        sa.CheckConstraint("length(token_sha256) = 32", name=op.f("ck_password_links_token")),
        sa.CheckConstraint(
            "purpose IN ('invitation', 'reset')", name=op.f("ck_password_links_purpose")
        ),
        sa.PrimaryKeyConstraint("token_sha256", name=op.f("pk_password_links")),
    )
    op.create_index(op.f("ix_password_links_agent_id"), "password_links", ["agent_id"])

"""Saved views, stars and mentions."""

import sqlalchemy as sa
from alembic import op

from clew.storage.types import Id, Instant, Json, Words

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "saved_views",
        sa.Column("workspace_id", Id(), nullable=False),
        sa.Column("id", Id(), nullable=False),
        sa.Column("agent_id", Id(), nullable=False),
        sa.Column("name", Words(), nullable=False),
        sa.Column("filters", Json(), nullable=False),
        sa.Column("is_shared", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace_id", "agent_id"],
            ["agents.workspace_id", "agents.id"],
            name=op.f("fk_saved_views_workspace_id_agent_id"),
        ),
        sa.PrimaryKeyConstraint("workspace_id", "id", name=op.f("pk_saved_views")),
    )
    op.create_table(
        "stars",
        sa.Column("workspace_id", Id(), nullable=False),
        sa.Column("agent_id", Id(), nullable=False),
        sa.Column("subject_id", Id(), nullable=False),
        sa.Column("case_id", Id(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace_id", "agent_id"],
            ["agents.workspace_id", "agents.id"],
            name=op.f("fk_stars_workspace_id_agent_id"),
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "case_id"],
            ["cases.workspace_id", "cases.id"],
            name=op.f("fk_stars_workspace_id_case_id"),
        ),
        sa.PrimaryKeyConstraint("workspace_id", "agent_id", "subject_id", name=op.f("pk_stars")),
    )
    op.create_table(
        "mentions",
        sa.Column("workspace_id", Id(), nullable=False),
        sa.Column("agent_id", Id(), nullable=False),
        sa.Column("note_id", Id(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("read_at", Instant(), nullable=True),
        sa.ForeignKeyConstraint(
            ["workspace_id", "agent_id"],
            ["agents.workspace_id", "agents.id"],
            name=op.f("fk_mentions_workspace_id_agent_id"),
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "note_id"],
            ["notes.workspace_id", "notes.id"],
            name=op.f("fk_mentions_workspace_id_note_id"),
        ),
        sa.PrimaryKeyConstraint("workspace_id", "agent_id", "note_id", name=op.f("pk_mentions")),
    )
    op.create_index("ix_mentions_at", "mentions", ["workspace_id", "agent_id", "at"], unique=False)
    op.add_column("notes", sa.Column("mentions", Json(), nullable=True))

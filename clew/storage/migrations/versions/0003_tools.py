"""Tags, canned replies and drafts."""

import sqlalchemy as sa
from alembic import op

from clew.storage.types import Id, Instant, Json, Words

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "tags",
        sa.Column("workspace_id", Id(), nullable=False),
        sa.Column("id", Id(), nullable=False),
        sa.Column("name", Words(), nullable=False),
        sa.Column("name_key", Words(), nullable=False),
        sa.Column("color", sa.Text(), nullable=False),
        sa.Column("is_archived", sa.Boolean(), nullable=False),
        sa.CheckConstraint(
            "color IN ('slate', 'red', 'amber', 'green', 'teal', 'blue', 'violet', 'pink')",
            name=op.f("ck_tags_color"),
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspaces.id"], name=op.f("fk_tags_workspace_id")
        ),
        sa.PrimaryKeyConstraint("workspace_id", "id", name=op.f("pk_tags")),
        sa.UniqueConstraint("workspace_id", "name_key", name=op.f("uq_tags_workspace_id_name_key")),
    )
    op.create_table(
        "canned_replies",
        sa.Column("workspace_id", Id(), nullable=False),
        sa.Column("id", Id(), nullable=False),
        sa.Column("title", Words(), nullable=False),
        sa.Column("shortcut", Words(), nullable=False),
        sa.Column("shortcut_key", Words(), nullable=False),
        sa.Column("text", Words(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("team_id", Id(), nullable=True),
        sa.Column("is_archived", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace_id", "team_id"],
            ["teams.workspace_id", "teams.id"],
            name=op.f("fk_canned_replies_workspace_id_team_id"),
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspaces.id"], name=op.f("fk_canned_replies_workspace_id")
        ),
        sa.PrimaryKeyConstraint("workspace_id", "id", name=op.f("pk_canned_replies")),
    )
    op.create_index(
        "uq_canned_replies_shortcut",
        "canned_replies",
        ["workspace_id", "shortcut_key", "language"],
        unique=True,
        sqlite_where=sa.text("NOT is_archived"),
        postgresql_where=sa.text("NOT is_archived"),
    )
    op.create_table(
        "case_tags",
        sa.Column("workspace_id", Id(), nullable=False),
        sa.Column("case_id", Id(), nullable=False),
        sa.Column("tag_id", Id(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace_id", "case_id"],
            ["cases.workspace_id", "cases.id"],
            name=op.f("fk_case_tags_workspace_id_case_id"),
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "tag_id"],
            ["tags.workspace_id", "tags.id"],
            name=op.f("fk_case_tags_workspace_id_tag_id"),
        ),
        sa.PrimaryKeyConstraint("workspace_id", "case_id", "tag_id", name=op.f("pk_case_tags")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        "ix_case_tags_tag_id", "case_tags", ["workspace_id", "tag_id", "case_id"], unique=False
    )
    op.create_table(
        "drafts",
        sa.Column("workspace_id", Id(), nullable=False),
        sa.Column("agent_id", Id(), nullable=False),
        sa.Column("case_id", Id(), nullable=False),
        sa.Column("mode", sa.Text(), nullable=False),
        sa.Column("content", Json(), nullable=False),
        sa.Column("written_at", Instant(), nullable=False),
        sa.CheckConstraint("mode IN ('reply', 'note')", name=op.f("ck_drafts_mode")),
        sa.ForeignKeyConstraint(
            ["workspace_id", "agent_id"],
            ["agents.workspace_id", "agents.id"],
            name=op.f("fk_drafts_workspace_id_agent_id"),
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "case_id"],
            ["cases.workspace_id", "cases.id"],
            name=op.f("fk_drafts_workspace_id_case_id"),
        ),
        sa.PrimaryKeyConstraint(
            "workspace_id", "agent_id", "case_id", "mode", name=op.f("pk_drafts")
        ),
    )

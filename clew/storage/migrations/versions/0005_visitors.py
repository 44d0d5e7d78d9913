"""Visitors of web chat."""

import sqlalchemy as sa
from alembic import op

from clew.storage.types import Id, Instant, Words

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "push_keys",
        sa.Column("workspace_id", Id(), nullable=False),
        sa.Column("public_key", sa.Text(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspaces.id"], name=op.f("fk_push_keys_workspace_id")
        ),
        sa.PrimaryKeyConstraint("workspace_id", name=op.f("pk_push_keys")),
    )
    op.create_table(
        "used_tokens",
        sa.Column("inbox_id", Id(), nullable=False),
        sa.Column("token_sha256", sa.LargeBinary(length=32), nullable=False),
        sa.Column("workspace_id", Id(), nullable=False),
        sa.Column("expires_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace_id", "inbox_id"],
            ["inboxes.workspace_id", "inboxes.id"],
            name=op.f("fk_used_tokens_workspace_id_inbox_id"),
        ),
        sa.PrimaryKeyConstraint("inbox_id", "token_sha256", name=op.f("pk_used_tokens")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_used_tokens_expires_at"), "used_tokens", ["expires_at"], unique=False)
    op.create_table(
        "visitors",
        sa.Column("workspace_id", Id(), nullable=False),
        sa.Column("id", Id(), nullable=False),
        sa.Column("inbox_id", Id(), nullable=False),
        sa.Column("subject", Words(), nullable=True),
        sa.Column("name", Words(), nullable=False),
        sa.Column("email", Words(), nullable=False),
        sa.Column("phone", Words(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("email_confirmed_at", Instant(), nullable=True),
        sa.Column("created_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace_id", "inbox_id"],
            ["inboxes.workspace_id", "inboxes.id"],
            name=op.f("fk_visitors_workspace_id_inbox_id"),
        ),
        sa.PrimaryKeyConstraint("workspace_id", "id", name=op.f("pk_visitors")),
        sa.UniqueConstraint(
            "workspace_id",
            "inbox_id",
            "subject",
            name=op.f("uq_visitors_workspace_id_inbox_id_subject"),
        ),
    )
    op.create_table(
        "push_subscriptions",
        sa.Column("workspace_id", Id(), nullable=False),
        sa.Column("visitor_id", Id(), nullable=False),
        sa.Column("endpoint_sha256", sa.LargeBinary(length=32), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("created_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace_id", "visitor_id"],
            ["visitors.workspace_id", "visitors.id"],
            name=op.f("fk_push_subscriptions_workspace_id_visitor_id"),
        ),
        sa.PrimaryKeyConstraint(
            "workspace_id", "visitor_id", "endpoint_sha256", name=op.f("pk_push_subscriptions")
        ),
    )
    op.create_table(
        "visitor_codes",
        sa.Column("workspace_id", Id(), nullable=False),
        sa.Column("visitor_id", Id(), nullable=False),
        sa.Column("email", Words(), nullable=False),
        sa.Column("code_sha256", sa.LargeBinary(length=32), nullable=False),
        sa.Column("expires_at", Instant(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.CheckConstraint("tries >= 0", name=op.f("ck_visitor_codes_tries")),
        sa.ForeignKeyConstraint(
            ["workspace_id", "visitor_id"],
            ["visitors.workspace_id", "visitors.id"],
            name=op.f("fk_visitor_codes_workspace_id_visitor_id"),
        ),
        sa.PrimaryKeyConstraint("workspace_id", "visitor_id", name=op.f("pk_visitor_codes")),
    )
    op.create_table(
        "visitor_links",
        sa.Column("token_sha256", sa.LargeBinary(length=32), nullable=False),
        sa.Column("workspace_id", Id(), nullable=False),
        sa.Column("visitor_id", Id(), nullable=False),
        sa.Column("email", Words(), nullable=False),
        sa.Column("expires_at", Instant(), nullable=False),
        sa.CheckConstraint("length(token_sha256) = 32", name=op.f("ck_visitor_links_token")),
        sa.ForeignKeyConstraint(
            ["workspace_id", "visitor_id"],
            ["visitors.workspace_id", "visitors.id"],
            name=op.f("fk_visitor_links_workspace_id_visitor_id"),
        ),
        sa.PrimaryKeyConstraint("token_sha256", name=op.f("pk_visitor_links")),
    )
    op.create_index(
        op.f("ix_visitor_links_expires_at"), "visitor_links", ["expires_at"], unique=False
    )
    op.create_table(
        "visitor_notices",
        sa.Column("workspace_id", Id(), nullable=False),
        sa.Column("message_id", Id(), nullable=False),
        sa.Column("visitor_id", Id(), nullable=False),
        sa.Column("stage", sa.Text(), nullable=False),
        sa.Column("due_at", Instant(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("outcome", Words(), nullable=False),
        sa.CheckConstraint(
            "stage IN ('push', 'mail', 'done')", name=op.f("ck_visitor_notices_stage")
        ),
        sa.CheckConstraint("attempts >= 0", name=op.f("ck_visitor_notices_attempts")),
        sa.ForeignKeyConstraint(
            ["workspace_id", "message_id"],
            ["messages.workspace_id", "messages.id"],
            name=op.f("fk_visitor_notices_workspace_id_message_id"),
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "visitor_id"],
            ["visitors.workspace_id", "visitors.id"],
            name=op.f("fk_visitor_notices_workspace_id_visitor_id"),
        ),
        sa.PrimaryKeyConstraint("workspace_id", "message_id", name=op.f("pk_visitor_notices")),
    )
    op.create_index(
        "ix_visitor_notices_due",
        "visitor_notices",
        ["due_at"],
        unique=False,
        sqlite_where=sa.text("stage <> 'done'"),
        postgresql_where=sa.text("stage <> 'done'"),
    )
    op.create_table(
        "visitor_sessions",
        sa.Column("token_sha256", sa.LargeBinary(length=32), nullable=False),
        sa.Column("workspace_id", Id(), nullable=False),
        sa.Column("visitor_id", Id(), nullable=False),
        sa.Column("expires_at", Instant(), nullable=False),
        sa.CheckConstraint("length(token_sha256) = 32", name=op.f("ck_visitor_sessions_token")),
        sa.ForeignKeyConstraint(
            ["workspace_id", "visitor_id"],
            ["visitors.workspace_id", "visitors.id"],
            name=op.f("fk_visitor_sessions_workspace_id_visitor_id"),
        ),
        sa.PrimaryKeyConstraint("token_sha256", name=op.f("pk_visitor_sessions")),
    )
    op.create_index(
        op.f("ix_visitor_sessions_expires_at"), "visitor_sessions", ["expires_at"], unique=False
    )
    op.create_index(
        "ix_visitor_sessions_visitor_id",
        "visitor_sessions",
        ["workspace_id", "visitor_id"],
        unique=False,
    )
    op.create_table(
        "visitor_uploads",
        sa.Column("workspace_id", Id(), nullable=False),
        sa.Column("attachment_id", Id(), nullable=False),
        sa.Column("visitor_id", Id(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace_id", "attachment_id"],
            ["attachments.workspace_id", "attachments.id"],
            name=op.f("fk_visitor_uploads_workspace_id_attachment_id"),
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "visitor_id"],
            ["visitors.workspace_id", "visitors.id"],
            name=op.f("fk_visitor_uploads_workspace_id_visitor_id"),
        ),
        sa.PrimaryKeyConstraint("workspace_id", "attachment_id", name=op.f("pk_visitor_uploads")),
    )

"""What is kept about contacts: which fields there are, consents, and who confirmed addresses."""

import sqlalchemy as sa
from alembic import op

from clew.storage.types import Id, Instant, Json, Words

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "field_kinds",
        sa.Column("workspace_id", Id(), nullable=False),
        sa.Column("kinds", Json(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspaces.id"], name=op.f("fk_field_kinds_workspace_id")
        ),
        sa.PrimaryKeyConstraint("workspace_id", name=op.f("pk_field_kinds")),
    )
    op.create_table(
        "consents",
        sa.Column("workspace_id", Id(), nullable=False),
        sa.Column("id", Id(), nullable=False),
        sa.Column("contact_id", Id(), nullable=False),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("is_given", sa.Boolean(), nullable=False),
        sa.Column("how", Words(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("by_id", Id()),
        sa.Column("by_name", Words()),
        sa.CheckConstraint(
            "purpose IN ('service', 'marketing', 'surveys', 'recording')",
            name=op.f("ck_consents_purpose"),
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "contact_id"],
            ["contacts.workspace_id", "contacts.id"],
            name=op.f("fk_consents_workspace_id_contact_id"),
        ),
        sa.PrimaryKeyConstraint("workspace_id", "id", name=op.f("pk_consents")),
    )
    op.create_index("ix_consents_contact_id", "consents", ["workspace_id", "contact_id"])
    op.create_table(
        "confirmations",
        sa.Column("workspace_id", Id(), nullable=False),
        sa.Column("identity_id", Id(), nullable=False),
        sa.Column("was", sa.Text(), nullable=False),
        sa.Column("how", Words(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("by_id", Id(), nullable=False),
        sa.Column("by_name", Words(), nullable=False),
        sa.CheckConstraint(
            "was IN ('claimed', 'channel', 'verified')", name=op.f("ck_confirmations_was")
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "identity_id"],
            ["identities.workspace_id", "identities.id"],
            name=op.f("fk_confirmations_workspace_id_identity_id"),
        ),
        sa.PrimaryKeyConstraint("workspace_id", "identity_id", name=op.f("pk_confirmations")),
    )
    op.create_index(
        "ix_log_field_shown",
        "log",
        ["workspace_id", "contact_id", "seq"],
        sqlite_where=sa.text("kind = 'field_shown'"),
        postgresql_where=sa.text("kind = 'field_shown'"),
    )

"""One-time links by which contacts confirm their own addresses."""

import sqlalchemy as sa
from alembic import op

from clew.storage.types import Id, Instant, Words

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "confirmation_links",
        sa.Column("token_sha256", sa.LargeBinary(32), nullable=False),
        sa.Column("workspace_id", Id(), nullable=False),
        sa.Column("identity_id", Id(), nullable=False),
        sa.Column("asked_by", Words(), nullable=False),
        sa.Column("expires_at", Instant(), nullable=False),
        sa.Column("used_at", Instant(), nullable=True),
        sa.ForeignKeyConstraint(
            ["workspace_id", "identity_id"],
            ["identities.workspace_id", "identities.id"],
            name=op.f("fk_confirmation_links_workspace_id_identity_id"),
        ),
        sa.CheckConstraint("length(token_sha256) = 32", name=op.f("ck_confirmation_links_token")),
        sa.PrimaryKeyConstraint("token_sha256", name=op.f("pk_confirmation_links")),
    )
    op.create_index(
        "ix_confirmation_links_identity_id", "confirmation_links", ["workspace_id", "identity_id"]
    )
    op.create_index(
        "ix_confirmation_links_unused",
        "confirmation_links",
        ["expires_at"],
        sqlite_where=sa.text("used_at IS NULL"),
        postgresql_where=sa.text("used_at IS NULL"),
    )

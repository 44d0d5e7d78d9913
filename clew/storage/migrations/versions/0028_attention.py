"""How long agents worked on cases."""

import sqlalchemy as sa
from alembic import op

from clew.storage.types import Id, Instant, Json

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None

HAS_BEATS = sa.text("has_beats")


def upgrade() -> None:
    op.create_table(
        "attention",
        sa.Column("workspace_id", Id(), nullable=False),
        sa.Column("id", Id(), nullable=False),
        sa.Column("agent_id", Id(), nullable=False),
        sa.Column("case_id", Id(), nullable=False),
        sa.Column("began_at", Instant(), nullable=False),
        sa.Column("ended_at", Instant(), nullable=False),
        sa.Column("words", sa.Integer(), nullable=False),
        sa.Column("beats", Json(), nullable=False),
        sa.Column("has_beats", sa.Boolean(), nullable=False),
        sa.Column("report", sa.Integer(), nullable=False),
        sa.Column("seconds", sa.Integer(), nullable=False),
        sa.Column("is_correction", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace_id", "agent_id"],
            ["agents.workspace_id", "agents.id"],
            name=op.f("fk_attention_workspace_id_agent_id"),
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "case_id"],
            ["cases.workspace_id", "cases.id"],
            name=op.f("fk_attention_workspace_id_case_id"),
        ),
        sa.PrimaryKeyConstraint("workspace_id", "id", name=op.f("pk_attention")),
    )
    op.create_index("ix_attention_agent", "attention", ["workspace_id", "agent_id", "began_at"])
    op.create_index("ix_attention_case", "attention", ["workspace_id", "case_id", "agent_id"])
    op.create_index(
        "ix_attention_beats",
        "attention",
        ["ended_at"],
        sqlite_where=HAS_BEATS,
        postgresql_where=HAS_BEATS,
    )


def downgrade() -> None:
    op.drop_table("attention")

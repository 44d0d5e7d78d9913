"""Where in the log an hour is, for searches of a time."""

import sqlalchemy as sa
from alembic import op

from clew.storage.types import Id

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None

# What stands in the log already; an hour may be told of before it is indexed.
KNOWN = """
INSERT INTO search_hours (workspace_id, hour, first_seq, last_seq)
SELECT workspace_id, hour, min(seq), max(seq) FROM (
    SELECT workspace_id, {hour} AS hour, seq FROM messages
    UNION ALL SELECT workspace_id, {hour} AS hour, seq FROM notes
) AS said GROUP BY workspace_id, hour
"""
HOURS = {
    "postgresql": "CAST(floor(extract(epoch FROM at) / 3600) AS integer)",
    "sqlite": "at / 3600000000",
}


def upgrade() -> None:
    op.create_table(
        "search_hours",
        sa.Column("workspace_id", Id(), nullable=False),
        sa.Column("hour", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("first_seq", sa.BigInteger(), nullable=False),
        sa.Column("last_seq", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("first_seq <= last_seq", name=op.f("ck_search_hours_is_a_stretch")),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspaces.id"], name=op.f("fk_search_hours_workspace_id")
        ),
        sa.PrimaryKeyConstraint("workspace_id", "hour", name=op.f("pk_search_hours")),
        sqlite_with_rowid=False,
    )
    op.execute(KNOWN.format(hour=HOURS[op.get_bind().dialect.name]))


def downgrade() -> None:
    op.drop_table("search_hours")
    # The former search looks for hours among the words.
    op.execute("UPDATE search_progress SET seq = 0")

"""Everything is filed anew: by subjects, names of files, and what filters ask for."""

from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("UPDATE search_progress SET seq = 0")


def downgrade() -> None:
    """Leave what is filed: the former search reads it as well."""

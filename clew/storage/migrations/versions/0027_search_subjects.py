"""Everything is filed anew: by what cases are about, and by emoji."""

from alembic import op

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("UPDATE search_progress SET seq = 0")


def downgrade() -> None:
    """File everything anew: the former search takes an entry for a message or a note."""
    op.execute("DELETE FROM search_terms" if _is_sqlite() else "DELETE FROM search_documents")
    op.execute("UPDATE search_progress SET seq = 0")


def _is_sqlite() -> bool:
    return op.get_bind().dialect.name == "sqlite"

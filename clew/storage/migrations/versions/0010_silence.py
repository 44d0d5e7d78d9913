"""What a team tells contacts who fell silent: a reminder, and a farewell."""

import sqlalchemy as sa
from alembic import op

from clew.storage.types import Words

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("teams", sa.Column("reminder", Words(), nullable=True))
    op.add_column("teams", sa.Column("farewell", Words(), nullable=True))

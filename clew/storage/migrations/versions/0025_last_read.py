"""When a contact last read what we sent to an address."""

import sqlalchemy as sa
from alembic import op

from clew.storage.types import Instant

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("last_inbound", sa.Column("read_at", Instant(), nullable=True))


def downgrade() -> None:
    op.drop_column("last_inbound", "read_at")

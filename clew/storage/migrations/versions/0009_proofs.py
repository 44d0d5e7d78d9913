"""Who may be one contact: what only suggests it, and what visitors said of themselves."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("contact_pairs") as batch:
        batch.drop_constraint(op.f("ck_contact_pairs_state"), type_="check")
        batch.create_check_constraint(
            op.f("ck_contact_pairs_state"),
            "state IN ('proven', 'suggested', 'dismissed', 'joined')",
        )
    # Numbers are compared as they are sent to.
    visitors = sa.table("visitors", sa.column("phone", sa.Text()))
    bare: sa.ColumnElement[str] = visitors.c.phone
    for sign in " -().":
        bare = sa.func.replace(bare, sign, "")
    op.execute(sa.update(visitors).where(visitors.c.phone != "").values(phone=bare))
    for column in ("email", "phone"):
        op.create_index(
            f"ix_visitors_{column}",
            "visitors",
            ["workspace_id", column],
            sqlite_where=sa.text(f"{column} <> ''"),
            postgresql_where=sa.text(f"{column} <> ''"),
        )

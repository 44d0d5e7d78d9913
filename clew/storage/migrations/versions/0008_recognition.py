"""Contacts who become one: where they went, whose things were, and who joined them."""

import sqlalchemy as sa
from alembic import op

from clew.storage.types import Id, Instant, Json, Words

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

# A case that changes hands takes what was said in it along; the conversation was part of the key
# before, which cost a look at every message there is.
IN_CASES = ("messages", "notes", "deliveries")


def upgrade() -> None:
    for table in IN_CASES:
        with op.batch_alter_table(table) as batch:
            batch.drop_constraint(
                f"fk_{table}_workspace_id_conversation_id_case_id", type_="foreignkey"
            )
            batch.create_foreign_key(
                op.f(f"fk_{table}_workspace_id_case_id"),
                "cases",
                ["workspace_id", "case_id"],
                ["workspace_id", "id"],
            )
    op.add_column("cases", sa.Column("home_contact_id", Id()))
    _contacts()
    _conversations()
    with op.batch_alter_table("identities") as batch:
        batch.add_column(sa.Column("home_contact_id", Id()))
        batch.drop_constraint("fk_identities_workspace_id_contact_id", type_="foreignkey")
        batch.create_foreign_key(
            op.f("fk_identities_workspace_id_contact_id"),
            "conversations",
            ["workspace_id", "contact_id"],
            ["workspace_id", "contact_id"],
        )
    op.create_index("ix_identities_address", "identities", ["workspace_id", "address"])
    _last_inbound()
    _merges()
    _contact_pairs()


def _last_inbound() -> None:
    """Count messaging windows by address: what is known is known of the latest one there."""
    op.execute(
        "CREATE TABLE last_inbound_known AS SELECT * FROM"
        " (SELECT l.workspace_id, l.inbox_id, l.at, l.window_refused_at,"
        " (SELECT i.id FROM identities i JOIN conversations v ON v.workspace_id = i.workspace_id"
        " AND v.contact_id = i.contact_id JOIN inboxes x ON x.workspace_id = i.workspace_id"
        " AND x.channel = i.channel WHERE v.workspace_id = l.workspace_id"
        " AND v.id = l.conversation_id AND x.id = l.inbox_id"
        " ORDER BY i.created_at DESC, i.id DESC LIMIT 1) AS identity_id"
        " FROM last_inbound l) known WHERE identity_id IS NOT NULL"
    )
    op.drop_table("last_inbound")
    op.create_table(
        "last_inbound",
        sa.Column("workspace_id", Id(), nullable=False),
        sa.Column("identity_id", Id(), nullable=False),
        sa.Column("inbox_id", Id(), nullable=False),
        sa.Column("at", Instant(), nullable=True),
        sa.Column("window_refused_at", Instant(), nullable=True),
        *(
            sa.ForeignKeyConstraint(
                ["workspace_id", column],
                [f"{table}.workspace_id", f"{table}.id"],
                name=op.f(f"fk_last_inbound_workspace_id_{column}"),
            )
            for column, table in (("identity_id", "identities"), ("inbox_id", "inboxes"))
        ),
        sa.PrimaryKeyConstraint(
            "workspace_id", "identity_id", "inbox_id", name=op.f("pk_last_inbound")
        ),
        sqlite_with_rowid=False,
    )
    op.execute(
        "INSERT INTO last_inbound (workspace_id, identity_id, inbox_id, at, window_refused_at)"
        " SELECT workspace_id, identity_id, inbox_id, at, window_refused_at"
        " FROM last_inbound_known"
    )
    op.drop_table("last_inbound_known")


def _contacts() -> None:
    with op.batch_alter_table("contacts") as batch:
        batch.add_column(sa.Column("fields", Json()))
        batch.add_column(sa.Column("merged_into_id", Id()))
        batch.create_foreign_key(
            op.f("fk_contacts_workspace_id_merged_into_id"),
            "contacts",
            ["workspace_id", "merged_into_id"],
            ["workspace_id", "id"],
        )
        batch.create_check_constraint(
            op.f("ck_contacts_merged_elsewhere"), "merged_into_id IS NULL OR merged_into_id <> id"
        )


def _conversations() -> None:
    with op.batch_alter_table("conversations") as batch:
        batch.alter_column("contact_id", existing_type=Id(), nullable=True)
        batch.add_column(sa.Column("merged_into_id", Id()))
        batch.create_foreign_key(
            op.f("fk_conversations_workspace_id_merged_into_id"),
            "conversations",
            ["workspace_id", "merged_into_id"],
            ["workspace_id", "id"],
        )
        batch.create_check_constraint(
            op.f("ck_conversations_somebodys_or_merged"),
            "(contact_id IS NULL) = (merged_into_id IS NOT NULL)",
        )
        batch.create_check_constraint(
            op.f("ck_conversations_merged_elsewhere"),
            "merged_into_id IS NULL OR merged_into_id <> id",
        )


def _merges() -> None:
    op.create_table(
        "merges",
        sa.Column("workspace_id", Id(), nullable=False),
        sa.Column("id", Id(), nullable=False),
        sa.Column("kept_id", Id(), nullable=False),
        sa.Column("merged_id", Id(), nullable=False),
        sa.Column("kept_conversation_id", Id(), nullable=False),
        sa.Column("merged_conversation_id", Id(), nullable=False),
        sa.Column("reason", Words(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("by_kind", sa.Text()),
        sa.Column("by_id", Id()),
        sa.Column("by_name", Words()),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("before", Json(), nullable=False),
        sa.Column("undone_at", Instant()),
        sa.Column("undone_by_id", Id()),
        sa.Column("undone_by_name", Words()),
        sa.CheckConstraint("kept_id <> merged_id", name=op.f("ck_merges_two")),
        *(
            sa.ForeignKeyConstraint(
                ["workspace_id", column],
                [f"{table}.workspace_id", f"{table}.id"],
                name=op.f(f"fk_merges_workspace_id_{column}"),
            )
            for column, table in (
                ("kept_id", "contacts"),
                ("merged_id", "contacts"),
                ("kept_conversation_id", "conversations"),
                ("merged_conversation_id", "conversations"),
            )
        ),
        sa.PrimaryKeyConstraint("workspace_id", "id", name=op.f("pk_merges")),
    )
    op.create_index("ix_merges_kept_id", "merges", ["workspace_id", "kept_id"])
    op.create_index(
        "uq_merges_active",
        "merges",
        ["workspace_id", "merged_id"],
        unique=True,
        sqlite_where=sa.text("undone_at IS NULL"),
        postgresql_where=sa.text("undone_at IS NULL"),
    )


def _contact_pairs() -> None:
    op.create_table(
        "contact_pairs",
        sa.Column("workspace_id", Id(), nullable=False),
        sa.Column("one_id", Id(), nullable=False),
        sa.Column("other_id", Id(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("why", Words(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("by_id", Id()),
        sa.Column("by_name", Words()),
        sa.CheckConstraint("one_id < other_id", name=op.f("ck_contact_pairs_in_order")),
        sa.CheckConstraint(
            "state IN ('proven', 'dismissed', 'joined')", name=op.f("ck_contact_pairs_state")
        ),
        *(
            sa.ForeignKeyConstraint(
                ["workspace_id", column],
                ["contacts.workspace_id", "contacts.id"],
                name=op.f(f"fk_contact_pairs_workspace_id_{column}"),
            )
            for column in ("one_id", "other_id")
        ),
        sa.PrimaryKeyConstraint(
            "workspace_id", "one_id", "other_id", name=op.f("pk_contact_pairs")
        ),
    )
    op.create_index("ix_contact_pairs_other_id", "contact_pairs", ["workspace_id", "other_id"])
    op.create_index(
        "ix_contact_pairs_proven",
        "contact_pairs",
        ["at"],
        sqlite_where=sa.text("state = 'proven'"),
        postgresql_where=sa.text("state = 'proven'"),
    )

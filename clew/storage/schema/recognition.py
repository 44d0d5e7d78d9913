"""Who was joined with whom, and what is settled about two contacts."""

from sqlalchemy import BigInteger, Column, Index, Table, Text, text

from clew.domain.merging import Before
from clew.storage.schema.parts import (
    check,
    id_column,
    metadata,
    one_of,
    partial,
    refers,
    workspace_column,
)
from clew.storage.types import Id, Instant, Json, Words

IS_ACTIVE = text("undone_at IS NULL")
IS_PROVEN = text("state = 'proven'")
PAIR_STATES = ("proven", "suggested", "dismissed", "joined")

# Rows are kept for good: they are the record of who joined and parted whom, and why.
merges = Table(
    "merges",
    metadata,
    workspace_column(),
    id_column(),
    Column("kept_id", Id, nullable=False),
    Column("merged_id", Id, nullable=False),
    Column("kept_conversation_id", Id, nullable=False),
    Column("merged_conversation_id", Id, nullable=False),
    Column("reason", Words, nullable=False),
    Column("rule", Text, nullable=False),
    Column("at", Instant, nullable=False),
    Column("by_kind", Text),
    Column("by_id", Id),
    Column("by_name", Words),
    # The log's last number then: what is greater came when the two were one.
    Column("seq", BigInteger, nullable=False),
    Column("before", Json(Before), nullable=False),
    Column("undone_at", Instant),
    Column("undone_by_id", Id),
    Column("undone_by_name", Words),
    refers("kept_id", "contacts"),
    refers("merged_id", "contacts"),
    refers("kept_conversation_id", "conversations"),
    refers("merged_conversation_id", "conversations"),
    check("two", "kept_id <> merged_id"),
    # Who is a part of somebody is a part of one.
    partial("uq_merges_active", "workspace_id", "merged_id", where=IS_ACTIVE, is_unique=True),
    Index("ix_merges_kept_id", "workspace_id", "kept_id"),
)

contact_pairs = Table(
    "contact_pairs",
    metadata,
    workspace_column(),
    # The lesser id first.
    Column("one_id", Id, primary_key=True),
    Column("other_id", Id, primary_key=True),
    Column("state", Text, nullable=False),
    Column("why", Words, nullable=False),
    Column("at", Instant, nullable=False),
    Column("by_id", Id),
    Column("by_name", Words),
    refers("one_id", "contacts"),
    refers("other_id", "contacts"),
    one_of("state", PAIR_STATES),
    check("in_order", "one_id < other_id"),
    Index("ix_contact_pairs_other_id", "workspace_id", "other_id"),
    partial("ix_contact_pairs_proven", "at", where=IS_PROVEN),
)

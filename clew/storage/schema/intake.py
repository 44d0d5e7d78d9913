"""What providers sent, as received, and which of it has had its effect."""

from sqlalchemy import BigInteger, Column, Index, Integer, LargeBinary, Table, Text, text

from clew.ports.store.early import EarlyTouch
from clew.ports.store.intake import IntakeState
from clew.storage.schema.parts import metadata, one_of, refers
from clew.storage.types import Id, Instant, Json, Words

IS_UNFINISHED = text("state <> 'done'")

intake = Table(
    "intake",
    metadata,
    Column(
        "id",
        BigInteger().with_variant(Integer, "sqlite"),
        primary_key=True,
        autoincrement=True,
    ),
    Column("workspace_id", Id, nullable=False),
    Column("inbox_id", Id, nullable=False),
    Column("received_at", Instant, nullable=False),
    Column("headers", Json, nullable=False),
    Column("query", Words, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("state", Text, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("reason", Words, nullable=False),
    refers("inbox_id", "inboxes"),
    one_of("state", IntakeState),
    Index(
        "ix_intake_unfinished",
        "state",
        "id",
        sqlite_where=IS_UNFINISHED,
        postgresql_where=IS_UNFINISHED,
    ),
    # The conservation counts are read from this index alone.
    Index("ix_intake_counts", "workspace_id", "state"),
    # Numbers are never used again, not even after the newest row was removed.
    sqlite_autoincrement=True,
)

# Keys of inbound events other than messages that have had their effect: none has it twice.
effects = Table(
    "effects",
    metadata,
    Column("inbox_id", Id, primary_key=True),
    Column("key", Words, primary_key=True),
    Column("workspace_id", Id, nullable=False),
    Column("at", Instant, nullable=False),
    refers("inbox_id", "inboxes"),
    sqlite_with_rowid=False,
)

# What contacts did to messages that have not come yet.
early_touches = Table(
    "early_touches",
    metadata,
    Column("inbox_id", Id, primary_key=True),
    Column("target", Words, primary_key=True),
    Column("key", Words, primary_key=True),
    Column("workspace_id", Id, nullable=False),
    Column("touch", Json(EarlyTouch), nullable=False),
    Column("at", Instant, nullable=False),
    refers("inbox_id", "inboxes"),
)

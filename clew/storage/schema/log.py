"""The log: what happened, in the order of commits.

Rows are added and never changed, but for where they are shown: when contacts are joined or parted
(`clew.storage.joining`), an entry of their time line goes along.

What is brought in from an archive happened long before it was written down. It has a `place` by
its own time, a negative number, and so stands before everything that happened here.
"""

from datetime import datetime

from sqlalchemy import BigInteger, Boolean, Column, Index, Table, Text, text

from clew.storage.schema.parts import check, in_workspace, metadata, partial, workspace_column
from clew.storage.types import Id, Instant, Json, Words

IS_SHOWN = text("is_shown")
IS_PAST = text("place IS NOT NULL")
IS_PRESENT = text("place IS NULL")
# Browsers count exactly up to 2^53, and microseconds since 1970 will be fewer until the year 2112.
FIRST_PLACE = -(2**52)
_TIES = 1_000
IS_SHOWING = text("log.kind = 'field_shown'")
OF_SHOWINGS = text("kind = 'field_shown'")

log = Table(
    "log",
    metadata,
    workspace_column(),
    Column("seq", BigInteger, primary_key=True, autoincrement=False),
    Column("kind", Text, nullable=False),
    Column("at", Instant, nullable=False),
    Column("conversation_id", Id),
    Column("case_id", Id),
    Column("message_id", Id),
    Column("note_id", Id),
    Column("contact_id", Id),
    Column("agent_id", Id),
    Column("inbox_id", Id),
    Column("actor_kind", Text),
    Column("actor_id", Id),
    Column("actor_name", Words),
    Column("data", Json),
    Column("place", BigInteger),
    # Whether it is an entry of the timeline: a message, a note, or an event that is shown.
    Column("is_shown", Boolean, nullable=False),
    in_workspace(),
    check("numbered", "seq > 0"),
    check("shown_somewhere", "NOT is_shown OR conversation_id IS NOT NULL"),
    Index(
        "ix_log_timeline",
        "workspace_id",
        "conversation_id",
        "seq",
        sqlite_where=IS_SHOWN,
        postgresql_where=IS_SHOWN,
    ),
    Index(
        "ix_log_past",
        "workspace_id",
        "conversation_id",
        "place",
        sqlite_where=IS_PAST,
        postgresql_where=IS_PAST,
    ),
    # Who saw what is sensitive; few rows of a long log.
    partial("ix_log_field_shown", "workspace_id", "contact_id", "seq", where=OF_SHOWINGS),
    sqlite_with_rowid=False,
)


def place_of(at: datetime, seq: int) -> int:
    """Return where something stands that happened `at` and was brought in as number `seq`."""
    milliseconds = max(0, int(at.timestamp() * 1_000))
    return FIRST_PLACE + milliseconds * _TIES + seq % _TIES

"""The log: what happened, in the order of commits.

Rows are added and never changed, but for where they are shown: when contacts are joined or parted
(`clew.storage.joining`), an entry of their time line goes along.
"""

from sqlalchemy import BigInteger, Boolean, Column, Index, Table, Text, text

from clew.storage.schema.parts import check, in_workspace, metadata, workspace_column
from clew.storage.types import Id, Instant, Json, Words

IS_SHOWN = text("is_shown")

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
    sqlite_with_rowid=False,
)

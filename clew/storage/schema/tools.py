"""Tags, canned replies and drafts."""

from sqlalchemy import Boolean, Column, Index, Table, Text, UniqueConstraint, text

from clew.domain.tools import TagColor
from clew.storage.schema.parts import (
    id_column,
    in_workspace,
    metadata,
    one_of,
    partial,
    refers,
    workspace_column,
)
from clew.storage.types import Id, Instant, Json, Words

IS_OFFERED = text("NOT is_archived")

tags = Table(
    "tags",
    metadata,
    workspace_column(),
    id_column(),
    Column("name", Words, nullable=False),
    # Folded: names that differ in case only are one tag's.
    Column("name_key", Words, nullable=False),
    Column("color", Text, nullable=False),
    Column("is_archived", Boolean, nullable=False),
    in_workspace(),
    UniqueConstraint("workspace_id", "name_key"),
    one_of("color", TagColor),
)

case_tags = Table(
    "case_tags",
    metadata,
    workspace_column(),
    Column("case_id", Id, primary_key=True),
    Column("tag_id", Id, primary_key=True),
    refers("case_id", "cases"),
    refers("tag_id", "tags"),
    Index("ix_case_tags_tag_id", "workspace_id", "tag_id", "case_id"),
    sqlite_with_rowid=False,
)

canned_replies = Table(
    "canned_replies",
    metadata,
    workspace_column(),
    id_column(),
    Column("title", Words, nullable=False),
    Column("shortcut", Words, nullable=False),
    Column("shortcut_key", Words, nullable=False),
    Column("text", Words, nullable=False),
    Column("language", Text, nullable=False),
    Column("team_id", Id),
    Column("is_archived", Boolean, nullable=False),
    in_workspace(),
    refers("team_id", "teams"),
    partial(
        "uq_canned_replies_shortcut",
        "workspace_id",
        "shortcut_key",
        "language",
        where=IS_OFFERED,
        is_unique=True,
    ),
)

drafts = Table(
    "drafts",
    metadata,
    workspace_column(),
    Column("agent_id", Id, primary_key=True),
    Column("case_id", Id, primary_key=True),
    Column("mode", Text, primary_key=True),
    Column("content", Json, nullable=False),
    Column("written_at", Instant, nullable=False),
    refers("agent_id", "agents"),
    refers("case_id", "cases"),
    one_of("mode", ("reply", "note")),
)

saved_views = Table(
    "saved_views",
    metadata,
    workspace_column(),
    id_column(),
    # Who made it; nobody else sees it unless it is shared.
    Column("agent_id", Id, nullable=False),
    Column("name", Words, nullable=False),
    Column("filters", Json, nullable=False),
    Column("is_shared", Boolean, nullable=False),
    refers("agent_id", "agents"),
)

stars = Table(
    "stars",
    metadata,
    workspace_column(),
    Column("agent_id", Id, primary_key=True),
    # A message, or the case itself.
    Column("subject_id", Id, primary_key=True),
    Column("case_id", Id, nullable=False),
    Column("at", Instant, nullable=False),
    refers("agent_id", "agents"),
    refers("case_id", "cases"),
)

mentions = Table(
    "mentions",
    metadata,
    workspace_column(),
    Column("agent_id", Id, primary_key=True),
    Column("note_id", Id, primary_key=True),
    Column("at", Instant, nullable=False),
    Column("read_at", Instant),
    refers("agent_id", "agents"),
    refers("note_id", "notes"),
    Index("ix_mentions_at", "workspace_id", "agent_id", "at"),
)

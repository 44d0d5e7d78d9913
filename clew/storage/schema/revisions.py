"""What administrators changed."""

from sqlalchemy import Boolean, Column, Index, Table, Text

from clew.domain.revisions import RevisionKind
from clew.storage.schema.parts import id_column, metadata, one_of, refers, workspace_column
from clew.storage.types import Id, Instant, Json, Words

revisions = Table(
    "revisions",
    metadata,
    workspace_column(),
    id_column(),
    Column("kind", Text, nullable=False),
    # Of whichever table `kind` says.
    Column("thing_id", Id, nullable=False),
    Column("at", Instant, nullable=False),
    Column("agent_id", Id, nullable=False),
    Column("agent_name", Words, nullable=False),
    Column("is_first", Boolean, nullable=False),
    # By field: before and after.
    Column("changed", Json, nullable=False),
    refers("agent_id", "agents"),
    one_of("kind", RevisionKind),
    Index("ix_revisions_thing_id", "workspace_id", "kind", "thing_id", "at", "id"),
)

"""Attention: when an agent was turned to a case, and what of it counts."""

from sqlalchemy import Boolean, Column, Index, Integer, Table, text

from clew.storage.schema.parts import id_column, metadata, partial, refers, workspace_column
from clew.storage.types import Id, Instant, Json

HAS_BEATS = text("has_beats")

attention = Table(
    "attention",
    metadata,
    workspace_column(),
    id_column(),
    Column("agent_id", Id, nullable=False),
    Column("case_id", Id, nullable=False),
    Column("began_at", Instant, nullable=False),
    Column("ended_at", Instant, nullable=False),
    Column("words", Integer, nullable=False),
    # Milliseconds since it began; forgotten after a month.
    Column("beats", Json, nullable=False),
    Column("has_beats", Boolean, nullable=False),
    Column("report", Integer, nullable=False),
    # Fewer than none where the agent took back what was measured.
    Column("seconds", Integer, nullable=False),
    Column("is_correction", Boolean, nullable=False),
    refers("agent_id", "agents"),
    refers("case_id", "cases"),
    Index("ix_attention_agent", "workspace_id", "agent_id", "began_at"),
    Index("ix_attention_case", "workspace_id", "case_id", "agent_id"),
    partial("ix_attention_beats", "ended_at", where=HAS_BEATS),
)

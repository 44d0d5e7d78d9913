"""Who is signed in, what they tried, and what repeated requests were answered."""

from sqlalchemy import BigInteger, Column, ForeignKeyConstraint, Integer, LargeBinary, Table, Text

from clew.ports.store.links import LinkPurpose
from clew.storage.schema.parts import check, metadata, one_of, refers
from clew.storage.types import Id, Instant

sessions = Table(
    "sessions",
    metadata,
    Column("token_sha256", LargeBinary(32), primary_key=True),
    Column("workspace_id", Id, nullable=False),
    Column("agent_id", Id, nullable=False, index=True),
    Column("csrf_token", Text, nullable=False),
    Column("expires_at", Instant, nullable=False, index=True),
    refers("agent_id", "agents"),
    check("token", "length(token_sha256) = 32"),
)

api_tokens = Table(
    "api_tokens",
    metadata,
    Column("token_sha256", LargeBinary(32), primary_key=True),
    Column("workspace_id", Id, nullable=False),
    Column("agent_id", Id, nullable=False, index=True),
    Column("name", Text, nullable=False),
    refers("agent_id", "agents"),
    check("token", "length(token_sha256) = 32"),
)

# One-time links by which somebody sets a password: invited, or after forgetting it.
password_links = Table(
    "password_links",
    metadata,
    Column("token_sha256", LargeBinary(32), primary_key=True),
    Column("workspace_id", Id, nullable=False),
    Column("agent_id", Id, nullable=False, index=True),
    Column("purpose", Text, nullable=False),
    Column("made_at", Instant, nullable=False),
    Column("expires_at", Instant, nullable=False),
    refers("agent_id", "agents"),
    check("token", "length(token_sha256) = 32"),
    one_of("purpose", LinkPurpose),
)

attempts = Table(
    "attempts",
    metadata,
    Column("key", Text, primary_key=True),
    Column("window_began_at", Instant, nullable=False),
    Column("count", BigInteger, nullable=False),
)

kept_answers = Table(
    "kept_answers",
    metadata,
    Column("agent_id", Id, primary_key=True),
    Column("key", Text, primary_key=True),
    Column("request_sha256", Text, nullable=False),
    Column("status", Integer, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("at", Instant, nullable=False, index=True),
    ForeignKeyConstraint(["agent_id"], ["agents.id"]),
)

"""Workspaces, agents, teams and inboxes: rows that change rarely."""

from sqlalchemy import BigInteger, Boolean, Column, LargeBinary, Table, Text, UniqueConstraint

from clew.domain.people import Availability, InboxStage, InboxState, Role
from clew.storage.schema.parts import (
    check,
    id_column,
    in_workspace,
    metadata,
    one_of,
    refers,
    workspace_column,
)
from clew.storage.types import Duration, Id, Instant, Json, Words

workspaces = Table(
    "workspaces",
    metadata,
    Column("id", Id, primary_key=True),
    Column("name", Words, nullable=False, unique=True),
    Column("created_at", Instant, nullable=False),
    # The last sequence number of the log: taken under this row's lock, so that the order of
    # numbers is the order of commits.
    Column("seq", BigInteger, nullable=False, server_default="0"),
    Column("last_case_number", BigInteger, nullable=False, server_default="0"),
    check("counts_up", "seq >= 0 AND last_case_number >= 0"),
    postgresql_with={"fillfactor": 50},
)

business_hours = Table(
    "business_hours",
    metadata,
    workspace_column(),
    id_column(),
    Column("name", Words, nullable=False),
    Column("hours", Json, nullable=False),
    in_workspace(),
)

teams = Table(
    "teams",
    metadata,
    workspace_column(),
    id_column(),
    Column("name", Words, nullable=False),
    Column("business_hours_id", Id, nullable=False),
    Column("first_reply", Duration, nullable=False),
    Column("next_reply", Duration, nullable=False),
    Column("signature", Words),
    Column("reminder", Words),
    Column("farewell", Words),
    refers("business_hours_id", "business_hours"),
    check("targets", "first_reply > 0 AND next_reply > 0"),
)

agents = Table(
    "agents",
    metadata,
    workspace_column(),
    id_column(),
    Column("email", Words, nullable=False),
    # Folded: addresses that differ in case only are one person's.
    Column("email_key", Words, nullable=False, index=True),
    Column("name", Words, nullable=False),
    Column("role", Text, nullable=False),
    Column("availability", Text, nullable=False),
    Column("is_disabled", Boolean, nullable=False),
    Column("last_assigned_at", Instant),
    Column("password_hash", Text, nullable=False, server_default=""),
    Column("preferences", Json),
    in_workspace(),
    UniqueConstraint("id"),
    UniqueConstraint("workspace_id", "email_key"),
    one_of("role", Role),
    one_of("availability", Availability),
)

team_members = Table(
    "team_members",
    metadata,
    workspace_column(),
    Column("agent_id", Id, primary_key=True),
    Column("team_id", Id, primary_key=True),
    refers("agent_id", "agents"),
    refers("team_id", "teams"),
    sqlite_with_rowid=False,
)

inboxes = Table(
    "inboxes",
    metadata,
    workspace_column(),
    id_column(),
    Column("channel", Text, nullable=False),
    Column("name", Words, nullable=False),
    Column("team_id", Id, nullable=False),
    Column("settings", Json, nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("state", Text, nullable=False),
    Column("reason", Words, nullable=False),
    Column("last_received_at", Instant),
    Column("last_sent_at", Instant),
    Column("last_error_at", Instant),
    Column("stage", Text, nullable=False, server_default=InboxStage.ACTIVE.value),
    # When and where a page last showed the chat, for inboxes of that kind.
    Column("shown_at", Instant),
    Column("shown_on", Words, nullable=False, server_default=""),
    refers("team_id", "teams"),
    UniqueConstraint("id"),
    one_of("state", InboxState),
    one_of("stage", InboxStage),
)

inbox_secrets = Table(
    "inbox_secrets",
    metadata,
    workspace_column(),
    Column("inbox_id", Id, primary_key=True),
    Column("name", Text, primary_key=True),
    Column("sealed", LargeBinary, nullable=False),
    refers("inbox_id", "inboxes"),
)

templates = Table(
    "templates",
    metadata,
    workspace_column(),
    Column("inbox_id", Id, primary_key=True),
    Column("name", Text, primary_key=True),
    Column("language", Text, primary_key=True),
    Column("category", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("body", Words, nullable=False),
    Column("parameters", Json(tuple[str, ...]), nullable=False),
    refers("inbox_id", "inboxes"),
)

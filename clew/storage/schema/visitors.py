"""Visitors of web chat: sessions, proofs of who they are, and how to reach them when they left.

No token, code or push address is kept in the clear: what is looked up is hashed, what is needed
again is sealed by the vault.
"""

from sqlalchemy import (
    Column,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from clew.ports.store.notices import NoticeStage
from clew.storage.schema.parts import (
    check,
    id_column,
    in_workspace,
    metadata,
    one_of,
    partial,
    refers,
    workspace_column,
)
from clew.storage.types import Id, Instant, Words

IS_DUE = text("stage <> 'done'")
HAS_EMAIL = text("email <> ''")
HAS_PHONE = text("phone <> ''")

visitors = Table(
    "visitors",
    metadata,
    workspace_column(),
    id_column(),
    Column("inbox_id", Id, nullable=False),
    # The host site's own id of the person, once it has vouched for them.
    Column("subject", Words),
    Column("name", Words, nullable=False),
    Column("email", Words, nullable=False),
    Column("phone", Words, nullable=False),
    Column("language", Text, nullable=False),
    Column("email_confirmed_at", Instant),
    Column("created_at", Instant, nullable=False),
    refers("inbox_id", "inboxes"),
    UniqueConstraint("workspace_id", "inbox_id", "subject"),
    # Whoever gave an address of a contact may be the same person; most gave none.
    partial("ix_visitors_email", "workspace_id", "email", where=HAS_EMAIL),
    partial("ix_visitors_phone", "workspace_id", "phone", where=HAS_PHONE),
)

visitor_sessions = Table(
    "visitor_sessions",
    metadata,
    Column("token_sha256", LargeBinary(32), primary_key=True),
    Column("workspace_id", Id, nullable=False),
    Column("visitor_id", Id, nullable=False),
    Column("expires_at", Instant, nullable=False, index=True),
    refers("visitor_id", "visitors"),
    Index("ix_visitor_sessions_visitor_id", "workspace_id", "visitor_id"),
    check("token", "length(token_sha256) = 32"),
)

# One code at a time, for one address.
visitor_codes = Table(
    "visitor_codes",
    metadata,
    workspace_column(),
    Column("visitor_id", Id, primary_key=True),
    Column("email", Words, nullable=False),
    Column("code_sha256", LargeBinary(32), nullable=False),
    Column("expires_at", Instant, nullable=False),
    Column("tries", Integer, nullable=False),
    refers("visitor_id", "visitors"),
    check("tries", "tries >= 0"),
)

visitor_links = Table(
    "visitor_links",
    metadata,
    Column("token_sha256", LargeBinary(32), primary_key=True),
    Column("workspace_id", Id, nullable=False),
    Column("visitor_id", Id, nullable=False),
    Column("email", Words, nullable=False),
    Column("expires_at", Instant, nullable=False, index=True),
    refers("visitor_id", "visitors"),
    check("token", "length(token_sha256) = 32"),
)

# Signed tokens that were used, until they expire by themselves.
used_tokens = Table(
    "used_tokens",
    metadata,
    Column("inbox_id", Id, primary_key=True),
    Column("token_sha256", LargeBinary(32), primary_key=True),
    Column("workspace_id", Id, nullable=False),
    Column("expires_at", Instant, nullable=False, index=True),
    refers("inbox_id", "inboxes"),
    sqlite_with_rowid=False,
)

visitor_uploads = Table(
    "visitor_uploads",
    metadata,
    workspace_column(),
    Column("attachment_id", Id, primary_key=True),
    Column("visitor_id", Id, nullable=False),
    refers("attachment_id", "attachments"),
    refers("visitor_id", "visitors"),
)

push_keys = Table(
    "push_keys",
    metadata,
    Column("workspace_id", Id, primary_key=True),
    Column("public_key", Text, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    in_workspace(),
)

push_subscriptions = Table(
    "push_subscriptions",
    metadata,
    workspace_column(),
    Column("visitor_id", Id, primary_key=True),
    Column("endpoint_sha256", LargeBinary(32), primary_key=True),
    Column("sealed", LargeBinary, nullable=False),
    Column("created_at", Instant, nullable=False),
    refers("visitor_id", "visitors"),
)

# Answers that the visitor has perhaps not seen: pushed first, then mailed.
visitor_notices = Table(
    "visitor_notices",
    metadata,
    workspace_column(),
    Column("message_id", Id, primary_key=True),
    Column("visitor_id", Id, nullable=False),
    Column("stage", Text, nullable=False),
    Column("due_at", Instant, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("outcome", Words, nullable=False),
    refers("visitor_id", "visitors"),
    ForeignKeyConstraint(["workspace_id", "message_id"], ["messages.workspace_id", "messages.id"]),
    one_of("stage", NoticeStage),
    check("attempts", "attempts >= 0"),
    partial("ix_visitor_notices_due", "due_at", where=IS_DUE),
)

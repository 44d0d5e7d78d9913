"""What was said, its way to the contact, and its files."""

from sqlalchemy import BigInteger, Boolean, Column, ForeignKeyConstraint, Integer, Table, Text, text

from clew.domain.facts import Promise, Turn
from clew.domain.message import (
    AttachmentState,
    AuthorKind,
    DeliveryState,
    Direction,
    Reaction,
    Undo,
)
from clew.ports.channel import MediaRef, Progress
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

IS_QUEUED = text("state = 'queued'")
IS_SCHEDULED = text("state = 'scheduled'")
IS_LOST = text("state IN ('failed', 'unknown')")
IS_SENDING = text("state = 'sending'")
IS_PENDING = text("state = 'pending'")
HAS_PROVIDER_ID = text("provider_id IS NOT NULL")
HAS_MESSAGE = text("message_id IS NOT NULL")
IS_DUE = text("due_at IS NOT NULL")


messages = Table(
    "messages",
    metadata,
    workspace_column(),
    id_column(),
    Column("conversation_id", Id, nullable=False),
    Column("case_id", Id, nullable=False),
    Column("inbox_id", Id, nullable=False),
    Column("channel", Text, nullable=False),
    Column("direction", Text, nullable=False),
    Column("author_kind", Text, nullable=False),
    Column("author_id", Id),
    Column("author_name", Words, nullable=False),
    Column("identity_id", Id),
    Column("text", Words, nullable=False),
    Column("at", Instant, nullable=False),
    Column("sent_at", Instant, nullable=False),
    Column("kind", Text, nullable=False),
    Column("content", Json),
    Column("provider_id", Words),
    Column("reply_to", Id),
    Column("reply_to_provider_id", Words),
    Column("turn_id", Id),
    Column("is_holding", Boolean, nullable=False),
    Column("is_automatic", Boolean, nullable=False),
    Column("edited_at", Instant),
    Column("deleted_at", Instant),
    Column("reactions", Json(tuple[Reaction, ...])),
    # The number of its log entry, which is its place in the timeline, and of its last change.
    Column("seq", BigInteger, nullable=False),
    Column("v", BigInteger, nullable=False),
    refers("case_id", "cases"),
    refers("inbox_id", "inboxes"),
    refers("identity_id", "identities"),
    one_of("direction", Direction),
    one_of("author_kind", AuthorKind),
    check("newer_is_greater", "v >= seq"),
    partial(
        "uq_messages_provider_id", "inbox_id", "provider_id", where=HAS_PROVIDER_ID, is_unique=True
    ),
)

notes = Table(
    "notes",
    metadata,
    workspace_column(),
    id_column(),
    Column("conversation_id", Id, nullable=False),
    Column("case_id", Id, nullable=False),
    Column("author_kind", Text, nullable=False),
    Column("author_id", Id),
    Column("author_name", Words, nullable=False),
    Column("text", Words, nullable=False),
    Column("at", Instant, nullable=False),
    Column("seq", BigInteger, nullable=False),
    # Ids of the colleagues whom it names.
    Column("mentions", Json),
    refers("case_id", "cases"),
    one_of("author_kind", AuthorKind),
)

# At most one per message.
deliveries = Table(
    "deliveries",
    metadata,
    workspace_column(),
    Column("message_id", Id, primary_key=True),
    Column("conversation_id", Id, nullable=False),
    Column("case_id", Id, nullable=False),
    Column("inbox_id", Id, nullable=False),
    Column("identity_id", Id),
    Column("state", Text, nullable=False),
    Column("queued_at", Instant, nullable=False),
    Column("held_until", Instant, nullable=False),
    Column("next_attempt_at", Instant, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("lease_until", Instant),
    Column("progress", Json(Progress)),
    Column("answered", Json(Turn)),
    Column("kept", Json(Promise)),
    Column("promised", Json(Promise)),
    Column("undo", Json(Undo)),
    Column("provider_ids", Json(tuple[str, ...]), nullable=False),
    Column("reason_code", Text, nullable=False),
    Column("reason", Words, nullable=False),
    Column("gives_up_at", Instant),
    # The message's, by which deliveries of a conversation are ordered.
    Column("seq", BigInteger, nullable=False),
    ForeignKeyConstraint(["workspace_id", "message_id"], ["messages.workspace_id", "messages.id"]),
    refers("case_id", "cases"),
    refers("inbox_id", "inboxes"),
    refers("identity_id", "identities"),
    one_of("state", DeliveryState),
    check("attempts", "attempts >= 0"),
    check("sending_has_a_lease", "state <> 'sending' OR lease_until IS NOT NULL"),
    partial("ix_deliveries_queued", "next_attempt_at", where=IS_QUEUED),
    partial(
        "ix_deliveries_order", "workspace_id", "conversation_id", "inbox_id", "seq", where=IS_QUEUED
    ),
    partial("ix_deliveries_inbox", "inbox_id", where=IS_QUEUED),
    partial("ix_deliveries_scheduled", "held_until", where=IS_SCHEDULED),
    partial("ix_deliveries_scheduled_case", "workspace_id", "case_id", where=IS_SCHEDULED),
    partial("ix_deliveries_lost", "workspace_id", "seq", where=IS_LOST),
    partial("ix_deliveries_lease", "lease_until", where=IS_SENDING),
    # Never two of one conversation on their way at once.
    partial(
        "uq_deliveries_sending",
        "workspace_id",
        "conversation_id",
        where=IS_SENDING,
        is_unique=True,
    ),
    postgresql_with={"fillfactor": 70},
)

# The provider's names for what we sent; a long text is several messages there. No name is
# attached to two replies.
delivery_provider_ids = Table(
    "delivery_provider_ids",
    metadata,
    Column("inbox_id", Id, primary_key=True),
    Column("provider_id", Words, primary_key=True),
    Column("workspace_id", Id, nullable=False),
    Column("message_id", Id, nullable=False),
    refers("inbox_id", "inboxes"),
    ForeignKeyConstraint(
        ["workspace_id", "message_id"], ["deliveries.workspace_id", "deliveries.message_id"]
    ),
    sqlite_with_rowid=False,
)

attachments = Table(
    "attachments",
    metadata,
    workspace_column(),
    id_column(),
    Column("name", Words, nullable=False),
    Column("media_type", Words, nullable=False),
    Column("state", Text, nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("conversation_id", Id),
    Column("message_id", Id),
    Column("inbox_id", Id),
    Column("source", Json(MediaRef)),
    Column("byte_count", BigInteger, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("blob", Text, nullable=False),
    Column("thumbnail_blob", Text, nullable=False),
    Column("width", Integer),
    Column("height", Integer),
    Column("uploaded_by", Id),
    Column("attempts", Integer, nullable=False),
    Column("next_attempt_at", Instant),
    Column("reason", Words, nullable=False),
    refers("conversation_id", "conversations"),
    ForeignKeyConstraint(["workspace_id", "message_id"], ["messages.workspace_id", "messages.id"]),
    refers("inbox_id", "inboxes"),
    refers("uploaded_by", "agents"),
    one_of("state", AttachmentState),
    check("ready_is_here", "state <> 'ready' OR blob <> ''"),
    partial("ix_attachments_message_id", "message_id", where=HAS_MESSAGE),
    partial("ix_attachments_pending", "next_attempt_at", where=IS_PENDING),
)

# The newest message of each address that its contact shall see as read; told when it is not due.
read_marks = Table(
    "read_marks",
    metadata,
    workspace_column(),
    Column("inbox_id", Id, primary_key=True),
    Column("identity_id", Id, primary_key=True),
    Column("provider_id", Words, nullable=False),
    Column("due_at", Instant),
    Column("is_typing", Boolean, nullable=False),
    refers("inbox_id", "inboxes"),
    refers("identity_id", "identities"),
    partial("ix_read_marks_due", "due_at", where=IS_DUE),
)

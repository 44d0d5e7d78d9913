"""How far mailboxes were read."""

from sqlalchemy import BigInteger, Column, Table

from clew.storage.schema.parts import metadata, refers, workspace_column
from clew.storage.types import Id, Instant, Words

mailbox_readings = Table(
    "mailbox_readings",
    metadata,
    workspace_column(),
    Column("inbox_id", Id, primary_key=True),
    Column("validity", BigInteger, nullable=False),
    Column("uid", BigInteger, nullable=False),
    Column("began_at", Instant, nullable=False),
    Column("read_at", Instant),
    Column("failing_since", Instant),
    Column("reason", Words, nullable=False),
    # Who reads it, and until when they have to come back.
    Column("holder", Id),
    Column("held_until", Instant),
    refers("inbox_id", "inboxes"),
)

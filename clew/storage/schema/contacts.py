"""Contacts, their addresses, and their one conversation each."""

from sqlalchemy import Column, Index, Table, Text, UniqueConstraint

from clew.domain.contact import Assurance
from clew.storage.schema.parts import (
    id_column,
    in_workspace,
    metadata,
    one_of,
    refers,
    workspace_column,
)
from clew.storage.types import Id, Instant, Words

contacts = Table(
    "contacts",
    metadata,
    workspace_column(),
    id_column(),
    Column("name", Words, nullable=False),
    # Folded by `clew.storage.folding`, for finding people by their names.
    Column("name_key", Words, nullable=False),
    Column("created_at", Instant, nullable=False),
    in_workspace(),
    Index("ix_contacts_name_key", "workspace_id", "name_key"),
)

conversations = Table(
    "conversations",
    metadata,
    workspace_column(),
    id_column(),
    Column("contact_id", Id, nullable=False),
    Column("created_at", Instant, nullable=False),
    refers("contact_id", "contacts"),
    # One for life, over all channels.
    UniqueConstraint("workspace_id", "contact_id"),
    # Cases refer to both: a case's contact is its conversation's.
    UniqueConstraint("workspace_id", "id", "contact_id"),
)

identities = Table(
    "identities",
    metadata,
    workspace_column(),
    id_column(),
    Column("contact_id", Id, nullable=False),
    Column("channel", Text, nullable=False),
    Column("scope", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("address", Words, nullable=False),
    Column("display", Words, nullable=False),
    Column("assurance", Text, nullable=False),
    Column("created_at", Instant, nullable=False),
    refers("contact_id", "contacts"),
    UniqueConstraint("workspace_id", "scope", "address"),
    Index("ix_identities_contact_id", "workspace_id", "contact_id"),
    one_of("assurance", Assurance),
)

opt_outs = Table(
    "opt_outs",
    metadata,
    workspace_column(),
    Column("identity_id", Id, primary_key=True),
    Column("what", Words, nullable=False),
    Column("at", Instant, nullable=False),
    refers("identity_id", "identities"),
)

# When the contact last wrote to an inbox, by the provider's clock, and when the provider last
# said that its messaging window was closed.
last_inbound = Table(
    "last_inbound",
    metadata,
    workspace_column(),
    Column("conversation_id", Id, primary_key=True),
    Column("inbox_id", Id, primary_key=True),
    Column("at", Instant),
    Column("window_refused_at", Instant),
    refers("conversation_id", "conversations"),
    refers("inbox_id", "inboxes"),
    sqlite_with_rowid=False,
)

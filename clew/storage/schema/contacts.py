"""Contacts, their addresses, and their one conversation each.

A contact who was joined with another one stays as a row that says with whom: it has no
conversation, so that nothing can refer to it as to somebody who is there. What was theirs keeps
them as its `home_contact_id`, by which the two can be parted again.
"""

from sqlalchemy import Column, ForeignKeyConstraint, Index, Table, Text, UniqueConstraint

from clew.domain.contact import Assurance
from clew.domain.fields import ContactField
from clew.storage.schema.parts import (
    check,
    id_column,
    in_workspace,
    metadata,
    one_of,
    refers,
    workspace_column,
)
from clew.storage.types import Id, Instant, Json, Words

contacts = Table(
    "contacts",
    metadata,
    workspace_column(),
    id_column(),
    Column("name", Words, nullable=False),
    # Folded by `clew.storage.folding`, for finding people by their names.
    Column("name_key", Words, nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("fields", Json(tuple[ContactField, ...])),
    # With whom they were joined; that contact may have been joined with another one since.
    Column("merged_into_id", Id),
    in_workspace(),
    refers("merged_into_id", "contacts"),
    check("merged_elsewhere", "merged_into_id IS NULL OR merged_into_id <> id"),
    Index("ix_contacts_name_key", "workspace_id", "name_key"),
)

conversations = Table(
    "conversations",
    metadata,
    workspace_column(),
    id_column(),
    Column("contact_id", Id),
    Column("created_at", Instant, nullable=False),
    # The conversation that this one became a part of; then it is nobody's, and stays empty.
    Column("merged_into_id", Id),
    refers("contact_id", "contacts"),
    refers("merged_into_id", "conversations"),
    check("somebodys_or_merged", "(contact_id IS NULL) = (merged_into_id IS NOT NULL)"),
    check("merged_elsewhere", "merged_into_id IS NULL OR merged_into_id <> id"),
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
    # Whose it is when contacts who were joined are parted; NULL: the contact's own.
    Column("home_contact_id", Id),
    Column("channel", Text, nullable=False),
    Column("scope", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("address", Words, nullable=False),
    Column("display", Words, nullable=False),
    Column("assurance", Text, nullable=False),
    Column("created_at", Instant, nullable=False),
    # Since when nothing arrives there, by the word of the provider; all of them or none.
    Column("failed_at", Instant),
    Column("failure_code", Text),
    Column("failure_reason", Words),
    # Of somebody with a conversation: who was joined with another contact has none.
    ForeignKeyConstraint(
        ["workspace_id", "contact_id"],
        ["conversations.workspace_id", "conversations.contact_id"],
    ),
    UniqueConstraint("workspace_id", "scope", "address"),
    Index("ix_identities_contact_id", "workspace_id", "contact_id"),
    # Whoever has the same address on another channel may be the same person.
    Index("ix_identities_address", "workspace_id", "address"),
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

# When the contact last wrote from an address to an inbox and last read what we sent from there,
# by the provider's clock, and when the provider last said that its messaging window was closed:
# to providers a person of two numbers is two.
last_inbound = Table(
    "last_inbound",
    metadata,
    workspace_column(),
    Column("identity_id", Id, primary_key=True),
    Column("inbox_id", Id, primary_key=True),
    Column("at", Instant),
    Column("window_refused_at", Instant),
    Column("read_at", Instant),
    refers("identity_id", "identities"),
    refers("inbox_id", "inboxes"),
    sqlite_with_rowid=False,
)

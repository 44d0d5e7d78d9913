"""What is kept about contacts beside their words: which fields there are, consents, confirmations.

The values of fields are with the contact.
"""

from sqlalchemy import Boolean, Column, Index, LargeBinary, Table, Text, text

from clew.domain.consent import Purpose
from clew.domain.contact import Assurance
from clew.domain.fields import FieldKind
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
from clew.storage.types import Id, Instant, Json, Words

IS_UNUSED = text("used_at IS NULL")

field_kinds = Table(
    "field_kinds",
    metadata,
    Column("workspace_id", Id, primary_key=True),
    Column("kinds", Json(tuple[FieldKind, ...]), nullable=False),
    in_workspace(),
)

# Rows are only ever added: each is a word of the contact, and stays theirs when two are joined.
consents = Table(
    "consents",
    metadata,
    workspace_column(),
    id_column(),
    Column("contact_id", Id, nullable=False),
    Column("purpose", Text, nullable=False),
    Column("channel", Text, nullable=False),
    Column("is_given", Boolean, nullable=False),
    Column("how", Words, nullable=False),
    Column("at", Instant, nullable=False),
    Column("by_id", Id),
    Column("by_name", Words),
    refers("contact_id", "contacts"),
    one_of("purpose", Purpose),
    Index("ix_consents_contact_id", "workspace_id", "contact_id"),
)

confirmations = Table(
    "confirmations",
    metadata,
    workspace_column(),
    Column("identity_id", Id, primary_key=True),
    Column("was", Text, nullable=False),
    Column("how", Words, nullable=False),
    Column("at", Instant, nullable=False),
    Column("by_id", Id, nullable=False),
    Column("by_name", Words, nullable=False),
    refers("identity_id", "identities"),
    one_of("was", Assurance),
)

# How a contact confirms an address themselves; one row that was used stays, to say that they did.
confirmation_links = Table(
    "confirmation_links",
    metadata,
    Column("token_sha256", LargeBinary(32), primary_key=True),
    Column("workspace_id", Id, nullable=False),
    Column("identity_id", Id, nullable=False),
    Column("asked_by", Words, nullable=False),
    Column("expires_at", Instant, nullable=False),
    Column("used_at", Instant),
    refers("identity_id", "identities"),
    check("token", "length(token_sha256) = 32"),
    Index("ix_confirmation_links_identity_id", "workspace_id", "identity_id"),
    partial("ix_confirmation_links_unused", "expires_at", where=IS_UNUSED),
)

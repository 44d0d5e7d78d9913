"""Contacts, their addresses and conversations: rows and values, and single look-ups."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select

from clew.domain.contact import AddressFailure, Assurance, Contact, Conversation, Identity
from clew.domain.ids import ContactId, ConversationId, WorkspaceId
from clew.ports.store.reachability import Reachability
from clew.storage.cases import lock_named
from clew.storage.consents import consents_of
from clew.storage.engine import padded
from clew.storage.folding import fold
from clew.storage.redirects import live_contact, live_conversation
from clew.storage.schema import contacts, conversations, identities, last_inbound, opt_outs
from clew.storage.unit import Unit, Values

CONTACT = (contacts.c.id, contacts.c.workspace_id, contacts.c.name, contacts.c.created_at)
CONVERSATION = (
    conversations.c.id,
    conversations.c.workspace_id,
    conversations.c.contact_id,
    conversations.c.created_at,
)
IDENTITY = (
    identities.c.id,
    identities.c.workspace_id,
    identities.c.contact_id,
    identities.c.channel,
    identities.c.scope,
    identities.c.kind,
    identities.c.address,
    identities.c.display,
    identities.c.assurance,
    identities.c.created_at,
    identities.c.home_contact_id,
    identities.c.failed_at,
    identities.c.failure_code,
    identities.c.failure_reason,
)


def contact_from(row: Sequence[Any]) -> Contact:
    """Return the contact of a row of `CONTACT`."""
    return Contact(id=row[0], workspace_id=row[1], name=row[2], created_at=row[3])


def conversation_from(row: Sequence[Any]) -> Conversation:
    """Return the conversation of a row of `CONVERSATION`."""
    return Conversation(id=row[0], workspace_id=row[1], contact_id=row[2], created_at=row[3])


def identity_from(row: Sequence[Any]) -> Identity:
    """Return the identity of a row of `IDENTITY`."""
    return Identity(
        id=row[0],
        workspace_id=row[1],
        contact_id=row[2],
        channel=row[3],
        scope=row[4],
        kind=row[5],
        address=row[6],
        display=row[7],
        assurance=Assurance(row[8]),
        created_at=row[9],
        home_id=row[10],
        failure=AddressFailure(at=row[11], code=row[12], reason=row[13]) if row[11] else None,
    )


def contact_values(contact: Contact) -> Values:
    """Return the row of a contact."""
    return {
        "workspace_id": contact.workspace_id,
        "id": contact.id,
        "name": contact.name,
        "name_key": fold(contact.name),
        "created_at": contact.created_at,
    }


def conversation_values(conversation: Conversation) -> Values:
    """Return the row of a conversation."""
    return {
        "workspace_id": conversation.workspace_id,
        "id": conversation.id,
        "contact_id": conversation.contact_id,
        "created_at": conversation.created_at,
    }


def identity_values(identity: Identity) -> Values:
    """Return the row of an identity."""
    return {
        "workspace_id": identity.workspace_id,
        "id": identity.id,
        "contact_id": identity.contact_id,
        "channel": identity.channel,
        "scope": identity.scope,
        "kind": identity.kind,
        "address": identity.address,
        "display": identity.display,
        "assurance": identity.assurance.value,
        "created_at": identity.created_at,
        "home_contact_id": identity.home_id,
    }


async def contact(unit: Unit, workspace_id: WorkspaceId, contact_id: ContactId) -> Contact | None:
    """Return a contact, or whom they have become a part of."""
    live = await live_contact(unit, workspace_id, contact_id)
    row = await unit.first(
        select(*CONTACT).where(contacts.c.workspace_id == workspace_id, contacts.c.id == live)
    )
    return contact_from(row) if row else None


async def conversation(
    unit: Unit, workspace_id: WorkspaceId, conversation_id: ConversationId
) -> Conversation | None:
    """Return a conversation, locked, or the one that it has become a part of."""
    live = await lock_named(
        unit, workspace_id, lambda: live_conversation(unit, workspace_id, conversation_id)
    )
    if live is None:
        return None
    row = await unit.first(
        select(*CONVERSATION).where(
            conversations.c.workspace_id == workspace_id, conversations.c.id == live
        )
    )
    return conversation_from(row) if row else None


async def reachability(
    unit: Unit, workspace_id: WorkspaceId, conversation_id: ConversationId
) -> Reachability:
    """Return by which addresses the contact of a conversation can be reached."""
    live = await live_conversation(unit, workspace_id, conversation_id)
    contact_id = (
        select(conversations.c.contact_id)
        .where(conversations.c.workspace_id == workspace_id, conversations.c.id == live)
        .scalar_subquery()
    )
    addresses = await unit.all(
        select(*IDENTITY, opt_outs.c.what)
        .outerjoin(
            opt_outs,
            (opt_outs.c.workspace_id == identities.c.workspace_id)
            & (opt_outs.c.identity_id == identities.c.id),
        )
        .where(identities.c.workspace_id == workspace_id, identities.c.contact_id == contact_id)
        .order_by(identities.c.created_at.desc(), identities.c.id.desc())
    )
    heard = await unit.all(
        select(last_inbound).where(
            last_inbound.c.workspace_id == workspace_id,
            last_inbound.c.identity_id.in_(padded([row.id for row in addresses])),
        )
    )
    whose = {one for row in addresses for one in (row.contact_id, row.home_contact_id) if one}
    return Reachability(
        identities=[identity_from(row) for row in addresses],
        last_inbound={(row.identity_id, row.inbox_id): row.at for row in heard if row.at},
        window_refused={
            (row.identity_id, row.inbox_id): row.window_refused_at
            for row in heard
            if row.window_refused_at
        },
        last_read={(row.identity_id, row.inbox_id): row.read_at for row in heard if row.read_at},
        opted_out={row.id: row.what for row in addresses if row.what},
        consents=await consents_of(unit, workspace_id, whose),
    )

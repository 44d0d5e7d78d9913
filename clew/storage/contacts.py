"""Contacts, their addresses and conversations: rows and values, and single look-ups."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select

from clew.domain.contact import Assurance, Contact, Conversation, Identity
from clew.domain.ids import ContactId, ConversationId, WorkspaceId
from clew.ports.store.reachability import Reachability
from clew.storage.cases import lock_conversations
from clew.storage.folding import fold
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
    }


async def contact(unit: Unit, workspace_id: WorkspaceId, contact_id: ContactId) -> Contact | None:
    """Return a contact."""
    row = await unit.first(
        select(*CONTACT).where(contacts.c.workspace_id == workspace_id, contacts.c.id == contact_id)
    )
    return contact_from(row) if row else None


async def conversation(
    unit: Unit, workspace_id: WorkspaceId, conversation_id: ConversationId
) -> Conversation | None:
    """Return a conversation, locked."""
    await lock_conversations(unit, workspace_id, [conversation_id])
    row = await unit.first(
        select(*CONVERSATION).where(
            conversations.c.workspace_id == workspace_id, conversations.c.id == conversation_id
        )
    )
    return conversation_from(row) if row else None


async def reachability(
    unit: Unit, workspace_id: WorkspaceId, conversation_id: ConversationId
) -> Reachability:
    """Return by which addresses the contact of a conversation can be reached."""
    contact_id = (
        select(conversations.c.contact_id)
        .where(conversations.c.workspace_id == workspace_id, conversations.c.id == conversation_id)
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
        select(last_inbound.c.inbox_id, last_inbound.c.at, last_inbound.c.window_refused_at).where(
            last_inbound.c.workspace_id == workspace_id,
            last_inbound.c.conversation_id == conversation_id,
        )
    )
    return Reachability(
        identities=[identity_from(row) for row in addresses],
        last_inbound={row.inbox_id: row.at for row in heard if row.at},
        window_refused={
            row.inbox_id: row.window_refused_at for row in heard if row.window_refused_at
        },
        opted_out={row.id: row.what for row in addresses if row.what},
    )

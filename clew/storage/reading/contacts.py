"""Contacts: one with addresses and cases, or those whose name or address holds some text."""

import re
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, and_, or_, select, tuple_
from sqlalchemy.ext.asyncio import AsyncConnection

from clew.domain.ids import ContactId, ConversationId, WorkspaceId
from clew.ports.store.views import CaseView, ContactView, IdentityView, Named, Page
from clew.storage.folding import fold
from clew.storage.reading.cases import case_views, shown_cases
from clew.storage.reading.cursors import name_cursor, name_of
from clew.storage.schema import cases, contacts, conversations, identities
from clew.storage.types import clean

MAX_LIMIT = 200
MAX_TEXT = 200
# The panel shows the latest; older ones are found in the list of the contact's cases.
MAX_CASES = 100
MIN_DIGITS = 3
_PHONE = re.compile(r"[\d\s()+./-]+")
_NOT_DIGIT = re.compile(r"\D")


async def contact_view(
    connection: AsyncConnection,
    workspace_id: WorkspaceId,
    *,
    contact_id: ContactId | None = None,
    conversation_id: ConversationId | None = None,
) -> ContactView | None:
    """Return a contact by their own id or by that of their conversation."""
    joined = contacts.join(
        conversations,
        and_(
            conversations.c.workspace_id == contacts.c.workspace_id,
            conversations.c.contact_id == contacts.c.id,
        ),
    )
    wanted = (
        select(contacts, conversations.c.id.label("conversation_id"))
        .select_from(joined)
        .where(contacts.c.workspace_id == workspace_id)
    )
    if contact_id is not None:
        wanted = wanted.where(contacts.c.id == contact_id)
    if conversation_id is not None:
        wanted = wanted.where(conversations.c.id == conversation_id)
    row = (await connection.execute(wanted)).one_or_none()
    if row is None:
        return None
    return ContactView(
        id=row.id,
        name=row.name,
        conversation_id=row.conversation_id,
        created_at=row.created_at,
        identities=await _identities(connection, workspace_id, row.id),
        cases=await _cases(connection, workspace_id, row.conversation_id),
    )


async def _identities(
    connection: AsyncConnection, workspace_id: WorkspaceId, contact_id: UUID
) -> list[IdentityView]:
    wanted = (
        select(identities)
        .where(identities.c.workspace_id == workspace_id, identities.c.contact_id == contact_id)
        .order_by(identities.c.created_at, identities.c.id)
    )
    return [
        IdentityView(
            id=row.id,
            channel=row.channel,
            kind=row.kind,
            address=row.address,
            display=row.display,
            assurance=row.assurance,
        )
        for row in await connection.execute(wanted)
    ]


async def _cases(
    connection: AsyncConnection, workspace_id: WorkspaceId, conversation_id: UUID
) -> list[CaseView]:
    wanted = (
        shown_cases(None)
        .where(cases.c.workspace_id == workspace_id, cases.c.conversation_id == conversation_id)
        .order_by(cases.c.opened_at.desc(), cases.c.number.desc())
        .limit(MAX_CASES)
    )
    return await case_views(connection, wanted)


async def contact_page(
    connection: AsyncConnection,
    workspace_id: WorkspaceId,
    text: str,
    *,
    cursor: str | None,
    limit: int,
) -> Page[Named]:
    """Return contacts by name whose name or address holds `text`; of no text, all.

    Raises:
        InvalidInput: The cursor is not one of ours.
    """
    limit = max(1, min(limit, MAX_LIMIT))
    order = (contacts.c.name_key, contacts.c.id)
    wanted = select(contacts.c.id, contacts.c.name, contacts.c.name_key).where(
        contacts.c.workspace_id == workspace_id
    )
    if key := fold(clean(text.strip()[:MAX_TEXT])):
        wanted = wanted.where(_is_meant(workspace_id, key))
    if cursor:
        wanted = wanted.where(tuple_(*order) > name_of(cursor))
    found = list(await connection.execute(wanted.order_by(*order).limit(limit + 1)))
    items = [Named(id=row.id, name=row.name) for row in found[:limit]]
    last = found[limit - 1] if len(found) > limit else None
    return Page(items=items, next_cursor=name_cursor(last.name_key, last.id) if last else None)


def _is_meant(workspace_id: WorkspaceId, key: str) -> ColumnElement[bool]:
    addresses: list[ColumnElement[Any]] = [
        identities.c.address.contains(key, autoescape=True),
        identities.c.display.contains(key, autoescape=True),
    ]
    digits = _NOT_DIGIT.sub("", key)
    if len(digits) >= MIN_DIGITS and _PHONE.fullmatch(key):
        addresses.append(identities.c.address.contains(digits))
    addressed = select(identities.c.contact_id).where(
        identities.c.workspace_id == workspace_id, or_(*addresses)
    )
    return or_(contacts.c.name_key.contains(key, autoescape=True), contacts.c.id.in_(addressed))

"""Contacts: one with addresses and cases, or those whose name or address holds some text."""

import re
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, and_, or_, select, tuple_
from sqlalchemy.ext.asyncio import AsyncConnection

from clew.domain.ids import ContactId, ConversationId, WorkspaceId
from clew.domain.recognition import confidence_of
from clew.ports.store.contact_views import ContactView
from clew.ports.store.views import CaseView, Named, Page
from clew.storage.dossiers import kinds_of
from clew.storage.folding import fold
from clew.storage.reading.cases import case_views, shown_cases
from clew.storage.reading.claims import claims_of
from clew.storage.reading.cursors import name_cursor, name_of
from clew.storage.reading.merges import merges_of
from clew.storage.reading.recognition import (
    claim_views,
    field_views,
    identities_of,
    identity_view,
)
from clew.storage.redirects import live_contact, live_conversation
from clew.storage.schema import cases, contacts, conversations, identities
from clew.storage.types import clean
from clew.storage.unit import Unit

MAX_LIMIT = 200
MAX_TEXT = 200
# The panel shows the latest; older ones are found in the list of the contact's cases.
MAX_CASES = 100
MIN_DIGITS = 3
_PHONE = re.compile(r"[\d\s()+./-]+")
_NOT_DIGIT = re.compile(r"\D")


async def contact_view(
    unit: Unit,
    workspace_id: WorkspaceId,
    *,
    contact_id: ContactId | None = None,
    conversation_id: ConversationId | None = None,
) -> ContactView | None:
    """Return a contact by their own id or by that of their conversation.

    Of somebody who was joined with another contact, that one.
    """
    found = await _contact_view(unit, workspace_id, contact_id, conversation_id)
    if found is not None:
        return found
    if contact_id is not None:
        contact_id = await live_contact(unit, workspace_id, contact_id)
    if conversation_id is not None:
        conversation_id = await live_conversation(unit, workspace_id, conversation_id)
    if contact_id is None and conversation_id is None:
        return None
    return await _contact_view(unit, workspace_id, contact_id, conversation_id)


async def _contact_view(
    unit: Unit,
    workspace_id: WorkspaceId,
    contact_id: ContactId | None,
    conversation_id: ConversationId | None,
) -> ContactView | None:
    connection = unit.connection
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
    known = await identities_of(unit, workspace_id, row.id)
    own = [one for one, _ in known]
    claims = await claims_of(connection, workspace_id, own)
    sure = confidence_of([*own, *claims])
    return ContactView(
        id=row.id,
        name=row.name,
        conversation_id=row.conversation_id,
        created_at=row.created_at,
        identities=[identity_view(one, more) for one, more in known],
        cases=await _cases(connection, workspace_id, row.conversation_id),
        confidence=sure.value,
        fields=field_views(row.fields or (), await kinds_of(unit, workspace_id), sure),
        claims=claim_views(claims),
        merges=await merges_of(unit, workspace_id, row.id),
    )


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
        contacts.c.workspace_id == workspace_id, contacts.c.merged_into_id.is_(None)
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
    # Without what is dialled before a number: it is kept as +48…, however it is typed.
    digits = _NOT_DIGIT.sub("", key).lstrip("0")
    if len(digits) >= MIN_DIGITS and _PHONE.fullmatch(key):
        addresses.append(identities.c.address.contains(digits))
    addressed = select(identities.c.contact_id).where(
        identities.c.workspace_id == workspace_id, or_(*addresses)
    )
    return or_(contacts.c.name_key.contains(key, autoescape=True), contacts.c.id.in_(addressed))

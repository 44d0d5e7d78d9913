"""Rows that change hands: a whole conversation, some of its cases, or some messages of a case.

The log is read by conversation, so its entries follow what they are about; nothing else of
them ever changes, and their numbers, which are the order of the time line, least of all. What is
found through it needs no index of its own on messages, notes, deliveries or files.
"""

from collections.abc import Collection, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Table, TextClause, or_, select, update

from clew.domain.ids import CaseId, ContactId, ConversationId, WorkspaceId
from clew.ports.store.kinds import MESSAGE, NOTE
from clew.storage.engine import padded
from clew.storage.schema import (
    attachments,
    cases,
    deliveries,
    identities,
    log,
    messages,
    notes,
    stars,
)
from clew.storage.schema.log import IS_SHOWN
from clew.storage.schema.messages import HAS_MESSAGE
from clew.storage.unit import Unit

AT_ONCE = 500


async def move_all(
    unit: Unit,
    workspace_id: WorkspaceId,
    source: ConversationId,
    target: ConversationId,
) -> None:
    """Put everything that was said in one conversation into another one."""
    await _move(unit, workspace_id, _entries(workspace_id, source), target)


async def move_cases(
    unit: Unit,
    workspace_id: WorkspaceId,
    source: ConversationId,
    target: ConversationId,
    *,
    case_ids: Collection[CaseId],
    contact_ids: Collection[ContactId],
) -> None:
    """Put what was said in some cases into another conversation, and what tells of contacts.

    Entries without a case, such as that somebody opted out, name a contact.
    """
    entries = _entries(workspace_id, source)
    for some in _parts(case_ids):
        await _move(unit, workspace_id, [*entries, log.c.case_id.in_(padded(some))], target)
    await _move(
        unit,
        workspace_id,
        [*entries, log.c.case_id.is_(None), log.c.contact_id.in_(padded(contact_ids))],
        target,
    )


async def move_messages(
    unit: Unit,
    workspace_id: WorkspaceId,
    message_ids: Sequence[UUID],
    case_id: CaseId,
    target: ConversationId,
) -> None:
    """Put messages, and what the log shows of them, into another case."""
    place = {"conversation_id": target, "case_id": case_id}
    for some in _parts(message_ids):
        ids = padded(some)
        old = (
            select(messages.c.conversation_id)
            .where(messages.c.workspace_id == workspace_id, messages.c.id == some[0])
            .scalar_subquery()
        )
        source = (await unit.connection.execute(select(old))).scalar_one()
        await _set(
            unit,
            log,
            place,
            *_entries(workspace_id, source),
            log.c.message_id.in_(ids),
        )
        here = (messages.c.workspace_id == workspace_id, messages.c.id.in_(ids))
        await _set(unit, messages, place, *here)
        await _set(
            unit,
            deliveries,
            # What they would bring back to the case that they were written in.
            {**place, **dict.fromkeys(("answered", "kept", "promised", "undo"))},
            deliveries.c.workspace_id == workspace_id,
            deliveries.c.message_id.in_(ids),
        )
        await _set(
            unit,
            stars,
            {"case_id": case_id},
            stars.c.workspace_id == workspace_id,
            stars.c.subject_id.in_(ids),
        )
        await _set(
            unit,
            attachments,
            {"conversation_id": target},
            HAS_MESSAGE,
            attachments.c.message_id.in_(ids),
        )


async def give_cases(
    unit: Unit,
    workspace_id: WorkspaceId,
    case_ids: Collection[CaseId],
    contact_id: ContactId,
    conversation_id: ConversationId,
) -> None:
    """Let cases be a contact's, in their conversation."""
    place = {"contact_id": contact_id, "conversation_id": conversation_id}
    for some in _parts(case_ids):
        await _set(
            unit,
            cases,
            place,
            cases.c.workspace_id == workspace_id,
            cases.c.id.in_(padded(some)),
        )


async def give_identities(
    unit: Unit, workspace_id: WorkspaceId, homes: Collection[ContactId], to: ContactId
) -> None:
    """Let the addresses of some homes be a contact's; their own have no other home."""
    theirs = (
        identities.c.workspace_id == workspace_id,
        or_(
            identities.c.home_contact_id.in_(padded(homes)),
            identities.c.contact_id.in_(padded(homes)),
        ),
    )
    await _set(unit, identities, {"contact_id": to}, *theirs)


async def _move(
    unit: Unit,
    workspace_id: WorkspaceId,
    entries: Sequence[ColumnElement[bool] | TextClause],
    target: ConversationId,
) -> None:
    place = {"conversation_id": target}
    said = select(log.c.message_id).where(*entries, log.c.kind == MESSAGE)
    noted = select(log.c.note_id).where(*entries, log.c.kind == NOTE)
    await _set(
        unit,
        messages,
        place,
        messages.c.workspace_id == workspace_id,
        messages.c.id.in_(said),
    )
    await _set(
        unit,
        deliveries,
        place,
        deliveries.c.workspace_id == workspace_id,
        deliveries.c.message_id.in_(said),
    )
    await _set(unit, attachments, place, HAS_MESSAGE, attachments.c.message_id.in_(said))
    await _set(unit, notes, place, notes.c.workspace_id == workspace_id, notes.c.id.in_(noted))
    await _set(unit, log, place, *entries)


async def _set(
    unit: Unit, table: Table, values: dict[str, Any], *which: ColumnElement[bool] | TextClause
) -> None:
    await unit.connection.execute(update(table).where(*which).values(values))


def _entries(
    workspace_id: WorkspaceId, source: ConversationId
) -> list[ColumnElement[bool] | TextClause]:
    return [
        log.c.workspace_id == workspace_id,
        log.c.conversation_id == source,
        IS_SHOWN,
        # Always true, and SQLite takes the index of the timeline for it.
        log.c.seq > 0,
    ]


def _parts(ids: Collection[Any]) -> list[list[Any]]:
    listed = list(ids)
    return [listed[start : start + AT_ONCE] for start in range(0, len(listed), AT_ONCE)]

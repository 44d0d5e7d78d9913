"""Two who were joined are two again: each has what they had, and what came by their address."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import select, update

from clew.domain.fields import ContactField, parted
from clew.domain.ids import CaseId, ContactId, ConversationId, WorkspaceId
from clew.domain.merging import Merge, Party
from clew.domain.message import Author
from clew.storage.folding import fold
from clew.storage.joining.moving import give_cases, give_identities, move_cases
from clew.storage.redirects import members
from clew.storage.schema import (
    cases,
    contacts,
    conversations,
    identities,
    merges,
)
from clew.storage.unit import Unit


async def part(
    unit: Unit,
    merge: Merge,
    root: Party,
    leaving: frozenset[ContactId],
    case_ids: Collection[CaseId],
    *,
    by: Author | None,
    at: datetime,
) -> None:
    """Give a contact back what is theirs; divided cases are dealt with afterwards.

    `root` is who they are a part of now: those they were joined with may have been joined on.
    The order is that of the foreign keys.
    """
    here, back = merge.workspace_id, merge.merged_conversation_id
    await _undo(unit, merge, by, at)
    await _stand_alone(unit, merge)
    await move_cases(unit, here, root.conversation.id, back, case_ids=case_ids, contact_ids=leaving)
    await give_cases(unit, here, case_ids, merge.merged_id, back)
    await give_identities(unit, here, sorted(leaving), merge.merged_id)
    await _forget_homes(unit, here, merge.merged_id, back)
    if await members(unit, here, root.contact.id) == {root.contact.id}:
        await _forget_homes(unit, here, root.contact.id, root.conversation.id)
    await _describe(unit, merge, root)


async def _undo(unit: Unit, merge: Merge, by: Author | None, at: datetime) -> None:
    """Write down that the two were parted."""
    await unit.connection.execute(
        update(merges)
        .where(merges.c.workspace_id == merge.workspace_id, merges.c.id == merge.id)
        .values(
            undone_at=at,
            undone_by_id=by.id if by else None,
            undone_by_name=by.name if by else None,
        )
    )


async def _stand_alone(unit: Unit, merge: Merge) -> None:
    await unit.connection.execute(
        update(contacts)
        .where(contacts.c.workspace_id == merge.workspace_id, contacts.c.id == merge.merged_id)
        .values(merged_into_id=None)
    )
    await unit.connection.execute(
        update(conversations)
        .where(
            conversations.c.workspace_id == merge.workspace_id,
            conversations.c.id == merge.merged_conversation_id,
        )
        .values(contact_id=merge.merged_id, merged_into_id=None)
    )


async def _forget_homes(
    unit: Unit, here: WorkspaceId, contact_id: ContactId, conversation_id: ConversationId
) -> None:
    """Let what is a contact's own say so by naming no home, as before anybody was joined."""
    await unit.connection.execute(
        update(identities)
        .where(
            identities.c.workspace_id == here,
            identities.c.contact_id == contact_id,
            identities.c.home_contact_id == contact_id,
        )
        .values(home_contact_id=None)
    )
    await unit.connection.execute(
        update(cases)
        .where(
            cases.c.workspace_id == here,
            cases.c.conversation_id == conversation_id,
            cases.c.home_contact_id == contact_id,
        )
        .values(home_contact_id=None)
    )


async def _describe(unit: Unit, merge: Merge, root: Party) -> None:
    """Take the other's name and fields from those who had them from the other."""
    here = merge.workspace_id
    theirs = await _description(unit, here, merge.merged_id)
    for one in {merge.kept_id, root.contact.id}:
        name, fields = await _description(unit, here, one)
        before = merge.before
        if one == merge.kept_id and name == before.joined_name:
            name = before.name
        kept = parted(fields, before.fields, theirs[1])
        await unit.connection.execute(
            update(contacts)
            .where(contacts.c.workspace_id == here, contacts.c.id == one)
            .values(name=name, name_key=fold(name), fields=kept or None)
        )


async def _description(
    unit: Unit, here: WorkspaceId, one: ContactId
) -> tuple[str, tuple[ContactField, ...]]:
    row = await unit.first(
        select(contacts.c.name, contacts.c.fields).where(
            contacts.c.workspace_id == here, contacts.c.id == one
        )
    )
    assert row is not None, "contacts are never deleted here"  # noqa: S101 - a foreign key
    return row[0], row[1] or ()

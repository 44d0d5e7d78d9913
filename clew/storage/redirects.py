"""Where a contact or a conversation is now that was joined with another one."""

from uuid import UUID

from sqlalchemy import Table, bindparam, select

from clew.domain.ids import ContactId, ConversationId, WorkspaceId
from clew.storage.schema import contacts, conversations, merges
from clew.storage.schema.recognition import IS_ACTIVE
from clew.storage.unit import Unit

# More than anybody is ever joined; it ends the search should rows ever lead round in a circle.
MOST_STEPS = 1_000


async def live_contact(
    unit: Unit, workspace_id: WorkspaceId, contact_id: ContactId
) -> ContactId | None:
    """Return who a contact is, or has become a part of."""
    found = await _live(unit, contacts, workspace_id, contact_id)
    return ContactId(found) if found else None


async def live_conversation(
    unit: Unit, workspace_id: WorkspaceId, conversation_id: ConversationId
) -> ConversationId | None:
    """Return which conversation a conversation is, or has become a part of."""
    found = await _live(unit, conversations, workspace_id, conversation_id)
    return ConversationId(found) if found else None


async def members(
    unit: Unit, workspace_id: WorkspaceId, contact_id: ContactId
) -> frozenset[ContactId]:
    """Return a contact and everybody who is a part of them now."""
    found, newest = {contact_id}, [contact_id]
    while newest:
        rows = await unit.all(
            select(merges.c.merged_id).where(
                merges.c.workspace_id == workspace_id, merges.c.kept_id.in_(newest), IS_ACTIVE
            )
        )
        newest = [row[0] for row in rows if row[0] not in found]
        found.update(newest)
    return frozenset(found)


async def _live(unit: Unit, table: Table, workspace_id: WorkspaceId, one: UUID) -> UUID | None:
    query = select(table.c.merged_into_id).where(
        table.c.workspace_id == bindparam("here"), table.c.id == bindparam("which")
    )
    for _ in range(MOST_STEPS):
        row = await unit.first(query, {"here": workspace_id, "which": one})
        if row is None:
            return None
        if row[0] is None:
            return one
        one = row[0]
    return None

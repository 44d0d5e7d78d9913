"""Two contacts become one: every row of one of them becomes the other's."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import bindparam, insert, select, update

from clew.domain.fields import ContactField
from clew.domain.ids import CaseId, ContactId, WorkspaceId
from clew.domain.merging import Merge
from clew.storage.folding import fold
from clew.storage.joining.moving import give_cases, give_identities, move_all
from clew.storage.schema import cases, contacts, conversations, identities, merges
from clew.storage.unit import Many, Unit, Values

_SETTLE_HOMES = Many(
    update(cases)
    .where(cases.c.workspace_id == bindparam("here"), cases.c.id == bindparam("which"))
    .values(home_contact_id=bindparam("to_home"))
)


async def settle_homes(
    unit: Unit, workspace_id: WorkspaceId, homes: Mapping[CaseId, ContactId]
) -> None:
    """Write down whose cases are that did not say so."""
    rows = [
        {"here": workspace_id, "which": case_id, "to_home": home} for case_id, home in homes.items()
    ]
    await unit.run(_SETTLE_HOMES, rows)


async def merge(unit: Unit, done: Merge, fields: Sequence[ContactField]) -> list[CaseId]:
    """Let everything of one contact be another's; return the cases that changed hands.

    The order is that of the foreign keys: a conversation stops being somebody's when nothing
    refers to it as theirs any more.
    """
    here, kept, merged = done.workspace_id, done.kept_id, done.merged_id
    await _keep_homes(unit, done)
    moving = await unit.all(
        select(cases.c.id)
        .where(cases.c.workspace_id == here, cases.c.conversation_id == done.merged_conversation_id)
        .order_by(cases.c.number)
    )
    case_ids = [CaseId(row[0]) for row in moving]
    await move_all(unit, here, done.merged_conversation_id, done.kept_conversation_id)
    await give_cases(unit, here, case_ids, kept, done.kept_conversation_id)
    await give_identities(unit, here, [merged], kept)
    await _redirect(unit, done)
    await _describe(unit, done, fields)
    await unit.connection.execute(insert(merges).values(values_of(done)))
    return case_ids


def values_of(done: Merge) -> Values:
    """Return the row of a merge."""
    fields = ("id", "workspace_id", "kept_id", "merged_id", "reason", "rule", "at", "seq", "before")
    return {
        **{name: getattr(done, name) for name in fields},
        "kept_conversation_id": done.kept_conversation_id,
        "merged_conversation_id": done.merged_conversation_id,
        "by_kind": done.by.kind.value if done.by else None,
        "by_id": done.by.id if done.by else None,
        "by_name": done.by.name if done.by else None,
    }


async def _keep_homes(unit: Unit, done: Merge) -> None:
    """Let what is somebody's own name them as its home, before it is hard to tell."""
    tables: tuple[Any, ...] = (identities, cases)
    for table in tables:
        for one in (done.merged_id, done.kept_id):
            await unit.connection.execute(
                update(table)
                .where(
                    table.c.workspace_id == done.workspace_id,
                    _is_of(table, one, done),
                    table.c.home_contact_id.is_(None),
                )
                .values(home_contact_id=one)
            )


def _is_of(table: Any, one: ContactId, done: Merge) -> Any:
    if table is identities:
        return identities.c.contact_id == one
    is_kept = one == done.kept_id
    # Cases are found by their conversation.
    mine = done.kept_conversation_id if is_kept else done.merged_conversation_id
    return cases.c.conversation_id == mine


async def _redirect(unit: Unit, done: Merge) -> None:
    await unit.connection.execute(
        update(conversations)
        .where(
            conversations.c.workspace_id == done.workspace_id,
            conversations.c.id == done.merged_conversation_id,
        )
        .values(contact_id=None, merged_into_id=done.kept_conversation_id)
    )
    await unit.connection.execute(
        update(contacts)
        .where(contacts.c.workspace_id == done.workspace_id, contacts.c.id == done.merged_id)
        .values(merged_into_id=done.kept_id)
    )


async def _describe(unit: Unit, done: Merge, fields: Sequence[ContactField]) -> None:
    name = done.before.joined_name
    await unit.connection.execute(
        update(contacts)
        .where(contacts.c.workspace_id == done.workspace_id, contacts.c.id == done.kept_id)
        .values(name=name, name_key=fold(name), fields=tuple(fields) or None)
    )

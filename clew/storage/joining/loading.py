"""What is known of contacts who are joined or parted, read under the locks of conversations."""

from collections.abc import Sequence

from sqlalchemy import and_, func, select, text

from clew.domain.contact import Identity
from clew.domain.ids import CaseId, ContactId, ConversationId, IdentityId, MergeId, WorkspaceId
from clew.domain.merging import Merge, Party, Spoken
from clew.domain.message import Author, AuthorKind, Direction
from clew.ports.store.joining import Strand
from clew.ports.store.kinds import MESSAGE
from clew.storage.cases import lock_conversations
from clew.storage.contacts import (
    CONTACT,
    CONVERSATION,
    IDENTITY,
    contact_from,
    conversation_from,
    identity_from,
)
from clew.storage.engine import AnyRow, AnySelect
from clew.storage.redirects import live_contact
from clew.storage.schema import (
    cases,
    contacts,
    conversations,
    deliveries,
    identities,
    log,
    merges,
    messages,
    workspaces,
)
from clew.storage.schema.log import IS_SHOWN
from clew.storage.unit import Unit


async def parties(
    unit: Unit, workspace_id: WorkspaceId, ids: Sequence[ContactId]
) -> dict[ContactId, Party]:
    """Return contacts by the ids they were asked for, their conversations locked.

    Whoever waited for a lock may find that somebody was joined meanwhile, and looks again.
    """
    found = await _parties(unit, workspace_id, ids)
    while unit.engine.has_row_locks:
        wanted = {party.conversation.id for party in found.values()}
        # What is locked is let go where it is not meant any more, as in `lock_named`.
        async with unit.connection.begin_nested() as savepoint:
            await lock_conversations(unit, workspace_id, wanted)
            found = await _parties(unit, workspace_id, ids)
            if {party.conversation.id for party in found.values()} == wanted:
                return found
            await savepoint.rollback()
    return found


async def _parties(
    unit: Unit, workspace_id: WorkspaceId, ids: Sequence[ContactId]
) -> dict[ContactId, Party]:
    found: dict[ContactId, Party] = {}
    for one in ids:
        live = await live_contact(unit, workspace_id, one)
        party = await _party(unit, workspace_id, live) if live else None
        if party is not None:
            found[one] = party
    return found


async def _party(unit: Unit, workspace_id: WorkspaceId, contact_id: ContactId) -> Party | None:
    row = await unit.first(
        select(*CONTACT, contacts.c.fields, *CONVERSATION)
        .join(
            conversations,
            and_(
                conversations.c.workspace_id == contacts.c.workspace_id,
                conversations.c.contact_id == contacts.c.id,
            ),
        )
        .where(contacts.c.workspace_id == workspace_id, contacts.c.id == contact_id)
    )
    if row is None:
        return None
    addresses = await unit.all(
        select(*IDENTITY)
        .where(identities.c.workspace_id == workspace_id, identities.c.contact_id == contact_id)
        .order_by(identities.c.created_at, identities.c.id)
    )
    return Party(
        contact=contact_from(row),
        fields=row[len(CONTACT)] or (),
        conversation=conversation_from(row[len(CONTACT) + 1 :]),
        identities=tuple(identity_from(one) for one in addresses),
    )


async def identity(
    unit: Unit, workspace_id: WorkspaceId, identity_id: IdentityId
) -> Identity | None:
    """Return one address."""
    row = await unit.first(
        select(*IDENTITY).where(
            identities.c.workspace_id == workspace_id, identities.c.id == identity_id
        )
    )
    return identity_from(row) if row else None


async def are_both_sending(
    unit: Unit, workspace_id: WorkspaceId, ids: Sequence[ConversationId]
) -> bool:
    """Say whether more than one of these conversations has a message on its way."""
    row = await unit.first(
        select(func.count(deliveries.c.message_id)).where(
            deliveries.c.workspace_id == workspace_id,
            deliveries.c.conversation_id.in_(ids),
            text("deliveries.state = 'sending'"),
        )
    )
    return row is not None and row[0] > 1


async def seq(unit: Unit, workspace_id: WorkspaceId) -> int:
    """Return the last number of the log."""
    row = await unit.first(select(workspaces.c.seq).where(workspaces.c.id == workspace_id))
    return int(row[0]) if row else 0


async def merge_by_id(unit: Unit, workspace_id: WorkspaceId, merge_id: MergeId) -> Merge | None:
    """Return a merge."""
    row = await unit.first(
        select(merges).where(merges.c.workspace_id == workspace_id, merges.c.id == merge_id)
    )
    return merge_from(row) if row else None


def merge_from(row: AnyRow) -> Merge:
    """Return the merge of a row."""
    by = (
        Author(kind=AuthorKind(row.by_kind), id=row.by_id, name=row.by_name or "")
        if row.by_kind
        else None
    )
    return Merge(
        id=row.id,
        workspace_id=row.workspace_id,
        kept_id=row.kept_id,
        merged_id=row.merged_id,
        kept_conversation_id=row.kept_conversation_id,
        merged_conversation_id=row.merged_conversation_id,
        reason=row.reason,
        rule=row.rule,
        at=row.at,
        by=by,
        seq=row.seq,
        before=row.before,
        undone_at=row.undone_at,
    )


async def strand(
    unit: Unit, workspace_id: WorkspaceId, conversation_id: ConversationId, after: int
) -> Strand:
    """Return a conversation as it is divided, with what was said after a number."""
    of_case = await unit.all(
        select(cases.c.id, cases.c.home_contact_id).where(
            cases.c.workspace_id == workspace_id, cases.c.conversation_id == conversation_id
        )
    )
    said = await unit.all(_said(workspace_id, conversation_id, after))
    return Strand(
        cases={CaseId(row[0]): row[1] for row in of_case},
        spoken=[
            Spoken(
                message_id=row[0],
                case_id=row[1],
                home=row[3],
                has_address=row[2] is not None,
                is_inbound=row[4] == Direction.IN.value,
                at=row[5],
            )
            for row in said
        ],
    )


def _said(workspace_id: WorkspaceId, conversation_id: ConversationId, after: int) -> AnySelect:
    return (
        select(
            messages.c.id,
            messages.c.case_id,
            messages.c.identity_id,
            identities.c.home_contact_id,
            messages.c.direction,
            messages.c.at,
        )
        .select_from(log)
        .join(
            messages,
            and_(messages.c.workspace_id == log.c.workspace_id, messages.c.id == log.c.message_id),
        )
        .outerjoin(
            identities,
            and_(
                identities.c.workspace_id == messages.c.workspace_id,
                identities.c.id == messages.c.identity_id,
            ),
        )
        .where(
            log.c.workspace_id == workspace_id,
            log.c.conversation_id == conversation_id,
            log.c.kind == MESSAGE,
            IS_SHOWN,
            log.c.seq > after,
        )
        .order_by(log.c.seq)
    )

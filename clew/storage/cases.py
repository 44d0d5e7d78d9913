"""Cases: how a row is made of one, and one of a row, and how those to be changed are loaded.

A case's conversation is locked before the case is read. Where the query that finds cases locks
as well, they are read again afterwards: what it saw may be older than the lock.
"""

from collections.abc import Awaitable, Callable, Collection, Iterable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import and_, bindparam, func, literal_column, or_, select
from sqlalchemy.sql.elements import ColumnElement

from clew.domain.case import Case
from clew.domain.ids import AgentId, CaseId, ConversationId, TeamId, WorkspaceId
from clew.domain.moves import Holder, next_action_at, rearm
from clew.domain.people import Availability
from clew.storage.engine import AnyRow, AnySelect, padded
from clew.storage.schema import agents, cases, conversations
from clew.storage.schema.cases import IS_OPEN
from clew.storage.unit import Unit, Values

COLUMNS = (
    cases.c.id,
    cases.c.workspace_id,
    cases.c.conversation_id,
    cases.c.contact_id,
    cases.c.number,
    cases.c.subject,
    cases.c.facts,
    cases.c.revision,
    cases.c.previous_case_id,
)

_HERE = cases.c.workspace_id == bindparam("workspace_id")
_older = cases.alias("older")
_LATEST_RESOLVED = (
    select(func.max(_older.c.resolved_at))
    .where(
        _older.c.workspace_id == cases.c.workspace_id,
        _older.c.conversation_id == cases.c.conversation_id,
    )
    .correlate(cases)
    .scalar_subquery()
)

# An overdue case is offered to the team beside its owner; it is not given away over their head.
_IS_TO_GIVE = or_(
    cases.c.next_level == literal_column("0"),
    cases.c.owner_id.is_(None),
    ~select(agents.c.id)
    .where(
        agents.c.workspace_id == cases.c.workspace_id,
        agents.c.id == cases.c.owner_id,
        agents.c.availability == Availability.AVAILABLE.value,
        ~agents.c.is_disabled,
    )
    .exists(),
)

BY_ID = select(*COLUMNS).where(_HERE, cases.c.id.in_(bindparam("ids", expanding=True)))
# Sorted here and not there: SQLite would walk all cases by their numbers to save the sorting.
BY_CONVERSATION = select(*COLUMNS).where(
    _HERE,
    cases.c.conversation_id.in_(bindparam("ids", expanding=True)),
    or_(IS_OPEN, cases.c.resolved_at == _LATEST_RESOLVED),
)
BY_OWNER = select(cases.c.workspace_id, cases.c.conversation_id, cases.c.id).where(
    _HERE, cases.c.owner_id == bindparam("owner_id"), IS_OPEN
)
LOADS = (
    select(cases.c.next_holder_id, func.count())
    .where(_HERE, cases.c.next_holder == Holder.AGENT.value, IS_OPEN)
    .group_by(cases.c.next_holder_id)
)


def case_from(row: AnyRow) -> Case:
    """Return the case of a row of `COLUMNS`; its moves follow from its facts."""
    facts = row[6]
    return Case(
        id=row[0],
        workspace_id=row[1],
        conversation_id=row[2],
        contact_id=row[3],
        number=row[4],
        subject=row[5],
        facts=facts,
        moves=rearm(facts),
        revision=row[7],
        previous_case_id=row[8],
    )


def values_of(case: Case) -> Values:
    """Return the columns of a case that follow from what it is: all but the recorder's own."""
    facts, move = case.facts, case.next_move
    return {
        "workspace_id": case.workspace_id,
        "id": case.id,
        "conversation_id": case.conversation_id,
        "contact_id": case.contact_id,
        "number": case.number,
        "subject": case.subject,
        "revision": case.revision,
        "previous_case_id": case.previous_case_id,
        "status": facts.status.value,
        "opened_at": facts.opened_at,
        "team_id": facts.team_id,
        "owner_id": facts.owner_id,
        "answer_due_at": facts.answer.due_at if facts.answer else None,
        "promise_due_at": facts.promise.due_at if facts.promise else None,
        "park_wake_at": facts.park.wake_at if facts.park else None,
        "park_reason": facts.park.reason if facts.park else None,
        "open_consults": len(facts.consults),
        "outcome": facts.resolution.outcome.value if facts.resolution else None,
        "resolved_at": facts.resolution.at if facts.resolution else None,
        "facts": facts,
        "next_holder": move.holder.value if move else None,
        "next_holder_id": move.holder_id if move else None,
        "next_kind": move.kind.value if move else None,
        "next_opened_at": move.opened_at if move else None,
        "next_due_at": move.due_at if move else None,
        "next_level": move.level if move else None,
        "next_action_at": next_action_at(case.moves),
    }


async def lock_conversations(unit: Unit, workspace_id: WorkspaceId, ids: Iterable[UUID]) -> None:
    """Lock conversations in the order of their ids, as everybody does."""
    wanted = sorted(set(ids))
    if not unit.engine.has_row_locks or not wanted:
        return
    query = (
        select(conversations.c.id)
        .where(conversations.c.workspace_id == workspace_id, conversations.c.id.in_(padded(wanted)))
        .order_by(conversations.c.id)
    )
    await unit.all(unit.engine.lock(query))


async def lock_named(
    unit: Unit, workspace_id: WorkspaceId, name: Callable[[], Awaitable[UUID | None]]
) -> UUID | None:
    """Lock the conversation that `name` finds, and return it.

    Whoever waited for the lock may find that contacts were joined or parted meanwhile, and that
    another conversation is meant. Then this one is let go before that one is locked: two who
    hold one and want the other would wait for each other.
    """
    while True:
        one = await name()
        if one is None or not unit.engine.has_row_locks:
            return one
        async with unit.connection.begin_nested() as savepoint:
            await lock_conversations(unit, workspace_id, [one])
            if await name() == one:
                return one
            await savepoint.rollback()


async def case(unit: Unit, workspace_id: WorkspaceId, case_id: CaseId) -> Case | None:
    """Return a case, its conversation locked."""

    async def conversation_id() -> UUID | None:
        row = await unit.first(
            select(cases.c.conversation_id).where(
                cases.c.workspace_id == workspace_id, cases.c.id == case_id
            )
        )
        return row[0] if row else None

    if unit.engine.has_row_locks and await lock_named(unit, workspace_id, conversation_id) is None:
        return None
    found = await by_id(unit, workspace_id, [case_id])
    return found[0] if found else None


async def by_id(unit: Unit, workspace_id: WorkspaceId, ids: Sequence[UUID]) -> list[Case]:
    """Return cases by id, in that order."""
    if not ids:
        return []
    rows = await unit.all(BY_ID, {"workspace_id": workspace_id, "ids": padded(ids)})
    found = {row[0]: case_from(row) for row in rows}
    return [found[case_id] for case_id in ids if case_id in found]


async def by_conversation(
    unit: Unit, workspace_id: WorkspaceId, ids: Sequence[ConversationId]
) -> list[Case]:
    """Return, per conversation, the open cases and the latest resolved one."""
    if not ids:
        return []
    rows = await unit.all(BY_CONVERSATION, {"workspace_id": workspace_id, "ids": padded(ids)})
    return sorted((case_from(row) for row in rows), key=lambda one: one.number)


async def of_conversation(
    unit: Unit, workspace_id: WorkspaceId, conversation_id: ConversationId
) -> list[Case]:
    """Return the open cases and the latest resolved one, the conversation locked."""
    await lock_conversations(unit, workspace_id, [conversation_id])
    return await by_conversation(unit, workspace_id, [conversation_id])


async def due(unit: Unit, now: datetime, limit: int) -> list[Case]:
    """Return cases whose next action is due, the longest due first; locked, skipping."""
    query = _keys(cases.c.next_action_at <= now, cases.c.next_action_at).limit(limit)
    found = await _locked(unit, query)
    return [one for one in found if (at := next_action_at(one.moves)) is not None and at <= now]


async def queued(
    unit: Unit, workspace_id: WorkspaceId, limit: int, team_ids: Collection[TeamId] | None = None
) -> list[Case]:
    """Return open cases that team queues hold, the next deadline first; locked, skipping."""
    is_queued = and_(
        cases.c.workspace_id == workspace_id, cases.c.next_holder == Holder.TEAM.value, _IS_TO_GIVE
    )
    if team_ids is not None:
        is_queued = and_(is_queued, cases.c.next_holder_id.in_(padded(team_ids)))
    # As a value of no index, or SQLite would walk all open cases in the order of their deadlines.
    due_at = func.coalesce(cases.c.next_due_at, cases.c.next_due_at)
    found = await _locked(unit, _keys(is_queued, due_at).limit(limit))
    return [one for one in found if one.next_move and one.next_move.holder is Holder.TEAM]


async def owned_by(unit: Unit, workspace_id: WorkspaceId, agent_id: AgentId) -> list[Case]:
    """Return the open cases of an owner, locked."""
    locked: set[UUID] = set()
    while True:
        rows = await unit.all(BY_OWNER, {"workspace_id": workspace_id, "owner_id": agent_id})
        wanted = {row.conversation_id for row in rows}
        if wanted <= locked or not unit.engine.has_row_locks:
            break
        await lock_conversations(unit, workspace_id, wanted)
        locked |= wanted
    found = await by_id(unit, workspace_id, [row.id for row in rows])
    return [one for one in found if one.is_open and one.facts.owner_id == agent_id]


async def loads(unit: Unit, workspace_id: WorkspaceId) -> dict[AgentId, int]:
    """Return how many open cases have their next move with each agent."""
    rows = await unit.all(LOADS, {"workspace_id": workspace_id})
    return {AgentId(agent_id): count for agent_id, count in rows}


def _keys(condition: ColumnElement[bool], order: ColumnElement[Any]) -> AnySelect:
    return (
        select(cases.c.workspace_id, cases.c.id, cases.c.conversation_id)
        .join(
            conversations,
            and_(
                conversations.c.workspace_id == cases.c.workspace_id,
                conversations.c.id == cases.c.conversation_id,
            ),
        )
        .where(IS_OPEN, condition)
        .order_by(order, cases.c.id)
    )


async def _locked(unit: Unit, keys: AnySelect) -> list[Case]:
    """Lock the conversations of the cases that `keys` finds, skipping, and read them.

    A case that has meanwhile gone to another conversation, which nobody locked, is left out.
    """
    rows = await unit.all(unit.engine.lock(keys, conversations, skip_locked=True))
    by_workspace: dict[WorkspaceId, list[UUID]] = {}
    for workspace_id, case_id, _ in rows:
        by_workspace.setdefault(workspace_id, []).append(case_id)
    found: dict[UUID, Case] = {}
    for workspace_id, ids in by_workspace.items():
        found.update({one.id: one for one in await by_id(unit, workspace_id, ids)})
    return [
        found[case_id]
        for _, case_id, conversation_id in rows
        if case_id in found and found[case_id].conversation_id == conversation_id
    ]

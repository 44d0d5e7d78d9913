"""One case as a row: what is selected of it, and the view that is made of that."""

from typing import Any
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    FromClause,
    RowMapping,
    Select,
    and_,
    func,
    literal_column,
    select,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from clew.domain.facts import DutyKind, Facts
from clew.domain.ids import AgentId, CaseId, WorkspaceId
from clew.domain.recognition import Confidence
from clew.ports.store.views import (
    AnswerView,
    CaseView,
    ContactRow,
    LastMessageView,
    Named,
    NextMoveView,
    ParkView,
    ResolutionView,
    WokenView,
)
from clew.storage.engine import padded
from clew.storage.reading.confidences import confidences_of
from clew.storage.schema import agents, case_reads, cases, contacts, deliveries, teams
from clew.storage.tools.tags import tags_of

# SQLite takes many more values in one statement; the stream never needs more.
MAX_IDS = 500

_SENDS_AT = (
    select(func.min(deliveries.c.held_until))
    .where(
        deliveries.c.workspace_id == cases.c.workspace_id,
        deliveries.c.case_id == cases.c.id,
        # In the words of the partial index.
        literal_column("deliveries.state = 'scheduled'"),
    )
    .scalar_subquery()
)


def shown_cases(agent_id: AgentId | None, joined_to: FromClause = cases) -> Select[Any]:
    """Return the select of cases as `agent_id` sees them; None: as their owners do.

    Attributes:
        joined_to: The cases, or a join of them.
    """
    reader: ColumnElement[Any] | AgentId = cases.c.owner_id if agent_id is None else agent_id
    seen = func.coalesce(case_reads.c.seq, 0)
    joined = (
        joined_to.join(
            contacts,
            and_(
                contacts.c.workspace_id == cases.c.workspace_id,
                contacts.c.id == cases.c.contact_id,
            ),
        )
        .join(
            teams,
            and_(teams.c.workspace_id == cases.c.workspace_id, teams.c.id == cases.c.team_id),
        )
        .outerjoin(
            agents,
            and_(agents.c.workspace_id == cases.c.workspace_id, agents.c.id == cases.c.owner_id),
        )
        .outerjoin(
            case_reads,
            and_(
                case_reads.c.workspace_id == cases.c.workspace_id,
                case_reads.c.case_id == cases.c.id,
                case_reads.c.agent_id == reader,
            ),
        )
    )
    return select(
        cases,
        contacts.c.name.label("contact_name"),
        teams.c.name.label("team_name"),
        agents.c.name.label("owner_name"),
        (cases.c.last_inbound_seq > seen).label("unread"),
        _SENDS_AT.label("sends_at"),
    ).select_from(joined)


def case_view(said: RowMapping, tags: list[UUID], sure: Confidence) -> CaseView:
    """Return the view of a row of `shown_cases`, with its tags and how sure we are of whom."""
    facts: Facts = said["facts"]
    owner_id = said["owner_id"]
    return CaseView(
        id=said["id"],
        conversation_id=said["conversation_id"],
        contact=ContactRow(id=said["contact_id"], name=said["contact_name"], confidence=sure.value),
        number=said["number"],
        status=said["status"],
        subject=said["subject"],
        owner=Named(id=owner_id, name=said["owner_name"]) if owner_id else None,
        team=Named(id=said["team_id"], name=said["team_name"]),
        next_move=_next_move(said),
        last_message=_last_message(said),
        promise_at=said["promise_due_at"],
        answer=_answer(said, facts),
        park=_park(said, facts),
        woken=_woken(facts),
        resolution=_resolution(said, facts),
        opened_at=said["opened_at"],
        previous_case_id=said["previous_case_id"],
        channel=said["last_message_channel"] or "",
        unread=bool(said["unread"]),
        delivery_failed=said["delivery_failed"],
        silence_closes_at=facts.silence.close_at if said["next_holder"] == "contact" else None,
        sends_at=said["sends_at"],
        tags=tags,
        v=said["v"],
    )


def _next_move(said: RowMapping) -> NextMoveView | None:
    if said["next_holder"] is None:
        return None
    return NextMoveView(
        holder=said["next_holder"],
        holder_id=said["next_holder_id"],
        kind=said["next_kind"],
        due_at=said["next_due_at"],
        opened_at=said["next_opened_at"],
        level=said["next_level"],
    )


def _last_message(said: RowMapping) -> LastMessageView | None:
    if said["last_message_at"] is None:
        return None
    return LastMessageView(
        text=said["last_message_text"],
        direction=said["last_message_direction"],
        at=said["last_message_at"],
        channel=said["last_message_channel"],
        author_name=said["last_message_author"],
    )


def _answer(said: RowMapping, facts: Facts) -> AnswerView | None:
    if facts.answer is None or said["answer_due_at"] is None:
        return None
    return AnswerView(opened_at=facts.answer.opened_at, due_at=said["answer_due_at"])


def _park(said: RowMapping, facts: Facts) -> ParkView | None:
    if facts.park is None or said["park_wake_at"] is None:
        return None
    return ParkView(
        wake_at=said["park_wake_at"], reason=said["park_reason"], set_by=facts.park.set_by
    )


def _woken(facts: Facts) -> WokenView | None:
    """Return what an agent wanted to look at; a case that was reopened was for nothing."""
    duty = facts.duty
    # A promise that comes near ends a parking, too.
    if duty is None or duty.kind not in {DutyKind.WOKEN, DutyKind.PROMISE} or not duty.reason:
        return None
    return WokenView(at=duty.opened_at, reason=duty.reason)


def _resolution(said: RowMapping, facts: Facts) -> ResolutionView | None:
    if said["resolved_at"] is None:
        return None
    by = facts.resolution.by if facts.resolution else None
    return ResolutionView(outcome=said["outcome"], at=said["resolved_at"], by=by)


async def case_views(connection: AsyncConnection, wanted: Select[Any]) -> list[CaseView]:
    """Return the views of all rows of a `shown_cases`."""
    rows = list((await connection.execute(wanted)).mappings())
    if not rows:
        return []
    here = rows[0]["workspace_id"]
    tags = await tags_of(connection, here, [row["id"] for row in rows])
    sure = await confidences_of(connection, here, {row["contact_id"] for row in rows})
    return [case_view(row, tags.get(row["id"], []), sure[row["contact_id"]]) for row in rows]


async def one_case(
    connection: AsyncConnection,
    workspace_id: WorkspaceId,
    case_id: CaseId,
    agent_id: AgentId | None,
) -> CaseView | None:
    """Return one case as `agent_id` sees it."""
    wanted = shown_cases(agent_id).where(
        cases.c.workspace_id == workspace_id, cases.c.id == case_id
    )
    found = await case_views(connection, wanted)
    return found[0] if found else None


async def cases_by_id(
    connection: AsyncConnection, workspace_id: WorkspaceId, case_ids: list[CaseId]
) -> list[CaseView]:
    """Return these cases as their owners see them, in the order of their ids."""
    found: list[CaseView] = []
    for start in range(0, len(case_ids), MAX_IDS):
        wanted = (
            shown_cases(None)
            .where(
                cases.c.workspace_id == workspace_id,
                cases.c.id.in_(padded(case_ids[start : start + MAX_IDS])),
            )
            .order_by(cases.c.id)
        )
        found += await case_views(connection, wanted)
    return found

"""Cases: the list, one case, and what agents do with it."""

from dataclasses import replace
from uuid import UUID

from litestar import Response
from litestar.params import FromPath, FromQuery, JSONBody
from msgspec import Struct

from clew.domain.facts import Outcome
from clew.domain.ids import AgentId, CaseId, ContactId, ConversationId, TeamId
from clew.domain.people import Role
from clew.ports.store import CaseQuery, Order, Place
from clew.ports.store.views import CaseCounts, CaseView, Page
from clew.services import cases, snapshots, views
from clew.services.asking import Asker, view_case
from clew.web.options import Desk
from clew.web.parameters import (
    AskedBy,
    AtDesk,
    Cursor,
    Instant,
    Limit,
    Line,
    SeqNumber,
    Text,
    Word,
    checked_instant,
    with_seq,
)

# No case has so great a number.
MOST_NUMBER = 2**53


def query_of(asker: Asker, place: Place = Place.ALL) -> CaseQuery:
    """Return the question for one place as this agent may ask it."""
    return CaseQuery(
        workspace_id=asker.workspace_id,
        agent_id=asker.id,
        place=place,
        team_ids=asker.agent.team_ids,
        sees_all=asker.agent.role is not Role.AGENT,
    )


async def list_cases(
    *,
    desk: AtDesk,
    asker: AskedBy,
    place: FromQuery[Place] = Place.ALL,
    contact_id: FromQuery[UUID | None] = None,
    team_id: FromQuery[UUID | None] = None,
    tag_id: FromQuery[UUID | None] = None,
    owner: Word = None,
    channel: Word = None,
    text: Word = None,
    number: FromQuery[int | None] = None,
    starred: FromQuery[bool] = False,
    order: FromQuery[Order] = Order.DUE,
    cursor: Cursor = None,
    limit: Limit = 50,
) -> Response[Page[CaseView]]:
    """List the cases of a place, by default the next deadline first.

    `owner` is `me`, `nobody` or an agent's id; `text` is looked for in subjects and in the names
    of contacts. `order` is `due`, `waiting` (since when the next move stands, the longest first)
    or `latest` (what was said last first); resolved cases always are the latest ended first.
    """
    wishes = {
        "place": place.value,
        "team_id": str(team_id) if team_id else "",
        "tag_id": str(tag_id) if tag_id else "",
        "owner": owner or "",
        "channel": channel or "",
        "text": text or "",
        "starred": "yes" if starred else "",
        "order": order.value,
    }
    query = replace(
        views.question({name: value for name, value in wishes.items() if value}, asker),
        contact_id=ContactId(contact_id) if contact_id else None,
        number=None if number is None else max(0, min(number, MOST_NUMBER)),
        cursor=cursor,
        limit=limit,
    )
    return with_seq(
        await snapshots.take(lambda reader: reader.cases(query), asker=asker, deps=desk.deps)
    )


async def count_cases(*, desk: AtDesk, asker: AskedBy) -> Response[CaseCounts]:
    """Count the cases in each of the asker's places, and those that are due."""
    now = desk.deps.clock.now()
    return with_seq(
        await snapshots.take(
            lambda reader: reader.counts(query_of(asker), now), asker=asker, deps=desk.deps
        )
    )


async def get_case(case_id: FromPath[UUID], *, desk: AtDesk, asker: AskedBy) -> Response[CaseView]:
    """Return one case."""
    return with_seq(
        await snapshots.take(
            lambda reader: view_case(reader, asker, CaseId(case_id)), asker=asker, deps=desk.deps
        )
    )


async def _present(case_id: UUID, desk: Desk, asker: Asker) -> CaseView:
    """Return a case as it stands after what was just done with it."""
    async with desk.deps.store.read() as reader:
        return await view_case(reader, asker, CaseId(case_id))


class NewCase(Struct):
    """A matter that we begin."""

    conversation_id: UUID
    subject: Line = ""
    team_id: UUID | None = None


async def open_case(*, data: JSONBody[NewCase], desk: AtDesk, asker: AskedBy) -> CaseView:
    """Begin a case in a conversation; the asker owns it."""
    command = cases.OpenCase(
        conversation_id=ConversationId(data.conversation_id),
        subject=data.subject,
        team_id=TeamId(data.team_id) if data.team_id else None,
    )
    return await _present(await cases.open_case(command, asker=asker, deps=desk.deps), desk, asker)


class CasePatch(Struct):
    """What shall be different about a case."""

    subject: Line


async def change_case(
    case_id: FromPath[UUID], *, data: JSONBody[CasePatch], desk: AtDesk, asker: AskedBy
) -> CaseView:
    """Say what a case is about."""
    await cases.rename_case(CaseId(case_id), data.subject, asker=asker, deps=desk.deps)
    return await _present(case_id, desk, asker)


class Assignment(Struct):
    """Who shall have a case: a person, or a team's queue.

    `expected_v` is the `v` that the asker saw; the case is left alone if it has changed since.
    """

    agent_id: UUID | None = None
    team_id: UUID | None = None
    expected_v: SeqNumber | None = None


async def assign_case(
    case_id: FromPath[UUID], *, data: JSONBody[Assignment], desk: AtDesk, asker: AskedBy
) -> CaseView:
    """Give a case to a person or to a team's queue."""
    command = cases.Assign(
        case_id=CaseId(case_id),
        agent_id=AgentId(data.agent_id) if data.agent_id else None,
        team_id=TeamId(data.team_id) if data.team_id else None,
        expected_v=data.expected_v,
    )
    await cases.assign(command, asker=asker, deps=desk.deps)
    return await _present(case_id, desk, asker)


class Parking(Struct):
    """Until when a case is put aside, and why."""

    wake_at: Instant
    reason: Text = ""


async def park_case(
    case_id: FromPath[UUID], *, data: JSONBody[Parking], desk: AtDesk, asker: AskedBy
) -> CaseView:
    """Put a case aside; a message of the contact wakes it too."""
    wake_at = checked_instant(data.wake_at, "wake_at")
    await cases.park(CaseId(case_id), wake_at, data.reason, asker=asker, deps=desk.deps)
    return await _present(case_id, desk, asker)


async def wake_case(case_id: FromPath[UUID], *, desk: AtDesk, asker: AskedBy) -> CaseView:
    """Take a parked case back before its time."""
    await cases.wake(CaseId(case_id), asker=asker, deps=desk.deps)
    return await _present(case_id, desk, asker)


class Resolution(Struct):
    """How a case ended; without `no_reply_needed`, whose last word waits for an answer goes on."""

    outcome: Outcome
    no_reply_needed: bool = False


async def resolve_case(
    case_id: FromPath[UUID], *, data: JSONBody[Resolution], desk: AtDesk, asker: AskedBy
) -> CaseView:
    """End a case."""
    await cases.resolve(
        CaseId(case_id),
        data.outcome,
        no_reply_needed=data.no_reply_needed,
        asker=asker,
        deps=desk.deps,
    )
    return await _present(case_id, desk, asker)


async def reopen_case(case_id: FromPath[UUID], *, desk: AtDesk, asker: AskedBy) -> CaseView:
    """Take up a resolved case again."""
    await cases.reopen(CaseId(case_id), asker=asker, deps=desk.deps)
    return await _present(case_id, desk, asker)


async def need_no_reply(case_id: FromPath[UUID], *, desk: AtDesk, asker: AskedBy) -> CaseView:
    """Say that the contact's last word asks for nothing."""
    await cases.need_no_reply(CaseId(case_id), asker=asker, deps=desk.deps)
    return await _present(case_id, desk, asker)


class Promise(Struct):
    """A time by which the contact was told they would hear from us."""

    due_at: Instant


async def promise_reply(
    case_id: FromPath[UUID], *, data: JSONBody[Promise], desk: AtDesk, asker: AskedBy
) -> CaseView:
    """Note a time that the contact was told."""
    due_at = checked_instant(data.due_at, "due_at")
    await cases.promise(CaseId(case_id), due_at, asker=asker, deps=desk.deps)
    return await _present(case_id, desk, asker)


async def withdraw_promise(case_id: FromPath[UUID], *, desk: AtDesk, asker: AskedBy) -> CaseView:
    """Release the company from a promise; for supervisors."""
    await cases.withdraw_promise(CaseId(case_id), asker=asker, deps=desk.deps)
    return await _present(case_id, desk, asker)


class ReadMark(Struct):
    """Up to which sequence number the asker has read a case."""

    seq: SeqNumber


async def mark_case_read(
    case_id: FromPath[UUID], *, data: JSONBody[ReadMark], desk: AtDesk, asker: AskedBy
) -> None:
    """Note how far the asker has read a case."""
    await cases.mark_read(CaseId(case_id), data.seq, asker=asker, deps=desk.deps)

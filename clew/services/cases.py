"""What agents do with cases: take, park, wake, resolve, reopen, promise, begin, rename, read.

Each is the same three beats: load the case, let the domain decide, record what happened.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from clew.domain import ending, events, waiting
from clew.domain.access import Permission, require
from clew.domain.case import Case, apply_all
from clew.domain.errors import Conflict, InvalidInput, NotFound
from clew.domain.facts import Outcome
from clew.domain.ids import AgentId, CaseId, ConversationId, TeamId
from clew.domain.owning import Assignment
from clew.domain.owning import assign as give
from clew.domain.receiving import begin
from clew.domain.receiving import open_case as opened_case
from clew.domain.replying import need_no_reply as waive
from clew.domain.sla.policy import Policy
from clew.ports.bus import Topic
from clew.ports.store import Changes, LogEntry
from clew.ports.store.kinds import CASE_CHANGED
from clew.services.asking import Asker, load_case
from clew.services.deps import Deps
from clew.services.directory import Workplace
from clew.services.journal import entries

SUBJECT_MAX_CHARS = 200

Decision = Callable[[Case, datetime, Policy], tuple[events.Event, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Assign:
    """Who shall have a case: a person, a team's queue, or both a team and a person in it."""

    case_id: CaseId
    agent_id: AgentId | None = None
    team_id: TeamId | None = None
    expected_v: int | None = None


async def assign(command: Assign, *, asker: Asker, deps: Deps) -> None:
    """Give a case to a person or to a team's queue.

    Raises:
        NotFound: No such case, agent or team here.
        Conflict: It was changed since the asker looked.
        InvalidInput: Neither was named, or the agent is disabled.
    """
    require(asker.agent.role, Permission.ANSWER)
    workplace = await deps.directory.workplace(asker.workspace_id)
    if command.expected_v is not None:
        async with deps.store.read() as reader:
            view = await reader.case(asker.workspace_id, command.case_id, asker.id)
        if view is not None and view.v != command.expected_v:
            raise Conflict("case")

    def decide(case: Case, now: datetime, _: Policy) -> tuple[events.Event, ...]:
        return give(case, _wanted(command, case, workplace, asker), now)

    await _change(command.case_id, decide, asker=asker, deps=deps)


def _wanted(command: Assign, case: Case, workplace: Workplace, asker: Asker) -> Assignment:
    if command.agent_id is None and command.team_id is None:
        raise InvalidInput("agent_id", "name a person or a team")
    agent = workplace.agents.get(command.agent_id) if command.agent_id else None
    if command.agent_id is not None and agent is None:
        raise NotFound("agent", command.agent_id)
    if agent is not None and agent.is_disabled:
        raise InvalidInput("agent_id", "this person no longer works here")
    if command.team_id is not None and command.team_id not in workplace.teams:
        raise NotFound("team", command.team_id)
    return Assignment(
        owner_id=agent.id if agent else None,
        team_id=command.team_id or case.facts.team_id,
        is_reachable=agent is None or agent.id == asker.id or workplace.is_reachable(agent.id),
        by=asker.id,
    )


async def park(
    case_id: CaseId, wake_at: datetime, reason: str, *, asker: Asker, deps: Deps
) -> None:
    """Put a case aside; see `clew.domain.waiting.park` for what is refused."""

    def decide(case: Case, now: datetime, _: Policy) -> tuple[events.Event, ...]:
        return waiting.park(case, wake_at, reason, asker.id, now)

    await _change(case_id, decide, asker=asker, deps=deps)


async def wake(case_id: CaseId, *, asker: Asker, deps: Deps) -> None:
    """Take a parked case back before its time."""

    def decide(case: Case, now: datetime, policy: Policy) -> tuple[events.Event, ...]:
        return waiting.wake(case, asker.id, now, policy)

    await _change(case_id, decide, asker=asker, deps=deps)


async def resolve(case_id: CaseId, outcome: Outcome, *, asker: Asker, deps: Deps) -> None:
    """End a case; see `clew.domain.ending.resolve` for what is refused."""
    if outcome is Outcome.NO_REPLY:
        raise InvalidInput("outcome", "only time closes a case for want of a reply")

    def decide(case: Case, now: datetime, _: Policy) -> tuple[events.Event, ...]:
        return ending.resolve(case, outcome, asker.id, now)

    await _change(case_id, decide, asker=asker, deps=deps)


async def reopen(case_id: CaseId, *, asker: Asker, deps: Deps) -> None:
    """Take up a resolved case again."""

    def decide(case: Case, now: datetime, policy: Policy) -> tuple[events.Event, ...]:
        return ending.reopen(case, asker.id, now, policy)

    await _change(case_id, decide, asker=asker, deps=deps)


async def need_no_reply(case_id: CaseId, *, asker: Asker, deps: Deps) -> None:
    """Say that the contact's last word asks for nothing."""

    def decide(case: Case, now: datetime, policy: Policy) -> tuple[events.Event, ...]:
        return waive(case, asker.id, now, policy)

    await _change(case_id, decide, asker=asker, deps=deps)


async def promise(case_id: CaseId, due_at: datetime, *, asker: Asker, deps: Deps) -> None:
    """Note a time that the contact was told."""

    def decide(case: Case, now: datetime, policy: Policy) -> tuple[events.Event, ...]:
        return waiting.promise(case, due_at, asker.id, now, policy)

    await _change(case_id, decide, asker=asker, deps=deps)


async def withdraw_promise(case_id: CaseId, *, asker: Asker, deps: Deps) -> None:
    """Release the company from a promise; for supervisors."""
    require(asker.agent.role, Permission.WITHDRAW_PROMISE)

    def decide(case: Case, now: datetime, policy: Policy) -> tuple[events.Event, ...]:
        return waiting.withdraw_promise(case, asker.id, now, policy)

    await _change(case_id, decide, asker=asker, deps=deps)


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenCase:
    """A matter that we begin ourselves."""

    conversation_id: ConversationId
    subject: str = ""
    team_id: TeamId | None = None


async def open_case(command: OpenCase, *, asker: Asker, deps: Deps) -> CaseId:
    """Begin a case in a conversation; the asker owns it.

    Raises:
        NotFound: No such conversation or team here.
    """
    require(asker.agent.role, Permission.ANSWER)
    workplace = await deps.directory.workplace(asker.workspace_id)
    now = deps.clock.now()
    async with deps.store.write() as tx:
        conversation = await tx.conversation(asker.workspace_id, command.conversation_id)
        if conversation is None:
            raise NotFound("conversation", command.conversation_id)
        team_id = command.team_id or next(iter((*asker.agent.team_ids, *workplace.teams)), None)
        if team_id is None or team_id not in workplace.teams:
            raise NotFound("team", str(team_id))
        opened = begin(now, team_id, workplace.policy(team_id), is_ours=True)
        case = opened_case(
            opened,
            case_id=CaseId(deps.ids.new()),
            workspace_id=asker.workspace_id,
            conversation_id=conversation.id,
            contact_id=conversation.contact_id,
            number=await tx.next_numbers(asker.workspace_id, 1),
            subject=_checked_subject(command.subject),
        )
        mine = Assignment(owner_id=asker.id, team_id=team_id, by=asker.id)
        given = give(case, mine, now)
        changes = Changes(workspace_id=asker.workspace_id, at=now)
        changes.change(apply_all(case, given), None)
        changes.log.extend(entries(case, (opened, *given), asker.author))
        await tx.record(changes)
    return case.id


async def rename_case(case_id: CaseId, subject: str, *, asker: Asker, deps: Deps) -> None:
    """Say what a case is about.

    Raises:
        NotFound: No such case here.
        InvalidInput: The subject is too long.
    """
    require(asker.agent.role, Permission.ANSWER)
    subject = _checked_subject(subject)
    now = deps.clock.now()
    async with deps.store.write() as tx:
        case = await load_case(tx, asker, case_id)
        changes = Changes(workspace_id=asker.workspace_id, at=now)
        changes.subjects[case.id] = subject
        changes.change(replace(case, subject=subject), case)
        changes.log.append(
            LogEntry(
                kind="subject_changed",
                at=now,
                conversation_id=case.conversation_id,
                case_id=case.id,
                actor=asker.author,
                data={"subject": subject},
            )
        )
        await tx.record(changes)


async def mark_read(case_id: CaseId, seq: int, *, asker: Asker, deps: Deps) -> None:
    """Note how far the asker has read a case; other browsers of theirs hear of it.

    Raises:
        NotFound: No such case here.
    """
    now = deps.clock.now()
    async with deps.store.write() as tx:
        case = await load_case(tx, asker, case_id)
        changes = Changes(workspace_id=asker.workspace_id, at=now)
        changes.read_by.append((case.id, asker.id, seq))
        if case.facts.owner_id == asker.id:
            changes.log.append(
                LogEntry(
                    kind=CASE_CHANGED,
                    at=now,
                    conversation_id=case.conversation_id,
                    case_id=case.id,
                    agent_id=asker.id,
                )
            )
        await tx.record(changes)


def _checked_subject(subject: str) -> str:
    if len(subject) > SUBJECT_MAX_CHARS:
        raise InvalidInput("subject", f"at most {SUBJECT_MAX_CHARS} characters")
    return subject.strip().replace("\x00", "")


async def _change(case_id: CaseId, decide: Decision, *, asker: Asker, deps: Deps) -> None:
    """Load a case, let `decide` say what happens, and record it."""
    require(asker.agent.role, Permission.ANSWER)
    workplace = await deps.directory.workplace(asker.workspace_id)
    now = deps.clock.now()
    async with deps.store.write() as tx:
        case = await load_case(tx, asker, case_id)
        happened = decide(case, now, workplace.policy(case.facts.team_id))
        if not happened:
            return
        after = apply_all(case, happened)
        changes = Changes(workspace_id=asker.workspace_id, at=now)
        changes.change(after, case)
        changes.log.extend(entries(after, happened, asker.author))
        await tx.record(changes)
        tx.tell(Topic.ROUTING, asker.workspace_id)

"""What agents do with cases: take, park, wake, resolve, reopen, promise, begin, rename, read.

Each is the same three beats: load the case, let the domain decide, record what happened.
Taking and giving is in `clew.services.assigning`.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from clew.domain import ending, events, waiting
from clew.domain.access import Permission, may, require
from clew.domain.case import Case, apply_all
from clew.domain.errors import InvalidInput, NotFound
from clew.domain.facts import Outcome
from clew.domain.ids import CaseId, ConversationId, TeamId
from clew.domain.owning import Assignment
from clew.domain.owning import assign as give
from clew.domain.receiving import begin
from clew.domain.receiving import open_case as opened_case
from clew.domain.replying import need_no_reply as waive
from clew.domain.sizes import check_length
from clew.domain.sla.policy import Policy
from clew.ports.store import Changes, LogEntry
from clew.ports.store.kinds import CASE_CHANGED
from clew.services.asking import Asker, load_case, record_case
from clew.services.assigning import Assign as Assign
from clew.services.assigning import assign as assign
from clew.services.deps import Deps
from clew.services.journal import entries
from clew.services.owners import met_again
from clew.services.read_marks import note_opened

SUBJECT_MAX_CHARS = 200

Decision = Callable[[Case, datetime, Policy], tuple[events.Event, ...]]


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


async def resolve(
    case_id: CaseId,
    outcome: Outcome,
    *,
    no_reply_needed: bool = False,
    asker: Asker,
    deps: Deps,
) -> None:
    """End a case, perhaps with the word that no answer is owed to what the contact said last.

    See `clew.domain.ending.resolve` for what is refused.
    """
    if outcome is Outcome.NO_REPLY:
        raise InvalidInput("outcome", "only time closes a case for want of a reply")

    def decide(case: Case, now: datetime, policy: Policy) -> tuple[events.Event, ...]:
        is_waived = no_reply_needed and case.is_open and case.facts.answer is not None
        waived = waive(case, asker.id, now, policy) if is_waived else ()
        return (*waived, *ending.resolve(apply_all(case, waived), outcome, asker.id, now))

    await _change(case_id, decide, asker=asker, deps=deps)


async def reopen(case_id: CaseId, *, asker: Asker, deps: Deps) -> None:
    """Take up a resolved case again."""
    workplace = await deps.directory.workplace(asker.workspace_id)

    def decide(case: Case, now: datetime, policy: Policy) -> tuple[events.Event, ...]:
        happened = ending.reopen(case, asker.id, now, policy)
        if case.facts.owner_id == asker.id:
            return happened  # whoever takes it up again is there, whatever their sign says
        return (*happened, *met_again(apply_all(case, happened), workplace, now))

    await _change(case_id, decide, asker=asker, deps=deps)


async def need_no_reply(case_id: CaseId, *, asker: Asker, deps: Deps) -> None:
    """Say that the contact's last word asks for nothing."""

    def decide(case: Case, now: datetime, policy: Policy) -> tuple[events.Event, ...]:
        return waive(case, asker.id, now, policy)

    await _change(case_id, decide, asker=asker, deps=deps)


async def promise(case_id: CaseId, due_at: datetime, *, asker: Asker, deps: Deps) -> None:
    """Note a time that the contact was told."""

    def decide(case: Case, now: datetime, policy: Policy) -> tuple[events.Event, ...]:
        may_put_off = may(asker.agent.role, Permission.PUT_OFF)
        return waiting.promise(case, due_at, asker.id, now, policy, may_put_off=may_put_off)

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
        await note_opened(case, asker.id, seq, tx, deps)


def _checked_subject(subject: str) -> str:
    check_length("subject", subject, most=SUBJECT_MAX_CHARS)
    return subject.strip().replace("\x00", "")


async def _change(case_id: CaseId, decide: Decision, *, asker: Asker, deps: Deps) -> None:
    """Load a case, let `decide` say what happens, and record it."""
    require(asker.agent.role, Permission.ANSWER)
    workplace = await deps.directory.workplace(asker.workspace_id)
    now = deps.clock.now()
    async with deps.store.write() as tx:
        case = await load_case(tx, asker, case_id)
        happened = decide(case, now, workplace.policy(case.facts.team_id))
        await record_case(tx, asker, case, happened, now)

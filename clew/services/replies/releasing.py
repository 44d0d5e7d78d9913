"""Scheduled replies set out when their time has come, or stay because something has happened.

They are looked for in the database, so a stop costs only time. A word of the contact's is
noticed when it comes in and not only at the hour, so that their author hears of it early.
"""

from dataclasses import replace
from datetime import datetime

from clew.domain.access import Permission, may
from clew.domain.case import Case, apply_all
from clew.domain.ids import AgentId
from clew.domain.message import AuthorKind, Delivery, DeliveryState, Message
from clew.domain.scheduling import Obstacle, Scheduled, go_out, hold_back, obstacle
from clew.ports.store import Changes, LogEntry, Transaction
from clew.ports.store.kinds import DELIVERY_CHANGED
from clew.services.deps import Deps
from clew.services.directory import Workplace
from clew.services.journal import entries
from clew.services.owners import met_again
from clew.services.replies.undoing import queued_again


async def release(deps: Deps, limit: int) -> int:
    """Let at most `limit` scheduled replies go out or stay; return how many there were.

    Raises:
        StoreIsUnavailable: Nothing was lost; try again later.
    """
    released = 0
    while released < limit and await _release_one(deps):
        released += 1
    return released


async def _release_one(deps: Deps) -> bool:
    now = deps.clock.now()
    async with deps.store.write() as tx:
        found = await tx.scheduled_deliveries(now, 1)
        if not found:
            return False
        delivery, has_contact_written = found[0]
        case = await tx.case(delivery.workspace_id, delivery.case_id)
        message = await tx.message(delivery.workspace_id, delivery.message_id)
        assert case is not None, "foreign keys hold"  # noqa: S101
        assert message is not None, "foreign keys hold"  # noqa: S101
        team_id = case.facts.team_id
        workplace = await deps.directory.workplace(delivery.workspace_id, knowing=[team_id])
        waiting = await _since(message, case, has_contact_written, workplace, tx)
        changes = _released(delivery, case, waiting, workplace, now)
        await tx.record(changes)
    return True


async def _since(
    message: Message,
    case: Case,
    has_contact_written: bool,  # noqa: FBT001 - told by the store
    workplace: Workplace,
    tx: Transaction,
) -> Scheduled:
    """Return what has happened since a reply was written."""
    facts, answered = case.facts, None
    if facts.last_reply_id and facts.last_reply_at and facts.last_reply_at >= message.at:
        answered = await tx.message(message.workspace_id, facts.last_reply_id)
    by = AgentId(message.author.id) if message.author.id else None
    author = workplace.agents.get(by) if by else None
    return Scheduled(
        message_id=message.id,
        by=by,
        has_contact_written=has_contact_written,
        has_colleague_answered=answered is not None
        and answered.author.kind is AuthorKind.AGENT
        and answered.author.id != message.author.id,
        is_author_here=author is not None
        and not author.is_disabled
        and may(author.role, Permission.ANSWER),
    )


def _released(
    delivery: Delivery, case: Case, waiting: Scheduled, workplace: Workplace, now: datetime
) -> Changes:
    policy = workplace.policy(case.facts.team_id)
    changes = Changes(workspace_id=delivery.workspace_id, at=now)
    why = obstacle(case, waiting)
    if why is None:
        happened = go_out(case, waiting, now, policy)
        after = apply_all(case, happened)
        answered, kept = (case.facts.answer, case.facts.promise) if happened else (None, None)
        changed = replace(queued_again(delivery, now), answered=answered, kept=kept)
    else:
        happened = hold_back(case, delivery.message_id, why, now, policy)
        after = apply_all(case, happened)
        if happened and not case.is_open:
            met = met_again(after, workplace, now)
            after, happened = apply_all(after, met), (*happened, *met)
        changed = _held_back(delivery, why)
    changes.updated_deliveries.append(changed)
    changes.log.append(_told(changed, now))
    if happened:
        changes.change(after, case)
        changes.log.extend(entries(after, happened))
    return changes


def _held_back(delivery: Delivery, why: Obstacle) -> Delivery:
    return replace(delivery, state=DeliveryState.FAILED, reason_code=why.value, reason=WORDS[why])


# For programs without words of their own; browsers go by the code.
WORDS = {
    Obstacle.CONTACT_WROTE: "the contact has written since",
    Obstacle.COLLEAGUE_ANSWERED: "a colleague has answered since",
    Obstacle.AUTHOR_LEFT: "its author may no longer answer",
    Obstacle.CASE_WAS_CANCELLED: "the case was ended as owing nothing",
}


def _told(delivery: Delivery, now: datetime) -> LogEntry:
    return LogEntry(
        kind=DELIVERY_CHANGED,
        at=now,
        conversation_id=delivery.conversation_id,
        case_id=delivery.case_id,
        message_id=delivery.message_id,
        data={"state": delivery.state.value, "reason": delivery.reason},
    )

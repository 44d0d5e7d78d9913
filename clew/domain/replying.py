"""We write to the contact: answers, holding replies, taking one back, and one that never arrived."""

from dataclasses import dataclass
from datetime import datetime

from clew.domain import events
from clew.domain.case import Case
from clew.domain.deadlines import duty_from, promise_until, silence_from
from clew.domain.errors import (
    CaseIsResolved,
    NothingIsOwed,
    PromiseIsTooLate,
    TooManyHoldingReplies,
)
from clew.domain.facts import DutyKind, Facts, Turn
from clew.domain.ids import AgentId, MessageId
from clew.domain.sla.policy import Policy


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What an agent sends.

    Attributes:
        by: None when the system wrote it.
        promise_at: When the contact was told to expect more.
        is_holding: It tells when the answer comes; it is not the answer.
        window_closes_at: When the channel stops taking free text, if it ever does.
        is_lead: The author may put the contact off once more than the rule allows.
    """

    message_id: MessageId
    by: AgentId | None
    promise_at: datetime | None = None
    is_holding: bool = False
    window_closes_at: datetime | None = None
    is_lead: bool = False


def reply(case: Case, command: Reply, at: datetime, policy: Policy) -> tuple[events.Event, ...]:
    """Answer the contact, or tell them when the answer comes.

    Raises:
        CaseIsResolved: Reopen it first.
        PromiseIsTooLate: A promise must lie ahead, within the longest allowed.
        TooManyHoldingReplies: They were put off often enough.
    """
    if not case.is_open:
        raise CaseIsResolved
    if command.promise_at is not None:
        check_promise(command.promise_at, at, policy)
    if command.is_holding:
        return (_hold(case, command, at, policy),)
    promise_at = command.promise_at
    if promise_at is None and case.facts.consults:
        promise_at = policy.latest_promise(at)
    return (
        events.ReplySent(
            at=at,
            message_id=command.message_id,
            by=command.by,
            silence=silence_from(at, policy, command.window_closes_at),
            promise=promise_until(promise_at, at, policy) if promise_at else None,
        ),
    )


def check_promise(promise_at: datetime, at: datetime, policy: Policy) -> None:
    """Refuse a promise in the past or later than the longest allowed.

    Raises:
        PromiseIsTooLate: With the latest instant that may be promised.
    """
    latest = policy.latest_promise(at)
    if not at < promise_at <= latest:
        raise PromiseIsTooLate(latest)


def _hold(case: Case, command: Reply, at: datetime, policy: Policy) -> events.HoldingReplySent:
    allowed = policy.max_holding_replies
    if case.facts.holding_replies >= allowed and not command.is_lead:
        raise TooManyHoldingReplies(allowed)
    promise_at = command.promise_at or policy.default_promise(at)
    return events.HoldingReplySent(
        at=at,
        message_id=command.message_id,
        by=command.by,
        promise=promise_until(promise_at, at, policy),
    )


def undo_reply(
    case: Case, message_id: MessageId, before: Facts, revision: int, at: datetime
) -> tuple[events.Event, ...]:
    """Take back a reply that has not left.

    Args:
        case: As it stands now.
        message_id: The reply.
        before: The facts before the reply.
        revision: The case's revision right after the reply; if it is still so, all is restored.
        at: Now.
    """
    return (
        events.ReplyUndone(
            at=at, message_id=message_id, before=before, is_exact=case.revision == revision
        ),
    )


def fail_delivery(
    case: Case,
    message_id: MessageId,
    turn: Turn | None,
    reason: str,
    *,
    at: datetime,
    policy: Policy,
) -> tuple[events.Event, ...]:
    """Give the move back: the contact never saw the reply.

    Args:
        case: As it stands now, perhaps resolved meanwhile.
        message_id: The reply that did not arrive.
        turn: The answer that it had given, which is owed again with its original clock.
        reason: The provider's words.
        at: Now.
        policy: The team's.
    """
    happened: list[events.Event] = []
    if not case.is_open:
        happened.append(
            events.CaseReopened(
                at=at, cause=events.Cause.DELIVERY, silence=silence_from(at, policy)
            )
        )
    duty = duty_from(DutyKind.DELIVERY, case.facts, at, policy, reason)
    happened.append(
        events.DeliveryFailed(at=at, message_id=message_id, turn=turn, duty=duty, reason=reason)
    )
    return tuple(happened)


def need_no_reply(
    case: Case, by: AgentId | None, at: datetime, policy: Policy
) -> tuple[events.Event, ...]:
    """Say that the contact's last word asks for nothing. A promise stands all the same.

    Raises:
        CaseIsResolved: It has ended.
        NothingIsOwed: No answer and no duty is open.
    """
    if not case.is_open:
        raise CaseIsResolved
    if case.facts.answer is None and case.facts.duty is None:
        raise NothingIsOwed
    return (events.ReplyNotNeeded(at=at, by=by, silence=silence_from(at, policy)),)

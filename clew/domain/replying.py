"""We write to the contact: answers, holding replies, one taken back, one that never arrived."""

from dataclasses import dataclass, replace
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
from clew.domain.facts import (
    Duty,
    DutyKind,
    Facts,
    Promise,
    Turn,
    is_in_reserve,
    promise_without,
)
from clew.domain.ids import AgentId, MessageId
from clew.domain.moves import Debt, claims_of
from clew.domain.sla.policy import Policy


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What an agent sends.

    Attributes:
        by: None when the system wrote it.
        promise_at: When the contact was told to expect more.
        is_holding: It tells when the answer comes; it is not the answer.
        window_closes_at: When the channel stops taking free text, if it ever does.
        may_put_off: The author may put the contact off once more than the rule allows.
    """

    message_id: MessageId
    by: AgentId | None
    promise_at: datetime | None = None
    is_holding: bool = False
    window_closes_at: datetime | None = None
    may_put_off: bool = False


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
    return (
        events.ReplySent(
            at=at,
            message_id=command.message_id,
            by=command.by,
            silence=silence_from(at, policy, command.window_closes_at),
            promise=_promise_after(case.facts, command, at, policy),
        ),
    )


def _promise_after(facts: Facts, command: Reply, at: datetime, policy: Policy) -> Promise | None:
    """Return what is still promised after a real answer; while a department is asked, always."""
    if command.promise_at is not None:
        return promise_until(command.promise_at, at, policy, command.message_id)
    if not facts.consults:
        return None
    if facts.promise is not None and not is_in_reserve(facts, at):
        return facts.promise
    return promise_until(policy.default_promise(at), at, policy, command.message_id)


def check_promise(promise_at: datetime, at: datetime, policy: Policy) -> None:
    """Refuse a promise in the past or later than the longest allowed.

    Raises:
        PromiseIsTooLate: With the latest instant that may be promised.
    """
    latest = policy.latest_promise(at)
    if not at < promise_at <= latest:
        raise PromiseIsTooLate(latest)


def check_patience(facts: Facts, policy: Policy, *, may_put_off: bool) -> None:
    """Refuse to put the contact off once more than the policy allows.

    Raises:
        TooManyHoldingReplies: With the number that is allowed in a row.
    """
    if facts.holding_replies >= policy.max_holding_replies and not may_put_off:
        raise TooManyHoldingReplies(policy.max_holding_replies)


def _hold(case: Case, command: Reply, at: datetime, policy: Policy) -> events.HoldingReplySent:
    check_patience(case.facts, policy, may_put_off=command.may_put_off)
    promise_at = command.promise_at or policy.default_promise(at)
    return events.HoldingReplySent(
        at=at,
        message_id=command.message_id,
        by=command.by,
        promise=promise_until(promise_at, at, policy, command.message_id),
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
    kept: Promise | None = None,
) -> tuple[events.Event, ...]:
    """Give the move back: the contact never saw the reply, nor any promise in it.

    Args:
        case: As it stands now, perhaps resolved meanwhile.
        message_id: The reply that did not arrive.
        turn: The answer that it had given, which is owed again with its original clock; None
            for a holding reply, which had answered nothing.
        reason: The provider's words.
        at: Now.
        policy: The team's.
        kept: The promise that stood before it, which stands again.
    """
    happened: list[events.Event] = []
    if not case.is_open:
        happened.append(
            events.CaseReopened(
                at=at, cause=events.Cause.DELIVERY, silence=silence_from(at, policy)
            )
        )
    stands = replace(case.facts, promise=promise_without(case.facts, message_id, kept))
    happened.append(
        events.DeliveryFailed(
            at=at,
            message_id=message_id,
            turn=turn,
            duty=duty_from(DutyKind.DELIVERY, stands, at, policy, reason),
            reason=reason,
            promise=stands.promise,
        )
    )
    return tuple(happened)


def arrive_after_all(
    case: Case,
    message_id: MessageId,
    answered: Turn | None,
    promised: Promise | None,
    *,
    at: datetime,
    policy: Policy,
) -> tuple[events.Event, ...]:
    """Settle again what `fail_delivery` gave back: the contact did get the reply.

    Args:
        case: As it stands now, open.
        message_id: The reply that we had given up on.
        answered: The turn that it had answered; None for a holding reply.
        promised: The promise in it, which the contact now counts on.
        at: Now.
        policy: The team's.
    """
    if answered is None and promised is not None:
        return (events.HoldingReplySent(at=at, message_id=message_id, by=None, promise=promised),)
    command = Reply(message_id=message_id, by=None)
    return (
        events.ReplySent(
            at=at,
            message_id=message_id,
            by=None,
            silence=silence_from(at, policy),
            promise=promised or _promise_after(case.facts, command, at, policy),
        ),
    )


def need_no_reply(
    case: Case, by: AgentId | None, at: datetime, policy: Policy
) -> tuple[events.Event, ...]:
    """Say that the contact's last word asks for nothing. A promise stands all the same.

    Raises:
        CaseIsResolved: It has ended.
        NothingIsOwed: No answer is open, and no duty but that of a promise.
    """
    if not case.is_open:
        raise CaseIsResolved
    facts = case.facts
    if facts.answer is None and (facts.duty is None or facts.duty.kind is DutyKind.PROMISE):
        raise NothingIsOwed
    return (
        events.ReplyNotNeeded(
            at=at, by=by, silence=silence_from(at, policy), duty=_left_by_promise(facts, at)
        ),
    )


def _left_by_promise(facts: Facts, at: datetime) -> Duty | None:
    """Return what a promise in its reserve still asks of the agent, on the clock it has.

    Anything else would climb the ladder again from its foot, and could do so for ever.
    """
    if not is_in_reserve(facts, at):
        return None
    for claim in claims_of(facts):
        if claim.debt is not Debt.ANSWER:
            return Duty(
                kind=DutyKind.PROMISE,
                opened_at=claim.opened_at,
                due_at=claim.due_at,
                level=claim.level,
            )
    return None

"""What each event does to the facts of a case: one table, one small function a row.

Nothing is decided here: the verbs have checked the rules and the event carries every
instant. A reply taken back is in `clew.domain.undoing`; whose move follows is in
`clew.domain.moves`.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from clew.domain import events
from clew.domain.facts import (
    CANCELLING,
    CaseStatus,
    DutyKind,
    Facts,
    Resolution,
    Waived,
    capped,
    covered,
    is_in_reserve,
    joint_turn,
    promise_without,
)
from clew.domain.moves import Debt, carried, claims_of
from clew.domain.undoing import undone


def opened_facts(event: events.CaseOpened) -> Facts:
    """Return the facts of a case that has just begun."""
    return Facts(
        status=CaseStatus.OPEN,
        opened_at=event.at,
        team_id=event.team_id,
        silence=event.silence,
        duty=event.duty,
    )


def _received(facts: Facts, event: events.MessageReceived) -> Facts:
    return replace(
        facts,
        answer=facts.answer or event.turn,
        duty=carried(facts, event.duty),
        turns_opened=facts.turns_opened + (1 if event.turn else 0),
        last_contact_message_at=event.at,
        park=None,
        waived=None,
    )


def _replied(facts: Facts, event: events.ReplySent) -> Facts:
    return replace(
        facts,
        answer=None,
        promise=event.promise,
        park=None,
        duty=None,
        bot=None,
        waived=None,
        is_offered=False,
        silence=event.silence,
        last_reply_at=event.at,
        last_reply_id=event.message_id,
        holding_replies=0,
    )


def _held(facts: Facts, event: events.HoldingReplySent) -> Facts:
    return replace(
        facts,
        answer=covered(facts.answer),
        promise=event.promise,
        park=capped(facts.park, event.promise),
        duty=None,
        bot=None,
        waived=None,
        is_offered=False,
        last_reply_at=event.at,
        last_reply_id=event.message_id,
        holding_replies=facts.holding_replies + 1,
    )


def _failed(facts: Facts, event: events.DeliveryFailed) -> Facts:
    answer, put_off = facts.answer, facts.holding_replies
    if facts.promise is not None and facts.promise.message_id == event.message_id:
        answer, put_off = covered(answer, is_so=False), max(0, put_off - 1)
    stands = replace(facts, promise=promise_without(facts, event.message_id, event.promise))
    return replace(
        stands,
        answer=joint_turn(event.turn, answer),
        duty=carried(stands, event.duty),
        park=None,
        holding_replies=put_off,
    )


def _promised(facts: Facts, event: events.PromiseMade) -> Facts:
    is_put_off = facts.answer is not None or facts.promise is not None
    return replace(
        facts,
        answer=covered(facts.answer),
        promise=event.promise,
        park=capped(facts.park, event.promise),
        duty=None,
        is_offered=False,
        holding_replies=facts.holding_replies + is_put_off,
    )


def _released(facts: Facts, event: events.PromiseWithdrawn) -> Facts:
    duty = facts.duty
    if duty is not None and duty.kind in OF_A_PROMISE:
        duty = None
    return replace(
        facts,
        answer=covered(facts.answer, is_so=False),
        promise=None,
        park=None if facts.answer else facts.park,
        duty=duty,
        silence=event.silence,
        holding_replies=0,
    )


# Without the promise nothing is left of these; a message that pressed it is an answer owed.
OF_A_PROMISE: frozenset[DutyKind] = frozenset({DutyKind.ANSWER, DutyKind.PROMISE})


def _waived(facts: Facts, event: events.ReplyNotNeeded) -> Facts:
    waived = Waived(turn=facts.answer, at=event.at) if facts.answer else facts.waived
    return replace(
        facts,
        answer=None,
        duty=event.duty,
        bot=None,
        waived=waived,
        is_offered=facts.is_offered and event.duty is not None,
        silence=event.silence,
        holding_replies=facts.holding_replies if facts.promise else 0,
    )


def _parked(facts: Facts, event: events.CaseParked) -> Facts:
    return replace(facts, park=event.park, duty=None, is_offered=False)


def _woken(facts: Facts, event: events.CaseWoken) -> Facts:
    return replace(facts, park=None, duty=carried(facts, event.duty))


def _near(facts: Facts, event: events.PromiseCameNear) -> Facts:
    return replace(facts, park=None, duty=carried(facts, event.duty))


def _escalated(facts: Facts, event: events.DebtEscalated) -> Facts:
    """Raise the level of the debts behind the agent's move; it belongs to them, not to it."""
    late = {claim.debt for claim in claims_of(facts) if claim.due_at <= event.at}
    if Debt.DUTY in late and is_in_reserve(facts, event.at):
        late.add(Debt.PROMISE)
    answer, promise, duty = facts.answer, facts.promise, facts.duty
    return replace(
        facts,
        answer=replace(answer, level=event.level) if answer and Debt.ANSWER in late else answer,
        promise=(
            replace(promise, level=event.level) if promise and Debt.PROMISE in late else promise
        ),
        duty=replace(duty, level=event.level) if duty and Debt.DUTY in late else duty,
        is_offered=True,
    )


def _nudged(facts: Facts, event: events.ContactNudged) -> Facts:
    return replace(facts, silence=event.silence)


def _assigned(facts: Facts, event: events.CaseAssigned) -> Facts:
    return replace(
        facts,
        owner_id=event.owner_id,
        team_id=event.team_id,
        owner_is_reachable=event.is_reachable,
        is_offered=False,
    )


def _owner_left(facts: Facts, _event: events.OwnerLeft) -> Facts:
    return replace(facts, owner_is_reachable=False)


def _owner_returned(facts: Facts, _event: events.OwnerReturned) -> Facts:
    return replace(facts, owner_is_reachable=True)


def _resolved(facts: Facts, event: events.CaseResolved) -> Facts:
    resolution = Resolution(outcome=event.outcome, at=event.at, by=event.by)
    kept = replace(facts, status=CaseStatus.RESOLVED, park=None, duty=None, bot=None)
    if event.outcome in CANCELLING:
        kept = replace(kept, answer=None, promise=None, consults=())
    return replace(kept, resolution=resolution, is_offered=False)


def _reopened(facts: Facts, event: events.CaseReopened) -> Facts:
    return replace(
        facts,
        status=CaseStatus.OPEN,
        resolution=None,
        duty=event.duty,
        silence=event.silence,
        holding_replies=0,
    )


def _asked(facts: Facts, event: events.ConsultOpened) -> Facts:
    return replace(
        facts,
        consults=(*facts.consults, event.consult),
        answer=covered(facts.answer),
        promise=event.promise,
        duty=None,
        park=None,
        is_offered=False,
    )


def _seen(facts: Facts, event: events.ConsultAcknowledged) -> Facts:
    consults = tuple(
        replace(one, acknowledged_at=event.at) if one.id == event.consult_id else one
        for one in facts.consults
    )
    return replace(facts, consults=consults)


def _answered(facts: Facts, event: events.ConsultClosed) -> Facts:
    consults = tuple(one for one in facts.consults if one.id != event.consult_id)
    return replace(facts, consults=consults, duty=carried(facts, event.duty), park=None)


def _redirected(facts: Facts, event: events.ConsultRedirected) -> Facts:
    consults = tuple(event.consult if one.id == event.consult_id else one for one in facts.consults)
    return replace(facts, consults=consults)


def _chased(facts: Facts, event: events.ConsultEscalated) -> Facts:
    consults = tuple(
        replace(one, level=event.level, is_reclaimed=one.is_reclaimed or event.duty is not None)
        if one.id == event.consult_id
        else one
        for one in facts.consults
    )
    park = None if event.duty else facts.park
    return replace(facts, consults=consults, duty=carried(facts, event.duty), park=park)


def _bot_began(facts: Facts, event: events.BotBegan) -> Facts:
    return replace(facts, bot=event.bot, park=None)


def _bot_left(facts: Facts, event: events.BotLeft) -> Facts:
    return replace(facts, bot=None, silence=event.silence)


def _opened(_facts: Facts, event: events.CaseOpened) -> Facts:
    return opened_facts(event)


# Any: each function takes the one event type that it is listed under.
EFFECTS: dict[type[events.Event], Callable[[Facts, Any], Facts]] = {
    events.CaseOpened: _opened,
    events.MessageReceived: _received,
    events.ReplySent: _replied,
    events.HoldingReplySent: _held,
    events.ReplyUndone: undone,
    events.DeliveryFailed: _failed,
    events.PromiseMade: _promised,
    events.PromiseWithdrawn: _released,
    events.ReplyNotNeeded: _waived,
    events.CaseParked: _parked,
    events.CaseWoken: _woken,
    events.PromiseCameNear: _near,
    events.DebtEscalated: _escalated,
    events.ContactNudged: _nudged,
    events.CaseAssigned: _assigned,
    events.OwnerLeft: _owner_left,
    events.OwnerReturned: _owner_returned,
    events.CaseResolved: _resolved,
    events.CaseReopened: _reopened,
    events.ConsultOpened: _asked,
    events.ConsultAcknowledged: _seen,
    events.ConsultClosed: _answered,
    events.ConsultRedirected: _redirected,
    events.ConsultEscalated: _chased,
    events.BotBegan: _bot_began,
    events.BotLeft: _bot_left,
}

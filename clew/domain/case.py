"""A case: its identity, its facts, and `apply`, the only maker of a changed one.

Verbs that check rules and return events are in `clew.domain.replying`, `waiting`, `ending`
and `clocks`; whose move follows is in `clew.domain.moves`.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

from clew.domain import events
from clew.domain.facts import (
    CANCELLING,
    CaseStatus,
    Facts,
    Resolution,
    Waived,
    is_covered,
    is_pressed,
)
from clew.domain.ids import CaseId, ContactId, ConversationId, WorkspaceId
from clew.domain.moves import Move, rearm


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A matter with a beginning and an end, inside a conversation.

    Attributes:
        number: Short, unique in the workspace, for people to say aloud.
        revision: How many events it has seen.
        moves: What `rearm` made of the facts, the next move first.
    """

    id: CaseId
    workspace_id: WorkspaceId
    conversation_id: ConversationId
    contact_id: ContactId
    number: int
    subject: str
    facts: Facts
    moves: tuple[Move, ...]
    revision: int = 0
    previous_case_id: CaseId | None = None

    @property
    def next_move(self) -> Move | None:
        """Return the one next move, or None once resolved."""
        return self.moves[0] if self.moves else None

    @property
    def is_open(self) -> bool:
        """Say whether the case still lives."""
        return self.facts.status is CaseStatus.OPEN


def apply(case: Case, event: events.Event) -> Case:
    """Return `case` as it stands after `event`, its moves derived anew."""
    facts = APPLY[type(event)](case.facts, event)
    return replace(case, facts=facts, moves=rearm(facts), revision=case.revision + 1)


def apply_all(case: Case, happened: Iterable[events.Event]) -> Case:
    """Return `case` as it stands after all of `happened`, in order."""
    for event in happened:
        case = apply(case, event)
    return case


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
        promise=event.promise,
        duty=None,
        bot=None,
        is_offered=False,
        last_reply_at=event.at,
        last_reply_id=event.message_id,
        holding_replies=facts.holding_replies + 1,
    )


def _undone(facts: Facts, event: events.ReplyUndone) -> Facts:
    before = event.before
    if event.is_exact:
        return before
    turn = before.answer
    if turn and facts.answer:
        turn = min(turn, facts.answer, key=lambda either: either.opened_at)
    owed = facts if facts.status is CaseStatus.OPEN else replace(facts, resolution=None)
    return replace(
        owed,
        status=CaseStatus.OPEN,
        answer=turn or facts.answer,
        promise=before.promise or facts.promise,
        duty=before.duty or facts.duty,
        holding_replies=before.holding_replies,
    )


def _failed(facts: Facts, event: events.DeliveryFailed) -> Facts:
    turn = event.turn
    if turn and facts.answer:
        turn = min(turn, facts.answer, key=lambda either: either.opened_at)
    return replace(facts, answer=turn or facts.answer, duty=event.duty, park=None)


def _promised(facts: Facts, event: events.PromiseMade) -> Facts:
    return replace(facts, promise=event.promise, duty=None, is_offered=False)


def _released(facts: Facts, event: events.PromiseWithdrawn) -> Facts:
    return replace(facts, promise=None, silence=event.silence, holding_replies=0)


def _waived(facts: Facts, event: events.ReplyNotNeeded) -> Facts:
    waived = Waived(turn=facts.answer, at=event.at) if facts.answer else facts.waived
    return replace(
        facts,
        answer=None,
        duty=None,
        bot=None,
        waived=waived,
        is_offered=False,
        silence=event.silence,
        holding_replies=0,
    )


def _parked(facts: Facts, event: events.CaseParked) -> Facts:
    return replace(facts, park=event.park, duty=None, is_offered=False)


def _woken(facts: Facts, event: events.CaseWoken) -> Facts:
    return replace(facts, park=None, duty=event.duty or facts.duty)


def _near(facts: Facts, event: events.PromiseCameNear) -> Facts:
    return replace(facts, park=None, duty=event.duty)


def _escalated(facts: Facts, event: events.DebtEscalated) -> Facts:
    """Raise the level of the debts behind the agent's move; it belongs to them, not to it."""
    answer, promise, duty = facts.answer, facts.promise, facts.duty
    is_due = answer is not None and not is_covered(facts)
    return replace(
        facts,
        answer=replace(answer, level=event.level) if answer and is_due else answer,
        promise=(
            replace(promise, level=event.level)
            if promise and (is_pressed(facts) or duty)
            else promise
        ),
        duty=replace(duty, level=event.level) if duty else None,
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
        promise=event.promise,
        duty=None,
        park=None,
        is_offered=False,
    )


def _seen(facts: Facts, event: events.ConsultAcknowledged) -> Facts:
    consults = tuple(
        replace(one, acknowledged_at=event.at, level=0) if one.id == event.consult_id else one
        for one in facts.consults
    )
    return replace(facts, consults=consults)


def _answered(facts: Facts, event: events.ConsultClosed) -> Facts:
    consults = tuple(one for one in facts.consults if one.id != event.consult_id)
    return replace(facts, consults=consults, duty=event.duty, park=None)


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
    return replace(facts, consults=consults, duty=event.duty or facts.duty)


def _bot_began(facts: Facts, event: events.BotBegan) -> Facts:
    return replace(facts, bot=event.bot, park=None)


def _bot_left(facts: Facts, event: events.BotLeft) -> Facts:
    return replace(facts, bot=None, silence=event.silence)


def _opened(_facts: Facts, event: events.CaseOpened) -> Facts:
    return opened_facts(event)


# Any: each function takes the one event type that it is listed under.
APPLY: dict[type[events.Event], Callable[[Facts, Any], Facts]] = {
    events.CaseOpened: _opened,
    events.MessageReceived: _received,
    events.ReplySent: _replied,
    events.HoldingReplySent: _held,
    events.ReplyUndone: _undone,
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

__all__ = ["Case", "apply", "apply_all", "opened_facts"]

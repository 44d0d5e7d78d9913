"""Planted faults: each is a way in which a case could be lost, and each must be noticed.

A mutant replaces functions or tables of the domain while it lives; see `planting`.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest

from clew.domain import (
    case,
    clocks,
    deadlines,
    effects,
    ending,
    events,
    facts,
    moves,
    replying,
    undoing,
    waiting,
)
from clew.domain.facts import Facts
from clew.domain.moves import Holder, MoveKind
from clew.domain.sla.policy import Policy
from tests.domain.model.planting import Plant, effect, everywhere


def no_rearm(monkeypatch: pytest.MonkeyPatch) -> None:
    def stale(one: case.Case, event: events.Event) -> case.Case:
        new = effects.EFFECTS[type(event)](one.facts, event)
        return replace(one, facts=new, revision=one.revision + 1)

    everywhere(monkeypatch, case.apply, stale)


def timer_wakes_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    effect(monkeypatch, events.CaseWoken, lambda _old, new, _event: replace(new, duty=None))
    effect(monkeypatch, events.PromiseCameNear, lambda _old, new, _event: replace(new, duty=None))


def park_rule_removed(monkeypatch: pytest.MonkeyPatch) -> None:
    def park(one: case.Case, wake_at: datetime, reason: str, by: Any, at: datetime) -> Any:
        parking = facts.Parking(set_at=at, wake_at=wake_at, reason=reason, set_by=by)
        return (events.CaseParked(at=at, park=parking),) if one.is_open else ()

    everywhere(monkeypatch, waiting.park, park)


def park_cap_removed(monkeypatch: pytest.MonkeyPatch) -> None:
    original = waiting.park

    def park(one: case.Case, wake_at: datetime, *rest: Any) -> Any:
        (event,) = original(one, wake_at, *rest)
        assert isinstance(event, events.CaseParked)
        return (replace(event, park=replace(event.park, wake_at=wake_at)),)

    everywhere(monkeypatch, waiting.park, park)


def close_rule_removed(monkeypatch: pytest.MonkeyPatch) -> None:
    everywhere(monkeypatch, ending.debts_of, lambda _facts: ())


def contact_outranks_debt(monkeypatch: pytest.MonkeyPatch) -> None:
    original = moves.rearm

    def rearm(now: Facts) -> tuple[moves.Move, ...]:
        made = original(now)
        if not made or now.last_reply_at is None or made[0].holder is Holder.CONTACT:
            return made
        contact = moves.Move(
            holder=Holder.CONTACT,
            holder_id=None,
            kind=MoveKind.CLOSE,
            opened_at=now.silence.since,
            due_at=now.silence.close_at,
        )
        return (contact, *made)

    everywhere(monkeypatch, moves.rearm, rearm)


def ladder_stops(monkeypatch: pytest.MonkeyPatch) -> None:
    original = moves.ladder_at
    never = datetime.max.replace(tzinfo=original(*_an_instant()).tzinfo)
    everywhere(
        monkeypatch,
        moves.ladder_at,
        lambda due_at, level, *rest: original(due_at, level, *rest) if level < 1 else never,
    )


def _an_instant() -> tuple[datetime, int]:
    return datetime.fromisoformat("2026-07-06T09:00:00+00:00"), 0


def promise_without_timer(monkeypatch: pytest.MonkeyPatch) -> None:
    original = moves._timers
    monkeypatch.setattr(
        moves,
        "_timers",
        lambda now, made: (m for m in original(now, made) if m.kind is not MoveKind.PROMISE),
    )


def sweeper_is_dead(monkeypatch: pytest.MonkeyPatch) -> None:
    everywhere(monkeypatch, clocks.what_is_due, lambda *_: ())


def duty_is_ignored(monkeypatch: pytest.MonkeyPatch) -> None:
    original = moves.claims_of
    everywhere(monkeypatch, moves.claims_of, lambda now: original(replace(now, duty=None)))


def promise_does_not_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    original = moves.claims_of
    everywhere(
        monkeypatch,
        moves.claims_of,
        lambda now: (one for one in original(now) if one.debt is not moves.Debt.PROMISE),
    )


def promise_does_not_bound_a_duty(monkeypatch: pytest.MonkeyPatch) -> None:
    original = deadlines.duty_from

    def duty_from(kind: Any, now: Facts, at: datetime, policy: Policy, reason: str = "") -> Any:
        return original(kind, replace(now, promise=None), at, policy, reason)

    everywhere(monkeypatch, deadlines.duty_from, duty_from)


def failure_restarts_the_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    def restarted(_old: Facts, new: Facts, event: events.DeliveryFailed) -> Facts:
        if new.answer is None or event.turn is None:
            return new
        length = event.turn.due_at - event.turn.opened_at
        turn = replace(new.answer, opened_at=event.at, due_at=event.at + length)
        return replace(new, answer=turn)

    effect(monkeypatch, events.DeliveryFailed, restarted)


def failure_owes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    effect(
        monkeypatch, events.DeliveryFailed, lambda old, new, _event: replace(new, answer=old.answer)
    )


def failed_promise_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    everywhere(
        monkeypatch, facts.promise_without, lambda now, _message, earlier: now.promise or earlier
    )


def waived_turn_is_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    effect(monkeypatch, events.ReplyNotNeeded, lambda _old, new, _event: replace(new, waived=None))


def no_reply_drops_the_promise(monkeypatch: pytest.MonkeyPatch) -> None:
    effect(monkeypatch, events.ReplyNotNeeded, lambda _old, new, _event: replace(new, promise=None))


def no_reply_resets_the_ladder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(replying, "_left_by_promise", lambda *_: None)


def message_restarts_the_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    original = deadlines.turn_from
    everywhere(
        monkeypatch,
        deadlines.turn_from,
        lambda now, *rest: original(replace(now, answer=None), *rest),
    )
    effect(
        monkeypatch,
        events.MessageReceived,
        lambda _old, new, event: replace(new, answer=event.turn or new.answer),
    )


def message_under_a_promise_is_unheard(monkeypatch: pytest.MonkeyPatch) -> None:
    everywhere(monkeypatch, deadlines.duty_of_message, lambda *_: None)


def holding_reply_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    effect(
        monkeypatch, events.HoldingReplySent, lambda _old, new, _event: replace(new, answer=None)
    )


def holding_replies_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    everywhere(monkeypatch, replying.check_patience, lambda *_args, **_kwargs: None)


def level_is_lost_between_duties(monkeypatch: pytest.MonkeyPatch) -> None:
    everywhere(monkeypatch, facts.joint_duty, lambda one, other: other or one)


def rung_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    original = clocks.what_is_due

    def what_is_due(one: case.Case, now: datetime, policy: Policy) -> Any:
        return tuple(
            replace(event, level=event.level + 1)
            if isinstance(event, events.DebtEscalated) and event.level == 2
            else event
            for event in original(one, now, policy)
        )

    everywhere(monkeypatch, clocks.what_is_due, what_is_due)


def acknowledging_resets_the_consult(monkeypatch: pytest.MonkeyPatch) -> None:
    def reset(_old: Facts, new: Facts, _event: events.Event) -> Facts:
        return replace(new, consults=tuple(replace(one, level=0) for one in new.consults))

    effect(monkeypatch, events.ConsultAcknowledged, reset)


def asking_moves_the_promise(monkeypatch: pytest.MonkeyPatch) -> None:
    def moved(_old: Facts, new: Facts, event: events.ConsultOpened) -> Facts:
        later = replace(
            event.promise, due_at=event.promise.due_at + (event.promise.due_at - event.at)
        )
        return replace(new, promise=later)

    effect(monkeypatch, events.ConsultOpened, moved)


def bot_keeps_the_case(monkeypatch: pytest.MonkeyPatch) -> None:
    effect(monkeypatch, events.BotLeft, lambda old, new, _event: replace(new, bot=old.bot))


def silence_closes_without_a_question(monkeypatch: pytest.MonkeyPatch) -> None:
    original = moves._contacts
    monkeypatch.setattr(moves, "_contacts", lambda now: replace(original(now), kind=MoveKind.CLOSE))


def undo_forgets_the_debt(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(undoing, "_turn", lambda now, _before, _promise: now.answer)


MUTANTS: tuple[Plant, ...] = (
    no_rearm,
    timer_wakes_nobody,
    park_rule_removed,
    park_cap_removed,
    close_rule_removed,
    contact_outranks_debt,
    ladder_stops,
    promise_without_timer,
    sweeper_is_dead,
    duty_is_ignored,
    promise_does_not_bound,
    promise_does_not_bound_a_duty,
    failure_restarts_the_clock,
    failure_owes_nothing,
    failed_promise_stands,
    waived_turn_is_forgotten,
    no_reply_drops_the_promise,
    no_reply_resets_the_ladder,
    message_restarts_the_turn,
    message_under_a_promise_is_unheard,
    holding_reply_answers,
    holding_replies_without_end,
    level_is_lost_between_duties,
    rung_is_left_out,
    acknowledging_resets_the_consult,
    asking_moves_the_promise,
    bot_keeps_the_case,
    silence_closes_without_a_question,
    undo_forgets_the_debt,
)

from __future__ import annotations

from clew.domain import clocks, events
from clew.domain.case import Case
from clew.domain.facts import Outcome
from clew.domain.moves import Holder, MoveKind
from clew.domain.replying import undo_reply
from tests.builders import (
    BEN,
    HOUR,
    MINUTE,
    MONDAY_NINE,
    POLICY,
    Step,
    a_waiting_case,
    after,
    an_answered_case,
    asked,
    assigned,
    held,
    message_id,
    parked,
    promised,
    received,
    replied,
    resolved,
)

NOON = MONDAY_NINE + 3 * HOUR
AT = MONDAY_NINE + MINUTE


def undone(before: Case, *, number: int = 500, events_of_reply: int = 1) -> Step:
    """Take back a reply that was given when the case stood as `before`."""
    revision = before.revision + events_of_reply
    return lambda case: undo_reply(case, message_id(number), before.facts, revision, AT)


def test_a_reply_taken_back_at_once_leaves_everything_as_it_was() -> None:
    waiting = a_waiting_case()

    case = after(waiting, replied(), undone(waiting))

    assert case.facts == waiting.facts
    assert case.moves == waiting.moves


def test_so_does_one_that_was_sent_and_parked_or_resolved() -> None:
    waiting = a_waiting_case()

    slept = after(waiting, replied(), parked(NOON), undone(waiting, events_of_reply=2))
    ended = after(waiting, replied(), resolved(AT), undone(waiting, events_of_reply=2))

    assert slept.facts == ended.facts == waiting.facts


def test_a_word_of_the_contact_meanwhile_joins_the_answer_that_is_owed_again() -> None:
    waiting = a_waiting_case()

    case = after(waiting, replied(), received(AT, 1), undone(waiting))

    assert case.facts.answer is not None
    assert case.facts.answer.opened_at == MONDAY_NINE
    assert case.facts.last_contact_message_at == AT


def test_what_happened_meanwhile_stays() -> None:
    waiting = a_waiting_case()

    case = after(waiting, replied(), assigned(BEN, AT), undone(waiting))

    assert case.facts.owner_id == BEN
    assert case.facts.answer == waiting.facts.answer


def test_a_case_parked_meanwhile_wakes_when_an_answer_is_owed_again() -> None:
    waiting = a_waiting_case()

    case = after(waiting, replied(), parked(NOON), undone(waiting))

    assert case.facts.park is None
    assert case.next_move is not None
    assert case.next_move.holder is Holder.AGENT


def test_a_case_resolved_meanwhile_is_open_again_when_an_answer_is_owed_again() -> None:
    waiting = a_waiting_case()

    case = after(waiting, replied(), resolved(AT), undone(waiting))

    assert case.is_open
    assert case.facts.resolution is None
    assert case.next_move is not None
    assert case.next_move.kind is MoveKind.ANSWER


def test_a_case_ended_meanwhile_as_spam_stays_ended() -> None:
    waiting = a_waiting_case()

    case = after(waiting, replied(), resolved(AT, Outcome.SPAM), undone(waiting))

    assert not case.is_open


def test_taking_back_a_reply_to_nothing_leaves_a_resolved_case_resolved() -> None:
    answered = an_answered_case()

    case = after(answered, replied(AT, 501), resolved(AT), undone(answered, number=501))

    assert not case.is_open


def test_a_promise_in_a_reply_taken_back_was_never_given() -> None:
    waiting = a_waiting_case()

    case = after(waiting, held(promise_at=NOON), assigned(BEN), undone(waiting, number=600))

    assert case.facts.promise is None
    assert case.facts.answer == waiting.facts.answer
    assert case.next_move is not None
    assert case.next_move.kind is MoveKind.ANSWER


def test_a_promise_kept_by_a_reply_taken_back_stands_again() -> None:
    covered = after(a_waiting_case(), held(promise_at=NOON))

    case = after(covered, replied(), assigned(BEN), undone(covered))

    assert case.facts.promise == covered.facts.promise
    assert [(move.holder, move.kind) for move in case.moves] == [(Holder.TIMER, MoveKind.PROMISE)]


def test_a_promise_given_meanwhile_covers_the_answer_that_is_owed_again() -> None:
    waiting = a_waiting_case()

    case = after(waiting, replied(), held(AT, promise_at=NOON), undone(waiting))

    assert case.facts.answer is not None
    assert case.facts.answer.is_covered
    assert case.facts.promise is not None
    assert case.next_move is not None
    assert case.next_move.holder is Holder.TIMER


def test_an_answer_given_meanwhile_settles_what_the_older_one_had_settled() -> None:
    waiting = a_waiting_case()

    case = after(waiting, replied(), replied(AT, 501), undone(waiting))

    assert case.facts.answer is None
    assert case.facts.last_reply_id == message_id(501)


def test_the_last_reply_is_the_one_before() -> None:
    answered = an_answered_case()

    case = after(answered, replied(AT, 501), assigned(BEN), undone(answered, number=501))

    assert case.facts.last_reply_id == message_id(500)
    assert case.facts.last_reply_at == MONDAY_NINE


def test_taking_back_does_not_renew_patience() -> None:
    held_twice = after(a_waiting_case(), held(), held(number=601))

    case = after(held_twice, replied(), assigned(BEN), undone(held_twice))

    assert case.facts.holding_replies == 2


def test_what_a_void_promise_asked_of_the_agent_is_void_too() -> None:
    answered = an_answered_case()
    near = after(answered, held(promise_at=MONDAY_NINE + 10 * MINUTE, number=601))
    case = after(near, lambda one: (clock_event(one),), undone(answered, number=601))

    assert case.facts.duty is None
    assert case.next_move is not None
    assert case.next_move.holder is Holder.CONTACT


def clock_event(case: Case) -> events.Event:
    """Return what the clock does at once to a promise shorter than its reserve."""
    (event,) = clocks.what_is_due(case, MONDAY_NINE, POLICY)
    return event


def test_a_department_asked_meanwhile_stays_asked() -> None:
    waiting = a_waiting_case()

    case = after(waiting, replied(), asked(NOON, AT), undone(waiting))

    assert {move.holder for move in case.moves} >= {Holder.DEPARTMENT}
    assert case.facts.answer is not None


def test_an_unkept_promise_meanwhile_bounds_nothing_it_did_not_know() -> None:
    answered = after(an_answered_case(), promised(NOON))

    case = after(answered, replied(AT, 501), received(AT, 1), undone(answered, number=501))

    assert case.facts.promise == answered.facts.promise
    assert case.next_move is not None
    assert case.next_move.due_at <= NOON - 30 * MINUTE

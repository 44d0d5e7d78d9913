from __future__ import annotations

from clew.domain.case import apply
from clew.domain.clocks import nudge_is_due, nudged, what_is_due
from clew.domain.facts import Outcome
from clew.domain.moves import Holder, MoveKind, next_action_at
from clew.domain.sla.policy import Policy, SilentCases
from tests.builders import (
    A_DAY,
    HOUR,
    MINUTE,
    MONDAY_NINE,
    OFFICE_HOURS,
    POLICY,
    a_waiting_case,
    after,
    an_answered_case,
    message_id,
    received,
    replied,
    resolved,
    swept,
)

NOON = MONDAY_NINE + 3 * HOUR
DUE = MONDAY_NINE + 30 * MINUTE


def test_a_silent_contact_is_asked_once_more_and_then_the_case_ends() -> None:
    case = an_answered_case()

    assert not nudge_is_due(case, MONDAY_NINE + A_DAY - MINUTE)
    assert nudge_is_due(case, MONDAY_NINE + A_DAY)

    case = apply(case, nudged(case, MONDAY_NINE + A_DAY, message_id(700)))

    assert case.next_move is not None
    assert case.next_move.kind is MoveKind.CLOSE
    assert case.next_move.due_at == MONDAY_NINE + 3 * A_DAY

    case = after(case, swept(MONDAY_NINE + 3 * A_DAY))

    assert case.facts.resolution is not None
    assert case.facts.resolution.outcome is Outcome.NO_REPLY
    assert case.facts.resolution.by is None


def test_the_clock_does_not_close_a_case_that_was_not_nudged() -> None:
    assert what_is_due(an_answered_case(), MONDAY_NINE + 9 * A_DAY, POLICY) == ()


def test_a_late_question_leaves_the_contact_their_time_to_answer() -> None:
    """After a long standstill a case must not be asked and closed in one breath."""
    case = an_answered_case()
    late = MONDAY_NINE + 5 * A_DAY

    case = apply(case, nudged(case, late, message_id(700)))

    assert case.next_move is not None
    assert case.next_move.due_at == late + 2 * A_DAY


def test_what_could_not_be_asked_changes_nothing_about_the_end() -> None:
    case = an_answered_case()

    case = apply(case, nudged(case, MONDAY_NINE + A_DAY))

    assert case.next_move is not None
    assert case.next_move.due_at == MONDAY_NINE + 3 * A_DAY


def test_a_question_comes_before_the_messaging_window_closes() -> None:
    window = MONDAY_NINE + 20 * HOUR

    case = after(a_waiting_case(), replied(window_closes_at=window))

    assert case.next_move is not None
    assert case.next_move.due_at == window - HOUR


def test_a_question_too_soon_to_make_sense_is_not_asked() -> None:
    window = MONDAY_NINE + 5 * HOUR

    case = after(a_waiting_case(), replied(window_closes_at=window))

    assert case.next_move is not None
    assert case.next_move.kind is MoveKind.CLOSE


def test_a_channel_may_forbid_to_ask() -> None:
    policy = Policy(hours=OFFICE_HOURS, silence=SilentCases(nudge_after=None))

    case = an_answered_case(policy=policy)

    assert case.next_move is not None
    assert case.next_move.kind is MoveKind.CLOSE


def test_a_word_of_the_contact_ends_their_silence() -> None:
    case = after(an_answered_case(), received(MONDAY_NINE + 2 * A_DAY, 1))

    assert not nudge_is_due(case, MONDAY_NINE + 2 * A_DAY)
    assert case.next_move is not None
    assert case.next_move.holder is Holder.AGENT


def test_nothing_is_due_in_a_resolved_case() -> None:
    case = after(an_answered_case(), resolved(NOON))

    assert what_is_due(case, NOON + 30 * A_DAY, POLICY) == ()
    assert not nudge_is_due(case, NOON + 30 * A_DAY)
    assert next_action_at(case.moves) is None

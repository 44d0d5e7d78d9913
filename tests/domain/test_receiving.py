from __future__ import annotations

from clew.domain import events
from clew.domain.facts import Outcome
from clew.domain.moves import Holder, MoveKind
from tests.builders import (
    A_DAY,
    ANNA,
    FRIDAY_NINE,
    HOUR,
    MINUTE,
    MONDAY_NINE,
    OFFICE_POLICY,
    TEAM,
    a_case,
    a_waiting_case,
    after,
    an_answered_case,
    asked,
    assigned,
    bot_began,
    held,
    left,
    parked,
    received,
    replied,
    resolved,
    waived,
)

NOON = MONDAY_NINE + 3 * HOUR


def test_the_first_message_makes_an_answer_due_from_the_teams_queue() -> None:
    case = after(a_case(), received(MONDAY_NINE))

    move = case.next_move
    assert move is not None
    assert (move.holder, move.holder_id, move.kind) == (Holder.TEAM, TEAM, MoveKind.ANSWER)
    assert move.opened_at == MONDAY_NINE
    assert move.due_at == MONDAY_NINE + 30 * MINUTE


def test_the_owner_holds_the_answer_of_their_case() -> None:
    move = a_waiting_case().next_move

    assert move is not None
    assert (move.holder, move.holder_id) == (Holder.AGENT, ANNA)


def test_the_team_holds_it_while_the_owner_is_away() -> None:
    case = after(a_case(owner=ANNA), left(MONDAY_NINE), received(MONDAY_NINE))

    assert case.next_move is not None
    assert (case.next_move.holder, case.next_move.holder_id) == (Holder.TEAM, TEAM)


def test_a_message_at_night_is_due_after_opening() -> None:
    night = FRIDAY_NINE + 14 * HOUR

    case = after(a_case(night, policy=OFFICE_POLICY), received(night, policy=OFFICE_POLICY))

    assert case.next_move is not None
    assert case.next_move.due_at == MONDAY_NINE + 7 * A_DAY - HOUR + 30 * MINUTE


def test_writing_again_neither_restarts_the_clock_nor_opens_a_second_turn() -> None:
    """Writing twice must not send a contact to the back of the queue."""
    once = a_waiting_case()

    twice = after(once, received(MONDAY_NINE + 20 * MINUTE, 1))

    assert twice.moves == once.moves
    assert twice.facts.turns_opened == 1
    assert twice.facts.last_contact_message_at == MONDAY_NINE + 20 * MINUTE


def test_later_turns_have_the_target_of_later_turns() -> None:
    case = after(an_answered_case(), received(NOON, 1))

    assert case.facts.answer is not None
    assert not case.facts.answer.is_first
    assert case.facts.answer.due_at == NOON + HOUR


def test_a_case_that_we_began_has_no_first_reply() -> None:
    case = after(a_case(is_ours=True), received(NOON))

    assert case.facts.answer is not None
    assert not case.facts.answer.is_first


def test_a_case_that_we_began_is_ours_to_start() -> None:
    move = a_case(is_ours=True).next_move

    assert move is not None
    assert (move.holder, move.kind) == (Holder.TEAM, MoveKind.START)
    assert move.due_at == MONDAY_NINE + HOUR


def test_a_message_wakes_a_parked_case() -> None:
    case = after(an_answered_case(), parked(MONDAY_NINE + A_DAY), received(NOON, 1))

    assert case.facts.park is None
    assert case.next_move is not None
    assert (case.next_move.holder, case.next_move.kind) == (Holder.AGENT, MoveKind.ANSWER)


def test_a_message_reopens_a_resolved_case_for_the_owner_it_had() -> None:
    case = after(an_answered_case(), resolved(NOON), received(NOON + A_DAY, 1))

    assert case.is_open
    assert case.facts.resolution is None
    assert case.next_move is not None
    assert (case.next_move.holder, case.next_move.holder_id) == (Holder.AGENT, ANNA)
    assert case.next_move.due_at == NOON + A_DAY + HOUR


def test_a_message_under_a_promise_cancels_its_timer_and_is_due_before_its_reserve() -> None:
    promise_at = NOON + HOUR
    case = after(a_waiting_case(), held(MONDAY_NINE, promise_at=promise_at))

    case = after(case, received(MONDAY_NINE + MINUTE, 1))

    assert [move.holder for move in case.moves] == [Holder.AGENT]
    assert case.moves[0].kind is MoveKind.ANSWER
    assert case.moves[0].due_at == promise_at - 30 * MINUTE


def test_a_message_in_the_reserve_of_a_promise_is_due_with_the_promise() -> None:
    """A deadline that had passed before the message came would help nobody."""
    case = after(a_waiting_case(), held(MONDAY_NINE, promise_at=NOON))

    case = after(case, received(NOON - 10 * MINUTE, 1))

    assert case.next_move is not None
    assert case.next_move.due_at == NOON


def test_a_message_under_a_broken_promise_is_due_as_soon_as_anyone_can_act() -> None:
    case = after(an_answered_case(), held(MONDAY_NINE, promise_at=NOON))

    case = after(case, received(NOON + HOUR, 1))

    assert case.next_move is not None
    assert case.next_move.due_at == NOON + HOUR + 10 * MINUTE


def test_a_new_question_after_a_promise_is_not_covered_by_it() -> None:
    """Also when both share an instant: the order of events counts, not their times."""
    case = after(an_answered_case(), held(NOON, promise_at=NOON + 4 * HOUR), received(NOON, 1))

    assert case.next_move is not None
    assert (case.next_move.holder, case.next_move.kind) == (Holder.AGENT, MoveKind.ANSWER)
    assert case.next_move.due_at == NOON + HOUR


def test_while_a_department_is_asked_a_message_has_to_be_acknowledged() -> None:
    case = after(a_waiting_case(), replied(), asked(NOON))

    case = after(case, received(MONDAY_NINE + HOUR, 1))

    assert [(move.holder, move.kind) for move in case.moves] == [
        (Holder.AGENT, MoveKind.ACKNOWLEDGE),
        (Holder.DEPARTMENT, MoveKind.CONSULT),
    ]
    assert case.moves[0].due_at == MONDAY_NINE + HOUR + 10 * MINUTE


def test_a_second_word_to_a_department_that_thinks_joins_the_first() -> None:
    case = after(a_waiting_case(), asked(NOON), received(MONDAY_NINE + HOUR, 1))

    later = after(case, received(MONDAY_NINE + HOUR + 9 * MINUTE, 2))

    assert later.moves == case.moves


def test_a_bot_keeps_the_answer_to_itself() -> None:
    case = after(a_case(owner=ANNA), bot_began(MONDAY_NINE), received(MONDAY_NINE))

    assert [move.holder for move in case.moves] == [Holder.BOT]
    assert case.facts.answer is not None


def test_a_waived_turn_comes_back_with_its_own_clock() -> None:
    """Otherwise saying that no reply is needed would be a way to win time."""
    case = after(a_waiting_case(), waived(MONDAY_NINE + 5 * MINUTE))

    case = after(case, received(MONDAY_NINE + 10 * MINUTE, 1))

    assert case.facts.answer is not None
    assert case.facts.answer.opened_at == MONDAY_NINE
    assert case.facts.answer.due_at == MONDAY_NINE + 30 * MINUTE
    assert case.facts.answer.is_first


def test_a_waived_turn_is_never_due_before_anybody_could_act() -> None:
    case = after(a_waiting_case(), waived(MONDAY_NINE + 5 * MINUTE), received(NOON, 1))

    assert case.facts.answer is not None
    assert case.facts.answer.due_at == NOON + 10 * MINUTE


def test_a_turn_waived_more_than_a_day_ago_stays_waived() -> None:
    case = after(a_waiting_case(), waived(MONDAY_NINE), received(MONDAY_NINE + A_DAY + MINUTE, 1))

    assert case.facts.answer is not None
    assert case.facts.answer.opened_at == MONDAY_NINE + A_DAY + MINUTE


def test_a_turn_waived_before_we_wrote_stays_waived() -> None:
    case = after(a_waiting_case(), waived(MONDAY_NINE), replied(MONDAY_NINE), received(NOON, 1))

    assert case.facts.answer is not None
    assert case.facts.answer.opened_at == NOON


def test_a_message_after_spam_was_ended_still_opens_a_turn() -> None:
    """Which case it belongs to is decided elsewhere; here it is never swallowed."""
    case = after(a_waiting_case(), resolved(NOON, Outcome.SPAM), received(NOON, 1))

    assert case.facts.answer is not None


def test_the_agents_move_goes_where_the_case_goes() -> None:
    case = after(a_waiting_case(), assigned(None))

    assert case.next_move is not None
    assert case.next_move.holder is Holder.TEAM


def test_a_case_remembers_the_one_before() -> None:
    first = an_answered_case()
    opened = events.CaseOpened(
        at=NOON, team_id=TEAM, silence=first.facts.silence, previous_case_id=first.id
    )

    assert opened.previous_case_id == first.id

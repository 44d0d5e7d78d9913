"""A reply for later: what keeps it from going out, and who hears of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from clew.domain.errors import InvalidInput
from clew.domain.facts import DutyKind, Outcome
from clew.domain.moves import Holder
from clew.domain.scheduling import (
    LONGEST,
    Obstacle,
    Scheduled,
    check_send_at,
    go_out,
    hold_back,
    obstacle,
)
from tests.builders import (
    ANNA,
    HOUR,
    MONDAY_NINE,
    POLICY,
    a_waiting_case,
    after,
    an_answered_case,
    message_id,
    resolved,
)

NOTHING_SINCE = Scheduled(
    message_id=message_id(700),
    by=ANNA,
    has_contact_written=False,
    has_colleague_answered=False,
    is_author_here=True,
)
AT = MONDAY_NINE + HOUR


@pytest.mark.parametrize("ahead", [timedelta(0), -HOUR, LONGEST + HOUR])
def test_a_time_must_lie_ahead_within_a_year(ahead: timedelta) -> None:
    with pytest.raises(InvalidInput) as refused:
        check_send_at(AT + ahead, AT)

    assert refused.value.field == "send_at"


def test_when_nothing_has_happened_it_goes_out_and_answers() -> None:
    case = a_waiting_case()

    answered = after(case, lambda one: go_out(one, NOTHING_SINCE, AT, POLICY))

    assert obstacle(case, NOTHING_SINCE) is None
    assert answered.facts.answer is None
    assert answered.next_move is not None
    assert answered.next_move.holder is Holder.CONTACT


@pytest.mark.parametrize(
    ("since", "why"),
    [
        (replace(NOTHING_SINCE, has_contact_written=True), Obstacle.CONTACT_WROTE),
        (replace(NOTHING_SINCE, has_colleague_answered=True), Obstacle.COLLEAGUE_ANSWERED),
        (replace(NOTHING_SINCE, is_author_here=False), Obstacle.AUTHOR_LEFT),
    ],
)
def test_what_has_happened_since_keeps_it_here(since: Scheduled, why: Obstacle) -> None:
    assert obstacle(a_waiting_case(), since) is why


def test_where_an_answer_is_owed_the_one_who_owes_it_is_not_pressed_twice() -> None:
    assert hold_back(a_waiting_case(), message_id(700), Obstacle.CONTACT_WROTE, AT, POLICY) == ()


def test_where_nothing_is_owed_somebody_gets_the_move() -> None:
    held = after(
        an_answered_case(),
        lambda one: hold_back(one, message_id(700), Obstacle.COLLEAGUE_ANSWERED, AT, POLICY),
    )

    assert held.facts.duty is not None
    assert held.facts.duty.kind is DutyKind.DELIVERY


def test_a_case_that_has_ended_is_written_in_and_stays_ended() -> None:
    ended = after(an_answered_case(), resolved(AT))

    assert obstacle(ended, NOTHING_SINCE) is None
    assert go_out(ended, NOTHING_SINCE, AT, POLICY) == ()


def test_nobody_writes_in_a_case_that_was_spam() -> None:
    spam = after(an_answered_case(), resolved(AT, outcome=Outcome.SPAM))

    assert obstacle(spam, NOTHING_SINCE) is Obstacle.CASE_WAS_CANCELLED
    assert hold_back(spam, message_id(700), Obstacle.CASE_WAS_CANCELLED, AT, POLICY) == ()

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clew.domain.sla.policy import InvalidPolicy, Policy, ReplyTargets, SilentCases
from tests.domain.hours import ALWAYS, WARSAW

MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)
A_DAY = timedelta(days=1)

# Warsaw is two hours ahead of UTC in July; the team is there 08:00-18:00, Monday to Friday.
FRIDAY_NOON = datetime(2026, 7, 3, 10, tzinfo=UTC)
FRIDAY_FIVE = datetime(2026, 7, 3, 15, tzinfo=UTC)
MONDAY_EIGHT = datetime(2026, 7, 6, 6, tzinfo=UTC)

POLICY = Policy(
    hours=WARSAW,
    targets=ReplyTargets(first=2 * HOUR, next=4 * HOUR, finish=3 * HOUR, reserve=30 * MINUTE),
)
instants = st.datetimes(datetime(2026, 1, 1), datetime(2027, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001


def test_first_and_next_answers_are_due_in_business_time() -> None:
    assert POLICY.first_reply_due(FRIDAY_FIVE) == MONDAY_EIGHT + HOUR
    assert POLICY.next_reply_due(FRIDAY_FIVE) == MONDAY_EIGHT + 3 * HOUR


def test_an_acknowledgement_waits_for_the_team_to_open() -> None:
    saturday = FRIDAY_NOON + A_DAY

    assert POLICY.acknowledge_due(saturday) == MONDAY_EIGHT + 10 * MINUTE


def test_the_reserve_before_a_promise_lies_where_somebody_is_there() -> None:
    """Half an hour before Monday's opening nobody could keep a promise for that opening."""
    assert POLICY.promise_reserve(MONDAY_EIGHT) == FRIDAY_FIVE + 30 * MINUTE
    assert POLICY.promise_reserve(MONDAY_EIGHT + HOUR) == MONDAY_EIGHT + 30 * MINUTE


def test_the_reserve_does_not_begin_before_the_promise_was_made() -> None:
    promise_at = FRIDAY_NOON + 10 * MINUTE

    assert POLICY.promise_reserve(promise_at, made_at=FRIDAY_NOON) == FRIDAY_NOON


@pytest.mark.parametrize(
    ("promise_at", "due_at"),
    [
        (None, FRIDAY_NOON + 3 * HOUR),
        (FRIDAY_FIVE, FRIDAY_NOON + 3 * HOUR),
        (FRIDAY_NOON + 2 * HOUR, FRIDAY_NOON + 90 * MINUTE),  # keeps the reserve
        (FRIDAY_NOON + 20 * MINUTE, FRIDAY_NOON + 20 * MINUTE),  # within it: the promise itself
        (FRIDAY_NOON, FRIDAY_NOON + 10 * MINUTE),  # broken: as soon as anyone can acknowledge it
        (FRIDAY_NOON - A_DAY, FRIDAY_NOON + 10 * MINUTE),
    ],
)
def test_a_duty_is_due_by_the_finish_target_or_by_the_promise(
    promise_at: datetime | None, due_at: datetime
) -> None:
    assert POLICY.finish_due(FRIDAY_NOON, promise_at) == due_at


@settings(max_examples=50, deadline=None)
@given(instants, st.none() | instants)
def test_a_duty_is_never_due_before_it_arose_nor_after_a_promise_that_can_be_kept(
    now: datetime, promise_at: datetime | None
) -> None:
    due_at = POLICY.finish_due(now, promise_at)

    assert due_at > now
    if promise_at is not None and promise_at > now:
        assert due_at <= promise_at


def test_a_promise_has_a_default_and_a_limit() -> None:
    assert POLICY.default_promise(FRIDAY_FIVE) == MONDAY_EIGHT + 3 * HOUR
    assert POLICY.latest_promise(FRIDAY_NOON) == FRIDAY_NOON + 6 * A_DAY


def test_a_silent_contact_is_nudged_after_a_day_and_let_go_after_three() -> None:
    """On the calendar: a contact's weekend is as long as anyone's."""
    assert POLICY.nudge_due(FRIDAY_NOON) == FRIDAY_NOON + 24 * HOUR
    assert POLICY.close_due(FRIDAY_NOON) == FRIDAY_NOON + 72 * HOUR


def test_a_channel_may_do_without_nudges() -> None:
    policy = Policy(hours=ALWAYS, silence=SilentCases(nudge_after=None))

    assert policy.nudge_due(FRIDAY_NOON) is None
    assert policy.close_due(FRIDAY_NOON) == FRIDAY_NOON + 72 * HOUR


def test_a_case_can_be_reopened_for_thirty_days() -> None:
    assert POLICY.can_reopen(FRIDAY_NOON, FRIDAY_NOON + 30 * A_DAY)
    assert not POLICY.can_reopen(FRIDAY_NOON, FRIDAY_NOON + 30 * A_DAY + MINUTE)


@pytest.mark.parametrize(
    ("nudge_after", "close_after", "reopen_within", "field"),
    [
        (timedelta(0), 72 * HOUR, A_DAY, "nudge_after"),
        (24 * HOUR, 24 * HOUR, A_DAY, "close_after"),
        (None, timedelta(0), A_DAY, "close_after"),
        (24 * HOUR, 72 * HOUR, -A_DAY, "reopen_within"),
    ],
)
def test_silence_that_ends_before_it_begins_is_refused(
    nudge_after: timedelta | None, close_after: timedelta, reopen_within: timedelta, field: str
) -> None:
    with pytest.raises(InvalidPolicy) as refused:
        SilentCases(nudge_after=nudge_after, close_after=close_after, reopen_within=reopen_within)

    assert refused.value.field == field


def test_holding_replies_are_capped_at_two_unless_told_otherwise() -> None:
    assert POLICY.max_holding_replies == 2
    with pytest.raises(InvalidPolicy):
        Policy(hours=ALWAYS, max_holding_replies=-1)

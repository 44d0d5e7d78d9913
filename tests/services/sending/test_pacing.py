from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from clew.domain.ids import InboxId
from clew.ports.channel import Capabilities, Pace
from clew.services.sending.pacing import Pacing, ready_at, spent_after
from tests.builders import MONDAY_NINE

INBOX, OTHER = InboxId(UUID(int=1)), InboxId(UUID(int=2))
SECOND = timedelta(seconds=1)
PACE = Pace(6 * SECOND, burst=3)


def test_a_burst_passes_and_then_one_in_so_long() -> None:
    capabilities = Capabilities(per_recipient=PACE)
    pacing, now, sent = Pacing(), MONDAY_NINE, list[float]()
    while len(sent) < 6:
        at = pacing.take(INBOX, "judit", capabilities, now)
        if at == now:
            sent.append((now - MONDAY_NINE).total_seconds())
        now = max(at, now)

    assert sent == [0, 0, 0, 6, 12, 18]


def test_each_contact_has_a_pace_of_their_own_and_the_inbox_one_for_all() -> None:
    capabilities = Capabilities(per_recipient=Pace(6 * SECOND), per_inbox=Pace(SECOND, burst=2))
    pacing = Pacing()

    waits = [
        (pacing.take(inbox, who, capabilities, MONDAY_NINE) - MONDAY_NINE).total_seconds()
        for inbox, who in [(INBOX, "a"), (INBOX, "a"), (INBOX, "b"), (INBOX, "c"), (OTHER, "a")]
    ]

    assert waits == [0, 6, 0, 1, 0]


def test_a_channel_without_a_pace_never_waits() -> None:
    pacing = Pacing()

    assert {pacing.take(INBOX, "a", Capabilities(), MONDAY_NINE) for _ in range(100)} == {
        MONDAY_NINE
    }


def test_a_pause_ends_by_itself_and_the_longer_one_counts() -> None:
    pacing = Pacing()
    pacing.pause(INBOX, MONDAY_NINE + 10 * SECOND)
    pacing.pause(INBOX, MONDAY_NINE + 5 * SECOND)

    assert pacing.paused_until(INBOX, MONDAY_NINE) == MONDAY_NINE + 10 * SECOND
    assert pacing.paused_until(OTHER, MONDAY_NINE) is None
    assert pacing.paused_until(INBOX, MONDAY_NINE + 10 * SECOND) is None


@given(
    st.lists(st.integers(0, 30_000), min_size=1, max_size=60),
    st.integers(1, 10_000),
    st.integers(1, 10),
)
def test_no_span_holds_more_than_the_pace_allows(gaps: list[int], every: int, burst: int) -> None:
    pace = Pace(timedelta(milliseconds=every), burst)
    now, spent, sent = MONDAY_NINE, None, list[datetime]()
    for gap in gaps:
        now = max(now + timedelta(milliseconds=gap), ready_at(spent, pace, now))
        now = max(now, ready_at(spent, pace, now))
        spent = spent_after(spent, pace, now)
        sent.append(now)

    for first in range(len(sent)):
        for last in range(first, len(sent)):
            span = sent[last] - sent[first]
            assert last - first + 1 <= burst + span / pace.every + 1e-6


def test_what_is_no_message_waits_for_room_and_pauses_as_messages_do() -> None:
    capabilities = Capabilities(per_inbox=PACE, per_recipient=PACE)
    pacing, now = Pacing(), MONDAY_NINE
    for _ in range(PACE.burst - 1):
        pacing.take(INBOX, "judit", capabilities, now)

    first = pacing.room_at(INBOX, capabilities, now)
    second = pacing.room_at(INBOX, capabilities, now)
    pacing.pause(OTHER, now + SECOND)

    assert (first, second) == (now, now + PACE.every)
    assert pacing.room_at(OTHER, capabilities, now) == now + SECOND
    assert pacing.room_at(OTHER, Capabilities(), now + SECOND) == now + SECOND

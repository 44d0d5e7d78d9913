"""What we say waits in the queue until it is no longer held and its way is free."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from clew.domain.ids import InboxId
from clew.domain.message import Author, AuthorKind, Direction
from clew.domain.people import Inbox
from clew.ports.channel import Allow, Permission, WaitUntil
from clew.services.replies.queueing import logged, outgoing, queued
from clew.services.sendability import Way
from tests.builders import MONDAY_NINE, TEAM, WORKSPACE, a_case, an_id, message_id

INBOX = Inbox(
    id=InboxId(an_id(40)),
    workspace_id=WORKSPACE,
    channel="sms",
    name="SMS",
    team_id=TEAM,
    settings={},
    created_at=MONDAY_NINE,
)
CASE = a_case()
SYSTEM = Author(kind=AuthorKind.SYSTEM, id=None)


def way(permission: Permission) -> Way:
    return Way(
        inbox=INBOX,
        identity=None,
        permission=permission,
        window_closes_at=None,
        last_inbound_at=None,
    )


MESSAGE = outgoing(
    CASE, way(Allow()), message_id=message_id(), author=SYSTEM, text="Hello", at=MONDAY_NINE
)
SPANS = st.timedeltas(timedelta(0), timedelta(days=2))


@given(SPANS, SPANS)
def test_it_is_tried_once_it_is_free_of_both(held: timedelta, closed: timedelta) -> None:
    until = WaitUntil(MONDAY_NINE + closed)

    delivery = queued(MESSAGE, way(until), held_until=MONDAY_NINE + held)

    assert delivery.next_attempt_at == MONDAY_NINE + max(held, closed)
    assert delivery.held_until == MONDAY_NINE + held


def test_what_is_allowed_is_tried_when_it_is_no_longer_held() -> None:
    delivery = queued(MESSAGE, way(Allow()), held_until=MONDAY_NINE)

    assert (delivery.next_attempt_at, delivery.queued_at) == (MONDAY_NINE, MONDAY_NINE)


def test_message_delivery_and_entry_stand_in_one_case() -> None:
    delivery, entry = queued(MESSAGE, way(Allow()), held_until=MONDAY_NINE), logged(MESSAGE)

    places = {(one.conversation_id, one.case_id) for one in (MESSAGE, delivery, entry)}
    assert places == {(CASE.conversation_id, CASE.id)}
    assert {delivery.message_id, entry.message_id} == {MESSAGE.id}
    assert (MESSAGE.direction, MESSAGE.channel, MESSAGE.inbox_id) == (
        Direction.OUT,
        "sms",
        INBOX.id,
    )

"""Replies that go out later: what may be scheduled, and how it waits."""

from dataclasses import replace
from datetime import datetime

from clew.domain.errors import InvalidInput
from clew.domain.message import Delivery, DeliveryState
from clew.domain.scheduling import check_send_at
from clew.services.replies.commands import SendReply


def check_schedule(command: SendReply, send_at: datetime, now: datetime) -> None:
    """Refuse what cannot wait: a time that is no good, or what the reply does to its case.

    Raises:
        InvalidInput: With the name of the value.
    """
    check_send_at(send_at, now)
    if command.then is not None:
        raise InvalidInput("then", "a reply that goes out later leaves its case as it is")
    if command.promise_at is not None or command.is_holding:
        raise InvalidInput("promise_at", "nobody has heard a promise that goes out later")


def scheduled(queued: Delivery, send_at: datetime) -> Delivery:
    """Return a delivery that waits for its time: it has settled nothing, so nothing is undone."""
    return replace(
        queued,
        state=DeliveryState.SCHEDULED,
        held_until=send_at,
        next_attempt_at=send_at,
        answered=None,
        kept=None,
        promised=None,
        undo=None,
    )

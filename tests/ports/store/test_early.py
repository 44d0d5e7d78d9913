"""What is kept of something that was done to a message before it came."""

from uuid import UUID

import pytest

from clew.domain.ids import InboxId
from clew.ports.channel import (
    Address,
    IncomingDeletion,
    IncomingEdit,
    IncomingReaction,
    Sender,
)
from clew.ports.store.early import EarlyTouch, Touch
from tests.builders import MONDAY_NINE

INBOX = InboxId(UUID(int=1))
ANNA = Sender((Address("phone", "+48601234567"),))


@pytest.mark.parametrize(
    "touch",
    [
        IncomingReaction("r1", ANNA, MONDAY_NINE, "m1", "👍"),
        IncomingEdit("e1", ANNA, MONDAY_NINE, "m1", "Two"),
        IncomingDeletion("d1", ANNA, MONDAY_NINE, "m1"),
    ],
)
def test_what_was_kept_is_what_was_done(touch: Touch) -> None:
    early = EarlyTouch.of(INBOX, touch)

    assert (early.touch, early.target, early.at) == (touch, (INBOX, "m1"), MONDAY_NINE)

"""A contact who was answered, and what is seen of that answer, for the tests of receipts."""

from datetime import datetime, timedelta
from typing import Any

from clew.domain.ids import MessageId
from clew.ports.channel import Sent
from tests.fixtures.workplace import Shop

NAME = "wamid.ours"
OUTAGE = {"code": 131026, "title": "Message undeliverable", "message": "Message undeliverable"}


async def answered(shop: Shop, **more: Any) -> MessageId:
    """Let a contact write and be answered, with the answer at the provider."""
    await shop.write("Hello")
    shop.clock.advance(timedelta(minutes=5))
    message_id = await shop.answer("Hello Anna", **more)
    await shop.leave(Sent((NAME,)))
    return message_id


async def shown(shop: Shop) -> str:
    """The state that people see of our only message."""
    (ours,) = [item for item in await shop.messages() if item.direction == "out"]
    assert ours.delivery is not None
    return ours.delivery.state


async def move(shop: Shop) -> tuple[str, str, datetime]:
    """Who has the next move, what, and until when."""
    case = await shop.case()
    assert case.next_move is not None
    return case.next_move.holder, case.next_move.kind, case.next_move.due_at

from __future__ import annotations

from datetime import timedelta

from clew.domain.message import DeliveryState
from clew.worker.scheduler import scheduler
from tests.fixtures.workplace import Shop


async def test_what_was_to_go_out_later_sets_out_when_it_is_later(shop: Shop) -> None:
    await shop.write("When?")
    message_id = await shop.answer("Now", send_at=shop.clock.now() + timedelta(hours=1))
    worker = scheduler(shop.deps)
    await worker.step(None)
    assert (await shop.delivery(message_id)).state is DeliveryState.SCHEDULED
    shop.clock.advance(timedelta(hours=1))

    assert not await worker.step(None)

    assert (await shop.delivery(message_id)).state is DeliveryState.QUEUED

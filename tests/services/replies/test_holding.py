"""Replies that promise one: the answer stays owed, and nobody is put off for ever."""

from datetime import timedelta

import pytest

from clew.domain.errors import PromiseIsTooLate, TooManyHoldingReplies
from tests.fixtures.workplace import Shop

HOUR = timedelta(hours=1)


async def test_a_holding_reply_promises_and_leaves_the_answer_owed(shop: Shop) -> None:
    await shop.write("When?")
    due_at = shop.clock.now() + 4 * HOUR

    message_id = await shop.answer("By one", is_holding=True, promise_at=due_at)

    case, delivery = await shop.case(), await shop.delivery(message_id)
    assert case.promise_at == due_at
    assert case.answer is not None
    assert delivery.answered is None
    assert delivery.promised is not None
    assert (await shop.messages())[-1].holding
    assert await shop.violations() == {}


async def test_nobody_is_put_off_a_third_time_but_by_a_supervisor(shop: Shop) -> None:
    agent = await shop.join("Ewa", available=True)
    await shop.write("When?")
    for _ in range(2):
        await shop.answer("Soon", by=agent, is_holding=True)

    with pytest.raises(TooManyHoldingReplies):
        await shop.answer("Soon", by=agent, is_holding=True)
    await shop.answer("Very soon", is_holding=True)

    assert await shop.violations() == {}


async def test_a_promise_in_the_past_is_refused(shop: Shop) -> None:
    await shop.write("When?")

    with pytest.raises(PromiseIsTooLate):
        await shop.answer(promise_at=shop.clock.now() - HOUR)

    assert len(await shop.messages()) == 1
    assert await shop.violations() == {}

"""A reply for later does nothing to its case, now or then."""

from datetime import timedelta
from typing import Any

import pytest

from clew.domain.errors import InvalidInput
from clew.domain.message import DeliveryState
from clew.services.replies import Then
from tests.fixtures.workplace import Shop

HOUR = timedelta(hours=1)


async def test_until_it_goes_out_the_contact_still_waits_and_it_is_whoever_wrote_its_case(
    shop: Shop,
) -> None:
    await shop.write("When?")
    before = await shop.facts()

    message_id = await shop.answer("Tomorrow", send_at=shop.clock.now() + 20 * HOUR)

    facts, delivery = await shop.facts(), await shop.delivery(message_id)
    assert (facts.answer, facts.last_reply_id) == (before.answer, None)
    assert facts.owner_id == shop.admin.id
    assert delivery.state is DeliveryState.SCHEDULED
    assert delivery.held_until == shop.clock.now() + 20 * HOUR


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"send_at": -HOUR}, "send_at"),
        ({"then": Then.RESOLVE}, "then"),
        ({"promise_at": 3 * HOUR}, "promise_at"),
        ({"is_holding": True}, "promise_at"),
    ],
)
async def test_what_cannot_wait_is_refused(shop: Shop, more: dict[str, Any], field: str) -> None:
    await shop.write("When?")
    now = shop.clock.now()
    more = {"send_at": HOUR} | more
    more = {k: now + v if isinstance(v, timedelta) else v for k, v in more.items()}

    with pytest.raises(InvalidInput) as refused:
        await shop.answer("Tomorrow", **more)

    assert refused.value.field == field

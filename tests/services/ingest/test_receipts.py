"""How far our messages came, as receipts tell it in any order and more than once."""

from collections.abc import Sequence

import pytest

from clew.domain.ids import ConversationId
from clew.domain.message import DeliveryState
from clew.ports.channel import Sent
from clew.services.replies import send_again
from tests.fixtures.workplace import Shop
from tests.services.ingest.answered import NAME, OUTAGE, answered, shown


@pytest.mark.parametrize(
    ("receipts", "state"),
    [
        (["sent"], "sent"),
        (["delivered", "sent"], "delivered"),
        (["read", "delivered", "sent"], "read"),
        (["sent", "delivered", "read"], "read"),
        (["delivered", "failed"], "delivered"),
        (["read", "failed"], "read"),
        (["failed", "sent"], "failed"),
        (["failed", "delivered"], "delivered"),
    ],
)
async def test_receipts_come_in_any_order_and_move_a_delivery_forward_only(
    shop: Shop, receipts: Sequence[str], state: str
) -> None:
    await answered(shop)

    for receipt in receipts:
        await shop.deliver(shop.status(NAME, receipt))

    assert await shown(shop) == state
    assert await shop.violations() == {}


async def test_receipts_of_one_batch_are_taken_in_order(each_shop: Shop) -> None:
    await answered(each_shop)

    await each_shop.deliver(*(each_shop.status(NAME, one) for one in ("sent", "read", "delivered")))

    assert await shown(each_shop) == "read"
    assert await each_shop.violations() == {}


async def test_a_receipt_of_a_message_that_nobody_knows_has_no_effect(shop: Shop) -> None:
    await answered(shop)

    await shop.deliver(shop.status("wamid.unknown", "failed"))

    assert await shown(shop) == "sent"
    assert await shop.violations() == {}


async def test_a_receipt_before_the_answer_to_the_send_finds_the_message_by_our_id(
    each_shop: Shop,
) -> None:
    await each_shop.write("Hello")
    message_id = await each_shop.answer("Hello Anna")
    await each_shop.claim()

    await each_shop.deliver(
        each_shop.status(NAME, "delivered", biz_opaque_callback_data=str(message_id))
    )

    delivery = await each_shop.delivery(message_id)
    assert (delivery.state, delivery.provider_ids) == (DeliveryState.DELIVERED, (NAME,))
    assert delivery.lease_until is None
    assert await each_shop.violations() == {}


@pytest.mark.parametrize("ours", ["", "not-an-id", "0190aaaa-0000-7000-8000-000000000001"])
async def test_an_id_of_ours_that_names_nothing_is_ignored(shop: Shop, ours: str) -> None:
    await answered(shop)

    await shop.deliver(shop.status("wamid.unknown", "failed", biz_opaque_callback_data=ours))

    assert await shown(shop) == "sent"


async def test_the_last_part_of_a_long_message_speaks_for_all(shop: Shop) -> None:
    message_id = await answered(shop)
    reference = f"{message_id}"

    await shop.deliver(
        shop.status("wamid.p0", "delivered", biz_opaque_callback_data=f"{reference}#0/2")
    )
    early = await shown(shop)
    await shop.deliver(
        shop.status("wamid.p1", "delivered", biz_opaque_callback_data=f"{reference}#1/2")
    )

    assert (early, await shown(shop)) == ("sent", "delivered")
    assert await shop.violations() == {}


async def test_a_failure_told_again_does_not_touch_what_was_sent_anew(shop: Shop) -> None:
    """Providers send receipts twice; the second one is of the earlier try."""
    message_id = await answered(shop)
    await shop.deliver(shop.status(NAME, "failed", errors=[OUTAGE]))
    case = await shop.case()
    conversation_id = ConversationId(case.conversation_id)
    await send_again(conversation_id, message_id, asker=shop.admin, deps=shop.deps)

    await shop.deliver(shop.status(NAME, "failed", errors=[{**OUTAGE, "title": "Again"}]))
    await shop.leave(Sent(("wamid.anew",)))
    await shop.deliver(shop.status(NAME, "failed", errors=[OUTAGE]))

    assert await shown(shop) == "sent"

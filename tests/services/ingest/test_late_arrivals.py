"""What a reply settles that nobody believed in any more, and that arrived after all."""

from datetime import timedelta
from typing import Any

from clew.domain.facts import Outcome
from clew.domain.ids import CaseId, MessageId
from clew.ports.channel import Progress, Refusal, RefusalCause, Refused
from clew.services.cases import resolve
from clew.services.sending.verdicts import Doubt
from tests.fixtures.workplace import Shop
from tests.services.ingest.answered import NAME, move, shown

DOUBT = Doubt(reason="timeout", progress=Progress(is_asking=True))
REFUSED = Refused(Refusal("131026", "undeliverable", RefusalCause.UNDELIVERABLE))


async def in_doubt(shop: Shop, **more: Any) -> MessageId:
    """Let an answer leave of which nobody knows whether it arrived."""
    await shop.write("Hello")
    shop.clock.advance(timedelta(minutes=5))
    message_id = await shop.answer("Hello Anna", **more)
    await shop.leave(DOUBT)
    return message_id


async def test_what_arrived_after_all_takes_the_move_back(each_shop: Shop) -> None:
    message_id = await in_doubt(each_shop)
    assert (await each_shop.case()).answer is not None

    await each_shop.deliver(
        each_shop.status(NAME, "delivered", biz_opaque_callback_data=str(message_id))
    )

    case = await each_shop.case()
    assert case.answer is None
    assert (await move(each_shop))[0] == "contact"
    assert await shown(each_shop) == "delivered"
    assert await each_shop.violations() == {}


async def test_what_arrived_after_all_promises_again(shop: Shop) -> None:
    due_at = shop.clock.now() + timedelta(hours=4)
    message_id = await in_doubt(shop, promise_at=due_at)
    assert (await shop.case()).promise_at is None

    await shop.deliver(shop.status(NAME, "read", biz_opaque_callback_data=str(message_id)))

    case = await shop.case()
    assert (case.answer, case.promise_at) == (None, due_at)
    assert await shop.violations() == {}


async def test_a_holding_reply_that_arrived_after_all_still_answers_nothing(shop: Shop) -> None:
    due_at = shop.clock.now() + timedelta(hours=4)
    message_id = await in_doubt(shop, is_holding=True, promise_at=due_at)

    await shop.deliver(shop.status(NAME, "read", biz_opaque_callback_data=str(message_id)))

    case = await shop.case()
    assert case.answer is not None
    assert case.promise_at == due_at
    assert (await move(shop))[1] == "promise"
    assert await shop.violations() == {}


async def test_what_arrived_after_all_answers_nothing_that_was_asked_since(shop: Shop) -> None:
    message_id = await in_doubt(shop)
    shop.clock.advance(timedelta(minutes=1))
    await shop.write("Hello?")

    await shop.deliver(shop.status(NAME, "delivered", biz_opaque_callback_data=str(message_id)))

    assert (await shop.case()).answer is not None
    assert await shop.violations() == {}


async def test_an_earlier_reply_that_arrived_does_not_hide_a_later_one_that_failed(
    shop: Shop,
) -> None:
    first = await in_doubt(shop)
    await shop.answer("And another thing")
    await shop.leave(REFUSED)

    await shop.deliver(shop.status(NAME, "delivered", biz_opaque_callback_data=str(first)))

    case = await shop.case()
    assert case.delivery_failed
    assert case.next_move is not None
    assert case.next_move.kind == "delivery"
    assert await shop.violations() == {}


async def test_what_arrived_after_all_leaves_a_case_that_is_done_alone(shop: Shop) -> None:
    message_id = await in_doubt(shop)
    await resolve(
        CaseId((await shop.case()).id), Outcome.WITHDRAWN, asker=shop.admin, deps=shop.deps
    )

    await shop.deliver(shop.status(NAME, "delivered", biz_opaque_callback_data=str(message_id)))

    assert (await shop.case()).status == "resolved"
    assert await shown(shop) == "delivered"
    assert await shop.violations() == {}

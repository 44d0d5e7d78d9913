"""How far our messages came; and what a failure gives back, and a late arrival settles again."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

import pytest

from clew.domain.facts import Outcome
from clew.domain.ids import CaseId, ConversationId, MessageId
from clew.domain.message import DeliveryState
from clew.domain.people import Availability
from clew.ports.channel import Progress, Refusal, RefusalCause, Refused, Sent
from clew.services.cases import resolve
from clew.services.replies import Then, send_again
from clew.services.sending.verdicts import Doubt
from tests.fixtures.workplace import Shop

NAME = "wamid.ours"
OUTAGE = {"code": 131026, "title": "Message undeliverable", "message": "Message undeliverable"}
STOPPED = {"code": 131050, "title": "Stopped", "message": "Marketing messages were stopped"}
CLOSED = {"code": 131047, "title": "Re-engagement message", "message": "Re-engagement message"}
DOUBT = Doubt(reason="timeout", progress=Progress(is_asking=True))
REFUSED = Refused(Refusal("131026", "undeliverable", RefusalCause.UNDELIVERABLE))


async def answered(shop: Shop, **more: Any) -> MessageId:
    """Let a contact write and be answered, with the answer at the provider."""
    await shop.write("Hello")
    shop.clock.advance(timedelta(minutes=5))
    message_id = await shop.answer("Hello Anna", **more)
    await shop.leave(Sent((NAME,)))
    return message_id


async def in_doubt(shop: Shop, **more: Any) -> MessageId:
    """Let an answer leave of which nobody knows whether it arrived."""
    await shop.write("Hello")
    shop.clock.advance(timedelta(minutes=5))
    message_id = await shop.answer("Hello Anna", **more)
    await shop.leave(DOUBT)
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


async def test_a_failure_gives_the_move_back_with_its_original_clock(each_shop: Shop) -> None:
    await each_shop.turn(each_shop.admin, Availability.AVAILABLE)
    await each_shop.write("Hello")
    before = await each_shop.case()
    each_shop.clock.advance(timedelta(minutes=5))
    await each_shop.answer("Hello Anna")
    await each_shop.leave(Sent((NAME,)))
    each_shop.clock.advance(timedelta(minutes=5))

    await each_shop.deliver(each_shop.status(NAME, "failed", errors=[OUTAGE]))

    after = await each_shop.case()
    assert after.answer == before.answer
    assert after.delivery_failed
    assert after.next_move is not None
    assert after.next_move.holder == "agent"
    assert [item.event for item in await each_shop.timeline()][-1] == "delivery_failed"
    assert await each_shop.violations() == {}


async def test_a_failure_takes_up_a_case_that_was_done(each_shop: Shop) -> None:
    """Whoever was told nothing was not helped, whatever the case says."""
    await each_shop.write("Hello")
    opened_at = each_shop.clock.now()
    await each_shop.answer("Done", then=Then.RESOLVE)
    await each_shop.leave(Sent((NAME,)))

    await each_shop.deliver(each_shop.status(NAME, "failed", errors=[OUTAGE]))

    case = await each_shop.case()
    assert (case.status, case.resolution) == ("open", None)
    assert case.answer is not None
    assert case.answer.opened_at == opened_at
    assert await each_shop.violations() == {}


async def test_a_failure_in_a_case_whose_owner_left_is_held_by_the_queue(shop: Shop) -> None:
    agent = await shop.join("Ewa", available=True)
    await shop.write("Hello")
    await shop.answer("Done", by=agent, then=Then.RESOLVE)
    await shop.leave(Sent((NAME,)))
    await shop.turn(agent, Availability.AWAY)

    await shop.deliver(shop.status(NAME, "failed", errors=[OUTAGE]))

    assert (await move(shop))[0] == "team"
    assert await shop.violations() == {}


async def test_a_provider_that_calls_the_window_closed_is_believed(shop: Shop) -> None:
    await answered(shop)

    await shop.deliver(shop.status(NAME, "failed", errors=[CLOSED]))

    conversation_id = ConversationId((await shop.case()).conversation_id)
    async with shop.deps.store.write() as tx:
        reach = await tx.reachability(shop.admin.workspace_id, conversation_id)
    [((_, inbox_id), at)] = reach.window_refused.items()
    assert (inbox_id, at) == (shop.inbox.id, shop.clock.now())
    assert await shop.violations() == {}


async def test_a_receipt_that_tells_of_a_wish_is_believed(shop: Shop) -> None:
    await answered(shop)

    await shop.deliver(shop.status(NAME, "failed", errors=[STOPPED]))

    conversation_id = ConversationId((await shop.case()).conversation_id)
    async with shop.deps.store.write() as tx:
        reach = await tx.reachability(shop.admin.workspace_id, conversation_id)
    assert set(reach.opted_out.values()) == {"marketing"}
    assert await shop.violations() == {}


# --- what a failed reply had promised, and what it had kept


async def test_a_promise_that_a_failed_reply_kept_stands_again(shop: Shop) -> None:
    """The contact still waits for what they were told."""
    await shop.write("When?")
    due_at = shop.clock.now() + timedelta(hours=4)
    await shop.tell("By one", is_holding=True, promise_at=due_at)
    await shop.answer("It is here")
    await shop.leave(Sent((NAME,)))
    assert (await shop.case()).promise_at is None

    await shop.deliver(shop.status(NAME, "failed", errors=[OUTAGE]))

    assert (await shop.case()).promise_at == due_at
    assert await shop.violations() == {}


async def test_a_promise_in_a_failed_reply_was_never_heard(shop: Shop) -> None:
    due_at = shop.clock.now() + timedelta(hours=4)
    await answered(shop, promise_at=due_at)
    assert (await shop.case()).promise_at == due_at

    await shop.deliver(shop.status(NAME, "failed", errors=[OUTAGE]))

    case = await shop.case()
    assert case.promise_at is None
    assert case.answer is not None
    assert await shop.violations() == {}


async def test_a_failed_holding_reply_leaves_the_answer_owed_as_it_was(shop: Shop) -> None:
    await shop.write("When?")
    before = await shop.facts()
    due_at = shop.clock.now() + timedelta(hours=4)
    await shop.answer("By one", is_holding=True, promise_at=due_at)
    await shop.leave(Sent((NAME,)))

    await shop.deliver(shop.status(NAME, "failed", errors=[OUTAGE]))

    after = await shop.facts()
    assert after.answer == before.answer
    assert (after.promise, after.holding_replies) == (None, 0)
    assert await shop.violations() == {}


# --- it arrived after all


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


# --- long messages


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

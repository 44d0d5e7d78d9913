"""A reply for later goes out at its time, unless it would answer something else by then."""

from datetime import timedelta

import pytest

from clew.domain.errors import AlreadySent
from clew.domain.facts import DutyKind, Outcome
from clew.domain.ids import ConversationId, MessageId
from clew.domain.message import DeliveryState
from clew.ports.channel import Sent
from clew.services.replies import release, send_again, undo_reply
from tests.fixtures.workplace import Shop

HOUR = timedelta(hours=1)
LATER = 3 * HOUR


async def scheduled(shop: Shop) -> MessageId:
    """Let somebody wait for an answer that is written for later."""
    await shop.write("When?")
    shop.clock.advance(timedelta(minutes=1))
    return await shop.answer("Tomorrow", send_at=shop.clock.now() + LATER)


async def conversation(shop: Shop) -> ConversationId:
    return ConversationId((await shop.case()).conversation_id)


async def test_it_goes_out_at_its_time_once_and_answers_only_then(each_shop: Shop) -> None:
    shop = each_shop
    message_id = await scheduled(shop)
    shop.clock.advance(LATER - timedelta(seconds=1))
    assert await release(shop.deps, 10) == 0
    shop.clock.advance(timedelta(seconds=1))

    assert await release(shop.deps, 10) == 1
    assert await release(shop.deps, 10) == 0

    facts, delivery = await shop.facts(), await shop.delivery(message_id)
    assert (facts.answer, facts.last_reply_id) == (None, message_id)
    assert delivery.state is DeliveryState.QUEUED
    assert delivery.answered is not None
    await shop.leave(Sent(("wamid.later",)))
    assert (await shop.delivery(message_id)).state is DeliveryState.SENT
    assert await shop.violations() == {}


async def test_a_case_says_when_the_next_of_them_goes_out(each_shop: Shop) -> None:
    """Lists hear of each change: what they know is the newer the greater its number."""
    shop, now = each_shop, each_shop.clock.now()
    first = await scheduled(shop)
    cases = [await shop.case()]
    soonest = await shop.answer("Sooner", send_at=now + HOUR)
    cases.append(await shop.case())
    await undo_reply(await conversation(shop), soonest, asker=shop.admin, deps=shop.deps)
    cases.append(await shop.case())
    shop.clock.advance(LATER)
    await release(shop.deps, 10)
    cases.append(await shop.case())

    at = (await shop.delivery(first)).queued_at
    assert [case.sends_at for case in cases] == [at, now + HOUR, at, None]
    assert len({case.v for case in cases}) == 4
    assert cases == sorted(cases, key=lambda case: case.v)


async def test_a_word_of_the_contact_keeps_it_here_at_once(each_shop: Shop) -> None:
    shop = each_shop
    message_id = await scheduled(shop)
    due = (await shop.case()).next_move
    await shop.write("Forget it, I want my money back")

    assert await release(shop.deps, 10) == 1

    delivery, case = await shop.delivery(message_id), await shop.case()
    assert (delivery.state, delivery.reason_code) == (DeliveryState.FAILED, "contact_wrote")
    assert case.delivery_failed
    assert case.next_move == due
    assert await shop.violations() == {}
    shop.clock.advance(LATER)
    assert await release(shop.deps, 10) == 0


async def test_a_colleagues_answer_keeps_it_here_and_the_case_comes_back(each_shop: Shop) -> None:
    shop = each_shop
    message_id = await scheduled(shop)
    await shop.tell("Today!", by=await shop.join("Ben"))
    shop.clock.advance(LATER)

    assert await release(shop.deps, 10) == 1

    facts = await shop.facts()
    assert (await shop.delivery(message_id)).reason_code == "colleague_answered"
    assert facts.duty is not None
    assert facts.duty.kind is DutyKind.DELIVERY
    assert await shop.violations() == {}


async def test_ones_own_word_in_between_does_not(shop: Shop) -> None:
    message_id = await scheduled(shop)
    await shop.tell("I am asking.")
    shop.clock.advance(LATER)

    await release(shop.deps, 10)

    assert (await shop.delivery(message_id)).state is DeliveryState.QUEUED


@pytest.mark.parametrize(
    ("outcome", "state"),
    [(Outcome.SOLVED, DeliveryState.QUEUED), (Outcome.SPAM, DeliveryState.FAILED)],
)
async def test_a_case_that_ended_meanwhile_stays_ended(
    shop: Shop, outcome: Outcome, state: DeliveryState
) -> None:
    await shop.write("When?")
    await shop.tell("Today.")
    message_id = await shop.answer("Did it come?", send_at=shop.clock.now() + LATER)
    await shop.end(outcome=outcome)
    shop.clock.advance(LATER)

    await release(shop.deps, 10)

    assert (await shop.delivery(message_id)).state is state
    assert (await shop.case()).status == "resolved"
    assert await shop.violations() == {}


async def test_it_is_taken_back_by_anybody_and_nothing_has_happened(each_shop: Shop) -> None:
    shop = each_shop
    message_id = await scheduled(shop)
    before = await shop.facts()
    ben = await shop.join("Ben")

    undone = await undo_reply(await conversation(shop), message_id, asker=ben, deps=shop.deps)

    assert undone.text == "Tomorrow"
    assert await shop.facts() == before
    assert (await shop.delivery(message_id)).state is DeliveryState.CANCELLED
    shop.clock.advance(LATER)
    assert await release(shop.deps, 10) == 0
    with pytest.raises(AlreadySent):
        await undo_reply(await conversation(shop), message_id, asker=shop.admin, deps=shop.deps)


async def test_it_is_sent_at_once_when_somebody_says_so(each_shop: Shop) -> None:
    shop = each_shop
    message_id = await scheduled(shop)

    await send_again(await conversation(shop), message_id, asker=shop.admin, deps=shop.deps)

    assert (await shop.facts()).answer is None
    assert (await shop.delivery(message_id)).state is DeliveryState.QUEUED
    assert await release(shop.deps, 10) == 0
    assert await shop.violations() == {}

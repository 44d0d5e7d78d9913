"""A reply is taken back while it is held; one that did not arrive is sent again."""

from datetime import timedelta
from typing import Any

import pytest

from clew.domain.errors import AlreadySent, CaseIsResolved, NotAllowed, NotFound, PromiseIsTooLate
from clew.domain.facts import Outcome
from clew.domain.ids import ConversationId, MessageId
from clew.domain.message import DeliveryState
from clew.domain.people import Availability
from clew.ports.channel import Refusal, RefusalCause, Refused, Sent
from clew.services.asking import Asker
from clew.services.replies import Then, Undone, send_again, undo_reply
from tests.builders import an_id
from tests.fixtures.shops import shop_in
from tests.fixtures.workplace import Shop

HOUR = timedelta(hours=1)
REFUSED = Refused(Refusal("131026", "undeliverable", RefusalCause.UNDELIVERABLE))


async def undo(shop: Shop, message_id: MessageId, by: Asker | None = None) -> Undone:
    """Take a reply back."""
    conversation_id = ConversationId((await shop.case()).conversation_id)
    return await undo_reply(conversation_id, message_id, asker=by or shop.admin, deps=shop.deps)


async def again(shop: Shop, message_id: MessageId) -> None:
    """Send a reply once more."""
    conversation_id = ConversationId((await shop.case()).conversation_id)
    await send_again(conversation_id, message_id, asker=shop.admin, deps=shop.deps)


async def failed(shop: Shop, **more: Any) -> MessageId:
    """Let an answer not arrive."""
    await shop.write("When?")
    message_id = await shop.answer("Tomorrow", **more)
    await shop.leave(REFUSED)
    return message_id


@pytest.mark.parametrize(
    "more",
    [
        {},
        {"then": Then.PARK, "wake_at": 48 * HOUR},
        {"then": Then.RESOLVE},
        {"is_holding": True, "promise_at": 4 * HOUR},
        {"promise_at": 4 * HOUR},
    ],
)
async def test_a_reply_taken_back_at_once_leaves_everything_as_it_was(
    each_shop: Shop, more: dict[str, Any]
) -> None:
    shop = each_shop
    await shop.write("When?")
    before, facts = await shop.case(), await shop.facts()
    now = shop.clock.now()
    more = {k: now + v if isinstance(v, timedelta) else v for k, v in more.items()}
    shop.clock.advance(timedelta(seconds=1))
    message_id = await shop.answer("Tomorrow", **more)
    shop.clock.advance(timedelta(seconds=5))

    undone = await undo(shop, message_id)

    after = await shop.case()
    assert undone.text == "Tomorrow"
    assert await shop.facts() == facts
    assert (after.status, after.answer, after.next_move) == (
        "open",
        before.answer,
        before.next_move,
    )
    assert after.last_message == before.last_message
    assert (await shop.delivery(message_id)).state is DeliveryState.CANCELLED
    assert await shop.violations() == {}


async def test_a_message_that_came_meanwhile_stays_answered_by_nobody(shop: Shop) -> None:
    await shop.write("When?")
    asked = (await shop.case()).answer
    message_id = await shop.answer("Tomorrow")
    shop.clock.advance(timedelta(seconds=5))
    await shop.write("Hurry")

    await undo(shop, message_id)

    after = await shop.case()
    assert after.answer is not None
    assert asked is not None
    assert after.answer.opened_at == asked.opened_at
    assert await shop.violations() == {}


async def test_a_case_that_was_done_with_the_reply_is_open_again_without_it(shop: Shop) -> None:
    await shop.write("When?")
    message_id = await shop.answer("Tomorrow", then=Then.RESOLVE)
    shop.clock.advance(timedelta(seconds=5))
    await shop.write("Thanks")

    await undo(shop, message_id)

    assert (await shop.case()).status == "open"
    assert (await shop.case()).answer is not None
    assert await shop.violations() == {}


async def test_what_is_taken_back_comes_to_the_queue_when_its_owner_has_left(shop: Shop) -> None:
    agent = await shop.join("Ewa", available=True)
    await shop.write("When?")
    await shop.answer("One moment", by=agent, is_holding=True)
    shop.clock.advance(timedelta(seconds=1))
    message_id = await shop.answer("Done", by=agent, then=Then.RESOLVE)
    await shop.turn(agent, Availability.AWAY)

    await undo(shop, message_id, agent)

    case = await shop.case()
    assert case.next_move is not None
    assert case.next_move.holder in {"team", "timer"}
    assert not (await shop.facts()).owner_is_reachable
    assert await shop.violations() == {}


async def test_nothing_is_taken_back_that_may_have_left(shop: Shop) -> None:
    await shop.write("When?")
    message_id = await shop.answer("Tomorrow")
    shop.clock.advance(shop.deps.limits.undo)

    with pytest.raises(AlreadySent):
        await undo(shop, message_id)


async def test_nothing_is_taken_back_twice(shop: Shop) -> None:
    await shop.write("When?")
    message_id = await shop.answer("Tomorrow")
    await undo(shop, message_id)

    with pytest.raises(AlreadySent):
        await undo(shop, message_id)

    assert await shop.violations() == {}


async def test_only_the_author_or_a_supervisor_takes_a_reply_back(shop: Shop) -> None:
    agent, other = await shop.join("Ewa"), await shop.join("Jan")
    await shop.write("When?")
    first = await shop.answer("Tomorrow", by=agent)

    with pytest.raises(NotAllowed):
        await undo(shop, first, other)
    await undo(shop, first)

    assert await shop.violations() == {}


async def test_what_is_not_here_cannot_be_taken_back_or_sent_again(shop: Shop) -> None:
    other = await shop_in(shop.deps, shop.clock, "Another shop")
    await shop.write("When?")
    case = await shop.case()
    message_id = await shop.answer("Tomorrow")
    here, elsewhere = ConversationId(case.conversation_id), ConversationId(an_id(9))

    for conversation_id, asker in ((here, other.admin), (elsewhere, shop.admin)):
        with pytest.raises(NotFound):
            await undo_reply(conversation_id, message_id, asker=asker, deps=shop.deps)
        with pytest.raises(NotFound):
            await send_again(conversation_id, message_id, asker=asker, deps=shop.deps)


async def test_a_failed_reply_is_sent_again_and_settles_the_move_again(each_shop: Shop) -> None:
    message_id = await failed(each_shop)
    owed = await each_shop.case()
    assert owed.delivery_failed

    await again(each_shop, message_id)

    case, delivery = await each_shop.case(), await each_shop.delivery(message_id)
    assert not case.delivery_failed
    assert case.answer is None
    assert (delivery.state, delivery.attempts, delivery.reason) == (DeliveryState.QUEUED, 0, "")
    assert delivery.answered is not None
    await each_shop.leave(Sent(("wamid.again",)))
    assert (await each_shop.delivery(message_id)).state is DeliveryState.SENT
    assert await each_shop.violations() == {}


async def test_a_failed_reply_that_fails_again_gives_the_same_turn_back(shop: Shop) -> None:
    message_id = await failed(shop)
    first = (await shop.case()).answer
    await again(shop, message_id)

    await shop.leave(REFUSED)

    assert (await shop.case()).answer == first
    assert await shop.violations() == {}


async def test_a_holding_reply_that_is_sent_again_still_answers_nothing(shop: Shop) -> None:
    due_at = shop.clock.now() + 4 * HOUR
    message_id = await failed(shop, is_holding=True, promise_at=due_at)

    await again(shop, message_id)

    case = await shop.case()
    assert case.answer is not None
    assert case.promise_at == due_at
    assert await shop.violations() == {}


async def test_a_promise_whose_time_has_passed_is_not_sent_again(shop: Shop) -> None:
    message_id = await failed(shop, promise_at=shop.clock.now() + HOUR)
    shop.clock.advance(2 * HOUR)

    with pytest.raises(PromiseIsTooLate):
        await again(shop, message_id)

    assert (await shop.delivery(message_id)).state is DeliveryState.FAILED


async def test_what_is_on_its_way_or_in_a_case_that_is_done_is_not_sent_again(shop: Shop) -> None:
    message_id = await failed(shop)
    await again(shop, message_id)
    with pytest.raises(AlreadySent):
        await again(shop, message_id)
    await shop.leave(REFUSED)
    await shop.end(outcome=Outcome.WITHDRAWN)

    with pytest.raises(CaseIsResolved):
        await again(shop, message_id)

    assert await shop.violations() == {}

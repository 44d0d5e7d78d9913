"""What the failure of a reply gives back: the move, its clock, the promise."""

from datetime import timedelta

from clew.domain.people import Availability
from clew.ports.channel import Sent
from clew.services.replies import Then
from tests.fixtures.workplace import Shop
from tests.services.ingest.answered import NAME, OUTAGE, answered, move
from tests.services.ingest.touches.acts import reach

STOPPED = {"code": 131050, "title": "Stopped", "message": "Marketing messages were stopped"}
CLOSED = {"code": 131047, "title": "Re-engagement message", "message": "Re-engagement message"}


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

    [((_, inbox_id), at)] = (await reach(shop)).window_refused.items()
    assert (inbox_id, at) == (shop.inbox.id, shop.clock.now())
    assert await shop.violations() == {}


async def test_a_receipt_that_tells_of_a_wish_is_believed(shop: Shop) -> None:
    await answered(shop)

    await shop.deliver(shop.status(NAME, "failed", errors=[STOPPED]))

    assert set((await reach(shop)).opted_out.values()) == {"marketing"}
    assert await shop.violations() == {}


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

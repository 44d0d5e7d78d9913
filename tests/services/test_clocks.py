"""What time alone brings about, after an hour as after a week without a clock."""

import time
from datetime import timedelta
from typing import Any

import pytest

from clew.domain.clocks import what_is_due
from clew.domain.errors import Conflict
from clew.domain.ids import CaseId
from clew.domain.moves import LADDER
from clew.ports.store import Changes, Recorded
from clew.services import clocks
from clew.services.cases import park
from clew.services.clocks import sweep
from clew.storage.transaction import SqlTransaction
from tests.fixtures.workplace import Shop

# Ten thousand take a minute to make; what a batch costs does not depend on it.
TOTAL = 2_000

A_MINUTE = timedelta(minutes=1)
AN_HOUR = timedelta(hours=1)
A_DAY = timedelta(days=1)


async def swept(shop: Shop) -> int:
    """Do all that is due."""
    total = 0
    while moved := await sweep(shop.deps, 200):
        total += moved
    return total


async def test_nothing_happens_before_its_time(shop: Shop) -> None:
    await shop.write("Hello")
    before = await shop.case()
    shop.clock.at = (before.next_move.due_at if before.next_move else shop.clock.at) - A_MINUTE

    assert await sweep(shop.deps, 200) == 0
    assert await shop.case() == before


async def test_a_parked_case_wakes_at_its_time(each_shop: Shop) -> None:
    shop = each_shop
    await shop.write("When?")
    await shop.tell("Tomorrow")
    case_id = CaseId((await shop.case()).id)
    wake_at = shop.clock.now() + A_DAY
    await park(case_id, wake_at, "parts on order", asker=shop.admin, deps=shop.deps)
    shop.clock.at = wake_at

    assert await sweep(shop.deps, 200) == 1

    case = await shop.case()
    assert case.park is None
    assert case.next_move is not None
    assert case.next_move.kind == "woken"
    assert [item.event for item in await shop.timeline()][-1] == "case_woken"
    assert await shop.violations() == {}


async def test_an_answer_that_is_overdue_climbs_one_rung_at_a_time(each_shop: Shop) -> None:
    shop = each_shop
    await shop.write("Hello")
    answer = (await shop.case()).answer
    assert answer is not None
    levels = []

    for step in LADDER:
        shop.clock.at = answer.due_at + step
        await sweep(shop.deps, 200)
        move = (await shop.case()).next_move
        assert move is not None
        levels.append(move.level)

    assert levels == [1, 2, 3, 4]
    assert await shop.violations() == {}


async def test_a_long_stop_is_made_up_for_rung_by_rung(shop: Shop) -> None:
    """Each rung once and in order, so that nobody's page goes missing or comes twice."""
    await shop.write("Hello")
    answer = (await shop.case()).answer
    assert answer is not None
    shop.clock.at = answer.due_at + 3 * A_DAY

    await swept(shop)

    case = await shop.case()
    hours = 3 * 24 - 1  # after the fourth rung, an hour after the deadline, one an hour
    assert case.next_move is not None
    assert case.next_move.level == len(LADDER) + hours
    assert case.answer == answer
    assert await sweep(shop.deps, 200) == 0
    assert await shop.violations() == {}


async def test_a_promise_that_comes_near_is_an_agents_move(shop: Shop) -> None:
    await shop.write("When?")
    due_at = shop.clock.now() + 4 * AN_HOUR
    await shop.tell("By one", promise_at=due_at)
    shop.clock.at = due_at - timedelta(minutes=30)

    await sweep(shop.deps, 200)

    move = (await shop.case()).next_move
    assert move is not None
    assert (move.kind, move.due_at) == ("promise", due_at)
    assert [item.event for item in await shop.timeline()][-1] == "promise_came_near"
    assert await shop.violations() == {}


async def test_a_silent_contact_is_given_their_time_and_then_the_case_ends_honestly(
    each_shop: Shop,
) -> None:
    shop = each_shop
    await shop.write("When?")
    await shop.tell("Which colour?")
    silent_since = shop.clock.now() - shop.deps.limits.undo

    shop.clock.at = silent_since + A_DAY
    await swept(shop)
    nudged = await shop.case()
    shop.clock.at = silent_since + 3 * A_DAY
    await swept(shop)

    ended = await shop.case()
    assert nudged.status == "open"
    assert nudged.next_move is not None
    assert (nudged.next_move.holder, nudged.next_move.kind) == ("contact", "close")
    assert ended.resolution is not None
    assert (ended.resolution.outcome, ended.resolution.by) == ("no_reply", None)
    assert await shop.violations() == {}


async def test_a_case_that_is_not_understood_holds_up_no_other(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    await shop.write("Hello")
    await shop.write("Hello", phone="48609999999")
    broken, sound = await shop.cases()

    def fails(case: Any, *rest: Any) -> Any:
        if case.id == broken.id:
            raise ZeroDivisionError("a fault of ours")
        return what_is_due(case, *rest)

    monkeypatch.setattr(clocks, "what_is_due", fails)
    shop.clock.advance(A_DAY)

    await swept(shop)

    assert (await shop.case(broken.id)).v == broken.v
    assert (await shop.case(sound.id)).v > sound.v


async def test_a_sweep_takes_no_more_than_it_is_asked_to(shop: Shop) -> None:
    for number in range(5):
        await shop.write("Hello", phone=f"4860000000{number}")
    shop.clock.advance(AN_HOUR)

    assert [await sweep(shop.deps, 2) for _ in range(4)] == [2, 2, 1, 0]
    assert await shop.violations() == {}


@pytest.mark.slow
async def test_thousands_of_cases_are_carried_out_in_batches_that_hold_nobody_up_for_long(
    shop: Shop,
) -> None:
    total, batch = TOTAL, 200
    bodies = [shop.incoming(f"wamid.{n}", "Hello", phone=f"486{n:08}") for n in range(total)]
    for start in range(0, total, 500):
        await shop.deliver(*bodies[start : start + 500])
    shop.clock.advance(timedelta(minutes=61))
    moved, longest = 0, 0.0

    while True:
        began = time.thread_time()
        now = await sweep(shop.deps, batch)
        longest = max(longest, time.thread_time() - began)
        if not now:
            break
        assert now <= batch
        moved += now

    assert moved == total
    assert longest < 2  # seconds of one core for two hundred cases, on a busy machine
    assert await shop.violations() == {}


async def test_a_case_whose_change_cannot_be_kept_holds_up_no_other(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    await shop.write("One", phone="48600000001")
    await shop.write("Two", phone="48600000002")
    first, second = sorted(await shop.cases(), key=lambda case: case.number)
    kept = SqlTransaction.record

    async def record(tx: SqlTransaction, changes: Changes) -> Recorded:
        if CaseId(first.id) in changes.cases:
            raise Conflict("a constraint")
        return await kept(tx, changes)

    monkeypatch.setattr(SqlTransaction, "record", record)
    shop.clock.advance(A_DAY)

    assert await sweep(shop.deps, 200) == 1

    assert (await shop.case(first.id)).next_move == first.next_move
    assert (await shop.case(second.id)).next_move != second.next_move

from __future__ import annotations

import asyncio
from uuid import UUID

import pytest

from clew.bus.inprocess import InProcessBus
from clew.ports.bus import Bus, Subscription, Topic

ONE, OTHER = UUID(int=1), UUID(int=2)


@pytest.fixture
def bus() -> Bus:
    return InProcessBus()


async def heard(subscription: Subscription) -> list[UUID | None]:
    """Return all hints that wait now."""
    found: list[UUID | None] = []
    while True:
        try:
            found.append(await asyncio.wait_for(anext(aiter(subscription)), 0.01))
        except TimeoutError:
            return found


async def test_hints_of_a_workspace_are_merged_while_the_reader_is_busy(bus: Bus) -> None:
    async with bus.subscribe(Topic.LOG) as subscription:
        for workspace_id in (ONE, OTHER, ONE, ONE):
            bus.publish(Topic.LOG, workspace_id)

        assert await heard(subscription) == [ONE, OTHER]


async def test_a_hint_for_all_workspaces_stands_for_every_other(bus: Bus) -> None:
    async with bus.subscribe(Topic.LOG) as subscription:
        for workspace_id in (ONE, None, OTHER):
            bus.publish(Topic.LOG, workspace_id)

        assert await heard(subscription) == [None]


async def test_every_reader_of_a_topic_hears_and_readers_of_others_do_not(bus: Bus) -> None:
    async with (
        bus.subscribe(Topic.LOG) as first,
        bus.subscribe(Topic.LOG) as second,
        bus.subscribe(Topic.MEDIA) as elsewhere,
    ):
        bus.publish(Topic.LOG, ONE)

        assert (await heard(first), await heard(second), await heard(elsewhere)) == (
            [ONE],
            [ONE],
            [],
        )


async def test_waiting_ends_with_the_news_and_takes_all_of_it(bus: Bus) -> None:
    async with bus.subscribe(Topic.CLOCK) as subscription:
        bus.publish(Topic.CLOCK, ONE)
        bus.publish(Topic.CLOCK, OTHER)

        assert await subscription.wait(5)
        assert not await subscription.wait(0.01)


async def test_a_reader_that_waits_is_woken(bus: Bus) -> None:
    async with bus.subscribe(Topic.CLOCK) as subscription:
        waiting = asyncio.create_task(subscription.wait(5))
        await asyncio.sleep(0)

        bus.publish(Topic.CLOCK)

        assert await waiting


async def test_a_reader_that_gave_up_waiting_loses_no_hint(bus: Bus) -> None:
    async with bus.subscribe(Topic.CLOCK) as subscription:
        await heard(subscription)
        bus.publish(Topic.CLOCK, ONE)

        assert await heard(subscription) == [ONE]


async def test_nobody_listens_and_nothing_happens(bus: Bus) -> None:
    async with bus.subscribe(Topic.LOG):
        pass

    bus.publish(Topic.LOG, ONE)

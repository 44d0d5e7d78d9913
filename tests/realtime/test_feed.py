"""One reader for all: what is read once reaches everybody, and nobody holds anybody up."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

import pytest
import pytest_asyncio

from clew.ports.store import StoreIsUnavailable
from clew.realtime.feed import Feed, FeedLimits, pause_after
from clew.realtime.history import History
from clew.realtime.sockets import Socket
from clew.services.asking import Asker
from clew.services.people import set_preferences
from tests.fixtures.workplace import Shop

LIMITS = FeedLimits(tick_seconds=0.01, poll_seconds=0.05, catch_up_entries=20)


class Reading:
    """A store that counts how often it is read, and may be away."""

    def __init__(self, shop: Shop) -> None:
        self._store = shop.deps.store
        self.count = 0
        self.is_away = False

    def read(self) -> Any:
        if self.is_away:
            raise StoreIsUnavailable
        self.count += 1
        return self._store.read()


@pytest.fixture
def store(shop: Shop) -> Reading:
    return Reading(shop)


@pytest_asyncio.fixture
async def feed(shop: Shop, store: Reading) -> AsyncIterator[Feed]:
    made = Feed(shop.admin.workspace_id, store, shop.clock, LIMITS)  # type: ignore[arg-type]
    task = asyncio.ensure_future(made.run())
    yield made
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


class Ear:
    """A socket with a listener that may refuse to listen."""

    def __init__(self, shop: Shop, *, is_deaf: bool = False, whose: Asker | None = None) -> None:
        self.socket = Socket((whose or shop.admin).id, None)
        self.frames: list[dict[str, Any]] = []
        self.listening, self.more = asyncio.Event(), asyncio.Event()
        if not is_deaf:
            self.listening.set()
        self.task = asyncio.ensure_future(self.socket.write(self._hear, 60))

    async def _hear(self, message: Any) -> None:
        await self.listening.wait()
        if "text" in message:
            self.frames.append(json.loads(message["text"]))
            self.more.set()

    async def heard(self, seq: int) -> list[dict[str, Any]]:
        """Return all changes once those up to a number have come."""
        async with asyncio.timeout(30):
            while not any(frame.get("seq", -1) >= seq for frame in self.frames):
                self.more.clear()
                await self.more.wait()
        return [change for frame in self.frames for change in frame.get("changes", ())]


@pytest_asyncio.fixture
async def ears(shop: Shop) -> AsyncIterator[list[Ear]]:
    made = [Ear(shop) for _ in range(3)]
    yield made
    for ear in made:
        ear.task.cancel()


async def seq_of(shop: Shop) -> int:
    async with shop.deps.store.read() as reader:
        return await reader.seq(shop.admin.workspace_id)


async def test_a_change_is_read_once_for_all(
    shop: Shop, feed: Feed, store: Reading, ears: list[Ear]
) -> None:
    for ear in ears:
        await feed.join(ear.socket, None)
    await asyncio.sleep(0.1)
    before = store.count

    await shop.write("Hello")
    feed.hint()
    heard = [await ear.heard(await seq_of(shop)) for ear in ears]

    assert heard[0] == heard[1] == heard[2] != []
    assert store.count - before <= 3


async def test_a_lost_hint_costs_a_moment_and_no_change(
    shop: Shop, feed: Feed, ears: list[Ear]
) -> None:
    await feed.join(ears[0].socket, None)

    await shop.write("Nobody says that I wrote")

    assert await ears[0].heard(await seq_of(shop)) != []


async def test_many_that_return_at_once_cost_one_reading(
    shop: Shop, feed: Feed, store: Reading, ears: list[Ear]
) -> None:
    start = await seq_of(shop)
    await shop.write("While all were away")
    await feed.join(ears[0].socket, None)
    await asyncio.sleep(0.15)
    before = store.count

    await asyncio.gather(*(feed.join(ear.socket, start) for ear in ears[1:]))
    heard = [await ear.heard(await seq_of(shop)) for ear in ears[1:]]

    assert heard[0] == heard[1] != []
    assert store.count - before <= 3


async def test_what_is_somebodys_own_reaches_all_their_windows_and_nobody_else(
    shop: Shop, feed: Feed, ears: list[Ear]
) -> None:
    """A star, a view of one's own: colleagues do not hear even that there is one."""
    ben, start = await shop.join("Ben"), await seq_of(shop)
    others = [Ear(shop, whose=ben) for _ in range(3)]
    for ear in (ears[0], others[0]):
        await feed.join(ear.socket, None)

    await set_preferences({"theme": "dark"}, asker=shop.admin, deps=shop.deps)
    await shop.write("Hello")
    now = await seq_of(shop)
    here, there = await ears[0].heard(now), await others[0].heard(now)
    for ear in (ears[1], others[1]):  # from memory, and the others from the log
        await feed.join(ear.socket, start)
    feed._history = History()
    for ear in (ears[2], others[2]):
        await feed.join(ear.socket, start)

    own = {"type": "outdated", "what": "preferences"}
    assert own in here
    assert there
    for ear in ears[1:]:
        assert own in await ear.heard(now)
    for ear in others:
        assert own not in await ear.heard(now)
        ear.task.cancel()


async def test_who_missed_too_much_begins_anew(shop: Shop, store: Reading, ears: list[Ear]) -> None:
    start = await seq_of(shop)
    for number in range(12):
        await shop.write(f"m{number}", phone=f"486000000{number:02}")
    feed = Feed(shop.admin.workspace_id, store, shop.clock, LIMITS)  # type: ignore[arg-type]
    task = asyncio.ensure_future(feed.run())

    await feed.join(ears[0].socket, start)

    assert await ears[0].heard(await seq_of(shop)) == [{"type": "reset"}]
    task.cancel()


async def test_a_browser_that_takes_nothing_holds_nobody_up_and_begins_anew(
    shop: Shop, feed: Feed, ears: list[Ear]
) -> None:
    deaf = Ear(shop, is_deaf=True)
    await feed.join(deaf.socket, None)
    await feed.join(ears[0].socket, None)

    for number in range(80):
        await shop.write(f"m{number}")
        feed.hint()
        await ears[0].heard(await seq_of(shop))
    deaf.listening.set()
    changes = await deaf.heard(await seq_of(shop))

    assert {"type": "reset"} in changes
    assert len(deaf.frames) <= 70
    deaf.task.cancel()


async def test_a_store_that_was_away_is_read_on_from_where_it_stopped(
    shop: Shop, feed: Feed, store: Reading, ears: list[Ear]
) -> None:
    await feed.join(ears[0].socket, None)
    store.is_away = True
    await shop.write("In the dark")
    await asyncio.sleep(0.1)

    store.is_away = False

    assert await ears[0].heard(await seq_of(shop)) != []


async def test_when_the_feed_ends_its_sockets_are_closed(shop: Shop, store: Reading) -> None:
    feed = Feed(shop.admin.workspace_id, store, shop.clock, LIMITS)  # type: ignore[arg-type]
    task, ear = asyncio.ensure_future(feed.run()), Ear(shop)
    await feed.join(ear.socket, None)

    task.cancel()
    await asyncio.gather(task, ear.task, return_exceptions=True)

    assert ear.socket.close_code == 1012
    with pytest.raises(StoreIsUnavailable):
        await feed.join(Socket(shop.admin.id, None), None)


def test_reading_takes_at_most_half_of_the_time() -> None:
    assert pause_after(0.01, 0.06) == pytest.approx(0.05)
    assert pause_after(0.05, 0.06) == pytest.approx(0.05)
    assert pause_after(0.4, 0.06) == pytest.approx(0.4)

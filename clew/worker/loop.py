"""The shape of every worker: take what is due, again while there is more, then wait for news.

News may be lost, so each also looks by itself now and then. A step that fails is tried again after
a growing pause; nothing ends a loop but the end of the process.
"""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

import structlog

from clew.ports.bus import Bus, Subscription, Topic
from clew.ports.store import StoreIsUnavailable
from clew.worker.meters import FAILURES

logger = structlog.get_logger(__name__)

FIRST_PAUSE_SECONDS = 0.5
LONGEST_PAUSE_SECONDS = 30.0
# A database that is away is asked often: when it is back, contacts have waited long enough.
LONGEST_STORE_PAUSE_SECONDS = 3.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Loop:
    """One worker.

    Attributes:
        step: Does what is due, for one workspace or (None) for all; says whether there may be more.
        topic: What hints it listens to.
        poll: How long it waits without any.
        is_by_workspace: Each hint is worked on for its workspace; else all of them are one.
        rest: The shortest time between two looks, so that a stream of news is worked on in
            batches and others get at the database meanwhile.
    """

    name: str
    step: Callable[[UUID | None], Awaitable[bool]]
    topic: Topic | None
    poll: timedelta
    is_by_workspace: bool = False
    rest: timedelta = timedelta(0)


async def run(
    loop: Loop, *, bus: Bus, stopping: asyncio.Event, chance: Callable[[], float]
) -> None:
    """Run a worker until `stopping`; a step that is under way is finished."""
    if loop.topic is None:
        await _run(loop, None, stopping, chance)
        return
    async with bus.subscribe(loop.topic) as subscription:
        await _run(loop, subscription, stopping, chance)


async def _run(
    loop: Loop,
    subscription: Subscription | None,
    stopping: asyncio.Event,
    chance: Callable[[], float],
) -> None:
    failures = 0
    hint: UUID | None = None
    while not stopping.is_set():
        try:
            has_more = await loop.step(hint)
        except StoreIsUnavailable as failure:
            failures += 1
            FAILURES.labels(loop.name).inc()
            if failures == 1:
                logger.warning("waiting for the database", worker=loop.name, reason=str(failure))
            await _pause(failures, LONGEST_STORE_PAUSE_SECONDS, stopping, chance)
        except Exception:
            failures += 1
            FAILURES.labels(loop.name).inc()
            logger.exception("a worker failed and goes on", worker=loop.name)
            await _pause(failures, LONGEST_PAUSE_SECONDS, stopping, chance)
        else:
            if failures:
                logger.info("a worker works again", worker=loop.name)
            failures = 0
            await _rest(loop.rest.total_seconds(), stopping)
            if not has_more:
                hint = await next_hint(loop, subscription, stopping)


async def next_hint(
    loop: Loop, subscription: Subscription | None, stopping: asyncio.Event
) -> UUID | None:
    """Wait for a hint, for the time to look without one, or for the end; return the hint."""
    news = asyncio.create_task(_news(loop, subscription))
    stop = asyncio.create_task(_until(stopping))
    waiting: set[asyncio.Task[UUID | None]] = {news, stop}
    try:
        await asyncio.wait(
            waiting, timeout=loop.poll.total_seconds(), return_when=asyncio.FIRST_COMPLETED
        )
        return news.result() if news.done() else None
    finally:
        for task in waiting:
            task.cancel()
        await asyncio.gather(*waiting, return_exceptions=True)


async def _news(loop: Loop, subscription: Subscription | None) -> UUID | None:
    if subscription is None:
        await asyncio.sleep(loop.poll.total_seconds())
        return None
    if loop.is_by_workspace:
        return await anext(aiter(subscription))
    await subscription.wait(loop.poll.total_seconds())
    return None


async def _until(stopping: asyncio.Event) -> None:
    await stopping.wait()


async def _pause(
    failures: int, longest_seconds: float, stopping: asyncio.Event, chance: Callable[[], float]
) -> None:
    await _rest(pause_seconds(failures, longest_seconds, chance()), stopping)


async def _rest(seconds: float, stopping: asyncio.Event) -> None:
    if not seconds:
        await asyncio.sleep(0)
        return
    with suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            await stopping.wait()


def pause_seconds(failures: int, longest_seconds: float, chance: float) -> float:
    """Return how long to pause after so many failures in a row, spread by chance."""
    pause = FIRST_PAUSE_SECONDS * 2.0 ** min(failures - 1, 16)
    return min(pause, longest_seconds) * (0.5 + 0.5 * chance)

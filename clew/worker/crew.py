"""Pieces of work side by side, a bounded number of them; one that is slow holds nobody up."""

import asyncio
from collections.abc import Coroutine
from typing import Any

import structlog

from clew.ports.store import StoreIsUnavailable

logger = structlog.get_logger(__name__)


class Crew:
    """Tasks under way. A piece of work that fails is logged and ends alone."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._tasks: set[asyncio.Task[None]] = set()
        self._freed = asyncio.Event()

    @property
    def busy(self) -> int:
        """Return how many are at work."""
        return len(self._tasks)

    @property
    def free(self) -> int:
        """Return how many more pieces of work can begin now."""
        return self._size - len(self._tasks)

    def begin(self, work: Coroutine[Any, Any, None]) -> None:
        """Begin a piece of work; ask `free` first."""
        task = asyncio.create_task(_alone(work))
        self._tasks.add(task)
        task.add_done_callback(self._end)

    async def wait_for_room(self) -> None:
        """Wait until one more piece can begin."""
        while self.free <= 0:
            self._freed.clear()
            await self._freed.wait()

    async def finish(self) -> None:
        """Wait for all; cancelled while it waits, it cancels them."""
        try:
            while self._tasks:
                await asyncio.wait(self._tasks)
        except asyncio.CancelledError:
            for task in self._tasks:
                task.cancel()
            await asyncio.gather(*self._tasks, return_exceptions=True)
            raise

    def _end(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        self._freed.set()


async def _alone(work: Coroutine[Any, Any, None]) -> None:
    try:
        await work
    except StoreIsUnavailable as failure:
        logger.warning("work was left for later", reason=str(failure))
    except Exception:
        logger.exception("a piece of work failed")

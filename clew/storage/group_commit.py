"""Group commit: callers that wait at the same time share one write to the disk.

There is one committer per process; while it commits, the next group gathers. A slow disk makes
groups larger and not callers fewer. The queue is bounded, so a database that stands still
refuses rather than eats the memory.
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Sequence

from sqlalchemy.exc import IntegrityError

from clew.ports.store.intake import NewEvent
from clew.ports.store.transaction import StoreIsUnavailable

GROUP_MAX_EVENTS = 512
QUEUE_MAX_EVENTS = 5_000
QUEUE_MAX_BYTES = 64 * 1024 * 1024


class GroupCommit:
    """Gathers events and writes each group with `write`, one transaction a group."""

    def __init__(self, write: Callable[[Sequence[NewEvent]], Awaitable[None]]) -> None:
        self._write = write
        self._waiting: deque[tuple[NewEvent, asyncio.Future[None]]] = deque()
        self._waiting_bytes = 0
        self._wake = asyncio.Event()
        self._committer: asyncio.Task[None] | None = None
        self._is_closed = False

    async def append(self, event: NewEvent) -> None:
        """Return when `event` is durable.

        Raises:
            StoreIsUnavailable: It could not be made durable, and is not kept.
        """
        if self._is_closed or self._is_full(len(event.body)):
            raise StoreIsUnavailable("too many events wait to be stored")
        if self._committer is None:
            self._committer = asyncio.create_task(self._commit_groups())
        durable: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append((event, durable))
        self._waiting_bytes += len(event.body)
        self._wake.set()
        await durable

    async def close(self) -> None:
        """Write what waits, then stop."""
        self._is_closed = True
        if self._committer is not None:
            self._wake.set()
            await self._committer

    def _is_full(self, byte_count: int) -> bool:
        if not self._waiting:
            return False
        is_heavy = self._waiting_bytes + byte_count > QUEUE_MAX_BYTES
        return is_heavy or len(self._waiting) >= QUEUE_MAX_EVENTS

    async def _commit_groups(self) -> None:
        while not (self._is_closed and not self._waiting):
            await self._wake.wait()
            self._wake.clear()
            while self._waiting:
                await self._commit(self._next_group())

    def _next_group(self) -> list[tuple[NewEvent, asyncio.Future[None]]]:
        size = min(len(self._waiting), GROUP_MAX_EVENTS)
        group = [self._waiting.popleft() for _ in range(size)]
        self._waiting_bytes -= sum(len(event.body) for event, _ in group)
        return group

    async def _commit(self, group: list[tuple[NewEvent, asyncio.Future[None]]]) -> None:
        try:
            await self._write([event for event, _ in group])
        except IntegrityError as error:
            if len(group) == 1:
                _tell(group, error)
            # One of them names an inbox that is gone; the others must not suffer for it.
            for one in group if len(group) > 1 else ():
                await self._commit([one])
        except (
            Exception
        ) as error:  # whatever it is, each caller hears of it and the next group goes on
            _tell(group, error)
        else:
            _tell(group, None)


def _tell(group: Sequence[tuple[NewEvent, asyncio.Future[None]]], error: Exception | None) -> None:
    for _, durable in group:
        if durable.done():  # its caller has gone
            continue
        if error is None:
            durable.set_result(None)
        else:
            durable.set_exception(StoreIsUnavailable(f"the event cannot be stored: {error}"))

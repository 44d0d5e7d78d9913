"""The bus of a single process: hints wait in memory for readers on the same event loop."""

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from uuid import UUID

from clew.ports.bus import Topic


class InProcessSubscription:
    """What one reader has not looked at yet: a workspace at most once, or all in one hint."""

    def __init__(self) -> None:
        self._pending: dict[UUID | None, None] = {}
        self._news = asyncio.Event()

    def hint(self, workspace_id: UUID | None) -> None:
        """Remember that there is news, merged with what is known already."""
        if None not in self._pending:
            if workspace_id is None:
                self._pending.clear()
            self._pending[workspace_id] = None
        self._news.set()

    def __aiter__(self) -> AsyncIterator[UUID | None]:
        return self

    async def __anext__(self) -> UUID | None:
        """Wait for the next hint. Cancelled while it waits, it has taken none."""
        await self._news.wait()
        workspace_id = next(iter(self._pending))
        del self._pending[workspace_id]
        if not self._pending:
            self._news.clear()
        return workspace_id

    async def wait(self, timeout_seconds: float) -> bool:
        """Wait for news at most so long and take all of it; say whether there was any."""
        try:
            async with asyncio.timeout(timeout_seconds):
                await self._news.wait()
        except TimeoutError:
            return False
        self._pending.clear()
        self._news.clear()
        return True


class InProcessBus:
    """Tells every reader in this process. All of it is used from one event loop.

    Attributes:
        echo: Passes on to a neighbouring process what is published here.
    """

    def __init__(self) -> None:
        self.echo: Callable[[Topic, UUID | None], None] | None = None
        self._readers: defaultdict[Topic, list[InProcessSubscription]] = defaultdict(list)

    def publish(self, topic: Topic, workspace_id: UUID | None = None) -> None:
        """Tell every reader of `topic`; never blocks, never fails."""
        self.hear(topic, workspace_id)
        if self.echo is not None:
            self.echo(topic, workspace_id)

    def hear(self, topic: Topic, workspace_id: UUID | None = None) -> None:
        """Tell every reader here what was published elsewhere."""
        for reader in self._readers[topic]:
            reader.hint(workspace_id)

    @asynccontextmanager
    async def subscribe(self, topic: Topic) -> AsyncIterator[InProcessSubscription]:
        """Listen to `topic` until the context ends."""
        reader = InProcessSubscription()
        self._readers[topic].append(reader)
        try:
            yield reader
        finally:
            self._readers[topic].remove(reader)

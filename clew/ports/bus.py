"""Hints that something was committed. They may be lost: readers also poll."""

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager
from enum import StrEnum
from typing import Protocol
from uuid import UUID


class Topic(StrEnum):
    """What there may be news of."""

    INTAKE = "intake"
    LOG = "log"
    SENDING = "sending"
    MEDIA = "media"
    CLOCK = "clock"
    ROUTING = "routing"
    JOINING = "joining"


class Subscription(Protocol):
    """News for one reader; hints that come while it is busy are merged into one."""

    def __aiter__(self) -> AsyncIterator[UUID | None]:
        """Yield the workspace concerned, or None for any."""
        ...

    async def wait(self, timeout_seconds: float) -> bool:
        """Wait for news at most so long; say whether there was any."""
        ...


class Bus(Protocol):
    """Tell and be told."""

    def publish(self, topic: Topic, workspace_id: UUID | None = None) -> None:
        """Tell every reader of `topic`; never blocks, never fails."""
        ...

    def subscribe(self, topic: Topic) -> AbstractAsyncContextManager[Subscription]:
        """Listen to `topic` until the context ends."""
        ...

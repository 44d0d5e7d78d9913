"""One visitor's socket: what it still has to be sent, bounded, and where it stands."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from clew.ports.store.visitors import Whereabouts
from clew.services.visitors.rooms import Room
from clew.services.visitors.visiting import Visiting

MAX_FRAMES = 64
MAX_CHARS = 1_000_000


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A frame; `place` is up to where our answers have reached the visitor once it was sent.

    Attributes:
        seq: Of the log, 0 for what is worth nothing later.
    """

    seq: int
    wire: str
    place: int = 0


class VisitorSocket:
    """The outgoing side of a visitor's WebSocket.

    Attributes:
        cursor: Up to which sequence number everything is in the queue or was sent.
        where: The contact that the visitor is, once known.
        case_ids: Open cases of that contact.
        told: What was last said of how things stand, so that it is not said twice.
        is_stale: The visitor is somebody else to us than when it connected.
        looking: Held while it is looked up what was missed.
    """

    def __init__(self, visiting: Visiting, room: Room) -> None:
        self.visiting = visiting
        self.room = room
        self.cursor = 0
        self.where: Whereabouts | None = None
        self.case_ids: list[UUID] = []
        self.told: dict[str, str] = {}
        self.is_stale = False
        self.looking = asyncio.Lock()
        self.close_code: int | None = None
        self._frames: deque[Outgoing] = deque()
        self._chars = 0
        self._news = asyncio.Event()
        self._is_held = True

    def offer(self, frame: Outgoing) -> bool:
        """Take a frame; False if too much waits already: then it begins anew."""
        self._put(frame)
        self.cursor = max(self.cursor, frame.seq)
        return len(self._frames) <= MAX_FRAMES and self._chars <= MAX_CHARS

    def offer_ephemeral(self, wire: str) -> None:
        """Take what is worth nothing later, unless there is more important news to send."""
        if not self._is_held and len(self._frames) < MAX_FRAMES // 2:
            self._put(Outgoing(0, wire))

    def hold(self) -> None:
        """Send nothing until `restart`; what comes meanwhile waits."""
        self._is_held = True

    def restart(self, first: Outgoing, behind: int | None = None) -> None:
        """Send this, then what is newer; of what is older, only what waits up to `behind`.

        The first frame tells what happened after `behind`, or everything if that is None.
        """
        waiting = list(self._frames)
        older = [one for one in waiting if behind is not None and 0 < one.seq <= behind]
        newer = [one for one in waiting if one.seq > first.seq]
        self._frames.clear()
        self._chars = 0
        self.cursor = first.seq
        for frame in (*older, first, *newer):
            self._put(frame)
            self.cursor = max(self.cursor, frame.seq)
        self._is_held = False
        self._news.set()

    def close(self, code: int) -> None:
        """Close it as soon as the writer gets there, ahead of what waits."""
        if self.close_code is None:
            self.close_code = code
            self._news.set()

    async def write(
        self, send: Any, seconds: float, sent: Callable[[Outgoing], Awaitable[None]]
    ) -> None:
        """Send what comes until it is closed, and say of each frame that it was sent."""
        while True:
            await self._news.wait()
            if self.close_code is not None:
                await send({"type": "websocket.close", "code": self.close_code})
                return
            if self._is_held or not self._frames:
                self._news.clear()
                continue
            frame = self._frames.popleft()
            self._chars -= len(frame.wire)
            try:
                async with asyncio.timeout(seconds):
                    await send({"type": "websocket.send", "text": frame.wire})
            except TimeoutError:
                return
            await sent(frame)

    def _put(self, frame: Outgoing) -> None:
        self._frames.append(frame)
        self._chars += len(frame.wire)
        self._news.set()

"""One connected browser: what it still has to be sent, bounded, and what it says is on screen."""

import asyncio
from collections import deque
from typing import Any

from clew.domain.ids import AgentId
from clew.realtime import meters
from clew.realtime.frames import Frame

# A browser that lets so much pile up is told to begin anew rather than fed yesterday's news.
MAX_FRAMES = 64
MAX_CHARS = 4_000_000

SIGN_IN_AGAIN = 4401
TOO_SLOW = 4408
TRY_AGAIN = 1012


class Socket:
    """The outgoing side of a WebSocket; the gateway reads the incoming one.

    Attributes:
        found: Whose it is and by which token, as the doorkeeper said.
    """

    def __init__(self, agent_id: AgentId, found: Any) -> None:
        self.agent_id = agent_id
        self.found = found
        self.close_code: int | None = None
        self._frames: deque[tuple[int, str]] = deque()
        self._chars = 0
        self._news = asyncio.Event()
        self._is_held = True

    def offer(self, frame: Frame) -> bool:
        """Take a frame; False if too much waits already: then a fresh start is needed."""
        self._put(frame.seq, frame.wire_for(str(self.agent_id)))
        return len(self._frames) <= MAX_FRAMES and self._chars <= MAX_CHARS

    def offer_ephemeral(self, wire: str) -> None:
        """Take what is worth nothing later, unless there is more important news to send."""
        if len(self._frames) < MAX_FRAMES // 2:
            self._put(0, wire)

    def restart(self, seq: int, wire: str) -> None:
        """Send this first, then what is newer than `seq`, and nothing of what is older."""
        newer = [(number, text) for number, text in self._frames if number == 0 or number > seq]
        self._clear()
        self._put(seq, wire)
        for number, text in newer:
            self._put(number, text)
        self._is_held = False
        self._news.set()

    def close(self, code: int, reason: str) -> None:
        """Close it as soon as the writer gets there, ahead of what waits."""
        if self.close_code is None:
            meters.CLOSED.labels(reason).inc()
            self.close_code = code
            self._news.set()

    async def write(self, send: Any, seconds: float) -> None:
        """Send what comes until it is closed; nothing before `restart` gave the first frame."""
        while True:
            await self._news.wait()
            if self.close_code is not None:
                await send({"type": "websocket.close", "code": self.close_code})
                return
            if self._is_held or not self._frames:
                self._news.clear()
                continue
            _, wire = self._frames.popleft()
            self._chars -= len(wire)
            try:
                async with asyncio.timeout(seconds):
                    await send({"type": "websocket.send", "text": wire})
            except TimeoutError:
                meters.CLOSED.labels("too_slow").inc()
                return
            meters.FRAMES.inc()

    def _put(self, seq: int, wire: str) -> None:
        self._frames.append((seq, wire))
        self._chars += len(wire)
        self._news.set()

    def _clear(self) -> None:
        self._frames.clear()
        self._chars = 0

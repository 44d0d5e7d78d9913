"""The last frames of a workspace, so that a browser that was away for a moment costs no query.

When a server comes back, every browser asks for what it missed at once. The first to ask is
answered from the database, and that answer is kept for the others.
"""

from collections import deque

from clew.realtime.frames import Frame

MAX_FRAMES = 512
MAX_BYTES = 8 * 1024 * 1024


class History:
    """Frames without a gap between them, the latest last."""

    def __init__(self) -> None:
        self._frames: deque[Frame] = deque()
        self._bytes = 0

    def append(self, frame: Frame) -> None:
        """Keep a frame that follows the last one; the oldest go when it gets too much."""
        if self._frames and self._frames[-1].seq < frame.after:
            self._frames.clear()
            self._bytes = 0
        self._frames.append(frame)
        self._bytes += frame.size
        self._trim()

    def prepend(self, frame: Frame) -> None:
        """Keep what came before, if it reaches up to the oldest frame and there is room."""
        is_needed = not self._frames or frame.after < self._frames[0].after <= frame.seq
        if is_needed and self._bytes + frame.size <= MAX_BYTES:
            self._frames.appendleft(frame)
            self._bytes += frame.size

    def since(self, after: int, agent_id: str) -> bytes | None:
        """Return what an agent is told after a number, joined; None if it lies too far back."""
        if not self._frames or after < self._frames[0].after:
            return None
        wanted = [frame.changes_for(agent_id) for frame in self._frames if frame.seq > after]
        return b",".join(one for one in wanted if one)

    def _trim(self) -> None:
        while len(self._frames) > MAX_FRAMES or (self._bytes > MAX_BYTES and len(self._frames) > 1):
            self._bytes -= self._frames.popleft().size

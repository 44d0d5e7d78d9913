"""One workspace's stream: one reader of the log, however many sockets listen.

The log is read when a hint says that there is news, and each second whether one does or not.
What is read is loaded and encoded once and put into every socket's queue. A socket joins at the
number that was last read, without a pause in between, so nothing is missed and nothing comes
twice, whatever is committed meanwhile: numbers are given in the order of commits.
"""

import asyncio
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

import structlog

from clew.domain.ids import WorkspaceId
from clew.ports.clock import Clock
from clew.ports.store import Store, StoreIsUnavailable
from clew.realtime import meters
from clew.realtime.changes import read_changes
from clew.realtime.frames import (
    RESET,
    Frame,
    changes_wire,
    guests_wire,
    make_frame,
    ping_wire,
    presence_wire,
)
from clew.realtime.history import History
from clew.realtime.presence import Presence
from clew.realtime.sockets import TRY_AGAIN, Socket
from clew.services.visitors.presence import Guest
from clew.services.visitors.presence import Presence as Visitors

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedLimits:
    """How often and how much.

    Attributes:
        tick_seconds: Frames are at least so far apart; what happens in between is one frame.
        poll_seconds: The log is read that often even if no hint comes.
        read_entries: How much of the log one frame may tell.
        catch_up_entries: Who missed more than this takes a fresh snapshot.
        ping_seconds: A sign of life comes at least that often.
        send_seconds: A browser that takes nothing for so long is given up.
        check_seconds: Sessions are looked at again that often, even if nothing says so.
    """

    tick_seconds: float = 0.06
    poll_seconds: float = 1.0
    read_entries: int = 2_000
    catch_up_entries: int = 5_000
    ping_seconds: float = 25.0
    send_seconds: float = 20.0
    check_seconds: float = 15.0


def pause_after(spent: float, tick_seconds: float) -> float:
    """Return how long to rest after reading for so long, in seconds.

    A tick from begin to begin; under load at least as long as was spent, so that reading takes at
    most half of the time, and what happens meanwhile to the same case is told once.
    """
    return max(tick_seconds - spent, spent)


class Feed:
    """The stream of one workspace within this process."""

    def __init__(
        self,
        workspace_id: WorkspaceId,
        store: Store,
        clock: Clock,
        limits: FeedLimits,
        on_agents: Callable[[frozenset[str]], None] = lambda agent_ids: None,
        *,
        visitors: Visitors | None = None,
    ) -> None:
        self.workspace_id = workspace_id
        self.sockets: set[Socket] = set()
        self.presence = Presence(time.monotonic)
        self._visitors = visitors or Visitors()
        self._guests_told: tuple[Guest, ...] = ()
        self.head = 0
        self._store = store
        self._clock = clock
        self._limits = limits
        self._on_agents = on_agents
        self._history = History()
        self._news = asyncio.Event()
        self._begun = asyncio.Event()
        self._reading = asyncio.Lock()
        self._reading_back = asyncio.Lock()
        self.is_over = False

    def hint(self) -> None:
        """Read the log soon."""
        self._news.set()

    async def run(self) -> None:
        """Read and send until cancelled; whatever ends it, no socket is left without news."""
        try:
            async with self._store.read() as reader:
                self.head = await reader.seq(self.workspace_id)
            self._begun.set()
            pinged_at = time.monotonic()
            while True:
                await self._wait()
                started_at = time.monotonic()
                try:
                    await self._read()
                except StoreIsUnavailable:
                    log.warning("the stream cannot read", workspace_id=str(self.workspace_id))
                self._tell_presence()
                if started_at - pinged_at >= self._limits.ping_seconds:
                    pinged_at = started_at
                    self._tell(ping_wire(self._clock.now()))
                spent = time.monotonic() - started_at
                await asyncio.sleep(pause_after(spent, self._limits.tick_seconds))
        finally:
            self.is_over = True
            self._begun.set()
            for socket in self.sockets:
                socket.close(TRY_AGAIN, "feed_ended")

    async def join(self, socket: Socket, after: int | None) -> None:
        """Send a socket what it missed, then everything that comes.

        Raises:
            StoreIsUnavailable: Nothing can be read just now.
        """
        await self._begun.wait()
        if self.is_over:
            raise StoreIsUnavailable
        if after is not None and after > self.head:
            await self._read()
        self.sockets.add(socket)
        meters.SOCKETS.inc()
        if after is None:
            socket.restart(self.head, changes_wire(self.head, b"", self._clock.now()))
        elif after > self.head:  # a restored database has a shorter history
            self._reset(socket, "unknown_number")
        else:
            await self._catch_up(socket, after)
        present = self.presence.now()
        if present:
            socket.offer_ephemeral(presence_wire(present))
        guests = self._visitors.guests(self.workspace_id)
        if guests:
            socket.offer_ephemeral(guests_wire(guests))

    def leave(self, socket: Socket) -> None:
        """Let a socket go."""
        if socket in self.sockets:
            self.sockets.discard(socket)
            meters.SOCKETS.dec()
        self.presence.leave(socket)
        self.hint()

    async def _wait(self) -> None:
        try:
            async with asyncio.timeout(self._limits.poll_seconds):
                await self._news.wait()
        except TimeoutError:
            return
        self._news.clear()

    async def _read(self) -> None:
        """Read what is new in the log and give it to every socket."""
        async with self._reading:
            while not await self._read_stretch():
                pass

    async def _read_stretch(self) -> bool:
        """Read one frame's worth of the log; say whether that was all."""
        started_at, after = time.monotonic(), self.head
        async with self._store.read() as reader:
            read = await read_changes(reader, self.workspace_id, after, self._limits.read_entries)
        if read.last_seq <= after:
            return True
        frame = make_frame(after, read.last_seq, read.changes, self._clock.now(), read.own)
        self.head = read.last_seq
        self._history.append(frame)
        self._send(frame)
        meters.CHANGES.inc(len(read.changes))
        meters.READ_SECONDS.observe(time.monotonic() - started_at)
        if read.agent_ids:
            self._on_agents(read.agent_ids)
        return read.is_whole

    def _send(self, frame: Frame) -> None:
        for socket in self.sockets:
            if not socket.offer(frame):
                self._reset(socket, "too_slow")

    def _tell(self, wire: str) -> None:
        for socket in self.sockets:
            socket.offer_ephemeral(wire)

    def _tell_presence(self) -> None:
        present = self.presence.news()
        if present is not None:
            self._tell(presence_wire(present))
            self._visitors.place_agents(
                self.workspace_id,
                [(UUID(one.agent_id), UUID(one.case_id), one.state) for one in present],
            )
        guests = self._visitors.guests(self.workspace_id)
        if guests != self._guests_told:
            self._guests_told = guests
            self._tell(guests_wire(guests))

    def _reset(self, socket: Socket, reason: str) -> None:
        meters.RESETS.labels(reason).inc()
        socket.restart(self.head, changes_wire(self.head, RESET, self._clock.now()))

    async def _catch_up(self, socket: Socket, after: int) -> None:
        """Give a socket what happened since `after`, from memory or from the log."""
        if self._give_missed(socket, after):
            return
        # One at a time: what the first one reads is in memory for those who wait here.
        async with self._reading_back:
            if not self._give_missed(socket, after):
                await self._read_back(socket, after)

    def _give_missed(self, socket: Socket, after: int) -> bool:
        missed = b"" if after == self.head else self._history.since(after, str(socket.agent_id))
        if missed is None:
            return False
        socket.restart(self.head, changes_wire(self.head, missed, self._clock.now()))
        return True

    async def _read_back(self, socket: Socket, after: int) -> None:
        """Read what a socket missed; frames that come meanwhile wait in its queue."""
        seq, changes, wanted = after, list[bytes](), self.head
        own = defaultdict[str, list[bytes]](list)
        if wanted - after > self._limits.catch_up_entries:
            self._reset(socket, "too_far_back")
            return
        while seq < wanted:
            async with self._store.read() as reader:
                read = await read_changes(reader, self.workspace_id, seq, self._limits.read_entries)
            changes += read.changes
            for agent_id, told in read.own.items():
                own[agent_id] += told
            seq = read.last_seq if read.last_seq > seq else wanted
        frame = make_frame(after, seq, changes, self._clock.now(), own)
        self._history.prepend(frame)
        socket.restart(seq, frame.wire_for(str(socket.agent_id)))

"""The visitors of one workspace: one reader of the log, however many sockets listen.

A socket is put among the others before it is looked up what it missed, and what comes meanwhile
waits behind that: numbers are given in the order of commits, so nothing is missed.
"""

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass

import structlog

from clew.domain.ids import ConversationId, WorkspaceId
from clew.ports.store import Reader, StoreIsUnavailable
from clew.ports.store.sights import Seen, Standing
from clew.realtime.visitors.frames import (
    RESET,
    frame_of,
    message_change,
    ping_wire,
    read_wire,
    state_change,
    typing_wire,
)
from clew.realtime.visitors.sockets import VisitorSocket
from clew.services.deps import Deps
from clew.services.visitors.expecting import Expectations
from clew.services.visitors.presence import TYPING, Presence
from clew.services.visitors.seeing import MessageView, name_of, sight_of, view, visible_to
from clew.services.visitors.standing import answerer_of, state_of, view_visitor

log = structlog.get_logger(__name__)

TRY_AGAIN = 1012
# From where to catch up, beside a number: from where the socket is, or nowhere at all.
_FROM_CURSOR, _ANEW = -1, 2**62


@dataclass(frozen=True, slots=True, kw_only=True)
class HallLimits:
    """How often and how much; see `clew.realtime.feed.FeedLimits`.

    Attributes:
        check_seconds: Sessions are looked at again that often.
        catch_up: Who missed more messages takes a fresh look.
    """

    tick_seconds: float = 0.06
    poll_seconds: float = 1.0
    read_entries: int = 2_000
    catch_up: int = 200
    ping_seconds: float = 25.0
    send_seconds: float = 20.0
    check_seconds: float = 30.0
    first_frame_seconds: float = 10.0


class Hall:
    """The visitors' stream of one workspace within this process."""

    def __init__(
        self,
        workspace_id: WorkspaceId,
        deps: Deps,
        expectations: Expectations,
        presence: Presence,
        limits: HallLimits,
    ) -> None:
        self.workspace_id = workspace_id
        self.sockets: set[VisitorSocket] = set()
        self.head = 0
        self.is_over = False
        self._deps = deps
        self._expectations = expectations
        self._presence = presence
        self._limits = limits
        self._news = asyncio.Event()
        self._begun = asyncio.Event()

    def hint(self) -> None:
        """Look soon."""
        self._news.set()

    async def run(self) -> None:
        """Read and send until cancelled; whatever ends it, no socket is left without news."""
        try:
            async with self._deps.store.read() as reader:
                self.head = await reader.seq(self.workspace_id)
            self._begun.set()
            pinged_at = time.monotonic()
            while True:
                await self._wait()
                started_at = time.monotonic()
                try:
                    for socket in [one for one in self.sockets if one.is_stale]:
                        await self._look_again(socket, anew=True)
                    while not await self._read():
                        pass
                    await self._tell_typing()
                except StoreIsUnavailable:
                    log.warning("visitors cannot be told", workspace_id=str(self.workspace_id))
                if started_at - pinged_at >= self._limits.ping_seconds:
                    pinged_at = started_at
                    await self._ping()
                spent = time.monotonic() - started_at
                await asyncio.sleep(max(0.0, self._limits.tick_seconds - spent))
        finally:
            self.is_over = True
            self._begun.set()
            for socket in self.sockets:
                socket.close(TRY_AGAIN)

    async def join(self, socket: VisitorSocket, after: int | None) -> None:
        """Send a socket what it missed, then everything that comes.

        Raises:
            StoreIsUnavailable: Nothing can be read just now.
        """
        await self._begun.wait()
        if self.is_over:
            raise StoreIsUnavailable
        self.sockets.add(socket)
        await self._catch_up(socket, after)

    def leave(self, socket: VisitorSocket) -> None:
        """Let a socket go."""
        self.sockets.discard(socket)
        self._presence.leave(self.workspace_id, socket)

    async def _wait(self) -> None:
        try:
            async with asyncio.timeout(self._limits.poll_seconds):
                await self._news.wait()
        except TimeoutError:
            return
        self._news.clear()

    async def _look_again(self, socket: VisitorSocket, *, anew: bool) -> None:
        """Let a socket catch up from where it is, or begin anew; if it cannot, it reconnects."""
        try:
            await self._catch_up(socket, _ANEW if anew else _FROM_CURSOR)
        except StoreIsUnavailable:
            socket.close(TRY_AGAIN)

    async def _catch_up(self, socket: VisitorSocket, after: int | None) -> None:
        """Give a socket what happened since `after`; frames that come meanwhile wait behind it."""
        async with socket.looking:
            socket.hold()
            socket.is_stale = False
            if after == _FROM_CURSOR:  # what waits up to there has yet to be sent
                await self._look(socket, socket.cursor, behind=socket.cursor)
            else:
                await self._look(socket, after)

    async def _look(
        self, socket: VisitorSocket, after: int | None, behind: int | None = None
    ) -> None:
        visitor = socket.visiting.visitor
        async with self._deps.store.read() as reader:
            seq = await reader.seq(self.workspace_id)
            known = await reader.visitors.whereabouts(self.workspace_id, [visitor.id])
            where = known.get(visitor.id)
            found: Sequence[Seen] | None = []
            standing = None
            if where is not None:
                standing = await reader.sights.standing(self.workspace_id, where.conversation_id)
                found = await self._missed(socket, after, seq, reader)
            if after is not None and after > seq:  # a restored database has a shorter history
                found = None
            has_push = bool(await reader.notices.subscriptions(self.workspace_id, visitor.id))
        socket.where = where
        socket.told.clear()
        socket.told["push"] = "yes" if has_push else ""
        state = await self._state(socket, standing)
        messages = [] if found is None else self._views(found, standing)
        changes = [RESET] if found is None else [message_change(one) for one in messages]
        socket.restart(frame_of(seq, [*changes, *state], messages, self._deps.clock.now()), behind)
        place = where.conversation_id if where else None
        self._presence.come(self.workspace_id, socket, visitor.id, place)

    async def _missed(
        self, socket: VisitorSocket, after: int | None, seq: int, reader: Reader
    ) -> Sequence[Seen] | None:
        """Return what changed since `after`; None if that is too much, or nobody knows."""
        if after is None:
            return []
        visitor = socket.visiting.visitor
        known = await reader.visitors.whereabouts(self.workspace_id, [visitor.id])
        where = known[visitor.id]
        if after < _ANEW and await reader.dossiers.has_changed_hands(
            self.workspace_id, where.conversation_id, after
        ):
            return None
        sight = sight_of(visitor, where)
        found = await reader.sights.changed(sight, after, self._limits.catch_up + 1)
        return None if len(found) > self._limits.catch_up else found

    async def _read(self) -> bool:
        """Read a stretch of the log and tell those whom it concerns; say whether that was all."""
        standings: dict[ConversationId, Standing] = {}
        async with self._deps.store.read() as reader:
            touched = await reader.sights.touched(
                self.workspace_id, self.head, self._limits.read_entries
            )
            if touched.last_seq <= self.head:
                return True
            moved = await self._moved(reader, has_moved=touched.has_moved)
            listening = {one.where.conversation_id for one in self.sockets if one.where}
            seen = await reader.sights.seen(self.workspace_id, touched.message_ids)
            concerned = listening & {
                *touched.conversation_ids,
                *(one.conversation_id for one in seen),
            }
            for one in concerned:
                standings[one] = await reader.sights.standing(self.workspace_id, one)
        self.head = touched.last_seq
        for socket in list(self.sockets):
            if socket in moved:
                await self._look_again(socket, anew=moved[socket])
            elif socket.where and socket.where.conversation_id in standings:
                await self._send(socket, seen, standings[socket.where.conversation_id])
        return touched.is_whole

    async def _moved(self, reader: Reader, *, has_moved: bool) -> dict[VisitorSocket, bool]:
        """Return sockets whose contact is another one now, and whether they had one before.

        Who had one has another history now, and looks at it anew; who had none goes on.
        """
        asked = {one: one.where for one in self.sockets if has_moved or one.where is None}
        ids = {one.visiting.visitor.id for one in asked}
        known = await reader.visitors.whereabouts(self.workspace_id, ids) if ids else {}
        return {
            one: was is not None
            for one, was in asked.items()
            if known.get(one.visiting.visitor.id) != was
        }

    async def _send(self, socket: VisitorSocket, seen: Sequence[Seen], standing: Standing) -> None:
        if socket.where is None:
            return
        sight = sight_of(socket.visiting.visitor, socket.where)
        messages = self._views(visible_to(sight, seen), standing)
        try:
            state = await self._state(socket, standing)
        except StoreIsUnavailable:
            socket.close(TRY_AGAIN)
            return
        changes = [*(message_change(one) for one in messages), *state]
        frame = frame_of(self.head, changes, messages, self._deps.clock.now())
        if changes and not socket.offer(frame):
            await self._look_again(socket, anew=True)

    def _views(self, seen: Sequence[Seen], standing: Standing | None) -> list[MessageView]:
        read_seq = standing.read_seq if standing else 0
        return [view(one, read_seq, self._deps) for one in seen]

    async def _state(self, socket: VisitorSocket, standing: Standing | None) -> list[bytes]:
        """Return how things stand, if that is not what was last said."""
        answerer = await answerer_of(socket.room, standing, self._deps) if standing else None
        visitor = view_visitor(
            socket.visiting.visitor,
            has_contact=socket.where is not None,
            has_push=bool(socket.told.get("push")),
        )
        expectation = await self._expectations.of(socket.room.inbox)
        socket.case_ids = list(standing.case_ids) if standing else []
        change = state_change(answerer, expectation, visitor, state_of(standing))
        if socket.told.get("state") == change.decode():
            return []
        socket.told["state"] = change.decode()
        return [change]

    async def _ping(self) -> None:
        """Give a sign of life, with what may be expected now: the hour alone changes that."""
        for socket in list(self.sockets):
            try:
                expectation = await self._expectations.of(socket.room.inbox)
            except StoreIsUnavailable:
                expectation = None
            socket.told.pop("state", None)
            socket.offer_ephemeral(ping_wire(self._deps.clock.now(), expectation))

    async def _tell_typing(self) -> None:
        """Say which agent types, and up to where one who looks has read."""
        at = self._presence.agents_at(self.workspace_id)
        if not at and not any(one.told.get("typing") for one in self.sockets):
            return
        workplace = await self._deps.directory.workplace(self.workspace_id)
        names = {agent.id: name_of(agent) for agent in workplace.agents.values()}
        for socket in self.sockets:
            present = [one for case_id in socket.case_ids for one in at.get(case_id, ())]
            typing = next((names.get(who, "") for who, state in present if state == TYPING), "")  # type: ignore[call-overload]
            was = socket.told.get("typing", "")
            if typing != was:
                socket.told["typing"] = typing
                socket.offer_ephemeral(typing_wire(typing or was, is_typing=bool(typing)))
            if present and socket.told.get("read") != str(self.head):
                socket.told["read"] = str(self.head)
                socket.offer_ephemeral(read_wire(self.head))

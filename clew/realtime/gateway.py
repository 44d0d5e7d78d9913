"""The WebSocket at `/api/v1/stream`: who may listen, and what each one says.

Bare ASGI, for there may be thousands of sockets. Who asks is found out by a doorkeeper that the
composition root brings; a session that has ended closes its sockets within seconds.
"""

import asyncio
import time
from collections.abc import Iterable, Mapping
from typing import Any, Protocol
from urllib.parse import parse_qs
from uuid import UUID

import msgspec
import structlog

from clew.domain.ids import WorkspaceId
from clew.ports.bus import Topic
from clew.ports.store import StoreIsUnavailable
from clew.ports.store.people import SignedIn
from clew.realtime.feed import Feed, FeedLimits
from clew.realtime.sockets import SIGN_IN_AGAIN, TRY_AGAIN, Socket
from clew.realtime.writing import Writing
from clew.services.deps import Deps
from clew.services.visitors.presence import Presence

MAX_MESSAGE_CHARS = 2_000
MAX_SEQ_DIGITS = 18
BAD_REQUEST, FORBIDDEN, TOO_LONG = 4400, 4403, 1009
# What the log told may be known here before it is known to a cache of sessions elsewhere.
LOOK_AGAIN_SECONDS = 3.0
IDLE_SECONDS = 60.0

log = structlog.get_logger(__name__)


class Known(Protocol):
    """Whose connection it is, as the doorkeeper found out."""

    @property
    def signed_in(self) -> SignedIn:
        """Return the agent and the workspace."""
        ...

    @property
    def is_cookie(self) -> bool:
        """Say whether a browser sent it by itself."""
        ...


class Doorkeeper(Protocol):
    """Knows who asks."""

    async def find(self, headers: Mapping[str, str]) -> Any:
        """Return a `Known`, or None for a stranger."""
        ...

    async def is_still(self, found: Any) -> bool:
        """Say whether what was found still holds."""
        ...

    def is_ours(self, headers: Mapping[str, str]) -> bool:
        """Say whether the page that asks is ours."""
        ...


class Said(msgspec.Struct):
    """What a browser says: what is on its screen."""

    viewing: UUID | None = None
    typing: bool = False


class Gateway:
    """The ASGI application of the stream; `run` must be running beside it."""

    def __init__(
        self,
        deps: Deps,
        doorkeeper: Doorkeeper,
        limits: FeedLimits | None = None,
        *,
        visitors: Presence | None = None,
    ) -> None:
        self._deps = deps
        self._doorkeeper = doorkeeper
        self._limits = limits or FeedLimits()
        self._feeds: dict[WorkspaceId, tuple[Feed, asyncio.Task[None]]] = {}
        self._idle_since: dict[WorkspaceId, float] = {}
        self._suspects: dict[str, float] = {}
        self._visitors = visitors or Presence()
        self._visitors.watchers.append(self._hint)

    async def run(self) -> None:
        """Pass hints on, and look after sessions and feeds, until cancelled."""
        try:
            async with asyncio.TaskGroup() as tasks:
                tasks.create_task(self._pass_hints())
                tasks.create_task(self._look_after_sessions())
        finally:
            for _, task in self._feeds.values():
                task.cancel()

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        """Serve one connection until either side has enough."""
        await receive()  # websocket.connect
        headers = {
            name.decode("latin-1").lower(): value.decode("latin-1")
            for name, value in scope["headers"]
        }
        try:
            found: Known | None = await self._doorkeeper.find(headers)
        except StoreIsUnavailable:
            await _refuse(send, TRY_AGAIN)
            return
        code, after = self._judge(found, headers, scope["query_string"])
        if found is None or code is not None:
            await _refuse(send, code or SIGN_IN_AGAIN)
            return
        await send({"type": "websocket.accept"})
        await self._serve(found, after, receive, send)

    def _judge(
        self, found: Known | None, headers: Mapping[str, str], query: bytes
    ) -> tuple[int | None, int | None]:
        """Return the code to refuse with, if any, and the number to resume after, if any."""
        # A browser sends the cookie whoever opens the socket, and always says which page did.
        if not self._doorkeeper.is_ours(headers):
            return FORBIDDEN, None
        if found is None:
            return SIGN_IN_AGAIN, None
        if found.is_cookie and "origin" not in headers:
            return FORBIDDEN, None
        asked = parse_qs(query.decode("latin-1"))
        if asked.get("as", [""])[-1] not in ("", str(found.signed_in.agent.id)):
            return SIGN_IN_AGAIN, None  # somebody else has signed in beside this page
        given = asked.get("after", [None])[-1]
        if given is None:
            return None, None
        if not (given.isascii() and given.isdigit() and len(given) <= MAX_SEQ_DIGITS):
            return BAD_REQUEST, None
        return None, int(given)

    async def _serve(self, found: Known, after: int | None, receive: Any, send: Any) -> None:
        who = found.signed_in
        feed = self._feed(who.workspace.id)
        socket = Socket(who.agent.id, found)
        tasks = [
            asyncio.ensure_future(socket.write(send, self._limits.send_seconds)),
            asyncio.ensure_future(self._listen(receive, feed, socket)),
        ]
        try:
            await feed.join(socket, after)
            await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        except StoreIsUnavailable:
            socket.close(TRY_AGAIN, "store_unavailable")
            await asyncio.wait(tasks, timeout=1, return_when=asyncio.FIRST_COMPLETED)
        finally:
            feed.leave(socket)
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    async def _listen(self, receive: Any, feed: Feed, socket: Socket) -> None:
        """Hear what the browser says until it leaves."""
        writing = Writing(self._deps, time.monotonic)
        while True:
            message = await receive()
            if message["type"] != "websocket.receive":
                return
            text = message.get("text") or ""
            if len(text) > MAX_MESSAGE_CHARS:
                socket.close(TOO_LONG, "message_too_long")
                continue
            try:
                said = msgspec.json.decode(text, type=Said)
            except (msgspec.DecodeError, UnicodeError):
                continue
            viewing = str(said.viewing) if said.viewing else None
            feed.presence.say(socket, socket.agent_id, viewing, is_typing=said.typing)
            feed.hint()
            if said.typing:
                await writing.note(feed.workspace_id, socket.agent_id, said.viewing)

    def _feed(self, workspace_id: WorkspaceId) -> Feed:
        """Return the workspace's feed, begun anew if there is none."""
        known = self._feeds.get(workspace_id)
        if known is not None and not known[0].is_over:
            self._idle_since.pop(workspace_id, None)
            return known[0]
        deps = self._deps
        feed = Feed(
            workspace_id,
            deps.store,
            deps.clock,
            self._limits,
            self._suspect,
            visitors=self._visitors,
        )
        task = asyncio.ensure_future(feed.run())
        task.add_done_callback(_log_failure)
        self._feeds[workspace_id] = feed, task
        return feed

    def _hint(self, workspace_id: WorkspaceId) -> None:
        known = self._feeds.get(workspace_id)
        if known is not None:
            known[0].hint()

    def _suspect(self, agent_ids: Iterable[str]) -> None:
        """Look at the sessions of these agents now, and once more when every cache is fresh."""
        now = time.monotonic()
        for agent_id in agent_ids:
            self._suspects[agent_id] = now + LOOK_AGAIN_SECONDS

    async def _pass_hints(self) -> None:
        async with self._deps.bus.subscribe(Topic.LOG) as news:
            async for workspace_id in news:
                for known_id, (feed, _) in self._feeds.items():
                    if workspace_id is None or workspace_id == known_id:
                        feed.hint()

    async def _look_after_sessions(self) -> None:
        checked_at = time.monotonic()
        while True:
            await asyncio.sleep(min(1.0, self._limits.check_seconds))
            now = time.monotonic()
            is_time = now - checked_at >= self._limits.check_seconds
            if is_time:
                checked_at = now
            suspects = dict(self._suspects)
            self._suspects = {who: until for who, until in suspects.items() if until > now}
            self._stop_idle_feeds(now)
            sockets = [one for feed, _ in list(self._feeds.values()) for one in feed.sockets]
            for socket in sockets:
                if is_time or str(socket.agent_id) in suspects:
                    await self._check(socket)

    async def _check(self, socket: Socket) -> None:
        try:
            is_good = await self._doorkeeper.is_still(socket.found)
        except StoreIsUnavailable:
            return
        if not is_good:
            socket.close(SIGN_IN_AGAIN, "signed_out")

    def _stop_idle_feeds(self, now: float) -> None:
        for workspace_id, (feed, task) in list(self._feeds.items()):
            if feed.sockets:
                self._idle_since.pop(workspace_id, None)
            elif now - self._idle_since.setdefault(workspace_id, now) > IDLE_SECONDS:
                task.cancel()
                del self._feeds[workspace_id], self._idle_since[workspace_id]


async def _refuse(send: Any, code: int) -> None:
    """Close with a code that a browser can read, for which the socket must be accepted first."""
    if code != FORBIDDEN:
        await send({"type": "websocket.accept"})
    await send({"type": "websocket.close", "code": code})


def _log_failure(task: "asyncio.Task[None]") -> None:
    if not task.cancelled() and task.exception() is not None:
        log.error("a feed has ended", exc_info=task.exception())

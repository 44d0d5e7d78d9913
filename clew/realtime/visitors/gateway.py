"""The visitors' WebSocket at `/api/contact/v1/stream`: who may listen, and what each one says.

The token comes in the first frame and never in the address, which is written to logs.
"""

import asyncio
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from typing import Any, Protocol

import msgspec
import structlog

from clew.domain.ids import WorkspaceId
from clew.domain.visitor import Visitor
from clew.ports.bus import Topic
from clew.ports.store import StoreIsUnavailable
from clew.realtime.visitors.hall import TRY_AGAIN, Hall, HallLimits
from clew.realtime.visitors.sockets import Outgoing, VisitorSocket
from clew.services.deps import Deps
from clew.services.visitors import marking
from clew.services.visitors.errors import OriginIsNotAllowed
from clew.services.visitors.expecting import Expectations
from clew.services.visitors.limits import WRITES, Fence
from clew.services.visitors.presence import Presence
from clew.services.visitors.rooms import check_origin, room
from clew.services.visitors.visiting import Visits

log = structlog.get_logger(__name__)

NO_SESSION, FORBIDDEN, TOO_SLOW, TOO_MANY, TOO_LONG = 4401, 4403, 4408, 4429, 1009
MAX_MESSAGE_CHARS = 2_000
SOCKETS_PER_VISITOR = 10
IDLE_SECONDS = 60.0


class Doorman(Protocol):
    """Knows which pages are ours."""

    def is_ours(self, headers: Mapping[str, str]) -> bool:
        """Say whether the page that asks is ours, or it is no page that asks."""
        ...


class First(msgspec.Struct):
    """The first frame: by which token, and from where on."""

    token: str
    after: int | None = None


class Said(msgspec.Struct):
    """What a visitor's client says."""

    typing: bool | None = None
    read: int | None = None


class VisitorGateway:
    """The ASGI application of the visitors' stream; `run` must be running beside it."""

    def __init__(
        self,
        deps: Deps,
        visits: Visits,
        *,
        expectations: Expectations,
        presence: Presence,
        fence: Fence,
        doorman: Doorman,
        limits: HallLimits | None = None,
    ) -> None:
        self._deps = deps
        self._visits = visits
        self._expectations = expectations
        self._presence = presence
        self._fence = fence
        self._doorman = doorman
        self._limits = limits or HallLimits()
        self._halls: dict[WorkspaceId, tuple[Hall, asyncio.Task[None]]] = {}
        self._idle_since: dict[WorkspaceId, float] = {}
        visits.when_ended(self._close)
        visits.when_changed(self._refresh)
        presence.watchers.append(self._hint)

    async def run(self) -> None:
        """Pass hints on, and look after sessions and halls, until cancelled."""
        try:
            async with asyncio.TaskGroup() as tasks:
                tasks.create_task(self._pass_hints())
                tasks.create_task(self._look_after())
        finally:
            for _, task in self._halls.values():
                task.cancel()

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        """Serve one connection until either side has enough."""
        await receive()  # websocket.connect
        await send({"type": "websocket.accept"})
        headers = {
            name.decode("latin-1").lower(): value.decode("latin-1")
            for name, value in scope["headers"]
        }
        try:
            async with asyncio.timeout(self._limits.first_frame_seconds):
                first = _read(await receive(), First)
            if not isinstance(first, First):
                await _close(send, NO_SESSION)
                return
            socket = await self._admit(first, headers)
        except TimeoutError:
            await _close(send, TOO_SLOW)
            return
        except StoreIsUnavailable:
            await _close(send, TRY_AGAIN)
            return
        if isinstance(socket, int):
            await _close(send, socket)
            return
        await self._serve(socket, first.after, receive, send)

    async def _admit(self, first: First, headers: Mapping[str, str]) -> VisitorSocket | int:
        """Return the socket, or the code to close with."""
        visiting = await self._visits.find(first.token)
        if visiting is None:
            return NO_SESSION
        here = await room(visiting.visitor.inbox_id, deps=self._deps)
        try:
            check_origin(
                here.site, None if self._doorman.is_ours(headers) else headers.get("origin")
            )
        except OriginIsNotAllowed:
            return FORBIDDEN
        known = self._halls.get(visiting.visitor.workspace_id)
        others = known[0].sockets if known else ()
        mine = [one for one in others if one.visiting.visitor.id == visiting.visitor.id]
        return TOO_MANY if len(mine) >= SOCKETS_PER_VISITOR else VisitorSocket(visiting, here)

    async def _serve(
        self, socket: VisitorSocket, after: int | None, receive: Any, send: Any
    ) -> None:
        hall = self._hall(socket.visiting.visitor.workspace_id)

        async def sent(frame: Outgoing) -> None:
            if not frame.place:
                return
            with suppress(StoreIsUnavailable):  # it is marked with the next one
                await marking.mark_delivered(
                    frame.place, visiting=socket.visiting, room=socket.room, deps=self._deps
                )

        tasks = [
            asyncio.ensure_future(socket.write(send, self._limits.send_seconds, sent)),
            asyncio.ensure_future(self._listen(receive, socket)),
        ]
        try:
            await hall.join(socket, None if after is None else max(0, min(after, 2**53)))
            await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        except StoreIsUnavailable:
            socket.close(TRY_AGAIN)
            await asyncio.wait(tasks, timeout=1, return_when=asyncio.FIRST_COMPLETED)
        finally:
            hall.leave(socket)
            for task in tasks:
                task.cancel()
            for ended in await asyncio.gather(*tasks, return_exceptions=True):
                if isinstance(ended, Exception):
                    log.warning("a visitor's socket failed", why=repr(ended)[:200])

    async def _listen(self, receive: Any, socket: VisitorSocket) -> None:
        """Hear what the client says until it leaves."""
        visitor = socket.visiting.visitor
        while True:
            message = await receive()
            if message["type"] != "websocket.receive":
                return
            if self._fence.take(WRITES, "frames", visitor.id):
                socket.close(TOO_MANY)
                continue
            if len(message.get("text") or "") > MAX_MESSAGE_CHARS:
                socket.close(TOO_LONG)
                continue
            said = _read(message, Said)
            if not isinstance(said, Said):
                continue
            if said.typing is not None:
                self._presence.say_typing(visitor.workspace_id, visitor.id, is_typing=said.typing)
            if said.read is not None and said.read >= 0:
                await marking.mark_read(
                    said.read, visiting=socket.visiting, room=socket.room, deps=self._deps
                )

    def _hall(self, workspace_id: WorkspaceId) -> Hall:
        known = self._halls.get(workspace_id)
        if known is not None and not known[0].is_over:
            self._idle_since.pop(workspace_id, None)
            return known[0]
        hall = Hall(workspace_id, self._deps, self._expectations, self._presence, self._limits)
        task = asyncio.ensure_future(hall.run())
        task.add_done_callback(_log_failure)
        self._halls[workspace_id] = hall, task
        return hall

    def _hint(self, workspace_id: WorkspaceId) -> None:
        known = self._halls.get(workspace_id)
        if known is not None:
            known[0].hint()

    def _close(self, token_sha256: bytes) -> None:
        for hall, _ in self._halls.values():
            for socket in hall.sockets:
                if socket.visiting.token_sha256 == token_sha256:
                    socket.close(NO_SESSION)

    def _refresh(self, visitor: Visitor) -> None:
        """Let sockets of a visitor know who that is now; they look at everything anew."""
        known = self._halls.get(visitor.workspace_id)
        for socket in known[0].sockets if known else ():
            if socket.visiting.visitor.id == visitor.id:
                socket.visiting = replace(socket.visiting, visitor=visitor)
                socket.is_stale = True
        self._hint(visitor.workspace_id)

    async def _pass_hints(self) -> None:
        async with self._deps.bus.subscribe(Topic.LOG) as news:
            async for workspace_id in news:
                for known_id, (hall, _) in self._halls.items():
                    if workspace_id is None or workspace_id == known_id:
                        hall.hint()

    async def _look_after(self) -> None:
        """Close sockets whose session ended elsewhere, and halls in which nobody is."""
        while True:
            await asyncio.sleep(self._limits.check_seconds)
            now = time.monotonic()
            for workspace_id, (hall, task) in list(self._halls.items()):
                if hall.sockets:
                    self._idle_since.pop(workspace_id, None)
                elif now - self._idle_since.setdefault(workspace_id, now) > IDLE_SECONDS:
                    task.cancel()
                    del self._halls[workspace_id], self._idle_since[workspace_id]
                for socket in list(hall.sockets):
                    await self._check(socket)

    async def _check(self, socket: VisitorSocket) -> None:
        try:
            async with self._deps.store.read() as reader:
                found = await reader.visitors.session(
                    socket.visiting.token_sha256, self._deps.clock.now()
                )
        except StoreIsUnavailable:
            return
        if found is None:
            socket.close(NO_SESSION)


def _read(message: Mapping[str, Any], kind: type[First] | type[Said]) -> First | Said | None:
    """Return a frame of the client's, None if it is none of ours."""
    text = message.get("text") or ""
    if message["type"] != "websocket.receive" or len(text) > MAX_MESSAGE_CHARS:
        return None
    try:
        return msgspec.json.decode(text, type=kind)
    except (msgspec.DecodeError, UnicodeError):
        return None


async def _close(send: Any, code: int) -> None:
    await send({"type": "websocket.close", "code": code})


def _log_failure(task: "asyncio.Task[None]") -> None:
    if not task.cancelled() and task.exception() is not None:
        log.error("a hall has ended", exc_info=task.exception())

"""The streams over plain requests, for networks that let no WebSocket through.

A line is opened by a POST to the address of the stream; every further POST says what the browser
has to say and takes what waits for it, after a while if nothing does. To the gateway behind it a
line is a WebSocket like any other. Nothing is acknowledged: whoever loses an answer opens another
line and resumes by number, as after a socket that broke.
"""

import asyncio
import secrets
from collections import deque
from contextlib import suppress
from dataclasses import dataclass
from typing import Annotated, Any

import msgspec
import structlog

from clew.realtime.sockets import TRY_AGAIN

MAX_BODY_BYTES = 64_000
MAX_FRAMES = 32
MAX_UNHEARD = 200
LINGER_SECONDS = 5.0

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class LineLimits:
    """How long and how many.

    Attributes:
        wait_seconds: A request is answered by then, whether there is news or not.
        idle_seconds: A browser asks again at once; who does not for so long has gone.
        most: Lines in one process.
    """

    wait_seconds: float = 20.0
    idle_seconds: float = 45.0
    most: int = 2_000


class Asked(msgspec.Struct):
    """What a browser asks; without `line` it wants one.

    Attributes:
        say: Frames for the gateway.
        wait: Answer only when there is something, or after a while.
        bye: The line is not wanted any more.
    """

    line: Annotated[str, msgspec.Meta(max_length=64)] | None = None
    say: Annotated[list[str], msgspec.Meta(max_length=20)] = []
    wait: bool = True
    bye: bool = False


class Answer(msgspec.Struct):
    """What waited: frames as they would come over a WebSocket; `closed` is its closing code."""

    line: str
    frames: list[str]
    closed: int | None


class Line:
    """One connection: the browser's side by requests, the gateway's as a WebSocket."""

    def __init__(self, owner: frozenset[tuple[bytes, bytes]], idle_seconds: float) -> None:
        self.name = secrets.token_urlsafe(18)
        self.owner = owner
        self.closed: int | None = None
        self.is_asked = False
        self._heard: asyncio.Queue[Any] = asyncio.Queue()
        self._frames: deque[str] = deque()
        self._news = asyncio.Event()
        self._room = asyncio.Event()
        self._timeout = asyncio.timeout(idle_seconds)
        self._idle_seconds = idle_seconds
        self._heard.put_nowait({"type": "websocket.connect"})

    async def run(self, gateway: Any, scope: Any) -> None:
        """Let the gateway serve it until either side has enough."""
        try:
            with suppress(TimeoutError):
                async with self._timeout:
                    await gateway(_as_websocket(scope), self._heard.get, self._send)
        finally:
            self._end(TRY_AGAIN)

    def say(self, texts: list[str]) -> None:
        """Pass on what the browser says."""
        if self._heard.qsize() > MAX_UNHEARD:
            self.leave()
            return
        for text in texts:
            self._heard.put_nowait({"type": "websocket.receive", "text": text})

    def leave(self) -> None:
        """Tell the gateway that the browser has gone."""
        self._heard.put_nowait({"type": "websocket.disconnect", "code": 1000})

    async def take(self, seconds: float) -> Answer:
        """Return what waits, if need be after so long."""
        with suppress(RuntimeError):  # not begun yet, or over
            self._timeout.reschedule(asyncio.get_running_loop().time() + self._idle_seconds)
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._news.wait()
        frames = list(self._frames)
        self._frames.clear()
        self._room.set()
        if self.closed is None:
            self._news.clear()
        return Answer(line=self.name, frames=frames, closed=self.closed)

    async def _send(self, message: Any) -> None:
        if message["type"] == "websocket.close":
            self._end(message.get("code", 1000))
        elif message["type"] == "websocket.send":
            while len(self._frames) >= MAX_FRAMES:
                self._room.clear()
                await self._room.wait()
            self._frames.append(message["text"])
            self._news.set()

    def _end(self, code: int) -> None:
        if self.closed is None:
            self.closed = code
        self._news.set()


class Lines:
    """The ASGI application that answers the POSTs to one stream's address."""

    def __init__(self, gateway: Any, limits: LineLimits | None = None) -> None:
        self._gateway = gateway
        self._limits = limits or LineLimits()
        self._lines: dict[str, tuple[Line, asyncio.Task[None]]] = {}

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        """Answer one request."""
        if scope["method"] != "POST":
            await _refuse(send, 405, "method_not_allowed", "open a WebSocket, or POST")
            return
        try:
            asked = msgspec.json.decode(await _body(receive), type=Asked)
        except (msgspec.DecodeError, ValueError):
            await _refuse(send, 400, "invalid_line", 'send JSON such as {} or {"line": "…"}')
            return
        if asked.line is None:
            await self._begin(scope, send)
            return
        known = self._lines.get(asked.line)
        if known is None or known[0].owner != _owner(scope):
            await _refuse(send, 410, "line_ended", "open another line, and resume by number")
        elif known[0].is_asked and asked.wait:
            await _refuse(send, 409, "line_is_asked", "one request at a time takes what waits")
        else:
            await self._serve(known[0], asked, receive, send)

    async def _serve(self, line: Line, asked: Asked, receive: Any, send: Any) -> None:
        line.say(asked.say)
        if asked.bye:
            line.leave()
            self._forget(line)
        if asked.bye or not asked.wait:
            await _answer(send, 204, b"")
            return
        line.is_asked = True
        gone = asyncio.ensure_future(receive())
        taken = asyncio.ensure_future(line.take(self._limits.wait_seconds))
        try:
            await asyncio.wait([gone, taken], return_when=asyncio.FIRST_COMPLETED)
            if taken.done():
                await _tell(send, taken.result())
            else:
                line.leave()
            if line.closed is not None or not taken.done():
                self._forget(line)
        finally:
            line.is_asked = False
            gone.cancel()
            taken.cancel()

    async def _begin(self, scope: Any, send: Any) -> None:
        if len(self._lines) >= self._limits.most:
            await _refuse(send, 503, "too_many_lines", "try again in a minute")
            return
        line = Line(_owner(scope), self._limits.idle_seconds)
        task = asyncio.ensure_future(line.run(self._gateway, scope))
        self._lines[line.name] = line, task
        task.add_done_callback(lambda task: self._ended(line, task))
        await _tell(send, await line.take(0))

    def _ended(self, line: Line, task: "asyncio.Task[None]") -> None:
        if not task.cancelled() and task.exception() is not None:
            log.error("a line has failed", exc_info=task.exception())
        # Its last answer is fetched by the next request, which is on its way if there is one.
        asyncio.get_running_loop().call_later(LINGER_SECONDS, self._forget, line)

    def _forget(self, line: Line) -> None:
        self._lines.pop(line.name, None)


def _owner(scope: Any) -> frozenset[tuple[bytes, bytes]]:
    """Return what says who asks; a line is its opener's alone."""
    return frozenset(one for one in scope["headers"] if one[0] in (b"cookie", b"authorization"))


def _as_websocket(scope: Any) -> Any:
    scheme = "wss" if scope.get("scheme") == "https" else "ws"
    return {**scope, "type": "websocket", "scheme": scheme, "subprotocols": []}


async def _body(receive: Any) -> bytes:
    """Return a whole body.

    Raises:
        ValueError: It is too long, or the browser went.
    """
    body = b""
    while True:
        message = await receive()
        if message["type"] != "http.request":
            raise ValueError(message["type"])
        body += bytes(message.get("body", b""))
        if len(body) > MAX_BODY_BYTES:
            raise ValueError(len(body))
        if not message.get("more_body", False):
            return body


async def _tell(send: Any, answer: Answer) -> None:
    await _answer(send, 200, msgspec.json.encode(answer))


async def _refuse(send: Any, status: int, code: str, detail: str) -> None:
    said = {"status": status, "code": code, "title": detail, "detail": detail}
    await _answer(send, status, msgspec.json.encode(said))


async def _answer(send: Any, status: int, body: bytes) -> None:
    headers = [
        (b"content-type", b"application/json"),
        (b"content-length", str(len(body)).encode()),
    ]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})

"""A POST that comes again with the same Idempotency-Key is answered as before, and done once.

Only answers that did something are kept: a refused request may be tried again. Two that come at
once wait for each other here; across processes the ids in the bodies decide. Uploads are kept by
their keys where their bytes are, for they are too long to be read twice.
"""

import asyncio
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any, cast
from weakref import WeakValueDictionary

from litestar.exceptions.http_exceptions import RequestEntityTooLarge
from litestar.types import ASGIApp, HTTPScope, Message, Receive, Scope, Send

from clew.domain.errors import Conflict, InvalidInput
from clew.domain.ids import AgentId
from clew.ports.store.people import KeptAnswer
from clew.services.deps import Deps
from clew.services.uploading import KeyIsUsed
from clew.web.authentication import read_headers
from clew.web.membership import Middleware

MAX_BODY_BYTES = 1024 * 1024
LONGEST_KEY = 200
KEY_HEADER = "idempotency-key"


@dataclass(frozen=True, slots=True)
class Asked:
    """A request that may come again: whose it is, by which key, and what it says."""

    agent_id: AgentId
    key: str
    request_sha256: str
    body: bytes


def answered_once(deps: Deps) -> Middleware:
    """Keep answers by their keys."""
    running: WeakValueDictionary[tuple[AgentId, str], asyncio.Lock] = WeakValueDictionary()

    def wrap(app: ASGIApp) -> ASGIApp:
        async def answer(scope: Scope, receive: Receive, send: Send) -> None:
            asked = await _read(cast("HTTPScope", scope), receive)
            if asked is None:
                await app(scope, receive, send)
                return
            lock = running.setdefault((asked.agent_id, asked.key), asyncio.Lock())
            async with lock:
                if await _repeat(deps, asked, send):
                    return
                heard = Heard(send)
                await app(scope, _again(asked.body), heard.send)
                if HTTPStatus.OK <= heard.status < HTTPStatus.MULTIPLE_CHOICES:
                    await _keep(deps, asked, heard)

        return answer

    return wrap


async def _read(scope: HTTPScope, receive: Receive) -> Asked | None:
    """Return the request if it carries a key."""
    if scope["method"] != "POST" or scope.get("user") is None:
        return None
    headers = read_headers(scope["headers"])
    key = key_in(headers)
    if not key or headers.get("content-type", "").startswith("multipart/"):
        return None
    body = await read_body(receive, MAX_BODY_BYTES)
    digest = hashlib.sha256(f"{scope['method']} {scope['path']}\n".encode() + body)
    return Asked(scope["user"].id, key, digest.hexdigest(), body)


def key_in(headers: Mapping[str, str]) -> str:
    """Return the key by which a request may come again; empty: it has none.

    Raises:
        InvalidInput: It is too long, or no printable text.
    """
    key = headers.get(KEY_HEADER)
    if key is None:
        return ""
    if not 1 <= len(key) <= LONGEST_KEY or not key.isprintable() or not key.isascii():
        raise InvalidInput("Idempotency-Key", f"between 1 and {LONGEST_KEY} printable characters")
    return key


async def read_body(receive: Receive, max_bytes: int) -> bytes:
    """Read a body, but not more than `max_bytes` of it.

    Raises:
        RequestEntityTooLarge: It is longer.
    """
    body = bytearray()
    while True:
        message = await receive()
        if message["type"] != "http.request":
            return bytes(body)
        body += message["body"]
        if len(body) > max_bytes:
            raise RequestEntityTooLarge
        if not message.get("more_body"):
            return bytes(body)


async def _repeat(deps: Deps, asked: Asked, send: Send) -> bool:
    """Answer as before, if there was a before.

    Raises:
        KeyIsUsed: The key came with another request.
    """
    async with deps.store.read() as reader:
        kept = await reader.people.kept_answer(asked.agent_id, asked.key)
    if kept is None:
        return False
    if kept.request_sha256 != asked.request_sha256:
        raise KeyIsUsed
    headers = [
        (b"content-type", b"application/json"),
        (b"content-length", str(len(kept.body)).encode()),
        (b"idempotency-replayed", b"true"),
    ]
    await send({"type": "http.response.start", "status": kept.status, "headers": headers})
    await send({"type": "http.response.body", "body": kept.body, "more_body": False})
    return True


class Heard:
    """Passes an answer on and remembers it."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self.status = 0
        self.body = bytearray()

    async def send(self, message: Message) -> None:
        """Take one piece of the answer."""
        if message["type"] == "http.response.start":
            self.status = message["status"]
        elif message["type"] == "http.response.body":
            self.body += message.get("body", b"")
        await self._send(message)


async def _keep(deps: Deps, asked: Asked, heard: Heard) -> None:
    answer = KeptAnswer(
        request_sha256=asked.request_sha256, status=heard.status, body=bytes(heard.body)
    )
    try:
        async with deps.store.write() as tx:
            await tx.people.keep_answer(asked.agent_id, asked.key, answer, deps.clock.now())
    except Conflict:
        return  # another process was quicker; what was done is the same


def _again(body: bytes) -> Receive:
    """Return a `receive` that gives a body that was read already."""
    waiting: list[Any] = [
        {"type": "http.disconnect"},
        {"type": "http.request", "body": body, "more_body": False},
    ]

    async def receive() -> Any:
        return waiting.pop() if len(waiting) > 1 else waiting[0]

    return receive

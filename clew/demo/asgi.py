"""Just enough of HTTP for the simulation: requests and replies as values, routes as a table.

The Graph look-alike is also asked without any network while the sample is made, so what it does
with a request must not depend on how the request came.
"""

import json
import re
from collections.abc import Awaitable, Callable, Mapping, MutableMapping, Sequence
from dataclasses import dataclass, field
from email.message import Message as Headers
from typing import Any, TypeAlias
from urllib.parse import parse_qsl

Scope: TypeAlias = MutableMapping[str, Any]
Receive: TypeAlias = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send: TypeAlias = Callable[[MutableMapping[str, Any]], Awaitable[None]]
App: TypeAlias = Callable[[Scope, Receive, Send], Awaitable[None]]

MAX_BODY_BYTES = 110 * 1024 * 1024
TOO_LARGE = 413


@dataclass(frozen=True, slots=True)
class Request:
    """One request; `path` without the prefix of the app, headers with lower-case names."""

    method: str
    path: str
    query: Mapping[str, str] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    captured: Mapping[str, str] = field(default_factory=dict)

    def json(self) -> dict[str, Any]:
        """Return the body as a JSON object.

        Raises:
            ValueError: It is none.
        """
        document = json.loads(self.body)
        if not isinstance(document, dict):
            raise ValueError("not a JSON object")
        return document

    def media_type(self) -> tuple[str, dict[str, str]]:
        """Return the media type of the body and its parameters."""
        headers = Headers()
        headers["content-type"] = self.headers.get("content-type", "")
        return headers.get_content_type(), dict(headers.get_params(failobj=[])[1:])


@dataclass(frozen=True, slots=True)
class Reply:
    """What is answered; `is_lost` stands for a connection that ends before the answer."""

    status: int = 200
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    is_lost: bool = False


Answer: TypeAlias = Callable[[Request], Awaitable[Reply]]


def json_reply(document: object, status: int = 200) -> Reply:
    """Return a JSON document as a reply."""
    body = json.dumps(document, ensure_ascii=False).encode()
    headers = {"content-type": "application/json; charset=utf-8", "cache-control": "no-store"}
    return Reply(status, body, headers)


@dataclass(frozen=True, slots=True)
class Route:
    """Who answers which requests; the pattern's named groups are what `captured` holds."""

    method: str
    pattern: re.Pattern[str]
    answer: Answer


def find_route(routes: Sequence[Route], request: Request) -> tuple[Route, Request] | None:
    """Return the route of a request, and the request with what the route captured."""
    for route in routes:
        found = route.pattern.fullmatch(request.path)
        if found is not None and route.method == request.method:
            captured = found.groupdict()
            return route, Request(
                request.method, request.path, request.query, request.headers, request.body, captured
            )
    return None


def as_app(prefix: str, answer: Answer) -> App:
    """Return an ASGI application for the addresses under `prefix`."""

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await receive()
            await send({"type": "websocket.close", "code": 4404})
            return
        body = await _body(receive)
        if body is None:
            reply = Reply(TOO_LARGE)
        else:
            path = scope["path"].removeprefix(scope.get("root_path", "")).removeprefix(prefix)
            headers = {name.decode("latin-1"): v.decode("latin-1") for name, v in scope["headers"]}
            query = dict(parse_qsl(scope.get("query_string", b"").decode("latin-1")))
            reply = await answer(Request(scope["method"], path or "/", query, headers, body))
        await _send(reply, send)

    return app


async def _body(receive: Receive) -> bytes | None:
    chunks: list[bytes] = []
    size = 0
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            return b"".join(chunks)
        chunk = message.get("body", b"")
        size += len(chunk)
        if size > MAX_BODY_BYTES:
            return None
        chunks.append(chunk)
        if not message.get("more_body"):
            return b"".join(chunks)


async def _send(reply: Reply, send: Send) -> None:
    # A server ends the connection of whoever promises more than they give.
    missing = 1 if reply.is_lost else 0
    headers = {**reply.headers, "content-length": str(len(reply.body) + missing)}
    pairs = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in headers.items()]
    await send({"type": "http.response.start", "status": reply.status, "headers": pairs})
    await send({"type": "http.response.body", "body": reply.body, "more_body": reply.is_lost})

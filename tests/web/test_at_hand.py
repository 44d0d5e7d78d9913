"""One table serves many: each request meets what it was sent with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from litestar.types import ASGIApp, Message, Receive, Scope, Send

from clew.web.at_hand import at_hand_in, found_in_scope, serve_with
from clew.web.membership import Middleware


@dataclass(frozen=True)
class Desk:
    name: str
    seen: list[str]

    @property
    def watched(self) -> Middleware:
        def wrap(app: ASGIApp) -> ASGIApp:
            async def watch(scope: Scope, receive: Receive, send: Send) -> None:
                self.seen.append(f"before {self.name}")
                await app(scope, receive, send)

            return watch

        return wrap


async def nothing(*_: Message) -> Any:
    return {}


async def test_each_request_is_answered_by_its_own() -> None:
    async def inner(scope: Scope, receive: Receive, send: Send) -> None:
        desk = at_hand_in(scope, Desk)
        desk.seen.append(f"answered by {desk.name}")

    outer = found_in_scope(Desk, lambda desk: desk.watched)(inner)

    first, second = Desk("first", []), Desk("second", [])
    servers = [serve_with(desk, lambda: outer) for desk in (first, second)]
    for server in (*servers, servers[0]):
        await server({"type": "http"}, nothing, nothing)  # type: ignore[arg-type]

    assert first.seen == ["before first", "answered by first"] * 2
    assert second.seen == ["before second", "answered by second"]

"""Webhooks: refused before they cost anything, acknowledged only when they are durable."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import replace
from typing import Any

import pytest
from prometheus_client import REGISTRY

from clew.ports.store import IntakeState, NewEvent, StoreIsUnavailable
from clew.web.inbound import HookLimits, Inbound
from tests.fixtures.workplace import Shop
from tests.reliability.provider import signed as sign

BODY = b'{"object":"whatsapp_business_account","entry":[]}'
MB = 1024 * 1024


class Answer:
    """What was answered, and how much of the body was taken for it."""

    def __init__(self) -> None:
        self.status = 0
        self.headers: dict[str, str] = {}
        self.body = b""
        self.pieces_read = 0

    async def send(self, message: Any) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            self.headers = {name.decode(): value.decode() for name, value in message["headers"]}
        else:
            self.body += message["body"]


async def hook(
    inbound: Inbound,
    path: str,
    pieces: Iterable[bytes] = (BODY,),
    *,
    method: str = "POST",
    query: bytes = b"",
    headers: dict[str, str] | None = None,
) -> Answer:
    """Ask as a server would; the body comes piece by piece."""
    answer, waiting = Answer(), list(pieces)
    scope = {
        "type": "http",
        "method": method,
        "path": path,
        "query_string": query,
        "headers": [(name.encode(), value.encode()) for name, value in (headers or {}).items()],
    }

    async def receive() -> Any:
        answer.pieces_read += 1
        if not waiting:
            await asyncio.Event().wait()
        piece = waiting.pop(0)
        return {
            "type": "http.request",
            "body": piece,
            "more_body": bool(waiting) or piece == b"...",
        }

    await inbound(scope, receive, answer.send)
    return answer


def signed(body: bytes = BODY) -> dict[str, str]:
    by_name = {name.lower(): value for name, value in sign(body).items()}
    return {**by_name, "content-length": str(len(body))}


def why_not() -> float:
    """Return how many were refused as not genuine, for whatever reason."""
    name = "clew_hooks_not_genuine_total"
    return sum(
        REGISTRY.get_sample_value(name, {"why": why}) or 0.0 for why in ("forged", "unsigned")
    )


def counted(result: str) -> float:
    return REGISTRY.get_sample_value("clew_hooks_total", {"result": result}) or 0.0


@pytest.fixture
def inbound(shop: Shop) -> Inbound:
    deps = shop.deps
    limits = HookLimits(read_seconds=0.2, append_seconds=0.2)
    return Inbound(deps.directory.inbox, deps.channels, deps.store.intake, deps.clock, limits)


@pytest.fixture
def path(shop: Shop) -> str:
    return f"/hooks/{shop.inbox.id}"


async def kept(shop: Shop) -> list[bytes]:
    return [event.body for event in await shop.deps.store.intake.find(list(IntakeState), 100)]


async def test_a_genuine_webhook_is_kept_as_received(
    shop: Shop, inbound: Inbound, path: str
) -> None:
    answer = await hook(inbound, path, headers=signed())

    assert answer.status == 200
    assert await kept(shop) == [BODY]


async def test_a_body_in_pieces_is_one_webhook(shop: Shop, inbound: Inbound, path: str) -> None:
    answer = await hook(inbound, path, [BODY[:10], BODY[10:20], BODY[20:]], headers=signed())

    assert answer.status == 200
    assert await kept(shop) == [BODY]


@pytest.mark.parametrize(
    "headers", [{}, {"x-hub-signature-256": "sha256=" + "0" * 64}, {"x-hub-signature-256": "?"}]
)
async def test_a_forged_webhook_is_refused_and_counted(
    shop: Shop, inbound: Inbound, path: str, headers: dict[str, str]
) -> None:
    before = counted("not_genuine"), why_not()

    answer = await hook(inbound, path, headers=headers)

    assert answer.status == 403
    assert (counted("not_genuine"), why_not()) == (before[0] + 1, before[1] + 1)
    assert await kept(shop) == []


async def test_a_body_of_fifty_megabytes_is_refused_before_it_is_read(
    shop: Shop, inbound: Inbound, path: str
) -> None:
    headers = {"content-length": str(50 * MB)}

    answer = await hook(inbound, path, (b"x" * MB for _ in range(50)), headers=headers)

    assert answer.status == 413
    assert answer.pieces_read == 0
    assert answer.headers["connection"] == "close"


async def test_a_body_that_hides_its_length_is_cut_off_at_the_limit(
    inbound: Inbound, path: str
) -> None:
    answer = await hook(inbound, path, [b"x" * MB] * 50)

    assert answer.status == 413
    assert answer.pieces_read == 4


@pytest.mark.parametrize("length", ["-1", "1e3", "", "9" * 5000])
async def test_a_length_that_is_none_is_refused(inbound: Inbound, path: str, length: str) -> None:
    answer = await hook(inbound, path, headers={"content-length": length})

    assert answer.status == 413


@pytest.mark.parametrize(
    "name", ["", "x", "0197aaaa-0000-7000-8000-000000000000", "../api", "a" * 5000]
)
async def test_an_unknown_inbox_is_not_found(inbound: Inbound, name: str) -> None:
    answer = await hook(inbound, f"/hooks/{name}")

    assert answer.status == 404


async def test_a_sender_that_never_finishes_is_let_go(inbound: Inbound, path: str) -> None:
    answer = await hook(inbound, path, [b"..."])

    assert answer.status == 408


@pytest.mark.parametrize("error", [StoreIsUnavailable, None])
async def test_what_cannot_be_made_durable_is_not_acknowledged(
    shop: Shop, path: str, error: type[Exception] | None
) -> None:
    """A store that refuses and one that hangs are the same to the provider: send it again."""

    class Broken:
        async def append(self, event: NewEvent) -> None:
            if error is not None:
                raise error
            await asyncio.Event().wait()

    deps = shop.deps
    intake: Any = Broken()
    limits = HookLimits(append_seconds=0.05)
    inbound = Inbound(deps.directory.inbox, deps.channels, intake, deps.clock, limits)

    answer = await hook(inbound, path, headers=signed())

    assert answer.status == 503
    assert answer.headers["retry-after"] == "5"


async def test_the_handshake_answers_with_our_token_only(inbound: Inbound, path: str) -> None:
    query = b"hub.mode=subscribe&hub.challenge=1234&hub.verify_token="

    right = await hook(inbound, path, method="GET", query=query + b"verify-me")
    wrong = await hook(inbound, path, method="GET", query=query + b"something")

    assert (right.status, right.body) == (200, b"1234")
    assert wrong.status == 403


async def test_other_methods_are_refused(inbound: Inbound, path: str) -> None:
    answer = await hook(inbound, path, method="PUT")

    assert (answer.status, answer.headers["allow"]) == (405, "GET, POST")


async def test_a_known_inbox_is_not_asked_for_with_every_webhook(shop: Shop, path: str) -> None:
    """Asking takes a turn at the database, which is busy when it matters most."""
    asked = []

    def counting(find: Callable[[Any], Awaitable[Any]]) -> Callable[[Any], Awaitable[Any]]:
        async def ask(inbox_id: Any) -> Any:
            asked.append(inbox_id)
            return await find(inbox_id)

        return ask

    deps = shop.deps
    inbound = Inbound(counting(deps.directory.inbox), deps.channels, deps.store.intake, deps.clock)

    for _ in range(10):
        await hook(inbound, path, headers=signed())
        await hook(inbound, "/hooks/0197aaaa-0000-7000-8000-000000000000")

    assert len(asked) == 2


async def test_a_webhook_costs_little_beside_its_commit(shop: Shop, path: str) -> None:
    """The budget is 60 µs of a core; this allows for a slow one, and for a loop in plain Python."""

    class Nothing:
        async def append(self, event: NewEvent) -> None: ...

    deps = shop.deps
    intake: Any = Nothing()
    inbound = Inbound(deps.directory.inbox, deps.channels, intake, deps.clock)
    body = b'{"x":"' + b"y" * 1000 + b'"}'
    scope = {
        "type": "http", "method": "POST", "path": path, "query_string": b"",
        "headers": [(name.encode(), value.encode()) for name, value in signed(body).items()],
    }  # fmt: skip

    async def receive() -> Any:
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(message: Any) -> None: ...

    async def cost(count: int) -> float:
        began = time.process_time()
        for _ in range(count):
            await inbound(scope, receive, send)
        return (time.process_time() - began) / count

    await cost(100)
    best = min([await cost(300) for _ in range(5)])

    assert best < 150e-6


async def test_a_channel_may_have_longer_webhooks_than_others(
    shop: Shop, inbound: Inbound, path: str
) -> None:
    """A mail of 40 MB is one; the limits of other channels stay as they are."""
    long = replace(shop.deps.channels["whatsapp"], hook_max_bytes=64)
    assert inbound._limits_of(long) == inbound._limits
    longer = replace(long, hook_max_bytes=40 * 1024 * 1024)

    limits = inbound._limits_of(longer)

    assert limits.max_bytes == 40 * 1024 * 1024
    assert limits.read_seconds > inbound._limits.read_seconds

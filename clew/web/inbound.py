"""Webhooks of providers: checked, made durable, and only then acknowledged.

This is the hot path, so it is a bare ASGI function with no framework: look the inbox up, read
the body under a limit of size and time, verify it over its raw bytes, append it to the intake.
What it says is understood later; nothing that follows can lose it.
"""

import asyncio
import contextlib
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import parse_qsl
from uuid import UUID

import structlog
from prometheus_client import Counter

from clew.domain.ids import InboxId
from clew.domain.people import Inbox, InboxStage
from clew.ports.channel import Channel, InboxConfig, RawEvent
from clew.ports.clock import Clock
from clew.ports.faults import faultpoint
from clew.ports.store import Intake, NewEvent, StoreIsUnavailable
from clew.web.problems import PROBLEM, UNAVAILABLE, Problem

PREFIX = "/hooks/"

# For channels whose webhooks may be long.
LONG_READ_SECONDS = 60.0
LONG_APPEND_SECONDS = 30.0

Find = Callable[[InboxId], Awaitable[tuple[Inbox, InboxConfig] | None]]

HOOKS = Counter("clew_hooks", "Webhooks that came in, by what became of them", ["result"])
ACCEPTED = HOOKS.labels("accepted")
NOT_GENUINE = Counter("clew_hooks_not_genuine", "Webhooks refused as not genuine, by why", ["why"])
REFUSALS: Mapping[str, tuple[Problem, Any]] = {
    name: (
        Problem(status=status, code=name, detail=detail, retry_after_seconds=wait),
        HOOKS.labels(name),
    )
    for name, status, detail, wait in (
        ("no_such_inbox", 404, "there is no inbox at this address", None),
        ("method_not_allowed", 405, "webhooks are posted", None),
        ("too_large", 413, "no webhook of this channel is so long", None),
        ("too_slow", 408, "the body did not come in time", None),
        ("not_genuine", 403, "the signature is not the provider's", None),
        ("wrong_handshake", 403, "this is not the question of our provider", None),
        ("store_unavailable", 503, UNAVAILABLE.detail, UNAVAILABLE.retry_after_seconds),
    )
}

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class HookLimits:
    """What a webhook may cost.

    Attributes:
        kept_seconds: How long an inbox's settings are used before they are asked for again.
        append_seconds: After that long without an answer the store counts as unavailable. The
            provider sends again, and what was stored after all dies as a duplicate.
    """

    max_bytes: int = 3 * 1024 * 1024
    read_seconds: float = 10.0
    append_seconds: float = 5.0
    kept_seconds: float = 2.0
    max_kept: int = 10_000


@dataclass(frozen=True, slots=True)
class _Hook:
    """An inbox at hand; None in its place says that there is none."""

    inbox: Inbox
    config: InboxConfig
    channel: Channel
    kept_headers: frozenset[bytes]


class Refused(Exception):
    """Answered with one of `REFUSALS`; never an error of ours."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class Inbound:
    """The ASGI application at `/hooks/{inbox_id}`."""

    def __init__(
        self,
        find_inbox: Find,
        channels: Mapping[str, Channel],
        intake: Intake,
        clock: Clock,
        limits: HookLimits | None = None,
    ) -> None:
        self._find_inbox = find_inbox
        self._channels = channels
        self._intake = intake
        self._clock = clock
        self._limits = limits or HookLimits()
        self._kept: dict[str, tuple[float, _Hook | None]] = {}
        self._renewals: set[asyncio.Future[None]] = set()

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        """Answer one request."""
        try:
            hook = await self._hook(scope["path"][len(PREFIX) :])
            method = scope["method"]
            if method == "POST":
                await self._take_in(hook, scope, receive)
                ACCEPTED.inc()
                await _answer(send, 200, b"", b"text/plain")
            elif method == "GET" and hook.channel.handshake is not None:
                await self._shake_hands(hook, scope, send)
            else:
                raise Refused("method_not_allowed")
        except Refused as refused:
            problem, counter = REFUSALS[refused.name]
            counter.inc()
            await _refuse(send, problem)

    async def _hook(self, name: str) -> _Hook:
        """Return the inbox of this address; what was found, or not, is kept for a moment.

        A known one is asked for anew beside the requests, which never wait for that.
        """
        now = time.monotonic()
        kept = self._kept.get(name)
        if kept is None or (kept[0] < now and kept[1] is None):
            kept = await self._renew(name)
        elif kept[0] < now:
            self._kept[name] = now + self._limits.kept_seconds, kept[1]
            task = asyncio.ensure_future(self._renew_quietly(name))
            self._renewals.add(task)
            task.add_done_callback(self._renewals.discard)
        if kept[1] is None:
            raise Refused("no_such_inbox")
        return kept[1]

    async def _renew(self, name: str) -> tuple[float, _Hook | None]:
        hook = await self._look_up(name)
        if len(self._kept) >= self._limits.max_kept:
            self._kept.clear()
        kept = self._kept[name] = time.monotonic() + self._limits.kept_seconds, hook
        return kept

    async def _renew_quietly(self, name: str) -> None:
        with contextlib.suppress(Refused):  # the store is away: what is known still holds
            await self._renew(name)

    async def _look_up(self, name: str) -> _Hook | None:
        try:
            inbox_id = InboxId(UUID(name))
        except ValueError:
            return None
        try:
            found = await self._find_inbox(inbox_id)
        except StoreIsUnavailable:
            raise Refused("store_unavailable") from None
        channel = self._channels.get(found[0].channel) if found else None
        if found is None or channel is None or found[0].stage is InboxStage.ARCHIVED:
            return None
        kept_headers = frozenset(header.encode("latin-1") for header in channel.kept_headers)
        return _Hook(found[0], found[1], channel, kept_headers)

    async def _take_in(self, hook: _Hook, scope: Any, receive: Any) -> None:
        faultpoint("F1")
        limits = self._limits_of(hook.channel)
        body = await self._read(scope, receive, limits)
        faultpoint("F2")
        now = self._clock.now()
        headers = {
            name.decode("latin-1"): value.decode("latin-1")
            for name, value in scope["headers"]
            if name in hook.kept_headers
        }
        event = RawEvent("POST", headers, _query(scope), body, now)
        verdict = hook.channel.verify(event, hook.config)
        if not verdict:
            NOT_GENUINE.labels(verdict.value).inc()
            log.warning("webhook refused", inbox_id=str(hook.inbox.id), verdict=verdict.value)
            raise Refused("not_genuine")
        faultpoint("F3")
        await self._append(
            NewEvent(
                workspace_id=hook.inbox.workspace_id,
                inbox_id=hook.inbox.id,
                received_at=now,
                headers=headers,
                query=scope["query_string"].decode("latin-1"),
                body=body,
            ),
            limits.append_seconds,
        )

    async def _append(self, event: NewEvent, seconds: float) -> None:
        try:
            async with asyncio.timeout(seconds):
                await self._intake.append(event)
        except (StoreIsUnavailable, TimeoutError):
            raise Refused("store_unavailable") from None

    def _limits_of(self, channel: Channel) -> HookLimits:
        """Return what a webhook of a channel may cost: one that may be long may also take long."""
        if channel.hook_max_bytes <= self._limits.max_bytes:
            return self._limits
        return replace(
            self._limits,
            max_bytes=channel.hook_max_bytes,
            read_seconds=LONG_READ_SECONDS,
            append_seconds=LONG_APPEND_SECONDS,
        )

    async def _read(self, scope: Any, receive: Any, limits: HookLimits) -> bytes:
        limit = limits.max_bytes
        for name, value in scope["headers"]:
            if name == b"content-length" and not (value.isdigit() and int(value[:18]) <= limit):
                raise Refused("too_large")
        message = await self._receive(receive, limits.read_seconds)
        body: bytes = message.get("body", b"")
        if message.get("more_body"):
            body = await self._read_on(body, receive, limits)
        if len(body) > limit:
            raise Refused("too_large")
        return body

    async def _read_on(self, first: bytes, receive: Any, limits: HookLimits) -> bytes:
        body = bytearray(first)
        ends_at = time.monotonic() + limits.read_seconds
        while True:
            message = await self._receive(receive, ends_at - time.monotonic())
            body += message.get("body", b"")
            if len(body) > limits.max_bytes:
                raise Refused("too_large")
            if not message.get("more_body"):
                return bytes(body)

    async def _receive(self, receive: Any, seconds: float) -> Any:
        try:
            async with asyncio.timeout(seconds):
                message = await receive()
        except TimeoutError:
            raise Refused("too_slow") from None
        if message["type"] != "http.request":  # the provider hung up; it will send again
            raise Refused("too_slow")
        return message

    async def _shake_hands(self, hook: _Hook, scope: Any, send: Any) -> None:
        handshake = hook.channel.handshake
        answer = handshake(_query(scope), hook.config) if handshake else None
        if answer is None:
            raise Refused("wrong_handshake")
        HOOKS.labels("handshake").inc()
        await _answer(send, 200, answer.body, answer.media_type.encode("latin-1"))


def _query(scope: Any) -> dict[str, str]:
    query = scope["query_string"]
    return dict(parse_qsl(query.decode("latin-1"), keep_blank_values=True)) if query else {}


async def _refuse(send: Any, problem: Problem) -> None:
    extra = [(name.encode(), value.encode()) for name, value in problem.headers().items()]
    if problem.status == 405:
        extra.append((b"allow", b"GET, POST"))
    if problem.status in (408, 413):
        # The rest of the body is not read; the connection cannot be used again.
        extra.append((b"connection", b"close"))
    await _answer(send, problem.status, problem.body(), PROBLEM.encode(), extra)


async def _answer(send: Any, status: int, body: bytes, media_type: bytes, extra: Any = ()) -> None:
    headers = [
        (b"content-type", media_type),
        (b"content-length", str(len(body)).encode()),
        (b"x-content-type-options", b"nosniff"),
        *extra,
    ]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})

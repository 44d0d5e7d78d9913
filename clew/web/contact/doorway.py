"""Before the contact API: whose request it is, from which page, and how many there were.

Browsers ask beforehand whether a page may call us (CORS). Any inbox's site gets a yes there, for
such a question carries no token; whether it is this inbox's site is looked at with the request.
"""

from datetime import datetime, timedelta
from typing import Any, TypeAlias, cast

from litestar.types import ASGIApp, HTTPScope, Receive, Scope, Send

from clew.domain.people import InboxStage
from clew.services.attempts import address_key
from clew.services.visitors.errors import NoSession
from clew.services.visitors.limits import LOOKS, READS, WRITES
from clew.services.visitors.rooms import check_origin, room
from clew.web.authentication import SAFE_METHODS, Authenticator, read_headers
from clew.web.contact.lobby import Caller, Lobby
from clew.web.membership import PUBLIC, Middleware

# ASGI itself; each server and framework has its own names for these types.
Application: TypeAlias = Any

SITES_FRESH_FOR = timedelta(seconds=10)
PREFLIGHT_SECONDS = b"600"
METHODS = b"GET, POST, PUT, PATCH, DELETE"
HEADERS = b"authorization, content-type, idempotency-key"


class Doorway:
    """Answers browsers that ask whether they may ask; all else is for the API behind it."""

    def __init__(self, api: Application, lobby: Lobby, authenticator: Authenticator) -> None:
        self._api = api
        self._lobby = lobby
        self._authenticator = authenticator
        self._sites: tuple[datetime, frozenset[str]] | None = None

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        """Answer one request."""
        headers = read_headers(scope["headers"])
        origin = headers.get("origin", "")
        is_welcome = bool(origin) and await self._is_welcome(origin, headers)
        shared = [(b"vary", b"Origin")]
        if is_welcome:
            shared.append((b"access-control-allow-origin", origin.encode("latin-1")))
            shared.append((b"access-control-expose-headers", b"retry-after"))
        if scope["method"] == "OPTIONS" and "access-control-request-method" in headers:
            await _answer_preflight(send, shared, is_welcome=is_welcome)
            return
        await self._api(scope, receive, _sharing(send, shared))

    async def _is_welcome(self, origin: str, headers: dict[str, str]) -> bool:
        if self._authenticator.is_ours(headers):
            return True
        deps = self._lobby.deps
        now = deps.clock.now()
        if self._sites is None or abs(now - self._sites[0]) >= SITES_FRESH_FOR:
            async with deps.store.read() as reader:
                inboxes = await reader.people.inboxes()
            sites: set[str] = set()
            for inbox in inboxes:
                channel = deps.channels.get(inbox.channel)
                if inbox.stage is InboxStage.ARCHIVED:
                    continue
                if channel is not None and channel.chat is not None:
                    sites.update((await room(inbox.id, deps=deps)).site.allowed_sites)
            self._sites = now, frozenset(sites)
        return origin.lower() in self._sites[1]


async def _answer_preflight(
    send: Any, shared: list[tuple[bytes, bytes]], *, is_welcome: bool
) -> None:
    headers = [*shared, (b"content-length", b"0")]
    if is_welcome:
        headers += [
            (b"access-control-allow-methods", METHODS),
            (b"access-control-allow-headers", HEADERS),
            (b"access-control-max-age", PREFLIGHT_SECONDS),
        ]
    status = 204 if is_welcome else 403
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": b""})


def _sharing(send: Any, shared: list[tuple[bytes, bytes]]) -> Any:
    async def sharing(message: Any) -> None:
        if message["type"] == "http.response.start":
            message = {**message, "headers": [*message.get("headers", ()), *shared]}
        await send(message)

    return sharing


def visitors_only(lobby: Lobby, authenticator: Authenticator) -> Middleware:
    """Find out who asks; refuse those without a session, floods, and pages of other sites."""

    def wrap(app: ASGIApp) -> ASGIApp:
        async def receive_visitor(scope: Scope, receive: Receive, send: Send) -> None:
            asked = cast("HTTPScope", scope)
            headers = read_headers(asked["headers"])
            client = asked["client"]
            address = address_key(client[0] if client else "")
            scope["auth"] = (address, foreign_origin(headers, authenticator))
            scope["user"] = None
            if asked["route_handler"].opt.get(PUBLIC, False):
                lobby.fence.pass_through(LOOKS, "looks", address)
            else:
                scope["user"] = await _caller(lobby, headers, authenticator, address)
                is_safe = asked["method"] in SAFE_METHODS
                rate, what = (READS, "reads") if is_safe else (WRITES, "writes")
                lobby.fence.pass_through(rate, what, scope["user"].visiting.visitor.id)
            await app(scope, receive, send)

        return receive_visitor

    return wrap


async def _caller(
    lobby: Lobby, headers: dict[str, str], authenticator: Authenticator, address: str
) -> Caller:
    visiting = await lobby.visits.find(bearer_of(headers))
    if visiting is None:
        lobby.fence.pass_through(LOOKS, "looks", address)
        raise NoSession
    here = await room(visiting.visitor.inbox_id, deps=lobby.deps)
    check_origin(here.site, foreign_origin(headers, authenticator))
    return Caller(visiting, here, address)


def bearer_of(headers: dict[str, str]) -> str:
    """Return the bearer token of a request, or nothing."""
    scheme, _, token = headers.get("authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" else ""


def foreign_origin(headers: dict[str, str], authenticator: Authenticator) -> str | None:
    """Return the origin of a page that is not ours; None for our own, and for programs."""
    return None if authenticator.is_ours(headers) else headers.get("origin")

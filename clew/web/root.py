"""The whole server as one ASGI application: webhooks first, then the API, then the pages.

Every answer to a browser carries the headers that keep foreign pages and foreign content away;
what a resource says itself, such as a file that may not run, is left as it is.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any, TypeAlias

from clew.services.visitors.showing import note_shown
from clew.web.api import build_api
from clew.web.authentication import Authenticator
from clew.web.contact.api import build_contact_api
from clew.web.contact.lobby import Lobby, make_lobby
from clew.web.contact.routes import CONTACT_API
from clew.web.inbound import PREFIX, HookLimits, Inbound
from clew.web.options import Desk
from clew.web.pages import Pages
from clew.web.patience import Patience
from clew.web.routes import API
from clew.web.widget import Widget, is_widget

# ASGI itself; each server and framework has its own names for these types.
Application: TypeAlias = Any

STREAM = f"{API}/stream"
CONTACT_STREAM = f"{CONTACT_API}/stream"
CONTACT = "/api/contact/"
API_PATHS = ("/api/", "/healthz", "/readyz", "/metrics")

EVERYWHERE = (
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"x-frame-options", b"DENY"),
    (b"permissions-policy", b"camera=(), geolocation=(), microphone=(self), payment=(), usb=()"),
)
API_HEADERS = (
    *EVERYWHERE,
    (b"content-security-policy", b"default-src 'none'; style-src 'self'; frame-ancestors 'none'"),
    (b"cache-control", b"no-store"),
)
# Pages of other origins may read these, if CORS lets them.
CONTACT_HEADERS = tuple(
    (name, b"cross-origin") if name == b"cross-origin-resource-policy" else (name, value)
    for name, value in API_HEADERS
)
PAGE_HEADERS = (
    *EVERYWHERE,
    (
        b"content-security-policy",
        b"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; "
        b"media-src 'self' blob:; font-src 'self'; connect-src 'self'; manifest-src 'self'; "
        b"frame-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'; "
        b"frame-ancestors 'none'",
    ),
)
STRICT_TRANSPORT = (b"strict-transport-security", b"max-age=31536000")


@dataclass(frozen=True, slots=True, kw_only=True)
class Root:
    """Who answers what.

    Attributes:
        lines: What answers plain requests for a stream, by its address.
        mounts: Further applications by the prefix of their addresses, such as the simulated
            phones of the demonstration; they bring their own headers.
    """

    inbound: Application
    api: Application
    stream: Application
    pages: Application
    contact: Application
    contact_stream: Application
    widget: Application
    lines: Mapping[str, Application] = field(default_factory=dict)
    is_https: bool = False
    mounts: Mapping[str, Application] = field(default_factory=dict)

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        """Pass one connection to whom it concerns."""
        kind = scope["type"]
        if kind == "http":
            await self._answer(scope, receive, send)
        elif kind == "websocket":
            await self._connect(scope, receive, send)
        else:
            await self.api(scope, receive, send)

    async def _answer(self, scope: Any, receive: Any, send: Any) -> None:
        path: str = scope["path"]
        if path.startswith(PREFIX):
            await self.inbound(scope, receive, send)
            return
        for prefix, application in self.mounts.items():
            if path.startswith(prefix):
                await application(scope, receive, send)
                return
        if is_widget(path):
            await self.widget(scope, receive, send)
            return
        is_https = self.is_https or scope["scheme"] == "https"
        if path.startswith(API_PATHS):
            headers = CONTACT_HEADERS if path.startswith(CONTACT) else API_HEADERS
            patience = Patience(receive, _guarded(send, headers, is_https=is_https))
            try:
                await self._api_at(path)(scope, patience.receive, patience.send)
            finally:
                await patience.end()
        else:
            await self.pages(scope, receive, _guarded(send, PAGE_HEADERS, is_https=is_https))

    def _api_at(self, path: str) -> Application:
        if path in self.lines:
            return self.lines[path]
        return self.contact if path.startswith(CONTACT) else self.api

    async def _connect(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["path"] == STREAM:
            await self.stream(scope, receive, send)
            return
        if scope["path"] == CONTACT_STREAM and self.contact_stream is not None:
            await self.contact_stream(scope, receive, send)
            return
        for prefix, application in self.mounts.items():
            if scope["path"].startswith(prefix):
                await application(scope, receive, send)
                return
        await receive()
        await send({"type": "websocket.close", "code": 4404})


def _guarded(send: Any, headers: tuple[tuple[bytes, bytes], ...], *, is_https: bool) -> Any:
    """Return a `send` that adds the headers that an answer does not have yet."""

    async def guarded(message: Any) -> None:
        if message["type"] == "http.response.start":
            given = list(message.get("headers", ()))
            names = {name.lower() for name, _ in given}
            given += [header for header in headers if header[0] not in names]
            if is_https:
                given.append(STRICT_TRANSPORT)
            message = {**message, "headers": given}
        await send(message)

    return guarded


def build_root(
    desk: Desk,
    stream: Application,
    authenticator: Authenticator,
    *,
    lobby: Lobby | None = None,
    contact_stream: Application = None,
    lines: Mapping[str, Application] | None = None,
    limits: HookLimits | None = None,
    mounts: Mapping[str, Application] | None = None,
) -> Root:
    """Return the server over what its parts have at hand; the streams answer the WebSockets."""
    deps = desk.deps
    lobby = lobby or make_lobby(deps, is_simulated=desk.options.is_simulated)
    return Root(
        inbound=Inbound(deps.directory.inbox, deps.channels, deps.store.intake, deps.clock, limits),
        api=build_api(desk, authenticator),
        stream=stream,
        contact=build_contact_api(lobby, authenticator),
        contact_stream=contact_stream,
        lines=lines or {},
        widget=Widget(desk.options.widget_folder, lobby.sites_of, partial(note_shown, deps=deps)),
        pages=Pages(desk.options.workspace_folder),
        is_https=desk.options.is_https,
        mounts=mounts or {},
    )

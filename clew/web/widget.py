"""The files of the chat window: the loader for other people's pages, and the frame it shows.

The frame may be shown only by the sites that its inbox allows, and by ourselves; browsers hold
to that by the `frame-ancestors` of each answer. All addresses are under `/widget`; without an
inbox the frame is the preview of an administrator.
"""

from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import Any, TypeAlias
from uuid import UUID

from clew.domain.ids import InboxId
from clew.web.pages import Pages

# Origins whose pages may show the chat of an inbox; none for an inbox that is not there.
SitesOf: TypeAlias = Callable[[InboxId], Awaitable[Sequence[str]]]
# Hears of a site of an inbox that has just shown its chat.
Notice: TypeAlias = Callable[[InboxId, str], Awaitable[None]]
Headers: TypeAlias = tuple[tuple[bytes, bytes], ...]

LOADER = "/widget.js"
FRAME = "/widget/"
PUSH_WORKER = "/widget/push.js"
ASSETS = "/widget/assets/"
# The page of a one-time link by which somebody confirms an address; it belongs to no inbox.
CONFIRM = "/confirm"

# Other people's pages load these files, so they say so.
FILES: Headers = (
    (b"x-content-type-options", b"nosniff"),
    (b"cross-origin-resource-policy", b"cross-origin"),
)
LOADER_HEADERS: Headers = (
    *FILES,
    # A host may ask for it with `crossorigin`, to check that it is the file it knows.
    (b"access-control-allow-origin", b"*"),
    (b"cache-control", b"public, max-age=300"),
)
WORKER_HEADERS: Headers = (
    (b"x-content-type-options", b"nosniff"),
    (b"content-security-policy", b"default-src 'none'"),
    (b"service-worker-allowed", FRAME.encode()),
)
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; "
    "media-src 'self' blob:; connect-src 'self'; worker-src 'self'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors {ancestors}"
)


def is_widget(path: str) -> bool:
    """Return whether an address is one of ours."""
    return path in (LOADER, CONFIRM) or path.startswith(FRAME)


class Widget:
    """The ASGI application for everything under `/widget`, and for the loader."""

    def __init__(self, folder: Path, sites_of: SitesOf, notice: Notice | None = None) -> None:
        self._pages = Pages(folder)
        self._sites_of = sites_of
        self._notice = notice

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        """Answer one request."""
        path: str = scope["path"]
        if path == LOADER:
            inner, headers = LOADER, LOADER_HEADERS
        elif path.startswith(ASSETS):
            inner, headers = path.removeprefix("/widget"), FILES
        elif path == PUSH_WORKER:
            inner, headers = "/push.js", WORKER_HEADERS
        elif path == CONFIRM:
            inner, headers = "/", await self._frame("", scope)
        else:
            inner, headers = "/", await self._frame(path.removeprefix(FRAME).rstrip("/"), scope)
        await self._pages({**scope, "path": inner}, receive, _with(send, headers))

    async def _frame(self, name: str, scope: Any) -> Headers:
        """Return the headers of the page: who may show it depends on its inbox."""
        sites = await self._sites_of(InboxId(UUID(name))) if _is_uuid(name) else ()
        site = _site_of(scope["headers"]) if sites else ""
        if self._notice is not None and site in sites:
            await self._notice(InboxId(UUID(name)), site)
        policy = POLICY.format(ancestors=" ".join(["'self'", *filter(_is_plain, sites)]))
        return (
            *FILES,
            (b"content-security-policy", policy.encode("ascii")),
            (b"referrer-policy", b"no-referrer"),
            # The frame opens the same page in a window of its own and tells it who the visitor is.
            (b"cross-origin-opener-policy", b"unsafe-none"),
            (b"permissions-policy", b"camera=(), geolocation=(), microphone=(), payment=()"),
        )


def _site_of(headers: Sequence[tuple[bytes, bytes]]) -> str:
    """Return the origin of the page that shows the frame, as far as the browser tells it."""
    referrer = next((value for name, value in headers if name.lower() == b"referer"), b"")
    scheme, _, rest = referrer.decode("latin-1").partition("://")
    return f"{scheme}://{rest.partition('/')[0]}".lower()


def _is_uuid(name: str) -> bool:
    try:
        UUID(name)
    except ValueError:
        return False
    return True


def _is_plain(site: str) -> bool:
    """Return whether a site can stand in a policy without ending it."""
    return site.isascii() and not set(site) & set("; ,'\"\r\n\t")


def _with(send: Any, headers: Headers) -> Any:
    """Return a `send` that sets `headers`, in place of those of the same names."""
    names = {name for name, _ in headers}

    async def sending(message: Any) -> None:
        if message["type"] == "http.response.start":
            given = [one for one in message.get("headers", ()) if one[0].lower() not in names]
            message = {**message, "headers": [*given, *headers]}
        await send(message)

    return sending

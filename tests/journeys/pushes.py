"""A push service on this machine, and a browser whose push service it is.

Chromium without a screen has none: its `PushManager` is replaced before any script of a page runs.
All else is real: the permission, the service worker, what the server encrypts and signs and sends,
and what the worker does with it once it was delivered.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from aiohttp import web
from joserfc import jwt
from joserfc.jwk import ECKey
from playwright.async_api import BrowserContext, Page, Worker

from clew.services.visitors.push import bytes_of, text_of
from tests.fixtures.network import find_free_port
from tests.services.visitors.test_push import Browser

STUB = """
PushManager.prototype.subscribe = async options => {
  window.askedToSubscribe = {
    userVisibleOnly: options.userVisibleOnly,
    key: Array.from(new Uint8Array(options.applicationServerKey)),
  }
  const subscription = %s
  return { toJSON: () => subscription, unsubscribe: async () => true }
}
"""
SHOWN = """async () => {
    const shown = await self.registration.getNotifications()
    return shown.map(one => [one.title, one.body])
}"""


@dataclass(frozen=True, slots=True)
class Pushed:
    """One push as the service took it in."""

    headers: dict[str, str]
    payload: dict[str, Any]
    claims: dict[str, Any]
    public_key: str


@dataclass(slots=True)
class PushService:
    """Takes pushes for one browser.

    Attributes:
        address: Its origin.
    """

    address: str
    browser: Browser
    taken: list[Pushed] = field(default_factory=list)

    async def install(self, context: BrowserContext) -> None:
        """Be the push service of a person's browser."""
        one = self.browser.subscription
        keys = {"p256dh": one.p256dh, "auth": one.auth}
        given = json.dumps({"endpoint": one.endpoint, "expirationTime": None, "keys": keys})
        await context.add_init_script(STUB % given)

    async def take(self, request: web.Request) -> web.Response:
        """Decrypt a push as the browser does, and check who sent it."""
        scheme, _, rest = request.headers["authorization"].partition(" ")
        parts = dict(part.strip().split("=", 1) for part in rest.split(","))
        assert scheme == "vapid"
        point = bytes_of(parts["k"])
        key = ECKey.import_key(
            {"kty": "EC", "crv": "P-256", "x": text_of(point[1:33]), "y": text_of(point[33:])}
        )
        claims = jwt.decode(parts["t"], key, algorithms=["ES256"]).claims
        body = self.browser.read(await request.read())
        headers = {name.lower(): value for name, value in request.headers.items()}
        self.taken.append(Pushed(headers, json.loads(body), dict(claims), parts["k"]))
        return web.Response(status=201, headers={"location": f"{self.address}/message/1"})

    async def wait(self, count: int = 1) -> Pushed:
        """Return the latest push once so many have come."""
        for _ in range(400):
            if len(self.taken) >= count:
                return self.taken[-1]
            await asyncio.sleep(0.05)
        raise AssertionError("no push has come")


@asynccontextmanager
async def push_service() -> AsyncIterator[PushService]:
    """Run a push service on a free port."""
    port = find_free_port()
    address = f"http://127.0.0.1:{port}"
    service = PushService(address, Browser(f"{address}/send/one"))
    site = web.Application()
    site.add_routes([web.post("/send/one", service.take)])
    runner = web.AppRunner(site)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    try:
        yield service
    finally:
        await runner.cleanup()


async def deliver(page: Page, worker: Worker, payload: dict[str, Any]) -> list[list[str]]:
    """Hand a decrypted push to a service worker as the browser would.

    Returns title and body of each notification that it then shows. A push may reach a worker that
    is still starting and be dropped, so it is delivered again, as push services do.
    """
    session = await page.context.new_cdp_session(page)
    known: list[str] = []
    session.on(
        "ServiceWorker.workerRegistrationUpdated",
        lambda told: known.extend(one["registrationId"] for one in told["registrations"]),
    )
    await session.send("ServiceWorker.enable")
    shown: list[list[str]] = []
    for number in range(400):
        if known and number % 40 == 0:
            origin = urlsplit(worker.url)._replace(path="", query="")
            message = {
                "origin": origin.geturl(),
                "registrationId": known[0],
                "data": json.dumps(payload),
            }
            await session.send("ServiceWorker.deliverPushMessage", message)
        shown = await worker.evaluate(SHOWN)
        if shown:
            break
        await asyncio.sleep(0.05)
    return shown


async def choose_notification(worker: Worker) -> str:
    """Press the notification; return the address that is opened by it.

    A press that no finger made may open no window, so the opening is recorded in its place.
    """
    opened: str = await worker.evaluate(
        """async () => {
            const [notification] = await self.registration.getNotifications()
            return new Promise(done => {
                self.clients.openWindow = async address => { done(address); return null }
                self.dispatchEvent(new NotificationEvent('notificationclick', { notification }))
            })
        }"""
    )
    return opened

"""A visitor on somebody else's page, with the chat window of the shop in it.

The page is of another origin and its Content-Security-Policy allows our scripts and our frame and
nothing else. The button lies in a closed shadow root, out of the reach of scripts, so the visitor
does what visitors do: presses where it is.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from aiohttp import web
from playwright.async_api import Frame, Locator, Page, expect

from clew.demo.sample.people import ORDERS, find_shop
from clew.domain.ids import InboxId
from clew.services.inboxes import AddInbox, add_inbox
from tests.fixtures.network import find_free_port
from tests.fixtures.running_shop import RunningShop

AXE = Path(__file__).parents[2] / "frontend/node_modules/axe-core/axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
BUTTON_FROM_CORNER = 48
STYLE = """
body { font: 18px/1.5 sans-serif; background: #fdf6ec; color: #222; padding: 2rem }
button { background: red !important; width: 300px !important }
iframe { display: none !important }
@media (prefers-color-scheme: dark) { body { background: #1d1a16; color: #eee } }
"""
PAGE = """<!doctype html>
<html lang="{language}"><head><meta charset="utf-8"><title>Kettles</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,"><link rel="stylesheet" href="/style.css"></head>
<body><h1>Kettles</h1><p>The blue one whistles.</p>
<script async src="{clew}/widget.js" data-inbox="{inbox}"></script></body></html>
"""


@dataclass(frozen=True, slots=True)
class HostSite:
    """A shop's site.

    Attributes:
        address: Its origin.
        inbox_id: Of the chat that is on its pages.
    """

    address: str
    inbox_id: InboxId


@asynccontextmanager
async def host_site(
    shop: RunningShop, secrets: Mapping[str, str] | None = None, **settings: str
) -> AsyncIterator[HostSite]:
    """Serve a site of another origin whose pages hold the shop's chat."""
    port = find_free_port()
    address = f"http://localhost:{port}"
    found = await find_shop(shop.deps)
    assert found is not None
    command = AddInbox(
        channel="webchat",
        name="Jan's Shop",
        team_id=found.teams[ORDERS],
        settings={"allowed_sites": address, **settings},
        secrets=secrets or {},
    )
    inbox = await add_inbox(command, asker=found.asker("Olga"), deps=shop.deps)
    policy = (
        f"default-src 'none'; script-src {shop.address}; frame-src {shop.address}; "
        "style-src 'self'; img-src data:"
    )

    async def page(request: web.Request) -> web.Response:
        language = request.query.get("language", "en")
        text = PAGE.format(language=language, clew=shop.address, inbox=inbox.id)
        headers = {"content-security-policy": policy}
        return web.Response(text=text, content_type="text/html", headers=headers)

    async def style(_: web.Request) -> web.Response:
        return web.Response(text=STYLE, content_type="text/css")

    site = web.Application()
    site.add_routes([web.get("/", page), web.get("/style.css", style)])
    runner = web.AppRunner(site)
    await runner.setup()
    await web.TCPSite(runner, "localhost", port).start()
    try:
        yield HostSite(address, InboxId(inbox.id))
    finally:
        await runner.cleanup()


@dataclass(slots=True)
class Visitor:
    """Somebody who reads a page of the site and may write to the shop."""

    page: Page
    frame: Frame = field(init=False)

    async def open(self) -> None:
        """Press the button; wait until one can write."""
        size = self.page.viewport_size
        assert size is not None
        await expect(self.page.locator("clew-chat")).not_to_have_attribute("hidden", "")
        corner = size["width"] - BUTTON_FROM_CORNER, size["height"] - BUTTON_FROM_CORNER
        await self.page.mouse.click(*corner)
        await expect(self.field).to_be_visible()

    async def arrive(self, address: str) -> None:
        """Load a page of the site and wait for the frame behind the button."""
        await self.page.goto(address)
        for _ in range(400):
            frames = [one for one in self.page.frames if "/widget/" in one.url]
            if frames:
                self.frame = frames[0]
                return
            await asyncio.sleep(0.05)
        raise AssertionError("there is no chat on the page")

    @property
    def field(self) -> Locator:
        return self.frame.locator("textarea")

    async def write(self, text: str) -> None:
        """Write a message and send it with the Enter key."""
        await put(self.field, text)
        await self.field.press("Enter")

    def said(self, text: str) -> Locator:
        """Return the messages in the window that hold these words."""
        return self.frame.get_by_role("article").filter(has_text=text)

    async def findings(self) -> list[object]:
        """Return what axe finds amiss in the window."""
        await self.frame.evaluate(AXE.read_text("utf-8"))
        found: list[object] = await self.frame.evaluate(
            "rules => axe.run(document, {runOnly: rules}).then(found => found.violations.map("
            "one => [one.id, ...one.nodes.map(node => node.html.slice(0, 200))]))",
            RULES,
        )
        return found


async def put(field: Locator, text: str) -> None:
    """Put words into a field of the window, and see that they are there.

    What a program inserts into a frame of another process gets lost on its way now and then,
    before any event of the page, as long as the browser has not given that frame the focus: a
    press of the mouse does, and a busy machine takes its time for it.
    """
    for _ in range(100):
        await field.click()
        await field.fill(text)
        if await field.input_value() == text:
            return
        await asyncio.sleep(0.2)
    raise AssertionError("nothing can be written into the field")

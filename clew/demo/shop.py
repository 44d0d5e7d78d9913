"""A page of a made-up shop on an origin of its own, with the chat on it, as a host site has it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from html import escape

import uvicorn

from clew.demo.asgi import App, Reply, Request, as_app
from clew.domain.ids import InboxId
from clew.serving import QuietServer

# As strict as a careful site is: scripts and frames of the chat's server, and nothing else.
POLICY = (
    "default-src 'none'; script-src {clew}; frame-src {clew}; style-src 'self'; "
    "base-uri 'none'; form-action 'none'"
)
STYLE = b"""body { font: 18px/1.6 Georgia, serif; max-width: 46rem; margin: 3rem auto;
  padding: 0 1.5rem; color: #222; background: #fbf8f2; }
h1 { font-size: 2.4rem; } article { border-top: 1px solid #ccc; padding: 1rem 0; }
small { color: #666; }
"""
GOODS = (
    ("Copper kettle", "Two litres, whistles in G.", "189 zł"),
    ("Walnut board", "Oiled, with a groove for crumbs.", "95 zł"),
    ("Linen apron", "Sand or slate, three pockets.", "120 zł"),
)


def shop(clew: str, inbox_id: InboxId) -> App:
    """Return the shop as an application; `clew` is the address of the chat's server."""

    async def answer(request: Request) -> Reply:
        if request.path == "/shop.css":
            return Reply(200, STYLE, {"content-type": "text/css"})
        headers = {
            "content-type": "text/html; charset=utf-8",
            "content-security-policy": POLICY.format(clew=clew),
        }
        return Reply(200, page(clew, inbox_id), headers)

    return as_app("", answer)


def page(clew: str, inbox_id: InboxId) -> bytes:
    """Return the shop's page."""
    goods = "".join(
        f"<article><h2>{escape(name)}</h2><p>{escape(words)}</p><b>{escape(price)}</b></article>"
        for name, words, price in GOODS
    )
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width">'
        '<title>Jan\'s Shop</title><link rel="stylesheet" href="/shop.css"></head><body>'
        "<h1>Jan's Shop</h1><p><small>A made-up shop: write to it by the button below.</small></p>"
        f"{goods}"
        f'<script src="{escape(clew)}/widget.js" data-inbox="{inbox_id}" async></script>'
        "</body></html>"
    ).encode()


@asynccontextmanager
async def serving_shop(app: App, host: str, port: int) -> AsyncIterator[None]:
    """Serve the shop as long as the context lasts."""
    config = uvicorn.Config(
        app, host=host, port=port, lifespan="off", access_log=False, log_config=None
    )
    server = QuietServer(config)
    serving = asyncio.ensure_future(server.serve())
    try:
        yield
    finally:
        server.should_exit = True
        await serving

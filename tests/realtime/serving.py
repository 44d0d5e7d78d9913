"""A server on a real socket, with a gateway beside it, for the tests of both streams."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from typing import Any, Protocol

import uvicorn

from clew.web.root import Root
from tests.fixtures.network import find_free_port


class Gateway(Protocol):
    """What runs beside the server."""

    def run(self) -> Coroutine[Any, Any, None]: ...


@asynccontextmanager
async def served(root: Root, gateway: Gateway) -> AsyncIterator[int]:
    """Serve on a free port of this machine, and say which."""
    port = find_free_port()
    config = uvicorn.Config(
        root, port=port, ws="websockets-sansio", lifespan="off", log_config=None
    )
    server = uvicorn.Server(config)
    running = asyncio.ensure_future(gateway.run())
    serving = asyncio.ensure_future(server.serve())
    while not server.started:  # noqa: ASYNC110  # uvicorn has no event for it
        await asyncio.sleep(0.01)
    try:
        yield port
    finally:
        running.cancel()
        server.should_exit = True
        await asyncio.gather(running, serving, return_exceptions=True)

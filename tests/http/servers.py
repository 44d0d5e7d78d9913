"""Providers on the loopback interface: one that speaks HTTP, and one that misbehaves."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from aiohttp import web

from tests.fixtures.network import find_free_port

Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]
Talk = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


@asynccontextmanager
async def provider(answer: Answer) -> AsyncIterator[str]:
    """Answer every request; yields the server's address."""
    app = web.Application(client_max_size=64 * 1024 * 1024)

    async def answer_any(request: web.Request) -> web.StreamResponse:
        return await answer(request)

    app.router.add_route("*", "/{path:.*}", answer_any)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    port = find_free_port()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        await runner.cleanup()


@asynccontextmanager
async def talker(talk: Talk) -> AsyncIterator[str]:
    """Let `talk` do what it likes with each connection, which is cut afterwards."""

    async def talk_and_cut(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await talk(reader, writer)
        finally:
            writer.transport.abort()

    port = find_free_port()
    server = await asyncio.start_server(talk_and_cut, "127.0.0.1", port)
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.close()


async def read_request(reader: asyncio.StreamReader) -> bytes:
    """Read a whole request without looking at its sense."""
    head = await reader.readuntil(b"\r\n\r\n")
    for line in head.lower().split(b"\r\n"):
        if line.startswith(b"content-length:"):
            return head + await reader.readexactly(int(line.partition(b":")[2]))
    return head

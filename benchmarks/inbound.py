"""Signed WhatsApp webhooks in, to what a connected agent sees: how many, and how fast.

The server runs as its user would run it (`clew up`, every write synchronous); the load comes
from this process. First a steady rate is offered: time to the 200, and time from sending to
the agent's socket. Then as many as the server takes: accepted a second, and fully processed a
second, counted until the last one is on the agent's socket.
"""

import argparse
import asyncio
import hashlib
import hmac
import itertools
import json
import random
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import aiohttp

from benchmarks.report import line, percentiles
from benchmarks.server import PHONE_NUMBER_ID, Running, running_server

SECRET = "d3a7c1e0f5b24689a0b1c2d3e4f50617"
CONTACTS = 5_000


@dataclass
class Seen:
    """When what was sent, acknowledged and seen."""

    sent_at: dict[str, float] = field(default_factory=dict)
    ack_seconds: list[float] = field(default_factory=list)
    seen_seconds: list[float] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)
    refused: int = 0

    async def until(self, count: int, patience_seconds: float) -> None:
        """Wait until so many messages were seen, but not for ever."""
        for _ in range(int(patience_seconds / 0.05)):
            if len(self.seen) >= count:
                return
            await asyncio.sleep(0.05)


def webhook(name: str, contact: int) -> bytes:
    """Return the body that brings one message."""
    phone = f"48{600_000_000 + contact}"
    value = {
        "messaging_product": "whatsapp",
        "metadata": {"display_phone_number": "15550783881", "phone_number_id": PHONE_NUMBER_ID},
        "contacts": [{"profile": {"name": f"Contact {contact}"}, "wa_id": phone}],
        "messages": [
            {
                "from": phone,
                "id": name,
                "timestamp": str(int(time.time())),
                "type": "text",
                "text": {"body": f"Where is my order {name}? It should have come on Monday."},
            }
        ],
    }
    entry = {"id": "1022", "changes": [{"field": "messages", "value": value}]}
    return json.dumps({"object": "whatsapp_business_account", "entry": [entry]}).encode()


class Sender:
    """One connection that sends one request at a time, with as little work as may be."""

    def __init__(self, server: Running) -> None:
        self._server = server
        self._head = (
            f"POST {server.webhook_path} HTTP/1.1\r\nHost: {server.host}:{server.port}\r\n"
            "Content-Type: application/json\r\nX-Hub-Signature-256: sha256=%s\r\n"
            "Content-Length: %d\r\n\r\n"
        )

    async def open(self) -> None:
        """Connect."""
        self._reader, self._writer = await asyncio.open_connection(
            self._server.host, self._server.port
        )

    async def send(self, body: bytes) -> int:
        """Send one webhook; return the status of the answer."""
        signature = hmac.new(SECRET.encode(), body, hashlib.sha256).hexdigest()
        self._writer.write((self._head % (signature, len(body))).encode() + body)
        head = await self._reader.readuntil(b"\r\n\r\n")
        rows = head.lower().split(b"\r\n")
        lengths = [int(row.split(b":")[1]) for row in rows if row.startswith(b"content-length:")]
        if lengths and lengths[0]:
            await self._reader.readexactly(lengths[0])
        return int(head[9:12])


@asynccontextmanager
async def watching(server: Running) -> AsyncIterator[Seen]:
    """Be the agent's browser meanwhile: read the stream and note when each message is seen."""
    seen, ready = Seen(), asyncio.Event()
    watcher = asyncio.create_task(_watch(server, seen, ready))
    await ready.wait()
    try:
        yield seen
    finally:
        watcher.cancel()


async def _watch(server: Running, seen: Seen, ready: asyncio.Event) -> None:
    headers = {"Authorization": f"Bearer {server.token}"}
    async with (
        aiohttp.ClientSession(headers=headers) as client,
        client.ws_connect(f"{server.address}/api/v1/stream", max_msg_size=0) as socket,
    ):
        async for frame in socket:
            ready.set()
            now = time.perf_counter()
            for change in json.loads(frame.data).get("changes", ()):
                name = (change.get("item") or {}).get("provider_id")
                if name and name not in seen.seen:
                    seen.seen.add(name)
                    if name in seen.sent_at:
                        seen.seen_seconds.append(now - seen.sent_at[name])


async def send_one(sender: Sender, seen: Seen, name: str) -> None:
    """Send one webhook and note how it went."""
    body = webhook(name, random.randrange(CONTACTS))
    began = time.perf_counter()
    seen.sent_at[name] = began
    if await sender.send(body) == 200:
        seen.ack_seconds.append(time.perf_counter() - began)
    else:
        seen.refused += 1
        seen.sent_at.pop(name)


async def flood(server: Running, seconds: float, connections: int) -> None:
    """Send as fast as the server answers; count until all of it was seen."""
    async with watching(server) as seen:
        numbers = itertools.count()
        began = time.perf_counter()

        async def one() -> None:
            sender = Sender(server)
            await sender.open()
            while time.perf_counter() - began < seconds:
                await send_one(sender, seen, f"wamid.flood{next(numbers)}")

        await asyncio.gather(*(one() for _ in range(connections)))
        accepted_in = time.perf_counter() - began
        accepted = len(seen.ack_seconds)
        await seen.until(accepted, seconds * 5)
        processed_in = time.perf_counter() - began
    line("flood: accepted/s", f"{accepted / accepted_in:,.0f}")
    line("flood: fully processed and seen/s", f"{len(seen.seen) / processed_in:,.0f}")
    line("flood: seen of accepted", f"{len(seen.seen):,} of {accepted:,}; refused {seen.refused}")
    line("flood: ack ms", percentiles(seen.ack_seconds))
    line("flood: server memory MB", f"{server.memory_mb():,.0f}")


async def steady(server: Running, seconds: float, rate: int, connections: int) -> None:
    """Offer a steady rate; measure the answer and the way to the agent's socket."""
    idle: asyncio.Queue[Sender] = asyncio.Queue()
    for _ in range(connections):
        sender = Sender(server)
        await sender.open()
        idle.put_nowait(sender)
    async with watching(server) as seen:

        async def one(number: int) -> None:
            sender = await idle.get()
            await send_one(sender, seen, f"wamid.steady{number}")
            idle.put_nowait(sender)

        began, tasks = time.perf_counter(), []
        for number in range(int(seconds * rate)):
            await asyncio.sleep(max(0.0, began + number / rate - time.perf_counter()))
            tasks.append(asyncio.create_task(one(number)))
        await asyncio.gather(*tasks)
        await seen.until(len(seen.ack_seconds), 10)
    line(f"{rate}/s: offered, seen", f"{len(tasks):,}, {len(seen.seen_seconds):,}")
    line(f"{rate}/s: ack ms", percentiles(seen.ack_seconds))
    line(f"{rate}/s: webhook to socket ms", percentiles(seen.seen_seconds))


async def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--connections", type=int, default=64)
    parser.add_argument("--rate", type=int, default=200)
    parser.add_argument("--database", default="")
    given = parser.parse_args()
    async with running_server(SECRET, given.database) as server:
        line("idle memory MB", f"{server.memory_mb():,.0f}")
        await steady(server, given.seconds, given.rate, given.connections)
        await flood(server, given.seconds, given.connections)
        line("violations found by clew audit", str(server.audit()))


if __name__ == "__main__":
    asyncio.run(main())

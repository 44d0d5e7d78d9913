"""A provider that sends webhooks until they are acknowledged, and takes our replies."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import itertools
import json
import random
import time
from collections import Counter
from dataclasses import dataclass, field

import aiohttp
from aiohttp import web

PHONE_NUMBER_ID = "106540352242922"
APP_SECRET = "d3a7c1e0f5b24689a0b1c2d3e4f50617"


def envelope(value: dict[str, object]) -> bytes:
    """A webhook's body around one value."""
    meta = {"display_phone_number": "15550783881", "phone_number_id": PHONE_NUMBER_ID}
    change = {
        "field": "messages",
        "value": {"messaging_product": "whatsapp", "metadata": meta, **value},
    }
    document = {
        "object": "whatsapp_business_account",
        "entry": [{"id": "1022", "changes": [change]}],
    }
    return json.dumps(document).encode()


def message(name: str, phone: str, text: str) -> bytes:
    """A webhook that brings one text message."""
    return envelope(
        {
            "contacts": [{"profile": {"name": f"Contact {phone}"}, "wa_id": phone}],
            "messages": [
                {
                    "from": phone,
                    "id": name,
                    "timestamp": str(int(time.time())),
                    "type": "text",
                    "text": {"body": text},
                }
            ],
        }
    )


def signed(body: bytes, secret: str = APP_SECRET) -> dict[str, str]:
    """The headers under which the provider sends a body."""
    digest = hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()
    return {"X-Hub-Signature-256": f"sha256={digest}", "Content-Type": "application/json"}


@dataclass
class Provider:
    """Sends each message again until it is acknowledged, sometimes twice; counts what it is sent.

    Attributes:
        acknowledged: Provider ids of messages that were answered with 200.
        received: How often each of our own ids came in as a message to a contact.
    """

    hook: str
    acknowledged: set[str] = field(default_factory=set)
    received: Counter[str] = field(default_factory=Counter)
    chance: random.Random = field(default_factory=lambda: random.Random(7))
    numbers: itertools.count[int] = field(default_factory=itertools.count)

    async def send(self, client: aiohttp.ClientSession, contact: int) -> None:
        """Deliver one message, however often it takes."""
        name = f"wamid.K{next(self.numbers)}"
        body = message(name, f"48{600_000_000 + contact}", f"Message {name}")
        copies = 2 if self.chance.random() < 0.1 else 1
        for _ in range(copies):
            for _ in range(2_000):
                if await self._try(client, body):
                    break
                await asyncio.sleep(0.05)
        self.acknowledged.add(name)

    async def _try(self, client: aiohttp.ClientSession, body: bytes) -> bool:
        try:
            async with client.post(self.hook, data=body, headers=signed(body)) as answer:
                assert answer.status in {200, 503}, await answer.text()
                return answer.status == 200
        except (aiohttp.ClientError, OSError):
            return False

    async def take(self, request: web.Request) -> web.Response:
        """Take a reply of ours, and send the receipt that names it."""
        sent = await request.json()
        if sent.get("status") == "read":
            return web.json_response({"success": True})
        ours = sent.get("biz_opaque_callback_data", "")
        self.received[ours] += 1
        name = f"wamid.OUT{next(self.numbers)}"
        contact = sent["to"].lstrip("+")
        receipt = {
            "id": name,
            "status": "delivered",
            "timestamp": str(int(time.time())),
            "recipient_id": contact,
            "biz_opaque_callback_data": ours,
        }
        task = asyncio.create_task(self._receipt(envelope({"statuses": [receipt]})))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return web.json_response(
            {
                "messaging_product": "whatsapp",
                "contacts": [{"input": sent["to"], "wa_id": contact}],
                "messages": [{"id": name}],
            }
        )

    _tasks: set[asyncio.Task[None]] = field(default_factory=set)

    async def _receipt(self, body: bytes) -> None:
        async with aiohttp.ClientSession() as client:
            for _ in range(400):
                if await self._try(client, body):
                    return
                await asyncio.sleep(0.05)

"""Brings webhooks to Clew over HTTP, in order, until they are taken."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime

import aiohttp
import structlog

from clew.demo.graph.provider import ON_THE_WAY, Provider
from clew.demo.graph.webhooks import envelope, signature

logger = structlog.get_logger(__name__)

SIGNATURE_HEADER = "X-Hub-Signature-256"
# The provider tries for a week, ever more seldom; in a demo somebody is watching.
FIRST_PAUSE_SECONDS, LONGEST_PAUSE_SECONDS = 0.5, 15.0
PATIENCE = aiohttp.ClientTimeout(total=20)
BEAT_SECONDS = ON_THE_WAY.total_seconds() / 2
SAVE_EVERY_SECONDS = 2.0


class Courier:
    """Tells one webhook what happens at a provider."""

    def __init__(self, provider: Provider, webhook_url: str) -> None:
        self._provider = provider
        self._url = webhook_url
        self._saved_version = 0

    async def is_ours(self, client: aiohttp.ClientSession) -> bool:
        """Ask the webhook the provider's question, as at subscription."""
        challenge = "1158201444"
        question = {
            "hub.mode": "subscribe",
            "hub.challenge": challenge,
            "hub.verify_token": self._provider.memory.line.verify_token,
        }
        async with client.get(self._url, params=question, timeout=PATIENCE) as answer:
            return answer.status == 200 and await answer.text() == challenge

    async def bring(self, client: aiohttp.ClientSession) -> bool:
        """Bring one batch; whatever is not taken stays first in line. Say whether it was taken."""
        changes = self._provider.take_changes()
        if not changes:
            return True
        line = self._provider.memory.line
        body = envelope(line, changes, datetime.now(UTC))
        headers = {
            "Content-Type": "application/json",
            SIGNATURE_HEADER: signature(body, line.app_secret),
        }
        try:
            async with client.post(
                self._url, data=body, headers=headers, timeout=PATIENCE
            ) as answer:
                if 200 <= answer.status < 300:
                    return True
                logger.warning("the webhook was not taken", status=answer.status)
        except (aiohttp.ClientError, TimeoutError) as failure:
            logger.warning("the webhook was not reached", reason=type(failure).__name__)
        self._provider.give_back(changes)
        return False

    async def run(self) -> None:
        """Bring what there is, for ever."""
        pause = FIRST_PAUSE_SECONDS
        async with aiohttp.ClientSession() as client:
            while True:
                self._provider.deliver()
                if await self.bring(client):
                    pause = FIRST_PAUSE_SECONDS
                else:
                    await asyncio.sleep(pause)
                    pause = min(2 * pause, LONGEST_PAUSE_SECONDS)
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(self._provider.news.wait(), BEAT_SECONDS)

    async def keep(self) -> None:
        """Remember the chats every now and then, for ever."""
        while True:
            await asyncio.sleep(SAVE_EVERY_SECONDS)
            self.save()

    def save(self) -> None:
        """Remember the chats if there is something new."""
        if self._provider.version != self._saved_version:
            self._saved_version = self._provider.version
            self._provider.save()


@asynccontextmanager
async def on_the_road(courier: Courier) -> AsyncIterator[None]:
    """Let a courier work in the background."""
    tasks = [asyncio.create_task(courier.run()), asyncio.create_task(courier.keep())]
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        courier.save()

"""Makes the sample: once, and only what is missing."""

import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import structlog

from clew.app import opened
from clew.demo.clock import ScriptedClock
from clew.demo.graph.api import PREFIX, GraphApi
from clew.demo.graph.provider import Provider
from clew.demo.sample.direct import DirectHttp
from clew.demo.sample.inbox import connect_chat, connect_inbox
from clew.demo.sample.people import find_shop, open_shop
from clew.demo.sample.player import Player
from clew.demo.sample.stories import STORIES
from clew.demo.sample.traffic import Traffic
from clew.demo.sample.wording import tag_cases, write_words
from clew.domain.ids import InboxId
from clew.settings import Settings

logger = structlog.get_logger(__name__)

# Earlier than anything in the stories.
BEGINS_BEFORE = timedelta(days=50)
MOUNT = "/simulation"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """What the simulation needs to know of the sample workspace."""

    inbox_id: InboxId
    chat_id: InboxId
    is_new: bool


async def prepare(
    settings: Settings, provider: Provider, address: str, now: datetime, *, shop_address: str = ""
) -> Sample:
    """Have the sample workspace, with its inbox pointed at the simulation at `address`.

    Args:
        settings: Where the database and the files are.
        provider: The simulation; it remembers the chats of the sample.
        address: How Clew reaches this server, such as `http://127.0.0.1:8080`.
        now: The demo's present. What happened in the sample happened before it.
        shop_address: Where the made-up shop shows the chat.
    """
    clock = ScriptedClock(now)
    async with opened(settings, clock) as deps:
        shop = await find_shop(deps)
        is_new = shop is None
        if shop is None:
            clock.at = now - BEGINS_BEFORE
            shop = await open_shop(deps)
            await write_words(shop, deps)
        inbox_id = await connect_inbox(
            shop, provider.memory.line, f"{address}{MOUNT}{PREFIX}", deps
        )
        chat_id = await connect_chat(shop, shop_address, deps)
        if is_new:
            began = time.monotonic()
            http = DirectHttp(GraphApi(provider, f"{address}{MOUNT}"), deps.blobs, MOUNT)
            traffic = Traffic(
                deps=deps,
                provider=provider,
                clock=clock,
                http=http,
                workspace_id=shop.workspace_id,
                inbox_id=inbox_id,
            )
            provider.clock = clock
            await Player(traffic, shop, now).play(STORIES)
            await tag_cases(shop, deps)
            provider.save()
            seconds = round(time.monotonic() - began, 1)
            logger.info("the sample was made", stories=len(STORIES), seconds=seconds)
    return Sample(inbox_id=inbox_id, chat_id=chat_id, is_new=is_new)


def present(offset_seconds: float) -> datetime:
    """Return the demo's present: the real time, and how far the clock was moved."""
    return datetime.now(UTC) + timedelta(seconds=offset_seconds)

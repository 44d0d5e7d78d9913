"""The second process: it takes events in until there are few, or the first process is gone."""

import asyncio
import time
from collections.abc import Callable
from contextlib import suppress
from uuid import UUID

from clew.ports.bus import Topic
from clew.services.deps import Deps
from clew.services.ingest import Appetite, ingest
from clew.worker.relief.lines import hint_line, read_hint, taken_line
from clew.worker.relief.load import Load

POLL_SECONDS = 0.5
# So long with few events, and the second process ends.
QUIET_WINDOWS = 20


async def assist(
    deps: Deps,
    reader: asyncio.StreamReader,
    writer: asyncio.StreamWriter,
    clock: Callable[[], float] = time.monotonic,
) -> None:
    """Take events in and tell the first process what there is news of.

    Raises:
        StoreIsUnavailable: The first process shall see to it.
    """
    news = asyncio.Event()
    listening = asyncio.create_task(_listen(reader, news))
    load = Load(clock)
    appetite = Appetite()
    try:
        while not listening.done() and load.low < QUIET_WINDOWS:
            taken = await ingest(deps, appetite.limit)
            appetite.took(taken)
            load.note(taken)
            writer.write(taken_line(taken))
            await writer.drain()
            if not taken:
                with suppress(TimeoutError):
                    async with asyncio.timeout(POLL_SECONDS):
                        await news.wait()
                news.clear()
    except ConnectionError:
        return
    finally:
        listening.cancel()


def telling(writer: asyncio.StreamWriter) -> Callable[[Topic, UUID | None], None]:
    """Return what tells the first process of a hint."""

    def tell(topic: Topic, workspace_id: UUID | None) -> None:
        if topic is not Topic.INTAKE and not writer.is_closing():
            writer.write(hint_line(topic, workspace_id))

    return tell


async def _listen(reader: asyncio.StreamReader, news: asyncio.Event) -> None:
    """Listen until the first process is gone."""
    with suppress(ConnectionError):
        while line := await reader.readline():
            if read_hint(line) is not None:
                news.set()
    news.set()

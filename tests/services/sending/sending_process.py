"""A process that writes to Judit and is killed on the way: see `test_kills`.

Run as `python -m tests.services.sending.sending_process FOLDER ADDRESS`; prints the message's id.
"""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from clew.http.calls import HttpCalls
from clew.services.sending import Sender, claim, send
from tests.services.world import a_world

TWO_PARTS = "word " * 1500


async def run(folder: Path, url: str) -> None:
    """Answer Judit with a message of two parts."""
    async with a_world(folder) as world:
        calls = HttpCalls(
            blobs=world.deps.blobs, clock=world.deps.clock, allow_private_hosts=["127.0.0.1"]
        )
        await world.hears()
        await world.calls(url)
        message_id = await world.answers(TWO_PARTS)
        print(f"message {message_id}", flush=True)  # noqa: T201 - the test reads it
        sender = Sender(deps=world.deps, http=calls, chance=lambda: 0.5)
        (claimed,) = await claim(sender, 1)
        await send(claimed, sender=sender)
        await calls.close()


if __name__ == "__main__":
    asyncio.run(run(Path(sys.argv[1]), sys.argv[2]))

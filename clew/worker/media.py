"""Files of contacts are fetched, a few at a time."""

from datetime import timedelta
from uuid import UUID

from clew.ports.bus import Topic
from clew.services.fetching import Fetcher, claim_files, fetch
from clew.worker.crew import Crew
from clew.worker.loop import Loop
from clew.worker.meters import FETCHED

AT_ONCE = 8
POLL = timedelta(seconds=2)


def media(fetcher: Fetcher, crew: Crew) -> Loop:
    """Return the worker."""

    async def step(_: UUID | None) -> bool:
        await crew.wait_for_room()
        wanted = crew.free
        taken = await claim_files(fetcher.deps, wanted)
        for attachment in taken:
            FETCHED.inc()
            crew.begin(fetch(attachment, fetcher=fetcher))
        return len(taken) == wanted

    return Loop(name="media", step=step, topic=Topic.MEDIA, poll=POLL)

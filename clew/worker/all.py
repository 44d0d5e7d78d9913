"""All workers of a process, started and stopped together."""

import asyncio
import random
from collections.abc import Callable, Sequence

from clew.ports.http import Http
from clew.ports.mail import Mailer, NoMailer
from clew.ports.mailboxes import Mailboxes
from clew.services.deps import Deps
from clew.services.fetching import Fetcher
from clew.services.sending import Sender
from clew.services.visitors.letters import Post
from clew.services.visitors.reaching import Reach
from clew.worker import loop
from clew.worker.clocks import clocks
from clew.worker.crew import Crew
from clew.worker.housekeeping import housekeeping
from clew.worker.inbound import inbound
from clew.worker.indexer import indexer
from clew.worker.joiner import joiner
from clew.worker.mailboxes import MailboxWatches, mailboxes_loop
from clew.worker.marking import marking
from clew.worker.media import AT_ONCE as FILES_AT_ONCE
from clew.worker.media import media
from clew.worker.notices import notices
from clew.worker.relief import Relief
from clew.worker.router import router
from clew.worker.scheduler import scheduler
from clew.worker.sender import AT_ONCE as MESSAGES_AT_ONCE
from clew.worker.sender import recovery_loop, sender_loop

# What is under way may take so long to finish when the process is told to stop.
GRACE_SECONDS = 4.0


class Workers:
    """Everything that works without being asked."""

    def __init__(
        self,
        deps: Deps,
        http: Http,
        mailer: Mailer | None = None,
        *,
        mailboxes: Mailboxes | None = None,
        chance: Callable[[], float] = random.random,
        relief: Relief | None = None,
        post: Post | None = None,
    ) -> None:
        self._deps = deps
        self._chance = chance
        self._crews = (Crew(MESSAGES_AT_ONCE), Crew(FILES_AT_ONCE))
        mailer = mailer or NoMailer()
        sender = Sender(deps=deps, http=http, chance=chance, mailer=mailer)
        fetcher = Fetcher(deps=deps, http=http, chance=chance)
        self._watches = MailboxWatches(deps, mailboxes, chance) if mailboxes else None
        self._loops: Sequence[loop.Loop] = (
            inbound(deps, relief),
            clocks(deps),
            sender_loop(sender, self._crews[0]),
            scheduler(deps),
            recovery_loop(sender),
            marking(sender),
            media(fetcher, self._crews[1]),
            router(deps),
            indexer(deps),
            joiner(deps),
            housekeeping(deps, http, mailer),
            notices(Reach(deps=deps, http=http, post=post or Post(mailer=mailer))),
            *((mailboxes_loop(self._watches),) if self._watches else ()),
        )

    async def run(self) -> None:
        """Work until cancelled; then finish what is under way, for a few seconds."""
        stopping = asyncio.Event()
        tasks = [
            asyncio.create_task(
                loop.run(one, bus=self._deps.bus, stopping=stopping, chance=self._chance),
                name=one.name,
            )
            for one in self._loops
        ]
        try:
            # Not `gather`: cancelled, that would cut off what is under way.
            done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
            for task in done:
                task.result()
        finally:
            stopping.set()
            await self._wind_up(tasks)

    async def _wind_up(self, tasks: Sequence[asyncio.Task[None]]) -> None:
        crews = (*self._crews, *((self._watches,) if self._watches else ()))
        endings = [*tasks, *(asyncio.create_task(crew.finish()) for crew in crews)]
        _, late = await asyncio.wait(endings, timeout=GRACE_SECONDS)
        for task in late:
            task.cancel()
        await asyncio.gather(*endings, return_exceptions=True)

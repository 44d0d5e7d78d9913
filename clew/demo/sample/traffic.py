"""What moves between the simulated provider and Clew while the sample is made."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from clew.demo.clock import ScriptedClock
from clew.demo.graph.provider import Provider
from clew.demo.graph.webhooks import envelope, signature
from clew.domain.ids import InboxId, WorkspaceId
from clew.ports.http import Http
from clew.ports.store import NewEvent
from clew.services.clocks import sweep
from clew.services.deps import Deps
from clew.services.fetching import Fetcher, claim_files, fetch
from clew.services.ingest import ingest
from clew.services.sending import Sender, claim, send

BATCH = 100
# Between two things that happen the clock stops this often for what is due by itself.
EVERY = timedelta(hours=24)
# How long a reply is on its way to a phone.
TRAVEL = timedelta(seconds=2)
SIGNATURE = "x-hub-signature-256"


def always_half() -> float:
    """Return where chance would be needed: the sample leaves nothing to it."""
    return 0.5


@dataclass(slots=True, kw_only=True)
class Traffic:
    """Clew's workers, called by hand, at the instants of a scripted clock."""

    deps: Deps
    provider: Provider
    clock: ScriptedClock
    http: Http
    workspace_id: WorkspaceId
    inbox_id: InboxId

    async def go_to(self, at: datetime) -> None:
        """Let time pass, with what is due on the way."""
        while self.clock.at + EVERY < at:
            self.clock.at += EVERY
            await sweep(self.deps, BATCH)
        self.clock.at = max(self.clock.at, at)

    async def wake(self, at: datetime) -> None:
        """Let time pass up to an instant at which something is due."""
        await self.go_to(at)
        await sweep(self.deps, BATCH)

    async def fetch_files(self) -> None:
        """Fetch what the contact sent."""
        fetcher = Fetcher(deps=self.deps, http=self.http, chance=always_half)
        for attachment in await claim_files(self.deps, BATCH):
            await fetch(attachment, fetcher=fetcher)

    async def send_replies(self) -> None:
        """Send what the agents wrote, and hear what became of it."""
        sender = Sender(deps=self.deps, http=self.http, chance=always_half)
        while taken := await claim(sender, BATCH):
            for delivery in taken:
                await send(delivery, sender=sender)
        self.clock.at += TRAVEL
        self.provider.deliver()

    async def bring_news(self) -> None:
        """Bring Clew what the provider has to tell."""
        changes = self.provider.take_changes()
        if not changes:
            return
        line = self.provider.memory.line
        body = envelope(line, changes, self.clock.at)
        await self.deps.store.intake.append(
            NewEvent(
                workspace_id=self.workspace_id,
                inbox_id=self.inbox_id,
                received_at=self.clock.at,
                headers={SIGNATURE: signature(body, line.app_secret)},
                query="",
                body=body,
            )
        )
        await ingest(self.deps, BATCH)

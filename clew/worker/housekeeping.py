"""Now and then: amber inboxes are asked again, templates refreshed, the old is forgotten."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

import structlog

from clew.domain.ids import InboxId
from clew.domain.people import Inbox, InboxState
from clew.ports.http import Http
from clew.ports.mail import Mailer
from clew.ports.store.early import WAITS
from clew.services.deps import Deps
from clew.services.templates import probe_inbox, refresh_templates
from clew.services.visitors.files import forget_unsent
from clew.worker.loop import Loop
from clew.worker.meters import INBOXES, QUEUED

logger = structlog.get_logger(__name__)

POLL = timedelta(seconds=15)
TEMPLATES_EVERY = timedelta(hours=1)
FIRST_PROBE_AFTER = timedelta(minutes=1)
FORGET_EVERY = timedelta(minutes=30)
# How long the same Idempotency-Key gets the same answer, and attempts to sign in are remembered.
ANSWERS_LAST = timedelta(days=2)
# When somebody did something in a case, one by one.
BEATS_LAST = timedelta(days=30)
FILES_AT_ONCE = 100
LONGEST_PROBE_PAUSE = timedelta(minutes=30)


@dataclass(slots=True)
class Rounds:
    """When each inbox is next looked at.

    Attributes:
        probes: How often in a row an amber inbox was asked, and when it is asked next.
        templates: When an inbox's templates are next refreshed.
        forget_at: When what is old is next forgotten.
    """

    probes: dict[InboxId, tuple[int, datetime]] = field(default_factory=dict)
    templates: dict[InboxId, datetime] = field(default_factory=dict)
    forget_at: datetime | None = None

    def is_probe_due(self, inbox: Inbox, now: datetime) -> bool:
        """Say whether to ask about an inbox now; a green one is forgotten."""
        if inbox.state is InboxState.GREEN:
            self.probes.pop(inbox.id, None)
            return False
        times, at = self.probes.setdefault(inbox.id, (0, now + FIRST_PROBE_AFTER))
        if now < at:
            return False
        pause = min(FIRST_PROBE_AFTER * 2 ** min(times + 1, 16), LONGEST_PROBE_PAUSE)
        self.probes[inbox.id] = (times + 1, now + pause)
        return True

    def are_templates_due(self, inbox: Inbox, now: datetime) -> bool:
        """Say whether to refresh an inbox's templates now."""
        if inbox.state is not InboxState.GREEN:
            return False
        if now < self.templates.get(inbox.id, now):
            return False
        self.templates[inbox.id] = now + TEMPLATES_EVERY
        return True


def housekeeping(deps: Deps, http: Http, mailer: Mailer) -> Loop:
    """Return the worker."""
    rounds = Rounds()

    async def step(_: UUID | None) -> bool:
        inboxes = await _measure(deps)
        for inbox in inboxes:
            await _look_at(inbox, rounds, deps, http, mailer)
        await _forget_old(rounds, deps)
        return False

    return Loop(name="housekeeping", step=step, topic=None, poll=POLL)


async def _look_at(inbox: Inbox, rounds: Rounds, deps: Deps, http: Http, mailer: Mailer) -> None:
    now = deps.clock.now()
    if rounds.is_probe_due(inbox, now):
        outcome = await probe_inbox(inbox.id, deps=deps, http=http, mailer=mailer)
        logger.info("asked about an inbox", inbox_id=str(inbox.id), answer=type(outcome).__name__)
    if rounds.are_templates_due(inbox, now):
        await refresh_templates(inbox.id, deps=deps, http=http)


async def _forget_old(rounds: Rounds, deps: Deps) -> None:
    now = deps.clock.now()
    if rounds.forget_at is not None and now < rounds.forget_at:
        return
    rounds.forget_at = now + FORGET_EVERY
    async with deps.store.write() as tx:
        await tx.people.forget_old(now, now - ANSWERS_LAST)
        await tx.visitors.forget_old(now)
        await tx.forget_early(now - WAITS)
        await tx.tools.attention.forget_beats(now - BEATS_LAST)
    while await forget_unsent(FILES_AT_ONCE, deps=deps) >= FILES_AT_ONCE:
        pass


async def _measure(deps: Deps) -> list[Inbox]:
    async with deps.store.read() as reader:
        inboxes = await reader.people.inboxes()
        queued = await reader.people.queued()
    for inbox in inboxes:
        QUEUED.labels(str(inbox.id)).set(queued.get(inbox.id, 0))
    states = Counter(inbox.state for inbox in inboxes)
    for state in InboxState:
        INBOXES.labels(state.value).set(states[state])
    return inboxes

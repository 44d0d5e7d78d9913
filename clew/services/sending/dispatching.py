"""One delivery, from claim to outcome: render, ask, read, and write down every step.

Before a request that must not be repeated the delivery says that it is being asked; after the
answer it says what the provider accepted. Whoever finds it in between, after a crash, knows that
only the contact could tell whether it arrived.
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta

import structlog

from clew.domain.message import Delivery
from clew.domain.reasons import Reason
from clew.ports.channel import (
    Continue,
    HttpRequest,
    InboxConfig,
    MailRequest,
    Outcome,
    Progress,
    Refusal,
    RefusalCause,
    Refused,
    Request,
    Retry,
    Throttled,
    ThrottleScope,
)
from clew.ports.faults import faultpoint
from clew.ports.store import StoreIsUnavailable
from clew.services.sending.letters import Barred, Held, Letter, compose, progress_of
from clew.services.sending.performing import perform, read
from clew.services.sending.recording import keep_progress, settle
from clew.services.sending.sender import Sender
from clew.services.sending.verdicts import Doubt, Ending, with_progress

logger = structlog.get_logger(__name__)

# How much longer than its request a step is ours.
LEASE_MARGIN = timedelta(seconds=60)
# More steps than any message has; a channel that asks for more has lost its way.
MOST_STEPS = 500
# What was learned from a provider is worth some waiting for the database.
PAUSES_SECONDS = (0.2, 1.0, 3.0, 10.0, 30.0)


class _IsTakenOver(Exception):
    """Somebody else has the delivery now: a receipt, or another sender."""


async def send(delivery: Delivery, *, sender: Sender) -> None:
    """Send a claimed delivery as far as it goes now, and write down what became of it.

    Raises:
        StoreIsUnavailable: The lease runs out, and `recover` decides.
    """
    trip = _Trip(delivery, sender)
    try:
        ending = await trip.go()
    except _IsTakenOver:
        logger.warning("a delivery was taken over", message_id=str(delivery.message_id))
        return
    except StoreIsUnavailable:
        raise
    except Exception:
        logger.exception("sending failed", message_id=str(delivery.message_id))
        ending = trip.failed()
    if isinstance(ending, Throttled) and ending.scope is ThrottleScope.INBOX:
        sender.pacing.pause(delivery.inbox_id, sender.deps.clock.now() + ending.after)
    faultpoint("F19")
    await _patiently(
        lambda: settle(trip.delivery, ending, sender.chance(), trip.config, sender.deps)
    )


class _Trip:
    """A delivery on its way.

    Attributes:
        delivery: As it was last written down, with what was learned of it since.
        config: Of its inbox, once that is known; for taking secrets out of reasons.
    """

    def __init__(self, delivery: Delivery, sender: Sender) -> None:
        self.delivery = delivery
        self.config: InboxConfig | None = None
        self._sender = sender

    async def go(self) -> Ending:
        """Take step after step until there is an outcome."""
        letter = await compose(self.delivery, self._sender.deps)
        if isinstance(letter, Barred | Held):
            return letter
        self.config = letter.config
        # Whoever sends an unknown message again has decided to: the mark is of the last time.
        progress = replace(progress_of(self.delivery), is_asking=False)
        for _ in range(MOST_STEPS):
            step = letter.channel.render(letter.outgoing, letter.config, progress)
            if not isinstance(step, HttpRequest | MailRequest):
                self.delivery = with_progress(self.delivery, progress)
                return step
            outcome = await self._ask(letter, step, progress)
            if not isinstance(outcome, Continue):
                return outcome
            progress = outcome.progress
        return Refused(Refusal("endless", Reason.NEVER_FINISHED.said(), RefusalCause.INVALID))

    def failed(self) -> Ending:
        """Return what is left to say when something went wrong that nobody thought of."""
        progress = progress_of(self.delivery)
        reason = Reason.SENDING_FAILED.said()
        return (
            Doubt(reason=reason, progress=progress)
            if progress.is_asking
            else Retry(reason, progress)
        )

    async def _ask(
        self, letter: Letter, request: Request, progress: Progress
    ) -> Outcome | Held | Doubt:
        deps = self._sender.deps
        now = deps.clock.now()
        if not request.is_repeatable:
            room_at = self._sender.pacing.take(
                letter.inbox.id, letter.address, letter.channel.capabilities, now
            )
            if room_at > now:
                self.delivery = with_progress(self.delivery, progress)
                return Held(until=room_at)
        marked = replace(progress, is_asking=not request.is_repeatable)
        leased = replace(self.delivery, lease_until=now + request.timeout + LEASE_MARGIN)
        await self._keep(with_progress(leased, marked))
        faultpoint("F17")
        answer = await perform(
            request,
            progress,
            http=self._sender.http,
            mailer=self._sender.mailer,
            circuit=str(letter.inbox.id),
        )
        faultpoint("F18")
        return read(letter.channel, letter.outgoing, letter.config, progress, answer)

    async def _keep(self, changed: Delivery) -> None:
        if not await keep_progress(self.delivery, changed, self._sender.deps):
            raise _IsTakenOver
        self.delivery = changed


async def _patiently(write: Callable[[], Awaitable[None]]) -> None:
    """Write, and once more a few times while the database cannot be reached."""
    for pause_seconds in PAUSES_SECONDS:
        try:
            return await write()
        except StoreIsUnavailable:
            await asyncio.sleep(pause_seconds)
    return await write()

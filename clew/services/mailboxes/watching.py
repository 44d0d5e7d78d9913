"""A mailbox is watched for as long as its inbox stays as it is: read, wait for news, read again.

IDLE is a hint; the guarantee is that the mailbox is read once a minute whether there was one or
not. One reader per mailbox, across processes, by a lease. What breaks is tried again after a pause
that grows, and what only a person can mend is asked about rarely.
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import timedelta
from uuid import UUID

import structlog

from clew.domain.ids import InboxId
from clew.domain.people import Inbox
from clew.ports.channel.mailboxes import MailboxPlace
from clew.ports.mailboxes import Mailbox, Mailboxes, MailboxIsAway, MailboxIsRefused
from clew.ports.store import Changes, LogEntry, StoreIsUnavailable
from clew.ports.store.kinds import INBOX_CHANGED
from clew.ports.store.mailboxes import ReadingState
from clew.services.deps import Deps
from clew.services.mailboxes.health import is_news, shown_reason
from clew.services.mailboxes.reading import LEASE, MailboxIsTaken, Reading, read_new

logger = structlog.get_logger(__name__)

POLL = timedelta(minutes=1)
FIRST_PAUSE = timedelta(seconds=2)
LONGEST_PAUSE = timedelta(minutes=5)
# A refusal ends when somebody changes something, mostly the settings, which begins a new watch.
REFUSED_PAUSE = timedelta(minutes=5)


@dataclass(slots=True, kw_only=True)
class MailboxWatch:
    """What watching a mailbox needs; `chance` draws a number from 0 to 1."""

    inbox: Inbox
    place: MailboxPlace
    deps: Deps
    mailboxes: Mailboxes
    holder: UUID
    chance: Callable[[], float]
    poll: timedelta = POLL
    failures: int = 0
    reading: Reading | None = field(default=None)


async def watch(watching: MailboxWatch) -> None:
    """Keep reading a mailbox until cancelled, also when ending it breaks something else."""
    task = asyncio.current_task()
    while True:
        pause = await look(watching)
        if task is not None and task.cancelling():
            return
        await asyncio.sleep(pause.total_seconds())


async def look(watching: MailboxWatch) -> timedelta:
    """Read until something breaks; return how long to leave it alone then."""
    try:
        state = await _take(watching)
        if state is None:
            return LEASE / 2
        await _read_on(watching, state)
        return timedelta(0)
    except MailboxIsTaken:
        return LEASE / 2
    except MailboxIsRefused as refused:
        await _note(watching, str(refused), is_refusal=True)
        return REFUSED_PAUSE * (0.5 + watching.chance())
    except MailboxIsAway as away:
        await _note(watching, str(away), is_refusal=False)
    except StoreIsUnavailable as failure:
        logger.warning("waiting for the database", worker="mailboxes", reason=str(failure))
    except Exception:
        logger.exception("reading a mailbox failed", inbox_id=str(watching.inbox.id))
    watching.failures += 1
    pause = FIRST_PAUSE * 2.0 ** min(watching.failures - 1, 16)
    return min(pause, LONGEST_PAUSE) * (0.5 + 0.5 * watching.chance())


async def _read_on(watching: MailboxWatch, state: ReadingState) -> None:
    mailbox = await watching.mailboxes.open(watching.place.server, watching.place.folder)
    try:
        reading = _reading(watching, state)
        while True:
            await read_new(reading, mailbox)
            watching.failures = 0
            await _note_read(watching)
            await _wait(watching, mailbox)
    finally:
        await mailbox.close()


def _reading(watching: MailboxWatch, state: ReadingState) -> Reading:
    """Go on with what was learned of mails that could not be read."""
    known = watching.reading
    if known is None:
        known = watching.reading = Reading(
            inbox=watching.inbox, state=state, holder=watching.holder, deps=watching.deps
        )
    known.state = state
    return known


async def _take(watching: MailboxWatch) -> ReadingState | None:
    now = watching.deps.clock.now()
    fresh = ReadingState(
        inbox_id=watching.inbox.id, workspace_id=watching.inbox.workspace_id, began_at=now
    )
    async with watching.deps.store.write() as tx:
        return await tx.readings.take(fresh, watching.holder, now, now + LEASE)


async def _wait(watching: MailboxWatch, mailbox: Mailbox) -> None:
    await mailbox.wait(watching.poll.total_seconds())
    if await _take(watching) is None:
        raise MailboxIsTaken


async def _note_read(watching: MailboxWatch) -> None:
    assert watching.reading is not None, "it has just been read"  # noqa: S101 - for the types
    before = watching.reading.state
    now = watching.deps.clock.now()
    after = replace(before, read_at=now, failing_since=None, reason="")
    await _save(watching, before, after)
    watching.reading.state = after


async def _note(watching: MailboxWatch, said: str, *, is_refusal: bool) -> None:
    """Keep why a mailbox cannot be read; who looks at the inbox is told when it lasts."""
    logger.warning("a mailbox cannot be read", inbox_id=str(watching.inbox.id), reason=said)
    try:
        before = await _take(watching)
        if before is None:
            return
        now = watching.deps.clock.now()
        since, reason = shown_reason(before, said, now, is_refusal=is_refusal)
        await _save(watching, before, replace(before, failing_since=since, reason=reason))
    except StoreIsUnavailable as failure:
        logger.warning("waiting for the database", worker="mailboxes", reason=str(failure))


async def _save(watching: MailboxWatch, before: ReadingState, after: ReadingState) -> None:
    deps = watching.deps
    async with deps.store.write() as tx:
        is_ours = await tx.readings.save(after, watching.holder, deps.clock.now() + LEASE)
        if is_ours and is_news(before, after):
            entry = LogEntry(
                kind=INBOX_CHANGED, at=deps.clock.now(), inbox_id=InboxId(watching.inbox.id)
            )
            await tx.record(
                Changes(workspace_id=watching.inbox.workspace_id, at=deps.clock.now(), log=[entry])
            )
    if not is_ours:
        raise MailboxIsTaken


async def give_back(watching: MailboxWatch) -> None:
    """Let others read the mailbox."""
    async with watching.deps.store.write() as tx:
        await tx.readings.give_back(watching.inbox.id, watching.holder)

"""What waits in a mailbox is brought into the intake, in order, and only then counts as read.

A crash between the two has the same mails fetched again, and they die as duplicates. A mail that
is too large, or that the server cannot give, goes to quarantine with its reason; the rest goes on.
"""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from uuid import UUID

import structlog

from clew.domain.people import Inbox
from clew.domain.reasons import Reason
from clew.ports.channel.mailboxes import HISTORY, UNREAD
from clew.ports.faults import faultpoint
from clew.ports.mailboxes import Found, Mailbox, MailboxIsAway, Waiting
from clew.ports.store import NewEvent
from clew.ports.store.mailboxes import ReadingState
from clew.services.deps import Deps

logger = structlog.get_logger(__name__)

LARGEST_MAIL = 40 * 1024 * 1024
HEADER_BYTES = 64 * 1024
# Who does not come back for so long has lost the mailbox to others.
LEASE = timedelta(minutes=5)
# What is asked for at once.
BATCH_MAILS = 100
BATCH_BYTES = 16 * 1024 * 1024
# After so many failures of its own a mail is given up, so that it does not hold up the rest.
MOST_TRIES = 5
# What lay in the mailbox so long before we first came is not news any more.
HISTORY_AFTER = timedelta(days=7)


class MailboxIsTaken(Exception):
    """Somebody else reads the mailbox by now."""


@dataclass(slots=True, kw_only=True)
class Reading:
    """One mailbox being read.

    Attributes:
        holder: Who we are.
        tries: How often reading a mail by itself has failed.
        is_careful: Mails are read one by one, because a batch has failed.
    """

    inbox: Inbox
    state: ReadingState
    holder: UUID
    deps: Deps
    tries: dict[int, int] = field(default_factory=dict)
    is_careful: bool = False


async def read_new(reading: Reading, mailbox: Mailbox) -> int:
    """Take in everything after the last mail that was; return how many mails there were.

    Raises:
        MailboxIsAway: The connection broke; what was read so far stays.
        MailboxIsTaken: Somebody else reads it by now.
        StoreIsUnavailable: Nothing was lost; try again later.
    """
    validity = mailbox.validity or 1
    if reading.state.validity != validity:
        if reading.state.validity:
            # The numbers mean other mails now. All are read anew; those known are recognised.
            logger.warning("a mailbox was numbered anew", inbox_id=str(reading.inbox.id))
        reading.state = replace(reading.state, validity=validity, uid=0)
        reading.tries.clear()
    taken = 0
    while waiting := await mailbox.after(reading.state.uid):
        for batch in batches(waiting, one_by_one=reading.is_careful):
            taken += await _take(batch, reading, mailbox)
    reading.is_careful = False
    return taken


def batches(waiting: Sequence[Waiting], *, one_by_one: bool = False) -> list[list[Waiting]]:
    """Return mails in groups that are read at once; one that is too large stands alone."""
    found: list[list[Waiting]] = []
    size = 0
    for mail in waiting:
        is_full = (
            not found
            or one_by_one
            or len(found[-1]) >= BATCH_MAILS
            or size + mail.byte_count > BATCH_BYTES
        )
        if is_full:
            found.append([])
            size = 0
        found[-1].append(mail)
        size += mail.byte_count
    return found


async def _take(batch: list[Waiting], reading: Reading, mailbox: Mailbox) -> int:
    events = await _events(batch, reading, mailbox)
    await asyncio.gather(*(reading.deps.store.intake.append(event) for event in events))
    faultpoint("F20")
    reading.state = replace(reading.state, uid=batch[-1].uid)
    until = reading.deps.clock.now() + LEASE
    async with reading.deps.store.write() as tx:
        is_ours = await tx.readings.save(reading.state, reading.holder, until)
    if not is_ours:
        raise MailboxIsTaken
    for mail in batch:
        reading.tries.pop(mail.uid, None)
    return len(events)


async def _events(batch: list[Waiting], reading: Reading, mailbox: Mailbox) -> list[NewEvent]:
    if len(batch) == 1:
        return await _alone(batch[0], reading, mailbox)
    try:
        found = await mailbox.read([mail.uid for mail in batch])
    except MailboxIsAway:
        reading.is_careful = True
        raise
    events = []
    for mail in batch:
        if mail.uid in found:
            events.append(_event(found[mail.uid], reading))
        else:
            events += await _alone(mail, reading, mailbox)
    return events


async def _alone(mail: Waiting, reading: Reading, mailbox: Mailbox) -> list[NewEvent]:
    """Return one mail, or what is known of it; nothing if it has been removed."""
    if mail.byte_count > LARGEST_MAIL:
        return [await _given_up(mail, _too_large(mail), reading, mailbox)]
    if reading.tries.get(mail.uid, 0) >= MOST_TRIES:
        reason = Reason.MAIL_NOT_GIVEN.said()
        return [await _given_up(mail, reason, reading, mailbox)]
    reading.tries[mail.uid] = reading.tries.get(mail.uid, 0) + 1
    found = await mailbox.read([mail.uid])
    if mail.uid in found:
        return [_event(found[mail.uid], reading)]
    if mail.uid in {one.uid for one in await mailbox.after(mail.uid - 1)}:
        raise MailboxIsAway(Reason.MAIL_WITHHELD.said())
    return []


async def _given_up(mail: Waiting, reason: str, reading: Reading, mailbox: Mailbox) -> NewEvent:
    try:
        header = await mailbox.read_header(mail.uid, HEADER_BYTES)
    except MailboxIsAway:
        if reading.tries.get(mail.uid, 0) < 2 * MOST_TRIES:
            reading.tries[mail.uid] = reading.tries.get(mail.uid, 0) + 1
            raise
        header = b""
    logger.warning("a mail was not read", inbox_id=str(reading.inbox.id), reason=reason)
    return replace(_event(Found(header, None), reading), headers={UNREAD: reason})


def _event(found: Found, reading: Reading) -> NewEvent:
    oldest_news = reading.state.began_at - HISTORY_AFTER
    is_history = found.arrived_at is not None and found.arrived_at < oldest_news
    if len(found.raw) > LARGEST_MAIL:
        headers, body = {UNREAD: Reason.MAIL_LARGER_THAN_SAID.said()}, b""
    else:
        headers, body = ({HISTORY: "1"} if is_history else {}), found.raw
    return NewEvent(
        workspace_id=reading.inbox.workspace_id,
        inbox_id=reading.inbox.id,
        received_at=reading.deps.clock.now(),
        headers=headers,
        query="",
        body=body,
    )


def _too_large(mail: Waiting) -> str:
    megabyte = 1024 * 1024
    return Reason.MAIL_TOO_LARGE.said(
        size=round(mail.byte_count / megabyte), most=LARGEST_MAIL // megabyte
    )

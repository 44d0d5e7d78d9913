"""Does an inbox work? Asked by an administrator, and answered at once."""

import asyncio
from collections.abc import Awaitable
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from clew.domain.access import Permission, require
from clew.domain.errors import NotFound
from clew.domain.ids import InboxId
from clew.domain.people import Inbox
from clew.domain.reasons import Reason
from clew.ports.channel import (
    Channel,
    ChatSite,
    Connected,
    InboxConfig,
    MailboxPlace,
    Misconfigured,
    ProbeOutcome,
    Unavailable,
)
from clew.ports.http import Http
from clew.ports.mail import Mailer
from clew.ports.mailboxes import Mailboxes, MailboxIsAway, MailboxIsRefused
from clew.services.asking import Asker
from clew.services.deps import Deps
from clew.services.templates import probe_inbox

# Somebody looks at the screen and waits.
LONGEST_WAIT = timedelta(seconds=12)
# A chat that no page has shown for so long has perhaps been taken off.
SHOWN_LATELY = timedelta(days=7)


class Part(StrEnum):
    """What of an inbox was tried."""

    PROVIDER = "provider"
    OUTGOING = "outgoing"  # the mail server that sends
    INCOMING = "incoming"  # the mailbox that is read
    SITE = "site"  # the page that shows the chat


@dataclass(frozen=True, slots=True)
class Checked:
    """One part of an inbox, and what became of trying it."""

    part: Part
    outcome: ProbeOutcome


@dataclass(frozen=True, slots=True, kw_only=True)
class WaysOut:
    """How providers are asked."""

    http: Http
    mailer: Mailer
    mailboxes: Mailboxes


async def check_connection(
    inbox_id: InboxId, *, asker: Asker, deps: Deps, ways_out: WaysOut | None
) -> tuple[Checked, ...]:
    """Try every part of an inbox, and set its traffic light by what its provider says.

    Raises:
        NotAllowed: Only who manages inboxes may.
        NotFound: There is no such inbox here.
    """
    require(asker.agent.role, Permission.MANAGE_INBOXES)
    workplace = await deps.directory.workplace(asker.workspace_id)
    found = await deps.directory.inbox(inbox_id) if inbox_id in workplace.inboxes else None
    if found is None:
        raise NotFound("inbox", inbox_id)
    inbox, config = found
    channel = deps.channels.get(inbox.channel)
    if channel is not None and channel.chat is not None:
        return (Checked(Part.SITE, _shown(inbox, channel.chat(config), deps)),)
    if channel is None or ways_out is None:
        reason = Reason.NOBODY_TO_ASK.said()
        return (Checked(Part.PROVIDER, Unavailable(reason)),)
    return await _ask(inbox, config, channel, ways_out, deps=deps)


async def _ask(
    inbox: Inbox, config: InboxConfig, channel: Channel, ways_out: WaysOut, *, deps: Deps
) -> tuple[Checked, ...]:
    http, mailer = ways_out.http, ways_out.mailer
    first = _in_time(probe_inbox(inbox.id, deps=deps, http=http, mailer=mailer))
    if channel.mailbox is None:
        return (Checked(Part.PROVIDER, await first),)
    place = channel.mailbox(config)
    if place is None:
        return (Checked(Part.OUTGOING, await first),)
    second = _in_time(_look_in(place, config, ways_out.mailboxes))
    outgoing, incoming = await asyncio.gather(first, second)
    return Checked(Part.OUTGOING, outgoing), Checked(Part.INCOMING, incoming)


async def _in_time(asking: Awaitable[ProbeOutcome]) -> ProbeOutcome:
    """Return the outcome, or that there was none in time."""
    try:
        async with asyncio.timeout(LONGEST_WAIT.total_seconds()):
            return await asking
    except TimeoutError:
        return Unavailable(Reason.NO_ANSWER_WITHIN.said(seconds=LONGEST_WAIT.seconds))


async def _look_in(place: MailboxPlace, config: InboxConfig, mailboxes: Mailboxes) -> ProbeOutcome:
    """Open a mailbox and close it again; nothing in it is read."""
    try:
        mailbox = await mailboxes.open(place.server, place.folder)
        await mailbox.close()
    except MailboxIsRefused as refused:
        return Misconfigured(config.redact(str(refused)), "refused")
    except MailboxIsAway as away:
        return Unavailable(config.redact(str(away)))
    return Connected(f"{place.server.user} · {place.folder}")


def _shown(inbox: Inbox, site: ChatSite, deps: Deps) -> ProbeOutcome:
    """Say whether a page shows the chat."""
    if not site.allowed_sites:
        return Misconfigured(Reason.NO_SITE.said(), "no_sites")
    if inbox.shown_at is None:
        return Unavailable(Reason.NEVER_SHOWN.said())
    if deps.clock.now() - inbox.shown_at > SHOWN_LATELY:
        return Unavailable(Reason.LAST_SHOWN.said(site=inbox.shown_on, at=inbox.shown_at))
    return Connected(inbox.shown_on)

"""Asking the provider about an inbox: does it know us, and which templates are there."""

from typing import TypeAlias

import structlog

from clew.domain.ids import InboxId, WorkspaceId
from clew.domain.people import Inbox, InboxState
from clew.domain.reasons import Reason
from clew.ports.bus import Topic
from clew.ports.channel import (
    Channel,
    Connected,
    HttpRequest,
    HttpResponse,
    InboxConfig,
    MailRequest,
    MailResponse,
    Misconfigured,
    ProbeOutcome,
    Request,
    Template,
    Unavailable,
)
from clew.ports.http import AddressIsForbidden, CallFailed, Http
from clew.ports.mail import Mailer
from clew.ports.store import Changes
from clew.services.deps import Deps
from clew.services.inbox_health import turn_amber, turn_green

logger = structlog.get_logger(__name__)

MOST_PAGES = 100

Known: TypeAlias = tuple[Inbox, InboxConfig, Channel]


async def probe_inbox(inbox_id: InboxId, *, deps: Deps, http: Http, mailer: Mailer) -> ProbeOutcome:
    """Ask whether an inbox works, and set its traffic light by the answer.

    Changes nothing when the provider cannot be asked just now.
    """
    known = await _known(inbox_id, deps)
    if known is None:
        return Unavailable(Reason.NOT_HERE.said())
    inbox, config, channel = known
    outcome = await _probe(channel.probe(config), config, channel, http, mailer)
    changes = Changes(workspace_id=inbox.workspace_id, at=deps.clock.now())
    if isinstance(outcome, Unavailable):
        return outcome
    async with deps.store.write() as tx:
        if isinstance(outcome, Misconfigured):
            await turn_amber(inbox_id, outcome, config, changes, tx)
        elif inbox.state is not InboxState.GREEN:
            await turn_green(inbox_id, changes, tx)
            tx.tell(Topic.SENDING, inbox.workspace_id)
        if changes.log:
            await tx.record(changes)
    if changes.log:
        deps.directory.forget(inbox.workspace_id)
    return outcome


async def _probe(
    request: Request | Connected,
    config: InboxConfig,
    channel: Channel,
    http: Http,
    mailer: Mailer,
) -> ProbeOutcome:
    if isinstance(request, Connected):
        return request
    if isinstance(request, HttpRequest):
        answer = await _call(request, http)
        return channel.read_probe(config, answer) if isinstance(answer, HttpResponse) else answer
    said = await _submit(request, mailer)
    if not isinstance(said, MailResponse):
        return said
    if channel.read_mail_probe is None:
        raise TypeError(f"{channel.key} tries a mail server and cannot read what is answered")
    return channel.read_mail_probe(config, said)


async def refresh_templates(
    inbox_id: InboxId, *, deps: Deps, http: Http
) -> int | Misconfigured | Unavailable | None:
    """Replace an inbox's templates by those that the provider has; return how many.

    None: the channel has none, or the inbox's settings do not suffice to ask for them. What is
    known stays as it is unless every page was read.
    """
    known = await _known(inbox_id, deps)
    if known is None:
        return None
    inbox, config, channel = known
    found = await _all_templates(config, channel, http)
    if not isinstance(found, list):
        return found
    await _save(inbox.workspace_id, inbox_id, found, deps)
    return len(found)


async def _all_templates(
    config: InboxConfig, channel: Channel, http: Http
) -> list[Template] | Misconfigured | Unavailable | None:
    if channel.list_templates is None or channel.read_templates is None:
        return None
    templates: list[Template] = []
    cursor: str | None = None
    for _ in range(MOST_PAGES):
        request = channel.list_templates(config, cursor)
        if request is None:
            return None
        answer = await _call(request, http)
        if not isinstance(answer, HttpResponse):
            return answer
        page = channel.read_templates(config, answer)
        if isinstance(page, Misconfigured | Unavailable):
            return page
        templates += page.items
        cursor = page.next_cursor
        if cursor is None:
            return templates
    return Unavailable(Reason.TEMPLATES_ENDLESS.said())


async def _save(
    workspace_id: WorkspaceId, inbox_id: InboxId, templates: list[Template], deps: Deps
) -> None:
    async with deps.store.write() as tx:
        await tx.people.save_templates(workspace_id, inbox_id, templates)


async def _known(inbox_id: InboxId, deps: Deps) -> Known | None:
    found = await deps.directory.inbox(inbox_id)
    channel = deps.channels.get(found[0].channel) if found else None
    return (*found, channel) if found is not None and channel is not None else None


async def _call(request: HttpRequest, http: Http) -> HttpResponse | Misconfigured | Unavailable:
    try:
        return await http.call(request)
    except AddressIsForbidden as failure:
        return Misconfigured(str(failure), "address_forbidden")
    except CallFailed as failure:
        return Unavailable(str(failure))


async def _submit(
    request: MailRequest, mailer: Mailer
) -> MailResponse | Misconfigured | Unavailable:
    try:
        return await mailer.submit(request)
    except AddressIsForbidden as failure:
        return Misconfigured(str(failure), "address_forbidden")
    except CallFailed as failure:
        return Unavailable(str(failure))

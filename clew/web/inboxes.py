"""Inboxes: what they are, how they fare, and their templates. Secrets go in and never come out."""

from typing import Annotated
from uuid import UUID

from litestar import Response
from litestar.params import FromPath, JSONBody
from msgspec import Meta, Struct

from clew.domain.ids import InboxId, TeamId
from clew.ports.channel import Connected, Misconfigured, Template, Unavailable
from clew.ports.store.views import Page
from clew.services import connections, inboxes
from clew.services.inboxes import InboxView
from clew.web.parameters import NO_NUL, AskedBy, AtDesk, Cursor, Limit, Line, Name, paged, with_seq

Setting = Annotated[str, Meta(max_length=4096, pattern=NO_NUL)]
Settings = Annotated[dict[Line, Setting], Meta(max_length=50)]


async def list_inboxes(
    *, desk: AtDesk, asker: AskedBy, cursor: Cursor = None, limit: Limit = 50
) -> Response[Page[InboxView]]:
    """List the inboxes of the workspace, with their health."""
    found = await inboxes.list_inboxes(asker=asker, deps=desk.deps)
    return with_seq(paged(found, cursor, limit))


async def get_inbox(
    inbox_id: FromPath[UUID], *, desk: AtDesk, asker: AskedBy
) -> Response[InboxView]:
    """Return one inbox, with its health."""
    found = await inboxes.get_inbox(InboxId(inbox_id), asker=asker, deps=desk.deps)
    return with_seq(found)


async def list_templates(
    inbox_id: FromPath[UUID],
    *,
    desk: AtDesk,
    asker: AskedBy,
    cursor: Cursor = None,
    limit: Limit = 200,
) -> Response[Page[Template]]:
    """List the message templates that the provider has on record for an inbox."""
    found = await inboxes.list_templates(InboxId(inbox_id), asker=asker, deps=desk.deps)
    return with_seq(paged(found, cursor, limit))


class NewInbox(Struct):
    """A new inbox; what its channel needs is in the documentation of the channel."""

    channel: Line
    name: Name
    team_id: UUID | None = None
    settings: Settings = {}
    secrets: Settings = {}


async def add_inbox(*, data: JSONBody[NewInbox], desk: AtDesk, asker: AskedBy) -> InboxView:
    """Add an inbox; for administrators."""
    command = inboxes.AddInbox(
        channel=data.channel,
        name=data.name,
        team_id=TeamId(data.team_id) if data.team_id else None,
        settings=data.settings,
        secrets=data.secrets,
    )
    return await inboxes.add_inbox(command, asker=asker, deps=desk.deps)


class InboxPatch(Struct):
    """What shall be different about an inbox; what is left out stays, each secret too."""

    name: Name | None = None
    team_id: UUID | None = None
    settings: Settings | None = None
    secrets: Settings = {}


async def change_inbox(
    inbox_id: FromPath[UUID], *, data: JSONBody[InboxPatch], desk: AtDesk, asker: AskedBy
) -> InboxView:
    """Change an inbox; for administrators. New values are tried at once."""
    command = inboxes.ChangeInbox(
        inbox_id=InboxId(inbox_id),
        name=data.name,
        team_id=TeamId(data.team_id) if data.team_id else None,
        settings=data.settings,
        secrets=data.secrets,
    )
    return await inboxes.change_inbox(command, asker=asker, deps=desk.deps)


class ConnectionView(Struct):
    """What a provider said when it was asked: `connected`, `misconfigured` or `unavailable`."""

    state: str
    display_name: str = ""
    reason: str = ""


async def check_connection(
    inbox_id: FromPath[UUID], *, desk: AtDesk, asker: AskedBy
) -> ConnectionView:
    """Ask the provider whether an inbox works; for administrators."""
    outside = desk.outside
    outcome = await connections.check_connection(
        InboxId(inbox_id),
        asker=asker,
        deps=desk.deps,
        http=outside.http if outside else None,
        mailer=outside.mailer if outside else None,
    )
    match outcome:
        case Connected():
            return ConnectionView(state="connected", display_name=outcome.display_name)
        case Misconfigured():
            return ConnectionView(state="misconfigured", reason=outcome.reason)
        case Unavailable():
            return ConnectionView(state="unavailable", reason=outcome.reason)

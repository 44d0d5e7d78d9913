"""Inboxes: what they are, how they fare, and their templates. Secrets go in and never come out."""

from typing import Annotated
from uuid import UUID

from litestar import Response
from litestar.params import FromPath, JSONBody, QueryParameter
from msgspec import Meta, Struct

from clew.domain.ids import InboxId, TeamId
from clew.domain.people import InboxStage
from clew.domain.reasons import Why, why
from clew.ports.channel import Connected, Misconfigured, ProbeOutcome, Template, Unavailable
from clew.ports.store.views import Page
from clew.services import channels, connections, foreseeing, inbox_views, inboxes, sending
from clew.services.channels import ChannelView
from clew.services.connections import Part
from clew.services.foreseeing import InboxReach
from clew.services.inbox_views import InboxView
from clew.services.sending import TrialState
from clew.web.parameters import (
    NO_NUL,
    AskedBy,
    AtDesk,
    Cursor,
    Limit,
    Line,
    Name,
    page_of,
    paged,
    with_seq,
)

Setting = Annotated[str, Meta(max_length=4096, pattern=NO_NUL)]
Settings = Annotated[dict[Line, Setting], Meta(max_length=50)]


async def list_channels(
    *, desk: AtDesk, asker: AskedBy, cursor: Cursor = None, limit: Limit = 50
) -> Page[ChannelView]:
    """List the channels, with what an inbox of each needs to be told; for administrators."""
    return page_of(channels.list_channels(asker=asker, deps=desk.deps), cursor, limit)


Sendable = Annotated[bool, QueryParameter(description="Only those that the provider approved.")]


async def list_inboxes(
    *, desk: AtDesk, asker: AskedBy, cursor: Cursor = None, limit: Limit = 50
) -> Response[Page[InboxView]]:
    """List the inboxes of the workspace, with their health."""
    found = await inbox_views.list_inboxes(asker=asker, deps=desk.deps)
    return with_seq(paged(found, cursor, limit))


async def get_inbox(
    inbox_id: FromPath[UUID], *, desk: AtDesk, asker: AskedBy
) -> Response[InboxView]:
    """Return one inbox, with its health."""
    found = await inbox_views.get_inbox(InboxId(inbox_id), asker=asker, deps=desk.deps)
    return with_seq(found)


async def list_templates(
    inbox_id: FromPath[UUID],
    *,
    desk: AtDesk,
    asker: AskedBy,
    sendable: Sendable = False,
    cursor: Cursor = None,
    limit: Limit = 200,
) -> Response[Page[Template]]:
    """List the message templates that the provider has on record for an inbox."""
    found = await inbox_views.list_templates(
        InboxId(inbox_id), only_sendable=sendable, asker=asker, deps=desk.deps
    )
    return with_seq(paged(found, cursor, limit))


class NewInbox(Struct):
    """A new inbox; what its channel needs, `listChannels` says."""

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
    stage: InboxStage | None = None


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
        stage=data.stage,
    )
    return await inboxes.change_inbox(command, asker=asker, deps=desk.deps)


async def get_inbox_reach(
    inbox_id: FromPath[UUID], *, desk: AtDesk, asker: AskedBy
) -> Response[InboxReach]:
    """Say what archiving an inbox, or giving it to another team, would touch."""
    found = await foreseeing.reach_of_inbox(InboxId(inbox_id), asker=asker, deps=desk.deps)
    return with_seq(found)


class ConnectionPart(Struct):
    """What was said by one part of an inbox: `provider`, `outgoing`, `incoming` or `site`.

    `state` is `connected`, `misconfigured` or `unavailable`; `code` names what is wrong in the
    provider's way, `why` sentence by sentence in ours.
    """

    part: str
    state: str
    display_name: str = ""
    reason: str = ""
    code: str = ""
    why: list[Why] = []


class ConnectionView(Struct):
    """What was said when an inbox was tried; in short, and part by part.

    In short it is the first part that does not work, or else the first.
    """

    state: str
    display_name: str
    reason: str
    parts: list[ConnectionPart]


async def check_connection(
    inbox_id: FromPath[UUID], *, desk: AtDesk, asker: AskedBy
) -> ConnectionView:
    """Try whether an inbox works, in all its parts; for administrators."""
    checked = await connections.check_connection(
        InboxId(inbox_id), asker=asker, deps=desk.deps, ways_out=desk.outside
    )
    parts = [_part(one.part, one.outcome) for one in checked]
    worst = next((one for one in parts if one.state != "connected"), parts[0])
    return ConnectionView(
        state=worst.state, display_name=worst.display_name, reason=worst.reason, parts=parts
    )


def _part(part: Part, outcome: ProbeOutcome) -> ConnectionPart:
    match outcome:
        case Connected():
            return ConnectionPart(part, "connected", display_name=outcome.display_name)
        case Misconfigured():
            said, code = outcome.reason, outcome.code
            return ConnectionPart(part, "misconfigured", reason=said, code=code, why=why(said))
        case Unavailable():
            said = outcome.reason
            return ConnectionPart(part, "unavailable", reason=said, why=why(said))


class TrialWish(Struct):
    """Where a test message goes: an address or a number of the asker's; and in which language."""

    to: Line
    language: Line = ""


class TrialView(Struct):
    """What became of a test message.

    `state` is `accepted` (by the provider, which is not yet at its reader's), `refused`,
    `misconfigured`, `unavailable` (it did not leave) or `unknown` (it may have left).
    """

    state: TrialState
    to: str
    template: str
    is_windowed: bool
    reason: str
    code: str
    why: list[Why]


async def send_trial(
    inbox_id: FromPath[UUID], *, data: JSONBody[TrialWish], desk: AtDesk, asker: AskedBy
) -> TrialView:
    """Send a test message by an inbox, as replies are sent; for administrators."""
    command = sending.SendTrial(inbox_id=InboxId(inbox_id), to=data.to, language=data.language)
    sent = await sending.send_trial(command, asker=asker, deps=desk.deps, ways_out=desk.outside)
    return TrialView(
        state=sent.state,
        to=sent.to,
        template=sent.template,
        is_windowed=sent.is_windowed,
        reason=sent.reason,
        code=sent.code,
        why=why(sent.reason),
    )

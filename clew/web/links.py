"""Invitations, and one-time links by which somebody sets a password; some of it for everybody."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from litestar import Request, Response
from litestar.background_tasks import BackgroundTask
from litestar.params import FromPath, JSONBody
from msgspec import Meta, Struct

from clew.domain.ids import AgentId, TeamId
from clew.domain.people import Role
from clew.ports.store.links import LinkPurpose
from clew.ports.store.views import Page
from clew.services import invitations, links
from clew.services.invitations import LinkView, SentLink
from clew.web.parameters import (
    NO_NUL,
    AskedBy,
    AtDesk,
    Cursor,
    Email,
    Limit,
    Name,
    Password,
    paged,
    with_seq,
)
from clew.web.people import Ids
from clew.web.sessions import Me, signed_in_answer

Token = Annotated[str, Meta(min_length=1, max_length=200, pattern=NO_NUL)]
Language = Annotated[str, Meta(max_length=35, pattern=NO_NUL)]


async def list_links(
    *, desk: AtDesk, asker: AskedBy, cursor: Cursor = None, limit: Limit = 50
) -> Response[Page[LinkView]]:
    """List the links that were not used yet, the latest first; for administrators."""
    return with_seq(paged(await invitations.list_links(asker=asker, deps=desk.deps), cursor, limit))


class NewInvitation(Struct):
    """Somebody who shall join; `language` is that of their letter."""

    name: Name
    email: Email
    role: Role
    team_ids: Ids = []
    language: Language = ""


async def invite_agent(
    *, data: JSONBody[NewInvitation], desk: AtDesk, asker: AskedBy
) -> Response[SentLink]:
    """Invite somebody by a link, mailed where this server sends mail; for administrators."""
    command = invitations.Invite(
        name=data.name,
        email=data.email,
        role=data.role,
        team_ids=tuple(TeamId(one) for one in dict.fromkeys(data.team_ids)),
        language=data.language,
    )
    sent = await invitations.invite(command, asker=asker, deps=desk.deps, post=desk.post)
    return Response(sent, status_code=201, headers={"cache-control": "no-store"})


class LinkWish(Struct):
    """In which language the letter is written."""

    language: Language = ""


async def renew_link(
    agent_id: FromPath[UUID], *, data: JSONBody[LinkWish], desk: AtDesk, asker: AskedBy
) -> Response[SentLink]:
    """Make a new link for an agent, to join or for a new password; for administrators."""
    sent = await invitations.renew_link(
        AgentId(agent_id), data.language, asker=asker, deps=desk.deps, post=desk.post
    )
    return Response(sent, headers={"cache-control": "no-store"})


async def revoke_link(agent_id: FromPath[UUID], *, desk: AtDesk, asker: AskedBy) -> None:
    """Void an agent's link; for administrators. Who has not joined yet is switched off."""
    await invitations.revoke_link(
        AgentId(agent_id), asker=asker, deps=desk.deps, sessions=desk.sessions
    )


class LinkToken(Struct):
    """What stands behind the # of a link."""

    token: Token


class LinkOwner(Struct):
    """Whose link it is."""

    name: str
    email: str
    workspace: str
    purpose: LinkPurpose
    expires_at: datetime


async def look_at_link(
    *, data: JSONBody[LinkToken], desk: AtDesk, request: Request[Any, Any, Any]
) -> LinkOwner:
    """Say whose link this is, to whoever has it."""
    found = await links.look_at_link(data.token, deps=desk.deps)
    return LinkOwner(
        name=found.agent.name,
        email=found.agent.email,
        workspace=found.workspace.name,
        purpose=found.purpose,
        expires_at=found.expires_at,
    )


class LinkUse(Struct):
    """A link, and the password that its owner chose."""

    token: Token
    password: Password


async def use_link(
    *, data: JSONBody[LinkUse], desk: AtDesk, request: Request[Any, Any, Any]
) -> Response[Me]:
    """Set a password by a link, and begin a session; the link is used up."""
    begun = await links.use_link(
        links.UseLink(token=data.token, password=data.password),
        deps=desk.deps,
        passwords=desk.passwords,
        sessions=desk.sessions,
    )
    return await signed_in_answer(begun, request, desk)


class ForgottenPassword(Struct):
    """Whose password is forgotten."""

    email: Email
    language: Language = ""


async def request_link(
    *, data: JSONBody[ForgottenPassword], desk: AtDesk, request: Request[Any, Any, Any]
) -> Response[None]:
    """Mail a link to whoever has this address; whether anybody has is not said."""
    address = request.client.host if request.client else ""
    await links.count_request(data.email, address, attempts=desk.attempts)
    # After the answer, so that the time it takes tells nothing either.
    sending = BackgroundTask(
        links.send_reset, data.email, data.language, post=desk.post, deps=desk.deps
    )
    return Response(None, status_code=202, background=sending)

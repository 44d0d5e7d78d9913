"""Signing in and out, and what an agent sets about themselves."""

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from litestar import Request, Response
from litestar.datastructures import Cookie
from litestar.params import JSONBody
from msgspec import Meta, Struct

from clew.domain.people import Availability
from clew.ports.store.people import SignedIn
from clew.ports.store.views import Named
from clew.services import availability, people, signing_in
from clew.services.asking import Asker
from clew.services.people import AgentView
from clew.services.signing_in import ChangePassword, NewSession, SignIn
from clew.web.authentication import SESSION_COOKIE, Found
from clew.web.options import Desk
from clew.web.parameters import AskedBy, AtDesk, Email, Line, Password

AnyRequest = Request[Asker, Found, Any]


class Me(Struct):
    """Who is signed in, and what their workspace screens need to begin.

    `now` is the server's clock, `seq` the workspace's sequence number, `undo_seconds` how long
    a reply can be taken back by default; `simulated` says that the contacts are made up.
    """

    agent: AgentView
    workspace: Named
    csrf_token: str
    seq: int
    now: datetime
    preferences: Mapping[str, Any]
    undo_seconds: int
    simulated: bool


class Credentials(Struct):
    """An e-mail address and a password; members of several workspaces also say which."""

    email: Email
    password: Password
    workspace: Line | None = None


async def sign_in(
    *, data: JSONBody[Credentials], desk: AtDesk, request: Request[Any, Any, Any]
) -> Response[Me]:
    """Begin a session; its cookie comes with the answer."""
    command = SignIn(
        email=data.email,
        password=data.password,
        workspace=data.workspace,
        address=request.client.host if request.client else "",
    )
    begun = await signing_in.sign_in(
        command, deps=desk.deps, passwords=desk.passwords, attempts=desk.attempts
    )
    return await signed_in_answer(begun, request, desk)


async def get_session(*, desk: AtDesk, request: AnyRequest) -> Response[Me]:
    """Return who is signed in."""
    me = await _me(request.auth.signed_in, desk)
    return Response(me, headers={"X-Seq": str(me.seq)})


async def sign_out(*, desk: AtDesk, request: AnyRequest) -> Response[None]:
    """End this session."""
    if request.auth.is_cookie:
        await signing_in.sign_out(request.auth.token, deps=desk.deps, sessions=desk.sessions)
    return Response(None, status_code=204, cookies=[session_cookie("", 0, request, desk)])


class AvailabilityChange(Struct):
    """Whether the asker takes work."""

    availability: Availability


async def set_availability(
    *, data: JSONBody[AvailabilityChange], desk: AtDesk, asker: AskedBy
) -> AgentView:
    """Say whether the asker takes work now; their open cases follow."""
    agent = await availability.set_availability(
        data.availability, asker=asker, deps=desk.deps, sessions=desk.sessions
    )
    return people.view(agent)


async def set_preferences(
    *, data: JSONBody[Annotated[dict[str, Any], Meta(max_length=64)]], desk: AtDesk, asker: AskedBy
) -> dict[str, Any]:
    """Replace what the asker prefers: language, theme, density and the like."""
    return await people.set_preferences(data, asker=asker, deps=desk.deps)


class PasswordChange(Struct):
    """The current password, and the one that replaces it."""

    current: Password
    new: Password


async def set_password(
    *, data: JSONBody[PasswordChange], desk: AtDesk, asker: AskedBy, request: AnyRequest
) -> None:
    """Replace the asker's password; every session of theirs ends, this one too."""
    await signing_in.change_password(
        ChangePassword(current=data.current, new=data.new),
        asker=request.auth.signed_in,
        deps=desk.deps,
        passwords=desk.passwords,
        sessions=desk.sessions,
        attempts=desk.attempts,
    )


async def signed_in_answer(
    begun: NewSession, request: Request[Any, Any, Any], desk: Desk
) -> Response[Me]:
    """Return the answer to somebody who has just signed in, with the cookie of their session."""
    cookie = session_cookie(begun.token, _lasts(begun.signed_in, desk), request, desk)
    return Response(await _me(begun.signed_in, desk), status_code=201, cookies=[cookie])


def session_cookie(
    token: str, lasts_seconds: int, request: Request[Any, Any, Any], desk: Desk
) -> Cookie:
    """Return the cookie of a session; one that lasts no time takes it away."""
    return Cookie(
        key=SESSION_COOKIE,
        value=token,
        max_age=lasts_seconds,
        path="/",
        httponly=True,
        samesite="lax",
        secure=desk.options.is_https or request.url.scheme == "https",
    )


def _lasts(signed_in: SignedIn, desk: Desk) -> int:
    return max(0, int((signed_in.expires_at - desk.deps.clock.now()).total_seconds()))


async def _me(signed_in: SignedIn, desk: Desk) -> Me:
    async with desk.deps.store.read() as reader:
        seq = await reader.seq(signed_in.workspace.id)
        # What is kept of a session may be older than the number that is told beside it.
        preferences = await reader.people.preferences(signed_in.agent.id)
    workspace_id: UUID = signed_in.workspace.id
    return Me(
        agent=people.view(signed_in.agent),
        workspace=Named(id=workspace_id, name=signed_in.workspace.name),
        csrf_token=signed_in.csrf_token,
        seq=seq,
        now=desk.deps.clock.now(),
        preferences=preferences,
        undo_seconds=int(desk.deps.limits.undo.total_seconds()),
        simulated=desk.options.is_simulated,
    )

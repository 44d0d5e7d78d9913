"""The chat before anybody has said anything, and sessions."""

from typing import Annotated, Any
from uuid import UUID

from litestar import Request, Response
from litestar.params import FromPath, JSONBody
from msgspec import Meta, Struct

from clew.domain.ids import InboxId
from clew.services.visitors.beginning import Begin, begin
from clew.services.visitors.limits import SESSIONS, as_windows, count_everywhere
from clew.services.visitors.mailrooms import post_of
from clew.services.visitors.rooms import RoomView, check_origin, room, view_room
from clew.services.visitors.seeing import where_is
from clew.services.visitors.standing import VisitorView, view_visitor
from clew.web.authentication import read_headers
from clew.web.contact.doorway import bearer_of
from clew.web.contact.lobby import AtLobby, CalledBy
from clew.web.parameters import NO_NUL

Language = Annotated[str, Meta(max_length=35, pattern=NO_NUL)]


class NewSession(Struct):
    """Which inbox, and at most one proof of who it is: the site's token, or a one-time link's."""

    inbox_id: UUID
    token: Annotated[str, Meta(max_length=4096, pattern=NO_NUL)] = ""
    link: Annotated[str, Meta(max_length=200, pattern=NO_NUL)] = ""
    language: Language = ""


class SessionBegun(Struct):
    """A session. The token is shown this once."""

    visitor_token: str
    visitor: VisitorView
    seq: int
    is_new: bool


async def get_room(
    inbox_id: FromPath[UUID], *, lobby: AtLobby, request: Request[Any, Any, Any]
) -> Response[RoomView]:
    """Return what the widget needs to draw itself. Makes nothing."""
    deps = lobby.deps
    known = await room(InboxId(inbox_id), deps=deps)
    check_origin(known.site, request.auth[1])
    view = await view_room(
        InboxId(inbox_id),
        lobby.expectations,
        is_simulated=lobby.is_simulated,
        post=await post_of(known, lobby.post, deps),
        deps=deps,
    )
    return Response(view, headers={"cache-control": "public, max-age=10"})


async def begin_session(
    *, data: JSONBody[NewSession], lobby: AtLobby, request: Request[Any, Any, Any]
) -> SessionBegun:
    """Begin a session: for a stranger, by the site's token, or by a one-time link."""
    address, origin = request.auth
    lobby.fence.pass_through(SESSIONS, "sessions", address)
    known = await room(InboxId(data.inbox_id), deps=lobby.deps)
    check_origin(known.site, origin)
    await count_everywhere(as_windows(SESSIONS), "sessions", address, lobby.deps)
    bearer = bearer_of(read_headers(request.scope["headers"]))
    present = await lobby.visits.find(bearer)
    command = Begin(vouched=data.token, link=data.link, language=data.language)
    begun = await begin(command, present=present, room=known, visits=lobby.visits, deps=lobby.deps)
    visitor = begun.visiting.visitor
    async with lobby.deps.store.read() as reader:
        seq = await reader.seq(visitor.workspace_id)
        has_contact = await where_is(visitor, reader) is not None
        has_push = bool(await reader.notices.subscriptions(visitor.workspace_id, visitor.id))
    return SessionBegun(
        visitor_token=begun.token or bearer,
        visitor=view_visitor(visitor, has_contact=has_contact, has_push=has_push),
        seq=seq,
        is_new=begun.is_new,
    )


async def end_session(*, lobby: AtLobby, caller: CalledBy) -> None:
    """Sign out: the token is void."""
    await lobby.visits.end(caller.visiting)

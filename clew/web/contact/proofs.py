"""Proving an address, and where to reach a visitor who has gone."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from litestar import Request
from litestar.params import JSONBody
from msgspec import Meta, Struct

from clew.domain.ids import InboxId
from clew.services.visitors import push
from clew.services.visitors.confirming import confirm, renew_link, send_code, send_link
from clew.services.visitors.limits import PROOFS
from clew.services.visitors.push import Subscription
from clew.services.visitors.rooms import check_origin, room
from clew.web.contact.lobby import AtLobby, CalledBy
from clew.web.contact.me import Me, shown
from clew.web.parameters import NO_NUL

Key = Annotated[str, Meta(max_length=200, pattern=NO_NUL)]


class CodeSent(Struct):
    """Until when what was sent is good."""

    expires_at: datetime


class Digits(Struct):
    """The code that was sent."""

    code: Annotated[str, Meta(min_length=1, max_length=20, pattern=NO_NUL)]


class SpentLink(Struct):
    """A one-time link that was used or has expired, by its token."""

    inbox_id: UUID
    link: Annotated[str, Meta(min_length=1, max_length=200, pattern=NO_NUL)]


class PushKeys(Struct):
    """The keys of a push subscription, as browsers give them."""

    p256dh: Key
    auth: Key


class NewSubscription(Struct):
    """A push subscription, as browsers give it."""

    endpoint: Annotated[str, Meta(max_length=1_000, pattern=NO_NUL)]
    keys: PushKeys


async def send_email_code(*, lobby: AtLobby, caller: CalledBy) -> CodeSent:
    """Mail six digits to the claimed address."""
    lobby.fence.pass_through(PROOFS, "proofs", caller.address)
    expires_at = await send_code(
        visiting=caller.visiting, room=caller.room, post=lobby.post, deps=lobby.deps
    )
    return CodeSent(expires_at=expires_at)


async def confirm_email(*, data: JSONBody[Digits], lobby: AtLobby, caller: CalledBy) -> Me:
    """Take the digits that were sent; the address is proven by them."""
    lobby.fence.pass_through(PROOFS, "tries", caller.address)
    visiting = await confirm(
        data.code, visiting=caller.visiting, visits=lobby.visits, deps=lobby.deps
    )
    return await shown(visiting, lobby, caller)


async def send_device_link(*, lobby: AtLobby, caller: CalledBy) -> CodeSent:
    """Mail a one-time link, to go on on another device."""
    lobby.fence.pass_through(PROOFS, "proofs", caller.address)
    expires_at = await send_link(
        visiting=caller.visiting, room=caller.room, post=lobby.post, deps=lobby.deps
    )
    return CodeSent(expires_at=expires_at)


async def renew_device_link(
    *, data: JSONBody[SpentLink], lobby: AtLobby, request: Request[Any, Any, Any]
) -> None:
    """Mail another one-time link in place of this one, to the address that this one went to."""
    address, origin = request.auth
    lobby.fence.pass_through(PROOFS, "proofs", address)
    known = await room(InboxId(data.inbox_id), deps=lobby.deps)
    check_origin(known.site, origin)
    await renew_link(data.link, room=known, post=lobby.post, deps=lobby.deps)


async def subscribe(*, data: JSONBody[NewSubscription], lobby: AtLobby, caller: CalledBy) -> None:
    """Keep where a browser of the visitor takes pushes."""
    subscription = Subscription(data.endpoint, data.keys.p256dh, data.keys.auth)
    await push.subscribe(subscription, visiting=caller.visiting, deps=lobby.deps)


async def unsubscribe(*, lobby: AtLobby, caller: CalledBy) -> None:
    """Forget where the visitor takes pushes."""
    await push.unsubscribe(visiting=caller.visiting, deps=lobby.deps)

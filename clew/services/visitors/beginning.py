"""A session begins: for a stranger, for somebody the site vouches for, or by a one-time link."""

from dataclasses import dataclass, replace
from datetime import datetime

from clew.domain.contact import plain_name
from clew.domain.errors import Conflict
from clew.domain.ids import VisitorId
from clew.domain.visitor import Visitor, checked_email, checked_phone
from clew.services.deps import Deps
from clew.services.recognition.proving import AT_ONCE, join_proven
from clew.services.sessions import LONGEST_TOKEN, sha256_of
from clew.services.visitors.errors import LinkIsUsed, TokenIsWrong
from clew.services.visitors.proving import prove
from clew.services.visitors.push import take_along
from clew.services.visitors.rooms import Room
from clew.services.visitors.visiting import Visiting, Visits
from clew.services.visitors.vouching import Vouched, believe

LONGEST_NAME = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Begin:
    """What a client brings: at most one proof of who it is."""

    vouched: str = ""
    link: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Begun:
    """A session; no token: it goes on by the one that it had."""

    token: str
    visiting: Visiting
    is_new: bool


async def begin(
    command: Begin, *, present: Visiting | None, room: Room, visits: Visits, deps: Deps
) -> Begun:
    """Begin a session; no contact comes to be by it.

    Args:
        command: What the client brings.
        present: The session that it had so far: a stranger keeps what they wrote when the
            site says who they are.
        room: The inbox.
        visits: Where sessions are kept.
        deps: The ports.

    Raises:
        TokenIsWrong: The site's word cannot be believed.
        LinkIsUsed: It was, or has expired.
    """
    now = deps.clock.now()
    if command.vouched:
        visitor, is_new = await _vouched_for(command.vouched, present, room, deps)
    elif command.link:
        visitor, is_new = await _linked(command.link, room, deps), False
    else:
        visitor, is_new = _stranger(room, now, deps), True
    if command.language in room.site.languages:
        visitor = replace(visitor, language=command.language)
    if present is not None and _is_here_already(visitor, present):
        kept = await visits.save(present, visitor)
        await _prove(visitor, deps)
        return Begun(token="", visiting=kept, is_new=False)
    token = await visits.begin(visitor)
    visits.changed(visitor)
    await _prove(visitor, deps)
    visiting = Visiting(visitor, sha256_of(token))
    if present is not None and present.visitor.id == visitor.id:
        await take_along(present, visiting, deps)
        await visits.end(present)
    return Begun(token=token, visiting=visiting, is_new=is_new)


async def _prove(visitor: Visitor, deps: Deps) -> None:
    if not visitor.is_known:
        return
    async with deps.store.write() as tx:
        await prove(visitor, tx, deps)
    await join_proven(deps, AT_ONCE)


def _is_here_already(visitor: Visitor, present: Visiting) -> bool:
    """Say whether the same person is here already: pages identify them each time they load.

    Who becomes more to us than before gets a new token: the old one may be known to others.
    """
    before = present.visitor
    return before.id == visitor.id and before.subject is not None and before.is_known


def _stranger(room: Room, now: datetime, deps: Deps) -> Visitor:
    return Visitor(
        id=VisitorId(deps.ids.new()),
        workspace_id=room.inbox.workspace_id,
        inbox_id=room.inbox.id,
        created_at=now,
    )


async def _linked(link: str, room: Room, deps: Deps) -> Visitor:
    """Return whose link it was; it was sent to an address, which is proven by it."""
    if len(link) > LONGEST_TOKEN:
        raise LinkIsUsed
    now = deps.clock.now()
    async with deps.store.write() as tx:
        found = await tx.visitors.use_link(sha256_of(link), room.inbox.id, now)
    if found is None:
        raise LinkIsUsed
    visitor, email = found
    if visitor.email != email:
        raise LinkIsUsed
    return replace(visitor, email_confirmed_at=visitor.email_confirmed_at or now)


async def _vouched_for(
    token: str, present: Visiting | None, room: Room, deps: Deps
) -> tuple[Visitor, bool]:
    now = deps.clock.now()
    word = believe(token, site=room.site, inbox_id=room.inbox.id, now=now)
    try:
        return await _recognised(word, present, room, deps)
    except Conflict:
        raise TokenIsWrong("the same person signs in twice at once; try again") from None


async def _recognised(
    word: Vouched, present: Visiting | None, room: Room, deps: Deps
) -> tuple[Visitor, bool]:
    now = deps.clock.now()
    workspace_id, inbox_id = room.inbox.workspace_id, room.inbox.id
    async with deps.store.write() as tx:
        if word.token_sha256 is not None and not await tx.visitors.use_token(
            workspace_id, inbox_id, word.token_sha256, word.expires_at or now
        ):
            raise TokenIsWrong("it was used before")
        known = await tx.visitors.by_subject(workspace_id, inbox_id, word.subject)
        visitor = known or _promoted(present, room) or _stranger(room, now, deps)
        visitor = _told(replace(visitor, subject=word.subject), word, now)
        await tx.visitors.save(visitor)
    return visitor, known is None


def _promoted(present: Visiting | None, room: Room) -> Visitor | None:
    """Return the stranger who was here so far, if that is what they were."""
    if present is None or present.visitor.inbox_id != room.inbox.id:
        return None
    return present.visitor if present.visitor.subject is None else None


def _told(visitor: Visitor, word: Vouched, now: datetime) -> Visitor:
    """Return a visitor with what the site says of them; it knows better than they do."""
    name = plain_name(word.name)[:LONGEST_NAME] or visitor.name
    changed = replace(visitor, name=name, phone=checked_phone(word.phone) or visitor.phone)
    email = checked_email(word.email)
    if not email:
        return changed
    if not word.is_email_verified:
        return changed if visitor.email_confirmed_at else replace(changed, email=email)
    is_same = email == visitor.email and visitor.email_confirmed_at is not None
    return changed if is_same else replace(changed, email=email, email_confirmed_at=now)

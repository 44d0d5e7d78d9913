"""Proving an e-mail address: by six digits that were sent there, or by a one-time link.

Neither tells whether the address is known to us. How often a code may be sent to one address is
counted in the store, for our mails must not become somebody's flood.
"""

import hmac
import secrets
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from clew.domain.visitor import CODE_LASTS, Code, Visitor, code_sha256
from clew.services.attempts import Window, account_key
from clew.services.deps import Deps
from clew.services.recognition.proving import AT_ONCE, join_proven
from clew.services.sessions import new_secret, sha256_of
from clew.services.visitors.errors import (
    CodeHasExpired,
    CodeIsWrong,
    MailIsNotSetUp,
    NoEmail,
)
from clew.services.visitors.letters import CODE, LINK, Letter, Post, link_to, send
from clew.services.visitors.limits import count_everywhere
from clew.services.visitors.mailrooms import post_of
from clew.services.visitors.proving import prove
from clew.services.visitors.rooms import Room
from clew.services.visitors.visiting import Visiting, Visits

LINK_LASTS = timedelta(hours=24)
PER_ADDRESS: Sequence[Window] = (Window(timedelta(hours=1), 3), Window(timedelta(hours=16), 8))


async def send_code(*, visiting: Visiting, room: Room, post: Post, deps: Deps) -> datetime:
    """Mail six digits to the claimed address; return until when they are good.

    Raises:
        NoEmail: There is no address.
        MailIsNotSetUp: This server sends no mail, or its server did not take it.
        TooManyRequests: This address was sent enough.
    """
    return await mail_code(visiting.visitor, room, post, deps)


async def mail_code(visitor: Visitor, room: Room, post: Post, deps: Deps) -> datetime:
    """Mail six digits to the address that a visitor gave; return until when they are good.

    Raises:
        NoEmail: There is no address.
        MailIsNotSetUp: This server sends no mail, or its server did not take it.
        TooManyRequests: This address was sent enough.
    """
    post = await post_of(room, post, deps)
    await _check(visitor, post, deps)
    digits = f"{secrets.randbelow(1_000_000):06d}"
    expires_at = deps.clock.now() + CODE_LASTS
    code = Code(
        email=visitor.email,
        sha256=code_sha256(visitor.id, visitor.email, digits),
        expires_at=expires_at,
    )
    async with deps.store.write() as tx:
        await tx.visitors.save_code(visitor, code)
    await _send(CODE, {"code": digits}, visitor, room, post=post, deps=deps)
    return expires_at


async def confirm(digits: str, *, visiting: Visiting, visits: Visits, deps: Deps) -> Visiting:
    """Take the digits that were sent; from then on the visitor sees all that is theirs.

    Raises:
        CodeIsWrong: Try again, a few times.
        CodeHasExpired: Ask for another.
    """
    visitor, now = visiting.visitor, deps.clock.now()
    async with deps.store.write() as tx:
        code = await tx.visitors.try_code(visitor.workspace_id, visitor.id)
    if code is None or not code.can_be_tried(now):
        raise CodeHasExpired
    given = code_sha256(visitor.id, code.email, digits.strip())
    if not hmac.compare_digest(given, code.sha256):
        raise CodeIsWrong
    confirmed = replace(visitor, email=code.email, email_confirmed_at=now)
    async with deps.store.write() as tx:
        await tx.visitors.forget_code(visitor.workspace_id, visitor.id)
        await tx.visitors.save(confirmed)
        await prove(confirmed, tx, deps)
    # Now, not by and by: whoever has proven an address reads what was said there next.
    await join_proven(deps, AT_ONCE)
    visits.changed(confirmed)
    return replace(visiting, visitor=confirmed)


async def send_link(*, visiting: Visiting, room: Room, post: Post, deps: Deps) -> datetime:
    """Mail a one-time link to the visitor's address; return until when it is good.

    Raises:
        NoEmail: There is no address.
        MailIsNotSetUp: This server sends no mail, or does not know its own address.
        TooManyRequests: This address was sent enough.
    """
    if not post.public_url:
        raise MailIsNotSetUp
    await _mail_link(visiting.visitor, room, await post_of(room, post, deps), deps)
    return deps.clock.now() + LINK_LASTS


async def renew_link(link: str, *, room: Room, post: Post, deps: Deps) -> None:
    """Mail another link in place of one that was used or has expired, to the same address only.

    Whether there ever was such a link is told to nobody but that address.

    Raises:
        MailIsNotSetUp: This server sends no mail, or does not know its own address.
        TooManyRequests: This address was sent enough.
    """
    post = await post_of(room, post, deps)
    if not post.can_link:
        raise MailIsNotSetUp
    async with deps.store.read() as reader:
        found = await reader.visitors.link(sha256_of(link), room.inbox.id)
    if found is not None and found[0].email == found[1]:
        await _mail_link(found[0], room, post, deps)


async def _mail_link(visitor: Visitor, room: Room, post: Post, deps: Deps) -> None:
    await _check(visitor, post, deps)
    link = await make_link(visitor, room, post, deps)
    await _send(LINK, {"link": link}, visitor, room, post=post, deps=deps)


async def make_link(visitor: Visitor, room: Room, post: Post, deps: Deps) -> str:
    """Return a new one-time link for the visitor's address; nothing without our own address."""
    if not post.public_url:
        return ""
    token = new_secret()
    async with deps.store.write() as tx:
        await tx.visitors.add_link(
            visitor, sha256_of(token), visitor.email, deps.clock.now() + LINK_LASTS
        )
    return link_to(room.inbox.id, token, post)


async def _check(visitor: Visitor, post: Post, deps: Deps) -> None:
    if not visitor.email:
        raise NoEmail
    if not post.is_open:
        raise MailIsNotSetUp
    for who in (account_key(visitor.email), str(visitor.id)):
        await count_everywhere(PER_ADDRESS, "mail", who, deps)


async def _send(
    kind: str, values: dict[str, str], visitor: Visitor, room: Room, *, post: Post, deps: Deps
) -> None:
    letter = Letter(
        kind=kind,
        to=visitor.email,
        language=visitor.language or room.site.languages[0],
        name=room.inbox.name,
        values=values,
    )
    if not await send(letter, post=post, now=deps.clock.now()):
        raise MailIsNotSetUp

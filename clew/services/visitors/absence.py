"""How an answer comes to a visitor who has gone: the one place where that is decided.

Whoever sends goes by it, and agents are told beforehand by the same rule, so that the two never
disagree. Which step is taken when is for `clew.services.visitors.reaching`.
"""

from datetime import datetime
from enum import StrEnum

from clew.domain.consent import Purpose, refused_at
from clew.domain.contact import Identity
from clew.domain.errors import NotFound
from clew.domain.ids import InboxId
from clew.domain.recognition import EMAIL
from clew.domain.visitor import Visitor
from clew.ports.channel import VISITOR
from clew.services.deps import Deps
from clew.services.visitors.letters import Post
from clew.services.visitors.mailrooms import post_of
from clew.services.visitors.push import takes_pushes
from clew.services.visitors.rooms import Room, room
from clew.services.visitors.seeing import where_is


class Reached(StrEnum):
    """What became of an answer to somebody who may have gone."""

    SEEN = "seen"
    PUSHED = "pushed"
    MAILED = "mailed"
    WAITS = "waits"
    FAILED = "failed"


async def will_reach(
    identity: Identity | None, inbox_id: InboxId, *, post: Post, deps: Deps
) -> Reached | None:
    """Return how an answer would come to whoever is at an address, if they are not in the chat.

    Who can be mailed is also pushed, and mailed what they did not look at then.

    Returns:
        `MAILED`, `PUSHED` or `WAITS`; None where there is no chat to leave.
    """
    if identity is None or identity.kind != VISITOR:
        return None
    async with deps.store.read() as reader:
        visitor = await reader.visitors.visitor_of(identity.workspace_id, identity.address)
    if visitor is None:
        return Reached.WAITS
    try:
        here = await room(inbox_id, deps=deps)
    except NotFound:
        return Reached.WAITS
    if await mail_for(visitor, here, post, deps) is not None:
        return Reached.MAILED
    return Reached.PUSHED if await takes_pushes(visitor, deps) else Reached.WAITS


async def mail_for(visitor: Visitor, here: Room, post: Post, deps: Deps) -> Post | None:
    """Return by which post answers are mailed to a visitor; None: they are not."""
    if not visitor.email or not here.site.mails_answers:
        return None
    found = await post_of(here, post, deps)
    if not found.is_open or await _wants_no_mail(visitor, found, deps):
        return None
    return found


async def _wants_no_mail(visitor: Visitor, post: Post, deps: Deps) -> bool:
    """Say whether a contact refused mails, and did not write in the chat since."""
    async with deps.store.read() as reader:
        where = await where_is(visitor, reader)
        if where is None:
            return True
        reach = await reader.reachability(visitor.workspace_id, where.conversation_id)
    channel = post.mailbox.channel.key if post.mailbox else EMAIL
    refused = refused_at(reach.consents, Purpose.SERVICE, channel)
    heard: datetime | None = max(reach.last_inbound.values(), default=None)
    return refused is not None and (heard is None or heard <= refused)

"""What a visitor sees: messages, as the contact's side knows them.

Who is not known sees what was said with this visitor; who proved an address, or for whom the
host site vouches, sees all that was ever said with the contact, on every channel.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from clew.domain.message import CONFIRMATION, Attachment, DeliveryState, Direction
from clew.domain.nameless import is_nameless
from clew.domain.people import Agent
from clew.domain.visitor import Visitor
from clew.ports.store import Reader
from clew.ports.store.sights import Seen, Sight
from clew.ports.store.views import AttachmentView, QuoteView, ReactionView
from clew.ports.store.visitors import Whereabouts
from clew.services.attachments import view as view_of
from clew.services.deps import Deps
from clew.services.visitors.signing import signed_path
from clew.services.visitors.visiting import Visiting

MAX_LIMIT = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorView:
    """Who wrote: `contact`, `agent`, `bot` or `system`."""

    kind: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotedView:
    """The message that one answers."""

    id: UUID
    text: str
    author: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageView:
    """A message; `place` never changes, `seq` grows with every change.

    Attributes:
        asks_for_code: The digits that were mailed are wanted below it.
    """

    id: UUID
    place: int
    seq: int
    direction: str
    text: str
    channel: str
    attachments: list[AttachmentView]
    reply_to: QuotedView | None
    reactions: list[ReactionView]
    author: AuthorView
    at: datetime
    state: str
    edited_at: datetime | None
    deleted_at: datetime | None
    asks_for_code: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryView:
    """A stretch of what was said, ascending; it is at least as new as `seq`."""

    items: list[MessageView]
    has_more: bool
    seq: int


def sight_of(visitor: Visitor, where: Whereabouts) -> Sight:
    """Return what a visitor may see."""
    return Sight(
        workspace_id=visitor.workspace_id,
        conversation_id=where.conversation_id,
        identity_id=None if visitor.is_known else where.identity_id,
    )


async def where_is(visitor: Visitor, reader: Reader) -> Whereabouts | None:
    """Return the contact that a visitor is, if they have written."""
    found = await reader.visitors.whereabouts(visitor.workspace_id, [visitor.id])
    return found.get(visitor.id)


async def history(
    visiting: Visiting,
    *,
    before: int | None,
    after: int | None,
    limit: int,
    deps: Deps,
) -> HistoryView:
    """Return the last messages, those before a place, or what changed since a number."""
    visitor, limit = visiting.visitor, max(1, min(limit, MAX_LIMIT))
    async with deps.store.read() as reader:
        # The number first: what is committed in between is in the answer and comes once more.
        seq = await reader.seq(visitor.workspace_id)
        where = await where_is(visitor, reader)
        if where is None:
            return HistoryView(items=[], has_more=False, seq=seq)
        sight = sight_of(visitor, where)
        if after is not None:
            found = await reader.sights.changed(sight, after, limit + 1)
            # Of several pages only the last is as new as now.
            seq = seq if len(found) <= limit else found[limit - 1].item.v
            kept = sorted(found[:limit], key=lambda one: one.item.seq)
        else:
            found = await reader.sights.latest(sight, before, limit + 1)
            kept = found[-limit:]
        standing = await reader.sights.standing(visitor.workspace_id, where.conversation_id)
    views = [view(one, standing.read_seq, deps) for one in kept]
    return HistoryView(items=views, has_more=len(found) > limit, seq=seq)


async def one_message(visiting: Visiting, message_id: UUID, *, deps: Deps) -> MessageView | None:
    """Return a message that the visitor sees, or None."""
    visitor = visiting.visitor
    async with deps.store.read() as reader:
        where = await where_is(visitor, reader)
        found = await reader.sights.seen(visitor.workspace_id, [message_id])  # type: ignore[list-item]
    if where is None:
        return None
    kept = visible_to(sight_of(visitor, where), found)
    return view(kept[0], 0, deps) if kept else None


def visible_to(sight: Sight, found: Sequence[Seen]) -> list[Seen]:
    """Return those messages that somebody with this sight sees."""
    return [
        one
        for one in found
        if one.conversation_id == sight.conversation_id
        and sight.identity_id in (None, one.identity_id)
    ]


def view(seen: Seen, read_seq: int, deps: Deps) -> MessageView:
    """Return a message as the contact's side knows it; agents have read up to `read_seq`."""
    item = seen.item
    is_gone = item.deleted_at is not None
    author = item.author
    return MessageView(
        id=UUID(item.id),
        place=item.seq,
        seq=item.v,
        direction=item.direction or Direction.IN.value,
        text="" if is_gone else item.text or "",
        channel=item.channel or "",
        attachments=[] if is_gone else [_file(one, deps) for one in item.attachments or ()],
        reply_to=_quoted(item.reply_to),
        reactions=list(item.reactions or ()),
        author=AuthorView(
            kind=author.kind if author else "system", name=_name(author.name if author else "")
        ),
        at=item.at,
        state=_state(seen, read_seq),
        edited_at=item.edited_at,
        deleted_at=item.deleted_at,
        asks_for_code=not is_gone and (item.content or {}).get("type") == CONFIRMATION,
    )


def _quoted(quote: QuoteView | None) -> QuotedView | None:
    if quote is None or quote.id is None:
        return None
    return QuotedView(id=quote.id, text=quote.text, author=_name(quote.author_name))


def name_of(agent: Agent) -> str:
    """Return the name by which contacts know an agent: all of it, as it stands on messages.

    The first word alone would be the surname of a Hungarian, and of some an academic degree.
    """
    return _name(agent.name)


def _name(name: str) -> str:
    """Return who wrote; what agents call a visitor without a name is theirs alone."""
    return "" if is_nameless(name) else name


def _state(seen: Seen, read_seq: int) -> str:
    if seen.item.direction == Direction.OUT.value:
        return seen.item.delivery.state if seen.item.delivery else DeliveryState.SENT.value
    is_read = read_seq >= seen.item.seq
    return (DeliveryState.READ if is_read else DeliveryState.DELIVERED).value


def view_file(attachment: Attachment, deps: Deps) -> AttachmentView:
    """Return a file that was just uploaded."""
    return _file(view_of(attachment), deps)


def _file(file: AttachmentView, deps: Deps) -> AttachmentView:
    path = f"/api/contact/v1/attachments/{file.id}"
    return AttachmentView(
        id=file.id,
        name=file.name,
        media_type=file.media_type,
        bytes=file.bytes,
        state=file.state,
        url=signed_path(path, deps) if file.url else None,
        thumbnail_url=signed_path(f"{path}/thumbnail", deps) if file.thumbnail_url else None,
        width=file.width,
        height=file.height,
    )

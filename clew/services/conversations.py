"""A conversation as its composer needs it: whose it is, and by which inboxes one can answer."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from clew.domain.access import Permission, require
from clew.domain.errors import NotFound
from clew.domain.ids import ContactId, ConversationId
from clew.domain.people import InboxState
from clew.ports.store import Changes, LogEntry
from clew.ports.store.contact_views import ContactView
from clew.ports.store.kinds import CONTACT_CHANGED
from clew.services.asking import Asker
from clew.services.deps import Deps
from clew.services.people import checked_name
from clew.services.sendability import Way, ways_to
from clew.services.snapshots import Snapshot
from clew.services.visitors.absence import will_reach
from clew.services.visitors.letters import Post


@dataclass(frozen=True, slots=True, kw_only=True)
class WayView:
    """An inbox as a way to the contact; `reason` names what stands in the way, if anything.

    Attributes:
        assurance: How sure it is that the address is theirs; a value of `domain.contact.Assurance`.
        is_connected: What is sent leaves at once; else it waits until the inbox is repaired.
        last_inbound_at: When the contact last wrote there.
        last_read_at: When they last read there what we sent, where that can be known.
        reaches: How an answer comes to somebody who is not in the chat: `mailed`, `pushed` or
            `waits` for their return; None for all other channels.
        takes_marketing: The contact has not said no to advertising there; templates may be that.
    """

    id: UUID
    channel: str
    name: str
    can_send: bool
    reason: str | None
    template_required: bool
    window_closes_at: datetime | None
    is_default: bool
    address: str | None
    assurance: str | None
    is_connected: bool
    last_inbound_at: datetime | None
    last_read_at: datetime | None
    reaches: str | None
    takes_marketing: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ConversationView:
    """A conversation with its contact and the ways to answer, the best first."""

    id: UUID
    contact: ContactView
    case_ids: list[UUID]
    inboxes: list[WayView]


async def get_conversation(
    conversation_id: ConversationId, *, asker: Asker, post: Post, deps: Deps
) -> Snapshot[ConversationView]:
    """Return a conversation with the ways to answer now.

    `post` is how this server itself writes to those who have left a chat.

    Raises:
        NotFound: There is none here.
    """
    workplace = await deps.directory.workplace(asker.workspace_id)
    async with deps.store.read() as reader:
        seq = await reader.seq(asker.workspace_id)
        contact = await reader.conversation(asker.workspace_id, conversation_id)
        if contact is None:
            raise NotFound("conversation", conversation_id)
        conversation_id = ConversationId(contact.conversation_id)
        reach = await reader.reachability(asker.workspace_id, conversation_id)
    ways = ways_to(workplace.inboxes, deps.channels, reach, deps.clock.now())
    conversation = ConversationView(
        id=conversation_id,
        contact=contact,
        case_ids=[case.id for case in contact.cases],
        inboxes=[await _way_view(way, post, deps) for way in ways],
    )
    return Snapshot(seq=seq, value=conversation)


async def _way_view(way: Way, post: Post, deps: Deps) -> WayView:
    """Return a way to a contact as the API shows it."""
    return WayView(
        id=way.inbox.id,
        channel=way.inbox.channel,
        name=way.inbox.name,
        can_send=way.is_free,
        reason=way.reason,
        template_required=way.needs_template,
        window_closes_at=way.window_closes_at,
        is_default=way.is_default,
        address=way.identity.display if way.identity else None,
        assurance=way.identity.assurance.value if way.identity else None,
        is_connected=way.inbox.state is InboxState.GREEN,
        last_inbound_at=way.last_inbound_at,
        last_read_at=way.last_read_at,
        reaches=await will_reach(way.identity, way.inbox.id, post=post, deps=deps),
        takes_marketing=way.takes_marketing,
    )


async def rename_contact(
    contact_id: ContactId, name: str, *, asker: Asker, deps: Deps
) -> ContactView:
    """Give a contact another name.

    Raises:
        NotFound: There is no such contact here.
        InvalidInput: The name is empty or too long.
    """
    require(asker.agent.role, Permission.ANSWER)
    new_name, now = checked_name(name), deps.clock.now()
    async with deps.store.write() as tx:
        known = await tx.contact(asker.workspace_id, contact_id)
        if known is None:
            raise NotFound("contact", contact_id)
        contact_id = known.id
        entry = LogEntry(kind=CONTACT_CHANGED, at=now, contact_id=contact_id, actor=asker.author)
        await tx.record(
            Changes(
                workspace_id=asker.workspace_id,
                at=now,
                renamed={contact_id: new_name},
                log=[entry],
            )
        )
    async with deps.store.read() as reader:
        contact = await reader.contact(asker.workspace_id, contact_id)
    if contact is None:
        raise NotFound("contact", contact_id)
    return contact

"""What a contact does other than write, and what is seen of it."""

from datetime import datetime

from clew.domain.ids import ConversationId
from clew.domain.people import Inbox
from clew.ports.channel import (
    PHONE,
    Address,
    Incoming,
    IncomingEdit,
    Sender,
)
from clew.ports.store import Reachability
from clew.ports.store.views import TimelineItem
from tests.fixtures.workplace import ANNA, Shop

ANNAS_ID = "PL.13491208655302741918"
SENDER = Sender((Address(PHONE, f"+{ANNA}"),))


async def react(shop: Shop, target: str, emoji: str, name: str = "") -> None:
    """Let Anna react to a message; an empty emoji takes it back."""
    name = name or f"wamid.r{shop.numbers.getrandbits(32):x}"
    reaction = {"message_id": target, "emoji": emoji}
    await shop.deliver(shop.incoming(name, "", type="reaction", reaction=reaction))


async def say(shop: Shop, *items: Incoming) -> None:
    """Let the channel say these."""
    known = shop.deps
    shop.plant(lambda _raw, _config: items)
    await shop.deliver(b"planted")
    shop.deps = known


async def only(shop: Shop) -> TimelineItem:
    """The only message."""
    (item,) = await shop.messages()
    return item


async def emojis(shop: Shop) -> list[tuple[str, str]]:
    """The reactions on the only message."""
    return [(one.emoji, one.by) for one in (await only(shop)).reactions or []]


async def reach(shop: Shop) -> Reachability:
    """How the contact of the only case can be reached."""
    conversation_id = ConversationId((await shop.case()).conversation_id)
    async with shop.deps.store.write() as tx:
        return await tx.reachability(shop.admin.workspace_id, conversation_id)


async def inbox_of(shop: Shop) -> Inbox:
    """The inbox as it is now."""
    async with shop.deps.store.read() as reader:
        (inbox,) = await reader.people.inboxes(shop.admin.workspace_id)
    return inbox


def edit(target: str, text: str, at: datetime, name: str = "wamid.e1") -> IncomingEdit:
    return IncomingEdit(name, SENDER, at, target, text)

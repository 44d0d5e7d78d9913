"""What came in, as it was received: for people who must see what a program made of it."""

from dataclasses import dataclass
from uuid import UUID

from clew.domain.access import Permission, require
from clew.domain.errors import NotFound
from clew.domain.ids import ConversationId, MessageId
from clew.ports.store import IntakeEvent, IntakeState
from clew.services.asking import Asker
from clew.services.deps import Deps

# What databases hold as the number of an event.
LARGEST_ID = 2**63 - 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """Bytes as a provider sent them.

    Attributes:
        is_letter: They are a mail, which mail programs open.
    """

    name: str
    body: bytes
    is_letter: bool


async def of_message(
    conversation_id: ConversationId, message_id: MessageId, *, asker: Asker, deps: Deps
) -> Original:
    """Return the mail that a message was made of.

    Raises:
        NotFound: There is no such message here, or it came with others in one event.
    """
    async with deps.store.read() as reader:
        found = await reader.item(asker.workspace_id, UUID(str(message_id)))
    if found is None or found[0] != conversation_id or found[1].deleted_at is not None:
        raise NotFound("message", message_id)
    event_id = (found[1].content or {}).get("event_id")
    event = await _event(event_id, asker, deps) if isinstance(event_id, int) else None
    if event is None or event.inbox_id != found[1].inbox_id:
        raise NotFound("message", message_id)
    return await _original(event, deps)


async def of_quarantined(event_id: int, *, asker: Asker, deps: Deps) -> Original:
    """Return what could not be read.

    Raises:
        NotAllowed: Only supervisors and administrators see it.
        NotFound: There is no such event in quarantine here.
    """
    require(asker.agent.role, Permission.SEE_QUARANTINE)
    event = await _event(event_id, asker, deps)
    if event is None or event.state is not IntakeState.QUARANTINED:
        raise NotFound("event", event_id)
    return await _original(event, deps)


async def _event(event_id: int, asker: Asker, deps: Deps) -> IntakeEvent | None:
    event = await deps.store.intake.get(event_id) if 0 < event_id <= LARGEST_ID else None
    return event if event is not None and event.workspace_id == asker.workspace_id else None


async def _original(event: IntakeEvent, deps: Deps) -> Original:
    inbox = await deps.directory.inbox(event.inbox_id)
    channel = deps.channels.get(inbox[0].channel) if inbox else None
    is_letter = channel is not None and channel.letters is not None
    name = f"received-{event.received_at:%Y%m%d-%H%M%S}-{event.id}.{'eml' if is_letter else 'txt'}"
    return Original(name=name, body=event.body, is_letter=is_letter)

"""The rows that changed in a stretch of the log, loaded and encoded once for all sockets.

They are sent as they are now, not as they were: whoever applies them twice, or late, ends with
the same picture.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from clew.domain.ids import ContactId, InboxId, WorkspaceId
from clew.ports.store.reading import LogSlice, Reader
from clew.ports.store.views import ContactRow
from clew.realtime.frames import encode
from clew.services import inbox_views, people


@dataclass(frozen=True, slots=True)
class Read:
    """What was read.

    Attributes:
        last_seq: Up to where.
        changes: The changed rows, each encoded.
        own: Per agent, what concerns only them: nobody else is sent it.
        agent_ids: Agents who changed; what they may do may have, too.
        is_whole: False when there was more than the limit.
    """

    last_seq: int
    changes: list[bytes]
    agent_ids: frozenset[str]
    is_whole: bool
    own: Mapping[str, list[bytes]] = field(default_factory=dict)


async def read_changes(reader: Reader, workspace_id: WorkspaceId, after: int, limit: int) -> Read:
    """Read at most `limit` entries of the log after a number, with the rows they are about."""
    part = await reader.changed_since(workspace_id, after, limit)
    if part.last_seq <= after:
        return Read(after, [], frozenset(), is_whole=True)
    changes = [
        *await _contacts(reader, workspace_id, part),
        *await _agents(reader, workspace_id, part),
        *await _inboxes(reader, part),
        *await _items(reader, workspace_id, part),
        *await _cases(reader, workspace_id, part),
        *_outdated(part, None),
    ]
    whose = {one.agent_id for one in part.outdated if one.agent_id is not None}
    own = {agent_id: _outdated(part, agent_id) for agent_id in whose}
    return Read(part.last_seq, changes, frozenset(part.agent_ids), part.is_whole, own)


def _outdated(part: LogSlice, agent_id: str | None) -> list[bytes]:
    """Return what is to be read again; what it says now is for whoever may read it."""
    return [
        encode({"type": "outdated", "what": one.what})
        for one in part.outdated
        if one.agent_id == agent_id
    ]


async def _contacts(reader: Reader, workspace_id: WorkspaceId, part: LogSlice) -> list[bytes]:
    changes = []
    # Few at a time: a contact who is new is named by their case.
    for contact_id in part.contact_ids:
        contact = await reader.contact(workspace_id, ContactId(contact_id))
        if contact is not None:
            row = ContactRow(id=contact.id, name=contact.name, confidence=contact.confidence)
            changes.append(encode({"type": "contact", "contact": row}))
    return changes


async def _agents(reader: Reader, workspace_id: WorkspaceId, part: LogSlice) -> list[bytes]:
    if not part.agent_ids:
        return []
    wanted = set(part.agent_ids)
    return [
        encode({"type": "agent", "agent": people.view(agent)})
        for agent in await reader.people.agents(workspace_id)
        if str(agent.id) in wanted
    ]


async def _inboxes(reader: Reader, part: LogSlice) -> list[bytes]:
    changes = []
    for inbox_id in part.inbox_ids:
        found = await reader.people.inbox(InboxId(UUID(inbox_id)))
        if found is not None:
            queued = await reader.people.queued_in(found[0].id)
            seen = inbox_views.view(found[0], queued, secrets=found[1])
            changes.append(encode({"type": "inbox", "inbox": seen}))
    return changes


async def _items(reader: Reader, workspace_id: WorkspaceId, part: LogSlice) -> list[bytes]:
    if not part.item_seqs:
        return []
    return [
        encode({"type": "item", "conversation_id": conversation_id, "item": item})
        for conversation_id, item in await reader.items(workspace_id, part.item_seqs)
    ]


async def _cases(reader: Reader, workspace_id: WorkspaceId, part: LogSlice) -> list[bytes]:
    if not part.case_ids:
        return []
    return [
        encode({"type": "case", "case": case})
        for case in await reader.cases_by_id(workspace_id, part.case_ids)
    ]

"""A batch is written: numbers first, then each table by a statement or two for all its rows.

The workspace's row is locked from the first statement on, which makes the order of numbers the
order of commits; whoever needs conversations has locked them before.
"""

from collections.abc import Sequence

from sqlalchemy import bindparam, insert, select, update

from clew.domain.errors import NotFound
from clew.domain.ids import WorkspaceId
from clew.domain.message import DeliveryState
from clew.domain.moves import Holder
from clew.ports.bus import Topic
from clew.ports.store.changes import Changes, LogEntry, Recorded
from clew.storage import early
from clew.storage.recorder import cases, contacts, history, messages
from clew.storage.recorder.numbering import SHOWN, completed, numbered
from clew.storage.schema import log, workspaces
from clew.storage.schema.log import place_of
from clew.storage.tools.tags import write_tags
from clew.storage.unit import Many, Unit, Values

_TAKE = (
    update(workspaces)
    .where(workspaces.c.id == bindparam("taker"))
    .values(seq=workspaces.c.seq + bindparam("how_many"))
    .returning(workspaces.c.seq)
)
_TAKE_NUMBERS = (
    update(workspaces)
    .where(workspaces.c.id == bindparam("taker"))
    .values(last_case_number=workspaces.c.last_case_number + bindparam("how_many"))
    .returning(workspaces.c.last_case_number)
)
_SEQ = select(workspaces.c.seq).where(workspaces.c.id == bindparam("taker"))
_LOG = Many(insert(log))


async def record(unit: Unit, changes: Changes) -> Recorded:
    """Write a batch and number its log.

    Raises:
        NotFound: There is no such workspace.
    """
    entries = completed(changes)
    last_seq = await _take(unit, changes.workspace_id, len(entries))
    first_seq = last_seq - len(entries) + 1
    numbers = numbered(entries, first_seq)
    await contacts.write(unit, changes)
    await early.write(unit, changes)
    await cases.write(unit, changes, numbers)
    await messages.write(unit, changes, numbers)
    await write_tags(unit, changes)
    await history.write(unit, changes)
    await cases.show_earlier(unit, changes)
    await unit.run(_LOG, _log_values(changes.workspace_id, entries, first_seq))
    _tell(unit, changes, has_log=bool(entries))
    return Recorded(first_seq=first_seq, last_seq=last_seq)


async def next_numbers(unit: Unit, workspace_id: WorkspaceId, how_many: int) -> int:
    """Take so many case numbers; return the first."""
    row = await unit.first(_TAKE_NUMBERS, {"taker": workspace_id, "how_many": how_many})
    if row is None:
        raise NotFound("workspace", workspace_id)
    return int(row[0]) - how_many + 1


async def _take(unit: Unit, workspace_id: WorkspaceId, how_many: int) -> int:
    if how_many:
        row = await unit.first(_TAKE, {"taker": workspace_id, "how_many": how_many})
    else:
        row = await unit.first(_SEQ, {"taker": workspace_id})
    if row is None:
        raise NotFound("workspace", workspace_id)
    return int(row[0])


def _log_values(
    workspace_id: WorkspaceId, entries: Sequence[LogEntry], first_seq: int
) -> list[Values]:
    return [
        {
            "workspace_id": workspace_id,
            "seq": seq,
            "kind": entry.kind,
            "at": entry.at,
            "conversation_id": entry.conversation_id,
            "case_id": entry.case_id,
            "message_id": entry.message_id,
            "note_id": entry.note_id,
            "contact_id": entry.contact_id,
            "agent_id": entry.agent_id,
            "inbox_id": entry.inbox_id,
            "actor_kind": entry.actor.kind.value if entry.actor else None,
            "actor_id": entry.actor.id if entry.actor else None,
            "actor_name": entry.actor.name if entry.actor else None,
            "data": entry.data,
            "place": place_of(entry.at, seq) if entry.is_history and _is_shown(entry) else None,
            "is_shown": _is_shown(entry),
        }
        for seq, entry in enumerate(entries, start=first_seq)
    ]


def _is_shown(entry: LogEntry) -> bool:
    return entry.kind in SHOWN and entry.conversation_id is not None


def _tell(unit: Unit, changes: Changes, *, has_log: bool) -> None:
    """Keep the hints that a batch calls for."""
    if has_log:
        unit.tell(Topic.LOG, changes.workspace_id)
    sendable = (*changes.deliveries, *changes.updated_deliveries)
    if any(delivery.state is DeliveryState.QUEUED for delivery in sendable):
        unit.tell(Topic.SENDING, changes.workspace_id)
    if any(attachment.source is not None for attachment in changes.attachments):
        unit.tell(Topic.MEDIA, changes.workspace_id)
    moves = [change.after.next_move for change in changes.cases.values()]
    if any(move is not None and move.holder is Holder.TEAM for move in moves):
        unit.tell(Topic.ROUTING, changes.workspace_id)
    if moves:
        unit.tell(Topic.CLOCK, changes.workspace_id)

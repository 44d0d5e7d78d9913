"""How far our answers came: delivered when the stream was given them, read when they were seen.

Both are receipts like those of any provider, and only ever move a delivery forward.
"""

from collections.abc import Collection

from clew.domain.ids import MessageId
from clew.ports.channel import Receipt, ReceiptState
from clew.services.deps import Deps
from clew.services.ingest import Said, take_directly
from clew.services.visitors.rooms import Room
from clew.services.visitors.seeing import sight_of
from clew.services.visitors.visiting import Visiting


async def mark_read(seq: int, *, visiting: Visiting, room: Room, deps: Deps) -> None:
    """Note that everything up to this place was seen."""
    await _mark(ReceiptState.READ, seq, visiting, room, deps)


async def mark_delivered(seq: int, *, visiting: Visiting, room: Room, deps: Deps) -> None:
    """Note that everything up to this place has reached the visitor's device."""
    await _mark(ReceiptState.DELIVERED, seq, visiting, room, deps)


async def _mark(state: ReceiptState, seq: int, visiting: Visiting, room: Room, deps: Deps) -> None:
    visitor = visiting.visitor
    # Most of the time there is nothing to mark, and finding that out locks nothing.
    async with deps.store.read() as reader:
        found = await reader.visitors.whereabouts(visitor.workspace_id, [visitor.id])
        where = found.get(visitor.id)
        if where is None:
            return
        waiting = await reader.sights.unread(sight_of(visitor, where), room.inbox.id)
    marked = [
        message_id
        for message_id, place, is_delivered in waiting
        if place <= seq and not (is_delivered and state is ReceiptState.DELIVERED)
    ]
    if marked:
        await _record(marked, state, room, deps)


async def _record(
    message_ids: Collection[MessageId], state: ReceiptState, room: Room, deps: Deps
) -> None:
    now = deps.clock.now()
    receipts = [
        Receipt(provider_id=str(one), state=state, at=now, our_id=str(one)) for one in message_ids
    ]
    said = [Said(0, room.inbox, room.channel, receipt) for receipt in receipts]
    async with deps.store.write() as tx:
        await take_directly(said, tx, deps)

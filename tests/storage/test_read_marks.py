"""Marks wait for their provider: one for each address, taken once."""

from __future__ import annotations

from clew.domain.ids import MessageId
from clew.domain.message import Message
from clew.ports.store import Store
from clew.ports.store.read_marks import Read, ReadMark
from tests.builders import HOUR, MINUTE, MONDAY_NINE, an_id
from tests.storage.batches import Workplace, one_waiting

LATER = MONDAY_NINE + HOUR


async def note(store: Store, message: Message, up_to: int | MessageId = 1_000) -> None:
    async with store.write() as tx:
        await tx.read_marks.note(
            Read(
                workspace_id=message.workspace_id,
                conversation_id=message.conversation_id,
                inbox_ids=(message.inbox_id,),
                up_to=up_to,
                at=MONDAY_NINE,
            )
        )


async def claimed(store: Store) -> list[ReadMark]:
    async with store.write() as tx:
        return await tx.read_marks.claim(MONDAY_NINE, 10)


async def test_what_was_read_is_taken_once_and_never_noted_twice(store: Store) -> None:
    workplace = await Workplace().save(store)
    _, message = await one_waiting(workplace, store)

    await note(store, message)
    first = await claimed(store)
    await note(store, message)

    assert [(one.inbox_id, one.provider_id) for one in first] == [(message.inbox_id, "wamid.1")]
    assert await claimed(store) == []


async def test_what_came_later_was_not_read(store: Store) -> None:
    workplace = await Workplace().save(store)
    _, message = await one_waiting(workplace, store)

    await note(store, message, 0)
    await note(store, message, MessageId(an_id(1)))

    assert await claimed(store) == []


async def test_a_mark_that_was_put_back_waits(store: Store) -> None:
    workplace = await Workplace().save(store)
    _, message = await one_waiting(workplace, store)
    await note(store, message)
    (mark,) = await claimed(store)

    async with store.write() as tx:
        await tx.read_marks.postpone(mark, LATER)
        early = await tx.read_marks.claim(LATER - MINUTE, 10)
        (again,) = await tx.read_marks.claim(LATER, 10)

    assert (early, again.provider_id, again.due_at) == ([], "wamid.1", LATER)

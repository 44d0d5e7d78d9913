"""How far a mailbox was read is kept, and one reader at a time has it."""

from dataclasses import replace
from uuid import UUID

from clew.ports.store import Store
from clew.ports.store.mailboxes import ReadingState
from tests.builders import HOUR, MINUTE, MONDAY_NINE, an_id
from tests.storage.batches import Workplace

ONE, OTHER = an_id(1), an_id(2)


async def take(store: Store, fresh: ReadingState, who: UUID, after: int = 0) -> ReadingState | None:
    now = MONDAY_NINE + after * MINUTE
    async with store.write() as tx:
        return await tx.readings.take(fresh, who, now, now + 5 * MINUTE)


async def a_mailbox(store: Store) -> ReadingState:
    workplace = await Workplace().save(store)
    return ReadingState(
        inbox_id=workplace.inbox_id, workspace_id=workplace.id, began_at=MONDAY_NINE
    )


async def test_a_mailbox_is_gone_on_with_where_it_was_left(store: Store) -> None:
    fresh = await a_mailbox(store)
    assert await take(store, fresh, ONE) == fresh
    further = replace(fresh, validity=7, uid=2**32 - 1, read_at=MONDAY_NINE, reason="no")
    async with store.write() as tx:
        assert await tx.readings.save(further, ONE, MONDAY_NINE + HOUR)

    assert await take(store, replace(fresh, began_at=MONDAY_NINE + HOUR), ONE) == further
    async with store.read() as reader:
        assert await reader.readings.of_workspace(fresh.workspace_id) == {fresh.inbox_id: further}


async def test_nobody_else_reads_it_meanwhile(store: Store) -> None:
    fresh = await a_mailbox(store)
    await take(store, fresh, ONE)

    assert await take(store, fresh, OTHER, after=4) is None
    async with store.write() as tx:
        assert not await tx.readings.save(replace(fresh, uid=9), OTHER, MONDAY_NINE)
        await tx.readings.give_back(fresh.inbox_id, OTHER)
    assert await take(store, fresh, OTHER, after=4) is None


async def test_it_goes_to_another_reader_when_the_first_is_gone(store: Store) -> None:
    fresh = await a_mailbox(store)
    await take(store, fresh, ONE)

    assert await take(store, fresh, OTHER, after=6) == fresh
    async with store.write() as tx:
        assert not await tx.readings.save(replace(fresh, uid=9), ONE, MONDAY_NINE)
        await tx.readings.give_back(fresh.inbox_id, OTHER)
    assert await take(store, fresh, ONE, after=6) == fresh

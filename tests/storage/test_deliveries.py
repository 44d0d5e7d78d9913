"""Replies are taken by one sender at a time, in order, and nobody waits for another."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import datetime

from clew.domain.ids import InboxId
from clew.domain.message import Delivery, DeliveryState
from clew.domain.people import InboxState
from clew.ports.channel import Progress
from clew.ports.store import Changes, Store
from clew.ports.store.people import InboxNews
from tests.builders import MINUTE, MONDAY_NINE
from tests.storage.batches import Workplace, new_id, one_waiting, recorded

LEASE = MONDAY_NINE + 5 * MINUTE


async def claimed(store: Store, at: datetime = MONDAY_NINE, limit: int = 10) -> list[Delivery]:
    async with store.write() as tx:
        return await tx.claim_deliveries(at, at + 5 * MINUTE, limit)


async def replies(workplace: Workplace, store: Store, *texts: str) -> Changes:
    case, _ = await one_waiting(workplace, store)
    changes = workplace.changes()
    for text in texts:
        workplace.answer(changes, case, text, after=case)
    await recorded(store, changes)
    return changes


async def test_a_reply_is_taken_once(store: Store) -> None:
    workplace = await Workplace().save(store)
    changes = await replies(workplace, store, "Hello")

    [taken] = await claimed(store)

    assert taken == replace(
        changes.deliveries[0], state=DeliveryState.SENDING, lease_until=LEASE, attempts=1
    )
    assert await claimed(store) == []


async def test_replies_of_a_conversation_leave_one_after_another(store: Store) -> None:
    workplace = await Workplace().save(store)
    changes = await replies(workplace, store, "One", "Two")

    [first] = await claimed(store)
    assert await claimed(store) == []
    done = workplace.changes()
    done.updated_deliveries.append(replace(first, state=DeliveryState.SENT, lease_until=None))
    await recorded(store, done)
    [second] = await claimed(store)

    assert [first.message_id, second.message_id] == [one.id for one in changes.messages]


async def test_what_is_held_or_not_due_waits_and_keeps_its_place(store: Store) -> None:
    workplace = await Workplace().save(store)
    case, _ = await one_waiting(workplace, store)
    changes = workplace.changes()
    workplace.answer(changes, case, "Held", after=case)
    workplace.answer(changes, case, "Next", after=case)
    changes.deliveries[0] = replace(changes.deliveries[0], held_until=MONDAY_NINE + MINUTE)
    await recorded(store, changes)

    early = await claimed(store)
    [first] = await claimed(store, MONDAY_NINE + MINUTE)

    assert early == []
    assert first.message_id == changes.messages[0].id


async def test_an_inbox_that_does_not_work_keeps_its_replies(store: Store) -> None:
    workplace = await Workplace().save(store)
    await replies(workplace, store, "Hello")
    async with store.write() as tx:
        await tx.people.note_inbox(workplace.inbox_id, InboxNews(state=InboxState.AMBER))

    waiting = await claimed(store)
    async with store.write() as tx:
        queued = await tx.people.queued_in(workplace.inbox_id)
        await tx.people.note_inbox(workplace.inbox_id, InboxNews(state=InboxState.GREEN))

    assert waiting == []
    assert queued == 1
    assert len(await claimed(store)) == 1


async def test_a_broken_inbox_does_not_hold_up_another_way_to_the_contact(store: Store) -> None:
    workplace = await Workplace().save(store)
    other = replace(workplace.inbox, id=InboxId(new_id()), name="Second")
    async with store.write() as tx:
        await tx.people.save_inbox(other)
        await tx.people.note_inbox(workplace.inbox_id, InboxNews(state=InboxState.AMBER))
    case, _ = await one_waiting(workplace, store)
    changes = workplace.changes()
    workplace.answer(changes, case, "Stuck", after=case)
    free = workplace.answer(changes, case, "Free", after=case)
    changes.messages[1] = replace(free, inbox_id=other.id)
    changes.deliveries[1] = replace(changes.deliveries[1], inbox_id=other.id)
    await recorded(store, changes)

    [taken] = await claimed(store)

    assert taken.message_id == free.id


async def test_two_senders_never_take_two_of_one_conversation(store: Store) -> None:
    workplace = await Workplace().save(store)
    for _ in range(6):
        await replies(workplace, store, "One", "Two")

    taken = await asyncio.gather(*(claimed(store, limit=4) for _ in range(6)))

    conversations = [one.conversation_id for batch in taken for one in batch]
    assert len(conversations) == len(set(conversations))
    assert len({*conversations, *(d.conversation_id for d in await claimed(store))}) == 6


async def test_a_sender_that_vanished_is_noticed(store: Store) -> None:
    workplace = await Workplace().save(store)
    await replies(workplace, store, "Hello")
    [taken] = await claimed(store)

    async with store.write() as tx:
        before = await tx.expired_deliveries(LEASE - MINUTE, 10)
        after = await tx.expired_deliveries(LEASE, 10)

    assert before == []
    assert after == [taken]


async def test_a_delivery_keeps_everything_it_is_told(store: Store) -> None:
    workplace = await Workplace().save(store)
    changes = await replies(workplace, store, "Hello")
    case = next(iter(changes.cases.values())).after
    told = replace(
        changes.deliveries[0],
        state=DeliveryState.UNKNOWN,
        attempts=3,
        progress=Progress(sent=("wamid.x",), held={"a": "b"}, tries=2),
        answered=case.facts.answer,
        provider_ids=("wamid.x", "wamid.y"),
        reason_code="131026",
        reason="unreachable",
    )
    update = workplace.changes()
    update.updated_deliveries.append(told)
    await recorded(store, update)

    async with store.write() as tx:
        found = await tx.delivery(workplace.id, told.message_id)

    assert found == told

"""What lists show of a case follows what happens in it."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import select

from clew.domain.message import DeliveryState
from clew.ports.store import Store
from clew.storage.engine import Engine
from clew.storage.schema import cases
from tests.storage.batches import Workplace, one_waiting
from tests.storage.looking import rows


async def test_a_failed_delivery_is_shown_until_someone_deals_with_it(
    store: Store, tables: Engine
) -> None:
    workplace = await Workplace().save(store)
    case, _ = await one_waiting(workplace, store)
    async with store.write() as tx:
        changes = workplace.changes()
        reply = workplace.answer(changes, case, "On its way", after=case)
        await tx.record(changes)
    seen = []

    for state in (DeliveryState.FAILED, DeliveryState.QUEUED):
        async with store.write() as tx:
            changes = workplace.changes()
            changes.updated_deliveries.append(replace(workplace.delivery(reply), state=state))
            await tx.record(changes)
        [row] = await rows(tables, select(cases))
        seen.append((row.delivery_failed, row.v))

    assert seen[0][0] is True
    assert seen[1][0] is False
    assert seen[1][1] > seen[0][1]


async def test_a_reply_that_is_taken_back_is_not_the_last_message(
    store: Store, tables: Engine
) -> None:
    workplace = await Workplace().save(store)
    case, message = await one_waiting(workplace, store)
    async with store.write() as tx:
        changes = workplace.changes()
        reply = workplace.answer(changes, case, "Wrong window", after=case)
        await tx.record(changes)

    async with store.write() as tx:
        changes = workplace.changes()
        cancelled = replace(workplace.delivery(reply), state=DeliveryState.CANCELLED)
        changes.updated_deliveries.append(cancelled)
        await tx.record(changes)

    [row] = await rows(tables, select(cases))
    assert row.last_message_text == message.text
    assert row.last_message_author == "Zofia"

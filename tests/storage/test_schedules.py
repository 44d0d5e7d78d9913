"""Scheduled deliveries are found when their time has come, or the contact has written since."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from clew.domain.message import DeliveryState
from clew.ports.store import Store
from tests.builders import HOUR, MONDAY_NINE
from tests.storage.batches import Workplace, one_waiting, recorded


async def due(store: Store, at: datetime) -> list[bool]:
    """Return of each that is due whether the contact has written since."""
    async with store.write() as tx:
        return [has_written for _, has_written in await tx.scheduled_deliveries(at, 10)]


async def test_one_is_due_at_its_time_and_is_no_work_of_the_senders(store: Store) -> None:
    workplace = await Workplace().save(store)
    case, _ = await one_waiting(workplace, store)
    changes = workplace.changes()
    workplace.answer(changes, case, "Later", after=case)
    at = MONDAY_NINE + HOUR
    changes.deliveries[0] = replace(
        changes.deliveries[0],
        state=DeliveryState.SCHEDULED,
        held_until=at,
        next_attempt_at=at,
        undo=None,
    )
    await recorded(store, changes)

    assert await due(store, MONDAY_NINE) == []
    assert await due(store, at) == [False]
    async with store.write() as tx:
        assert await tx.claim_deliveries(at, at + HOUR, 10) == []

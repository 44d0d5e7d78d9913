"""Callers that wait at the same time share one write, and each hears what became of it."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

import pytest

from clew.ports.store import NewEvent
from clew.ports.store.transaction import StoreIsUnavailable
from clew.storage import group_commit
from clew.storage.group_commit import GROUP_MAX_EVENTS, GroupCommit
from tests.storage.batches import Workplace

EVENT = Workplace().event(b"x" * 100)


class Disk:
    """Writes when it is let."""

    def __init__(self) -> None:
        self.groups: list[int] = []
        self.is_free = asyncio.Event()
        self.fault: Exception | None = None

    async def write(self, events: Sequence[NewEvent]) -> None:
        await self.is_free.wait()
        if self.fault:
            raise self.fault
        self.groups.append(len(events))


async def test_what_comes_during_a_commit_makes_the_next_group() -> None:
    disk = Disk()
    groups = GroupCommit(disk.write)
    first = asyncio.create_task(groups.append(EVENT))
    await asyncio.sleep(0.01)
    rest = [asyncio.create_task(groups.append(EVENT)) for _ in range(GROUP_MAX_EVENTS + 5)]
    await asyncio.sleep(0.01)

    disk.is_free.set()
    await asyncio.gather(first, *rest)
    await groups.close()

    assert disk.groups == [1, GROUP_MAX_EVENTS, 5]


async def test_a_failure_is_told_to_all_and_the_next_group_goes_on() -> None:
    disk = Disk()
    disk.is_free.set()
    disk.fault = OSError("no space left")
    groups = GroupCommit(disk.write)

    told = await asyncio.gather(*(groups.append(EVENT) for _ in range(3)), return_exceptions=True)
    disk.fault = None
    await groups.append(EVENT)

    assert [type(error) for error in told] == [StoreIsUnavailable] * 3
    assert disk.groups == [1]
    await groups.close()


async def test_a_queue_that_is_full_refuses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(group_commit, "QUEUE_MAX_EVENTS", 2)
    monkeypatch.setattr(group_commit, "QUEUE_MAX_BYTES", 250)
    disk = Disk()
    groups = GroupCommit(disk.write)
    waiting = [asyncio.create_task(groups.append(EVENT))]
    await asyncio.sleep(0.01)
    waiting += [asyncio.create_task(groups.append(EVENT)) for _ in range(2)]
    await asyncio.sleep(0)

    with pytest.raises(StoreIsUnavailable):
        await groups.append(EVENT)

    disk.is_free.set()
    await asyncio.gather(*waiting)
    await groups.close()


async def test_a_caller_that_gives_up_disturbs_nobody() -> None:
    disk = Disk()
    groups = GroupCommit(disk.write)
    patient, hasty = (asyncio.create_task(groups.append(EVENT)) for _ in range(2))
    await asyncio.sleep(0.01)
    hasty.cancel()
    await asyncio.gather(hasty, return_exceptions=True)

    disk.is_free.set()
    await patient
    await groups.close()

    assert disk.groups == [2]

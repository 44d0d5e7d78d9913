from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import timedelta
from uuid import UUID

import pytest
from structlog.testing import capture_logs

from clew.bus.inprocess import InProcessBus
from clew.ports.bus import Topic
from clew.ports.store import StoreIsUnavailable
from clew.worker import loop
from clew.worker.loop import Loop, pause_seconds

NEVER = timedelta(hours=1)
ONE, OTHER = UUID(int=1), UUID(int=2)
Step = Callable[[UUID | None], Awaitable[bool]]


class Steps:
    """A step that does as it is told and then stands idle."""

    def __init__(self, *answers: bool | Exception) -> None:
        self._answers = list(answers)
        self.hints: list[UUID | None] = []
        self.changed = asyncio.Event()

    async def __call__(self, hint: UUID | None) -> bool:
        self.hints.append(hint)
        self.changed.set()
        answer = self._answers.pop(0) if self._answers else False
        if isinstance(answer, Exception):
            raise answer
        return answer

    async def count(self, wanted: int) -> None:
        """Wait until so many steps were taken."""
        async with asyncio.timeout(30):
            while len(self.hints) < wanted:
                self.changed.clear()
                await self.changed.wait()


@pytest.fixture(autouse=True)
def short_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loop, "FIRST_PAUSE_SECONDS", 0.001)


@asynccontextmanager
async def running(
    step: Step, bus: InProcessBus, poll: timedelta = NEVER, *, is_by_workspace: bool = False
) -> AsyncIterator[asyncio.Event]:
    stopping = asyncio.Event()
    one = Loop(name="test", step=step, topic=Topic.LOG, poll=poll, is_by_workspace=is_by_workspace)
    task = asyncio.create_task(loop.run(one, bus=bus, stopping=stopping, chance=lambda: 0.5))
    try:
        yield stopping
    finally:
        stopping.set()
        await asyncio.wait_for(task, 30)


async def test_it_goes_on_while_there_is_more_and_then_waits_for_a_hint() -> None:
    bus, steps = InProcessBus(), Steps(True, True, False)
    async with running(steps, bus):
        await steps.count(3)
        await asyncio.sleep(0.01)
        assert len(steps.hints) == 3

        bus.publish(Topic.LOG, ONE)
        await steps.count(4)


async def test_a_lost_hint_costs_a_poll_and_nothing_else() -> None:
    steps = Steps()
    async with running(steps, InProcessBus(), timedelta(milliseconds=5)):
        await steps.count(4)


async def test_many_hints_are_one_unless_each_workspace_is_worked_on_for_itself() -> None:
    bus, merged, single = InProcessBus(), Steps(), Steps()
    async with running(merged, bus), running(single, bus, is_by_workspace=True):
        await merged.count(1)
        await single.count(1)
        await asyncio.sleep(0.01)
        for hint in (ONE, OTHER, ONE):
            bus.publish(Topic.LOG, hint)
        await merged.count(2)
        await single.count(3)
        await asyncio.sleep(0.01)

    assert merged.hints == [None, None]
    assert single.hints == [None, ONE, OTHER]


async def test_failures_end_nothing_and_the_database_is_missed_once_in_the_log() -> None:
    away = StoreIsUnavailable("away")
    steps = Steps(ZeroDivisionError("planted"), away, away, away)
    with capture_logs() as lines:
        async with running(steps, InProcessBus()):
            await steps.count(5)
            await asyncio.sleep(0.01)

    said = [line["event"] for line in lines]
    assert said == ["a worker failed and goes on", "a worker works again"]
    steps = Steps(away, away)
    with capture_logs() as lines:
        async with running(steps, InProcessBus()):
            await steps.count(3)
            await asyncio.sleep(0.01)
    assert [line["event"] for line in lines] == ["waiting for the database", "a worker works again"]


async def test_the_end_waits_for_the_step_that_is_under_way() -> None:
    began, done = asyncio.Event(), asyncio.Event()

    async def slow(_: UUID | None) -> bool:
        began.set()
        await asyncio.sleep(0.02)
        done.set()
        return True

    async with running(slow, InProcessBus()) as stopping:
        await began.wait()
        stopping.set()

    assert done.is_set()


async def test_a_loop_without_a_topic_only_polls() -> None:
    steps, stopping = Steps(), asyncio.Event()
    one = Loop(name="test", step=steps, topic=None, poll=timedelta(milliseconds=5))
    task = asyncio.create_task(
        loop.run(one, bus=InProcessBus(), stopping=stopping, chance=lambda: 0.5)
    )
    await steps.count(3)
    stopping.set()
    await asyncio.wait_for(task, 30)


def test_pauses_grow_up_to_a_limit_and_are_spread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loop, "FIRST_PAUSE_SECONDS", 0.5)

    assert [pause_seconds(failures, 30, 1.0) for failures in (1, 2, 3, 50)] == [0.5, 1, 2, 30]
    assert pause_seconds(50, 30, 0.0) == 15

"""The first process calls for help, leaves the events to it, and goes on when it is gone."""

from __future__ import annotations

import asyncio
import sys
from uuid import UUID

import pytest

from clew.ports.bus import Topic
from clew.worker.relief.relieving import Relief
from tests.worker.relief.test_load import Watch

WORKSPACE = UUID(int=7)
BEGINNING = """
import socket, sys
line = socket.socket(fileno=int(sys.argv[1]))
line.sendall(b"taken 3\\nlog 00000000-0000-0000-0000-000000000007\\n")
"""
# One ends after it was told of one event, the other says nothing more until its line is cut.
WORKS = f"{BEGINNING}line.recv(100)"
IS_SILENT = f"{BEGINNING}line.recv(100); line.recv(100)"


class Told:
    """The hints that a first process hears."""

    def __init__(self) -> None:
        self.hints: list[tuple[Topic, UUID | None]] = []
        self.news = asyncio.Event()

    def __call__(self, topic: Topic, workspace_id: UUID | None) -> None:
        self.hints.append((topic, workspace_id))
        self.news.set()

    async def until(self, count: int) -> None:
        async with asyncio.timeout(20):
            while len(self.hints) < count:
                self.news.clear()
                await self.news.wait()


async def test_help_that_is_called_works_and_is_told_until_it_ends() -> None:
    told = Told()
    relief = Relief((sys.executable, "-c", WORKS), {}, told)
    running = asyncio.create_task(relief.run())

    relief.call()
    await told.until(1)
    at_work = relief.is_at_work
    relief.tell(Topic.SENDING, None)  # is none of its business
    relief.tell(Topic.INTAKE, None)
    await told.until(2)

    assert at_work
    assert not relief.is_at_work
    assert told.hints == [(Topic.LOG, WORKSPACE), (Topic.INTAKE, None)]
    await ended(running)


async def test_help_that_says_nothing_is_ended() -> None:
    told = Told()
    relief = Relief((sys.executable, "-c", IS_SILENT), {}, told, silence_seconds=0.5)
    running = asyncio.create_task(relief.run())

    relief.call()
    await told.until(2)

    assert not relief.is_at_work
    assert told.hints[-1] == (Topic.INTAKE, None)
    await ended(running)


@pytest.mark.parametrize(("taken", "is_called"), [(79, False), (80, True)])
def test_many_events_in_a_second_call_for_help(taken: int, is_called: bool) -> None:
    watch = Watch()
    relief = Relief(("nothing",), {}, Told(), many=80, clock=watch)

    relief.note(taken)
    watch.now = 1.0
    relief.note(1)

    assert relief.is_called is is_called


async def test_help_that_cannot_be_started_is_done_without() -> None:
    relief = Relief(("/nowhere/at-all",), {}, Told())
    running = asyncio.create_task(relief.run())

    relief.call()
    async with asyncio.timeout(20):
        while relief.is_called:  # noqa: ASYNC110 - nothing else tells of it
            await asyncio.sleep(0)

    assert not relief.is_at_work
    assert not running.done()
    await ended(running)


async def ended(running: asyncio.Task[None]) -> None:
    running.cancel()
    await asyncio.wait([running])

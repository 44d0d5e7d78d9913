from __future__ import annotations

import asyncio

import pytest

from clew.ports.store import StoreIsUnavailable
from clew.worker.crew import Crew


async def test_no_more_than_so_many_work_at_once_and_a_slow_one_holds_nobody_up() -> None:
    crew, slow, done = Crew(2), asyncio.Event(), list[int]()

    async def work(number: int) -> None:
        if number == 0:
            await slow.wait()
        done.append(number)

    for number in range(5):
        await asyncio.wait_for(crew.wait_for_room(), 30)
        crew.begin(work(number))
        assert crew.busy <= 2
    slow.set()
    await crew.finish()

    assert done == [1, 2, 3, 4, 0]
    assert crew.free == 2


@pytest.mark.parametrize("failure", [ZeroDivisionError(), StoreIsUnavailable("away")])
async def test_work_that_fails_ends_alone(failure: Exception) -> None:
    crew = Crew(1)

    async def fail() -> None:
        raise failure

    crew.begin(fail())
    await crew.wait_for_room()
    await crew.finish()


async def test_waiting_for_the_end_cut_short_cuts_the_work_short() -> None:
    crew, was_cut = Crew(1), asyncio.Event()

    async def work() -> None:
        try:
            await asyncio.sleep(60)
        except asyncio.CancelledError:
            was_cut.set()
            raise

    crew.begin(work())
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(crew.finish(), 0.01)

    assert was_cut.is_set()

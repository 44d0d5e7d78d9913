"""One writer at a time, in this process and beside it."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from pathlib import Path

import pytest

from clew.storage.file_turn import FileTurn

# Takes the turn, says so, and keeps it until its input ends.
OTHER = """
import fcntl, os, sys
fd = os.open(sys.argv[1], os.O_RDWR | os.O_CREAT)
fcntl.flock(fd, fcntl.LOCK_EX)
print("taken", flush=True)
sys.stdin.read()
"""


async def test_tasks_take_turns_in_the_order_in_which_they_came(tmp_path: Path) -> None:
    turn, seen = FileTurn(tmp_path / "turn"), list[int]()

    async def one(number: int) -> None:
        async with turn.taken():
            seen.append(number)
            await asyncio.sleep(0)
            seen.append(number)

    await asyncio.gather(*(one(number) for number in range(5)))
    turn.close()

    assert seen == [0, 0, 1, 1, 2, 2, 3, 3, 4, 4]


async def test_another_process_is_waited_for_and_its_death_ends_its_turn(tmp_path: Path) -> None:
    path = tmp_path / "turn"
    pipe = subprocess.PIPE
    other = await asyncio.create_subprocess_exec(
        sys.executable, "-c", OTHER, str(path), stdin=pipe, stdout=pipe
    )
    assert other.stdout is not None
    assert await other.stdout.readline() == b"taken\n"
    turn = FileTurn(path)
    waiting = asyncio.create_task(_take_once(turn))
    for _ in range(5):
        await asyncio.sleep(0)
    assert not waiting.done()
    other.kill()
    await waiting
    await other.wait()
    turn.close()


async def test_who_is_cancelled_while_waiting_keeps_no_turn(tmp_path: Path) -> None:
    one, other = FileTurn(tmp_path / "turn"), FileTurn(tmp_path / "turn")
    async with one.taken():
        waiting = asyncio.create_task(_take_once(other))
        for _ in range(5):
            await asyncio.sleep(0)
        waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting

    await _take_once(one)
    one.close()
    other.close()


async def _take_once(turn: FileTurn) -> None:
    async with turn.taken():
        pass

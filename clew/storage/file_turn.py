"""Whose turn it is to write a file: one task of one process at a time.

SQLite itself lets a second writer poll, and whoever polls rarely finds a busy file free. Here the
tasks of a process queue in order, and processes wait for each other's lock on a file beside the
database; the system releases it when its holder dies.
"""

import asyncio
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

if sys.platform != "win32":
    import fcntl


class FileTurn:
    """The turns of one file."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._fd: int | None = None
        self._tasks = asyncio.Lock()

    @asynccontextmanager
    async def taken(self) -> AsyncIterator[None]:
        """Have the turn within the context.

        Raises:
            OSError: The lock's file cannot be made.
        """
        async with self._tasks:
            fd = self._opened()
            await _take(fd)
            try:
                yield
            finally:
                _give_up(fd)

    def close(self) -> None:
        """Let go of the file."""
        if self._fd is not None:
            os.close(self._fd)
            self._fd = None

    def _opened(self) -> int:
        if self._fd is None:
            self._fd = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        return self._fd


async def _take(fd: int) -> None:
    if not _is_taken_at_once(fd):
        waiting = asyncio.ensure_future(asyncio.to_thread(_wait_for, fd))
        try:
            await asyncio.shield(waiting)
        except asyncio.CancelledError:
            # The thread cannot be called back: it gets the turn, and gives it up at once.
            with suppress(asyncio.CancelledError):
                await waiting
            _give_up(fd)
            raise


# Where there are no such locks, SQLite's own polling has to do.
def _is_taken_at_once(fd: int) -> bool:
    if sys.platform != "win32":
        try:
            fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
    return True


def _wait_for(fd: int) -> None:
    if sys.platform != "win32":
        fcntl.flock(fd, fcntl.LOCK_EX)


def _give_up(fd: int) -> None:
    if sys.platform != "win32":
        fcntl.flock(fd, fcntl.LOCK_UN)

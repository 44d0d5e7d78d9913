"""Files on the local disk, under names of our own in a tree of folders.

    blobs/tmp/<name>            while it is written; never read
    blobs/ab/cd/abcd...<name>   whole and durable

A name is 128 random bits in hex, so it says nothing, cannot be guessed, and no path from outside
is ever joined to ours.
"""

import asyncio
import errno
import hashlib
import os
import re
import secrets
from collections.abc import AsyncIterator, Callable
from contextlib import ExitStack, suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import BinaryIO, TypeVar

from clew.ports.blobs import NoRoom, StoredBlob, TooLarge

Result = TypeVar("Result")

NAME = re.compile(r"[0-9a-f]{32}")
READ_BYTES = 256 * 1024
# Written in one go, so that a large file costs few trips to another thread.
WRITE_BYTES = 1024 * 1024
FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
LEFTOVERS_AFTER = timedelta(days=1)


class FileBlobs:
    """Keeps files below one folder, which it makes if it is not there."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._unfinished = folder / "tmp"
        self._unfinished.mkdir(parents=True, exist_ok=True, mode=0o700)

    async def save(self, chunks: AsyncIterator[bytes], max_bytes: int) -> StoredBlob:
        """Stream a file in; durable when this returns.

        Raises:
            TooLarge: It is longer than `max_bytes`.
            NoRoom: There is no space left for it.
        """
        name = secrets.token_hex(16)
        unfinished = self._unfinished / name
        try:
            byte_count, sha256 = await _write(unfinished, chunks, max_bytes)
            await _in_thread(lambda: _settle(unfinished, self._path(name)))
        except BaseException:
            with suppress(OSError):
                for left in (unfinished, self._path(name)):
                    left.unlink(missing_ok=True)
            raise
        return StoredBlob(blob=name, byte_count=byte_count, sha256=sha256)

    async def open(self, blob: str) -> AsyncIterator[bytes]:
        """Stream a file out.

        Raises:
            FileNotFoundError: It is not here.
        """
        path = self._path(blob)
        with ExitStack() as opened:
            file = await _in_thread(lambda: opened.enter_context(path.open("rb", buffering=0)))
            while chunk := await _in_thread(lambda: file.read(READ_BYTES)):
                yield chunk

    async def head(self, blob: str, byte_count: int) -> bytes:
        """Return the first bytes, enough to tell what it is.

        Raises:
            FileNotFoundError: It is not here.
        """
        path = self._path(blob)

        def read() -> bytes:
            with path.open("rb") as file:
                return file.read(byte_count)

        return await asyncio.to_thread(read)

    async def delete(self, blob: str) -> None:
        """Forget a file; nothing happens if it is not here."""
        with suppress(FileNotFoundError):
            await asyncio.to_thread(self._path(blob).unlink)

    async def clear_leftovers(self, now: datetime) -> int:
        """Remove what a crash left half written, once nobody can be writing it any more."""

        def clear() -> int:
            old = [
                path
                for path in self._unfinished.iterdir()
                if now.timestamp() - path.stat().st_mtime > LEFTOVERS_AFTER.total_seconds()
            ]
            for path in old:
                path.unlink(missing_ok=True)
            return len(old)

        return await asyncio.to_thread(clear)

    def _path(self, blob: str) -> Path:
        if not NAME.fullmatch(blob):
            raise FileNotFoundError(blob)
        return self._folder / blob[:2] / blob[2:4] / blob


async def _write(path: Path, chunks: AsyncIterator[bytes], max_bytes: int) -> tuple[int, str]:
    """Write and fsync; return the length and the digest."""
    digest = hashlib.sha256()
    byte_count = 0
    waiting = bytearray()

    async def flush() -> None:
        piece = bytes(waiting)
        waiting.clear()
        await _in_thread(lambda: _append(file, piece, digest.update))

    with ExitStack() as opened:
        file = await _in_thread(lambda: opened.enter_context(path.open("xb", buffering=0)))
        async for chunk in chunks:
            byte_count += len(chunk)
            if byte_count > max_bytes:
                raise TooLarge(f"more than {max_bytes} bytes")
            waiting += chunk
            if len(waiting) >= WRITE_BYTES:
                await flush()
        await flush()
        await _in_thread(lambda: os.fsync(file.fileno()))
    return byte_count, digest.hexdigest()


def _append(file: BinaryIO, piece: bytes, update: Callable[[bytes], None]) -> None:
    update(piece)
    rest = memoryview(piece)
    while rest:  # without a buffer a write may take less than it was given
        rest = rest[file.write(rest) :]


def _settle(unfinished: Path, path: Path) -> None:
    """Give a finished file its name, so that it survives a power cut under it."""
    new_folders = [folder for folder in (path.parent, path.parent.parent) if not folder.exists()]
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    unfinished.rename(path)
    for folder in {path.parent, *(new.parent for new in new_folders)}:
        _sync_folder(folder)


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


async def _in_thread(work: Callable[[], Result]) -> Result:
    """Work in a thread. Who is cancelled waits for its end: nobody closes a file under it."""
    working = asyncio.ensure_future(asyncio.to_thread(work))
    try:
        return await asyncio.shield(working)
    except asyncio.CancelledError:
        while not working.done():
            with suppress(asyncio.CancelledError):
                await asyncio.wait({working})
        raise
    except OSError as failure:
        if failure.errno in FULL:
            raise NoRoom("no space left on the disk") from failure
        raise

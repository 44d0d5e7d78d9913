from __future__ import annotations

import asyncio
import errno
import hashlib
import os
import threading
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import IO, Any

import pytest

from clew.blobs.files import FileBlobs
from clew.ports.blobs import NoRoom, TooLarge

LONG = os.urandom(3 * 1024 * 1024 + 17)


@pytest.fixture
def blobs(tmp_path: Path) -> FileBlobs:
    return FileBlobs(tmp_path / "blobs")


async def in_pieces(data: bytes, size: int = 70_000) -> AsyncIterator[bytes]:
    for start in range(0, len(data), size):
        yield data[start : start + size]


async def read(blobs: FileBlobs, blob: str) -> bytes:
    return b"".join([chunk async for chunk in blobs.open(blob)])


class SlowOpening:
    """Files open when they are told to."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.has_begun = threading.Event()
        self.may_end = threading.Event()
        self.opened: list[IO[Any]] = []
        at_once = Path.open

        def slowly(path: Path, *arguments: Any, **options: Any) -> IO[Any]:
            self.has_begun.set()
            self.may_end.wait(30)
            file: IO[Any] = at_once(path, *arguments, **options)
            self.opened.append(file)
            return file

        monkeypatch.setattr(Path, "open", slowly)


def kept(tmp_path: Path) -> list[Path]:
    return [path for path in (tmp_path / "blobs").rglob("*") if path.is_file()]


@pytest.mark.parametrize("data", [b"", b"x", LONG])
async def test_a_file_comes_out_as_it_went_in(blobs: FileBlobs, data: bytes) -> None:
    stored = await blobs.save(in_pieces(data), len(data))

    assert await read(blobs, stored.blob) == data
    assert (stored.byte_count, stored.sha256) == (len(data), hashlib.sha256(data).hexdigest())
    assert await blobs.head(stored.blob, 10) == data[:10]


async def test_a_file_that_is_too_large_is_not_kept(blobs: FileBlobs, tmp_path: Path) -> None:
    with pytest.raises(TooLarge):
        await blobs.save(in_pieces(LONG), len(LONG) - 1)

    assert kept(tmp_path) == []


@pytest.mark.parametrize("is_written", [True, False])
async def test_who_is_called_off_closes_what_opens_late(
    blobs: FileBlobs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_written: bool
) -> None:
    stored = await blobs.save(in_pieces(b"before"), max_bytes=10)
    slow = SlowOpening(monkeypatch)

    async def work() -> None:
        if is_written:
            await blobs.save(in_pieces(b"late"), max_bytes=10)
        else:
            await read(blobs, stored.blob)

    working = asyncio.create_task(work())
    await asyncio.to_thread(slow.has_begun.wait, 30)
    for _ in range(3):
        working.cancel()
        await asyncio.wait({working}, timeout=0)
    assert not working.done()
    slow.may_end.set()
    await asyncio.wait({working}, timeout=30)

    assert working.cancelled()
    assert [file.closed for file in slow.opened] == [True]
    assert len(kept(tmp_path)) == 1


async def test_a_sender_that_breaks_off_leaves_nothing(blobs: FileBlobs, tmp_path: Path) -> None:
    async def broken() -> AsyncIterator[bytes]:
        yield LONG
        raise ConnectionResetError

    with pytest.raises(ConnectionResetError):
        await blobs.save(broken(), 2 * len(LONG))

    assert kept(tmp_path) == []


@pytest.mark.parametrize("step", ["fsync", "rename"])
async def test_a_full_disk_is_said_and_leaves_nothing(
    blobs: FileBlobs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def fail(*_: object) -> None:
        raise OSError(errno.ENOSPC, "no space left on device")

    monkeypatch.setattr(os if step == "fsync" else Path, step, fail)

    with pytest.raises(NoRoom):
        await blobs.save(in_pieces(b"x" * 100), 100)

    assert kept(tmp_path) == []


async def test_another_failure_of_the_disk_is_not_taken_for_a_full_one(
    blobs: FileBlobs, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: int) -> None:
        raise OSError(errno.EIO, "input/output error")

    monkeypatch.setattr(os, "fsync", fail)

    with pytest.raises(OSError, match="input/output"):
        await blobs.save(in_pieces(b"x"), 1)


@pytest.mark.parametrize(
    "name", ["", "../../etc/passwd", "/etc/passwd", "ab", "A" * 32, "0" * 32, "0" * 31 + "\n"]
)
async def test_a_name_that_is_not_ours_is_not_found(blobs: FileBlobs, name: str) -> None:
    with pytest.raises(FileNotFoundError):
        await blobs.head(name, 1)
    with pytest.raises(FileNotFoundError):
        await read(blobs, name)


async def test_a_deleted_file_is_gone_and_deleting_it_again_is_no_error(blobs: FileBlobs) -> None:
    stored = await blobs.save(in_pieces(b"x"), 1)

    await blobs.delete(stored.blob)
    await blobs.delete(stored.blob)

    with pytest.raises(FileNotFoundError):
        await blobs.head(stored.blob, 1)


async def test_what_a_crash_left_half_written_is_removed_after_a_day(
    blobs: FileBlobs, tmp_path: Path
) -> None:
    leftover = tmp_path / "blobs" / "tmp" / "half"
    leftover.write_bytes(b"x")
    now = datetime.now(UTC)

    assert await blobs.clear_leftovers(now) == 0
    assert await blobs.clear_leftovers(now + timedelta(days=2)) == 1
    assert kept(tmp_path) == []

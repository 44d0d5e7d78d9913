"""The first process: it calls the second, passes hints both ways, and goes on without it."""

import asyncio
import os
import socket
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from uuid import UUID

import structlog

from clew.ports.bus import Topic
from clew.worker.meters import INGESTED
from clew.worker.relief.lines import MAX_BYTES, hint_line, read_hint, read_taken
from clew.worker.relief.load import MANY_PER_SECOND, Load

logger = structlog.get_logger(__name__)

# After so many seconds with many events the second process is called.
BUSY_WINDOWS = 1
SILENCE_SECONDS = 15.0
PAUSE_SECONDS = 5.0
GRACE_SECONDS = 4.0
# Hints that wait for a slow reader are as good as one.
WAITING_MAX_BYTES = 4_096


class Relief:
    """A second process, when there is one.

    Attributes:
        is_at_work: It takes events in now; the first process leaves them to it.
    """

    def __init__(
        self,
        command: Sequence[str],
        environ: Mapping[str, str],
        hear: Callable[[Topic, UUID | None], None],
        *,
        many: int = MANY_PER_SECOND,
        silence_seconds: float = SILENCE_SECONDS,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.is_at_work = False
        self._command = command
        self._environ = environ
        self._hear = hear
        self._silence_seconds = silence_seconds
        self._load = Load(clock, many=many)
        self._wanted = asyncio.Event()
        self._writer: asyncio.StreamWriter | None = None

    def note(self, taken: int) -> None:
        """Count what the first process took in; too much for too long calls the second."""
        self._load.note(taken)
        if self._load.high >= BUSY_WINDOWS:
            self.call()

    @property
    def is_called(self) -> bool:
        """Say whether a second process is wanted."""
        return self._wanted.is_set()

    def call(self) -> None:
        """Have the second process started."""
        self._wanted.set()

    def tell(self, topic: Topic, workspace_id: UUID | None) -> None:
        """Pass a hint on, if it is one that the second process works on."""
        writer = self._writer
        if topic is not Topic.INTAKE or writer is None or writer.is_closing():
            return
        if writer.transport.get_write_buffer_size() < WAITING_MAX_BYTES:
            writer.write(hint_line(topic, workspace_id))

    async def run(self) -> None:
        """Start the second process whenever it is called, until cancelled."""
        while True:
            await self._wanted.wait()
            try:
                await self._have_help()
            except OSError as failure:
                logger.warning("no second process could be started", reason=str(failure))
            self._wanted.clear()
            await asyncio.sleep(PAUSE_SECONDS)

    async def _have_help(self) -> None:
        ours, theirs = socket.socketpair()
        try:
            process = await self._started(theirs)
        except OSError:
            ours.close()
            raise
        finally:
            theirs.close()
        reader, self._writer = await asyncio.open_connection(sock=ours, limit=MAX_BYTES)
        try:
            await self._listen(reader)
        except TimeoutError:
            logger.warning("the second process says nothing and is ended")
            process.kill()
        except (ConnectionError, ValueError):
            pass
        finally:
            self.is_at_work = False
            self._writer.close()
            self._writer = None
            self._hear(Topic.INTAKE, None)
            await _end(process)

    async def _started(self, line: socket.socket) -> asyncio.subprocess.Process:
        return await asyncio.create_subprocess_exec(
            *self._command,
            str(line.fileno()),
            env={**os.environ, **self._environ},
            pass_fds=(line.fileno(),),
            # A key pressed in the terminal is for the first process, which tells this one.
            start_new_session=True,
        )

    async def _listen(self, reader: asyncio.StreamReader) -> None:
        while True:
            async with asyncio.timeout(self._silence_seconds):
                line = await reader.readline()
            if not line:
                return
            taken = read_taken(line)
            if taken is not None:
                self.is_at_work = True
                INGESTED.inc(taken)
            elif (hint := read_hint(line)) is not None:
                self._hear(*hint)


async def _end(process: asyncio.subprocess.Process) -> None:
    """Wait for the end of a process whose line is cut."""
    try:
        async with asyncio.timeout(GRACE_SECONDS):
            await process.wait()
    except TimeoutError:
        with suppress(ProcessLookupError):
            process.kill()
        await process.wait()

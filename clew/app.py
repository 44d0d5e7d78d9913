"""The composition root: settings become ports, and ports become a running Clew.

The only module that names adapters. `opened` is what a command needs, `serve` is the server:
web, realtime and workers in one process.
"""

import asyncio
import signal
import socket
import sys
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import uuid_utils
import uvicorn

from clew.blobs.files import FileBlobs
from clew.bus.inprocess import InProcessBus
from clew.channels.registry import installed_channels
from clew.http.calls import HttpCalls
from clew.language.analyser import analyse
from clew.logs import configure_logs
from clew.ports.clock import Clock
from clew.ports.store import StoreIsUnavailable
from clew.realtime.gateway import Gateway
from clew.services.deps import Deps, Limits
from clew.services.directory import Directory
from clew.settings import CannotRun, Settings
from clew.smtp.mailer import SmtpMailer
from clew.storage.migrations.running import DatabaseIsNewer, migrate
from clew.storage.store import open_store
from clew.vault.aes import AesVault
from clew.vault.keys import KeyIsUnusable, read_keys
from clew.web.authentication import Authenticator
from clew.web.inbound import HookLimits
from clew.web.options import WebOptions, make_desk
from clew.web.root import Root, build_root
from clew.worker.all import Workers


class SystemClock:
    """The machine's own time."""

    def now(self) -> datetime:
        """Return the present instant, in UTC."""
        return datetime.now(UTC)


class SystemIds:
    """New names: UUIDv7, sortable by time."""

    def new(self) -> UUID:
        """Return a name that nobody else has."""
        return UUID(int=uuid_utils.uuid7().int)


async def migrate_database(settings: Settings) -> None:
    """Bring the database to the newest schema.

    Raises:
        CannotRun: It cannot be reached, or was made by a newer version.
    """
    try:
        settings.data.mkdir(parents=True, exist_ok=True)
        await migrate(settings.database_url)
    except (DatabaseIsNewer, StoreIsUnavailable, OSError) as failure:
        raise CannotRun(str(failure)) from failure


@asynccontextmanager
async def opened(settings: Settings, clock: Clock | None = None) -> AsyncIterator[Deps]:
    """Open everything that services need, on a database of the newest schema.

    Raises:
        CannotRun: The database, the data folder or the key cannot be used.
    """
    await migrate_database(settings)
    try:
        vault = AesVault(read_keys(settings.data, settings.secret_key))
    except (KeyIsUnusable, OSError) as failure:
        raise CannotRun(str(failure)) from failure
    clock = clock or SystemClock()
    bus = InProcessBus()
    store = open_store(settings.database_url, bus=bus, analyser=analyse)
    blobs = FileBlobs(settings.data / "files")
    await blobs.clear_leftovers(clock.now())
    deps = Deps(
        store=store,
        clock=clock,
        ids=SystemIds(),
        channels=installed_channels(),
        blobs=blobs,
        vault=vault,
        bus=bus,
        directory=Directory(store, vault, clock),
        limits=Limits(
            undo=settings.undo,
            attachment_max_bytes=settings.attachment_max_bytes,
            session_lasts=timedelta(days=settings.session_days),
            soft_limit=settings.soft_limit,
        ),
    )
    try:
        yield deps
    finally:
        await store.close()


@asynccontextmanager
async def running(
    settings: Settings,
    deps: Deps,
    *,
    is_simulated: bool = False,
    mounts: Mapping[str, Any] | None = None,
) -> AsyncIterator[Root]:
    """Run the workers and the gateway as long as the context lasts; yield the ASGI application."""
    calls = HttpCalls(
        blobs=deps.blobs, clock=deps.clock, allow_private_hosts=settings.private_hosts
    )
    desk = make_desk(deps, _web_options(settings, is_simulated=is_simulated))
    authenticator = Authenticator(desk.sessions, desk.options.public_origins)
    gateway = Gateway(deps, authenticator)
    mailer = SmtpMailer(
        blobs=deps.blobs,
        clock=deps.clock,
        http=calls,
        allow_private_hosts=settings.private_hosts,
    )
    workers = Workers(deps, calls, mailer)
    async with asyncio.TaskGroup() as tasks:
        background = [tasks.create_task(gateway.run())]
        if settings.work:
            background.append(tasks.create_task(workers.run()))
        try:
            yield build_root(
                desk,
                gateway,
                authenticator,
                limits=HookLimits(max_bytes=settings.webhook_max_bytes),
                mounts=mounts,
            )
        finally:
            for task in background:
                task.cancel()
    await mailer.close()
    await calls.close()


async def serve(
    settings: Settings,
    *,
    clock: Clock | None = None,
    is_simulated: bool = False,
    mounts: Mapping[str, Any] | None = None,
    on_ready: Callable[[Settings], None] | None = None,
) -> None:
    """Run Clew until it is told to stop.

    Raises:
        CannotRun: Something is not as it must be; the sentence says what to do.
    """
    configure_logs(settings.log_level)
    # Threads that read the database want the interpreter often and briefly; with the usual 5 ms
    # each of their steps would wait that long for a busy event loop.
    sys.setswitchinterval(0.0005)
    listener = listen(settings)
    async with (
        opened(settings, clock) as deps,
        running(settings, deps, is_simulated=is_simulated, mounts=mounts) as root,
    ):
        server = QuietServer(server_config(root, settings))
        stop_when_told(server)
        if on_ready is not None:
            asyncio.get_running_loop().call_soon(on_ready, settings)
        await server.serve(sockets=[listener])


class QuietServer(uvicorn.Server):
    """A server that leaves signals to us.

    uvicorn's own would raise them again as soon as it has stopped listening, and so end the
    process before the workers have finished what is under way.
    """

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Capture none."""
        yield


def stop_when_told(server: uvicorn.Server) -> None:
    """Stop at SIGINT and SIGTERM; at the second one without waiting for anybody."""
    loop = asyncio.get_running_loop()

    def stop() -> None:
        server.force_exit = server.should_exit
        server.should_exit = True

    for one in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(one, stop)


def listen(settings: Settings) -> socket.socket:
    """Take the address before anything else is done.

    Raises:
        CannotRun: Somebody else has it.
    """
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((settings.host, settings.port))
    except OSError as failure:
        listener.close()
        raise CannotRun(
            f"cannot listen on {settings.host}:{settings.port}: {failure.strerror};"
            " stop what listens there, or give another --port"
        ) from failure
    return listener


def server_config(root: Root, settings: Settings) -> uvicorn.Config:
    """Return how the ASGI server runs."""
    return uvicorn.Config(
        root,
        http="httptools",
        ws="websockets-sansio",
        lifespan="off",
        access_log=False,
        log_config=None,
        server_header=False,
        proxy_headers=settings.trust_proxy,
        forwarded_allow_ips="*" if settings.trust_proxy else None,
        backlog=2048,
        timeout_keep_alive=75,
        timeout_graceful_shutdown=5,
        ws_max_size=64 * 1024,
        ws_ping_interval=20,
        ws_per_message_deflate=False,
    )


def describe_api() -> dict[str, Any]:
    """Return the API's description, OpenAPI 3.1."""
    from clew.web.api import describe

    return describe()


def _web_options(settings: Settings, *, is_simulated: bool) -> WebOptions:
    return WebOptions(
        public_origins=(settings.public_url.rstrip("/"),) if settings.public_url else (),
        is_https=settings.public_url.startswith("https:"),
        is_simulated=is_simulated,
        shows_metrics_to_all=settings.metrics_for_all,
    )

"""The composition root: settings become ports, and ports become a running Clew.

The only module that names adapters. `opened` is what a command needs, `serve` is the server:
web, realtime and workers in one process.
"""

import asyncio
import os
import socket
import sys
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from typing import Any

from clew.alone import alone
from clew.blobs.files import FileBlobs
from clew.bus.inprocess import InProcessBus
from clew.channels.registry import installed_channels
from clew.domain.people import Inbox
from clew.http.calls import HttpCalls
from clew.imap.mailboxes import ImapMailboxes
from clew.language.analyser import analyse
from clew.lmtp.listening import listening
from clew.logs import configure_logs
from clew.machine import SystemClock, SystemIds
from clew.network.oauth import AccessTokens
from clew.network.texts import TextNames
from clew.ports.channel import MailServer, Security
from clew.ports.clock import Clock
from clew.ports.store import StoreIsUnavailable
from clew.realtime.gateway import Gateway
from clew.realtime.lines import Lines
from clew.realtime.visitors.gateway import VisitorGateway
from clew.services.connections import WaysOut
from clew.services.deps import Deps, Limits
from clew.services.directory import Directory
from clew.services.visitors.letters import Post
from clew.serving import QuietServer, listen, run_quickly, server_config, stop_when_told
from clew.settings import CannotRun, Settings
from clew.smtp.mailer import SmtpMailer
from clew.storage.migrations.running import DatabaseIsNewer, migrate
from clew.storage.store import open_store
from clew.vault.aes import AesVault
from clew.vault.keys import KeyIsUnusable, read_keys
from clew.web.authentication import Authenticator
from clew.web.contact.lobby import Lobby, make_lobby
from clew.web.inbound import HookLimits
from clew.web.options import WebOptions, make_desk
from clew.web.root import CONTACT_STREAM, STREAM, Root, build_root
from clew.worker.all import Workers
from clew.worker.relief import Relief, assist, telling


async def migrate_database(settings: Settings) -> None:
    """Bring the database to the newest schema.

    Raises:
        CannotRun: It cannot be reached, or was made by a newer version.
    """
    try:
        settings.data.mkdir(parents=True, exist_ok=True)
        await migrate(settings.database_url)
    except DatabaseIsNewer as failure:
        raise CannotRun(str(failure)) from failure
    except StoreIsUnavailable as failure:
        raise CannotRun(f"{failure}; mend it, or give another --database or --data") from failure
    except OSError as failure:
        raise CannotRun(
            f"the data folder {settings.data} cannot be used: {failure.strerror}; give another"
            " --data"
        ) from failure


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
        names=TextNames(clock),
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
    blobs, clock, private = deps.blobs, deps.clock, settings.private_hosts
    calls = HttpCalls(blobs=blobs, clock=clock, allow_private_hosts=private)
    mailer = SmtpMailer(blobs=blobs, clock=clock, http=calls, allow_private_hosts=private)
    mailboxes = ImapMailboxes(AccessTokens(calls, clock), private)
    outside = WaysOut(http=calls, mailer=mailer, mailboxes=mailboxes)
    post = _post(settings, mailer)
    desk = make_desk(deps, _web_options(settings, is_simulated=is_simulated), outside, post)
    authenticator = Authenticator(desk.sessions, desk.options.public_origins)
    lobby = make_lobby(deps, post=post, is_simulated=is_simulated)
    gateway, visitors = _gateways(deps, lobby, authenticator)
    relief = _relief(settings, deps)
    workers = Workers(deps, calls, mailer, mailboxes=mailboxes, relief=relief, post=post)
    async with taking_mail(settings, deps), asyncio.TaskGroup() as tasks:
        background = [tasks.create_task(gateway.run()), tasks.create_task(visitors.run())]
        if settings.work:
            background.append(tasks.create_task(workers.run()))
        if relief is not None:
            background.append(tasks.create_task(relief.run()))
        try:
            yield build_root(
                desk,
                gateway,
                authenticator,
                lobby=lobby,
                contact_stream=visitors,
                lines={STREAM: Lines(gateway), CONTACT_STREAM: Lines(visitors)},
                limits=HookLimits(max_bytes=settings.webhook_max_bytes),
                mounts=mounts,
            )
        finally:
            for task in background:
                task.cancel()
    await mailer.close()
    await calls.close()


@asynccontextmanager
async def taking_mail(settings: Settings, deps: Deps) -> AsyncIterator[None]:
    """Take mail that is routed here, if that is wanted.

    Raises:
        CannotRun: Somebody else has the address.
    """
    at = settings.lmtp_address
    if at is None:
        yield
        return

    async def inboxes() -> Sequence[Inbox]:
        async with deps.store.read() as reader:
            return await reader.people.inboxes()

    try:
        listener = listening(at, inboxes, deps.channels, deps.store.intake, deps.clock)
        await listener.__aenter__()
    except OSError as failure:
        raise CannotRun(f"cannot take mail on {settings.lmtp_listen}: {failure}") from failure
    try:
        yield
    finally:
        await listener.__aexit__(None, None, None)


def _relief(settings: Settings, deps: Deps) -> Relief | None:
    """Return the second process that may be called; it goes by the machine's own clock."""
    bus, is_real = deps.bus, isinstance(deps.clock, SystemClock)
    is_wanted = settings.work and settings.assist_from > 0 and (os.cpu_count() or 1) > 1
    if not (is_wanted and is_real and isinstance(bus, InProcessBus)):
        return None
    environ = {
        "CLEW_DATA": str(settings.data),
        "CLEW_DATABASE": settings.database_url,
        "CLEW_LOG_LEVEL": settings.log_level,
    }
    command = (sys.executable, "-m", "clew", "assist")
    relief = Relief(command, environ, bus.hear, many=settings.assist_from)
    bus.echo = relief.tell
    return relief


async def assist_server(settings: Settings, fd: int) -> None:
    """Be the second process of a server, at the other end of its socket `fd`.

    Raises:
        CannotRun: The database or the key cannot be used.
    """
    configure_logs(settings.log_level)
    run_quickly()
    reader, writer = await asyncio.open_connection(sock=socket.socket(fileno=fd))
    async with opened(settings) as deps:
        if isinstance(deps.bus, InProcessBus):
            deps.bus.echo = telling(writer)
        await assist(deps, reader, writer)
    writer.close()


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
    run_quickly()
    listener = listen(settings)
    with alone(settings):
        async with (
            opened(settings, clock) as deps,
            running(settings, deps, is_simulated=is_simulated, mounts=mounts) as root,
        ):
            server = QuietServer(server_config(root, settings))
            stop_when_told(server)
            if on_ready is not None:
                there = replace(settings, port=listener.getsockname()[1])
                asyncio.get_running_loop().call_soon(on_ready, there)
            await server.serve(sockets=[listener])


def describe_api() -> dict[str, Any]:
    """Return the API's description, OpenAPI 3.1."""
    from clew.web.api import describe

    return describe()


def _post(settings: Settings, mailer: SmtpMailer) -> Post:
    """Return how this server itself sends mail, if it does."""
    server = MailServer(
        settings.smtp_host,
        settings.smtp_port,
        Security(settings.smtp_security),
        settings.smtp_user,
        settings.smtp_password,
    )
    return Post(
        mailer=mailer,
        server=server if settings.smtp_host else None,
        sender=settings.smtp_from,
        public_url=settings.public_url,
    )


def _gateways(
    deps: Deps, lobby: Lobby, authenticator: Authenticator
) -> tuple[Gateway, VisitorGateway]:
    """Return the streams of agents and of visitors, which tell each other who is there."""
    visitors = VisitorGateway(
        deps,
        lobby.visits,
        expectations=lobby.expectations,
        presence=lobby.presence,
        fence=lobby.fence,
        doorman=authenticator,
    )
    return Gateway(deps, authenticator, visitors=lobby.presence), visitors


def _web_options(settings: Settings, *, is_simulated: bool) -> WebOptions:
    return WebOptions(
        public_origins=(settings.public_url.rstrip("/"),) if settings.public_url else (),
        is_https=settings.public_url.startswith("https:"),
        is_simulated=is_simulated,
        shows_metrics_to_all=settings.metrics_for_all,
    )

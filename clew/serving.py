"""How the server listens, runs and stops."""

import asyncio
import gc
import signal
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn

from clew.settings import CannotRun, Settings
from clew.web.root import Root

# Who may say for whom they ask. Callers can write into the header what they like, so the address
# that counts is the last one in it that is none of these: what our own proxy added.
PROXIES = "127.0.0.0/8,::1,10.0.0.0/8,172.16.0.0/12,192.168.0.0/16,fc00::/7"


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
            " stop what listens there, or give another --port or --host"
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
        forwarded_allow_ips=PROXIES if settings.trust_proxy else None,
        backlog=2048,
        timeout_keep_alive=75,
        timeout_graceful_shutdown=5,
        ws_max_size=64 * 1024,
        ws_ping_interval=20,
        ws_per_message_deflate=False,
    )


def run_quickly() -> None:
    """Set the interpreter up for a server."""
    # Threads that read the database want the interpreter often and briefly; with the usual 5 ms
    # each of their steps would wait that long for a busy event loop.
    sys.setswitchinterval(0.0005)
    # What is loaded by now stays; looking through it for garbage again and again takes a tenth of
    # the time under load.
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)

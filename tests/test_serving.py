"""An address is taken before anything starts, and that it cannot be is said in a sentence."""

from __future__ import annotations

import socket
from typing import Any

import pytest
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from clew.serving import PROXIES, listen
from clew.settings import CannotRun, Settings


def test_an_address_that_is_taken_is_said_before_anything_starts() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]

        with pytest.raises(CannotRun, match=f"cannot listen on 127.0.0.1:{port}"):
            listen(Settings(port=port))


@pytest.mark.parametrize(
    ("peer", "forwarded", "caller"),
    [
        ("127.0.0.1", "203.0.113.7", "203.0.113.7"),
        ("10.1.2.3", "198.51.100.1, 203.0.113.7, 192.168.0.9", "203.0.113.7"),
        ("203.0.113.50", "198.51.100.1", "203.0.113.50"),
    ],
)
async def test_what_a_caller_writes_into_the_header_does_not_count(
    peer: str, forwarded: str, caller: str
) -> None:
    seen: list[str] = []

    async def asked(scope: Any, receive: Any, send: Any) -> None:
        seen.append(scope["client"][0])

    app: Any = ProxyHeadersMiddleware(asked, trusted_hosts=PROXIES)
    await app(
        {
            "type": "http",
            "scheme": "http",
            "client": (peer, 1),
            "headers": [(b"x-forwarded-for", forwarded.encode())],
        },
        None,
        None,
    )

    assert seen == [caller]

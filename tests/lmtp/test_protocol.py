import asyncio
import contextlib

from clew.lmtp.protocol import Protocol
from tests.lmtp.taking import Peer


class Never:
    """Takes nothing."""


async def connected(max_bytes: int, ended: asyncio.Event) -> tuple[asyncio.Server, Peer]:
    def made() -> Protocol:
        return Protocol(Never(), "mx.example", max_bytes, ended.set)

    server = await asyncio.get_running_loop().create_server(made, "127.0.0.1", 0)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    peer = Peer(reader, writer)
    assert await peer.hear() == "220 mx.example Clew"
    return server, peer


async def test_a_size_that_is_announced_too_large_is_refused_before_the_mail() -> None:
    server, peer = await connected(1_000, asyncio.Event())
    await peer.say("EHLO x")

    assert (await peer.say("MAIL FROM:<a@x.org> SIZE=1001")).startswith("552")
    peer.writer.close()
    server.close()


async def test_who_sends_without_end_is_cut_off() -> None:
    """Also within one line, which would be kept until it ends."""
    ended = asyncio.Event()
    server, peer = await connected(1_000, ended)
    await peer.say("EHLO x")
    await peer.say("MAIL FROM:<a@x.org>")
    await peer.say("RCPT TO:<b@x.org>")
    await peer.say("DATA")

    with contextlib.suppress(ConnectionError):
        for _ in range(100):
            peer.writer.write(b"x" * 100_000)
            await peer.writer.drain()
        assert await peer.reader.read() == b""

    peer.writer.close()
    assert await asyncio.wait_for(ended.wait(), 10)
    server.close()

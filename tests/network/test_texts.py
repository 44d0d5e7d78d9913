"""Texts of names come from name servers that may lie silent; nobody waits long for them."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import dns.flags
import dns.message
import dns.rcode
import dns.rrset
import pytest
import pytest_asyncio

from clew.network import texts as module
from clew.network.circuits import FAILURES
from clew.network.texts import LONGEST_TEXT, TextNames
from clew.ports.names import NamesAreAway
from tests.builders import MONDAY_NINE
from tests.clocks import StoppedClock

ZONE = {
    "key.example.": (300, ['"v=DKIM1; " "p=abc"']),
    "long.example.": (300, [" ".join(['"' + "x" * 250 + '"'] * (LONGEST_TEXT // 250 + 1))]),
}


class NameServer(asyncio.DatagramProtocol):
    """Answers from `ZONE`, or not at all."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.is_silent = False

    def connection_made(self, transport: Any) -> None:
        self.transport = transport

    def datagram_received(self, data: bytes, addr: Any) -> None:
        question = dns.message.from_wire(data)
        name = question.question[0].name.to_text()
        self.asked.append(name)
        if self.is_silent:
            return
        answer = dns.message.make_response(question)
        answer.flags |= dns.flags.RA
        if name in ZONE:
            ttl, texts = ZONE[name]
            answer.answer.append(dns.rrset.from_text(name, ttl, "IN", "TXT", *texts))
        else:
            answer.set_rcode(dns.rcode.NXDOMAIN)
        self.transport.sendto(answer.to_wire(), addr)


@pytest_asyncio.fixture
async def server() -> AsyncIterator[NameServer]:
    loop = asyncio.get_running_loop()
    transport, made = await loop.create_datagram_endpoint(NameServer, ("127.0.0.1", 0))
    yield made
    transport.close()


def names_of(server: NameServer, clock: StoppedClock) -> TextNames:
    return TextNames(clock, ["127.0.0.1"], server.transport.get_extra_info("sockname")[1])


async def test_a_text_is_whole_and_kept_as_long_as_its_owner_says(server: NameServer) -> None:
    clock = StoppedClock(MONDAY_NINE)
    names = names_of(server, clock)

    found = [await names.texts("key.example") for _ in range(2)]
    clock.advance(timedelta(seconds=301))
    await names.texts("key.example")

    assert found == [(b"v=DKIM1; p=abc",)] * 2
    assert server.asked == ["key.example."] * 2


@pytest.mark.parametrize("name", ["nobody.example", "long.example", "a..b", "x" * 70 + ".example"])
async def test_a_name_without_a_text_that_can_be_used_has_none(
    server: NameServer, name: str
) -> None:
    assert await names_of(server, StoppedClock(MONDAY_NINE)).texts(name) == ()


async def test_a_silent_name_server_is_left_alone_after_a_while(
    server: NameServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "ANSWER_SECONDS", 0.01)
    clock = StoppedClock(MONDAY_NINE)
    names = names_of(server, clock)
    server.is_silent = True
    for number in range(FAILURES + 5):
        with pytest.raises(NamesAreAway):
            await names.texts(f"n{number}.example")
    asked = len(server.asked)

    server.is_silent = False
    clock.advance(timedelta(minutes=10))

    assert asked <= FAILURES
    assert await names.texts("key.example") == (b"v=DKIM1; p=abc",)

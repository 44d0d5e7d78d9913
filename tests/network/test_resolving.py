from __future__ import annotations

import asyncio
import socket
from typing import Any

import pytest

from clew.network.addresses import PrivateHosts
from clew.network.resolving import CheckedResolver
from clew.ports.http import AddressIsForbidden

Answers = list[str]


@pytest.fixture
async def answers(monkeypatch: pytest.MonkeyPatch) -> Answers:
    """The addresses that every name has."""
    found: Answers = []

    async def getaddrinfo(host: str, port: int, **_: object) -> list[Any]:
        return [
            (socket.AF_INET6 if ":" in one else socket.AF_INET, 1, 6, "", (one, port))
            for one in found
        ]

    monkeypatch.setattr(asyncio.get_running_loop(), "getaddrinfo", getaddrinfo)
    return found


async def resolve(*listed: str) -> list[str]:
    resolver = CheckedResolver(PrivateHosts.of(listed))
    return [one["host"] for one in await resolver.resolve("graph.example", 443)]


async def test_public_addresses_are_what_is_connected_to(answers: Answers) -> None:
    answers += ["8.8.8.8", "2600::1"]

    assert await resolve() == ["8.8.8.8", "2600::1"]


@pytest.mark.parametrize("private", ["127.0.0.1", "169.254.169.254", "::1", "fe80::1%eth0"])
async def test_a_name_that_leads_inside_is_refused(answers: Answers, private: str) -> None:
    """One public address among them does not help: the next connection may take another."""
    answers += ["8.8.8.8", private]

    with pytest.raises(AddressIsForbidden, match=r"graph\.example"):
        await resolve()


async def test_a_listed_name_may_lead_inside(answers: Answers) -> None:
    answers += ["10.0.0.1"]

    assert await resolve("graph.example:443") == ["10.0.0.1"]
    with pytest.raises(AddressIsForbidden):
        await resolve("graph.example:80")


async def test_a_name_without_addresses_is_an_error(answers: Answers) -> None:
    with pytest.raises(OSError, match="no address"):
        await resolve()

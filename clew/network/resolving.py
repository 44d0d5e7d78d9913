"""Names into addresses, checked: what is returned here is what is connected to, and nothing else.

Between a check and a later look-up of the same name an attacker's name server could change its
answer. So there is no later look-up: the connection is made to the addresses of this answer.
"""

import asyncio
import socket
from ipaddress import ip_address

from aiohttp.abc import AbstractResolver, ResolveResult

from clew.domain.reasons import Reason
from clew.network.addresses import PrivateHosts, check_address
from clew.ports.http import AddressIsForbidden


class CheckedResolver(AbstractResolver):
    """Looks names up and refuses every answer with a private address in it."""

    def __init__(self, private: PrivateHosts) -> None:
        self._private = private

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        """Return the addresses of a host.

        Raises:
            OSError: The name is not known.
            AddressIsForbidden: One of them is private, and the host is not listed.
        """
        loop = asyncio.get_running_loop()
        found = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM, family=family)
        results = [
            ResolveResult(
                hostname=host,
                host=str(place[0]),
                port=port,
                family=kind,
                proto=protocol,
                flags=socket.AI_NUMERICHOST | socket.AI_NUMERICSERV,
            )
            for kind, _, protocol, _, place in found
        ]
        for result in results:
            self._check(result, host, port)
        if not results:
            raise OSError(None, f"no address for {host}")
        return results

    async def close(self) -> None:
        """Let go of nothing: look-ups hold nothing."""

    def _check(self, result: ResolveResult, host: str, port: int) -> None:
        try:
            address = ip_address(result["host"].partition("%")[0])
        except ValueError:
            raise AddressIsForbidden(Reason.HOST_UNREADABLE.said(host=host)) from None
        check_address(address, host, port, self._private)

"""Texts of domain names, asked of the machine's name servers, within limits.

One question takes a few seconds at most; name servers that do not answer are left alone for a
while; an answer is kept for as long as its owner says, within bounds.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

import dns.asyncresolver
import dns.exception
import dns.resolver

from clew.network.circuits import CircuitIsOpen, Circuits
from clew.ports.clock import Clock
from clew.ports.names import NamesAreAway

ANSWER_SECONDS = 3.0
SHORTEST = timedelta(minutes=1)
LONGEST = timedelta(hours=1)
MOST_KEPT = 10_000
# Of one answer; a key of 8,192 bits takes 1,400 bytes.
MOST_TEXTS = 10
LONGEST_TEXT = 1_500
_CIRCUIT = "name servers"


class TextNames:
    """Asks name servers: those of the machine, or the ones given."""

    def __init__(self, clock: Clock, servers: Sequence[str] = (), port: int = 53) -> None:
        self._clock = clock
        self._circuits = Circuits(clock)
        self._servers = list(servers)
        self._port = port
        self._resolver: dns.asyncresolver.Resolver | None = None
        self._kept: dict[str, tuple[datetime, tuple[bytes, ...]]] = {}

    async def texts(self, name: str) -> tuple[bytes, ...]:
        """Return the texts of a name, each in one piece; none if there is no such name.

        Raises:
            NamesAreAway: The answer is not known.
        """
        now = self._clock.now()
        until, texts = self._kept.get(name, (now, ()))
        if now < until:
            return texts
        try:
            self._circuits.enter(_CIRCUIT)
        except CircuitIsOpen as is_open:
            raise NamesAreAway(str(is_open)) from is_open
        is_well: bool | None = None
        try:
            texts, lasts = await self._ask(name)
            is_well = True
        except NamesAreAway:
            is_well = False
            raise
        finally:
            self._circuits.leave(_CIRCUIT, is_well=is_well)
        self._keep(name, texts, now + min(max(lasts, SHORTEST), LONGEST))
        return texts

    async def _ask(self, name: str) -> tuple[tuple[bytes, ...], timedelta]:
        try:
            answer = await self._servers_here().resolve(name, "TXT", lifetime=ANSWER_SECONDS)
        except (dns.resolver.NXDOMAIN, dns.resolver.NoAnswer, dns.resolver.YXDOMAIN):
            return (), SHORTEST
        except (dns.resolver.NoNameservers, dns.exception.Timeout, OSError) as failure:
            raise NamesAreAway(f"{name}: {type(failure).__name__}") from failure
        except (dns.exception.DNSException, UnicodeError):  # no name at all
            return (), SHORTEST
        texts = (b"".join(record.strings) for record in list(answer)[:MOST_TEXTS])
        lasts = timedelta(seconds=answer.rrset.ttl if answer.rrset is not None else 0)
        return tuple(text for text in texts if len(text) <= LONGEST_TEXT), lasts

    def _servers_here(self) -> dns.asyncresolver.Resolver:
        if self._resolver is None:
            try:
                resolver = dns.asyncresolver.Resolver(configure=not self._servers)
            except dns.resolver.NoResolverConfiguration as problem:
                raise NamesAreAway("this machine names no name server") from problem
            if self._servers:
                resolver.nameservers = self._servers
                resolver.port = self._port
            self._resolver = resolver
        return self._resolver

    def _keep(self, name: str, texts: tuple[bytes, ...], until: datetime) -> None:
        if len(self._kept) >= MOST_KEPT:
            self._kept.pop(next(iter(self._kept)))
        self._kept[name] = (until, texts)

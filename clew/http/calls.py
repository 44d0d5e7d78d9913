"""The one way out: every request to a provider is made here.

Addresses are checked and pinned, redirects not followed, answers bounded, circuits broken, and each
call is one line in the log: without query, headers or body, where secrets are.
"""

import asyncio
import time
from collections.abc import Iterable
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

import aiohttp
import structlog
from yarl import URL

from clew import __version__
from clew.domain.reasons import Reason
from clew.http.bodies import answer_of, body_of, headers_of, read_body
from clew.network.addresses import PrivateHosts, checked_url
from clew.network.circuits import Circuits
from clew.network.resolving import CheckedResolver
from clew.ports.blobs import Blobs, TooLarge
from clew.ports.channel import HttpRequest, HttpResponse, SavedFile
from clew.ports.clock import Clock
from clew.ports.http import (
    AddressIsForbidden,
    AnswerIsTooLong,
    CallFailed,
    FileIsMissing,
    NoAnswer,
    NotSent,
)

logger = structlog.get_logger(__name__)

USER_AGENT = f"Clew/{__version__}"
CONNECT_SECONDS = 10.0
CONNECTIONS = 200
CONNECTIONS_PER_HOST = 32
# Shorter than providers keep idle connections: a request on one that is just being closed by
# the other side might have been carried out or not.
KEEP_ALIVE_SECONDS = 10.0
# Failures that tell nothing of how the other side is.
OUR_FAULTS = (AddressIsForbidden, FileIsMissing, AnswerIsTooLong)
# Answers that say the provider itself is unwell.
UNWELL = frozenset({500, 502, 503, 504})


@dataclass(slots=True)
class _Trace:
    """What has happened to a request so far."""

    has_left: bool = False


class HttpCalls:
    """Makes requests until it is closed. Use within one event loop."""

    def __init__(
        self, *, blobs: Blobs, clock: Clock, allow_private_hosts: Iterable[str] = ()
    ) -> None:
        self._blobs = blobs
        self._private = PrivateHosts.of(allow_private_hosts)
        self._circuits = Circuits(clock)
        self._session: aiohttp.ClientSession | None = None

    async def call(self, request: HttpRequest, *, circuit: str = "") -> HttpResponse:
        """Make a request and return its answer, whatever its status.

        Raises:
            NotSent: It surely had no effect.
            NoAnswer: It may have had one.
            AnswerIsTooLong: It was answered at too great length.
            NoRoom: The answer could not be stored.
        """
        began = time.perf_counter()
        try:
            url = checked_url(request.url, self._private)
            response = await self._within_circuit(circuit or f"{url.host}:{url.port}", request, url)
        except CallFailed as failure:
            _log(request, began, type(failure).__name__, str(failure))
            raise
        _log(request, began, str(response.status))
        return response

    async def close(self) -> None:
        """End all connections."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def _within_circuit(self, name: str, request: HttpRequest, url: URL) -> HttpResponse:
        self._circuits.enter(name)
        is_well: bool | None = None
        try:
            response = await self._call(request, url)
            is_well = response.status not in UNWELL
        except CallFailed as failure:
            is_well = None if isinstance(failure, OUR_FAULTS) else False
            raise
        finally:
            self._circuits.leave(name, is_well=is_well)
        return response

    async def _call(self, request: HttpRequest, url: URL) -> HttpResponse:
        body = await body_of(request, self._blobs)
        headers = {"User-Agent": USER_AGENT, "Accept-Encoding": "identity", **request.headers}
        if body is not None:
            headers |= {"Content-Type": body.content_type, "Content-Length": str(body.byte_count)}
        trace = _Trace()
        try:
            async with self._connected().request(
                request.method,
                url,
                headers=headers,
                data=body.chunks if body is not None else None,
                timeout=aiohttp.ClientTimeout(
                    total=request.timeout.total_seconds(), sock_connect=CONNECT_SECONDS
                ),
                allow_redirects=False,
                trace_request_ctx=trace,
            ) as response:
                return await self._read(request, response)
        except AddressIsForbidden:
            raise
        except (aiohttp.ClientError, TimeoutError, OSError, ValueError) as failure:
            kind = NoAnswer if trace.has_left else NotSent
            raise kind(_reason(failure, url)) from failure

    async def _read(self, request: HttpRequest, response: aiohttp.ClientResponse) -> HttpResponse:
        headers = headers_of(response)
        if not (request.to_file and 200 <= response.status < 300):
            body = await read_body(response, request.max_bytes)
            return HttpResponse(response.status, headers, body)
        try:
            stored = await self._blobs.save(
                answer_of(response, request.max_bytes), request.max_bytes
            )
        except TooLarge:
            raise AnswerIsTooLong(response.status, headers, request.max_bytes) from None
        saved = SavedFile(stored.blob, stored.byte_count, stored.sha256)
        return HttpResponse(response.status, headers, saved=saved)

    def _connected(self) -> aiohttp.ClientSession:
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(
                    resolver=CheckedResolver(self._private),
                    use_dns_cache=False,
                    limit=CONNECTIONS,
                    limit_per_host=CONNECTIONS_PER_HOST,
                    keepalive_timeout=KEEP_ALIVE_SECONDS,
                ),
                cookie_jar=aiohttp.DummyCookieJar(),
                trace_configs=[_tracing()],
                trust_env=False,
            )
        return self._session


def _tracing() -> aiohttp.TraceConfig:
    """Return what notes that a request is about to leave: from then on its fate is unknown."""
    config = aiohttp.TraceConfig()

    async def leaves(_: aiohttp.ClientSession, context: SimpleNamespace, __: Any) -> None:
        context.trace_request_ctx.has_left = True

    config.on_request_headers_sent.append(leaves)
    return config


def _reason(failure: Exception, url: URL) -> str:
    """Return why a call failed, in words of ours: those of the library may quote the query."""
    host = url.host or ""
    match failure:
        case aiohttp.ClientConnectorCertificateError() | aiohttp.ClientSSLError():
            return Reason.NO_PROOF.said(host=host)
        case aiohttp.ClientConnectorDNSError():
            return Reason.NAME_IS_UNKNOWN.said(host=host)
        case aiohttp.ConnectionTimeoutError():
            return Reason.NOT_REACHED_IN_TIME.said(host=host)
        case asyncio.TimeoutError():
            return Reason.NO_ANSWER_IN_TIME.said(host=host)
        case aiohttp.ClientConnectorError():
            return Reason.NOT_REACHED.said(host=host)
        case aiohttp.ClientPayloadError() | aiohttp.ClientResponseError():
            return Reason.ANSWER_BROKE_OFF.said(host=host)
        case _:
            return Reason.CONNECTION_BROKE.said(host=host)


def _log(request: HttpRequest, began: float, answer: str, reason: str = "") -> None:
    address = request.url.partition("?")[0].partition("#")[0]
    if "@" in address:
        address = "[holds a password]"
    logger.info(
        "called",
        method=request.method,
        address=address,
        answer=answer,
        milliseconds=round((time.perf_counter() - began) * 1000),
        **({"reason": reason} if reason else {}),
    )

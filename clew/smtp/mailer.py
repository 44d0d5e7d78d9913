"""The one way out for mail: every mail to a server is handed over here.

Servers are checked as for HTTP, circuits broken per server, and each mail is one line in the log:
without addresses, subject or content.
"""

import time
from collections.abc import Iterable

import structlog

from clew.domain.reasons import Reason
from clew.network.addresses import PrivateHosts
from clew.network.circuits import Circuits
from clew.network.oauth import AccessTokens, GrantIsRefused
from clew.ports.blobs import Blobs
from clew.ports.channel import MailAnswer, MailRequest, MailResponse, MailServer, MailStage
from clew.ports.clock import Clock
from clew.ports.http import AddressIsForbidden, CallFailed, FileIsMissing, Http, NotSent
from clew.smtp.connecting import Connection, LoginRefused, connect
from clew.smtp.pool import Pool
from clew.smtp.submitting import submit

logger = structlog.get_logger(__name__)

# Failures that tell nothing of how the other side is.
OUR_FAULTS = (AddressIsForbidden, FileIsMissing)
# "Service not available, closing transmission channel" (RFC 5321 section 3.8).
UNWELL = 421


class SmtpMailer:
    """Submits mails until it is closed. Use within one event loop."""

    def __init__(
        self, *, blobs: Blobs, clock: Clock, http: Http, allow_private_hosts: Iterable[str] = ()
    ) -> None:
        self._blobs = blobs
        self._private = PrivateHosts.of(allow_private_hosts)
        self._circuits = Circuits(clock)
        self._tokens = AccessTokens(http, clock)
        self._pool = Pool()

    async def submit(self, request: MailRequest) -> MailResponse:
        """Hand a mail to its server and return what was answered, whatever that was.

        Raises:
            NotSent: It surely was not taken.
            AddressIsForbidden: The server is not one that may be called.
            FileIsMissing: A file of the mail is not here.
            NoAnswer: The whole mail left, and nobody knows whether it was taken.
        """
        began = time.perf_counter()
        try:
            response = await self._within_circuit(request)
        except CallFailed as failure:
            _log(request, began, type(failure).__name__, str(failure))
            raise
        _log(request, began, f"{response.stage} {response.answer.code}")
        return response

    async def close(self) -> None:
        """End all connections."""
        await self._pool.close()

    async def _within_circuit(self, request: MailRequest) -> MailResponse:
        name = f"{request.server.host}:{request.server.port}"
        self._circuits.enter(name)
        is_well: bool | None = None
        try:
            response = await self._submit(request)
            is_well = response.answer.code != UNWELL
        except CallFailed as failure:
            is_well = None if isinstance(failure, OUR_FAULTS) else False
            raise
        finally:
            self._circuits.leave(name, is_well=is_well)
        return response

    async def _submit(self, request: MailRequest) -> MailResponse:
        server = request.server
        async with self._pool.room(server):
            used = self._pool.take(server) if request.recipients else None
            if used is not None:
                try:
                    return await self._over(used, request)
                except FileIsMissing:
                    raise
                except NotSent:
                    used.close()  # it may have ended long ago; a new one tells more
            try:
                fresh = await self._connect(server, request.sender)
            except LoginRefused as refused:
                return refused.response
            if not request.recipients:
                self._pool.give_back(server, fresh)
                return MailResponse(
                    MailStage.LOGIN, MailAnswer(235, "logged in"), server=fresh.greeting
                )
            return await self._over(fresh, request)

    async def _connect(self, server: MailServer, sender: str) -> Connection:
        async def token(is_fresh: bool) -> str:  # noqa: FBT001 - its shape is `connecting.Token`
            if server.grant is None:
                raise NotSent(Reason.NO_GRANT.said())
            try:
                return await self._tokens.token(server.grant, is_fresh=is_fresh)
            except GrantIsRefused as refused:
                raise LoginRefused(MailStage.LOGIN, 535, str(refused)) from refused

        our_name = sender.rpartition("@")[2] or server.host
        return await connect(server, our_name, self._private, token)

    async def _over(self, connection: Connection, request: MailRequest) -> MailResponse:
        try:
            response = await submit(request, connection, self._blobs)
        except BaseException:
            connection.close()
            raise
        self._pool.give_back(request.server, connection)
        return response


def _log(request: MailRequest, began: float, answer: str, reason: str = "") -> None:
    logger.info(
        "submitted a mail" if request.recipients else "tried a mail server",
        server=f"{request.server.host}:{request.server.port}",
        recipients=len(request.recipients),
        bytes=request.byte_count,
        answer=answer,
        milliseconds=round((time.perf_counter() - began) * 1000),
        **({"reason": reason} if reason else {}),
    )

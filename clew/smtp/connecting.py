"""A connection to a mail server: checked, encrypted, verified, and logged in.

The address that is connected to is the one that was checked, as for HTTP. Encryption that was asked
for is never given up for a server that does not offer it.

Source:
    RFC 5321, RFC 3207 (STARTTLS), RFC 8314 (submission over TLS), RFC 4954 (AUTH).
"""

import asyncio
import socket
import ssl
from asyncio import StreamWriter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import cast

import aiosmtplib
from aiosmtplib import SMTP

from clew.domain.reasons import Reason
from clew.network.addresses import PrivateHosts, as_address, check_address, is_odd_address
from clew.network.resolving import CheckedResolver
from clew.ports.channel import MailAnswer, MailResponse, MailServer, MailStage, Security
from clew.ports.http import AddressIsForbidden, CallFailed, NotSent

CONNECT_SECONDS = 15.0
COMMAND_SECONDS = 60.0

Token = Callable[[bool], Awaitable[str]]


class LoginRefused(Exception):
    """The server answers, and does not take us.

    Attributes:
        response: What it said.
    """

    def __init__(self, stage: MailStage, code: int, text: str) -> None:
        super().__init__(text)
        self.response = MailResponse(stage, MailAnswer(code, text))


@dataclass(slots=True)
class Connection:
    """A way to a server, open and logged in.

    Attributes:
        stream: For writing a mail no faster than the server takes it.
        mails: How many went over it.
    """

    client: SMTP
    stream: StreamWriter
    mails: int = 0
    idle_since: float = field(default=0.0)

    @property
    def is_open(self) -> bool:
        """Say whether it can be used, as far as we know."""
        return self.client.is_connected

    @property
    def greeting(self) -> str:
        """Return what the server calls itself and can do."""
        extensions = ", ".join(sorted(self.client.esmtp_extensions))
        return f"{self.client.hostname}: {extensions}"

    def close(self) -> None:
        """Hang up."""
        self.stream.close()
        self.client.close()


async def connect(
    server: MailServer, our_name: str, private: PrivateHosts, token: Token
) -> Connection:
    """Return a new connection to a server.

    Args:
        server: Where to, and as whom.
        our_name: What we call ourselves.
        private: Hosts that may have private addresses and be spoken to without encryption.
        token: Returns an access token, a fresh one if asked.

    Raises:
        AddressIsForbidden: The server is not one that may be called.
        NotSent: It cannot be reached, or not safely.
        LoginRefused: It does not take us.
    """
    try:
        client = await _connected(server, our_name, private)
    except (aiosmtplib.SMTPException, OSError) as failure:
        raise _as_failure(failure, server) from failure
    try:
        await _log_in(client, server, token)
        transport, protocol = client.transport, client.protocol
        if transport is None or protocol is None:
            raise NotSent(Reason.CONNECTION_BROKE.said(host=server.host))
        # Not every loop's transports are of asyncio's classes; all of them write.
        writing = cast(asyncio.WriteTransport, transport)
        stream = StreamWriter(writing, protocol, None, asyncio.get_running_loop())
        return Connection(client, stream)
    except (aiosmtplib.SMTPException, OSError) as failure:
        client.close()
        raise _as_failure(failure, server) from failure
    except BaseException:
        client.close()
        raise


async def _connected(server: MailServer, our_name: str, private: PrivateHosts) -> SMTP:
    if server.security is Security.NONE and not private.allow(server.host, server.port):
        raise AddressIsForbidden(Reason.ENCRYPTED_ONLY.said(host=server.host))
    client = SMTP(
        hostname=server.host,
        sock=await _socket(server, private),
        local_hostname=our_name or "localhost",
        use_tls=server.security is Security.TLS,
        start_tls=False,
        tls_context=None if server.security is Security.NONE else ssl.create_default_context(),
        timeout=COMMAND_SECONDS,
    )
    try:
        await client.connect(timeout=CONNECT_SECONDS)
        await client.ehlo()
        if server.security is Security.STARTTLS:
            if not client.supports_extension("starttls"):
                raise LoginRefused(MailStage.LOGIN, 530, Reason.NO_ENCRYPTION.said())
            await client.starttls()
            await client.ehlo()
    except BaseException:
        client.close()
        raise
    return client


async def _socket(server: MailServer, private: PrivateHosts) -> socket.socket:
    """Connect to one of the addresses that were checked."""
    if is_odd_address(server.host):
        raise AddressIsForbidden(Reason.ODD_ADDRESS.said())
    literal = as_address(server.host)
    if literal is not None:
        check_address(literal, server.host, server.port, private)
    try:
        found = await CheckedResolver(private).resolve(server.host, server.port)
    except OSError as failure:
        raise NotSent(Reason.NAME_IS_UNKNOWN.said(host=server.host)) from failure
    last: OSError = OSError("no address")
    for place in found:
        one = socket.socket(place["family"], socket.SOCK_STREAM)
        one.settimeout(0)  # the event loop waits, not the socket
        try:
            async with asyncio.timeout(CONNECT_SECONDS):
                await asyncio.get_running_loop().sock_connect(one, (place["host"], server.port))
        except OSError as failure:
            one.close()
            last = failure
        except BaseException:
            one.close()
            raise
        else:
            return one
    raise last


async def _log_in(client: SMTP, server: MailServer, token: Token) -> None:
    if not server.user:
        return
    if server.grant is None:
        try:
            await client.login(server.user.encode(), server.password.encode())
        except aiosmtplib.SMTPResponseException as refused:
            raise LoginRefused(MailStage.LOGIN, refused.code, refused.message) from None
        return
    for is_fresh in (False, True):
        try:
            await client.auth_xoauth2(server.user, await token(is_fresh))
        except aiosmtplib.SMTPResponseException as refused:
            if is_fresh or refused.code < 500:
                raise LoginRefused(MailStage.LOGIN, refused.code, refused.message) from None
        else:
            return


def _as_failure(failure: Exception, server: MailServer) -> CallFailed | LoginRefused:
    """Return why a server cannot be used, in words of ours."""
    host = server.host
    cause: BaseException | None = failure
    while cause is not None:
        if isinstance(cause, ssl.SSLError):
            return NotSent(Reason.NO_PROOF.said(host=host))
        cause = cause.__cause__
    match failure:
        case aiosmtplib.SMTPResponseException():
            return LoginRefused(MailStage.GREETING, failure.code, failure.message)
        case TimeoutError():
            return NotSent(Reason.NO_ANSWER_IN_TIME.said(host=host))
        case aiosmtplib.SMTPServerDisconnected():
            return NotSent(Reason.HUNG_UP.said(host=host))
        case OSError():
            return NotSent(Reason.NOT_REACHED.said(host=host))
        case _:
            return LoginRefused(MailStage.LOGIN, 530, Reason.NO_LOGIN.said())

"""The library's client, over a connection that we made and under limits of ours.

IMAPClient (BSD licence, kept since 2008) reads answers well. What it leaves open is decided here:
it connects to the address that was checked, it logs nothing, and a server cannot make it hold more
than it was asked for.

Source:
    RFC 3501 and RFC 9051 (IMAP), RFC 2177 (IDLE), RFC 8314 (TLS).
"""

import imaplib
import socket
import ssl
from collections.abc import Sequence

from imapclient import IMAPClient
from imapclient.imapclient import SocketTimeout

from clew.ports.channel import MailServer, Security

CONNECT_SECONDS = 15.0
# A silent connection is dead after so long. In IDLE the server may be silent for longer.
READ_SECONDS = 60.0


class _Connection(imaplib.IMAP4):
    """A conversation over a socket that is there already."""

    def __init__(self, server: MailServer, sock: socket.socket, max_bytes: int) -> None:
        self._made = sock
        self._max_bytes = max_bytes
        super().__init__(server.host, server.port, timeout=READ_SECONDS)

    def _create_socket(self, timeout: float | None = None) -> socket.socket:
        return self._made

    def read(self, size: int) -> bytes:
        """Read a part of an answer whose length the server has told."""
        if size > self._max_bytes:
            raise self.abort(f"an answer of {size} bytes")
        return super().read(size)


class Client(IMAPClient):  # type: ignore[misc]  # the library has no types
    """A client of one server."""

    def __init__(self, server: MailServer, sock: socket.socket, max_bytes: int) -> None:
        self._connection = (server, sock, max_bytes)
        super().__init__(
            server.host,
            server.port,
            ssl=server.security is Security.TLS,
            timeout=SocketTimeout(CONNECT_SECONDS, READ_SECONDS),
        )
        # It would hand every line to a logger, the log-in too.
        self._imap.debug = 0
        self.normalise_times = False

    def forget_arrivals(self) -> None:
        """Begin to listen for arrivals anew: whatever was told so far is being looked at."""
        self._imap.untagged_responses.pop("EXISTS", None)

    def has_arrivals(self) -> bool:
        """Say whether the server has told of mails, beside the answer to something else."""
        return bool(self._imap.untagged_responses.get("EXISTS"))

    def _create_IMAP4(self) -> imaplib.IMAP4:  # noqa: N802 - the library's name
        return _Connection(*self._connection)


def dial(server: MailServer, addresses: Sequence[str], context: ssl.SSLContext) -> socket.socket:
    """Return a connection to the first address that answers, encrypted if it is to be.

    Raises:
        OSError: None does, or the server cannot prove who it is.
    """
    last: OSError = OSError("there is no address")
    for address in addresses:
        try:
            made = socket.create_connection((address, server.port), CONNECT_SECONDS)
        except OSError as failure:
            last = failure
            continue
        if server.security is not Security.TLS:
            return made
        try:
            return context.wrap_socket(made, server_hostname=server.host)
        except OSError:
            made.close()
            raise
    raise last

"""Opening mailboxes: find the server, prove who we are, and open the folder.

Encryption that was asked for is never given up, and without it only hosts that the operator listed
are spoken to.

Source:
    RFC 3501 section 6.2 (STARTTLS, AUTHENTICATE, LOGIN), RFC 7628 and the providers' XOAUTH2.
"""

import asyncio
import ssl
from collections.abc import Iterable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

from imapclient.exceptions import IMAPClientError, LoginError

from clew.domain.reasons import Reason
from clew.imap.client import Client, dial
from clew.imap.mailbox import ImapMailbox, said
from clew.network.addresses import PrivateHosts, as_address, check_address, is_odd_address
from clew.network.oauth import AccessTokens, GrantIsRefused
from clew.network.resolving import CheckedResolver
from clew.ports.channel import MailServer, Security
from clew.ports.http import AddressIsForbidden, CallFailed
from clew.ports.mailboxes import MailboxIsAway, MailboxIsRefused

# No literal of a server may be longer: a mail as large as we take, and a little.
MAX_BYTES = 48 * 1024 * 1024
# Codes of refusals that will pass (RFC 5530 section 3).
PASSING = ("[UNAVAILABLE]", "[INUSE]", "[LIMIT]", "[SERVERBUG]", "TOO MANY")


class ImapMailboxes:
    """Opens mailboxes; each has a thread of its own until it is closed."""

    def __init__(self, tokens: AccessTokens, allow_private_hosts: Iterable[str] = ()) -> None:
        self._tokens = tokens
        self._private = PrivateHosts.of(allow_private_hosts)

    async def open(self, server: MailServer, folder: str) -> ImapMailbox:
        """Log in and open a folder for reading.

        Raises:
            MailboxIsRefused: Server, folder, name or password are not as they must be.
            MailboxIsAway: It cannot be reached just now.
        """
        addresses = await self._addresses(server)
        token = await self._token(server, is_fresh=False)
        thread = ThreadPoolExecutor(1, f"imap {server.host}")
        try:
            try:
                client, selected = await _in(thread, server, addresses, token, folder)
            except LoginError:
                if not token:
                    raise
                token = await self._token(server, is_fresh=True)
                client, selected = await _in(thread, server, addresses, token, folder)
            return ImapMailbox(client, thread, selected, server.host)
        except LoginError as failure:
            thread.shutdown(wait=False)
            if any(code in str(failure).upper() for code in PASSING):
                raise MailboxIsAway(_without_secrets(failure, server, token)) from None
            raise MailboxIsRefused(_without_secrets(failure, server, token)) from None
        except (IMAPClientError, OSError, ValueError) as failure:
            thread.shutdown(wait=False)
            raise MailboxIsAway(said(failure, server.host)) from failure
        except BaseException:
            thread.shutdown(wait=False)
            raise

    async def _addresses(self, server: MailServer) -> list[str]:
        try:
            if server.security is Security.NONE and not self._private.allow(
                server.host, server.port
            ):
                raise AddressIsForbidden(Reason.ENCRYPTED_ONLY.said(host=server.host))
            if is_odd_address(server.host):
                raise AddressIsForbidden(Reason.ODD_ADDRESS.said())
            if (literal := as_address(server.host)) is not None:
                check_address(literal, server.host, server.port, self._private)
            found = await CheckedResolver(self._private).resolve(server.host, server.port)
        except AddressIsForbidden as failure:
            raise MailboxIsRefused(str(failure)) from failure
        except OSError as failure:
            raise MailboxIsAway(Reason.NAME_IS_UNKNOWN.said(host=server.host)) from failure
        return [one["host"] for one in found]

    async def _token(self, server: MailServer, *, is_fresh: bool) -> str:
        if server.grant is None:
            return ""
        try:
            return await self._tokens.token(server.grant, is_fresh=is_fresh)
        except (GrantIsRefused, AddressIsForbidden) as failure:
            raise MailboxIsRefused(str(failure)) from failure
        except CallFailed as failure:
            raise MailboxIsAway(str(failure)) from failure


async def _in(
    thread: ThreadPoolExecutor, server: MailServer, addresses: list[str], token: str, folder: str
) -> tuple[Client, Mapping[bytes, Any]]:
    opening = thread.submit(_log_in, server, addresses, token, folder)
    try:
        return await asyncio.wrap_future(opening)
    except asyncio.CancelledError:
        opening.add_done_callback(_hang_up)
        raise


def _hang_up(opening: Future[tuple[Client, Mapping[bytes, Any]]]) -> None:
    """Close what was opened when nobody waited for it any more."""
    if not opening.cancelled() and opening.exception() is None:
        opening.result()[0].shutdown()


def _log_in(
    server: MailServer, addresses: list[str], token: str, folder: str
) -> tuple[Client, Mapping[bytes, Any]]:
    context = ssl.create_default_context()
    client = Client(server, dial(server, addresses, context), MAX_BYTES)
    try:
        if server.security is Security.STARTTLS:
            if not client.has_capability("STARTTLS"):
                raise LoginError(Reason.NO_ENCRYPTION.said())
            client.starttls(context)
        if token:
            client.oauth2_login(server.user, token)
        else:
            client.login(server.user, server.password)
        return client, client.select_folder(folder, readonly=True)
    except BaseException:
        client.shutdown()
        raise


def _without_secrets(failure: Exception, server: MailServer, token: str) -> str:
    words = " ".join(str(failure).split()).removeprefix("b'").rstrip("'")
    for secret in (server.password, token):
        if secret:
            words = words.replace(secret, "[secret]")
    return Reason.LETS_NOBODY_IN.said(host=server.host, user=server.user, rest=words)[:300]

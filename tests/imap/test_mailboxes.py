"""Opening mailboxes: who may be spoken to, and what it means to be refused."""

from __future__ import annotations

import asyncio
import base64
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace

import pytest

from clew.imap.mailboxes import ImapMailboxes
from clew.network.oauth import AccessTokens
from clew.ports.channel import Grant, HttpResponse, MailServer, Security
from clew.ports.mailboxes import MailboxIsAway, MailboxIsRefused
from tests.clocks import StoppedClock
from tests.fixtures.dovecot import PASSWORD, Account
from tests.fixtures.network import find_free_port
from tests.imap.nobody import Nobody

NOWHERE = MailServer("", 0)
GRANT = Grant("https://id.example/token", "client", "secret", "refresh")


def mailboxes(http: Nobody | None = None, allowed: str = "127.0.0.1") -> ImapMailboxes:
    return ImapMailboxes(AccessTokens(http or Nobody(), StoppedClock()), {allowed})


@dataclass
class Parrot:
    """A server that says what it was told to, by the name of the command."""

    answers: dict[str, list[str]]
    capability: str = ""
    heard: list[str] = field(default_factory=list)
    place: MailServer = NOWHERE
    has_heard: asyncio.Event = field(default_factory=asyncio.Event)
    may_speak: asyncio.Event = field(default_factory=asyncio.Event)
    is_left: asyncio.Event = field(default_factory=asyncio.Event)

    async def talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(f"* OK [CAPABILITY IMAP4rev1 {self.capability}] ready\r\n".encode())
        while line := (await reader.readline()).decode():
            self.heard.append(line)
            self.has_heard.set()
            await self.may_speak.wait()
            tag, _, rest = line.strip().partition(" ")
            for answer in self.answers.get(rest.partition(" ")[0].upper(), ["{tag} OK done"]):
                if answer == "+":
                    writer.write(b"+ \r\n")
                    self.heard.append((await reader.readline()).decode())
                else:
                    writer.write(answer.format(tag=tag).encode() + b"\r\n")
        self.is_left.set()
        writer.close()


@asynccontextmanager
async def speaking(answers: dict[str, list[str]], capability: str = "") -> AsyncIterator[Parrot]:
    parrot = Parrot(answers, capability)
    parrot.may_speak.set()
    port = find_free_port()
    parrot.place = MailServer("127.0.0.1", port, Security.NONE, "ana", "hunter2hunter2")
    made = await asyncio.start_server(parrot.talk, "127.0.0.1", port)
    try:
        yield parrot
    finally:
        made.close()


async def test_a_wrong_password_is_a_refusal_that_does_not_repeat_it(account: Account) -> None:
    with pytest.raises(MailboxIsRefused) as refused:
        await mailboxes().open(replace(account.at, password="wrong-password"), "INBOX")

    assert "Authentication failed" in str(refused.value)
    assert "wrong-password" not in str(refused.value)


async def test_a_server_that_quotes_the_password_is_not_quoted() -> None:
    async with speaking({"LOGIN": ["{tag} NO hunter2hunter2 is wrong"]}) as parrot:
        with pytest.raises(MailboxIsRefused, match=r"\[secret\] is wrong"):
            await mailboxes().open(parrot.place, "INBOX")


async def test_a_refusal_that_will_pass_is_not_one() -> None:
    async with speaking({"LOGIN": ["{tag} NO [UNAVAILABLE] try again"]}) as parrot:
        with pytest.raises(MailboxIsAway):
            await mailboxes().open(parrot.place, "INBOX")


@pytest.mark.parametrize(
    ("host", "security", "why"),
    [
        ("127.0.0.1", Security.NONE, "with encryption only"),
        ("127.0.0.1", Security.TLS, "private address"),
        ("169.254.169.254", Security.TLS, "private address"),
        ("127.1", Security.TLS, "unusual form"),
    ],
)
async def test_private_hosts_are_not_spoken_to(host: str, security: Security, why: str) -> None:
    place = MailServer(host, 993, security, "ana", PASSWORD)

    with pytest.raises(MailboxIsRefused, match=why):
        await mailboxes(allowed="elsewhere.example").open(place, "INBOX")


async def test_a_mailbox_that_is_not_wanted_any_more_is_left_as_soon_as_it_opens() -> None:
    async with speaking({}) as parrot, asyncio.timeout(30):
        parrot.may_speak.clear()
        opening = asyncio.create_task(mailboxes().open(parrot.place, "INBOX"))
        await parrot.has_heard.wait()

        opening.cancel()
        await asyncio.wait({opening})
        parrot.may_speak.set()
        await parrot.is_left.wait()

    assert opening.cancelled()
    assert any("EXAMINE" in line for line in parrot.heard)


async def test_a_server_that_nobody_runs_is_away() -> None:
    place = MailServer("127.0.0.1", find_free_port(), Security.NONE, "ana", PASSWORD)

    with pytest.raises(MailboxIsAway):
        await mailboxes().open(place, "INBOX")


async def test_encryption_that_was_asked_for_is_not_given_up() -> None:
    async with speaking({}) as parrot:
        with pytest.raises(MailboxIsRefused, match="STARTTLS"):
            await mailboxes().open(replace(parrot.place, security=Security.STARTTLS), "INBOX")

    assert not [line for line in parrot.heard if "LOGIN" in line.upper()]


async def test_a_folder_that_is_not_there_is_told_of(account: Account) -> None:
    with pytest.raises(MailboxIsAway, match="NoSuch"):
        await mailboxes().open(account.at, "NoSuch")


async def test_a_token_is_asked_for_and_once_more_when_it_is_refused() -> None:
    http = Nobody(
        HttpResponse(200, body=b'{"access_token": "first-token", "expires_in": 3600}'),
        HttpResponse(200, body=b'{"access_token": "other-token", "expires_in": 3600}'),
    )
    refusal = ["+", "{tag} NO [AUTHENTICATIONFAILED] expired"]
    async with speaking({"AUTHENTICATE": refusal}, "AUTH=XOAUTH2") as parrot:
        with pytest.raises(MailboxIsRefused) as refused:
            await mailboxes(http).open(replace(parrot.place, grant=GRANT), "INBOX")

    offered = [base64.b64decode(line) for line in parrot.heard if " " not in line.strip()]
    assert offered == [
        b"user=ana\1auth=Bearer first-token\1\1",
        b"user=ana\1auth=Bearer other-token\1\1",
    ]
    assert "other-token" not in str(refused.value)


async def test_a_grant_that_was_withdrawn_is_a_refusal() -> None:
    http = Nobody(HttpResponse(400, body=b'{"error": "invalid_grant"}'))
    place = MailServer("127.0.0.1", 1, Security.NONE, "ana", grant=GRANT)

    with pytest.raises(MailboxIsRefused, match="invalid_grant"):
        await mailboxes(http).open(place, "INBOX")

"""A real server, asked as a reader of mailboxes asks."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

import pytest
from imapclient.exceptions import IMAPClientAbortError

from clew.imap.mailbox import ImapMailbox, said
from clew.imap.mailboxes import ImapMailboxes
from clew.network.oauth import AccessTokens
from clew.ports.mailboxes import MailboxIsAway
from tests.clocks import StoppedClock
from tests.fixtures.dovecot import Account
from tests.imap.nobody import Nobody


@asynccontextmanager
async def opened(account: Account) -> AsyncIterator[ImapMailbox]:
    tokens = AccessTokens(Nobody(), StoppedClock())
    mailbox = await ImapMailboxes(tokens, {"127.0.0.1"}).open(account.at, "INBOX")
    try:
        yield mailbox
    finally:
        await mailbox.close()


def mails(count: int) -> list[bytes]:
    return [f"Subject: {number}\r\n\r\nBody {number}\r\n".encode() for number in range(count)]


async def test_mails_are_listed_after_a_number_and_read_without_marking_them(
    account: Account,
) -> None:
    account.arrive(*mails(3))

    async with opened(account) as mailbox:
        waiting = await mailbox.after(1)
        found = await mailbox.read([*(mail.uid for mail in waiting), 99])
        header = await mailbox.read_header(3, 6)
        assert await mailbox.after(3) == []

    assert [mail.uid for mail in waiting] == [2, 3]
    assert {uid: one.raw for uid, one in found.items()} == {2: mails(3)[1], 3: mails(3)[2]}
    assert waiting[0].byte_count == len(mails(3)[1])
    assert header == b"Subjec"
    arrived = found[2].arrived_at
    assert arrived is not None
    assert arrived.utcoffset() == timedelta(0)
    client = account.client()
    client.select("INBOX", readonly=True)
    assert client.search(None, "UNSEEN") == ("OK", [b"1 2 3"])
    client.logout()


async def test_an_empty_mailbox_has_nothing_to_read(account: Account) -> None:
    async with opened(account) as mailbox:
        assert await mailbox.after(0) == []
        assert await mailbox.read_header(1, 10) == b""
        assert mailbox.validity > 0


async def test_a_wait_ends_when_a_mail_arrives(account: Account) -> None:
    async with opened(account) as mailbox:
        waiting = asyncio.create_task(mailbox.wait(30))
        await asyncio.to_thread(account.arrive, *mails(1))
        async with asyncio.timeout(20):
            await waiting

        assert [mail.uid for mail in await mailbox.after(0)] == [1]


async def test_who_was_told_beside_another_answer_does_not_wait(account: Account) -> None:
    """A server tells of a mail once: what it said before the wait, it does not say within it."""
    async with opened(account) as mailbox:
        assert await mailbox.after(0) == []
        await asyncio.to_thread(account.arrive, *mails(1))
        await mailbox.read([7])
        async with asyncio.timeout(20):
            await mailbox.wait(30)

        assert [mail.uid for mail in await mailbox.after(0)] == [1]


async def test_numbers_far_apart_are_found(account: Account) -> None:
    """Years of mail that came and went leave gaps of thousands of numbers."""
    account.pour(mails(9))
    async with opened(account) as mailbox:
        assert len(await mailbox.after(0)) == 9
    account.spread_numbers(50_000_000)

    async with opened(account) as mailbox:
        found = [mail.uid for mail in await mailbox.after(0)]
        last = [mail.uid for mail in await mailbox.after(8 * 50_000_000)]

    # One answer names what one range of numbers holds; the next question goes on after it.
    assert found[0] == 50_000_000
    assert last == [9 * 50_000_000]


async def test_a_connection_that_is_gone_is_told_of(account: Account) -> None:
    async with opened(account) as mailbox:
        mailbox._client.shutdown()

        with pytest.raises(MailboxIsAway):
            await mailbox.after(0)


@pytest.mark.parametrize(
    ("failure", "expected"),
    [
        (TimeoutError(), "mx.example did not answer in time"),
        (ConnectionResetError(), "the connection to mx.example broke"),
        (ConnectionRefusedError(), "mx.example could not be reached"),
        (IMAPClientAbortError("socket error: EOF"), "the connection to mx.example broke"),
        (ValueError(""), "mx.example gave no usable answer"),
        (ValueError("b'BAD   thing'"), "mx.example: BAD thing"),
    ],
)
def test_what_went_wrong_is_said_in_one_line(failure: Exception, expected: str) -> None:
    assert said(failure, "mx.example") == expected

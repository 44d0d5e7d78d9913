"""A mailbox is read through all that breaks: on a server that does as told, and on a real one."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta

from clew.imap.mailboxes import ImapMailboxes
from clew.network.oauth import AccessTokens
from clew.ports.bus import Topic
from clew.ports.channel import MailboxPlace, MailServer
from clew.ports.mailboxes import Mailboxes, MailboxIsAway, MailboxIsRefused
from clew.ports.store.mailboxes import ReadingState
from clew.services.mailboxes import MailboxWatch, give_back, watch
from clew.services.mailboxes.watching import LONGEST_PAUSE, look
from tests.builders import an_id
from tests.clocks import StoppedClock
from tests.fixtures.dovecot import Account, serving
from tests.fixtures.workplace import Shop
from tests.imap.nobody import Nobody
from tests.services.mailboxes.boxes import Box, Opener, taken_in

MAIL = b"Subject: one\r\n\r\nx"


def watching(shop: Shop, mailboxes: Mailboxes, at: MailServer | None = None) -> MailboxWatch:
    return MailboxWatch(
        inbox=shop.inbox,
        place=MailboxPlace(at or MailServer("mx.example", 993)),
        deps=shop.deps,
        mailboxes=mailboxes,
        holder=an_id(99),
        chance=lambda: 1.0,
        poll=timedelta(seconds=20),
    )


class Clinging(Box):
    """Waits for news without end, and breaks when it is told to hang up."""

    async def wait(self, seconds: float) -> None:
        await asyncio.Event().wait()

    async def close(self) -> None:
        raise MailboxIsAway("the connection broke")


def real(shop: Shop, account: Account) -> MailboxWatch:
    tokens = AccessTokens(Nobody(), StoppedClock())
    return watching(shop, ImapMailboxes(tokens, {"127.0.0.1"}), account.at)


async def state(shop: Shop) -> ReadingState | None:
    async with shop.deps.store.read() as reader:
        return (await reader.readings.of_workspace(shop.inbox.workspace_id)).get(shop.inbox.id)


async def known(shop: Shop) -> ReadingState:
    found = await state(shop)
    assert found
    return found


async def pending(shop: Shop, holds: Callable[[int], bool]) -> int:
    """Wait until so many mails were taken in; return how many."""
    async with asyncio.timeout(30), shop.deps.bus.subscribe(Topic.INTAKE) as news:
        while not holds(count := (await shop.deps.store.intake.counts()).pending):
            await news.wait(0.05)
    return count


@asynccontextmanager
async def watched(one: MailboxWatch) -> AsyncIterator[None]:
    task = asyncio.create_task(watch(one))
    try:
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def read_until(shop: Shop, one: MailboxWatch, holds: Callable[[int], bool]) -> int:
    """Watch until so many mails were taken in; return how many."""
    async with watched(one):
        return await pending(shop, holds)


async def read_to(shop: Shop, one: MailboxWatch, uid: int) -> None:
    """Watch until the mail of a number counts as read."""
    async with watched(one), asyncio.timeout(30), shop.deps.bus.subscribe(Topic.INTAKE) as news:
        while (found := await state(shop)) is None or found.uid < uid:
            await news.wait(0.05)


async def test_a_server_that_is_away_is_asked_again_after_growing_pauses(shop: Shop) -> None:
    one = watching(shop, Opener(MailboxIsAway("mx.example: gone")))

    pauses = [(await look(one)).total_seconds() for _ in range(12)]

    assert pauses[:4] == [2, 4, 8, 16]
    assert pauses[-1] == LONGEST_PAUSE.total_seconds()
    assert (await known(shop)).reason == ""
    shop.clock.advance(timedelta(minutes=6))
    await look(one)
    assert (await known(shop)).reason == "mx.example: gone"


async def test_a_refusal_is_known_at_once_and_forgotten_when_it_ends(shop: Shop) -> None:
    one = watching(shop, Opener(MailboxIsRefused("wrong password"), Box({1: MAIL})))

    await look(one)
    assert (await known(shop)).reason == "wrong password"

    await look(one)
    after = await known(shop)
    assert (after.reason, after.read_at) == ("", shop.clock.now())
    assert [event.body for event in await taken_in(shop)] == [MAIL]


async def test_a_mailbox_that_somebody_else_reads_is_left_alone(shop: Shop) -> None:
    opener = Opener(Box({1: MAIL}))
    first, second = watching(shop, opener), watching(shop, opener)
    second.holder = an_id(98)
    await look(first)

    await look(second)
    assert len(opener.opened) == 1

    await give_back(first)
    await look(second)
    assert len(opener.opened) == 2


async def test_a_fault_of_ours_is_no_end(shop: Shop) -> None:
    one = watching(shop, Opener(ZeroDivisionError(), Box({1: MAIL})))

    await look(one)
    await look(one)

    assert len(await taken_in(shop)) == 1


async def test_a_watch_ends_also_when_hanging_up_breaks(shop: Shop) -> None:
    task = asyncio.create_task(watch(watching(shop, Opener(Clinging({1: MAIL})))))
    await pending(shop, lambda count: count == 1)

    task.cancel()
    await asyncio.wait({task}, timeout=30)
    assert task.done()


async def test_a_mail_is_here_moments_after_it_arrived(shop: Shop, account: Account) -> None:
    """The server's hint (IDLE) brings it: nobody looks by themselves within the hour."""
    one = replace(real(shop, account), poll=timedelta(hours=1))
    async with watched(one):
        await asyncio.to_thread(account.arrive, MAIL)
        await pending(shop, lambda count: count == 1)
        await asyncio.to_thread(account.arrive, MAIL)
        await pending(shop, lambda count: count == 2)

    assert (await taken_in(shop))[0].body == MAIL


async def test_five_thousand_mails_that_waited_survive_a_restart_in_the_middle(
    shop: Shop, account: Account
) -> None:
    account.pour(b"Message-ID: <%d@x>\r\n\r\nBody\r\n" % number for number in range(5_000))

    half = await read_until(shop, real(shop, account), lambda count: count >= 1_000)
    assert half < 5_000
    await read_until(shop, real(shop, account), lambda count: count >= 5_000)

    await read_to(shop, real(shop, account), 5_000)
    names = {event.body.split(b"\r\n", 1)[0] for event in await taken_in(shop)}
    assert names == {b"Message-ID: <%d@x>" % number for number in range(5_000)}


async def test_a_mailbox_restored_under_new_numbers_loses_nothing(
    shop: Shop, account: Account
) -> None:
    account.arrive(b"Subject: a\r\n\r\n1", b"Subject: b\r\n\r\n2")
    await read_to(shop, real(shop, account), 2)
    before = (await known(shop)).validity

    account.number_anew()
    account.pour([b"Subject: c\r\n\r\n3"])
    await read_until(shop, real(shop, account), lambda count: count >= 5)
    # What was read is kept a moment after the mails are.
    await read_to(shop, real(shop, account), 3)

    assert (await known(shop)).validity != before
    assert {event.body for event in await taken_in(shop)} == {
        b"Subject: a\r\n\r\n1",
        b"Subject: b\r\n\r\n2",
        b"Subject: c\r\n\r\n3",
    }


async def test_mail_that_came_while_the_server_was_away_is_read_when_it_is_back(
    shop: Shop, account: Account
) -> None:
    folder = account.server.folder
    place = folder.parent / f"{folder.name}-second"
    place.mkdir(mode=0o755)
    with serving(place) as server:
        other = server.account()
        other.arrive(MAIL)
        one = real(shop, other)
        await read_to(shop, one, 1)
        port = server.port
    assert (await look(one)) > timedelta(0)
    other.pour([b"Subject: two\r\n\r\ny"], age_seconds=86_400 * 3)

    with serving(place, port):
        await read_to(shop, one, 2)

    assert [event.body for event in await taken_in(shop)] == [MAIL, b"Subject: two\r\n\r\ny"]

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clew.ports.channel.mailboxes import HISTORY, UNREAD
from clew.ports.mailboxes import MailboxIsAway, Waiting
from clew.services.mailboxes.reading import (
    BATCH_BYTES,
    BATCH_MAILS,
    LARGEST_MAIL,
    MOST_TRIES,
    MailboxIsTaken,
    batches,
    read_new,
)
from tests.builders import an_id
from tests.fixtures.workplace import Shop
from tests.services.mailboxes.boxes import WE, Box, a_reading, taken_in


def mails(count: int, first: int = 1) -> dict[int, bytes]:
    return {
        number: f"Subject: {number}\r\n\r\nx".encode() for number in range(first, first + count)
    }


async def bodies(shop: Shop) -> list[bytes]:
    return [event.body for event in await taken_in(shop)]


async def test_all_mails_are_taken_in_once_and_in_order(shop: Shop) -> None:
    box, reading = Box(mails(1_234)), await a_reading(shop)

    assert await read_new(reading, box) == 1_234
    assert await read_new(reading, box) == 0

    assert await bodies(shop) == list(box.mails.values())
    async with shop.deps.store.read() as reader:
        kept = (await reader.readings.of_workspace(shop.inbox.workspace_id))[shop.inbox.id]
    assert (kept.validity, kept.uid) == (1, 1_234)


async def test_a_mailbox_that_was_numbered_anew_is_read_from_the_beginning(shop: Shop) -> None:
    reading = await a_reading(shop)
    await read_new(reading, Box(mails(3)))

    await read_new(reading, Box(mails(4), validity=2))

    assert len(await bodies(shop)) == 7
    assert (reading.state.validity, reading.state.uid) == (2, 4)


async def test_a_mail_that_breaks_the_connection_does_not_hold_up_the_rest(shop: Shop) -> None:
    box, reading = Box(mails(5), broken={3}), await a_reading(shop)
    rounds = 0

    while reading.state.uid < 5:
        rounds += 1
        try:
            await read_new(reading, box)
        except MailboxIsAway:
            assert rounds <= MOST_TRIES + 1

    events = await taken_in(shop)
    assert [event.body for event in events] == [
        box.mails[1],
        box.mails[2],
        b"Subject: 3",
        box.mails[4],
        box.mails[5],
    ]
    assert [event.headers.get(UNREAD) for event in events if event.headers] == [
        "the server could not give this mail"
    ]


async def test_a_mail_of_which_not_even_the_header_comes_is_noted_all_the_same(shop: Shop) -> None:
    box = Box(mails(2), broken={1}, header_is_broken=True)
    reading = await a_reading(shop)

    for _ in range(30):
        try:
            await read_new(reading, box)
        except MailboxIsAway:
            continue

    assert await bodies(shop) == [b"", box.mails[2]]


async def test_a_mail_that_is_too_large_is_named_and_not_fetched(shop: Shop) -> None:
    box = Box(mails(3), sizes={2: LARGEST_MAIL + 1})

    await read_new(await a_reading(shop), box)

    events = await taken_in(shop)
    assert [event.headers.get(UNREAD, "") for event in events] == [
        "",
        "the mail has 40 MB, and at most 40 MB are read",
        "",
    ]
    assert events[1].body == b"Subject: 2"
    assert all(2 not in asked for asked in box.asked)


async def test_a_mail_that_was_removed_meanwhile_is_passed_over(shop: Shop) -> None:
    class Emptied(Box):
        async def after(self, uid: int) -> list[Waiting]:
            waiting = list(await super().after(uid))
            return waiting if uid == 0 else [one for one in waiting if one.uid not in self.missing]

    box = Emptied(mails(3), missing={2})

    await read_new(await a_reading(shop), box)

    assert await bodies(shop) == [box.mails[1], box.mails[3]]


async def test_a_mail_that_is_listed_but_not_given_is_asked_for_again(shop: Shop) -> None:
    box, reading = Box(mails(3), missing={2}), await a_reading(shop)
    with pytest.raises(MailboxIsAway):
        await read_new(reading, box)

    box.missing.clear()
    await read_new(reading, box)

    assert set(await bodies(shop)) == set(box.mails.values())


async def test_what_lay_there_long_before_is_history(shop: Shop) -> None:
    reading = await a_reading(shop)
    began = reading.state.began_at

    await read_new(reading, Box(mails(1), arrived_at=began - timedelta(days=8)))
    await read_new(reading, Box(mails(1, 2), arrived_at=began - timedelta(days=6)))

    assert [HISTORY in event.headers for event in await taken_in(shop)] == [True, False]


async def test_who_lost_the_mailbox_stops_reading_it(shop: Shop) -> None:
    reading = await a_reading(shop)
    later = shop.clock.now() + timedelta(hours=1)
    async with shop.deps.store.write() as tx:
        await tx.readings.take(reading.state, an_id(78), later, later)

    with pytest.raises(MailboxIsTaken):
        await read_new(reading, Box(mails(1)))
    assert reading.holder == WE


@given(st.lists(st.integers(0, 2 * BATCH_BYTES), max_size=300))
def test_batches_hold_everything_in_order_and_are_bounded(sizes: list[int]) -> None:
    waiting = [Waiting(uid, size) for uid, size in enumerate(sizes)]

    made = batches(waiting)

    assert [mail for batch in made for mail in batch] == waiting
    for batch in made:
        assert len(batch) <= BATCH_MAILS
        assert len(batch) == 1 or sum(mail.byte_count for mail in batch) <= BATCH_BYTES
    assert all(len(batch) == 1 for batch in batches(waiting, one_by_one=True))

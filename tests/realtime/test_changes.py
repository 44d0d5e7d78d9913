"""The rows behind a stretch of the log."""

import json

from clew.domain.ids import ContactId
from clew.realtime.changes import read_changes
from clew.services.conversations import rename_contact
from tests.fixtures.chat import Chat
from tests.fixtures.workplace import Shop


async def test_each_thing_comes_once_however_often_it_changed(each_shop: Shop) -> None:
    for text in ("One", "Two", "Three"):
        await each_shop.write(text)

    async with each_shop.deps.store.read() as reader:
        read = await read_changes(reader, each_shop.admin.workspace_id, 0, 1000)
        seq = await reader.seq(each_shop.admin.workspace_id)

    changes = [json.loads(change) for change in read.changes]
    cases = [change for change in changes if change["type"] == "case"]
    assert (len(cases), read.last_seq, read.is_whole) == (1, seq, True)
    assert cases[0]["case"]["last_message"]["text"] == "Three"


async def test_a_long_stretch_is_read_in_parts(each_shop: Shop) -> None:
    for text in ("One", "Two", "Three"):
        await each_shop.write(text)
    after, parts = 0, 0

    async with each_shop.deps.store.read() as reader:
        while True:
            read = await read_changes(reader, each_shop.admin.workspace_id, after, 2)
            after, parts = read.last_seq, parts + 1
            if read.is_whole:
                break
        assert after == await reader.seq(each_shop.admin.workspace_id)

    assert parts > 1


async def test_nothing_new_is_nothing(shop: Shop) -> None:
    async with shop.deps.store.read() as reader:
        seq = await reader.seq(shop.admin.workspace_id)
        read = await read_changes(reader, shop.admin.workspace_id, seq, 10)

    assert (read.last_seq, read.changes, read.is_whole) == (seq, [], True)


async def test_a_new_name_of_a_contact_is_told(shop: Shop) -> None:
    await shop.write()
    contact_id = ContactId((await shop.case()).contact.id)
    async with shop.deps.store.read() as reader:
        seq = await reader.seq(shop.admin.workspace_id)

    await rename_contact(contact_id, "Anna Nowak", asker=shop.admin, deps=shop.deps)

    async with shop.deps.store.read() as reader:
        read = await read_changes(reader, shop.admin.workspace_id, seq, 10)
    contact = {"id": str(contact_id), "name": "Anna Nowak", "confidence": "likely"}
    told = {"type": "contact", "contact": contact}
    assert told in [json.loads(change) for change in read.changes]


async def test_what_a_visitor_says_of_themselves_is_told(chat: Chat) -> None:
    """Rows in other browsers stop saying that nobody is known to be there."""
    here, guest = chat.shop.admin.workspace_id, await chat.guest()
    await guest.say()
    async with chat.shop.deps.store.read() as reader:
        seq = await reader.seq(here)

    await guest.client.patch("/me", json={"phone": "+48 600 100 200"})

    async with chat.shop.deps.store.read() as reader:
        read = await read_changes(reader, here, seq, 10)
    (told,) = [json.loads(change) for change in read.changes]
    assert (told["type"], told["contact"]["confidence"]) == ("contact", "likely")

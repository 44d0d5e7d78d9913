"""Saying and reading through the contact API, on both engines."""

from __future__ import annotations

import asyncio
import uuid
from datetime import timedelta
from typing import Any

from clew.domain.ids import MessageId
from tests.fixtures.chat import Chat


async def test_a_visitor_writes_and_is_answered(each_chat: Chat) -> None:
    guest = await each_chat.guest()

    said = await guest.say("My kettle is broken")
    case = await each_chat.shop.case()
    await each_chat.answer("Which one?")
    messages = await guest.read()

    assert case.channel == "webchat"
    assert said["direction"] == "in"
    assert [(one["direction"], one["text"]) for one in messages] == [
        ("in", "My kettle is broken"),
        ("out", "Which one?"),
    ]
    assert messages[1]["author"]["kind"] == "agent"
    assert await each_chat.shop.violations() == {}


async def test_the_same_message_again_is_one_message(each_chat: Chat) -> None:
    guest = await each_chat.guest()
    body = {"id": str(uuid.uuid4()), "text": "Once"}

    answers = [await guest.client.post("/messages", json=body) for _ in range(2)]
    at_once = {"id": str(uuid.uuid4()), "text": "And once"}
    together = await asyncio.gather(
        *(guest.client.post("/messages", json=at_once) for _ in range(4))
    )

    assert [one.status_code for one in answers] == [201, 200]
    assert sorted(one.status_code for one in together) == [200, 200, 200, 201]
    assert answers[0].json()["id"] == body["id"]
    assert await guest.texts() == ["Once", "And once"]
    assert len(await each_chat.shop.messages()) == 2


async def test_who_only_looks_makes_no_contact(chat: Chat) -> None:
    await chat.client().get(f"/inboxes/{chat.inbox.id}")
    guest = await chat.guest()
    await guest.me()
    await guest.read()

    async with chat.shop.deps.store.read() as reader:
        contacts = await reader.contacts(chat.shop.admin.workspace_id, "", None, 10)
    assert contacts.items == []
    assert await chat.shop.cases() == []


async def test_a_visitor_sees_nothing_of_another_one(chat: Chat) -> None:
    anna, ben = await chat.guest(), await chat.guest()
    said = await anna.say("My number is 123")
    await ben.say("Good morning")

    stolen = await ben.client.post("/messages", json={"id": said["id"], "text": "Mine"})
    quoted = await ben.client.post(
        "/messages", json={"id": str(uuid.uuid4()), "text": "?", "reply_to": said["id"]}
    )
    changed = await ben.client.patch(f"/messages/{said['id']}", json={"text": "No"})
    gone = await ben.client.delete(f"/messages/{said['id']}")
    liked = await ben.client.put(f"/messages/{said['id']}/reaction", json={"emoji": "👍"})

    assert await ben.texts() == ["Good morning"]
    assert stolen.status_code == 409
    assert quoted.status_code == 422
    assert [one.status_code for one in (changed, gone, liked)] == [404, 404, 404]
    assert await anna.texts() == ["My number is 123"]


async def test_notes_held_and_withdrawn_answers_are_not_seen(chat: Chat) -> None:
    guest = await chat.guest()
    await guest.say("Hello")

    await chat.shop.answer("Held back for ten seconds")

    assert await guest.texts() == ["Hello"]


async def test_messages_are_edited_taken_back_quoted_and_reacted_to(each_chat: Chat) -> None:
    guest = await each_chat.guest()
    first = await guest.say("Helo")
    answer_id = await each_chat.answer("Hi!")

    edited = await guest.client.patch(f"/messages/{first['id']}", json={"text": "Hello"})
    liked = await guest.client.put(f"/messages/{answer_id}/reaction", json={"emoji": "👍"})
    quoting = await guest.say("To this", reply_to=str(answer_id))
    gone = await guest.client.delete(f"/messages/{quoting['id']}")
    again = await guest.client.patch(f"/messages/{answer_id}", json={"text": "Ours"})
    messages = await guest.read()

    assert edited.json()["text"] == "Hello"
    assert edited.json()["edited_at"] is not None
    assert (liked.status_code, gone.status_code, again.status_code) == (204, 204, 404)
    assert quoting["reply_to"]["text"] == "Hi!"
    assert messages[1]["reactions"] == [{"emoji": "👍", "by": "contact"}]
    assert (messages[2]["text"], messages[2]["deleted_at"] is not None) == ("", True)
    assert await each_chat.shop.violations() == {}


async def test_what_is_no_emoji_is_no_reaction(chat: Chat) -> None:
    guest = await chat.guest()
    said = await guest.say()

    for wrong in ("hello", "x", "👍 yes", " "):
        answer = await guest.client.put(f"/messages/{said['id']}/reaction", json={"emoji": wrong})
        assert answer.status_code == 422, wrong
    for right in ("👍", "❤️", "👨‍👩‍👧", "#️⃣"):
        answer = await guest.client.put(f"/messages/{said['id']}/reaction", json={"emoji": right})
        assert answer.status_code == 204, right


async def test_read_marks_move_deliveries_and_never_back(each_chat: Chat) -> None:
    guest = await each_chat.guest()
    await guest.say()
    first, second = await each_chat.answer("One"), await each_chat.answer("Two")
    places = [one["place"] for one in await guest.read()]
    delivered = await each_chat.shop.delivery(MessageId(first))

    await guest.client.put("/read", json={"seq": places[1]})
    states = [
        (await each_chat.shop.delivery(MessageId(one))).state.value for one in (first, second)
    ]
    await guest.client.put("/read", json={"seq": places[2]})
    await guest.client.put("/read", json={"seq": 1})

    assert delivered.state.value == "delivered"
    assert states == ["read", "delivered"]
    assert (await each_chat.shop.delivery(MessageId(second))).state.value == "read"
    assert (await guest.me())["unread"] == 0


async def test_pages_and_changes_join_without_a_gap(chat: Chat) -> None:
    guest = await chat.guest()
    for number in range(7):
        await guest.say(f"Message {number}")

    last = (await guest.client.get("/messages", params={"limit": 3})).json()
    before = await guest.read(before=last["items"][0]["place"], limit=10)
    changes = (await guest.client.get("/messages", params={"after": 0, "limit": 4})).json()
    rest = (await guest.client.get("/messages", params={"after": changes["seq"]})).json()

    assert [one["text"][-1] for one in (*before, *last["items"])] == list("0123456")
    assert (last["has_more"], changes["has_more"], rest["has_more"]) == (True, True, False)
    assert [one["text"][-1] for one in (*changes["items"], *rest["items"])] == list("0123456")


async def test_too_many_messages_are_slowed_down(chat: Chat) -> None:
    guest = await chat.guest()
    answers = [
        await guest.client.post("/messages", json={"id": str(uuid.uuid4()), "text": "Buy"})
        for _ in range(21)
    ]
    chat.shop.clock.advance(timedelta(seconds=4))

    assert [one.status_code for one in answers] == [201] * 20 + [429]
    assert int(answers[-1].headers["retry-after"]) <= 3
    assert answers[-1].json()["code"] == "too_many_requests"
    await guest.say("Now it is fine")


async def test_an_address_begins_ten_conversations_an_hour(chat: Chat) -> None:
    for _ in range(10):
        await (await chat.guest()).say("Me")

    late = await chat.guest()
    answer = await late.client.post("/messages", json={"id": str(uuid.uuid4()), "text": "Me"})

    assert answer.status_code == 429
    assert len(await chat.shop.cases()) == 10


async def test_what_says_nothing_or_too_much_is_refused(chat: Chat) -> None:
    guest = await chat.guest()
    wrong: list[dict[str, Any]] = [
        {"text": "  "},
        {"text": "x" * 10_001},
        {"text": "a file", "attachments": [str(uuid.uuid4())]},
        {"text": "an answer", "reply_to": str(uuid.uuid4())},
    ]

    answers = [
        await guest.client.post("/messages", json={"id": str(uuid.uuid4()), **one}) for one in wrong
    ]

    assert [one.status_code for one in answers] == [422] * 4
    assert answers[0].headers["content-type"] == "application/problem+json"
    assert await chat.shop.cases() == []

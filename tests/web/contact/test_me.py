"""What a visitor says of themselves, and how they stand."""

from __future__ import annotations

from tests.fixtures.chat import Chat


async def test_claims_are_taken_and_prove_nothing(each_chat: Chat) -> None:
    guest = await each_chat.guest()
    await guest.say()

    answer = await guest.client.patch(
        "/me", json={"name": " Anna  Nowak ", "email": "Anna@Example.test", "phone": "+48 600 1"}
    )

    visitor = answer.json()["visitor"]
    assert (visitor["name"], visitor["email"]) == ("Anna Nowak", "anna@example.test")
    assert visitor["assurance"] == "claimed"
    assert (await each_chat.shop.case()).contact.name == "Anna Nowak"
    assert await each_chat.shop.violations() == {}


async def test_a_name_that_an_agent_gave_stays(chat: Chat) -> None:
    guest = await chat.guest()
    await guest.client.patch("/me", json={"name": "Anna"})
    await guest.say()
    case = await chat.shop.case()
    assert case.contact.name == "Anna"

    await guest.client.patch("/me", json={"name": "Ania"})

    assert (await chat.shop.case()).contact.name == "Ania"


async def test_what_is_no_address_is_refused(chat: Chat) -> None:
    guest = await chat.guest()

    for body in ({"email": "nobody"}, {"email": "a@b"}, {"phone": "call me"}, {"name": "x" * 301}):
        answer = await guest.client.patch("/me", json=body)
        assert answer.status_code == 422, body
    taken_back = await guest.client.patch("/me", json={"email": ""})

    assert taken_back.json()["visitor"]["assurance"] == "anonymous"


async def test_the_visitor_is_told_who_answers(chat: Chat) -> None:
    guest = await chat.guest()
    await guest.say()
    before = await guest.me()
    await chat.answer("Hello")
    after = await guest.me()
    answer = (await guest.client.get("/messages")).json()["items"][-1]

    assert (before["with"], before["conversation"]) == (None, "open")
    assert after["with"] == {"name": chat.shop.admin.agent.name}
    assert answer["author"]["name"] == after["with"]["name"]
    assert after["unread"] == 1

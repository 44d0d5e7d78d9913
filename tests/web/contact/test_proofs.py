"""Proofs and pushes through the contact API."""

from __future__ import annotations

import re

from tests.fixtures.chat import Chat
from tests.fixtures.front import changed
from tests.services.visitors.post import Keeper, a_post
from tests.services.visitors.test_push import Browser


async def test_an_address_is_proven_by_what_was_sent_there(each_chat: Chat) -> None:
    keeper = Keeper()
    guest = await each_chat.guest(language="hu")
    await guest.client.patch("/me", json={"email": "anna@example.test"})
    with changed(each_chat.lobby, post=a_post(keeper)):
        sent = await guest.client.post("/me/email-code", json={})
        digits = re.search(r"\b\d{6}\b", keeper.texts()[0])
        assert digits is not None
        wrong = await guest.client.post("/me/email-confirmation", json={"code": "x"})
        right = await guest.client.post("/me/email-confirmation", json={"code": digits[0]})
        linked = await guest.client.post("/me/link", json={})

    assert (sent.status_code, wrong.status_code, right.status_code) == (202, 422, 200)
    assert "expires_at" in sent.json()
    assert wrong.json()["code"] == "code_is_wrong"
    assert right.json()["visitor"]["assurance"] == "confirmed"
    assert linked.status_code == 202
    assert "#link=" in keeper.texts()[1]


async def test_a_used_link_is_sent_anew_to_its_own_address_and_nobody_learns_of_it(
    chat: Chat,
) -> None:
    keeper = Keeper()
    guest, stranger = await chat.guest(), chat.client()
    await guest.client.patch("/me", json={"email": "anna@example.test"})
    with changed(chat.lobby, post=a_post(keeper)):
        await guest.client.post("/me/link", json={})
        link = keeper.texts()[0].partition("#link=")[2].split()[0]
        await chat.guest(link=link)
        body = {"inbox_id": str(chat.inbox.id), "link": link}
        again = await stranger.post("/links", json=body)
        never = await stranger.post("/links", json={**body, "link": "never-was"})

    assert (again.status_code, never.status_code) == (202, 202)
    assert again.content == never.content
    assert [request.recipients for request in keeper.requests] == [("anna@example.test",)] * 2
    fresh = keeper.texts()[1].partition("#link=")[2].split()[0]
    assert (await chat.begin(link=link)).status_code == 401
    assert (await chat.guest(link=fresh)).visitor["email"] == "anna@example.test"


async def test_without_a_mail_server_it_says_so(chat: Chat) -> None:
    guest = await chat.guest()
    none = await guest.client.post("/me/email-code", json={})
    await guest.client.patch("/me", json={"email": "anna@example.test"})

    closed = await guest.client.post("/me/email-code", json={})

    assert (none.status_code, none.json()["code"]) == (409, "no_email")
    assert (closed.status_code, closed.json()["code"]) == (503, "mail_is_not_set_up")


async def test_a_browser_subscribes_and_ends_it(chat: Chat) -> None:
    guest, browser = await chat.guest(), Browser().subscription
    body = {
        "endpoint": browser.endpoint,
        "keys": {"p256dh": browser.p256dh, "auth": browser.auth},
    }

    done = await guest.client.put("/push-subscription", json=body)
    on = (await guest.me())["visitor"]["push"]
    await guest.client.delete("/push-subscription")

    assert (done.status_code, on) == (204, True)
    assert (await guest.me())["visitor"]["push"] is False

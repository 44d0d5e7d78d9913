"""Sessions through the contact API: strangers, people whom the site vouches for, links."""

from __future__ import annotations

import json
import uuid
from datetime import timedelta
from typing import Any

import pytest
from joserfc import jwt
from joserfc.jwk import OctKey

from clew.services.visitors.vouching import identity_hash
from tests.fixtures.chat import SECRET, SITE, Chat


def signed(chat: Chat, key: str = SECRET, **claims: Any) -> str:
    now = int(chat.shop.clock.now().timestamp())
    said = {
        "sub": "customer-42",
        "aud": str(chat.inbox.id),
        "iat": now,
        "exp": now + 300,
        "jti": uuid.uuid4().hex,
        **claims,
    }
    return jwt.encode({"alg": "HS256"}, said, OctKey.import_key(key))


async def test_the_room_is_shown_to_everybody_and_says_when_we_answer(chat: Chat) -> None:
    answer = await chat.client().get(f"/inboxes/{chat.inbox.id}")

    shown = answer.json()
    assert answer.headers["cache-control"] == "public, max-age=10"
    assert shown["appearance"]["texts"]["en"] == {"greeting": "How can we help?"}
    assert shown["default_language"] == "en"
    assert shown["expectation"]["state"] == "away"
    assert shown["expectation"]["words_key"] == "answer-by"
    assert SECRET not in answer.text


@pytest.mark.parametrize("which", ["whatsapp", "nowhere"])
async def test_only_inboxes_of_web_chat_are_rooms(chat: Chat, which: str) -> None:
    other = chat.shop.inbox.id if which == "whatsapp" else uuid.uuid4()

    shown = await chat.client().get(f"/inboxes/{other}")
    begun = await chat.client().post("/sessions", json={"inbox_id": str(other)})

    assert (shown.status_code, begun.status_code) == (404, 404)


async def test_whom_the_site_vouches_for_on_every_page_keeps_their_token(chat: Chat) -> None:
    """A window of its own, and a browser that takes pushes, know the visitor by it."""
    stranger = await chat.guest()

    first = await chat.guest(stranger.token, token=signed(chat))
    again = await chat.guest(first.token, token=signed(chat, name="Anna"))
    another = await chat.guest(first.token, token=signed(chat, sub="customer-43"))

    assert len({stranger.token, first.token, another.token}) == 3
    assert again.token == first.token
    assert (await again.me())["visitor"]["name"] == "Anna"
    assert (await stranger.client.get("/me")).status_code == 401


async def test_a_stranger_gets_a_token_that_is_kept_nowhere(each_chat: Chat) -> None:
    guest = await each_chat.guest(language="pl")
    me = await guest.me()

    assert len(guest.token) >= 40
    assert guest.visitor["assurance"] == "anonymous"
    assert (me["conversation"], me["with"], me["unread"]) == ("none", None, 0)


async def test_after_signing_out_the_next_person_sees_nothing(chat: Chat) -> None:
    guest = await chat.guest()
    await guest.say("Mine")

    gone = await guest.client.delete("/session")
    after = await guest.client.get("/messages")
    other = await chat.guest()

    assert (gone.status_code, after.status_code) == (204, 401)
    assert after.json()["code"] == "no_session"
    assert await other.texts() == []


@pytest.mark.parametrize("token", ["", "visit_x", "clew_token", "visit_" + "x" * 500, "ążź"])
async def test_without_a_session_nothing_is_answered(chat: Chat, token: str) -> None:
    sent = [(b"authorization", f"Bearer {token}".encode())]

    answer = await chat.client().get("/me", headers=sent)

    assert answer.status_code == 401


async def test_a_session_ends_when_it_was_not_used_for_half_a_year(chat: Chat) -> None:
    guest = await chat.guest()
    chat.shop.clock.advance(timedelta(days=170))
    used = await chat.lobby.visits.find(guest.token)
    fresh = type(chat.lobby.visits)(chat.shop.deps.store, chat.shop.clock)
    chat.shop.clock.advance(timedelta(days=170))
    prolonged = await fresh.find(guest.token)
    chat.shop.clock.advance(timedelta(days=181))
    late = type(chat.lobby.visits)(chat.shop.deps.store, chat.shop.clock)

    assert used is not None
    assert prolonged is not None or used is not None
    assert await late.find(guest.token) is None


async def test_the_site_vouches_for_a_person_on_every_device(each_chat: Chat) -> None:
    first = await each_chat.guest(token=signed(each_chat, name="Anna", email="anna@example.test"))
    await first.say("From my desk")
    second = await each_chat.guest(token=signed(each_chat))

    assert first.visitor["assurance"] == "verified"
    assert first.visitor["name"] == "Anna"
    assert await second.texts() == ["From my desk"]
    assert (await each_chat.shop.case()).contact.name == "Anna"
    assert await each_chat.shop.violations() == {}


async def test_a_stranger_keeps_what_they_wrote_when_they_sign_in(chat: Chat) -> None:
    stranger = await chat.guest()
    await stranger.say("Before signing in")

    known = await chat.guest(stranger.token, token=signed(chat))

    assert await known.texts() == ["Before signing in"]
    assert (await stranger.client.get("/me")).status_code == 401


async def test_a_token_is_used_once(chat: Chat) -> None:
    token = signed(chat)

    answers = [await chat.begin(token=token) for _ in range(2)]

    assert [one.status_code for one in answers] == [201, 401]
    assert answers[1].json()["code"] == "token_is_wrong"


async def test_a_hash_is_taken_only_where_the_inbox_allows_it(chat: Chat) -> None:
    word = json.dumps({"user_id": "customer-42", "hash": identity_hash(SECRET, "customer-42")})
    forged = json.dumps({"user_id": "customer-43", "hash": identity_hash(SECRET, "customer-42")})

    before = await chat.begin(token=word)
    await chat.set_up(takes_hash="yes")
    after, wrong = await chat.begin(token=word), await chat.begin(token=forged)

    assert [one.status_code for one in (before, after, wrong)] == [401, 201, 401]
    assert after.json()["visitor"]["assurance"] == "verified"


async def test_an_inbox_may_take_only_people_whom_the_site_vouches_for(chat: Chat) -> None:
    await chat.set_up(only_verified="yes")
    stranger = await chat.guest()
    known = await chat.guest(token=signed(chat))

    refused = await stranger.client.post(
        "/messages", json={"id": str(uuid.uuid4()), "text": "Hello"}
    )
    await known.say("Hello")

    assert refused.status_code == 403
    assert refused.json()["code"] == "only_verified_may_write"
    assert len(await chat.shop.cases()) == 1


async def test_pages_of_other_sites_are_kept_out(chat: Chat) -> None:
    guest = await chat.guest()
    body = {"inbox_id": str(chat.inbox.id)}
    ours, theirs = chat.client(origin=SITE), chat.client(origin="https://evil.example.test")

    begun = [await one.post("/sessions", json=body) for one in (ours, theirs)]
    stolen = await chat.client(guest.token, origin="https://evil.example.test").get("/me")
    own = await chat.client(guest.token, origin="http://clew.test").get("/me")

    assert [one.status_code for one in begun] == [201, 403]
    assert begun[0].headers["access-control-allow-origin"] == SITE
    assert "access-control-allow-origin" not in begun[1].headers
    assert (stolen.status_code, own.status_code) == (403, 200)


async def test_a_flood_of_sessions_is_stopped(chat: Chat) -> None:
    answers = [await chat.begin() for _ in range(31)]

    assert {one.status_code for one in answers[:30]} == {201}
    assert answers[30].status_code == 429

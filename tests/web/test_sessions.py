"""Signing in and out in a browser, and what keeps others from doing it in one's name."""

from datetime import timedelta

import pytest

from clew.domain.people import Role
from tests.fixtures.front import Front
from tests.fixtures.workplace import PASSWORD

WRONG = "not the password"


async def test_signing_in_gives_a_session_that_no_script_can_read(front: Front) -> None:
    email = front.people[Role.AGENT].agent.email

    async with front.client() as client:
        answer = await client.post("/session", json={"email": email, "password": PASSWORD})
        me = await client.get("/session")

    cookie = answer.headers["set-cookie"].lower()
    assert answer.status_code == 201
    assert "clew_session=" in cookie
    assert "httponly" in cookie
    assert "samesite=lax" in cookie
    assert "secure" not in cookie
    assert me.json()["agent"]["email"] == email
    assert me.json()["workspace"]["name"] == "Jan's Shop"
    assert me.json()["undo_seconds"] == 10


async def test_over_https_the_cookie_is_for_https_only(front: Front) -> None:
    email = front.people[Role.AGENT].agent.email

    async with front.client() as client:
        client.base_url = "https://clew.test/api/v1"
        answer = await client.post("/session", json={"email": email, "password": PASSWORD})

    assert "secure" in answer.headers["set-cookie"].lower()
    assert "strict-transport-security" in answer.headers


async def test_unknown_people_are_told_the_same_as_those_with_a_wrong_password(
    front: Front,
) -> None:
    known = {"email": front.people[Role.AGENT].agent.email, "password": WRONG}
    unknown = {"email": "nobody@example.test", "password": WRONG}

    async with front.client() as client:
        first, second = [await client.post("/session", json=who) for who in (known, unknown)]

    assert first.status_code == second.status_code == 401
    assert first.content == second.content


async def test_guessing_is_slowed_down_and_locks_nobody_out_who_is_signed_in(front: Front) -> None:
    email = front.people[Role.AGENT].agent.email

    async with front.browser() as owner, front.client() as guesser:
        answers = [
            await guesser.post("/session", json={"email": email, "password": WRONG})
            for _ in range(12)
        ]
        still = await owner.get("/session")

    assert [answer.status_code for answer in answers] == [401] * 10 + [429] * 2
    assert int(answers[-1].headers["retry-after"]) > 0
    assert still.status_code == 200


async def test_without_the_csrf_token_a_browser_changes_nothing(front: Front) -> None:
    async with front.browser() as client:
        del client.headers["x-csrf-token"]
        forged = await client.put("/me/availability", json={"availability": "available"})
        client.headers["x-csrf-token"] = "made-up"
        guessed = await client.put("/me/availability", json={"availability": "available"})

    assert (forged.status_code, guessed.status_code) == (403, 403)
    assert forged.json()["code"] == "csrf_token_is_wrong"


async def test_a_page_of_whoever_sat_here_before_reads_nothing(front: Front) -> None:
    """Two agents share a computer: the second signs in beside the page of the first."""
    async with front.browser() as client:
        own = await client.get("/me/drafts")
        client.headers["x-csrf-token"] = "of the one before"
        other = await client.get("/me/drafts")

    assert (own.status_code, other.status_code) == (200, 403)
    assert other.json()["code"] == "csrf_token_is_wrong"


async def test_a_foreign_page_changes_nothing_even_with_the_token(front: Front) -> None:
    async with front.browser() as client:
        client.headers["origin"] = "https://evil.example"
        answer = await client.put("/me/availability", json={"availability": "available"})

    assert answer.status_code == 403


async def test_availability_and_preferences_are_kept(front: Front) -> None:
    async with front.browser() as client:
        agent = await client.put("/me/availability", json={"availability": "available"})
        await client.put("/me/preferences", json={"theme": "dark", "single_keys": True})
        me = await client.get("/session")

    assert agent.json()["availability"] == "available"
    assert me.json()["agent"]["availability"] == "available"
    assert me.json()["preferences"] == {"theme": "dark", "single_keys": True}


async def test_signing_out_ends_the_session_at_once(front: Front) -> None:
    async with front.browser() as client:
        token = client.cookies["clew_session"]
        out = await client.delete("/session")
        client.cookies.set("clew_session", token)
        after = await client.get("/session")

    assert out.status_code == 204
    assert (after.status_code, after.json()["code"]) == (401, "not_signed_in")


async def test_a_new_password_ends_every_session(front: Front) -> None:
    change = {"current": PASSWORD, "new": "a new secret"}

    async with front.browser() as laptop, front.browser() as phone:
        changed = await laptop.put("/me/password", json=change)
        after = [(await client.get("/session")).status_code for client in (laptop, phone)]

    assert changed.status_code == 204
    assert after == [401, 401]


async def test_a_new_password_needs_the_current_one_and_some_length(front: Front) -> None:
    async with front.browser() as client:
        wrong = await client.put("/me/password", json={"current": WRONG, "new": "a new secret"})
        short = await client.put("/me/password", json={"current": PASSWORD, "new": "short"})

    assert (wrong.status_code, wrong.json()["errors"][0]["field"]) == (422, "current")
    assert (short.status_code, short.json()["errors"][0]["field"]) == (422, "new")


async def test_a_session_expires(front: Front) -> None:
    async with front.browser() as client:
        front.shop.clock.advance(timedelta(days=15))
        answer = await client.get("/session")

    assert answer.status_code == 401


@pytest.mark.parametrize("other", ['broken="; ', "a=b; clew_session_of_others=x; "])
async def test_other_cookies_do_no_harm(front: Front, other: str) -> None:
    async with front.browser() as client:
        token = client.cookies["clew_session"]
        client.cookies.clear()
        answer = await client.get("/session", headers={"cookie": f"{other}clew_session={token}"})

    assert answer.status_code == 200

"""What a browser is told beforehand (CORS), and who gets in."""

from __future__ import annotations

from tests.fixtures.chat import SITE, Chat

ASKING = {"access-control-request-method": "POST", "access-control-request-headers": "content-type"}


async def test_sites_of_the_inbox_may_ask_and_others_may_not(chat: Chat) -> None:
    answers = [
        await chat.client(origin=origin, **ASKING).options("/messages")
        for origin in (SITE, "http://clew.test", "https://evil.example.test", "null")
    ]

    assert [one.status_code for one in answers] == [204, 204, 403, 403]
    assert answers[0].headers["access-control-allow-origin"] == SITE
    assert "PATCH" in answers[0].headers["access-control-allow-methods"]
    assert "authorization" in answers[0].headers["access-control-allow-headers"]
    assert "access-control-allow-origin" not in answers[2].headers
    assert all(one.headers["vary"] == "Origin" for one in answers)
    assert all("access-control-allow-credentials" not in one.headers for one in answers)


async def test_refusals_can_be_read_by_the_site_as_well(chat: Chat) -> None:
    answer = await chat.client(origin=SITE).get("/me")

    assert answer.status_code == 401
    assert answer.headers["access-control-allow-origin"] == SITE


async def test_an_agents_token_is_no_visitors_token(chat: Chat) -> None:
    answer = await chat.client("clew_" + "x" * 43).get("/me")

    assert answer.status_code == 401


async def test_a_flood_of_looks_is_stopped(chat: Chat) -> None:
    client = chat.client()

    statuses = [(await client.get("/me")).status_code for _ in range(301)]

    assert set(statuses[:300]) == {401}
    assert statuses[300] == 429

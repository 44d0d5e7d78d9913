"""Who may listen to the stream, who hears nothing, and who is cut off."""

from __future__ import annotations

import json

import pytest
from websockets.exceptions import InvalidStatus

from clew.domain.people import Role
from tests.fixtures.front import Front
from tests.fixtures.wire import SIGN_IN_AGAIN, Wire, code_of
from tests.fixtures.workplace import PASSWORD


async def test_a_page_of_whoever_sat_here_before_hears_nothing(wire: Wire, token: str) -> None:
    me = wire.front.people[Role.AGENT].agent.id
    async with wire.line(token, after=f"0&as={me}") as mine:
        assert "seq" in await mine.frame()
    async with wire.line(token, after=f"0&as={wire.front.shop.admin.id}") as theirs:
        assert await code_of(theirs) == SIGN_IN_AGAIN


async def test_another_workspace_hears_nothing(wire: Wire, token: str, other_front: Front) -> None:
    stranger = other_front.tokens[Role.ADMIN]

    async with wire.line(stranger) as theirs, wire.line(token) as ours:
        await theirs.frame()
        await wire.front.shop.write("Not for them")
        await ours.until(await wire.seq())
        await other_front.shop.write("Only for them", phone="48699999999")
        changes = (await theirs.frame())["changes"]

    assert "Not for them" not in json.dumps(changes)
    assert "Only for them" in json.dumps(changes)


@pytest.mark.parametrize("wrong", [None, "clew_made-up", "made-up"])
async def test_a_stranger_is_told_to_sign_in(wire: Wire, wrong: str | None) -> None:
    async with wire.line(wrong) as line:
        assert await code_of(line) == SIGN_IN_AGAIN


@pytest.mark.parametrize("after", ["-1", "x", "9" * 30, "1e3"])
async def test_a_number_that_is_none_is_refused(wire: Wire, token: str, after: str) -> None:
    async with wire.line(token, after=after) as line:
        assert await code_of(line) == 4400


async def cookie_of(wire: Wire) -> str:
    email = wire.front.people[Role.AGENT].agent.email
    async with wire.front.client() as client:
        await client.post("/session", json={"email": email, "password": PASSWORD})
        return f"clew_session={client.cookies['clew_session']}"


async def test_a_browser_listens_by_its_cookie_from_our_own_page_only(wire: Wire) -> None:
    cookie = await cookie_of(wire)

    async with wire.line(Cookie=cookie, Origin=wire.origin) as line:
        assert "seq" in await line.frame()
    for headers in ({"Origin": "http://evil.example"}, {}):
        with pytest.raises(InvalidStatus) as refused:
            async with wire.line(Cookie=cookie, **headers):
                pass
        assert refused.value.response.status_code == 403


async def test_a_disabled_agent_is_cut_off_within_seconds(wire: Wire, token: str) -> None:
    agent_id = wire.front.people[Role.AGENT].id

    async with wire.line(token) as line, wire.front.of(Role.ADMIN) as admin:
        await line.frame()
        await admin.patch(f"/agents/{agent_id}", json={"disabled": True})
        assert await code_of(line) == SIGN_IN_AGAIN


async def test_a_new_password_cuts_off_the_browsers(wire: Wire) -> None:
    cookie = await cookie_of(wire)

    async with wire.line(Cookie=cookie, Origin=wire.origin) as line, wire.front.browser() as one:
        await line.frame()
        await one.put("/me/password", json={"current": PASSWORD, "new": "a new secret"})
        assert await code_of(line) == SIGN_IN_AGAIN


async def test_nonsense_from_a_browser_does_no_harm(wire: Wire, token: str) -> None:
    async with wire.line(token) as line:
        await line.frame()
        for text in ("", "[]", "{", '{"viewing": 5}', '{"viewing": "x"}', "\ud83d"):
            await line.socket.send(text.encode("utf-8", "replace").decode())
        await line.socket.send(b"\x00\xff")
        await wire.front.shop.write("Still there?")
        assert await line.until(await wire.seq()) != []


async def test_a_long_message_from_a_browser_ends_the_line(wire: Wire, token: str) -> None:
    async with wire.line(token) as line:
        await line.frame()
        await line.socket.send("x" * 3000)
        assert await code_of(line) == 1009

"""The stream over real sockets: who may listen, and that nothing is missed and nothing doubled."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any
from uuid import uuid4

import pytest
import pytest_asyncio
import uvicorn
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidStatus

from clew.domain.ids import ConversationId, VisitorId
from clew.domain.people import Role
from tests.fixtures.front import Front
from tests.fixtures.network import find_free_port
from tests.fixtures.workplace import PASSWORD

SIGN_IN_AGAIN = 4401


class Line:
    """One browser's line, with what came over it."""

    def __init__(self, socket: ClientConnection) -> None:
        self.socket = socket
        self.frames: list[dict[str, Any]] = []

    async def frame(self, wanted: str = "changes") -> dict[str, Any]:
        """Return the next frame that has a member of this name."""
        async with asyncio.timeout(30):
            while True:
                frame: dict[str, Any] = json.loads(await self.socket.recv())
                self.frames.append(frame)
                if wanted in frame:
                    return frame

    async def until(self, seq: int) -> list[dict[str, Any]]:
        """Return all changes up to a sequence number."""
        changes: list[dict[str, Any]] = []
        reached = -1
        while reached < seq:
            frame = await self.frame()
            changes += frame["changes"]
            reached = frame["seq"]
        return changes


def messages_in(changes: list[dict[str, Any]]) -> list[dict[str, Any]]:
    items = [change["item"] for change in changes if change["type"] == "item"]
    return [item for item in items if item["kind"] == "message"]


class Wire:
    """A running server, and how to reach it."""

    def __init__(self, front: Front, port: int) -> None:
        self.front = front
        self.origin = f"http://127.0.0.1:{port}"
        self.address = f"ws://127.0.0.1:{port}/api/v1/stream"

    @asynccontextmanager
    async def line(
        self, token: str | None = None, after: int | str | None = None, **headers: str
    ) -> AsyncIterator[Line]:
        if token is not None:
            headers["Authorization"] = f"Bearer {token}"
        query = "" if after is None else f"?after={after}"
        async with connect(
            self.address + query, additional_headers=headers, compression=None
        ) as socket:
            yield Line(socket)

    async def seq(self) -> int:
        async with self.front.shop.deps.store.read() as reader:
            return await reader.seq(self.front.shop.admin.workspace_id)


@pytest_asyncio.fixture
async def wire(front: Front) -> AsyncIterator[Wire]:
    port = find_free_port()
    config = uvicorn.Config(
        front.root, port=port, ws="websockets-sansio", lifespan="off", log_config=None
    )
    server = uvicorn.Server(config)
    gateway = asyncio.ensure_future(front.gateway.run())
    serving = asyncio.ensure_future(server.serve())
    while not server.started:  # noqa: ASYNC110  # uvicorn has no event for it
        await asyncio.sleep(0.01)
    yield Wire(front, port)
    gateway.cancel()
    server.should_exit = True
    await asyncio.gather(gateway, serving, return_exceptions=True)


@pytest.fixture
def token(front: Front) -> str:
    return front.tokens[Role.AGENT]


async def test_without_a_number_it_starts_from_now_and_says_which(wire: Wire, token: str) -> None:
    await wire.front.shop.write()

    async with wire.line(token) as line:
        frame = await line.frame()

    assert frame["seq"] == await wire.seq()
    assert frame["changes"] == []
    assert frame["now"].endswith("Z")


async def test_what_a_contact_writes_appears_at_once(wire: Wire, token: str) -> None:
    async with wire.line(token) as line:
        await line.frame()
        await wire.front.shop.write("My kettle is broken")
        changes = await line.until(await wire.seq())

    kinds = [change["type"] for change in changes]
    item = next(item for item in messages_in(changes))
    case = next(change["case"] for change in changes if change["type"] == "case")
    assert "case" in kinds
    assert item["text"] == "My kettle is broken"
    assert case["contact"]["name"] == "Anna Kowalska"
    assert case["v"] <= await wire.seq()


async def test_a_minute_offline_misses_nothing_and_doubles_nothing(wire: Wire, token: str) -> None:
    async with wire.line(token) as line:
        await wire.front.shop.write("Before")
        await line.until(await wire.seq())
        seq = await wire.seq()
    await wire.front.shop.write("While away, one")
    await wire.front.shop.write("While away, two")

    async with wire.line(token, after=seq) as line:
        await wire.front.shop.write("Back again")
        changes = await line.until(await wire.seq())

    said = [item["text"] for item in messages_in(changes)]
    assert said == ["While away, one", "While away, two", "Back again"]


async def test_resuming_amid_commits_misses_nothing(wire: Wire, token: str) -> None:
    """Every reconnect falls somewhere between a commit, its hint and the read that follows."""
    heard: set[str] = set()
    stop_at = 60
    patience = itertools.cycle([True, True, False])

    async def write() -> None:
        for number in range(stop_at):
            await wire.front.shop.write(f"m{number}", phone=f"486000000{number % 7:02}")

    async def listen() -> None:
        seq = 0
        while len(heard) < stop_at:
            async with wire.line(token, after=seq) as line:
                while len(heard) < stop_at and next(patience):
                    frame = await line.frame()
                    assert {"type": "reset"} not in frame["changes"]
                    heard.update(item["text"] for item in messages_in(frame["changes"]))
                    seq = frame["seq"]

    async with asyncio.timeout(40):
        await asyncio.gather(write(), listen())

    assert heard == {f"m{number}" for number in range(stop_at)}


async def test_snapshot_and_changes_make_a_fresh_snapshot(wire: Wire, token: str) -> None:
    await wire.front.shop.write("One", phone="48600000001")
    async with wire.front.client(token) as client:
        before = await client.get("/cases", params={"place": "all"})
        held = {case["id"]: case for case in before.json()["items"]}
        async with wire.line(token, after=int(before.headers["x-seq"])) as line:
            await wire.front.shop.write("Two", phone="48600000002")
            case_id = next(iter(held))
            me = str(wire.front.people[Role.AGENT].id)
            await client.put(f"/cases/{case_id}/assignment", json={"agent_id": me})
            for change in await line.until(await wire.seq()):
                if change["type"] == "case":
                    held[change["case"]["id"]] = change["case"]
        after = (await client.get("/cases", params={"place": "all"})).json()["items"]

    def without_reader(case: dict[str, Any]) -> dict[str, Any]:
        return {key: value for key, value in case.items() if key != "unread"}

    fresh = {case["id"]: without_reader(case) for case in after}
    assert {key: without_reader(case) for key, case in held.items()} == fresh


async def test_agents_and_inboxes_are_told_too(wire: Wire, token: str) -> None:
    async with wire.line(token) as line, wire.front.of(Role.ADMIN) as admin:
        await line.frame()
        await admin.put("/me/availability", json={"availability": "available"})
        await admin.patch(f"/inboxes/{wire.front.shop.inbox.id}", json={"name": "Main"})
        changes = await line.until(await wire.seq())

    agent = next(change["agent"] for change in changes if change["type"] == "agent")
    inbox = next(change["inbox"] for change in changes if change["type"] == "inbox")
    assert agent["availability"] == "available"
    assert inbox["name"] == "Main"


async def test_a_number_from_another_history_means_a_fresh_start(wire: Wire, token: str) -> None:
    async with wire.line(token, after=10**9) as line:
        frame = await line.frame()

    assert frame["changes"] == [{"type": "reset"}]
    assert frame["seq"] == await wire.seq()


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


async def test_colleagues_see_who_looks_and_who_types(wire: Wire, token: str) -> None:
    case_id = str(uuid4())

    async with wire.line(token) as mine, wire.line(wire.front.tokens[Role.ADMIN]) as theirs:
        await mine.frame()
        await theirs.frame()
        await mine.socket.send(json.dumps({"viewing": case_id, "typing": True}))
        typing = await theirs.frame("presence")
        await mine.socket.send(json.dumps({"viewing": None, "typing": False}))
        gone = await theirs.frame("presence")

    me = str(wire.front.people[Role.AGENT].id)
    assert typing["presence"] == [{"agent_id": me, "case_id": case_id, "state": "typing"}]
    assert gone["presence"] == []


async def test_a_silent_line_is_given_signs_of_life(wire: Wire, token: str) -> None:
    async with wire.line(token) as line:
        frame = await line.frame("ping")

    assert frame["ping"].endswith("Z")


async def code_of(line: Line) -> int:
    async with asyncio.timeout(30):
        with contextlib.suppress(ConnectionClosed):
            while True:
                await line.socket.recv()
    assert line.socket.close_code is not None
    return line.socket.close_code


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


async def test_agents_see_who_is_in_the_chat_and_who_types_there(
    front: Front, token: str, wire: Wire
) -> None:
    """Visitors are not in the log: their coming and going is told and forgotten."""
    workspace_id = front.shop.admin.workspace_id
    talk, visitor = ConversationId(uuid4()), VisitorId(uuid4())
    async with wire.line(token) as line:
        await line.frame()
        front.visitors.come(workspace_id, "tab", visitor, talk)
        front.visitors.say_typing(workspace_id, visitor, is_typing=True)
        here = await until_guests(line, "typing")
        front.visitors.leave(workspace_id, "tab")
        gone = await until_guests(line, "")

    assert here == [{"conversation_id": str(talk), "state": "typing"}]
    assert gone == []


async def until_guests(line: Line, state: str) -> Any:
    """Return who is in the chat as soon as somebody is in this state; or nobody, for none."""
    while True:
        frame = await line.frame("guests")
        if [one["state"] for one in frame["guests"]] == [state] * bool(state):
            return frame["guests"]

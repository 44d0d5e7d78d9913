"""The stream over real sockets: nothing is missed and nothing doubled, and all is told at once."""

from __future__ import annotations

import asyncio
import itertools
import json
from typing import Any
from uuid import uuid4

from clew.domain.ids import ConversationId, VisitorId
from clew.domain.people import Role
from tests.fixtures.front import Front
from tests.fixtures.wire import Line, Wire, messages_in


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

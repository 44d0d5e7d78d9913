"""Cases over HTTP: the list and what agents do with a case."""

from datetime import timedelta
from typing import Any

import httpx

from clew.domain.people import Role
from tests.fixtures.front import Front


async def test_a_message_is_a_case_in_the_list(front: Front) -> None:
    await front.shop.write("My kettle is broken")

    async with front.of(Role.AGENT) as client:
        answer = await client.get("/cases", params={"place": "team"})

    assert answer.status_code == 200, answer.text
    page = answer.json()
    assert page["next_cursor"] is None
    [case] = page["items"]
    assert case["contact"]["name"] == "Anna Kowalska"
    assert case["next_move"]["holder"] == "team"
    assert case["next_move"]["due_at"].endswith("Z")
    assert int(answer.headers["x-seq"]) >= case["v"]


async def test_a_case_is_taken_parked_woken_resolved_and_reopened(front: Front) -> None:
    await front.shop.write("Hello")
    address = f"/cases/{(await front.shop.case()).id}"
    me = str(front.people[Role.AGENT].id)
    wake_at = (front.shop.clock.now() + timedelta(days=1)).isoformat()
    parking = {"wake_at": wake_at, "reason": "later"}

    async with front.of(Role.AGENT) as client:

        async def ask(method: str, what: str, **more: Any) -> httpx.Response:
            front.shop.clock.advance(timedelta(minutes=1))
            return await client.request(method, f"{address}/{what}", **more)

        taken = await ask("PUT", "assignment", json={"agent_id": me})
        refused = await ask("PUT", "parking", json=parking)
        waived = await ask("POST", "no-reply-needed")
        parked = await ask("PUT", "parking", json=parking)
        woken = await ask("DELETE", "parking")
        resolved = await ask("PUT", "resolution", json={"outcome": "solved"})
        reopened = await ask("DELETE", "resolution")

    assert taken.json()["owner"]["id"] == me
    assert (refused.status_code, refused.json()["code"]) == (409, "answer_is_owed")
    assert "due_at" in refused.json()
    assert waived.status_code == 200
    assert parked.json()["park"]["reason"] == "later"
    assert parked.json()["next_move"]["holder"] == "timer"
    assert woken.json()["park"] is None
    assert resolved.json()["resolution"]["outcome"] == "solved"
    assert reopened.json()["status"] == "open"
    assert await front.shop.violations() == {}


async def test_the_list_is_paged_and_every_case_comes_once(front: Front) -> None:
    for number in range(5):
        await front.shop.write(phone=f"4860123456{number}")

    seen, cursor = [], None
    async with front.of(Role.ADMIN) as client:
        while True:
            query = {"limit": 2} | ({"cursor": cursor} if cursor else {})
            page = (await client.get("/cases", params=query)).json()
            seen += [case["number"] for case in page["items"]]
            cursor = page["next_cursor"]
            if cursor is None:
                break

    assert sorted(seen) == [1, 2, 3, 4, 5]


async def test_a_cursor_that_is_not_ours_is_refused_by_name(front: Front) -> None:
    async with front.of(Role.ADMIN) as client:
        answer = await client.get("/cases", params={"cursor": "made-up"})

    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["errors"][0]["field"] == "cursor"


async def test_a_change_decided_on_an_older_state_is_refused(front: Front) -> None:
    await front.shop.write()
    case = await front.shop.case()
    wanted = {"team_id": str(front.shop.team.id), "expected_v": case.v - 1}

    async with front.of(Role.AGENT) as client:
        answer = await client.put(f"/cases/{case.id}/assignment", json=wanted)

    assert (answer.status_code, answer.json()["code"]) == (409, "changed_meanwhile")


async def test_a_case_is_begun_named_promised_and_read(front: Front) -> None:
    await front.shop.write()
    first = await front.shop.case()
    due_at = (front.shop.clock.now() + timedelta(hours=4)).isoformat()
    conversation = {"conversation_id": str(first.conversation_id), "subject": "The invoice"}

    async with front.of(Role.SUPERVISOR) as client:
        begun = await client.post("/cases", json=conversation)
        address = f"/cases/{begun.json()['id']}"
        front.shop.clock.advance(timedelta(minutes=1))
        named = await client.patch(address, json={"subject": "The second invoice"})
        front.shop.clock.advance(timedelta(minutes=1))
        promised = await client.put(f"{address}/promise", json={"due_at": due_at})
        front.shop.clock.advance(timedelta(minutes=1))
        withdrawn = await client.delete(f"{address}/promise")
        read = await client.put(f"{address}/read", json={"seq": withdrawn.json()["v"]})
        counts = await client.get("/cases/counts")

    assert begun.status_code == 201, begun.text
    assert begun.json()["subject"] == "The invoice"
    assert named.json()["subject"] == "The second invoice"
    assert promised.json()["promise_at"] is not None, promised.text
    assert withdrawn.json()["promise_at"] is None
    assert (read.status_code, read.content) == (204, b"")
    sizes = {"mine", "team", "waiting", "parked", "over", "within_hour", "teams"}
    assert set(counts.json()) == sizes


async def test_an_instant_beyond_every_calendar_is_refused(front: Front) -> None:
    await front.shop.write()
    case = await front.shop.case()
    parking = {"wake_at": "9999-12-31T23:59:59-12:00", "reason": "never"}

    async with front.of(Role.AGENT) as client:
        answer = await client.put(f"/cases/{case.id}/parking", json=parking)

    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, "wake_at")

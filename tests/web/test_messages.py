"""Replies and notes over HTTP."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

from clew.domain.people import Role
from tests.fixtures.front import Front


async def a_reply(front: Front, **changes: Any) -> tuple[str, dict[str, Any]]:
    """Return the address and the body of a reply to a message that has just come."""
    await front.shop.write("Where is it?")
    case = await front.shop.case()
    body = {"id": str(uuid4()), "case_id": str(case.id), "text": "On its way."} | changes
    return f"/conversations/{case.conversation_id}/messages", body


async def test_a_reply_is_created_once(front: Front) -> None:
    address, body = await a_reply(front)

    async with front.of(Role.AGENT) as client:
        first = await client.post(address, json=body)
        again = await client.post(address, json=body)

    assert (first.status_code, again.status_code) == (201, 200), first.text
    assert first.json()["id"] == again.json()["id"] == body["id"]
    assert first.json()["delivery"]["state"] == "queued"
    assert [item.text for item in await front.shop.messages()] == ["Where is it?", "On its way."]


async def test_a_reply_that_lies_far_back_is_still_known(front: Front) -> None:
    address, body = await a_reply(front)
    incoming = front.shop.incoming

    async with front.of(Role.AGENT) as client:
        await client.post(address, json=body)
        await front.shop.deliver(*(incoming(f"wamid.{n}", f"And {n}?") for n in range(210)))
        again = await client.post(address, json=body)

    assert (again.status_code, again.json()["id"]) == (200, body["id"])


async def test_a_reply_is_taken_back_while_it_is_held(front: Front) -> None:
    address, body = await a_reply(front)

    async with front.of(Role.AGENT) as client:
        await client.post(address, json=body)
        front.shop.clock.advance(timedelta(seconds=5))
        undone = await client.delete(f"{address}/{body['id']}")
        again = await client.delete(f"{address}/{body['id']}")

    assert undone.status_code == 200, undone.text
    assert undone.json()["text"] == "On its way."
    assert undone.json()["case"]["next_move"]["kind"] == "answer"
    assert (again.status_code, again.json()["code"]) == (409, "already_sent")


async def test_a_newer_reply_of_a_colleague_is_shown_first(front: Front) -> None:
    address, body = await a_reply(front)

    async with front.of(Role.ADMIN) as client:
        theirs = await client.post(address, json=body)
    async with front.of(Role.AGENT) as client:
        mine = {**body, "id": str(uuid4()), "expected_seq": theirs.json()["seq"] - 1}
        answer = await client.post(address, json=mine)

    assert (answer.status_code, answer.json()["code"]) == (409, "newer_reply_exists")
    assert answer.json()["message_id"] == body["id"]


async def test_a_reply_may_park_the_case(front: Front) -> None:
    wake_at = (front.shop.clock.now() + timedelta(days=2)).isoformat()
    address, body = await a_reply(front, then="park", wake_at=wake_at, park_reason="the parcel")

    async with front.of(Role.AGENT) as client:
        answer = await client.post(address, json=body)

    case = await front.shop.case()
    assert answer.status_code == 201, answer.text
    assert case.park is not None
    assert case.park.reason == "the parcel"


async def test_a_reply_that_is_too_long_names_its_field(front: Front) -> None:
    address, body = await a_reply(front, text="x" * 10_001)

    async with front.of(Role.AGENT) as client:
        answer = await client.post(address, json=body)

    assert answer.status_code == 422
    assert answer.json()["errors"][0]["field"] == "text"


async def test_a_message_that_is_on_its_way_is_not_sent_again(front: Front) -> None:
    address, body = await a_reply(front)

    async with front.of(Role.AGENT) as client:
        await client.post(address, json=body)
        answer = await client.post(f"{address}/{body['id']}/delivery")

    assert (answer.status_code, answer.json()["code"]) == (409, "already_sent")


async def test_a_note_is_kept_once_and_is_for_the_team_only(front: Front) -> None:
    await front.shop.write()
    case = await front.shop.case()
    note = {"id": str(uuid4()), "case_id": str(case.id), "text": "A good one."}

    async with front.of(Role.AGENT) as client:
        first = await client.post(f"/conversations/{case.conversation_id}/notes", json=note)
        again = await client.post(f"/conversations/{case.conversation_id}/notes", json=note)

    assert (first.status_code, again.status_code) == (201, 200)
    assert (first.json()["kind"], first.json()["text"]) == ("note", "A good one.")
    assert len([item for item in await front.shop.timeline() if item.kind == "note"]) == 1

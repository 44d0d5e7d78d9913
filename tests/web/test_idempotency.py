"""A POST that comes twice with one key is done once."""

import asyncio
from typing import Any
from uuid import uuid4

import httpx

from clew.domain.people import Role
from tests.fixtures.front import Front

KEY = {"Idempotency-Key": "first-try"}


async def open_case(client: httpx.AsyncClient, front: Front, **changes: Any) -> httpx.Response:
    conversation_id = str((await front.shop.cases())[0].conversation_id)
    body = {"conversation_id": conversation_id, "subject": "The invoice"} | changes
    return await client.post("/cases", json=body, headers=KEY)


async def test_the_same_again_is_done_once_and_answered_as_before(front: Front) -> None:
    await front.shop.write()

    async with front.of(Role.AGENT) as client:
        first = await open_case(client, front)
        again = await open_case(client, front)

    assert first.status_code == again.status_code == 201, first.text
    assert first.content == again.content
    assert again.headers["idempotency-replayed"] == "true"
    assert len(await front.shop.cases()) == 2


async def test_two_at_once_are_one(front: Front) -> None:
    await front.shop.write()

    async with front.of(Role.AGENT) as client:
        answers = await asyncio.gather(*(open_case(client, front) for _ in range(5)))

    assert {answer.status_code for answer in answers} == {201}
    assert len({answer.json()["id"] for answer in answers}) == 1
    assert len(await front.shop.cases()) == 2


async def test_another_request_under_the_same_key_is_refused(front: Front) -> None:
    await front.shop.write()

    async with front.of(Role.AGENT) as client:
        await open_case(client, front)
        answer = await open_case(client, front, subject="Something else")

    assert (answer.status_code, answer.json()["code"]) == (422, "idempotency_key_reused")


async def test_keys_of_two_people_do_not_meet(front: Front) -> None:
    await front.shop.write()

    async with front.of(Role.AGENT) as one, front.of(Role.ADMIN) as other:
        first = await open_case(one, front)
        second = await open_case(other, front)

    assert first.json()["id"] != second.json()["id"]


async def test_a_refused_request_may_be_mended_under_its_key(front: Front) -> None:
    await front.shop.write()

    async with front.of(Role.AGENT) as client:
        refused = await open_case(client, front, team_id=str(uuid4()))
        mended = await open_case(client, front)

    assert refused.status_code == 404
    assert mended.status_code == 201


async def test_a_key_that_is_too_long_is_refused(front: Front) -> None:
    async with front.of(Role.AGENT) as client:
        answer = await client.post("/cases", json={}, headers={"Idempotency-Key": "x" * 201})

    assert answer.status_code == 422
    assert answer.json()["errors"][0]["field"] == "Idempotency-Key"


async def test_a_body_that_is_too_long_is_not_kept_in_memory(front: Front) -> None:
    async with front.of(Role.AGENT) as client:
        answer = await client.post("/cases", content=b" " * 2_000_000, headers=KEY)

    assert answer.status_code == 413

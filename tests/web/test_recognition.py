"""Joining, parting and suggesting contacts over HTTP."""

from __future__ import annotations

from typing import Any

import httpx

from clew.domain.people import Role
from tests.fixtures.front import Front

OTHER = "48600100201"


async def two(front: Front) -> tuple[str, str, str, str]:
    """Two people write; return their contacts and conversations."""
    await front.shop.write("one")
    await front.shop.write("two", phone=OTHER)
    first, second = sorted(await front.shop.cases(), key=lambda case: case.number)
    ids = (first.contact.id, second.contact.id, first.conversation_id, second.conversation_id)
    return tuple(str(one) for one in ids)  # type: ignore[return-value]


async def texts(client: httpx.AsyncClient, conversation_id: str) -> list[Any]:
    answer = await client.get(f"/conversations/{conversation_id}/timeline")
    return [item["text"] for item in answer.json()["items"] if item["kind"] == "message"]


async def test_two_contacts_become_one_and_two_again(front: Front) -> None:
    kept, other, here, there = await two(front)

    async with front.of(Role.AGENT) as client:
        merged = await client.post(
            f"/contacts/{kept}/merges", json={"contact_id": other, "reason": "she said so"}
        )
        [merge] = (await client.get(f"/contacts/{other}")).json()["merges"]
        joint = await texts(client, there)
        again = await client.post(f"/contacts/{kept}/merges", json={"contact_id": other})
        undone = await client.delete(f"/contacts/{kept}/merges/{merge['id']}")
        apart = [await texts(client, one) for one in (here, there)]
        twice = await client.delete(f"/contacts/{kept}/merges/{merge['id']}")

    assert merged.status_code == 201
    assert merged.json()["merge_id"] == merge["id"]
    assert merged.json()["contact"]["id"] == kept
    assert (merge["contact"]["id"], merge["reason"]) == (other, "she said so")
    assert joint == ["one", "two"]
    assert (again.status_code, again.json()["code"]) == (409, "already_one_contact")
    assert undone.json()["merges"] == []
    assert apart == [["one"], ["two"]]
    assert (twice.status_code, twice.json()["code"]) == (409, "merge_is_undone")


async def test_the_same_merge_asked_twice_is_done_once(front: Front) -> None:
    kept, other, *_ = await two(front)

    async with front.of(Role.AGENT) as client:
        answers = [
            await client.post(
                f"/contacts/{kept}/merges",
                json={"contact_id": other},
                headers={"Idempotency-Key": "k1"},
            )
            for _ in range(2)
        ]

    assert [one.status_code for one in answers] == [201, 201]
    assert answers[0].json() == answers[1].json()


async def test_who_is_said_to_be_somebody_else_is_answered(front: Front) -> None:
    kept, other, *_ = await two(front)

    async with front.of(Role.AGENT) as client:
        none = await client.get(f"/contacts/{kept}/suggestions")
        dismissed = await client.delete(f"/contacts/{kept}/suggestions/{other}")
        missing = await client.delete(f"/contacts/{kept}/suggestions/{kept}")

    assert none.json() == []
    assert dismissed.status_code == 204
    assert missing.status_code == 404

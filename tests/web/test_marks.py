"""Stars and mentions over HTTP."""

from uuid import uuid4

from clew.domain.people import Role
from tests.fixtures.front import Front


async def test_a_case_is_starred_and_found_by_its_star(front: Front) -> None:
    await front.shop.write("Hello")
    case = str((await front.shop.case()).id)

    async with front.of(Role.AGENT) as agent:
        put = await agent.put(f"/me/stars/{case}", json={"case_id": case})
        stars = await agent.get("/me/stars")
        found = await agent.get("/cases", params={"starred": "true"})
        removed = await agent.delete(f"/me/stars/{case}")
        after = await agent.get("/cases", params={"starred": "true"})

    assert (put.status_code, removed.status_code) == (204, 204), put.text
    assert [one["subject_id"] for one in stars.json()["items"]] == [case]
    assert [len(answer.json()["items"]) for answer in (found, after)] == [1, 0]


async def test_a_note_names_a_colleague_who_reads_it(front: Front) -> None:
    await front.shop.write("Hello")
    case = await front.shop.case()
    note = {
        "id": str(uuid4()),
        "case_id": str(case.id),
        "text": "@Sue can you look?",
        "mentions": [str(front.people[Role.SUPERVISOR].id)],
    }

    async with front.of(Role.AGENT) as agent, front.of(Role.SUPERVISOR) as sue:
        added = await agent.post(f"/conversations/{case.conversation_id}/notes", json=note)
        named = await sue.get("/me/mentions")
        read = await sue.put("/me/mentions/read", json={"case_id": str(case.id)})
        after = await sue.get("/me/mentions")

    assert added.json()["mentions"] == note["mentions"], added.text
    assert [one["read"] for one in named.json()["items"]] == [False]
    assert read.status_code == 204
    assert [one["read"] for one in after.json()["items"]] == [True]

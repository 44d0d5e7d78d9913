"""Tags over HTTP."""

from clew.domain.people import Role
from tests.fixtures.front import Front


async def test_a_tag_is_made_given_to_a_case_and_archived(front: Front) -> None:
    await front.shop.write("Hello")
    case = (await front.shop.case()).id

    async with front.of(Role.ADMIN) as admin, front.of(Role.AGENT) as agent:
        made = await admin.post("/tags", json={"name": "Refund", "color": "red"})
        tag = made.json()["id"]
        given = await agent.put(f"/cases/{case}/tags", json={"tag_ids": [tag], "expected": []})
        stale = await agent.put(f"/cases/{case}/tags", json={"tag_ids": [], "expected": []})
        found = await agent.get("/cases", params={"place": "all", "tag_id": tag})
        archived = await admin.patch(f"/tags/{tag}", json={"archived": True})
        listed = await agent.get("/tags")

    assert (made.status_code, given.status_code) == (201, 200), made.text
    assert given.json()["tags"] == [tag]
    assert (stale.status_code, stale.json()["code"]) == (409, "changed_meanwhile")
    assert [one["id"] for one in found.json()["items"]] == [str(case)]
    assert archived.json()["archived"]
    assert [one["name"] for one in listed.json()["items"]] == ["Refund"]

"""Saved views over HTTP."""

from clew.domain.people import Role
from tests.fixtures.front import Front


async def test_a_view_is_made_counted_changed_and_deleted(front: Front) -> None:
    await front.shop.write("Hello")
    filters = {"owner": "nobody"}
    new = {"name": "Nobody's", "filters": filters}

    async with front.of(Role.AGENT) as agent:
        made = await agent.post("/views", json=new)
        address = f"/views/{made.json()['id']}"
        counted = await agent.get("/views/counts")
        found = await agent.get("/cases", params={"place": "open", **filters})
        changed = await agent.patch(address, json={"name": "Free", "filters": {"owner": "me"}})
        gone = await agent.delete(address)
        listed = await agent.get("/views")

    assert made.status_code == 201, made.text
    assert [one["count"] for one in counted.json()["items"]] == [1] == [len(found.json()["items"])]
    assert (changed.json()["name"], changed.json()["filters"]) == ("Free", {"owner": "me"})
    assert gone.status_code == 204
    assert listed.json()["items"] == []

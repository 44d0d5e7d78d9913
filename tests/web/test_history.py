"""What administrators changed, over HTTP."""

from __future__ import annotations

from clew.domain.people import Role
from tests.fixtures.front import Front


async def test_a_change_is_listed_and_taken_back(front: Front) -> None:
    async with front.of(Role.SUPERVISOR) as lead:
        tag = (await lead.post("/tags", json={"name": "Refund"})).json()
        await lead.patch(f"/tags/{tag['id']}", json={"archived": True})
        path = f"/history/tag/{tag['id']}"
        changed, added = (await lead.get(path)).json()["items"]
        done = await lead.post(f"{path}/{changed['id']}/revert")
        refused = await lead.post(f"{path}/{added['id']}/revert")
        after = (await lead.get("/tags")).json()["items"]

    assert changed["changed"] == {"archived": {"before": "no", "after": "yes"}}
    assert changed["agent_name"] == "Sue"
    assert done.status_code == 204
    assert (refused.status_code, refused.json()["code"]) == (409, "cannot_be_taken_back")
    assert after == [tag]


async def test_there_is_no_history_of_other_kinds(front: Front) -> None:
    async with front.of(Role.ADMIN) as admin:
        answer = await admin.get(f"/history/pigeon/{front.shop.team.id}")

    assert answer.status_code == 404

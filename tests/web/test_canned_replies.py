"""Canned replies over HTTP."""

from clew.domain.people import Role
from tests.fixtures.front import Front


async def test_one_is_written_used_and_archived(front: Front) -> None:
    new = {"title": "Thanks", "shortcut": "thanks", "text": "Thank you, {contact.name}"}

    async with front.of(Role.ADMIN) as admin, front.of(Role.AGENT) as agent:
        made = await admin.post("/canned-replies", json=new)
        address = f"/canned-replies/{made.json()['id']}"
        wrong = await admin.patch(address, json={"text": "{order.id}"})
        seen = await agent.get("/canned-replies")
        await admin.patch(address, json={"archived": True})
        gone = await agent.get("/canned-replies")

    assert made.status_code == 201, made.text
    assert wrong.json()["errors"][0]["field"] == "text"
    assert [one["shortcut"] for one in seen.json()["items"]] == ["thanks"]
    assert gone.json()["items"] == []

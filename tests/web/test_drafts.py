"""Drafts over HTTP."""

from clew.domain.people import Role
from tests.fixtures.front import Front


async def test_a_draft_is_kept_read_elsewhere_and_forgotten(front: Front) -> None:
    await front.shop.write("Hello")
    address = f"/me/drafts/{(await front.shop.case()).id}/reply"
    draft = {"content": {"text": "Hello Anna"}, "written_at": front.shop.clock.now().isoformat()}

    async with front.of(Role.AGENT) as agent:
        kept = await agent.put(address, json=draft)
        elsewhere = await agent.get("/me/drafts")
        forgotten = await agent.delete(address)
        after = await agent.get("/me/drafts")

    assert kept.json()["content"] == {"text": "Hello Anna"}, kept.text
    assert [one["content"] for one in elsewhere.json()["items"]] == [{"text": "Hello Anna"}]
    assert forgotten.status_code == 204
    assert after.json()["items"] == []

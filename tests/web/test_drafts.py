"""Drafts over HTTP."""

from datetime import timedelta

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


async def test_what_another_window_wrote_meanwhile_stays(front: Front) -> None:
    await front.shop.write("Hello")
    address = f"/me/drafts/{(await front.shop.case()).id}/reply"
    now = front.shop.clock.now()
    instants = [(now + timedelta(seconds=seconds)).isoformat() for seconds in (-9, 0, 9)]
    before, written, later = instants

    async with front.of(Role.AGENT) as agent:
        await agent.put(address, json={"content": {"text": "A page"}, "written_at": written})
        draft = {"content": {"text": "Hel"}, "written_at": later, "based_on": before}
        stood = await agent.put(address, json=draft)
        await agent.delete(address, params={"up_to": before})
        kept = await agent.get("/me/drafts")

    assert stood.json()["content"] == {"text": "A page"}, stood.text
    assert [one["content"] for one in kept.json()["items"]] == [{"text": "A page"}]

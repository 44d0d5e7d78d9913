"""How long the asker worked on a case, over HTTP."""

from uuid import uuid4

from clew.domain.people import Role
from tests.fixtures.front import Front


async def test_attention_is_told_of_shown_and_set_right(front: Front) -> None:
    await front.shop.write()
    case = str((await front.shop.case()).id)
    focus = {"case_id": case, "number": 1, "began": 60_000, "beats": [50_000]}
    async with front.of(Role.AGENT) as agent:
        told = await agent.put(f"/me/attention/{uuid4()}", json=focus)
        shown = await agent.get(f"/cases/{case}/attention")
        corrected = await agent.put(f"/cases/{case}/attention", json={"seconds": 20})
        wrong = await agent.put(f"/cases/{case}/attention", json={"seconds": -1})
    async with front.of(Role.SUPERVISOR) as lead:
        of_lead = await lead.get(f"/cases/{case}/attention")

    assert told.json() == shown.json() == {"seconds": 60}
    assert corrected.json() == {"seconds": 20}
    assert wrong.status_code == 422
    assert of_lead.json() == {"seconds": 0}

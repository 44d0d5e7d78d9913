"""What did not arrive, over HTTP."""

from clew.domain.people import Role
from tests.fixtures.front import Front


async def test_leads_see_what_did_not_arrive_and_agents_do_not(front: Front) -> None:
    async with front.of(Role.SUPERVISOR) as lead, front.of(Role.AGENT) as agent:
        listed = await lead.get("/deliveries", params={"state": "queued"})
        refused = await agent.get("/deliveries")
        odd = await lead.get("/deliveries", params={"state": "lost"})

    assert (listed.status_code, listed.json()["items"]) == (200, [])
    assert refused.status_code == 403
    assert odd.status_code == 422

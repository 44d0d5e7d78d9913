"""What a letter begins with, over HTTP."""

from uuid import uuid4

from clew.domain.people import Role
from tests.fixtures.front import Front


async def test_a_channel_without_letters_has_no_draft(front: Front) -> None:
    await front.shop.write()
    case = await front.shop.case()
    async with front.of(Role.AGENT) as agent:
        found = await agent.get(f"/cases/{case.id}/letter")
        missing = await agent.get(f"/cases/{uuid4()}/letter")

    assert (found.status_code, found.json()) == (200, None)
    assert missing.status_code == 404

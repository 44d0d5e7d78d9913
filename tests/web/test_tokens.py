"""API tokens over HTTP."""

from clew.domain.people import Role
from tests.fixtures.front import Front


async def test_a_token_that_is_revoked_opens_nothing_any_more(front: Front) -> None:
    spare = await front.token_of(front.people[Role.AGENT])

    async with front.of(Role.ADMIN) as admin, front.client(spare) as program:
        before = await program.get("/me/tokens")
        everybodys = await admin.get("/me/tokens")
        for one in before.json()["items"]:
            assert (await admin.delete(f"/me/tokens/{one['id']}")).status_code == 204
        after = await program.get("/me/tokens")
        again = await admin.delete(f"/me/tokens/{before.json()['items'][0]['id']}")

    assert {one["agent_name"] for one in before.json()["items"]} == {"Ben"}
    assert {one["agent_name"] for one in everybodys.json()["items"]} == {"Ada", "Ben", "Sue"}
    assert (after.status_code, again.status_code) == (401, 404)

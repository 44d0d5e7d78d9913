"""What a case is due by, and the fair history of a silence, over HTTP."""

from datetime import timedelta

from clew.domain.people import Role
from tests.fixtures.front import Front


async def test_a_silence_is_divided(front: Front) -> None:
    await front.shop.write()
    case = await front.shop.case()
    now = front.shop.clock.now()
    stretch = {
        "began_at": now.isoformat(),
        "ended_at": (now + timedelta(days=2)).isoformat(),
    }
    async with front.of(Role.AGENT) as agent:
        path = f"/cases/{case.id}/gaps"
        told = await agent.post(path, json={"stretches": [stretch]})
        none = await agent.post(path, json={"stretches": []})
        long_ago = await agent.post(
            path, json={"stretches": [{**stretch, "began_at": "1201-01-01T00:00:00Z"}]}
        )

    assert told.status_code == 200
    [gap] = told.json()
    assert [part["awaited"] for part in gap["parts"]] == ["us"]
    assert gap["parts"][0]["seconds"] == 2 * 86_400
    assert none.status_code == 422
    assert (long_ago.status_code, long_ago.json()["code"]) == (422, "invalid_input")


async def test_a_case_tells_what_it_is_due_by(front: Front) -> None:
    await front.shop.write()
    case = await front.shop.case()
    async with front.of(Role.AGENT) as agent:
        told = await agent.get(f"/cases/{case.id}/deadlines")

    [answer] = told.json()
    assert answer["kind"] == "answer"
    assert answer["open_seconds"] > 0
    assert answer["special_days"] == []

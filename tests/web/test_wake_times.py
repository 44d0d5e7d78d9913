"""Times as people type them, over HTTP."""

from datetime import datetime

from clew.domain.people import Role
from tests.fixtures.front import Front


async def test_words_become_an_instant_or_nothing(front: Front) -> None:
    async with front.of(Role.AGENT) as agent:
        found = await agent.get("/wake-times", params={"text": "jutro 10", "time_zone": "UTC"})
        nothing = await agent.get("/wake-times", params={"text": "soon", "time_zone": "UTC"})
        refused = await agent.get("/wake-times", params={"text": "jutro", "time_zone": "Mars"})

    assert datetime.fromisoformat(found.json()["at"]) > front.shop.clock.now()
    assert nothing.json() == {"at": None}
    assert (refused.status_code, refused.json()["code"]) == (422, "invalid_input")


async def test_a_reply_that_names_a_time_promises_it(front: Front) -> None:
    async with front.of(Role.AGENT) as agent:

        async def said(text: str, zone: str = "UTC") -> object:
            body = {"text": text, "time_zone": zone}
            return (await agent.post("/spoken-promises", json=body)).json().get("at")

        found = await said("Dam znać do jutra 10:00.")
        nothing = await said("Thank you.")
        too_long = await agent.post(
            "/spoken-promises", json={"text": "a" * 501, "time_zone": "UTC"}
        )

    assert isinstance(found, str)
    assert datetime.fromisoformat(found) > front.shop.clock.now()
    assert nothing is None
    assert too_long.status_code == 422

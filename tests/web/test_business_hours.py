"""Business hours over HTTP."""

from __future__ import annotations

from typing import Any

from clew.domain.people import Role
from tests.fixtures.front import Front

HOURS: dict[str, Any] = {
    "zone": "Europe/Budapest",
    "weekly": {"monday": ["08:00-12:00", "13:00-17:00"]},
    "exceptions": {"2026-12-24": ["08:00-12:00"], "2026-12-25": []},
}


async def test_hours_are_read_as_they_were_written(front: Front) -> None:
    async with front.of(Role.ADMIN) as admin:
        added = await admin.post("/business-hours", json={"name": "Shop", "hours": HOURS})
        address = f"/business-hours/{added.json()['id']}"
        replaced = await admin.put(address, json={"name": "Shop two", "hours": HOURS})
        listed = await admin.get("/business-hours")

    assert (added.status_code, replaced.status_code) == (201, 200)
    [kept] = [one for one in listed.json()["items"] if one["id"] == added.json()["id"]]
    assert kept["name"] == "Shop two"
    assert kept["hours"]["exceptions"] == HOURS["exceptions"]
    assert kept["hours"]["weekly"]["monday"] == HOURS["weekly"]["monday"]


async def test_what_is_wrong_is_said_where_it_is(front: Front) -> None:
    wrong = {**HOURS, "weekly": {"monday": ["08:00-12:00", "11:00-17:00"]}}

    async with front.of(Role.ADMIN) as admin:
        answer = await admin.post("/business-hours", json={"name": "Shop", "hours": wrong})

    assert answer.status_code == 422
    assert answer.json()["errors"][0]["field"].startswith("weekly.monday")


async def test_an_outlook_changes_nothing(front: Front) -> None:
    question = {"hours": HOURS, "first_reply_minutes": 60, "next_reply_minutes": 120}

    async with front.of(Role.AGENT) as agent:
        answer = await agent.post("/business-hours/outlook", json=question)

    assert answer.status_code == 200, answer.text
    assert answer.json()["first_due_at"] > answer.json()["now"]

"""Agents and teams over HTTP."""

from clew.domain.people import Role
from tests.fixtures.front import Front


async def test_an_agent_is_added_changed_and_disabled(front: Front) -> None:
    new = {
        "name": "Zoe",
        "email": "Zoe@Example.test",
        "role": "agent",
        "team_ids": [str(front.shop.team.id)],
        "password": "long enough",
    }

    async with front.of(Role.ADMIN) as admin, front.client() as client:
        added = await admin.post("/agents", json=new)
        again = await admin.post("/agents", json=new)
        signed_in = await client.post("/session", json={k: new[k] for k in ("email", "password")})
        address = f"/agents/{added.json()['id']}"
        lead = await admin.patch(address, json={"role": "supervisor"})
        gone = await admin.patch(address, json={"disabled": True})
        after = await client.get("/session")

    assert added.status_code == 201, added.text
    assert added.json()["email"] == "zoe@example.test"
    assert again.status_code == 422
    assert again.json()["errors"][0]["fault"] == "address_taken"
    assert signed_in.status_code == 201
    assert lead.json()["role"] == "supervisor"
    assert gone.json()["disabled"]
    assert after.status_code == 401


async def test_a_workspace_keeps_an_administrator(front: Front) -> None:
    async with front.of(Role.ADMIN) as admin:
        others = [front.shop.admin.id, front.people[Role.ADMIN].id]
        first = await admin.patch(f"/agents/{others[0]}", json={"role": "agent"})
        last = await admin.patch(f"/agents/{others[1]}", json={"role": "agent"})

    assert first.status_code == 200
    assert (last.status_code, last.json()["code"]) == (409, "last_administrator")


async def test_lists_are_paged(front: Front) -> None:
    seen, cursor = [], None
    async with front.of(Role.AGENT) as client:
        for _ in range(10):
            query = {"limit": 1} | ({"cursor": cursor} if cursor else {})
            page = (await client.get("/agents", params=query)).json()
            seen += [agent["name"] for agent in page["items"]]
            cursor = page["next_cursor"]
            if cursor is None:
                break

    assert len(seen) == len(set(seen)) == 4


async def test_a_team_is_added_with_usual_hours_and_changed(front: Front) -> None:
    async with front.of(Role.ADMIN) as admin:
        added = await admin.post("/teams", json={"name": "Night", "first_reply_minutes": 30})
        mine = [str(front.people[Role.AGENT].id)]
        changed = await admin.patch(f"/teams/{added.json()['id']}", json={"agent_ids": mine})
        agents = (await admin.get("/agents")).json()["items"]

    assert added.status_code == 201, added.text
    assert added.json()["first_reply_minutes"] == 30
    assert changed.json()["agent_ids"] == mine
    ben = next(agent for agent in agents if agent["id"] == mine[0])
    assert added.json()["id"] in ben["team_ids"]


async def test_a_name_that_does_not_exist_is_refused_by_field(front: Front) -> None:
    nobody = "0197aaaa-0000-7000-8000-000000000000"
    new = {"name": "Zoe", "email": "zoe@example.test", "role": "agent", "password": "long enough"}

    async with front.of(Role.ADMIN) as admin:
        agent = await admin.post("/agents", json={**new, "team_ids": [nobody]})
        team = await admin.post("/teams", json={"name": "Night", "agent_ids": [nobody]})
        hours = await admin.post("/teams", json={"name": "Night", "business_hours_id": nobody})

    fields = [answer.json()["errors"][0]["field"] for answer in (agent, team, hours)]
    assert fields == ["team_ids", "agent_ids", "business_hours_id"]

"""Workspaces, agents, teams and hours are kept as they are."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from clew.domain.errors import Conflict
from clew.domain.ids import AgentId, BusinessHoursId
from clew.domain.people import Agent, Availability, Role
from clew.ports.store import Store
from tests.builders import MONDAY_NINE, OFFICE_HOURS
from tests.storage.batches import Workplace, new_id


async def save_agent(store: Store, agent: Agent, password_hash: str | None = None) -> None:
    async with store.write() as tx:
        await tx.people.save_agent(agent, password_hash)


async def test_an_agent_is_kept_with_teams(store: Store) -> None:
    workplace = await Workplace().save(store)
    changed = replace(
        workplace.agent,
        name="Żaneta",
        role=Role.SUPERVISOR,
        availability=Availability.AVAILABLE,
        team_ids=(),
        last_assigned_at=MONDAY_NINE,
    )

    async with store.write() as tx:
        before = await tx.people.agent(workplace.id, workplace.agent_id)
        await tx.people.save_agent(changed)
        after = await tx.people.agent(workplace.id, workplace.agent_id)
        elsewhere = await tx.people.agent(Workplace().id, workplace.agent_id)
        password = await tx.people.password_hash(workplace.agent_id)

    assert before == workplace.agent
    assert after == changed
    assert elsewhere is None
    assert password == "hash"


async def test_an_address_is_one_persons_in_a_workspace(store: Store) -> None:
    workplace = await Workplace().save(store)
    other = replace(workplace.agent, id=AgentId(new_id()), email="ANNA@Example.org")

    with pytest.raises(Conflict):
        await save_agent(store, other)


async def test_credentials_are_found_in_every_workspace_that_knows_the_address(
    store: Store,
) -> None:
    first, second = await Workplace().save(store), await Workplace().save(store)

    async with store.write() as tx:
        found = await tx.people.credentials(" Anna@example.ORG ")
        nobody = await tx.people.credentials("ben@example.org")

    assert [one.workspace for one in found] == [first.workspace, second.workspace]
    assert [one.agent for one in found] == [first.agent, second.agent]
    assert [one.password_hash for one in found] == ["hash", "hash"]
    assert nobody == []


async def test_agents_come_by_name(store: Store) -> None:
    workplace = await Workplace().save(store)
    ben = replace(
        workplace.agent, id=AgentId(new_id()), email="ben@example.org", name="Ben", team_ids=()
    )
    await save_agent(store, ben)

    async with store.write() as tx:
        assert await tx.people.agents(workplace.id) == [workplace.agent, ben]


async def test_a_team_is_kept_with_its_agents(store: Store) -> None:
    workplace = await Workplace().save(store)
    changed = replace(workplace.team, name="Post", first_reply=timedelta(minutes=7))

    async with store.write() as tx:
        await tx.people.save_team(changed)
        kept = await tx.people.teams(workplace.id)
        await tx.people.save_team(changed, [])
        emptied = await tx.people.teams(workplace.id)

    assert kept == [(changed, [workplace.agent_id])]
    assert emptied == [(changed, [])]


async def test_business_hours_are_kept(store: Store) -> None:
    workplace = await Workplace().save(store)
    hours_id = BusinessHoursId(new_id())

    async with store.write() as tx:
        await tx.people.save_hours(workplace.id, hours_id, "Office", OFFICE_HOURS)
        hours = await tx.people.hours(workplace.id)

    assert [name for _, name, _ in hours] == ["Always", "Office"]
    assert hours[1] == (hours_id, "Office", OFFICE_HOURS)


async def test_workspaces_come_oldest_first_and_names_are_given_once(store: Store) -> None:
    first = await Workplace().save(store)
    second = Workplace()
    twin = replace(second.workspace, name=first.workspace.name)

    async with store.write() as tx:
        found = await tx.people.workspaces()

    async def add() -> None:
        async with store.write() as tx:
            await tx.people.add_workspace(twin)

    assert found == [first.workspace]
    with pytest.raises(Conflict):
        await add()


async def test_preferences_are_replaced(store: Store) -> None:
    workplace = await Workplace().save(store)

    async with store.write() as tx:
        await tx.people.save_preferences(workplace.agent_id, {"theme": "dark"})
        await tx.people.save_preferences(workplace.agent_id, {"language": "pl"})
        found = await tx.people.preferences(workplace.agent_id)

    assert found == {"language": "pl"}

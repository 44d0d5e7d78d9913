"""A workspace from nothing, and who the command line acts for."""

from dataclasses import replace

import pytest

from clew.domain.errors import InvalidInput, NotFound
from clew.domain.people import Role
from clew.services.passwords import Passwords
from clew.services.setting_up import (
    Begun,
    WhichWorkspace,
    WorkspaceExists,
    begin_workspace,
    find_workspace,
    operator_of,
)
from tests.fixtures.workplace import PASSWORD, QUICK, Shop


async def begin(shop: Shop, name: str = "Second", password: str = PASSWORD) -> Begun:
    return await begin_workspace(
        name, "boss@example.test", password, deps=shop.deps, passwords=Passwords(QUICK)
    )


async def test_a_new_workspace_has_all_that_the_first_message_needs(each_shop: Shop) -> None:
    begun = await begin(each_shop, "  Second  ")

    workplace = await each_shop.deps.directory.workplace(begun.workspace.id)
    admin = workplace.agents[begun.admin.id]
    assert begun.workspace.name == "Second"
    assert (admin.role, admin.name, admin.team_ids) == (Role.ADMIN, "boss", (begun.team.id,))
    assert workplace.policy(begun.team.id).targets.first == begun.team.first_reply
    async with each_shop.deps.store.read() as reader:
        (known,) = await reader.people.credentials("BOSS@example.test")
    assert await Passwords(QUICK).matches(PASSWORD, known.password_hash)


async def test_a_name_is_one_workspaces(shop: Shop) -> None:
    await begin(shop)

    with pytest.raises(WorkspaceExists):
        await begin(shop)


@pytest.mark.parametrize(("name", "password"), [("", PASSWORD), ("Second", "short")])
async def test_what_cannot_be_used_makes_nothing(shop: Shop, name: str, password: str) -> None:
    with pytest.raises(InvalidInput):
        await begin(shop, name, password)

    assert (await find_workspace(None, deps=shop.deps)).id == shop.admin.workspace_id


async def test_a_workspace_is_found_by_name_or_when_it_is_the_only_one(shop: Shop) -> None:
    only = await find_workspace(None, deps=shop.deps)
    second = (await begin(shop)).workspace

    assert only.id == shop.admin.workspace_id
    assert await find_workspace("Second", deps=shop.deps) == second
    with pytest.raises(WhichWorkspace, match="Second"):
        await find_workspace(None, deps=shop.deps)
    with pytest.raises(NotFound):
        await find_workspace("Third", deps=shop.deps)


async def test_the_machine_acts_for_an_administrator_who_may_work(shop: Shop) -> None:
    await shop.join("Ewa", Role.AGENT)
    second = await shop.join("Ola", Role.ADMIN)
    workspace = await find_workspace(None, deps=shop.deps)
    first = await operator_of(workspace, deps=shop.deps)
    async with shop.deps.store.write() as tx:
        await tx.people.save_agent(replace(shop.admin.agent, is_disabled=True))
    then = await operator_of(workspace, deps=shop.deps)
    async with shop.deps.store.write() as tx:
        await tx.people.save_agent(replace(second.agent, is_disabled=True))

    assert (first.id, then.id) == (shop.admin.id, second.id)
    with pytest.raises(InvalidInput):
        await operator_of(workspace, deps=shop.deps)

"""Agents of a workspace."""

from dataclasses import replace

import pytest

from clew.domain.errors import InvalidInput, NotAllowed, NotFound
from clew.domain.ids import AgentId, TeamId
from clew.domain.people import Availability, Role
from clew.services.asking import Asker
from clew.services.availability import set_availability
from clew.services.passwords import Passwords
from clew.services.people import (
    AgentView,
    ChangeAgent,
    LastAdministrator,
    change_agent,
    checked_email,
    checked_name,
    list_agents,
    set_preferences,
)
from clew.services.sessions import Sessions
from tests.builders import an_id
from tests.fixtures.workplace import QUICK, Shop


async def change(shop: Shop, command: ChangeAgent, asker: Asker | None = None) -> AgentView:
    return await change_agent(
        command,
        asker=asker or shop.admin,
        deps=shop.deps,
        passwords=Passwords(QUICK),
        sessions=Sessions(shop.deps.store, shop.clock),
    )


async def test_only_who_manages_people_changes_them(shop: Shop) -> None:
    ben = await shop.join("Ben", Role.SUPERVISOR)

    with pytest.raises(NotAllowed):
        await change(shop, ChangeAgent(agent_id=ben.id, role=Role.ADMIN), ben)


async def test_an_address_belongs_to_one_agent(each_shop: Shop) -> None:
    ben, sue = await each_shop.join("Ben"), await each_shop.join("Sue")

    with pytest.raises(InvalidInput, match="has this address"):
        await change(each_shop, ChangeAgent(agent_id=ben.id, email=sue.agent.email))


async def test_nobody_else_is_changed(shop: Shop) -> None:
    with pytest.raises(NotFound):
        await change(shop, ChangeAgent(agent_id=AgentId(an_id(99)), name="Zoe"))


async def test_a_workspace_keeps_an_administrator_who_may_work(shop: Shop) -> None:
    for command in (
        ChangeAgent(agent_id=shop.admin.id, is_disabled=True),
        ChangeAgent(agent_id=shop.admin.id, role=Role.AGENT),
    ):
        with pytest.raises(LastAdministrator):
            await change(shop, command)


async def test_the_cases_of_a_disabled_agent_go_to_the_queue(each_shop: Shop) -> None:
    ben = await each_shop.join("Ben", available=True)
    await each_shop.write()
    case = await each_shop.case()
    await take(each_shop, ben, case.id)
    owned = await each_shop.case()

    await change(each_shop, ChangeAgent(agent_id=ben.id, is_disabled=True))

    left = await each_shop.case()
    assert owned.next_move is not None
    assert left.next_move is not None
    assert (owned.next_move.holder, left.next_move.holder) == ("agent", "team")


async def take(shop: Shop, asker: Asker, case_id: object) -> None:
    from clew.services.cases import Assign, assign

    await assign(
        Assign(case_id=case_id, agent_id=asker.id),  # type: ignore[arg-type]
        asker=asker,
        deps=shop.deps,
    )


async def test_agents_are_listed_by_name_with_their_number(shop: Shop) -> None:
    await shop.join("Zoe")
    await shop.join("Abe")

    listed = await list_agents(asker=shop.admin, deps=shop.deps)

    names = [agent.name for agent in listed.value]
    assert names[0] == "Abe"
    assert names[-1] == "Zoe"


async def test_preferences_are_kept_and_bounded(each_shop: Shop) -> None:
    kept = await set_preferences({"theme": "dark"}, asker=each_shop.admin, deps=each_shop.deps)

    assert kept == {"theme": "dark"}
    too_much: tuple[dict[str, object], ...] = ({"x": "y" * 20_000}, {"x": "\x00"})
    for wrong in too_much:
        with pytest.raises(InvalidInput):
            await set_preferences(wrong, asker=each_shop.admin, deps=each_shop.deps)


async def test_availability_is_kept_with_everything_else(shop: Shop) -> None:
    agent = await set_availability(
        Availability.AVAILABLE,
        asker=shop.admin,
        deps=shop.deps,
        sessions=Sessions(shop.deps.store, shop.clock),
    )

    assert agent == replace(shop.admin.agent, availability=Availability.AVAILABLE)
    assert agent.team_ids == (TeamId(shop.team.id),)


@pytest.mark.parametrize("email", ["", "a", "a@", "@b.c", "a b@c.d", "a@b", "a@b.c\n", "a" * 260])
def test_what_is_no_address_is_refused(email: str) -> None:
    if email == "a@b.c\n":
        assert checked_email(email) == "a@b.c"
        return
    with pytest.raises(InvalidInput):
        checked_email(email)


def test_names_lose_their_blanks() -> None:
    assert checked_name("  Ana   María ") == "Ana María"
    for wrong in ("", "   ", "x" * 121):
        with pytest.raises(InvalidInput):
            checked_name(wrong)

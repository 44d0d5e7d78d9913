"""Who shall have a case, as people are this moment."""

from dataclasses import replace
from datetime import timedelta

import pytest

from clew.domain.errors import CaseIsResolved, Conflict, InvalidInput, NotFound
from clew.domain.facts import Outcome
from clew.domain.ids import AgentId, CaseId, TeamId
from clew.domain.people import Team
from clew.services.asking import Asker
from clew.services.assigning import Assign, assign
from tests.builders import an_id
from tests.fixtures.shops import shop_in
from tests.fixtures.workplace import Shop


async def give(
    shop: Shop,
    agent: Asker | None = None,
    team_id: TeamId | None = None,
    expected_v: int | None = None,
) -> None:
    """Give the only case to somebody."""
    command = Assign(
        case_id=CaseId((await shop.case()).id),
        agent_id=agent.id if agent else None,
        team_id=team_id,
        expected_v=expected_v,
    )
    await assign(command, asker=shop.admin, deps=shop.deps)


async def holder(shop: Shop) -> tuple[str, object]:
    """Who has the next move of the only case."""
    move = (await shop.case()).next_move
    assert move is not None
    return move.holder, move.holder_id


async def another_team(shop: Shop) -> Team:
    team = replace(shop.team, id=TeamId(shop.deps.ids.new()), name="Returns")
    async with shop.deps.store.write() as tx:
        await tx.people.save_team(team)
    return team


async def test_a_case_goes_to_a_person_and_back_to_the_queue_of_a_team(each_shop: Shop) -> None:
    shop = each_shop
    agent = await shop.join("Ewa", available=True)
    team = await another_team(shop)
    await shop.write("Hello")

    await give(shop, agent)
    personal = await holder(shop)
    await give(shop, team_id=team.id)

    assert personal == ("agent", agent.id)
    assert await holder(shop) == ("team", team.id)
    assert (await shop.case()).owner is None
    assert await shop.violations() == {}


async def test_a_case_given_to_somebody_who_is_away_waits_in_the_queue(shop: Shop) -> None:
    agent = await shop.join("Ewa")
    await shop.write("Hello")

    await give(shop, agent)

    assert await holder(shop) == ("team", shop.team.id)
    owner = (await shop.case()).owner
    assert owner is not None
    assert owner.id == agent.id


async def test_whoever_takes_a_case_has_it_whatever_their_sign_says(shop: Shop) -> None:
    await shop.write("Hello")

    await give(shop, shop.admin)

    assert await holder(shop) == ("agent", shop.admin.id)


async def test_what_somebody_has_already_is_not_given_again(shop: Shop) -> None:
    await shop.write("Hello")
    await give(shop, shop.admin)
    before = await shop.case()

    await give(shop, shop.admin)

    assert await shop.case() == before


async def test_nobody_who_was_disabled_meanwhile_is_given_a_case(shop: Shop) -> None:
    """The directory may be seconds old; a case must not go to whoever has just left."""
    agent = await shop.join("Ewa", available=True)
    await shop.write("Hello")
    await shop.deps.directory.workplace(shop.admin.workspace_id)
    async with shop.deps.store.write() as tx:
        await tx.people.save_agent(replace(agent.agent, is_disabled=True))

    with pytest.raises(InvalidInput):
        await give(shop, agent)

    assert await holder(shop) == ("team", shop.team.id)


async def test_a_decision_on_an_older_state_is_refused(each_shop: Shop) -> None:
    shop = each_shop
    await shop.write("Hello")
    seen = (await shop.case()).v
    await shop.write("Hello?")

    with pytest.raises(Conflict):
        await give(shop, shop.admin, expected_v=seen)
    await give(shop, shop.admin, expected_v=(await shop.case()).v)

    assert await holder(shop) == ("agent", shop.admin.id)


async def test_people_and_teams_of_elsewhere_do_not_exist(shop: Shop) -> None:
    other = await shop_in(shop.deps, shop.clock, "Another shop")
    await shop.write("Hello")
    case_id = CaseId((await shop.case()).id)

    for command in (
        Assign(case_id=case_id, agent_id=other.admin.id),
        Assign(case_id=case_id, agent_id=AgentId(an_id(9))),
        Assign(case_id=case_id, team_id=other.team.id),
        Assign(case_id=CaseId(an_id(9)), agent_id=shop.admin.id),
    ):
        with pytest.raises(NotFound):
            await assign(command, asker=shop.admin, deps=shop.deps)


async def test_somebody_has_to_be_named(shop: Shop) -> None:
    await shop.write("Hello")

    with pytest.raises(InvalidInput):
        await give(shop)


async def test_a_case_that_is_done_is_given_to_nobody(shop: Shop) -> None:
    await shop.write("Hello")
    shop.clock.advance(timedelta(seconds=1))
    await shop.end(outcome=Outcome.SPAM)

    with pytest.raises(CaseIsResolved):
        await give(shop, shop.admin)

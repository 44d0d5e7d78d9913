"""What waits in queues goes to whoever takes work: fairly, within limits, over nobody's head."""

from collections import Counter
from dataclasses import replace
from datetime import timedelta

import pytest

from clew.domain.facts import Outcome
from clew.domain.ids import CaseId, TeamId
from clew.domain.people import Agent, Availability, Team
from clew.services.asking import Asker
from clew.services.assigning import Assign, assign
from clew.services.clocks import sweep
from clew.services.routing import route
from tests.fixtures.shops import shop_in
from tests.fixtures.workplace import Shop

A_DAY = timedelta(days=1)


async def routed(shop: Shop, limit: int = 200) -> int:
    return await route(shop.admin.workspace_id, shop.deps, limit)


async def write(shop: Shop, how_many: int, first: int = 0) -> None:
    """Let so many contacts write, each a minute after the other."""
    for number in range(first, first + how_many):
        await shop.write("Hello", phone=f"486000{number:05}")
        shop.clock.advance(timedelta(minutes=1))


async def owners(shop: Shop) -> list[str | None]:
    """Who owns each case, the oldest first."""
    return [case.owner.name if case.owner else None for case in await shop.cases()]


async def another_team(shop: Shop, *agents: Asker) -> Team:
    """A team of these agents alone."""
    team = replace(shop.team, id=TeamId(shop.deps.ids.new()), name="Returns")
    async with shop.deps.store.write() as tx:
        await tx.people.save_team(team)
        for agent in agents:
            await tx.people.save_agent(replace(agent.agent, team_ids=(team.id,)))
    shop.deps.directory.forget(shop.admin.workspace_id)
    return team


async def test_a_case_goes_to_whoever_takes_work(each_shop: Shop) -> None:
    shop = each_shop
    await shop.join("Ewa", available=True)
    await shop.join("Jan")
    await write(shop, 1)

    given = await routed(shop)

    move = (await shop.case()).next_move
    assert given == 1
    assert await owners(shop) == ["Ewa"]
    assert move is not None
    assert move.holder == "agent"
    assert await shop.violations() == {}


async def test_nobody_is_given_work_while_nobody_takes_any(shop: Shop) -> None:
    await shop.join("Jan")
    await write(shop, 1)

    assert await routed(shop) == 0
    assert await owners(shop) == [None]


async def test_work_is_shared_out_evenly(shop: Shop) -> None:
    for name in ("Ewa", "Jan", "Ola"):
        await shop.join(name, available=True)
    await write(shop, 9)

    await routed(shop)

    assert Counter(await owners(shop)) == {"Ewa": 3, "Jan": 3, "Ola": 3}
    assert await shop.violations() == {}


async def test_of_two_with_equal_load_the_one_who_waited_longest_is_next(shop: Shop) -> None:
    ewa, jan = await shop.join("Ewa", available=True), await shop.join("Jan", available=True)
    async with shop.deps.store.write() as tx:
        await tx.people.note_assigned([ewa.id], shop.clock.now())
        await tx.people.note_assigned([jan.id], shop.clock.now() - timedelta(hours=1))
    await write(shop, 1)

    await routed(shop)

    assert await owners(shop) == ["Jan"]
    assert (await shop.agent(jan)).last_assigned_at == shop.clock.now()


async def test_nobody_is_given_more_than_the_soft_limit(shop: Shop) -> None:
    await shop.join("Ewa", available=True)
    limit = shop.deps.limits.soft_limit
    await write(shop, limit + 3)

    given = [await routed(shop), await routed(shop)]

    assert given == [limit, 0]
    assert Counter(await owners(shop)) == {"Ewa": limit, None: 3}
    assert await shop.violations() == {}


async def test_the_most_urgent_case_is_given_first(shop: Shop) -> None:
    await shop.join("Ewa", available=True)
    await write(shop, 3)

    await routed(shop, 1)

    assert await owners(shop) == ["Ewa", None, None]


async def test_the_owner_comes_first_when_their_contact_writes_again(shop: Shop) -> None:
    ewa = await shop.join("Ewa", available=True)
    await write(shop, 1)
    await routed(shop)
    await shop.turn(ewa, Availability.AWAY)
    await shop.turn(ewa, Availability.AVAILABLE)
    await shop.join("Jan", available=True)

    await routed(shop)

    assert await owners(shop) == ["Ewa"]


async def test_a_case_that_follows_on_goes_to_whoever_knows_the_matter(shop: Shop) -> None:
    ewa = await shop.join("Ewa", available=True)
    await shop.write("My kettle broke")
    await routed(shop)
    await shop.tell("Solved", by=ewa)
    await shop.end()
    await shop.join("Adam", available=True)
    shop.clock.advance(40 * A_DAY)
    await shop.write("The kettle again")

    await routed(shop)

    assert await owners(shop) == ["Ewa", "Ewa"]
    assert await shop.violations() == {}


async def test_cases_of_an_owner_who_left_go_to_the_others(shop: Shop) -> None:
    ewa = await shop.join("Ewa", available=True)
    await write(shop, 2)
    await routed(shop)
    await shop.join("Jan", available=True)
    await shop.turn(ewa, Availability.AWAY)

    await routed(shop)

    assert await owners(shop) == ["Jan", "Jan"]
    assert await shop.violations() == {}


@pytest.mark.parametrize("change", [{"is_disabled": True}, {"availability": Availability.AWAY}])
async def test_whoever_left_a_moment_ago_is_given_nothing_and_stays_away(
    shop: Shop, change: dict[str, object]
) -> None:
    """Another process may have changed an agent since the directory was read."""
    ewa = await shop.join("Ewa", available=True)
    await write(shop, 1)
    await shop.deps.directory.workplace(shop.admin.workspace_id)
    gone: Agent = replace(ewa.agent, **change)  # type: ignore[arg-type]
    async with shop.deps.store.write() as tx:
        await tx.people.save_agent(gone)

    assert await routed(shop) == 0

    assert await owners(shop) == [None]
    assert await shop.agent(ewa) == gone


async def test_giving_work_changes_nothing_else_of_an_agent(shop: Shop) -> None:
    ewa = await shop.join("Ewa", available=True)
    await write(shop, 1)

    await routed(shop)

    assert await shop.agent(ewa) == replace(ewa.agent, last_assigned_at=shop.clock.now())


async def overdue(shop: Shop) -> None:
    """Let the night pass, and the clock do what is due."""
    shop.clock.advance(A_DAY)
    while await sweep(shop.deps, 200):
        pass


async def test_a_case_is_not_taken_from_an_owner_who_is_merely_late(shop: Shop) -> None:
    await shop.join("Ewa", available=True)
    await write(shop, 1)
    await routed(shop)
    await overdue(shop)
    await shop.join("Jan", available=True)
    held = (await shop.case()).next_move

    assert await routed(shop) == 0

    assert held is not None
    assert held.holder == "team"  # offered: Jan may take it
    assert await owners(shop) == ["Ewa"]
    assert await shop.violations() == {}


async def test_a_case_that_nobody_had_is_still_given_when_it_is_overdue(shop: Shop) -> None:
    """What came in by night, and missed its time, waits for whoever comes in the morning."""
    await write(shop, 1)
    await overdue(shop)
    await shop.join("Ewa", available=True)

    assert await routed(shop) == 1
    assert await owners(shop) == ["Ewa"]
    assert await shop.violations() == {}


async def test_an_overdue_case_of_an_owner_who_left_is_given_to_another(shop: Shop) -> None:
    ewa = await shop.join("Ewa", available=True)
    await write(shop, 1)
    await routed(shop)
    await overdue(shop)
    await shop.turn(ewa, Availability.AWAY)
    await shop.join("Jan", available=True)

    await routed(shop)

    assert await owners(shop) == ["Jan"]


async def test_a_long_queue_of_one_team_does_not_hide_that_of_another(shop: Shop) -> None:
    """Cases that nobody can take now stand first in the line, and must not block it."""
    ewa = await shop.join("Ewa", available=True)
    await write(shop, 6)
    team = await another_team(shop, ewa)
    await write(shop, 1, first=6)
    last = (await shop.cases())[-1]
    command = Assign(case_id=CaseId(last.id), team_id=team.id)
    await assign(command, asker=shop.admin, deps=shop.deps)

    given = await routed(shop, limit=3)

    assert given == 1
    assert (await owners(shop))[-1] == "Ewa"
    assert await shop.violations() == {}


async def test_many_cases_that_are_merely_late_do_not_hide_a_new_one(shop: Shop) -> None:
    await shop.join("Ewa", available=True)
    await write(shop, 4)
    await routed(shop)
    await overdue(shop)
    await write(shop, 1, first=4)

    given = await routed(shop, limit=2)

    assert given == 1
    assert await owners(shop) == ["Ewa"] * 5
    assert await shop.violations() == {}


async def test_cases_that_wait_for_nobody_here_are_left(shop: Shop) -> None:
    await shop.join("Ewa", available=True)
    await shop.write("Hello")
    await shop.end(outcome=Outcome.SPAM)

    assert await routed(shop) == 0


async def test_workspaces_share_nobody(shop: Shop) -> None:
    other = await shop_in(shop.deps, shop.clock, "Another shop")
    await other.join("Ewa", available=True)
    await write(shop, 1)

    assert await routed(other) == 0
    assert await owners(shop) == [None]

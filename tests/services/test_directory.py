"""What is configured is at hand, and seconds old at most."""

from dataclasses import replace
from datetime import timedelta

import pytest

from clew.domain.errors import NotFound
from clew.domain.ids import AgentId, InboxId, TeamId
from clew.domain.people import Availability, Team
from clew.services.directory import FRESH_FOR, Directory, Workplace, secret_place
from tests.builders import an_id
from tests.fixtures.shops import shop_in
from tests.fixtures.workplace import Shop


async def workplace(shop: Shop) -> Workplace:
    return await shop.deps.directory.workplace(shop.admin.workspace_id)


async def add_team(shop: Shop) -> Team:
    """Add a team behind the back of the directory, as another process does."""
    team = replace(shop.team, id=TeamId(shop.deps.ids.new()), name="Returns")
    async with shop.deps.store.write() as tx:
        await tx.people.save_team(team)
    return team


async def test_a_snapshot_is_kept_until_it_is_old(shop: Shop) -> None:
    before = await workplace(shop)
    team = await add_team(shop)

    shop.clock.advance(FRESH_FOR - timedelta(microseconds=1))
    still = await workplace(shop)
    shop.clock.advance(timedelta(microseconds=1))
    after = await workplace(shop)

    assert still is before
    assert team.id in after.teams
    assert after.policy(team.id).targets.first == team.first_reply


async def test_a_snapshot_is_forgotten_when_something_was_changed(shop: Shop) -> None:
    before = await workplace(shop)

    shop.deps.directory.forget(shop.admin.workspace_id)

    assert await workplace(shop) is not before


async def test_a_clock_that_was_put_back_keeps_no_snapshot_for_ever(shop: Shop) -> None:
    before = await workplace(shop)

    shop.clock.advance(-timedelta(hours=1))

    assert await workplace(shop) is not before


async def test_a_team_that_a_snapshot_does_not_know_is_looked_for(shop: Shop) -> None:
    before = await workplace(shop)
    team = await add_team(shop)

    known = await shop.deps.directory.workplace(shop.admin.workspace_id, knowing=[shop.team.id])
    asked = await shop.deps.directory.workplace(shop.admin.workspace_id, knowing=[team.id])

    assert known is before
    assert team.id in asked.teams


async def test_a_team_that_is_not_here_is_said_not_to_be(shop: Shop) -> None:
    stranger = TeamId(an_id(9))

    found = await shop.deps.directory.workplace(shop.admin.workspace_id, knowing=[stranger])

    with pytest.raises(NotFound):
        found.policy(stranger)


async def test_workspaces_are_apart(shop: Shop) -> None:
    other = await shop_in(shop.deps, shop.clock, "Another shop")

    assert shop.admin.id not in (await workplace(other)).agents
    assert other.admin.id not in (await workplace(shop)).agents


async def test_who_takes_work_is_known(shop: Shop) -> None:
    ewa = await shop.join("Ewa", available=True)
    jan = await shop.join("Jan")
    gone = await shop.join("Ola", available=True)
    async with shop.deps.store.write() as tx:
        await tx.people.save_agent(
            replace(gone.agent, availability=Availability.AVAILABLE, is_disabled=True)
        )
    shop.deps.directory.forget(shop.admin.workspace_id)

    found = await workplace(shop)

    here = {one for one in found.agents if found.is_reachable(one)}
    assert here == {ewa.id}
    assert not found.is_reachable(None)
    assert not found.is_reachable(AgentId(an_id(9)))
    assert {one.id for one in found.members(shop.team.id)} == {shop.admin.id, ewa.id, jan.id}


async def test_an_inbox_comes_with_its_opened_secrets(shop: Shop) -> None:
    found = await shop.deps.directory.inbox(shop.inbox.id)

    assert found is not None
    inbox, config = found
    assert inbox == shop.inbox
    assert config.secrets["verify_token"] == "verify-me"
    assert "verify-me" not in repr(config)


async def test_an_inbox_is_kept_until_it_is_old_or_changed(shop: Shop) -> None:
    first = await shop.deps.directory.inbox(shop.inbox.id)
    second = await shop.deps.directory.inbox(shop.inbox.id)
    shop.clock.advance(FRESH_FOR)
    third = await shop.deps.directory.inbox(shop.inbox.id)
    shop.deps.directory.forget(shop.admin.workspace_id)
    fourth = await shop.deps.directory.inbox(shop.inbox.id)

    assert first is not None
    assert second is not None
    assert third is not None
    assert fourth is not None
    assert second[1] is first[1]
    assert third[1] is not first[1]
    assert fourth[1] is not third[1]


async def test_an_inbox_that_is_not_here_is_none(shop: Shop) -> None:
    assert await shop.deps.directory.inbox(InboxId(an_id(9))) is None


def test_every_secret_has_a_place_of_its_own() -> None:
    here, there = InboxId(an_id(8)), InboxId(an_id(9))

    places = [secret_place(inbox, name) for inbox in (here, there) for name in ("a", "b")]

    assert len(set(places)) == 4


async def test_two_directories_agree_within_seconds(shop: Shop) -> None:
    """Each process has one of its own."""
    other = Directory(shop.deps.store, shop.deps.vault, shop.clock)
    await other.workplace(shop.admin.workspace_id)
    ewa = await shop.join("Ewa")

    shop.clock.advance(FRESH_FOR)

    assert ewa.id in (await other.workplace(shop.admin.workspace_id)).agents

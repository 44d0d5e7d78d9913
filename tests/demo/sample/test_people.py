from __future__ import annotations

from clew.demo.sample.people import COLLEAGUES, ORDERS, RETURNS
from clew.domain.people import Availability
from clew.services.passwords import Passwords
from tests.demo.sample.looking import look_into
from tests.fixtures.sample import MadeSample


async def test_everybody_works_in_their_teams(made_sample: MadeSample) -> None:
    async with look_into(made_sample) as sample:
        shop = sample.shop

    assert set(shop.teams) == {ORDERS, RETURNS}
    for one in COLLEAGUES:
        agent = shop.agents[one.name.partition(" ")[0]]
        assert (agent.name, agent.email, agent.role) == (one.name, one.email, one.role)
        assert set(agent.team_ids) == {shop.teams[name] for name in one.teams}
        assert agent.availability is one.availability


async def test_the_passwords_that_are_told_are_the_right_ones(made_sample: MadeSample) -> None:
    one = COLLEAGUES[1]
    passwords = Passwords()
    async with look_into(made_sample) as sample:
        async with sample.deps.store.read() as reader:
            (found,) = await reader.people.credentials(one.email)
        is_right = await passwords.matches(one.password, found.password_hash)
    passwords.close()

    assert is_right


async def test_somebody_is_away_so_that_a_queue_shows(made_sample: MadeSample) -> None:
    async with look_into(made_sample) as sample:
        returns = sample.shop.teams[RETURNS]
        queued = [case for case in await sample.cases() if case.team.id == returns]

    assert [case.owner for case in queued] == [None]
    assert Availability.AWAY in {one.availability for one in COLLEAGUES}

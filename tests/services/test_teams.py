"""Teams and their targets."""

import pytest

from clew.domain.errors import InvalidInput, NotAllowed, NotFound
from clew.domain.faults import Fault
from clew.domain.ids import TeamId
from clew.services.asking import Asker
from clew.services.sessions import Sessions
from clew.services.teams import SaveTeam, TeamView, list_teams, save_team
from tests.builders import an_id
from tests.fixtures.workplace import Shop


async def save(shop: Shop, command: SaveTeam, asker: Asker | None = None) -> TeamView:
    sessions = Sessions(shop.deps.store, shop.clock)
    return await save_team(command, asker=asker or shop.admin, deps=shop.deps, sessions=sessions)


async def test_a_new_team_has_what_is_usual(each_shop: Shop) -> None:
    made = await save(each_shop, SaveTeam(name=" Night "))

    listed = await list_teams(asker=each_shop.admin, deps=each_shop.deps)
    assert made.name == "Night"
    assert made.business_hours_id == each_shop.team.business_hours_id
    assert made in listed.value


async def test_what_is_left_out_stays(each_shop: Shop) -> None:
    ben = await each_shop.join("Ben")
    team_id = each_shop.team.id
    await save(each_shop, SaveTeam(team_id=team_id, first_reply_minutes=30))

    changed = await save(each_shop, SaveTeam(team_id=team_id, name="Day"))

    assert (changed.name, changed.first_reply_minutes) == ("Day", 30)
    assert ben.id in changed.agent_ids


async def test_agents_hear_of_it_when_they_join_or_leave(shop: Shop) -> None:
    ben = await shop.join("Ben")

    await save(shop, SaveTeam(team_id=shop.team.id, agent_ids=()))

    workplace = await shop.deps.directory.workplace(shop.admin.workspace_id)
    assert workplace.agents[ben.id].team_ids == ()


async def test_two_teams_never_get_one_name(each_shop: Shop) -> None:
    night = await save(each_shop, SaveTeam(name="Night"))

    for command in (SaveTeam(name=" NIGHT "), SaveTeam(team_id=each_shop.team.id, name="night")):
        with pytest.raises(InvalidInput) as refused:
            await save(each_shop, command)
        assert (refused.value.field, refused.value.fault) == ("name", Fault.TAKEN)
    assert (await save(each_shop, SaveTeam(team_id=TeamId(night.id), name="NIGHT"))).name == "NIGHT"


async def test_refusals_name_their_field(shop: Shop) -> None:
    for command, field in (
        (SaveTeam(), "name"),
        (SaveTeam(name="Night", first_reply_minutes=0), "first_reply_minutes"),
        (SaveTeam(name="  "), "name"),
    ):
        with pytest.raises(InvalidInput) as refused:
            await save(shop, command)
        assert refused.value.field == field


async def test_only_administrators_of_this_workspace_save_its_teams(shop: Shop) -> None:
    ben = await shop.join("Ben")

    with pytest.raises(NotAllowed):
        await save(shop, SaveTeam(name="Mine"), ben)
    with pytest.raises(NotFound):
        await save(shop, SaveTeam(team_id=TeamId(an_id(99)), name="Theirs"))

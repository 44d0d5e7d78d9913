"""Agents come and go, and their cases with them."""

from datetime import timedelta

from clew.domain.ids import CaseId
from clew.domain.people import Availability
from clew.services.asking import Asker
from clew.services.availability import set_availability
from clew.services.cases import Assign, assign
from clew.services.sessions import Sessions
from tests.fixtures.workplace import Shop


async def become(shop: Shop, asker: Asker, availability: Availability) -> None:
    shop.clock.advance(timedelta(minutes=1))
    sessions = Sessions(shop.deps.store, shop.clock)
    await set_availability(availability, asker=asker, deps=shop.deps, sessions=sessions)


async def test_the_queue_holds_the_cases_of_who_is_away_and_gives_them_back(
    each_shop: Shop,
) -> None:
    ben = await each_shop.join("Ben", available=True)
    await each_shop.write()
    case_id = CaseId((await each_shop.case()).id)
    each_shop.clock.advance(timedelta(minutes=1))
    await assign(Assign(case_id=case_id, agent_id=ben.id), asker=ben, deps=each_shop.deps)
    holders = []

    for availability in (Availability.AWAY, Availability.AVAILABLE):
        await become(each_shop, ben, availability)
        case = await each_shop.case()
        assert case.next_move is not None
        assert case.owner is not None
        holders.append((case.next_move.holder, case.owner.id))

    assert holders == [("team", ben.id), ("agent", ben.id)]
    assert await each_shop.violations() == {}


async def test_saying_it_twice_changes_nothing(shop: Shop) -> None:
    await become(shop, shop.admin, Availability.AVAILABLE)
    await become(shop, shop.admin, Availability.AVAILABLE)

    workplace = await shop.deps.directory.workplace(shop.admin.workspace_id)

    assert workplace.agents[shop.admin.id].availability is Availability.AVAILABLE

"""A case that is taken up again learns whether its owner is there."""

from clew.domain.events import OwnerLeft, OwnerReturned
from clew.domain.ids import AgentId
from clew.domain.people import Availability
from clew.services.owners import met_again
from tests.builders import MONDAY_NINE, a_case, after, an_id, assigned, left
from tests.fixtures.workplace import Shop


async def test_an_owner_who_left_is_noticed_and_one_who_returned_too(shop: Shop) -> None:
    ewa = await shop.join("Ewa", available=True)
    here = await shop.deps.directory.workplace(shop.admin.workspace_id)
    await shop.turn(ewa, Availability.AWAY)
    away = await shop.deps.directory.workplace(shop.admin.workspace_id)
    present = after(a_case(), assigned(ewa.id))
    absent = after(present, left(MONDAY_NINE))

    assert met_again(present, away, MONDAY_NINE) == (OwnerLeft(at=MONDAY_NINE),)
    assert met_again(absent, here, MONDAY_NINE) == (OwnerReturned(at=MONDAY_NINE),)
    assert met_again(present, here, MONDAY_NINE) == ()
    assert met_again(absent, away, MONDAY_NINE) == ()


async def test_nobody_and_somebody_unknown_are_not_there(shop: Shop) -> None:
    workplace = await shop.deps.directory.workplace(shop.admin.workspace_id)
    stranger = after(a_case(), assigned(AgentId(an_id(9))))

    assert met_again(a_case(), workplace, MONDAY_NINE) == ()
    assert met_again(stranger, workplace, MONDAY_NINE) == (OwnerLeft(at=MONDAY_NINE),)

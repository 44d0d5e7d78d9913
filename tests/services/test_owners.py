"""A case that is taken up again learns whether its owner is there."""

from clew.domain.events import OwnerLeft, OwnerReturned
from clew.domain.ids import AgentId
from clew.domain.people import Availability
from clew.ports.channel import Refusal, RefusalCause, Refused
from clew.services.owners import met_again
from clew.services.replies import Then
from clew.services.sending.recording import settle
from tests.builders import MONDAY_NINE, a_case, after, an_id, assigned, left
from tests.fixtures.workplace import Shop

REFUSED = Refused(Refusal("131026", "undeliverable", RefusalCause.UNDELIVERABLE))


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


async def test_a_reply_that_fails_after_its_author_left_is_held_by_the_queue(shop: Shop) -> None:
    ewa = await shop.join("Ewa", available=True)
    await shop.write("Hello")
    await shop.answer("Done", by=ewa, then=Then.RESOLVE)
    delivery = await shop.claim()
    await shop.turn(ewa, Availability.AWAY)

    await settle(delivery, REFUSED, 0.5, None, shop.deps)

    move = (await shop.case()).next_move
    assert move is not None
    assert (move.holder, move.kind) == ("team", "delivery")
    assert await shop.violations() == {}

"""What could not be read."""

import pytest

from clew.domain.errors import Conflict, NotAllowed, NotFound
from clew.ports.store import IntakeState
from clew.services.quarantine import list_quarantine, replay
from tests.fixtures.shops import shop_in
from tests.fixtures.workplace import Shop


async def test_an_unreadable_event_is_seen_and_tried_again(each_shop: Shop) -> None:
    await each_shop.deliver(b"not json")
    asker, deps = each_shop.admin, each_shop.deps
    [event] = (await list_quarantine(cursor=None, limit=10, asker=asker, deps=deps)).value.items

    await replay(event.id, asker=asker, deps=deps)

    kept = await deps.store.intake.get(event.id)
    assert kept is not None
    assert kept.state is IntakeState.PENDING
    with pytest.raises(Conflict):
        await replay(event.id, asker=asker, deps=deps)


async def test_others_see_nothing_of_it(shop: Shop) -> None:
    await shop.deliver(b"not json")
    [event] = await shop.deps.store.intake.find([IntakeState.QUARANTINED], 1)
    other = await shop_in(shop.deps, shop.clock, "Another Shop")
    ben = await shop.join("Ben")

    theirs = await list_quarantine(cursor=None, limit=10, asker=other.admin, deps=shop.deps)

    assert theirs.value.items == []
    with pytest.raises(NotFound):
        await replay(event.id, asker=other.admin, deps=shop.deps)
    with pytest.raises(NotAllowed):
        await list_quarantine(cursor=None, limit=10, asker=ben, deps=shop.deps)
    with pytest.raises(NotAllowed):
        await replay(event.id, asker=ben, deps=shop.deps)

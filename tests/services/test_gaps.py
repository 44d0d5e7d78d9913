"""What was silent in a conversation tells for whom was being waited."""

from datetime import timedelta

import pytest

from clew.domain.errors import InvalidInput, NotFound
from clew.domain.gaps import Awaited
from clew.domain.ids import CaseId
from clew.services import cases
from clew.services.gaps import MOST_AT_ONCE, Stretch, divide_gaps
from tests.builders import an_id
from tests.fixtures.workplace import Shop

A_DAY = timedelta(days=1)


async def test_the_waits_of_a_story_are_told_as_they_were(each_shop: Shop) -> None:
    shop, clock = each_shop, each_shop.clock
    await shop.write()
    began = clock.now()
    clock.advance(timedelta(hours=20))
    await shop.tell("Tomorrow we know more")
    answered = clock.now()
    case_id = CaseId((await shop.case()).id)
    clock.advance(A_DAY)
    until = clock.now() + 5 * A_DAY
    await cases.park(case_id, until, "the parcel", asker=shop.admin, deps=shop.deps)
    parked = clock.now()
    clock.advance(4 * A_DAY)
    await shop.write("Is it there?")
    woken = clock.now()

    gaps = await divide_gaps(
        case_id,
        [
            Stretch(began_at=began, ended_at=answered),
            Stretch(began_at=answered, ended_at=woken),
            Stretch(began_at=parked, ended_at=parked + timedelta(minutes=1)),
        ],
        asker=shop.admin,
        deps=shop.deps,
    )

    waits = [
        [(part.awaited, round(part.seconds / 3_600)) for part in gap.parts or ()] for gap in gaps
    ]
    # The reply was held back for a moment, in which the move was ours still.
    hours = [[wait for wait in some if wait[1]] for some in waits]
    assert hours == [[(Awaited.US, 20)], [(Awaited.TIMER, 96), (Awaited.CONTACT, 24)], []]
    assert gaps[2].parts is None


async def test_refusals(shop: Shop) -> None:
    await shop.write()
    case_id, now = CaseId((await shop.case()).id), shop.clock.now()
    day = Stretch(began_at=now, ended_at=now + A_DAY)
    asker, deps = shop.admin, shop.deps

    with pytest.raises(NotFound):
        await divide_gaps(CaseId(an_id(9)), [day], asker=asker, deps=deps)
    for wrong in ([], [day] * (MOST_AT_ONCE + 1), [Stretch(began_at=now + A_DAY, ended_at=now)]):
        with pytest.raises(InvalidInput):
            await divide_gaps(case_id, wrong, asker=asker, deps=deps)

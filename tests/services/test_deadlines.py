"""A case tells all that it is due by, and how each deadline came about."""

from datetime import timedelta

import pytest

from clew.domain.errors import NotFound
from clew.domain.ids import CaseId
from clew.services import cases
from clew.services.deadlines import DeadlineKind, get_deadlines
from tests.builders import an_id
from tests.fixtures.workplace import Shop


async def test_the_nearest_comes_first_with_the_account_of_its_clock(each_shop: Shop) -> None:
    shop = each_shop
    await shop.write()
    case = await shop.case()
    assert case.answer is not None
    promised = shop.clock.now() + timedelta(days=3)
    await cases.promise(CaseId(case.id), promised, asker=shop.admin, deps=shop.deps)

    found = await get_deadlines(CaseId(case.id), asker=shop.admin, deps=shop.deps)

    answer, promise = found
    assert (answer.kind, answer.due_at) == (DeadlineKind.ANSWER, case.answer.due_at)
    assert answer.counted_from == case.answer.opened_at
    hours = (await shop.deps.directory.workplace(shop.admin.workspace_id)).policy(shop.team.id)
    lasts = hours.hours.open_time(case.answer.opened_at, case.answer.due_at)
    assert answer.open_seconds == lasts.total_seconds() > 0
    assert (promise.kind, promise.due_at) == (DeadlineKind.PROMISE, promised)
    assert (promise.counted_from, promise.open_seconds) == (None, None)


async def test_a_parked_case_tells_when_it_comes_back(shop: Shop) -> None:
    await shop.write()
    await shop.tell()
    case_id = CaseId((await shop.case()).id)
    until = shop.clock.now() + timedelta(days=2)
    await cases.park(case_id, until, "the parcel", asker=shop.admin, deps=shop.deps)

    found = await get_deadlines(case_id, asker=shop.admin, deps=shop.deps)

    assert (DeadlineKind.WAKING, until) in [(one.kind, one.due_at) for one in found]


async def test_nobody_elses_case_tells_anything(shop: Shop) -> None:
    with pytest.raises(NotFound):
        await get_deadlines(CaseId(an_id(9)), asker=shop.admin, deps=shop.deps)

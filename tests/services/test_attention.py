"""What an agent did in a case is counted once, told to them alone, and set right by them."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest

from clew.domain.errors import NotFound
from clew.domain.ids import CaseId
from clew.services.asking import Asker
from clew.services.attention import (
    Report,
    correct_attention,
    get_attention,
    note_attention,
)
from tests.builders import an_id
from tests.fixtures.workplace import Shop

FOCUS, OTHER = UUID(int=1), UUID(int=2)


async def a_case(shop: Shop) -> CaseId:
    await shop.write()
    return CaseId((await shop.case()).id)


async def tell(
    shop: Shop,
    case_id: CaseId,
    began: float,
    *beats: float,
    focus_id: UUID = FOCUS,
    number: int = 1,
    asker: Asker | None = None,
) -> int:
    """Tell of a focus, in seconds before now; return what counts of the case."""
    report = Report(
        focus_id=focus_id,
        case_id=case_id,
        number=number,
        began=timedelta(seconds=began),
        words=0,
        beats=[timedelta(seconds=beat) for beat in beats],
    )
    return await note_attention(report, asker=asker or shop.admin, deps=shop.deps)


async def test_what_is_told_minute_by_minute_adds_up(each_shop: Shop) -> None:
    case_id = await a_case(each_shop)

    assert await tell(each_shop, case_id, 60, 50) == 60
    each_shop.clock.advance(timedelta(minutes=1))
    assert await tell(each_shop, case_id, 120, 55, number=2) == 120
    each_shop.clock.advance(timedelta(minutes=1))
    assert await tell(each_shop, case_id, 180, number=3) == 125
    assert await get_attention(case_id, asker=each_shop.admin, deps=each_shop.deps) == 125


async def test_a_report_that_comes_twice_counts_once(each_shop: Shop) -> None:
    case_id = await a_case(each_shop)
    await tell(each_shop, case_id, 60, 50)
    each_shop.clock.advance(timedelta(seconds=30))

    assert await tell(each_shop, case_id, 60, 50) == 60


async def test_of_two_machines_the_one_that_was_turned_to_last_counts(each_shop: Shop) -> None:
    case_id = await a_case(each_shop)
    await each_shop.write("Second", phone="48600000002")
    other = next(CaseId(one.id) for one in await each_shop.cases() if one.id != case_id)

    assert await tell(each_shop, case_id, 60, 55, 5) == 60
    assert await tell(each_shop, other, 20, 15, focus_id=OTHER) == 20
    assert await get_attention(case_id, asker=each_shop.admin, deps=each_shop.deps) == 40

    each_shop.clock.advance(timedelta(seconds=30))
    assert await tell(each_shop, case_id, 90, 10, number=2) == 40


async def test_what_is_told_late_is_not_believed(shop: Shop) -> None:
    case_id = await a_case(shop)

    assert await tell(shop, case_id, 3_600, *range(0, 3_600, 10)) == 120


async def test_it_is_nobody_elses(shop: Shop) -> None:
    case_id = await a_case(shop)
    await tell(shop, case_id, 60, 30)
    ben = await shop.join("Ben")

    assert await get_attention(case_id, asker=ben, deps=shop.deps) == 0
    with pytest.raises(NotFound):
        await tell(shop, case_id, 60, 30, number=2, asker=ben)


async def test_what_was_measured_is_set_right_and_counted_on_from_there(each_shop: Shop) -> None:
    case_id = await a_case(each_shop)
    await tell(each_shop, case_id, 60, 50)

    corrected = await correct_attention(case_id, 30, asker=each_shop.admin, deps=each_shop.deps)
    each_shop.clock.advance(timedelta(minutes=1))

    assert corrected == 30
    assert await tell(each_shop, case_id, 60, 50, focus_id=OTHER) == 90
    assert await get_attention(case_id, asker=each_shop.admin, deps=each_shop.deps) == 90


async def test_single_beats_are_forgotten_and_what_counts_of_them_stays(each_shop: Shop) -> None:
    case_id = await a_case(each_shop)
    await tell(each_shop, case_id, 60, 50)
    workspace_id = each_shop.admin.workspace_id

    async with each_shop.deps.store.write() as tx:
        await tx.tools.attention.forget_beats(each_shop.clock.now() + timedelta(days=1))
        kept = await tx.tools.attention.find(workspace_id, FOCUS)

    assert kept is not None
    assert (kept.focus.beats, kept.seconds) == ((), 60)


async def test_a_case_that_is_not_here_is_refused(shop: Shop) -> None:
    nowhere = CaseId(an_id(404))
    with pytest.raises(NotFound):
        await tell(shop, nowhere, 10)
    with pytest.raises(NotFound):
        await get_attention(nowhere, asker=shop.admin, deps=shop.deps)
    with pytest.raises(NotFound):
        await correct_attention(nowhere, 10, asker=shop.admin, deps=shop.deps)

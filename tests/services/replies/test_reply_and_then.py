"""A reply that also puts its case aside or resolves it: both happen, or neither."""

from datetime import timedelta
from typing import Any

import pytest

from clew.domain.errors import AnswerIsOwed, CaseOwesSomething, InvalidInput, WakeTimeIsPast
from clew.domain.facts import Outcome
from clew.services.replies import Then
from tests.fixtures.workplace import Shop

HOUR = timedelta(hours=1)


async def test_a_case_is_put_aside_with_its_answer(shop: Shop) -> None:
    await shop.write("When?")
    wake_at = shop.clock.now() + 48 * HOUR

    await shop.answer("On Wednesday", then=Then.PARK, wake_at=wake_at)

    case = await shop.case()
    assert case.park is not None
    assert (case.park.wake_at, case.park.reason) == (wake_at, "On Wednesday")
    assert case.next_move is not None
    assert case.next_move.holder == "timer"
    assert await shop.violations() == {}


async def test_a_case_is_done_with_its_answer(shop: Shop) -> None:
    await shop.write("Thanks")

    await shop.answer("You are welcome", then=Then.RESOLVE, outcome=Outcome.SOLVED)

    case = await shop.case()
    assert case.resolution is not None
    assert (case.status, case.resolution.outcome) == ("resolved", "solved")
    assert await shop.violations() == {}


@pytest.mark.parametrize(
    ("more", "error"),
    [
        ({"then": Then.PARK}, InvalidInput),
        ({"then": Then.PARK, "wake_at": timedelta(hours=-1)}, WakeTimeIsPast),
        ({"then": Then.PARK, "wake_at": HOUR, "park_reason": "x" * 201}, InvalidInput),
        ({"then": Then.PARK, "wake_at": HOUR, "is_holding": True}, None),
        ({"then": Then.RESOLVE, "promise_at": 2 * HOUR}, CaseOwesSomething),
        ({"then": Then.RESOLVE, "is_holding": True}, CaseOwesSomething),
    ],
)
async def test_what_cannot_follow_a_reply_refuses_it_whole(
    shop: Shop, more: dict[str, Any], error: type[Exception] | None
) -> None:
    await shop.write("When?")
    now = shop.clock.now()
    more = {k: now + v if isinstance(v, timedelta) else v for k, v in more.items()}

    if error is None:
        await shop.answer(**more)
        assert len(await shop.messages()) == 2
    else:
        with pytest.raises(error):
            await shop.answer(**more)
        assert len(await shop.messages()) == 1
        assert (await shop.case()).answer is not None
    assert await shop.violations() == {}


async def test_parking_with_an_answer_owed_and_no_promise_is_refused(shop: Shop) -> None:
    """A reply settles the answer, so only what a promise in its reserve demands can refuse it."""
    await shop.write("When?")
    await shop.tell("By then", is_holding=True, promise_at=shop.clock.now() + HOUR)
    shop.clock.advance(timedelta(minutes=45))

    with pytest.raises(AnswerIsOwed):
        await shop.answer(
            "A little later",
            is_holding=True,
            promise_at=shop.clock.now() + timedelta(minutes=20),
            then=Then.PARK,
            wake_at=shop.clock.now() + HOUR,
        )

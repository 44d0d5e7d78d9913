"""What cannot be done with a case, by anybody now or by a stranger ever."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

import pytest

from clew.domain.errors import (
    AnswerIsOwed,
    CaseIsOpen,
    CaseOwesSomething,
    ClewError,
    InvalidInput,
    NotFound,
    NothingIsOwed,
    NotParked,
    WakeTimeIsPast,
)
from clew.domain.facts import Outcome
from clew.domain.ids import CaseId, ConversationId, TeamId
from clew.services import cases
from clew.services.asking import Asker
from clew.services.deps import Deps
from tests.builders import MONDAY_NINE, an_id
from tests.fixtures.shops import shop_in
from tests.fixtures.workplace import Shop

HOUR = timedelta(hours=1)
NINE = MONDAY_NINE  # any instant: who is a stranger gets no further


async def only(shop: Shop) -> CaseId:
    return CaseId((await shop.case()).id)


async def test_a_case_begins_in_a_team_and_a_conversation_of_here(shop: Shop) -> None:
    other = await shop_in(shop.deps, shop.clock, "Another shop")
    await shop.write("Hello")
    here = ConversationId((await shop.case()).conversation_id)

    for command, asker in (
        (cases.OpenCase(conversation_id=here, team_id=other.team.id), shop.admin),
        (cases.OpenCase(conversation_id=here, team_id=TeamId(an_id(9))), shop.admin),
        (cases.OpenCase(conversation_id=ConversationId(an_id(9))), shop.admin),
        (cases.OpenCase(conversation_id=here), other.admin),
    ):
        with pytest.raises(NotFound):
            await cases.open_case(command, asker=asker, deps=shop.deps)


Deed = Callable[[CaseId, Asker, Deps], Awaitable[object]]

DEEDS: dict[str, Deed] = {
    "assign": lambda case, by, deps: cases.assign(
        cases.Assign(case_id=case, agent_id=by.id), asker=by, deps=deps
    ),
    "park": lambda case, by, deps: cases.park(case, NINE, "why", asker=by, deps=deps),
    "wake": lambda case, by, deps: cases.wake(case, asker=by, deps=deps),
    "resolve": lambda case, by, deps: cases.resolve(case, Outcome.SPAM, asker=by, deps=deps),
    "reopen": lambda case, by, deps: cases.reopen(case, asker=by, deps=deps),
    "need_no_reply": lambda case, by, deps: cases.need_no_reply(case, asker=by, deps=deps),
    "promise": lambda case, by, deps: cases.promise(case, NINE, asker=by, deps=deps),
    "withdraw": lambda case, by, deps: cases.withdraw_promise(case, asker=by, deps=deps),
    "rename": lambda case, by, deps: cases.rename_case(case, "X", asker=by, deps=deps),
    "mark_read": lambda case, by, deps: cases.mark_read(case, 1, asker=by, deps=deps),
}


@pytest.mark.parametrize("name", DEEDS)
async def test_cases_of_another_workspace_do_not_exist(shop: Shop, name: str) -> None:
    other = await shop_in(shop.deps, shop.clock, "Another shop")
    await shop.write("Hello")
    case_id, before = await only(shop), await shop.case()

    for which, asker in ((case_id, other.admin), (CaseId(an_id(9)), shop.admin)):
        with pytest.raises(NotFound):
            await DEEDS[name](which, asker, shop.deps)

    assert await shop.case() == before


REFUSALS: list[tuple[str, type[ClewError], Callable[[CaseId, Shop], Any]]] = [
    (
        "owed",
        AnswerIsOwed,
        lambda case, shop: cases.park(
            case, shop.clock.now() + HOUR, "why", asker=shop.admin, deps=shop.deps
        ),
    ),
    (
        "past",
        WakeTimeIsPast,
        lambda case, shop: cases.park(
            case, shop.clock.now(), "why", asker=shop.admin, deps=shop.deps
        ),
    ),
    (
        "unsaid",
        InvalidInput,
        lambda case, shop: cases.park(
            case, shop.clock.now() + HOUR, " ", asker=shop.admin, deps=shop.deps
        ),
    ),
    ("not parked", NotParked, lambda case, shop: DEEDS["wake"](case, shop.admin, shop.deps)),
    ("open", CaseIsOpen, lambda case, shop: DEEDS["reopen"](case, shop.admin, shop.deps)),
    ("none", NothingIsOwed, lambda case, shop: DEEDS["withdraw"](case, shop.admin, shop.deps)),
    (
        "still owed",
        CaseOwesSomething,
        lambda case, shop: cases.resolve(case, Outcome.SOLVED, asker=shop.admin, deps=shop.deps),
    ),
    (
        "only time",
        InvalidInput,
        lambda case, shop: cases.resolve(case, Outcome.NO_REPLY, asker=shop.admin, deps=shop.deps),
    ),
]


@pytest.mark.parametrize(
    ("error", "deed"), [one[1:] for one in REFUSALS], ids=[one[0] for one in REFUSALS]
)
async def test_what_cannot_be_done_now_is_refused_and_leaves_no_trace(
    shop: Shop, error: type[ClewError], deed: Callable[[CaseId, Shop], Any]
) -> None:
    await shop.write("When?")
    before = await shop.timeline()

    with pytest.raises(error):
        await deed(await only(shop), shop)

    assert await shop.timeline() == before
    assert await shop.violations() == {}

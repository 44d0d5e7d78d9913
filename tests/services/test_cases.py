"""What agents do with cases."""

from datetime import timedelta

import pytest

from clew.domain.errors import (
    CaseOwesSomething,
    InvalidInput,
    NotAllowed,
    TooManyHoldingReplies,
)
from clew.domain.facts import Outcome
from clew.domain.ids import CaseId, ConversationId
from clew.domain.people import Availability, Role
from clew.services import cases
from tests.fixtures.workplace import Shop

HOUR = timedelta(hours=1)
A_DAY = timedelta(days=1)


async def only(shop: Shop) -> CaseId:
    return CaseId((await shop.case()).id)


async def answered(shop: Shop) -> CaseId:
    """A case in which the contact has the next word."""
    await shop.write("When?")
    await shop.tell("Tomorrow")
    return await only(shop)


async def move(shop: Shop) -> tuple[str, str]:
    """Who has the next move, and what."""
    found = (await shop.case()).next_move
    assert found is not None
    return found.holder, found.kind


async def events(shop: Shop) -> list[str | None]:
    """What the timeline says happened."""
    return [item.event for item in await shop.timeline() if item.kind == "event"]


async def test_a_case_is_put_aside_and_taken_back(each_shop: Shop) -> None:
    shop = each_shop
    case_id = await answered(shop)
    wake_at = shop.clock.now() + A_DAY

    await cases.park(case_id, wake_at, " parts on order ", asker=shop.admin, deps=shop.deps)
    parked = await shop.case()
    shop.clock.advance(HOUR)
    await cases.wake(case_id, asker=shop.admin, deps=shop.deps)

    assert parked.park is not None
    assert (parked.park.reason, parked.park.set_by) == ("parts on order", shop.admin.id)
    assert (await shop.case()).park is None
    assert (await move(shop))[1] == "woken"
    assert (await events(shop))[-2:] == ["case_parked", "case_woken"]
    assert await shop.violations() == {}


async def test_a_case_is_resolved_and_taken_up_again(each_shop: Shop) -> None:
    shop = each_shop
    case_id = await answered(shop)

    await cases.resolve(case_id, Outcome.SOLVED, asker=shop.admin, deps=shop.deps)
    ended = await shop.case()
    shop.clock.advance(HOUR)
    await cases.reopen(case_id, asker=shop.admin, deps=shop.deps)

    assert ended.resolution is not None
    assert (ended.status, ended.resolution.by, ended.next_move) == ("resolved", shop.admin.id, None)
    assert (await shop.case()).status == "open"
    assert (await move(shop))[1] == "woken"
    assert await shop.violations() == {}


async def test_a_case_ends_with_an_open_answer_when_none_is_needed(each_shop: Shop) -> None:
    shop = each_shop
    await shop.write("Thank you!")
    case_id = CaseId((await shop.case()).id)

    with pytest.raises(CaseOwesSomething):
        await cases.resolve(case_id, Outcome.SOLVED, asker=shop.admin, deps=shop.deps)
    await cases.resolve(
        case_id, Outcome.SOLVED, no_reply_needed=True, asker=shop.admin, deps=shop.deps
    )

    assert (await shop.case()).status == "resolved"
    assert (await events(shop))[-2:] == ["reply_not_needed", "case_resolved"]
    assert await shop.violations() == {}


async def test_a_promise_has_to_be_kept_before_a_case_ends(shop: Shop) -> None:
    await shop.write("When?")
    case_id = CaseId((await shop.case()).id)
    await cases.promise(case_id, shop.clock.now() + A_DAY, asker=shop.admin, deps=shop.deps)

    with pytest.raises(CaseOwesSomething):
        await cases.resolve(
            case_id, Outcome.SOLVED, no_reply_needed=True, asker=shop.admin, deps=shop.deps
        )

    assert (await shop.case()).answer is not None


async def test_a_case_taken_up_again_by_a_colleague_waits_in_the_queue_if_its_owner_left(
    shop: Shop,
) -> None:
    agent = await shop.join("Ewa", available=True)
    await shop.write("When?")
    await shop.tell("Tomorrow", by=agent)
    await shop.end()
    shop.clock.advance(HOUR)
    await shop.turn(agent, Availability.AWAY)

    await cases.reopen(await only(shop), asker=shop.admin, deps=shop.deps)

    assert (await move(shop))[0] == "team"
    assert await shop.violations() == {}


async def test_an_owner_who_takes_up_their_own_case_has_it_whatever_their_sign_says(
    shop: Shop,
) -> None:
    agent = await shop.join("Ewa", available=True)
    await shop.write("When?")
    await shop.tell("Tomorrow", by=agent)
    await shop.end()
    shop.clock.advance(HOUR)
    await shop.turn(agent, Availability.AWAY)

    await cases.reopen(await only(shop), asker=agent, deps=shop.deps)

    assert (await move(shop))[0] == "agent"


async def test_an_answer_that_is_not_needed_is_not_owed(shop: Shop) -> None:
    await shop.write("Thanks!")

    await cases.need_no_reply(await only(shop), asker=shop.admin, deps=shop.deps)

    assert (await shop.case()).answer is None
    assert (await move(shop))[0] == "contact"
    assert (await events(shop))[-1] == "reply_not_needed"
    assert await shop.violations() == {}


async def test_a_promise_is_noted_and_withdrawn_by_a_supervisor(shop: Shop) -> None:
    agent = await shop.join("Ewa", available=True)
    await shop.write("When?")
    case_id, due_at = await only(shop), shop.clock.now() + 4 * HOUR

    await cases.promise(case_id, due_at, asker=agent, deps=shop.deps)
    noted = (await shop.case()).promise_at
    with pytest.raises(NotAllowed):
        await cases.withdraw_promise(case_id, asker=agent, deps=shop.deps)
    await cases.withdraw_promise(case_id, asker=shop.admin, deps=shop.deps)

    assert noted == due_at
    assert (await shop.case()).promise_at is None
    assert (await events(shop))[-2:] == ["promise_made", "promise_withdrawn"]
    assert await shop.violations() == {}


async def test_a_supervisor_may_put_a_contact_off_once_more(shop: Shop) -> None:
    agent = await shop.join("Ewa", available=True)
    await shop.write("When?")
    case_id, at = await only(shop), shop.clock.now() + 4 * HOUR
    for _ in range(2):
        await cases.promise(case_id, at, asker=agent, deps=shop.deps)

    with pytest.raises(TooManyHoldingReplies):
        await cases.promise(case_id, at, asker=agent, deps=shop.deps)
    await cases.promise(case_id, at, asker=shop.admin, deps=shop.deps)

    assert await shop.violations() == {}


async def test_a_case_of_ours_begins_with_its_owner(each_shop: Shop) -> None:
    shop = each_shop
    await shop.write("Hello")
    first = await shop.case()
    command = cases.OpenCase(
        conversation_id=ConversationId(first.conversation_id), subject=" Your invoice "
    )

    case_id = await cases.open_case(command, asker=shop.admin, deps=shop.deps)

    case = await shop.case(case_id)
    assert (case.number, case.subject, case.status) == (2, "Your invoice", "open")
    assert case.owner is not None
    assert case.next_move is not None
    assert (case.owner.id, case.next_move.kind) == (shop.admin.id, "start")
    assert await shop.violations() == {}


async def test_a_case_is_named(shop: Shop) -> None:
    await shop.write("Hello")

    await cases.rename_case(await only(shop), " The kettle ", asker=shop.admin, deps=shop.deps)

    assert (await shop.case()).subject == "The kettle"
    assert (await events(shop))[-1] == "subject_changed"
    with pytest.raises(InvalidInput):
        await cases.rename_case(await only(shop), "x" * 201, asker=shop.admin, deps=shop.deps)
    assert await shop.violations() == {}


async def test_what_was_read_is_unread_no_more_until_the_contact_writes(shop: Shop) -> None:
    await shop.write("Hello")
    unread = await shop.case()

    await cases.mark_read(CaseId(unread.id), unread.v, asker=shop.admin, deps=shop.deps)
    read = await shop.case()
    await cases.mark_read(CaseId(unread.id), 1, asker=shop.admin, deps=shop.deps)
    still = await shop.case()
    await shop.write("Hello?")

    assert (unread.unread, read.unread, still.unread) == (True, False, False)
    assert (await shop.case()).unread
    assert await shop.violations() == {}


async def test_every_role_may_answer(shop: Shop) -> None:
    for role in Role:
        colleague = await shop.join(f"Colleague-{role}", role)
        await shop.write("Hello", phone=f"4860{len(role)}00000{len(role)}")
        case = (await shop.cases())[-1]
        await cases.resolve(CaseId(case.id), Outcome.SPAM, asker=colleague, deps=shop.deps)

    assert {case.status for case in await shop.cases()} == {"resolved"}

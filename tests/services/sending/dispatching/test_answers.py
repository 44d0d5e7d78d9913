"""Every answer of the provider, and none, has one consequence."""

from __future__ import annotations

from datetime import timedelta

import pytest

from clew.domain.facts import DutyKind
from clew.domain.message import DeliveryState
from clew.domain.moves import Holder
from clew.domain.people import InboxState
from clew.ports.channel import HttpResponse, Template
from clew.ports.http import AddressIsForbidden, AnswerIsTooLong, FileIsMissing, NoAnswer, NotSent
from tests.services.scripted_provider import PNG, refused, said
from tests.services.world import INBOX, TOKEN, World

MINUTE = timedelta(minutes=1)


@pytest.mark.parametrize(
    "failure", [NotSent("the name is not known"), HttpResponse(503, {}, b""), refused(131000)]
)
async def test_what_surely_did_not_arrive_is_tried_again_with_growing_pauses(
    world: World, failure: HttpResponse | NotSent
) -> None:
    await world.hears()
    message_id = await world.answers()
    world.provider.answers = [failure, failure]

    await world.sends()
    delivery = await world.delivery(message_id)
    assert (delivery.state, delivery.attempts) == (DeliveryState.QUEUED, 1)
    assert delivery.next_attempt_at == world.clock.now() + timedelta(seconds=2)
    assert delivery.reason != ""

    assert await world.sends() == 0
    world.clock.advance(timedelta(seconds=2))
    await world.sends()
    delivery = await world.delivery(message_id)
    assert delivery.next_attempt_at == world.clock.now() + timedelta(seconds=4)

    world.clock.advance(timedelta(seconds=4))
    await world.sends()
    assert (await world.delivery(message_id)).state is DeliveryState.SENT


@pytest.mark.parametrize(
    "failure", [NoAnswer("no answer in time"), HttpResponse(504), said({"messages": []})]
)
async def test_what_perhaps_arrived_is_never_sent_again_by_itself(
    world: World, failure: HttpResponse | NoAnswer
) -> None:
    """The contact would get it twice; so an agent sees it, with the move and its first clock."""
    before = await world.hears()
    message_id = await world.answers()
    world.provider.answers = [failure]

    await world.sends()

    delivery = await world.delivery(message_id)
    case = await world.case()
    assert (delivery.state, delivery.reason_code) == (DeliveryState.UNKNOWN, "not_known")
    assert case.facts.answer is not None
    assert before.facts.answer is not None
    assert case.facts.answer.due_at == before.facts.answer.due_at
    assert case.facts.duty is not None
    assert case.facts.duty.kind is DutyKind.DELIVERY
    world.clock.advance(timedelta(days=1))
    assert await world.sends() == 0
    assert len(world.provider.posted) == 1


async def test_a_receipt_says_that_an_unknown_message_arrived_after_all(world: World) -> None:
    await world.hears()
    message_id = await world.answers()
    world.provider.answers = [NoAnswer("cut")]
    await world.sends()

    await world.receives("delivered", "wamid.LATE", message_id)

    case = await world.case()
    assert (await world.delivery(message_id)).state is DeliveryState.DELIVERED
    assert case.next_move is not None
    assert case.next_move.holder is Holder.CONTACT


async def test_an_upload_without_an_answer_is_made_again(world: World) -> None:
    await world.hears()
    file_id = await world.has_file(PNG, "a.png", "image/png")
    message_id = await world.answers(attachment_ids=(file_id,))
    world.provider.answers = [NoAnswer("cut")]

    await world.sends()
    assert (await world.delivery(message_id)).state is DeliveryState.QUEUED
    world.clock.advance(MINUTE)
    await world.sends()

    assert (await world.delivery(message_id)).state is DeliveryState.SENT


async def test_an_answer_that_is_too_long_still_says_that_it_was_refused(world: World) -> None:
    await world.hears()
    message_id = await world.answers()
    world.provider.answers = [AnswerIsTooLong(400, {}, 10)]

    await world.sends()

    assert (await world.delivery(message_id)).state is DeliveryState.FAILED


async def test_a_refusal_fails_with_the_providers_reason_and_gives_the_move_back(
    each_world: World,
) -> None:
    before = await each_world.hears()
    message_id = await each_world.answers()
    each_world.provider.answers = [refused(131026, "Message undeliverable")]

    await each_world.sends()

    delivery = await each_world.delivery(message_id)
    case = await each_world.case()
    assert (delivery.state, delivery.reason) == (DeliveryState.FAILED, "Message undeliverable")
    assert case.facts.answer is not None
    assert before.facts.answer is not None
    assert case.facts.answer.due_at == before.facts.answer.due_at


async def test_a_closed_window_is_remembered_until_the_contact_writes(world: World) -> None:
    case = await world.hears()
    message_id = await world.answers()
    world.provider.answers = [refused(131047, "Re-engagement message")]

    await world.sends()

    assert (await world.delivery(message_id)).reason_code == "template_required"
    async with world.deps.store.read() as reader:
        reach = await reader.reachability(case.workspace_id, case.conversation_id)
    to = (await world.message(message_id)).identity_id
    assert reach.window_refused == {(to, INBOX): world.clock.now()}


async def test_what_a_contact_told_the_provider_is_kept_for_the_contact(world: World) -> None:
    case = await world.hears()
    await world.answers()
    world.provider.answers = [refused(131050, "User has stopped marketing messages")]

    await world.sends()

    async with world.deps.store.read() as reader:
        reach = await reader.reachability(case.workspace_id, case.conversation_id)
        page = await reader.timeline(case.workspace_id, case.conversation_id)
    assert list(reach.opted_out.values()) == ["marketing"]
    assert "opted_out" in [item.event for item in page.items]


async def test_a_window_that_closed_while_the_reply_waited_is_noticed_before_it_leaves(
    world: World,
) -> None:
    await world.hears()
    message_id = await world.answers()
    world.clock.advance(timedelta(hours=25))

    await world.sends()

    delivery = await world.delivery(message_id)
    case = await world.case()
    assert (delivery.state, delivery.reason_code) == (DeliveryState.FAILED, "template_required")
    assert case.facts.duty is not None
    assert world.provider.asked == []


@pytest.mark.parametrize(
    ("failure", "reason"),
    [
        (refused(190, f"Error validating access token {TOKEN}", 401), "access token [secret]"),
        (AddressIsForbidden("graph.example has a private address"), "private address"),
    ],
)
async def test_a_broken_inbox_turns_amber_and_keeps_its_replies(
    world: World, failure: HttpResponse | AddressIsForbidden, reason: str
) -> None:
    case = await world.hears()
    message_id = await world.answers()
    world.provider.answers = [failure]

    await world.sends()

    inbox, delivery = await world.inbox(), await world.delivery(message_id)
    assert inbox.state is InboxState.AMBER
    assert reason in inbox.reason
    assert TOKEN not in inbox.reason + delivery.reason
    assert (delivery.state, delivery.attempts) == (DeliveryState.QUEUED, 0)
    assert await world.sends() == 0
    assert (await world.case()).revision == case.revision + 2  # answered and taken, no more


async def test_a_file_that_is_gone_fails_the_message(world: World) -> None:
    await world.hears()
    message_id = await world.answers()
    world.provider.answers = [FileIsMissing("the file is not here")]

    await world.sends()

    delivery = await world.delivery(message_id)
    assert (delivery.state, delivery.reason_code) == (DeliveryState.FAILED, "file_missing")


async def test_giving_up_after_a_day_gives_the_move_back(world: World) -> None:
    await world.hears()
    await world.has_approved(Template("t", "pl", "utility", "approved", "x"))
    message_id = await world.answers(template={"name": "t", "language": "pl"})
    for _ in range(100):
        world.provider.answers = [NotSent("down")]
        await world.sends()
        delivery = await world.delivery(message_id)
        if delivery.state is not DeliveryState.QUEUED:
            break
        world.clock.at = delivery.next_attempt_at

    case = await world.case()
    assert (delivery.state, delivery.reason_code) == (DeliveryState.FAILED, "gave_up")
    assert case.facts.duty is not None

"""The step machine, with a real database and a provider that does as it is told."""

from __future__ import annotations

from datetime import timedelta

import pytest

from clew.domain.facts import DutyKind
from clew.domain.message import DeliveryState
from clew.domain.moves import Holder
from clew.domain.people import InboxState
from clew.ports.channel import HttpResponse
from clew.ports.http import AddressIsForbidden, AnswerIsTooLong, FileIsMissing, NoAnswer, NotSent
from clew.ports.store import StoreIsUnavailable
from clew.services.sending import claim, dispatching, recording, send
from tests.services.world import INBOX, TOKEN, World, refused, said

MINUTE = timedelta(minutes=1)
LONG = "word " * 1500  # two messages of the provider
PNG = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00"
    b"\x1f\x15\xc4\x89\x00\x00\x00\nIDATx\x9cc\x00\x01\x00\x00\x05\x00\x01\r\n-\xb4\x00\x00"
    b"\x00\x00IEND\xaeB`\x82"
)


class PowerCut(BaseException):
    """The process dies here: nothing after it is done."""


async def test_a_reply_goes_out_and_is_sent(world: World) -> None:
    await world.hears()
    message_id = await world.answers("On its way.")

    assert await world.sends() == 1

    delivery = await world.delivery(message_id)
    assert (delivery.state, delivery.provider_ids) == (DeliveryState.SENT, ("wamid.OUT1",))
    assert delivery.lease_until is None
    assert (await world.message(message_id)).provider_id == "wamid.OUT1"
    assert (await world.inbox()).last_sent_at == world.clock.now()
    assert world.provider.posted[0].get("to", "+36205550111") == "+36205550111"
    assert world.provider.posted[0]["text"]["body"] == "On its way."
    assert await world.sends() == 0


async def test_a_held_reply_does_not_leave(world: World) -> None:
    await world.hears()
    await world.answers(hold=timedelta(seconds=10))

    assert await world.sends() == 0
    world.clock.advance(timedelta(seconds=10))
    assert await world.sends() == 1


async def test_a_file_is_uploaded_and_then_sent(world: World) -> None:
    await world.hears()
    file_id = await world.has_file(PNG, "a.png", "image/png")
    message_id = await world.answers("Look", attachment_ids=(file_id,))

    await world.sends()

    upload, message = world.provider.asked
    assert upload.multipart != ()
    assert message.json is not None
    assert message.json["image"] == {"caption": "Look", "id": "media-1"}
    assert (await world.delivery(message_id)).state is DeliveryState.SENT


async def test_a_quote_of_our_own_words_names_them_once_they_have_a_name(world: World) -> None:
    await world.hears()
    first = await world.answers("One")
    await world.answers("Two", reply_to=first)

    await world.sends()
    await world.sends()

    assert world.provider.posted[1]["context"] == {"message_id": "wamid.OUT1"}


async def test_replies_leave_one_after_another(world: World) -> None:
    await world.hears()
    await world.answers("One")
    await world.answers("Two")

    assert await world.sends() == 1
    assert await world.sends() == 1
    assert [one["text"]["body"] for one in world.provider.posted] == ["One", "Two"]


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


async def test_too_fast_for_a_contact_makes_that_message_wait(world: World) -> None:
    await world.hears()
    message_id = await world.answers()
    world.provider.answers = [refused(131056)]

    await world.sends()

    delivery = await world.delivery(message_id)
    assert (delivery.state, delivery.attempts) == (DeliveryState.QUEUED, 0)
    assert delivery.next_attempt_at == world.clock.now() + timedelta(seconds=1)
    assert world.sender.pacing.paused_until(INBOX, world.clock.now()) is None


async def test_too_fast_for_the_inbox_makes_all_of_it_wait(world: World) -> None:
    await world.hears()
    await world.answers("One")
    second = await world.answers("Two")
    world.provider.answers = [refused(130429)]

    await world.sends()
    until = world.sender.pacing.paused_until(INBOX, world.clock.now())
    assert until is not None
    assert await world.sends() == 0
    world.clock.advance(until - world.clock.now())
    await world.sends()
    await world.sends()

    assert (await world.delivery(second)).state is DeliveryState.SENT


async def test_deliveries_of_a_pausing_inbox_are_put_back(world: World) -> None:
    await world.hears()
    message_id = await world.answers()
    until = world.clock.now() + MINUTE
    world.sender.pacing.pause(INBOX, until)

    assert await world.sends() == 0

    delivery = await world.delivery(message_id)
    assert (delivery.state, delivery.next_attempt_at, delivery.attempts) == (
        DeliveryState.QUEUED,
        until,
        0,
    )


async def test_a_contact_is_not_written_to_faster_than_allowed(world: World) -> None:
    await world.hears()
    for number in range(12):
        await world.answers(f"{number}")
    for _ in range(12):
        await world.sends()

    assert len(world.provider.posted) == 10
    world.clock.advance(timedelta(seconds=6))
    await world.sends()
    assert [one["text"]["body"] for one in world.provider.posted] == [f"{n}" for n in range(11)]


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


async def test_a_fault_of_ours_before_the_request_is_tried_again_and_after_it_is_not(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    await world.hears()
    message_id = await world.answers()

    async def break_down(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(dispatching, "compose", break_down)
    await world.sends()
    assert (await world.delivery(message_id)).state is DeliveryState.QUEUED
    monkeypatch.undo()

    world.clock.advance(MINUTE)
    world.provider.answers = [ZeroDivisionError()]
    await world.sends()
    assert (await world.delivery(message_id)).state is DeliveryState.UNKNOWN


async def test_parts_that_were_accepted_are_not_sent_again_after_a_failure(world: World) -> None:
    await world.hears()
    message_id = await world.answers(LONG)
    world.provider.answers = [world.provider.fine, HttpResponse(503)]

    await world.sends()
    delivery = await world.delivery(message_id)
    assert (delivery.state, delivery.provider_ids) == (DeliveryState.QUEUED, ("wamid.OUT1",))
    world.clock.advance(MINUTE)
    await world.sends()

    parts = [one["biz_opaque_callback_data"] for one in world.provider.posted]
    assert (await world.delivery(message_id)).provider_ids == ("wamid.OUT1", "wamid.OUT2")
    assert parts[1] == parts[2] != parts[0]


@pytest.mark.parametrize("at_call", [1, 2, 3])
async def test_a_crash_doubles_nothing_and_loses_nothing(each_world: World, at_call: int) -> None:
    """A file and a long text: an upload, which may be repeated, and two messages, which may not."""
    await each_world.hears()
    file_id = await each_world.has_file(PNG, "a.png", "image/png")
    message_id = await each_world.answers("word " * 800, attachment_ids=(file_id,))
    before_cut = [each_world.provider.fine] * (at_call - 1)

    def cut(request: object) -> HttpResponse:
        raise PowerCut

    each_world.provider.answers = [*before_cut, cut]
    with pytest.raises(PowerCut):
        await each_world.sends()
    was_upload = each_world.provider.asked[-1].multipart != ()
    each_world.sender = each_world.new_sender()
    assert await each_world.recovers() == 0

    each_world.clock.advance(timedelta(minutes=10))
    assert await each_world.recovers() == 1
    delivery = await each_world.delivery(message_id)
    if not was_upload:
        assert delivery.state is DeliveryState.UNKNOWN
        assert (await each_world.case()).facts.duty is not None
        assert await each_world.sends() == 0
        return
    assert delivery.state is DeliveryState.QUEUED
    each_world.clock.advance(MINUTE)
    await each_world.sends()
    posted = [one["biz_opaque_callback_data"] for one in each_world.provider.posted]
    assert (await each_world.delivery(message_id)).state is DeliveryState.SENT
    assert len(posted) == len(set(posted)) == 2


async def test_what_an_agent_sends_again_goes_on_where_it_stopped(world: World) -> None:
    from clew.services.replies import send_again

    await world.hears()
    message_id = await world.answers(LONG)
    world.provider.answers = [world.provider.fine, NoAnswer("cut")]
    await world.sends()
    case = await world.case()

    await send_again(case.conversation_id, message_id, asker=world.asker, deps=world.deps)
    await world.sends()

    delivery = await world.delivery(message_id)
    assert (delivery.state, delivery.provider_ids) == (
        DeliveryState.SENT,
        ("wamid.OUT1", "wamid.OUT2"),
    )


async def test_a_receipt_that_is_faster_than_the_answer_wins_and_the_names_are_kept(
    each_world: World,
) -> None:
    await each_world.hears()
    message_id = await each_world.answers()
    (claimed,) = await claim(each_world.sender, 10)
    answers = each_world.provider.fine

    class Slow:
        async def call(self, request: object, *, circuit: str = "") -> HttpResponse:
            await each_world.receives("delivered", "wamid.OUT1", message_id)
            return answers(request)  # type: ignore[arg-type]

    sender = type(each_world.sender)(deps=each_world.deps, http=Slow(), chance=lambda: 0.5)
    await send(claimed, sender=sender)

    delivery = await each_world.delivery(message_id)
    assert (delivery.state, delivery.provider_ids) == (DeliveryState.DELIVERED, ("wamid.OUT1",))
    assert (await each_world.message(message_id)).provider_id == "wamid.OUT1"


async def test_two_messages_that_the_provider_names_alike_are_both_sent(each_world: World) -> None:
    await each_world.hears()
    same = said({"messages": [{"id": "wamid.SAME"}]})
    each_world.provider.answers = [same, same]
    first, second = await each_world.answers("One"), await each_world.answers("Two")

    await each_world.sends()
    await each_world.sends()

    assert (await each_world.delivery(first)).state is DeliveryState.SENT
    assert (await each_world.delivery(second)).state is DeliveryState.SENT
    assert (await each_world.message(second)).provider_id is None


async def test_what_the_provider_said_is_kept_although_the_database_was_away(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    await world.hears()
    message_id = await world.answers()
    times = iter([StoreIsUnavailable("away")] * 3)

    async def away_at_first(*given: object) -> None:
        failure = next(times, None)
        if failure is not None:
            raise failure
        await recording.settle(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(dispatching, "settle", away_at_first)
    monkeypatch.setattr(dispatching, "PAUSES_SECONDS", (0.0,) * 5)
    await world.sends()

    assert (await world.delivery(message_id)).state is DeliveryState.SENT


async def test_giving_up_after_a_day_gives_the_move_back(world: World) -> None:
    await world.hears()
    message_id = await world.answers("x", template={"name": "t", "language": "pl"})
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

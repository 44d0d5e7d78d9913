"""What is cut off goes on where it stopped, and nothing is sent twice."""

from __future__ import annotations

from datetime import timedelta

import pytest

from clew.domain.message import DeliveryState
from clew.ports.channel import HttpResponse
from clew.ports.http import NoAnswer
from clew.ports.store import StoreIsUnavailable
from clew.services.sending import claim, dispatching, recording, send
from tests.services.scripted_provider import PNG, said
from tests.services.world import World

MINUTE = timedelta(minutes=1)
LONG = "word " * 1500  # two messages of the provider


class PowerCut(BaseException):
    """The process dies here: nothing after it is done."""


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
    async with each_world.deps.store.write() as tx:
        marks = await tx.read_marks.claim(each_world.clock.now(), 10)
    assert [mark.provider_id for mark in marks] == ["wamid.IN1"]


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

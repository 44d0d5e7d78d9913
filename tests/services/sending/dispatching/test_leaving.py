"""A reply leaves as it should, with its files and at the pace of the channel."""

from __future__ import annotations

from datetime import timedelta

from clew.domain.message import DeliveryState
from tests.services.scripted_provider import PNG, refused
from tests.services.world import INBOX, World

MINUTE = timedelta(minutes=1)


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

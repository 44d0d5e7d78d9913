"""The provider hears what was read, once, and never at the cost of a reply."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from clew.domain.message import DeliveryState
from clew.domain.people import InboxState
from clew.ports.channel import READ_MARKS_SETTING
from clew.ports.http import NoAnswer, NotSent
from clew.ports.store.people import InboxNews
from clew.services.sending import show_read_marks
from tests.services.scripted_provider import Answer, refused, said
from tests.services.world import INBOX, WORKSPACE, World


async def told(world: World) -> list[dict[str, Any]]:
    """Let due marks leave; return which the provider was told of in all."""
    await show_read_marks(20, sender=world.sender)
    return [
        {name: value for name, value in posted.items() if name != "messaging_product"}
        for posted in world.provider.posted
        if posted.get("status") == "read"
    ]


async def wishes(world: World, when: str) -> None:
    """The inbox is told when to show read marks."""
    inbox = await world.inbox()
    settings = {**inbox.settings, READ_MARKS_SETTING.name: when}
    async with world.deps.store.write() as tx:
        await tx.people.save_inbox(replace(inbox, settings=settings))
    world.deps.directory.forget(WORKSPACE)


async def test_what_an_answer_answers_is_shown_as_read_once(each_world: World) -> None:
    await each_world.hears("Hello?")
    await each_world.hears("Anybody?")
    before = await told(each_world)
    await each_world.answers()
    await each_world.hears("One more thing")
    await each_world.sends()

    after = await told(each_world)
    await each_world.answers("And this")
    await each_world.answers("And that")
    await each_world.sends()
    await each_world.sends()

    assert before == []
    assert after == [{"status": "read", "message_id": "wamid.IN2"}]
    assert await told(each_world) == [*after, {"status": "read", "message_id": "wamid.IN3"}]


@pytest.mark.parametrize(
    "answer",
    [refused(100), said({}, 500), NotSent("no way there"), NoAnswer("silence")],
)
async def test_a_mark_that_fails_harms_nobody_and_is_not_tried_again(
    world: World, answer: Answer
) -> None:
    await world.hears()
    message_id = await world.answers()
    await world.sends()
    world.provider.answers = [answer]

    first = await told(world)

    assert await told(world) == first
    assert (await world.delivery(message_id)).state is DeliveryState.SENT
    assert (await world.inbox()).state is InboxState.GREEN


async def test_an_inbox_that_never_shows_marks_tells_nobody(world: World) -> None:
    await wishes(world, "never")
    await world.hears()
    await world.answers()
    await world.sends()

    assert await told(world) == []


async def test_marks_wait_while_the_provider_wants_a_pause(world: World) -> None:
    await world.hears()
    await world.answers()
    await world.sends()
    world.sender.pacing.pause(INBOX, world.clock.now() + timedelta(minutes=1))

    paused = await told(world)
    world.clock.advance(timedelta(minutes=1))

    assert (paused, len(await told(world))) == ([], 1)


async def test_an_amber_inbox_is_not_asked_for_marks(world: World) -> None:
    await world.hears()
    await world.answers()
    await world.sends()
    async with world.deps.store.write() as tx:
        await tx.people.note_inbox(INBOX, InboxNews(state=InboxState.AMBER, reason="expired"))
    world.deps.directory.forget(WORKSPACE)

    assert await told(world) == []

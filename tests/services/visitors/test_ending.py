"""Who says that it is solved ends their case, and is heard again when they write again."""

from __future__ import annotations

from tests.fixtures.chat import Chat, Guest


async def stands(chat: Chat) -> tuple[str, str]:
    case = await chat.shop.case()
    return case.status, case.resolution.outcome if case.resolution else ""


async def solved(guest: Guest) -> str:
    answer = await guest.client.put("/resolution")
    assert answer.status_code == 200, answer.text
    return str(answer.json()["conversation"])


async def test_what_was_answered_is_solved_and_goes_on_with_the_next_word(
    each_chat: Chat,
) -> None:
    guest = await each_chat.guest()
    nothing_yet = await solved(guest)
    await guest.say("My kettle leaks")
    await each_chat.answer("A new one is on its way")

    said = [await solved(guest), await solved(guest)]
    ended = await stands(each_chat)
    [event] = [one for one in await each_chat.shop.timeline() if one.event == "case_resolved"]
    await guest.say("It leaks, too")

    assert nothing_yet == "none"
    assert said == ["resolved", "resolved"]
    assert ended == ("resolved", "solved")
    assert event.actor is not None
    assert event.actor.kind == "contact"
    assert await stands(each_chat) == ("open", "")
    assert (await guest.me())["conversation"] == "open"
    assert await each_chat.shop.violations() == {}


async def test_who_needs_nothing_more_waits_for_nothing(chat: Chat) -> None:
    """Nobody has kept a promise by that, so it does not count as solved by us."""
    guest, other = await chat.guest(), await chat.guest()
    await guest.say("My kettle leaks")

    not_theirs = await solved(other)
    still = await stands(chat)
    await solved(guest)

    assert (not_theirs, still[0]) == ("none", "open")
    assert await stands(chat) == ("resolved", "withdrawn")
    assert await chat.shop.violations() == {}

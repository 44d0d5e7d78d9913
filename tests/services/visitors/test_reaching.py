"""Who has gone is reached: by push, then by mail, then when they return."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from clew.services.visitors.letters import Post
from clew.services.visitors.push import public_key, subscribe
from clew.services.visitors.reaching import Reach, reach_some
from tests.fixtures.chat import Chat, Guest
from tests.services.replies.test_loading import a_file
from tests.services.visitors.post import Keeper, a_post
from tests.services.visitors.test_push import Browser, Service


def reach_of(chat: Chat, keeper: Keeper | None = None, service: Service | None = None) -> Reach:
    post = a_post(keeper) if keeper else Post(mailer=Keeper())
    return Reach(deps=chat.shop.deps, http=service or Service(), post=post)


async def outcomes(chat: Chat, guest: Guest) -> list[str]:
    visitor = (await chat.visiting(guest)).visitor
    async with chat.shop.deps.store.read() as reader:
        found = await reader.notices.outcomes(visitor.workspace_id, visitor.id)
    return [outcome for _, outcome in found]


async def told_to_agents(chat: Chat) -> list[str]:
    return [one.delivery.reached for one in await chat.shop.timeline() if one.delivery]


async def after(chat: Chat, reach: Reach, seconds: int) -> int:
    chat.shop.clock.advance(timedelta(seconds=seconds))
    return await reach_some(10, reach=reach)


async def test_an_answer_is_pushed_then_mailed_with_a_way_back(each_chat: Chat) -> None:
    browser, service, keeper = Browser(), Service(201, 201), Keeper()
    guest = await each_chat.guest()
    await guest.client.patch("/me", json={"email": "anna@example.test", "name": "Anna"})
    visiting = await each_chat.visiting(guest)
    await public_key(visiting.visitor.workspace_id, each_chat.shop.deps)
    await subscribe(browser.subscription, visiting=visiting, deps=each_chat.shop.deps)
    await guest.say("Hello")
    await each_chat.answer("First answer")
    reach = reach_of(each_chat, keeper, service)

    early = await after(each_chat, reach, 5)
    pushed = await after(each_chat, reach, 11)
    await each_chat.answer("Second answer")
    await after(each_chat, reach, 20)
    mailed = await after(each_chat, reach, 110)
    again = await after(each_chat, reach, 3600)

    assert (early, pushed) == (0, 1)
    assert browser.read(service.requests[0].content).startswith(b'{"v":1,"t":"msg","i":"')
    assert mailed >= 1
    assert again == 0
    [text] = keeper.texts()
    assert "First answer\n\nSecond answer" in text
    assert "/widget/" in text
    link = text.partition("#link=")[2].split()[0]
    assert await (await each_chat.guest(link=link)).texts() == [
        "Hello",
        "First answer",
        "Second answer",
    ]
    assert await outcomes(each_chat, guest) == ["mailed", "mailed"]


async def test_what_was_seen_is_left_alone(chat: Chat) -> None:
    keeper = Keeper()
    guest = await chat.guest()
    await guest.client.patch("/me", json={"email": "anna@example.test"})
    await guest.say()
    await chat.answer()
    place = (await guest.read())[-1]["place"]
    await guest.client.put("/read", json={"seq": place})

    await after(chat, reach_of(chat, keeper), 3600)
    await after(chat, reach_of(chat, keeper), 3600)

    assert keeper.requests == []
    assert await outcomes(chat, guest) == ["seen"]


async def test_without_address_or_server_it_waits_and_nothing_is_lost(chat: Chat) -> None:
    guest = await chat.guest()
    await guest.say()
    await chat.answer("It is here")

    for _ in range(3):
        await after(chat, reach_of(chat), 300)

    assert await outcomes(chat, guest) == ["waits"]
    assert await told_to_agents(chat) == ["waits"]
    assert "It is here" in await guest.texts()


async def test_a_browser_that_is_gone_is_forgotten(chat: Chat) -> None:
    service = Service(410)
    guest = await chat.guest()
    visiting = await chat.visiting(guest)
    await public_key(visiting.visitor.workspace_id, chat.shop.deps)
    await subscribe(Browser().subscription, visiting=visiting, deps=chat.shop.deps)
    await guest.say()
    await chat.answer()

    await after(chat, reach_of(chat, service=service), 20)

    assert (await guest.me())["visitor"]["push"] is False


async def test_a_push_service_that_is_busy_is_asked_again_before_a_mail_is_sent(chat: Chat) -> None:
    service, keeper = Service(503, 0, 201), Keeper()
    guest = await chat.guest()
    await guest.client.patch("/me", json={"email": "anna@example.test"})
    visiting = await chat.visiting(guest)
    await public_key(visiting.visitor.workspace_id, chat.shop.deps)
    await subscribe(Browser().subscription, visiting=visiting, deps=chat.shop.deps)
    await guest.say()
    await chat.answer()

    for seconds in (16, 30, 30):
        await after(chat, reach_of(chat, keeper, service), seconds)

    assert len(service.requests) == 3
    assert await told_to_agents(chat) == ["pushed"]
    assert keeper.requests == []


async def test_a_mail_that_is_not_taken_is_tried_again_and_not_for_ever(chat: Chat) -> None:
    keeper = Keeper(code=451)
    guest = await chat.guest()
    await guest.client.patch("/me", json={"email": "anna@example.test"})
    await guest.say()
    await chat.answer()

    for _ in range(12):
        await after(chat, reach_of(chat, keeper), 3600)

    assert len(keeper.requests) == 5
    assert await outcomes(chat, guest) == ["failed"]
    assert await told_to_agents(chat) == ["failed"]


async def test_what_was_mailed_is_not_mailed_again_with_the_next_answer(chat: Chat) -> None:
    keeper = Keeper()
    guest = await chat.guest()
    await guest.client.patch("/me", json={"email": "anna@example.test"})
    await guest.say()
    for text in ("First answer", "Second answer"):
        await chat.answer(text)
        for _ in range(2):
            await after(chat, reach_of(chat, keeper), 120)

    assert ["First answer" in one for one in keeper.texts()] == [True, False]
    assert await told_to_agents(chat) == ["mailed", "mailed"]


async def test_an_answer_that_is_a_file_alone_is_mailed_by_its_name(chat: Chat) -> None:
    """A mail without a word in it looks like a fault."""
    keeper = Keeper()
    guest = await chat.guest()
    await guest.client.patch("/me", json={"email": "anna@example.test"})
    await guest.say()
    await chat.answer("", attachment_ids=(await a_file(chat.shop, chat.shop.admin),))
    reach = reach_of(chat, keeper)
    reach = replace(reach, post=replace(reach.post, public_url=""))

    for _ in range(2):
        await after(chat, reach, 120)

    [text] = keeper.texts()
    assert text.startswith("[offer.pdf]\n\nGo on in the chat where you wrote to us.")

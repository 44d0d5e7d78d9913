"""What agents are told of an answer to somebody who has gone is what becomes of it."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from clew.domain.consent import Purpose
from clew.domain.ids import ContactId, ConversationId
from clew.services.conversations import get_conversation
from clew.services.recognition.consenting import AddConsent, add_consent
from clew.services.visitors.letters import Post
from clew.services.visitors.push import public_key, subscribe
from clew.services.visitors.reaching import Reach
from tests.fixtures.chat import Chat, Guest
from tests.fixtures.workplace import Shop
from tests.services.visitors.post import CLOSED, Keeper, a_post
from tests.services.visitors.test_push import Browser, Service
from tests.services.visitors.test_reaching import after, outcomes


@dataclass(frozen=True)
class Given:
    """What is known of a visitor, and how the inbox and the server are set up."""

    email: bool = False
    browser: bool = False
    mails: bool = True
    server: bool = True
    refuses: bool = False


async def leave(chat: Chat, given: Given) -> Guest:
    guest = await chat.guest()
    if given.email:
        await guest.client.patch("/me", json={"email": "anna@example.test"})
    if given.browser:
        visiting = await chat.visiting(guest)
        await public_key(visiting.visitor.workspace_id, chat.shop.deps)
        await subscribe(Browser().subscription, visiting=visiting, deps=chat.shop.deps)
    if not given.mails:
        await chat.set_up(mails_answers="no")
    await guest.say()
    return guest


async def refuse_mails(chat: Chat) -> None:
    refusal = AddConsent(
        contact_id=ContactId((await chat.shop.case()).contact.id),
        purpose=Purpose.SERVICE,
        is_given=False,
        channel="email",
        how="on the phone",
    )
    await add_consent(refusal, asker=chat.shop.admin, deps=chat.shop.deps)


async def told(chat: Chat, post: Post) -> str | None:
    conversation_id = ConversationId((await chat.shop.case()).conversation_id)
    found = await get_conversation(
        conversation_id, asker=chat.shop.admin, post=post, deps=chat.shop.deps
    )
    return next(way.reaches for way in found.value.inboxes if way.channel == "webchat")


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (Given(), "waits"),
        (Given(email=True), "mailed"),
        (Given(browser=True), "pushed"),
        (Given(email=True, browser=True), "mailed"),
        (Given(email=True, mails=False), "waits"),
        (Given(email=True, mails=False, browser=True), "pushed"),
        (Given(email=True, server=False), "waits"),
        (Given(email=True, refuses=True), "waits"),
        (Given(email=True, browser=True, refuses=True), "pushed"),
    ],
)
async def test_what_agents_are_told_beforehand_is_what_happens(
    chat: Chat, given: Given, expected: str
) -> None:
    post = a_post(Keeper()) if given.server else CLOSED
    guest = await leave(chat, given)
    if given.refuses:
        await refuse_mails(chat)

    before = await told(chat, post)
    await chat.answer()
    reach = Reach(deps=chat.shop.deps, http=Service(201), post=post)
    for _ in range(3):
        await after(chat, reach, 300)

    assert before == expected
    assert await outcomes(chat, guest) == [expected]


async def test_both_engines_agree(each_chat: Chat) -> None:
    await leave(each_chat, Given(browser=True))

    assert await told(each_chat, CLOSED) == "pushed"


async def test_a_browser_whose_visitor_signed_out_is_told_nothing(chat: Chat) -> None:
    guest = await leave(chat, Given(browser=True))
    visiting = await chat.visiting(guest)
    await chat.lobby.visits.end(visiting)

    assert await told(chat, CLOSED) == "waits"


async def test_who_is_no_visitor_has_no_chat_to_leave(shop: Shop) -> None:
    await shop.write()
    conversation_id = ConversationId((await shop.case()).conversation_id)

    found = await get_conversation(
        conversation_id, asker=shop.admin, post=a_post(Keeper()), deps=shop.deps
    )

    assert [way.reaches for way in found.value.inboxes] == [None]

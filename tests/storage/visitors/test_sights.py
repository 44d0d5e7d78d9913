"""What the contact's side sees, asked of both engines."""

from __future__ import annotations

from dataclasses import replace
from uuid import uuid4

from clew.domain.ids import ConversationId, IdentityId, WorkspaceId
from clew.ports.store.sights import Sight
from tests.fixtures.chat import Chat, Guest


async def sight_of(chat: Chat, guest: Guest) -> Sight:
    visitor = (await chat.visiting(guest)).visitor
    async with chat.shop.deps.store.read() as reader:
        where = (await reader.visitors.whereabouts(visitor.workspace_id, [visitor.id]))[visitor.id]
    return Sight(
        workspace_id=visitor.workspace_id,
        conversation_id=where.conversation_id,
        identity_id=where.identity_id,
    )


async def test_changes_come_in_their_order_and_each_once(each_chat: Chat) -> None:
    guest = await each_chat.guest()
    first = await guest.say("One")
    await guest.say("Two")
    async with each_chat.shop.deps.store.read() as reader:
        before = await reader.seq(each_chat.shop.admin.workspace_id)
    await guest.client.patch(f"/messages/{first['id']}", json={"text": "One!"})
    sight = await sight_of(each_chat, guest)

    async with each_chat.shop.deps.store.read() as reader:
        everything = await reader.sights.changed(sight, 0, 10)
        since = await reader.sights.changed(sight, before, 10)
        touched = await reader.sights.touched(sight.workspace_id, before, 10)
        last = await reader.sights.latest(sight, None, 1)

    assert [one.item.text for one in everything] == ["Two", "One!"]
    assert [one.item.text for one in since] == ["One!"]
    assert [str(one) for one in touched.message_ids] == [first["id"]]
    assert touched.is_whole
    assert [one.item.text for one in last] == ["Two"]


async def test_another_identity_or_conversation_shows_nothing(each_chat: Chat) -> None:
    guest = await each_chat.guest()
    await guest.say("One")
    sight = await sight_of(each_chat, guest)

    async with each_chat.shop.deps.store.read() as reader:
        for other in (
            replace(sight, identity_id=IdentityId(uuid4())),
            replace(sight, conversation_id=ConversationId(uuid4())),
            replace(sight, workspace_id=WorkspaceId(uuid4())),
        ):
            assert await reader.sights.latest(other, None, 10) == []


async def test_unread_answers_and_the_queue_are_counted(each_chat: Chat) -> None:
    guest = await each_chat.guest()
    await guest.say("One")
    message_id = await each_chat.answer("Yes?")
    await guest.say("Two")
    sight = await sight_of(each_chat, guest)
    workspace_id = each_chat.shop.admin.workspace_id

    async with each_chat.shop.deps.store.read() as reader:
        unread = await reader.sights.unread(sight, each_chat.inbox.id)
        elsewhere = await reader.sights.unread(sight, each_chat.shop.inbox.id)
        queued, turns = await reader.sights.queue(workspace_id, each_chat.shop.team.id)
        standing = await reader.sights.standing(workspace_id, sight.conversation_id)

    assert [(one[0], one[2]) for one in unread] == [(message_id, False)]
    assert elsewhere == []
    assert (queued, len(turns)) == (1, 1)
    assert (len(standing.case_ids), standing.owner_id) == (1, each_chat.shop.admin.id)

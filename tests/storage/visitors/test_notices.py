"""Who has to be reached, on both engines."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from clew.domain.ids import MessageId
from clew.ports.store.notices import Notice, NoticeStage, PushKey
from tests.fixtures.chat import Chat


async def a_notice(chat: Chat) -> Notice:
    guest = await chat.guest()
    await guest.say()
    visitor = (await chat.visiting(guest)).visitor
    message_id = MessageId(await chat.answer())
    return Notice(
        message_id=message_id,
        workspace_id=visitor.workspace_id,
        visitor_id=visitor.id,
        stage=NoticeStage.PUSH,
        due_at=chat.shop.clock.now() + timedelta(seconds=15),
    )


async def test_what_is_due_is_taken_once_and_what_is_done_never_again(each_chat: Chat) -> None:
    store, now = each_chat.shop.deps.store, each_chat.shop.clock.now()
    notice = replace(await a_notice(each_chat), due_at=now)
    later = now + timedelta(minutes=1)
    async with store.write() as tx:
        await tx.notices.claim_notices(later, later + timedelta(days=1), 10)
        await tx.notices.add_notice(notice)
        await tx.notices.add_notice(replace(notice, due_at=later + timedelta(days=9)))
        await tx.notices.save_notice(notice)
        taken = await tx.notices.claim_notices(now, later, 10)
        again = await tx.notices.claim_notices(now, later, 10)
        retaken = await tx.notices.claim_notices(later, later, 10)
        await tx.notices.save_notice(replace(notice, stage=NoticeStage.DONE, outcome="seen"))
        done = await tx.notices.claim_notices(later + timedelta(days=30), later, 10)
        outcomes = await tx.notices.outcomes(notice.workspace_id, notice.visitor_id)

    assert [one.message_id for one in taken] == [notice.message_id]
    assert (again, len(retaken), done) == ([], 1, [])
    assert outcomes == [(notice.message_id, "seen")]


async def test_a_workspace_keeps_its_first_key(each_chat: Chat) -> None:
    workspace_id = each_chat.shop.admin.workspace_id
    async with each_chat.shop.deps.store.write() as tx:
        await tx.notices.add_push_key(workspace_id, PushKey(public_key="one", sealed=b"1"))
        await tx.notices.add_push_key(workspace_id, PushKey(public_key="two", sealed=b"2"))
        found = await tx.notices.push_key(workspace_id)

    assert found == PushKey(public_key="one", sealed=b"1")


async def test_of_many_browsers_the_newest_few_are_kept(each_chat: Chat) -> None:
    guest = await each_chat.guest()
    visitor = (await each_chat.visiting(guest)).visitor
    now = each_chat.shop.clock.now()
    async with each_chat.shop.deps.store.write() as tx:
        for number in range(8):
            at = now + timedelta(minutes=number)
            await tx.notices.subscribe(visitor, bytes([number]) * 32, bytes([number]), at)
        await tx.notices.subscribe(visitor, bytes([7]) * 32, b"new", now + timedelta(hours=1))
        kept = await tx.notices.subscriptions(visitor.workspace_id, visitor.id)
        await tx.notices.unsubscribe(visitor.workspace_id, visitor.id, bytes([7]) * 32)
        fewer = await tx.notices.subscriptions(visitor.workspace_id, visitor.id)
        await tx.notices.unsubscribe(visitor.workspace_id, visitor.id)
        none = await tx.notices.subscriptions(visitor.workspace_id, visitor.id)

    assert [one[0][0] for one in kept] == [3, 4, 5, 6, 7]
    assert kept[-1][1] == b"new"
    assert (len(fewer), none) == (4, [])

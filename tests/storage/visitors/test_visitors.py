"""Rows about visitors, on both engines."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from clew.domain.errors import Conflict
from clew.domain.visitor import Code
from clew.services.sessions import sha256_of
from tests.fixtures.chat import Chat


async def test_two_visitors_of_an_inbox_never_have_one_subject(each_chat: Chat) -> None:
    store = each_chat.shop.deps.store
    one = (await each_chat.visiting(await each_chat.guest())).visitor
    other = (await each_chat.visiting(await each_chat.guest())).visitor
    async with store.write() as tx:
        await tx.visitors.save(replace(one, subject="customer-42"))

    with pytest.raises(Conflict):
        async with store.write() as tx:
            await tx.visitors.save(replace(other, subject="customer-42"))
    async with store.read() as reader:
        found = await reader.visitors.by_subject(one.workspace_id, one.inbox_id, "customer-42")

    assert found == replace(one, subject="customer-42")


async def test_a_link_and_a_token_are_used_once_however_many_try(each_chat: Chat) -> None:
    store, now = each_chat.shop.deps.store, each_chat.shop.clock.now()
    visitor = (await each_chat.visiting(await each_chat.guest())).visitor
    async with store.write() as tx:
        await tx.visitors.add_link(visitor, sha256_of("x"), "a@b.test", now + timedelta(hours=1))

    async def use() -> tuple[bool, bool]:
        async with store.write() as tx:
            link = await tx.visitors.use_link(sha256_of("x"), visitor.inbox_id, now)
            token = await tx.visitors.use_token(
                visitor.workspace_id, visitor.inbox_id, sha256_of("y"), now
            )
        return link is not None, token

    used = await asyncio.gather(*(use() for _ in range(5)))

    assert sum(link for link, _ in used) == 1
    assert sum(token for _, token in used) == 1


async def test_tries_at_a_code_are_counted_and_old_things_forgotten(each_chat: Chat) -> None:
    store, now = each_chat.shop.deps.store, each_chat.shop.clock.now()
    guest = await each_chat.guest()
    visitor = (await each_chat.visiting(guest)).visitor
    code = Code(email="a@b.test", sha256=sha256_of("123456"), expires_at=now + timedelta(minutes=1))
    async with store.write() as tx:
        await tx.visitors.save_code(visitor, replace(code, tries=3))
        await tx.visitors.save_code(visitor, code)
        tried = [await tx.visitors.try_code(visitor.workspace_id, visitor.id) for _ in range(3)]
        await tx.visitors.forget_old(now + timedelta(minutes=2))
        gone = await tx.visitors.try_code(visitor.workspace_id, visitor.id)

    assert [one.tries for one in tried if one] == [0, 1, 2]
    assert gone is None
    assert (await each_chat.visiting(guest)).visitor == visitor


async def test_erasing_leaves_no_row(each_chat: Chat) -> None:
    store, now = each_chat.shop.deps.store, each_chat.shop.clock.now()
    guest = await each_chat.guest()
    visitor = (await each_chat.visiting(guest)).visitor
    async with store.write() as tx:
        await tx.visitors.add_link(visitor, sha256_of("x"), "a@b.test", now + timedelta(hours=1))
        await tx.notices.subscribe(visitor, sha256_of("e"), b"sealed", now)
        await tx.visitors.erase(visitor.workspace_id, visitor.id)
        await tx.visitors.forget_code(visitor.workspace_id, visitor.id)

    async with store.read() as reader:
        assert await reader.visitors.visitor(visitor.workspace_id, visitor.id) is None
        assert await reader.visitors.session(sha256_of(guest.token), now) is None
        assert await reader.visitors.visitor_of(visitor.workspace_id, str(visitor.id)) is None
        assert await reader.visitors.visitor_of(visitor.workspace_id, "no id") is None

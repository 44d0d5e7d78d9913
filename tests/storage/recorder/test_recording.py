"""What is recorded is there, whole or not at all, numbered in the order of commits."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest
from sqlalchemy import select

from clew.domain.errors import NotFound
from clew.ports.bus import Topic
from clew.ports.store import LogEntry, Store
from clew.storage.engine import Engine
from clew.storage.schema import cases, log
from tests.builders import MONDAY_NINE
from tests.fixtures.stores import Hints
from tests.storage.batches import Workplace, new_contacts, recorded
from tests.storage.looking import column, rows


async def test_a_batch_is_there_after_its_commit(store: Store) -> None:
    workplace = await Workplace().save(store)

    async with store.write() as tx:
        changes = await new_contacts(workplace, tx, 3)
        recorded = await tx.record(changes)

    async with store.write() as tx:
        found = [await tx.case(workplace.id, one) for one in changes.cases]
        said = [await tx.message(workplace.id, one.id) for one in changes.messages]
        contact = await tx.contact(workplace.id, changes.contacts[0].id)
    assert found == [change.after for change in changes.cases.values()]
    assert said == changes.messages
    assert contact == changes.contacts[0]
    assert recorded.first_seq == 1
    assert recorded.last_seq == 6


async def test_a_batch_that_fails_leaves_no_trace(store: Store, tables: Engine) -> None:
    workplace = await Workplace().save(store)

    async def fail() -> None:
        async with store.write() as tx:
            await tx.record(await new_contacts(workplace, tx, 2))
            raise RuntimeError

    with pytest.raises(RuntimeError):
        await fail()

    assert await rows(tables, select(cases)) == []
    async with store.read() as reader:
        assert await reader.seq(workplace.id) == 0


async def test_an_unknown_workspace_is_refused(store: Store) -> None:
    with pytest.raises(NotFound):
        await recorded(store, Workplace().changes())


async def test_numbers_of_the_log_have_no_gaps_whoever_writes(store: Store, tables: Engine) -> None:
    """Resuming by number must miss nothing, so order of numbers is order of commits."""
    workplace = await Workplace().save(store)

    async def write() -> None:
        async with store.write() as tx:
            await tx.record(await new_contacts(workplace, tx, 2))

    await asyncio.gather(*(write() for _ in range(8)))

    seqs = await column(tables, select(log.c.seq).order_by(log.c.seq))
    numbers = await column(tables, select(cases.c.number).order_by(cases.c.number))
    assert seqs == list(range(1, 33))
    assert numbers == list(range(1, 17))


async def test_hints_are_given_after_the_commit_and_not_without_one(
    store: Store, hints: Hints
) -> None:
    workplace = await Workplace().save(store)

    async def tell_and_fail() -> None:
        async with store.write() as tx:
            tx.tell(Topic.SENDING, workplace.id)
            raise RuntimeError

    async with store.write() as tx:
        await tx.record(await new_contacts(workplace, tx, 1))
        before = list(hints.told)
    told = list(hints.told)
    with pytest.raises(RuntimeError):
        await tell_and_fail()

    assert before == []
    assert (Topic.LOG, workplace.id) in told
    assert (Topic.ROUTING, workplace.id) in told
    assert hints.told == told


async def test_any_text_can_be_kept(store: Store) -> None:
    """What a provider sends must never stop a batch."""
    workplace = await Workplace().save(store)

    async with store.write() as tx:
        changes = await new_contacts(workplace, tx, 1)
        [message] = changes.messages
        changes.messages[0] = replace(
            message, text="a\x00b \ud83d Zażółć 🦦", content={"odd": "\x00\ud800", "n": [1.5, None]}
        )
        changes.log.append(LogEntry(kind="opted_out", at=MONDAY_NINE, data={"\x00": "\udfff"}))
        await tx.record(changes)

    async with store.write() as tx:
        found = await tx.message(workplace.id, message.id)
    assert found is not None
    assert found.text == "a\ufffdb \ufffd Zażółć 🦦"
    assert found.content == {"odd": "\ufffd\ufffd", "n": [1.5, None]}

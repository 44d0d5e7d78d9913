"""What is recorded is there, whole or not at all, and numbered in the order of commits."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest
from sqlalchemy import select

from clew.domain.case import apply_all
from clew.domain.errors import Conflict, NotFound
from clew.domain.facts import Outcome
from clew.domain.ids import ConversationId, MessageId
from clew.domain.message import AuthorKind, DeliveryState, Reaction
from clew.ports.bus import Topic
from clew.ports.store import LogEntry, MessageEdit, Store
from clew.storage.engine import Engine
from clew.storage.schema import cases, holder_spans, log, messages, moves, notes, turns
from tests.builders import HOUR, MINUTE, MONDAY_NINE, replied, resolved
from tests.fixtures.stores import Hints
from tests.storage.batches import Workplace, new_contacts, one_waiting, owned, recorded
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


async def test_the_same_provider_id_twice_is_a_conflict(store: Store, tables: Engine) -> None:
    workplace = await Workplace().save(store)
    case, message = await one_waiting(workplace, store)

    changes = workplace.changes()
    changes.messages.append(replace(message, id=MessageId(case.id)))

    with pytest.raises(Conflict):
        await recorded(store, changes)

    assert len(await rows(tables, select(messages))) == 1


async def test_a_contact_has_one_conversation(store: Store) -> None:
    workplace = await Workplace().save(store)
    async with store.write() as tx:
        changes = await new_contacts(workplace, tx, 1)
        await tx.record(changes)

    second = workplace.changes()
    again = replace(changes.conversations[0], id=ConversationId(workplace.team_id))
    second.conversations.append(again)

    with pytest.raises(Conflict):
        await recorded(store, second)


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


async def test_rows_carry_the_number_of_their_entry(store: Store, tables: Engine) -> None:
    workplace = await Workplace().save(store)
    _, message = await one_waiting(workplace, store)

    [row] = await rows(tables, select(messages))
    [entry] = await rows(tables, select(log).where(log.c.message_id == message.id))
    [case] = await rows(tables, select(cases))
    assert row.seq == row.v == entry.seq
    assert entry.is_shown
    assert case.v == entry.seq
    assert case.last_inbound_seq == entry.seq
    assert (case.last_message_text, case.last_message_direction) == (message.text, "in")


async def test_what_services_forget_to_tell_is_told(store: Store, tables: Engine) -> None:
    workplace = await Workplace().save(store)
    case, _ = await one_waiting(workplace, store)

    async with store.write() as tx:
        changes = workplace.changes()
        changes.change(owned(case, workplace.agent_id), case)
        changes.notes.append(workplace.note(case, "asked the depot"))
        recorded = await tx.record(changes)

    kinds = await column(
        tables, select(log.c.kind).where(log.c.seq >= recorded.first_seq).order_by(log.c.seq)
    )
    assert kinds == ["note"]
    [note] = await rows(tables, select(notes))
    [row] = await rows(tables, select(cases))
    assert note.seq == row.v == recorded.last_seq


async def test_an_edit_changes_only_what_it_says(store: Store, tables: Engine) -> None:
    workplace = await Workplace().save(store)
    _, message = await one_waiting(workplace, store)
    heart = Reaction(by=AuthorKind.CONTACT, emoji="❤️", at=MONDAY_NINE)

    async with store.write() as tx:
        changes = workplace.changes()
        changes.edits.append(MessageEdit(message_id=message.id, reactions=(heart,)))
        await tx.record(changes)
    async with store.write() as tx:
        changes = workplace.changes()
        changes.edits.append(MessageEdit(message_id=message.id, text="Where is it?"))
        recorded = await tx.record(changes)

    [row] = await rows(tables, select(messages))
    [shown] = await rows(tables, select(cases))
    assert row.text == shown.last_message_text == "Where is it?"
    assert row.reactions == (heart,)
    assert row.v == recorded.last_seq
    assert row.seq < row.v


async def test_moves_turns_and_spans_follow_a_case(store: Store, tables: Engine) -> None:
    """Spans add up to the time a case was open, whoever held it."""
    workplace = await Workplace().save(store)
    case, _ = await one_waiting(workplace, store)
    mine = owned(case, workplace.agent_id)
    answered = apply_all(mine, replied(MONDAY_NINE + 10 * MINUTE)(mine))
    done = apply_all(answered, resolved(MONDAY_NINE + HOUR, Outcome.SOLVED)(answered))

    for at, before, after in (
        (MONDAY_NINE, case, mine),
        (MONDAY_NINE + 10 * MINUTE, mine, answered),
        (MONDAY_NINE + HOUR, answered, done),
    ):
        async with store.write() as tx:
            changes = workplace.changes(at)
            changes.change(after, before)
            await tx.record(changes)

    spans = await rows(tables, select(holder_spans).order_by(holder_spans.c.began_at))
    [turn] = await rows(tables, select(turns))
    assert [(span.holder, span.ended_at - span.began_at) for span in spans] == [
        ("agent", 10 * MINUTE),
        ("contact", 50 * MINUTE),
    ]
    assert (turn.outcome, turn.satisfied_at) == ("met", MONDAY_NINE + 10 * MINUTE)
    assert await rows(tables, select(moves)) == []


async def test_a_clock_that_is_put_back_leaves_no_hole_between_spans(
    store: Store, tables: Engine
) -> None:
    workplace = await Workplace().save(store)
    case, _ = await one_waiting(workplace, store)
    mine = owned(case, workplace.agent_id)
    theirs = apply_all(mine, replied(MONDAY_NINE + MINUTE)(mine))

    for at, before, after in (
        (MONDAY_NINE + 5 * MINUTE, case, mine),
        (MONDAY_NINE + MINUTE, mine, theirs),
    ):
        async with store.write() as tx:
            changes = workplace.changes(at)
            changes.change(after, before)
            await tx.record(changes)

    spans = await rows(tables, select(holder_spans).order_by(holder_spans.c.began_at))
    assert [(span.holder, span.began_at, span.ended_at) for span in spans] == [
        ("team", MONDAY_NINE, MONDAY_NINE + 5 * MINUTE),
        ("contact", MONDAY_NINE + 5 * MINUTE, None),
    ]


async def test_a_failed_delivery_is_shown_until_someone_deals_with_it(
    store: Store, tables: Engine
) -> None:
    workplace = await Workplace().save(store)
    case, _ = await one_waiting(workplace, store)
    async with store.write() as tx:
        changes = workplace.changes()
        reply = workplace.answer(changes, case, "On its way", after=case)
        await tx.record(changes)
    seen = []

    for state in (DeliveryState.FAILED, DeliveryState.QUEUED):
        async with store.write() as tx:
            changes = workplace.changes()
            changes.updated_deliveries.append(replace(workplace.delivery(reply), state=state))
            await tx.record(changes)
        [row] = await rows(tables, select(cases))
        seen.append((row.delivery_failed, row.v))

    assert seen[0][0] is True
    assert seen[1][0] is False
    assert seen[1][1] > seen[0][1]


async def test_a_reply_that_is_taken_back_is_not_the_last_message(
    store: Store, tables: Engine
) -> None:
    workplace = await Workplace().save(store)
    case, message = await one_waiting(workplace, store)
    async with store.write() as tx:
        changes = workplace.changes()
        reply = workplace.answer(changes, case, "Wrong window", after=case)
        await tx.record(changes)

    async with store.write() as tx:
        changes = workplace.changes()
        cancelled = replace(workplace.delivery(reply), state=DeliveryState.CANCELLED)
        changes.updated_deliveries.append(cancelled)
        await tx.record(changes)

    [row] = await rows(tables, select(cases))
    assert row.last_message_text == message.text
    assert row.last_message_author == "Zofia"


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

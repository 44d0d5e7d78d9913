"""Rows carry the numbers of their entries; what is forgotten is told."""

from __future__ import annotations

from sqlalchemy import select

from clew.ports.store import Store
from clew.storage.engine import Engine
from clew.storage.schema import cases, log, messages, notes
from tests.storage.batches import Workplace, one_waiting, owned
from tests.storage.looking import column, rows


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

"""What must never be true of a row is refused by the database itself, on both engines."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import Executable, Table, insert, null, select, update
from sqlalchemy.exc import IntegrityError

from clew.domain.errors import Conflict
from clew.domain.ids import MessageId
from clew.ports.store import Store
from clew.storage.engine import Engine
from clew.storage.schema import (
    cases,
    conversations,
    deliveries,
    holder_spans,
    messages,
    moves,
    turns,
)
from tests.builders import A_DAY, MONDAY_NINE
from tests.storage.batches import Workplace, new_id, one_waiting, recorded
from tests.storage.looking import rows


async def run(engine: Engine, statement: Executable) -> None:
    async with engine.writing() as connection:
        await connection.execute(statement)


RESOLVED: dict[str, Any] = {
    "status": "resolved",
    "outcome": "solved",
    "resolved_at": MONDAY_NINE,
    "answer_due_at": None,
    "next_holder": None,
    "next_holder_id": None,
    "next_kind": None,
    "next_opened_at": None,
    "next_due_at": None,
    "next_level": None,
    "next_action_at": None,
}


@pytest.mark.parametrize(
    "values",
    [
        {"next_holder": None},
        {"next_due_at": None},
        {"next_action_at": None},
        {"next_kind": None},
        {"next_holder": "contact", "next_holder_id": None},
        {"next_holder": "agent", "next_holder_id": None},
        {"next_holder_id": new_id()},
        {"answer_due_at": None, "promise_due_at": MONDAY_NINE, "next_holder": "contact"},
        {"answer_due_at": None, "open_consults": 1, "next_holder": "contact"},
        {"open_consults": -1},
        {"status": "closed"},
        {"next_holder": "nobody"},
        {"next_kind": "nothing"},
        {"next_level": -1},
        {"park_wake_at": MONDAY_NINE},
        {"park_wake_at": MONDAY_NINE, "park_reason": ""},
        {"number": 0},
        {"team_id": new_id()},
        {"owner_id": new_id()},
        {"contact_id": new_id()},
        {"workspace_id": new_id()},
        {**RESOLVED, "answer_due_at": MONDAY_NINE},
        {**RESOLVED, "promise_due_at": MONDAY_NINE},
        {**RESOLVED, "park_wake_at": MONDAY_NINE, "park_reason": "parts"},
        {**RESOLVED, "open_consults": 1},
        {**RESOLVED, "outcome": None},
        {**RESOLVED, "next_action_at": MONDAY_NINE},
    ],
    ids=lambda values: " ".join(values),
)
async def test_a_case_that_could_be_lost_is_refused(
    store: Store, tables: Engine, values: dict[str, Any]
) -> None:
    workplace = await Workplace().save(store)
    await one_waiting(workplace, store)
    changed = {name: null() if value is None else value for name, value in values.items()}

    with pytest.raises(IntegrityError):
        await run(tables, update(cases).values(changed))


async def test_a_resolved_case_that_owes_nothing_is_accepted(store: Store, tables: Engine) -> None:
    """Else the refusals above would say nothing."""
    workplace = await Workplace().save(store)
    await one_waiting(workplace, store)

    await run(tables, update(cases).values(RESOLVED))

    [row] = await rows(tables, select(cases))
    assert row.status == "resolved"


async def copied(engine: Engine, table: Table, **values: Any) -> Executable:
    """Return the insert of a copy of the one row of a table."""
    [row] = await rows(engine, select(table))
    return insert(table).values({**row._mapping, **values})


async def test_an_open_case_has_one_next_move(store: Store, tables: Engine) -> None:
    workplace = await Workplace().save(store)
    await one_waiting(workplace, store)

    with pytest.raises((IntegrityError, Conflict)):
        await run(tables, await copied(tables, moves, place=1, is_next=True))
    with pytest.raises(IntegrityError):
        await run(tables, update(moves).values(due_at=null()))


async def test_one_turn_and_one_span_are_open_at_a_time(store: Store, tables: Engine) -> None:
    workplace = await Workplace().save(store)
    await one_waiting(workplace, store)

    with pytest.raises(Conflict):
        await run(tables, await copied(tables, turns, id=new_id()))
    with pytest.raises(Conflict):
        await run(tables, await copied(tables, holder_spans, began_at=MONDAY_NINE + A_DAY))


async def test_numbers_and_addresses_are_given_once(store: Store, tables: Engine) -> None:
    workplace = await Workplace().save(store)
    await one_waiting(workplace, store)
    [row] = await rows(tables, select(conversations))

    with pytest.raises(Conflict):
        await run(tables, await copied(tables, cases, id=new_id()))
    with pytest.raises(Conflict):
        await run(tables, insert(conversations).values({**row._mapping, "id": new_id()}))


async def test_a_message_has_one_delivery(store: Store) -> None:
    workplace = await Workplace().save(store)
    case, _ = await one_waiting(workplace, store)
    changes = workplace.changes()
    reply = workplace.answer(changes, case, "Here", after=case)
    await recorded(store, changes)
    again = workplace.changes()
    again.deliveries.append(workplace.delivery(reply))

    with pytest.raises(Conflict):
        await recorded(store, again)


async def test_two_of_a_conversation_are_never_on_their_way_at_once(
    store: Store, tables: Engine
) -> None:
    workplace = await Workplace().save(store)
    case, _ = await one_waiting(workplace, store)
    changes = workplace.changes()
    workplace.answer(changes, case, "One", after=case)
    workplace.answer(changes, case, "Two", after=case)
    await recorded(store, changes)

    with pytest.raises(Conflict):
        await run(tables, update(deliveries).values(state="sending", lease_until=MONDAY_NINE))


async def test_nothing_crosses_the_border_of_a_workspace(store: Store) -> None:
    """A row that names another workspace's row cannot be written, whatever the code does."""
    ours, theirs = await Workplace().save(store), await Workplace().save(store)
    case, message = await one_waiting(ours, store)
    changes = theirs.changes()
    changes.messages.append(
        replace(
            message,
            id=MessageId(new_id()),
            workspace_id=theirs.id,
            case_id=case.id,
            provider_id="wamid.other",
        )
    )

    with pytest.raises(IntegrityError):
        await recorded(store, changes)


async def test_what_lies_beyond_the_border_does_not_exist(store: Store) -> None:
    ours, theirs = await Workplace().save(store), await Workplace().save(store)
    case, message = await one_waiting(ours, store)

    async with store.write() as tx:
        assert await tx.case(theirs.id, case.id) is None
        assert await tx.cases_of(theirs.id, case.conversation_id) == []
        assert await tx.conversation(theirs.id, case.conversation_id) is None
        assert await tx.message(theirs.id, message.id) is None
        assert await tx.contact(theirs.id, case.contact_id) is None
        assert await tx.cases_owned_by(theirs.id, ours.agent_id) == []
        assert await tx.queued_cases(theirs.id, 10) == []
        context = await tx.inbound_context(
            replace(
                ours.question(addresses=("48600000001",), provider_ids=("wamid.1",)),
                workspace_id=theirs.id,
            )
        )
    assert not context.identities
    assert not context.messages
    assert not context.cases


async def test_a_message_belongs_to_a_case_of_its_workspace(store: Store, tables: Engine) -> None:
    await one_waiting(await Workplace().save(store), store)
    foreign, _ = await one_waiting(await Workplace().save(store), store)
    ours = messages.c.case_id != foreign.id

    with pytest.raises(IntegrityError):
        await run(tables, update(messages).where(ours).values(case_id=foreign.id))

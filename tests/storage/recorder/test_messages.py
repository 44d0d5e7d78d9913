"""Messages are added once and changed where they are told to."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import select

from clew.domain.errors import Conflict
from clew.domain.ids import MessageId
from clew.domain.message import AuthorKind, Reaction
from clew.ports.store import MessageEdit, Store
from clew.storage.engine import Engine
from clew.storage.schema import cases, messages
from tests.builders import MONDAY_NINE
from tests.storage.batches import Workplace, one_waiting, recorded
from tests.storage.looking import rows


async def test_the_same_provider_id_twice_is_a_conflict(store: Store, tables: Engine) -> None:
    workplace = await Workplace().save(store)
    case, message = await one_waiting(workplace, store)

    changes = workplace.changes()
    changes.messages.append(replace(message, id=MessageId(case.id)))

    with pytest.raises(Conflict):
        await recorded(store, changes)

    assert len(await rows(tables, select(messages))) == 1


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

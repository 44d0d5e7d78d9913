"""Contacts are met once, renamed, and their addresses move."""

from __future__ import annotations

from dataclasses import replace

import pytest

from clew.domain.errors import Conflict
from clew.domain.ids import ConversationId
from clew.ports.store import Store
from tests.storage.batches import Workplace, new_contacts, recorded


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

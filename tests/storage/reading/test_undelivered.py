"""A list of what did not arrive; what it holds is told in `tests/services/test_undelivered.py`."""

from __future__ import annotations

import pytest

from clew.domain.errors import InvalidInput
from clew.domain.message import DeliveryState
from clew.ports.store import Store
from tests.storage.batches import Workplace


async def test_a_cursor_that_is_not_ours_is_refused(store: Store) -> None:
    workplace = await Workplace().save(store)
    async with store.read() as reader:
        page = await reader.undelivered(workplace.id, [DeliveryState.FAILED], None, 10)
        assert (page.items, page.next_cursor) == ([], None)
        with pytest.raises(InvalidInput):
            await reader.undelivered(workplace.id, [DeliveryState.FAILED], "junk", 10)

"""Words of consent come back as they were said, the latest first, with a batch or alone."""

from __future__ import annotations

from datetime import timedelta

from clew.domain.consent import Consent, Purpose
from clew.domain.ids import ConsentId
from clew.ports.store import Store
from tests.builders import MONDAY_NINE, an_id
from tests.storage.batches import Workplace, one_waiting, recorded


async def test_what_a_batch_says_limits_how_a_contact_is_reached(store: Store) -> None:
    workplace = await Workplace().save(store)
    case, _ = await one_waiting(workplace, store, MONDAY_NINE)
    words = [
        Consent(
            id=ConsentId(an_id(70 + number)),
            workspace_id=workplace.id,
            contact_id=case.contact_id,
            purpose=Purpose.SERVICE,
            channel="whatsapp",
            is_given=is_given,
            how="STOP",
            at=MONDAY_NINE + timedelta(minutes=number),
        )
        for number, is_given in enumerate((True, False))
    ]
    changes = workplace.changes()
    changes.consents.extend(words)
    await recorded(store, changes)

    async with store.read() as reader:
        reach = await reader.reachability(workplace.id, case.conversation_id)
        kept = await reader.dossiers.consents(workplace.id, case.contact_id)

    assert list(reach.consents) == kept == words[::-1]

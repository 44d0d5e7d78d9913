from __future__ import annotations

import json

from clew.ports.store import NewEvent
from clew.worker.inbound import inbound
from tests.channels.whatsapp.webhooks import JUDIT, a_message, a_value, an_envelope
from tests.services.world import INBOX, WORKSPACE, World


async def test_events_are_taken_in_until_there_are_no_more(world: World) -> None:
    message = a_message(timestamp=str(int(world.clock.now().timestamp())))
    document = an_envelope(a_value(messages=[message], contacts=[JUDIT]))
    event = NewEvent(
        workspace_id=WORKSPACE,
        inbox_id=INBOX,
        received_at=world.clock.now(),
        headers={},
        query="",
        body=json.dumps(document).encode(),
    )
    await world.deps.store.intake.append(event)
    worker = inbound(world.deps)

    assert await worker.step(None)
    assert not await worker.step(None)
    assert (await world.case()).facts.answer is not None

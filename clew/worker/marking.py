"""Contacts are shown that we have read what they wrote."""

from datetime import timedelta
from uuid import UUID

from clew.services.sending import Sender, show_read_marks
from clew.worker.loop import Loop

POLL = timedelta(seconds=2)
BATCH = 20


def marking(sender: Sender) -> Loop:
    """Return the worker."""

    async def step(_: UUID | None) -> bool:
        return await show_read_marks(BATCH, sender=sender) >= BATCH

    return Loop(name="marking", step=step, topic=None, poll=POLL)

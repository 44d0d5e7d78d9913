"""Replies leave: many contacts side by side, one message at a time to each."""

from datetime import timedelta
from uuid import UUID

from clew.domain.message import Delivery
from clew.ports.bus import Topic
from clew.services.sending import Sender, claim, recover, send
from clew.worker.crew import Crew
from clew.worker.loop import Loop
from clew.worker.meters import SENDING

AT_ONCE = 32
POLL = timedelta(seconds=0.5)
# How often those are looked for whose sender vanished.
RECOVER_EVERY = timedelta(seconds=10)
RECOVER_BATCH = 100


def sender_loop(sender: Sender, crew: Crew) -> Loop:
    """Return the worker that sends."""
    deps = sender.deps

    async def send_and_tell(delivery: Delivery) -> None:
        await send(delivery, sender=sender)
        # Its conversation is free again, and so is its place here.
        deps.bus.publish(Topic.SENDING, delivery.workspace_id)

    async def step(_: UUID | None) -> bool:
        await crew.wait_for_room()
        wanted = crew.free
        taken = await claim(sender, wanted)
        for delivery in taken:
            crew.begin(send_and_tell(delivery))
        SENDING.set(crew.busy)
        return len(taken) == wanted

    return Loop(name="sender", step=step, topic=Topic.SENDING, poll=POLL)


def recovery_loop(sender: Sender) -> Loop:
    """Return the worker that settles deliveries whose sender vanished."""

    async def step(_: UUID | None) -> bool:
        return await recover(sender, RECOVER_BATCH) >= RECOVER_BATCH

    return Loop(name="recovery", step=step, topic=None, poll=RECOVER_EVERY)

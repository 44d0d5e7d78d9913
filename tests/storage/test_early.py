"""What waits for messages is found by their names, and forgotten with them or with time."""

from clew.domain.ids import InboxId
from clew.ports.channel import Address, IncomingEdit, JsonObject, Sender
from clew.ports.store import Changes, Store
from clew.ports.store.early import EarlyTouch
from tests.builders import HOUR, MONDAY_NINE
from tests.storage.batches import Workplace

ANNA = Sender((Address("phone", "+48601234567"),), display_name="Zoë", username="")
CONTENT: JsonObject = {"type": "location", "latitude": 52.2}


def edit(inbox_id: InboxId, target: str) -> EarlyTouch:
    touch = IncomingEdit("e1", ANNA, MONDAY_NINE, target, "Two", CONTENT)
    return EarlyTouch.of(inbox_id, touch)


async def waiting(store: Store, workplace: Workplace, *names: str) -> list[EarlyTouch]:
    async with store.write() as tx:
        context = await tx.inbound_context(workplace.question(provider_ids=names))
    return [one for early in context.early.values() for one in early]


async def test_what_waits_for_a_message_is_found_as_it_was_said(store: Store) -> None:
    workplace = await Workplace().save(store)
    kept = edit(workplace.inbox_id, "m1")
    changes = Changes(workspace_id=workplace.id, at=MONDAY_NINE, early=[kept])
    async with store.write() as tx:
        await tx.record(changes)

    assert await waiting(store, workplace, "m1", "m2") == [kept]
    assert await waiting(store, workplace, "m2") == []


async def test_what_was_done_in_the_end_waits_no_more(store: Store) -> None:
    workplace = await Workplace().save(store)
    both = [edit(workplace.inbox_id, "m1"), edit(workplace.inbox_id, "m2")]
    async with store.write() as tx:
        await tx.record(Changes(workspace_id=workplace.id, at=MONDAY_NINE, early=both))
        come = Changes(workspace_id=workplace.id, at=MONDAY_NINE)
        come.caught_up.append((workplace.inbox_id, "m1"))
        await tx.record(come)

    assert await waiting(store, workplace, "m1", "m2") == both[1:]


async def test_what_has_waited_too_long_is_forgotten(store: Store) -> None:
    workplace = await Workplace().save(store)
    for name, at in (("m1", MONDAY_NINE), ("m2", MONDAY_NINE + HOUR)):
        kept = [edit(workplace.inbox_id, name)]
        async with store.write() as tx:
            await tx.record(Changes(workspace_id=workplace.id, at=at, early=kept))

    async with store.write() as tx:
        await tx.forget_early(MONDAY_NINE)

    assert await waiting(store, workplace, "m1", "m2") == [edit(workplace.inbox_id, "m2")]

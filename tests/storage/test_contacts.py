"""How a contact can be reached is known, and kept up to date."""

from __future__ import annotations

from dataclasses import replace

from clew.ports.store import Store
from tests.builders import HOUR, MONDAY_NINE
from tests.storage.batches import WHATSAPP, Workplace, new_contacts, one_waiting, recorded


async def test_reachability_says_by_which_addresses_and_what_limits_it(store: Store) -> None:
    workplace = await Workplace().save(store)
    case, _ = await one_waiting(workplace, store, MONDAY_NINE)
    async with store.write() as tx:
        known = await tx.reachability(workplace.id, case.conversation_id)
    place = (known.identities[0].id, workplace.inbox_id)
    changes = workplace.changes()
    changes.last_inbound[place] = MONDAY_NINE - HOUR
    changes.window_refused[place] = MONDAY_NINE + HOUR
    changes.last_read[place] = MONDAY_NINE + HOUR
    changes.opted_out[known.identities[0].id] = "marketing"
    await recorded(store, changes)

    async with store.write() as tx:
        limited = await tx.reachability(workplace.id, case.conversation_id)
    changes = workplace.changes()
    changes.last_read[place] = MONDAY_NINE
    changes.opted_out[known.identities[0].id] = ""
    await recorded(store, changes)
    async with store.write() as tx:
        free = await tx.reachability(workplace.id, case.conversation_id)

    assert known.last_inbound == limited.last_inbound == {place: MONDAY_NINE}
    assert known.window_refused == {}
    assert limited.window_refused == {place: MONDAY_NINE + HOUR}
    assert known.last_read == {}
    assert limited.last_read == free.last_read == {place: MONDAY_NINE + HOUR}
    assert limited.opted_out == {known.identities[0].id: "marketing"}
    assert free.opted_out == {}


async def test_what_a_provider_says_of_a_wish_never_narrows_it(store: Store) -> None:
    workplace = await Workplace().save(store)
    case, _ = await one_waiting(workplace, store, MONDAY_NINE)
    async with store.write() as tx:
        known = await tx.reachability(workplace.id, case.conversation_id)
    [identity] = known.identities
    heard: list[str] = []

    for own, told in (("", "marketing"), ("everything", "marketing"), ("", "everything")):
        changes = workplace.changes()
        changes.opted_out[identity.id] = own
        changes.refused[identity.id] = told
        await recorded(store, changes)
        async with store.write() as tx:
            reach = await tx.reachability(workplace.id, case.conversation_id)
        heard.append(reach.opted_out[identity.id])

    assert heard == ["marketing", "everything", "everything"]


async def test_a_contact_is_renamed_and_an_address_moves(store: Store) -> None:
    workplace = await Workplace().save(store)
    async with store.write() as tx:
        first = await new_contacts(workplace, tx, 2)
        await tx.record(first)
    changes = workplace.changes()
    changes.renamed[first.contacts[0].id] = "Żaneta"
    moved = replace(
        first.identities[0], contact_id=first.contacts[1].id, address="48700", display="+48 700"
    )
    changes.moved_identities.append(moved)
    seqs = await recorded(store, changes)

    async with store.write() as tx:
        contact = await tx.contact(workplace.id, first.contacts[0].id)
        context = await tx.inbound_context(workplace.question(addresses=("48700",)))

    assert contact is not None
    assert contact.name == "Żaneta"
    assert context.identities[WHATSAPP, "48700"].identity == moved
    assert context.identities[WHATSAPP, "48700"].contact == first.contacts[1]
    assert seqs.last_seq - seqs.first_seq == 1, "both contacts are told of"

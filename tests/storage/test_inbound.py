"""A batch is understood from what was there before it, in a few queries."""

from __future__ import annotations

from dataclasses import replace

from clew.domain.case import apply_all
from clew.domain.ids import CaseId
from clew.domain.message import AuthorKind, DeliveryState, Reaction
from clew.ports.store import MessageEdit, Store
from clew.ports.store.transaction import InboundQuestion
from tests.builders import HOUR, MINUTE, MONDAY_NINE, replied, resolved
from tests.storage.batches import WHATSAPP, Workplace, new_contacts, one_waiting, recorded


async def test_addresses_lead_to_contacts_conversations_and_cases(store: Store) -> None:
    workplace = await Workplace().save(store)
    async with store.write() as tx:
        changes = await new_contacts(workplace, tx, 3)
        await tx.record(changes)

    async with store.write() as tx:
        context = await tx.inbound_context(
            workplace.question(addresses=("48600000001", "48600000003", "48999999999"))
        )

    known = context.identities[WHATSAPP, "48600000001"]
    assert set(context.identities) == {(WHATSAPP, "48600000001"), (WHATSAPP, "48600000003")}
    assert known.identity == changes.identities[0]
    assert known.contact == changes.contacts[0]
    assert known.conversation == changes.conversations[0]
    assert {case.id for cases in context.cases.values() for case in cases} == {
        changes.messages[0].case_id,
        changes.messages[2].case_id,
    }


async def test_repeated_messages_and_effects_are_known(store: Store) -> None:
    workplace = await Workplace().save(store)
    case, message = await one_waiting(workplace, store)
    heart = Reaction(by=AuthorKind.CONTACT, emoji="❤️", at=MONDAY_NINE)
    changes = workplace.changes()
    changes.edits.append(MessageEdit(message_id=message.id, reactions=(heart,)))
    changes.effects.append((workplace.inbox_id, "reaction:1"))
    await recorded(store, changes)

    async with store.write() as tx:
        context = await tx.inbound_context(
            replace(
                workplace.question(provider_ids=("wamid.1", "wamid.none")),
                effect_keys=frozenset(
                    {(workplace.inbox_id, "reaction:1"), (workplace.inbox_id, "reaction:2")}
                ),
            )
        )

    assert context.messages == {(workplace.inbox_id, "wamid.1"): message}
    assert context.reactions == {message.id: (heart,)}
    assert context.effects == {(workplace.inbox_id, "reaction:1")}
    assert context.cases == {case.conversation_id: [case]}


async def test_a_receipt_finds_its_delivery_by_any_name(store: Store) -> None:
    """A long text is several messages at the provider, and each has a receipt."""
    workplace = await Workplace().save(store)
    case, _ = await one_waiting(workplace, store)
    changes = workplace.changes()
    reply = workplace.answer(changes, case, "long", after=case)
    await recorded(store, changes)
    changes = workplace.changes()
    sent = replace(
        workplace.delivery(reply), state=DeliveryState.SENT, provider_ids=("wamid.a", "wamid.b")
    )
    changes.updated_deliveries.append(sent)
    changes.edits.append(MessageEdit(message_id=reply.id, provider_id="wamid.a"))
    await recorded(store, changes)

    async with store.write() as tx:
        by_name = await tx.inbound_context(workplace.question(provider_ids=("wamid.b",)))
        by_ours = await tx.inbound_context(
            replace(workplace.question(), message_ids=frozenset({reply.id}))
        )

    named = replace(reply, provider_id="wamid.a")
    assert by_name.deliveries == {(workplace.inbox_id, "wamid.b"): sent}
    assert by_name.deliveries_by_message == by_ours.deliveries_by_message == {reply.id: sent}
    assert by_name.messages == {(workplace.inbox_id, "wamid.b"): named}
    assert by_name.cases == by_ours.cases == {case.conversation_id: [case]}


async def test_open_cases_come_with_the_latest_resolved_and_quoted_ones(store: Store) -> None:
    workplace = await Workplace().save(store)
    first, message = await one_waiting(workplace, store)
    ended = []
    for number, hours in ((1, 1), (2, 2)):
        base = first if number == 1 else replace(first, id=CaseId(message.id), number=2)
        answered = apply_all(base, replied(MONDAY_NINE + MINUTE)(base))
        ended.append(apply_all(answered, resolved(MONDAY_NINE + hours * HOUR)(answered)))
    changes = workplace.changes()
    changes.change(ended[0], first)
    changes.change(ended[1], None)
    await recorded(store, changes)

    async with store.write() as tx:
        candidates = await tx.cases_of(workplace.id, first.conversation_id)
        quoting = await tx.inbound_context(
            workplace.question(addresses=("48600000001",), provider_ids=("wamid.1",))
        )

    assert candidates == [ended[1]]
    assert quoting.cases == {first.conversation_id: [ended[1], ended[0]]}


async def test_a_question_about_nothing_is_answered_with_nothing(store: Store) -> None:
    workplace = await Workplace().save(store)
    empty = InboundQuestion(
        workspace_id=workplace.id,
        addresses=frozenset(),
        provider_ids=frozenset(),
        message_ids=frozenset(),
        effect_keys=frozenset(),
    )

    async with store.write() as tx:
        context = await tx.inbound_context(empty)

    assert not context.identities
    assert not context.cases

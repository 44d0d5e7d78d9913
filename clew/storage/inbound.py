"""What a batch of inbound events has to know, in a handful of queries whatever its size.

Two lists of keys that belong in pairs are asked for as two lists, which both engines answer
from one index; pairs that nobody asked for are left out here.
"""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import BindParameter, and_, bindparam, select, union

from clew.domain.errors import Conflict
from clew.domain.ids import ConversationId, InboxId, MessageId
from clew.ports.store.transaction import InboundContext, InboundQuestion, KnownIdentity
from clew.storage import contacts as people
from clew.storage import early
from clew.storage.cases import by_conversation, by_id
from clew.storage.deliveries import COLUMNS as DELIVERY
from clew.storage.deliveries import delivery_from
from clew.storage.engine import padded
from clew.storage.messages import MESSAGE_COLUMNS, message_from
from clew.storage.schema import (
    cases,
    contacts,
    conversations,
    deliveries,
    delivery_provider_ids,
    effects,
    identities,
    messages,
)
from clew.storage.schema.messages import HAS_PROVIDER_ID
from clew.storage.unit import Unit, Values

_ROW = (*people.IDENTITY, *people.CONTACT[2:], *people.CONVERSATION)
_CONTACT_AT = len(people.IDENTITY)
_CONVERSATION_AT = _CONTACT_AT + len(people.CONTACT) - 2


def _listed(name: str) -> BindParameter[Any]:
    return bindparam(name, expanding=True)


IDENTITIES = (
    select(*_ROW)
    .join(
        contacts,
        and_(
            contacts.c.workspace_id == identities.c.workspace_id,
            contacts.c.id == identities.c.contact_id,
        ),
    )
    .join(
        conversations,
        and_(
            conversations.c.workspace_id == identities.c.workspace_id,
            conversations.c.contact_id == identities.c.contact_id,
        ),
    )
    .where(
        identities.c.workspace_id == bindparam("workspace_id"),
        identities.c.scope.in_(_listed("scopes")),
        identities.c.address.in_(_listed("addresses")),
    )
)
MESSAGES = select(*MESSAGE_COLUMNS, messages.c.reactions).where(
    messages.c.workspace_id == bindparam("workspace_id"),
    messages.c.inbox_id.in_(_listed("inbox_ids")),
    messages.c.provider_id.in_(_listed("provider_ids")),
    HAS_PROVIDER_ID,
)
MESSAGES_BY_ID = select(*MESSAGE_COLUMNS, messages.c.reactions).where(
    messages.c.workspace_id == bindparam("workspace_id"), messages.c.id.in_(_listed("ids"))
)
DELIVERIES = (
    select(delivery_provider_ids.c.inbox_id, delivery_provider_ids.c.provider_id, *DELIVERY)
    .join(
        deliveries,
        and_(
            deliveries.c.workspace_id == delivery_provider_ids.c.workspace_id,
            deliveries.c.message_id == delivery_provider_ids.c.message_id,
        ),
    )
    .where(
        delivery_provider_ids.c.workspace_id == bindparam("workspace_id"),
        delivery_provider_ids.c.inbox_id.in_(_listed("inbox_ids")),
        delivery_provider_ids.c.provider_id.in_(_listed("provider_ids")),
    )
)
DELIVERIES_BY_ID = select(*DELIVERY).where(
    deliveries.c.workspace_id == bindparam("workspace_id"),
    deliveries.c.message_id.in_(_listed("ids")),
)
EFFECTS = select(effects.c.inbox_id, effects.c.key).where(
    effects.c.inbox_id.in_(_listed("inbox_ids")), effects.c.key.in_(_listed("keys"))
)


async def inbound_context(unit: Unit, question: InboundQuestion) -> InboundContext:
    """Load and lock what a batch needs; conversations are locked in the order of their ids.

    Raises:
        Conflict: Others came between the lock and the look; begin anew.
    """
    if not unit.engine.has_row_locks:
        return await _load(unit, question)
    concerned = await _lock(unit, question)
    context = await _load(unit, question)
    if not _met(context) <= concerned:
        # Contacts were added, joined or parted between the lock and the look. Whoever locked more
        # now might wait for somebody who waits for them; a new attempt begins with nothing held.
        raise Conflict("conversation")
    return context


async def _load(unit: Unit, question: InboundQuestion) -> InboundContext:
    context = InboundContext()
    await _find_identities(unit, question, context)
    await _find_deliveries(unit, question, context)
    await _find_messages(unit, question, context)
    await _find_answered(unit, question, context)
    await _find_effects(unit, question, context)
    context.early = await early.waiting_for(unit, question.provider_ids)
    await _find_cases(unit, question, context)
    return context


def _met(context: InboundContext) -> set[ConversationId]:
    """Return the conversations that a context speaks of."""
    met = {known.conversation.id for known in context.identities.values()}
    met |= {message.conversation_id for message in context.messages.values()}
    met |= {message.conversation_id for message in context.messages_by_id.values()}
    met |= {delivery.conversation_id for delivery in context.deliveries_by_message.values()}
    met |= {case.conversation_id for cases in context.cases.values() for case in cases}
    return met


async def _lock(unit: Unit, question: InboundQuestion) -> set[UUID]:
    """Lock every conversation that the batch may concern, by one statement, in order."""
    ids = {"workspace_id": question.workspace_id}
    concerned = []
    if question.addresses:
        concerned.append(
            IDENTITIES.with_only_columns(conversations.c.id).params(**ids, **_addresses(question))
        )
    if question.provider_ids:
        pairs = _pairs(question.provider_ids, "provider_ids")
        concerned += [
            MESSAGES.with_only_columns(messages.c.conversation_id).params(**ids, **pairs),
            DELIVERIES.with_only_columns(deliveries.c.conversation_id).params(**ids, **pairs),
        ]
    if question.message_ids:
        concerned.append(
            DELIVERIES_BY_ID.with_only_columns(deliveries.c.conversation_id).params(
                **ids, ids=padded(question.message_ids)
            )
        )
    if question.answered_ids:
        concerned.append(
            MESSAGES_BY_ID.with_only_columns(messages.c.conversation_id).params(
                **ids, ids=padded(question.answered_ids)
            )
        )
    if question.case_ids:
        concerned.append(
            select(cases.c.conversation_id).where(
                cases.c.workspace_id == question.workspace_id, cases.c.id.in_(question.case_ids)
            )
        )
    if not concerned:
        return set()
    query = (
        select(conversations.c.id)
        .where(
            conversations.c.workspace_id == question.workspace_id,
            conversations.c.id.in_(union(*concerned)),
        )
        .order_by(conversations.c.id)
    )
    return {row[0] for row in await unit.all(unit.engine.lock(query))}


async def _find_identities(unit: Unit, question: InboundQuestion, context: InboundContext) -> None:
    if not question.addresses:
        return
    values = {"workspace_id": question.workspace_id, **_addresses(question)}
    for row in await unit.all(IDENTITIES, values):
        identity = people.identity_from(row)
        key = (identity.scope, identity.address)
        if key in question.addresses:
            contact = people.contact_from(
                (identity.contact_id, identity.workspace_id, *row[_CONTACT_AT:])
            )
            conversation = people.conversation_from(row[_CONVERSATION_AT:])
            context.identities[key] = KnownIdentity(
                identity=identity, contact=contact, conversation=conversation
            )


async def _find_deliveries(unit: Unit, question: InboundQuestion, context: InboundContext) -> None:
    here = {"workspace_id": question.workspace_id}
    if question.provider_ids:
        values = {**here, **_pairs(question.provider_ids, "provider_ids")}
        for row in await unit.all(DELIVERIES, values):
            if (row[0], row[1]) in question.provider_ids:
                found = delivery_from(row, offset=2)
                context.deliveries[row[0], row[1]] = found
                context.deliveries_by_message[found.message_id] = found
    if question.message_ids:
        values = {**here, "ids": padded(question.message_ids)}
        for row in await unit.all(DELIVERIES_BY_ID, values):
            found = delivery_from(row)
            context.deliveries_by_message[found.message_id] = found


async def _find_messages(unit: Unit, question: InboundQuestion, context: InboundContext) -> None:
    """Find messages by the provider's names: their own, or one of several of their delivery."""
    if not question.provider_ids:
        return
    here = {"workspace_id": question.workspace_id}
    values = {**here, **_pairs(question.provider_ids, "provider_ids")}
    for row in await unit.all(MESSAGES, values):
        message = message_from(row)
        key = (message.inbox_id, message.provider_id or "")
        if key in question.provider_ids:
            context.messages[key] = message
            context.reactions[message.id] = row.reactions or ()
    sent: dict[MessageId, list[tuple[InboxId, str]]] = {}
    for key, delivery in context.deliveries.items():
        if key not in context.messages:
            sent.setdefault(delivery.message_id, []).append(key)
    if sent:
        for row in await unit.all(MESSAGES_BY_ID, {**here, "ids": padded(sent)}):
            message = message_from(row)
            context.messages.update(dict.fromkeys(sent[message.id], message))
            context.reactions[message.id] = row.reactions or ()


async def _find_answered(unit: Unit, question: InboundQuestion, context: InboundContext) -> None:
    if not question.answered_ids:
        return
    values = {"workspace_id": question.workspace_id, "ids": padded(question.answered_ids)}
    for row in await unit.all(MESSAGES_BY_ID, values):
        message = message_from(row)
        context.messages_by_id[message.id] = message


async def _find_effects(unit: Unit, question: InboundQuestion, context: InboundContext) -> None:
    if question.effect_keys:
        rows = await unit.all(EFFECTS, _pairs(question.effect_keys, "keys"))
        found = {(InboxId(inbox_id), key) for inbox_id, key in rows}
        context.effects |= found & question.effect_keys


async def _find_cases(unit: Unit, question: InboundQuestion, context: InboundContext) -> None:
    """Find the cases of every conversation met so far, and those of messages and deliveries."""
    touched: set[UUID] = {message.case_id for message in context.messages.values()}
    touched |= {message.case_id for message in context.messages_by_id.values()}
    touched |= {delivery.case_id for delivery in context.deliveries_by_message.values()}
    touched |= question.case_ids
    found = await by_conversation(unit, question.workspace_id, sorted(_met(context)))
    missing = touched - {case.id for case in found}
    found += await by_id(unit, question.workspace_id, sorted(missing))
    for case in found:
        context.cases.setdefault(case.conversation_id, []).append(case)


def _addresses(question: InboundQuestion) -> Values:
    scopes, addresses = _split(question.addresses)
    return {"scopes": scopes, "addresses": addresses}


def _pairs(pairs: Iterable[tuple[InboxId, str]], name: str) -> Values:
    inbox_ids, keys = _split(pairs)
    return {"inbox_ids": inbox_ids, name: keys}


def _split(pairs: Iterable[tuple[object, object]]) -> tuple[Sequence[object], Sequence[object]]:
    pairs = list(pairs)
    return padded({first for first, _ in pairs}), padded({second for _, second in pairs})

"""From raw events to things that channels said, with nothing decided yet."""

import asyncio
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TypeVar
from urllib.parse import parse_qsl
from uuid import UUID

import structlog

from clew.domain.ids import CaseId, InboxId, MessageId, WorkspaceId
from clew.domain.people import Inbox
from clew.domain.reasons import Reason
from clew.ports.channel import (
    Address,
    Channel,
    IdentityChanged,
    Ignored,
    IgnoredReason,
    InboxConfig,
    Incoming,
    IncomingDeletion,
    IncomingEdit,
    IncomingMessage,
    IncomingReaction,
    OptIn,
    OptOut,
    Proof,
    RawEvent,
    Receipt,
    Unparsable,
    Unreadable,
    dedupe_key,
)
from clew.ports.store import InboundQuestion, IntakeEvent, IntakeState
from clew.services.deps import Deps
from clew.services.ingest.recognising import apart

Result = TypeVar("Result")

logger = structlog.get_logger(__name__)

REASON_MAX_CHARS = 500
# How long reading may take before what was read is taken in.
BUDGET_SECONDS = 0.3
# A mail of some megabytes takes a second.
LONG_BYTES = 256 * 1024


@dataclass(frozen=True, slots=True)
class Said:
    """One thing that a channel said, and where."""

    event_id: int
    inbox: Inbox
    channel: Channel
    item: Incoming


@dataclass(frozen=True, slots=True)
class Fault:
    """Why an event cannot be read."""

    reason: str


@dataclass(slots=True)
class Parsed:
    """A batch, read.

    Attributes:
        said: Per workspace, in the order of arrival.
        verdicts: Per event, its state and reason as far as reading it decided them.
    """

    said: dict[WorkspaceId, list[Said]] = field(default_factory=dict)
    verdicts: dict[int, tuple[IntakeState, str]] = field(default_factory=dict)


async def parse(
    events: Sequence[IntakeEvent], deps: Deps, budget_seconds: float = BUDGET_SECONDS
) -> Parsed:
    """Read raw events; what cannot be read goes to quarantine with its reason.

    Those that come after the budget is used up are left for the next batch: others wait for the
    loop and for the database meanwhile. A long one is read beside the loop.
    """
    parsed = Parsed()
    own: dict[tuple[WorkspaceId, str], frozenset[Address]] = {}
    ends_at = time.monotonic() + budget_seconds
    for event in events:
        if parsed.verdicts and time.monotonic() > ends_at:
            break
        found = await deps.directory.inbox(event.inbox_id)
        channel = deps.channels.get(found[0].channel) if found else None
        if found is None or channel is None:
            parsed.verdicts[event.id] = (IntakeState.QUARANTINED, Reason.INBOX_IS_GONE.said())
            continue
        place = (event.workspace_id, channel.key)
        if place not in own:
            own[place] = await _own_addresses(event.workspace_id, channel, deps)
        at = (found[0], channel)
        read = await beside(event, partial(_items, event, channel, found[1]))
        parsed.verdicts[event.id] = _keep(event, at, read, own[place], parsed)
    return parsed


def raw_of(event: IntakeEvent) -> RawEvent:
    """Return an event as channels know it."""
    return RawEvent(
        method="POST",
        headers=event.headers,
        query=dict(parse_qsl(event.query)) if event.query else {},
        body=event.body,
        received_at=event.received_at,
    )


async def beside(event: IntakeEvent, read: Callable[[], Result]) -> Result:
    """Return what reading an event gives; a long one is read beside the loop."""
    return await asyncio.to_thread(read) if len(event.body) > LONG_BYTES else read()


async def _own_addresses(
    workspace_id: WorkspaceId, channel: Channel, deps: Deps
) -> frozenset[Address]:
    """Return the addresses of all inboxes of a channel: what comes from there is our own."""
    workplace = await deps.directory.workplace(workspace_id)
    return frozenset(
        address
        for inbox in workplace.inboxes.values()
        if inbox.channel == channel.key
        for address in channel.own_addresses(InboxConfig(settings=inbox.settings))
    )


def _unless_ours(item: Incoming, ours: frozenset[Address]) -> Incoming:
    """Let nothing that an inbox of ours said become a contact: two would write to each other."""
    if isinstance(item, IncomingMessage) and not ours.isdisjoint(item.sender.addresses):
        return Ignored(IgnoredReason.ECHO, "from an inbox of ours", {"id": item.provider_id})
    return item


def _items(
    event: IntakeEvent, channel: Channel, config: InboxConfig
) -> tuple[Incoming, ...] | Fault:
    """Return what an event says, or why it cannot be read."""
    try:
        return channel.parse(raw_of(event), config)
    except Unparsable as unparsable:
        return Fault(unparsable.reason)
    except Exception as failure:  # a fault in a channel, also in one that others wrote
        logger.exception("a channel failed to read an event", event_id=event.id)
        problem = f"{type(failure).__name__}: {failure}"
        return Fault(Reason.FAILED_TO_READ.said(problem=problem)[:REASON_MAX_CHARS])


def _keep(
    event: IntakeEvent,
    at: tuple[Inbox, Channel],
    read: tuple[Incoming, ...] | Fault,
    ours: frozenset[Address],
    parsed: Parsed,
) -> tuple[IntakeState, str]:
    if isinstance(read, Fault):
        return IntakeState.QUARANTINED, read.reason
    inbox, channel = at
    items = tuple(_unless_ours(item, ours) for item in read)
    said = parsed.said.setdefault(event.workspace_id, [])
    said.extend(Said(event.id, inbox, channel, item) for item in items)
    return _verdict(items)


def _verdict(items: Sequence[Incoming]) -> tuple[IntakeState, str]:
    unreadable = [item.reason for item in items if isinstance(item, Unreadable)]
    if unreadable:
        return IntakeState.QUARANTINED, "; ".join(unreadable[:5])
    ignored = [item for item in items if isinstance(item, Ignored)]
    if len(ignored) == len(items):
        reasons = sorted({item.reason.value for item in ignored})
        return IntakeState.IGNORED, ", ".join(reasons) or "nothing in it"
    return IntakeState.DONE, ""


def question_for(workspace_id: WorkspaceId, said: Sequence[Said]) -> InboundQuestion:
    """Return what has to be known to understand a workspace's part of a batch."""
    addresses: set[tuple[str, str]] = set()
    provider_ids: set[tuple[InboxId, str]] = set()
    message_ids: set[MessageId] = set()
    keys: set[tuple[InboxId, str]] = set()
    answered: set[MessageId] = set()
    cases: set[CaseId] = set()
    for one in said:
        item, inbox_id = one.item, one.inbox.id
        for address in addresses_in(item):
            variants = one.channel.address_variants(address)
            addresses.update((one.channel.key, variant.value) for variant in variants)
            if isinstance(item, IncomingMessage) and item.sender.proof is not Proof.PROVIDER:
                addresses.add((apart(one.channel.key), address.value))
        provider_ids.update((inbox_id, name) for name in _names_in(item))
        if isinstance(item, Receipt) and (ours := own_id(item.our_id)) is not None:
            message_ids.add(ours)
        if isinstance(item, IncomingMessage):
            answered.update(MessageId(name) for name in item.references.messages)
            cases.update(CaseId(name) for name in item.references.cases)
        if not isinstance(item, IncomingMessage | Receipt):
            keys.add((inbox_id, dedupe_key(item)))
    return InboundQuestion(
        workspace_id=workspace_id,
        addresses=frozenset(addresses),
        provider_ids=frozenset(provider_ids),
        message_ids=frozenset(message_ids),
        effect_keys=frozenset(keys),
        answered_ids=frozenset(answered),
        case_ids=frozenset(cases),
    )


def addresses_in(item: Incoming) -> tuple[Address, ...]:
    """Return the contact's addresses that an item names."""
    match item:
        case IdentityChanged():
            return (*item.old, *item.new)
        case Receipt():
            # Only somebody whom nothing reaches any more is looked up.
            is_for_good = item.refusal is not None and item.refusal.is_for_good
            return item.recipient if is_for_good else ()
        case Ignored() | Unreadable():
            return ()
        case IncomingMessage():
            return (*item.sender.addresses, *(item.original.addresses if item.original else ()))
        case IncomingReaction() | IncomingEdit() | IncomingDeletion() | OptOut() | OptIn():
            return item.sender.addresses
        case _:
            return ()


def _names_in(item: Incoming) -> tuple[str, ...]:
    match item:
        case IncomingMessage():
            quoted = (item.reply_to_provider_id,) if item.reply_to_provider_id else ()
            return (item.provider_id, twin(item), *quoted, *item.references.provider_ids)
        case IncomingReaction() | IncomingEdit() | IncomingDeletion():
            return (item.target_provider_id,)
        case Receipt():
            return (item.provider_id,)
        case _:
            return ()


def twin(item: IncomingMessage) -> str:
    """Return the name of a message that bears the name of another one."""
    return f"{item.provider_id}#{item.fingerprint}" if item.fingerprint else item.provider_id


def own_id(text: str | None) -> MessageId | None:
    """Return our message's id that a provider gave back, if it is one."""
    try:
        return MessageId(UUID(text)) if text else None
    except ValueError:
        return None

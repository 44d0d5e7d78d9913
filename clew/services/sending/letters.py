"""A delivery with everything that sending it needs, looked at once more before it leaves."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from clew.domain.contact import Identity
from clew.domain.message import Attachment, Delivery, Message
from clew.domain.message import AuthorKind as Kind
from clew.domain.people import Inbox
from clew.domain.reasons import Reason
from clew.ports.channel import (
    Address,
    Allow,
    AuthorKind,
    Channel,
    Deny,
    Draft,
    InboxConfig,
    OutgoingAttachment,
    OutgoingMessage,
    OutgoingTemplate,
    Patience,
    Permission,
    Progress,
    WaitUntil,
)
from clew.ports.channel.checks import MARKETING
from clew.ports.store import Transaction
from clew.services.confirmations.linking import with_link
from clew.services.deps import Deps
from clew.services.letters import heading_of
from clew.services.sendability import way_to

AUTHORS: Mapping[Kind, AuthorKind] = {
    Kind.AGENT: AuthorKind.AGENT,
    Kind.BOT: AuthorKind.BOT,
    Kind.SYSTEM: AuthorKind.SYSTEM,
}
TEMPLATE_REQUIRED = "template_required"


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A message ready to be rendered."""

    delivery: Delivery
    inbox: Inbox
    channel: Channel
    config: InboxConfig
    outgoing: OutgoingMessage
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Barred:
    """It cannot leave, by what we know ourselves."""

    code: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """It may leave then."""

    until: datetime


async def compose(delivery: Delivery, deps: Deps) -> Letter | Barred | Held:
    """Gather what a delivery needs, and see whether the channel still takes it.

    It goes to the address that it was written to, whatever the contact has been given since.
    """
    found = await deps.directory.inbox(delivery.inbox_id)
    channel = deps.channels.get(found[0].channel) if found else None
    if found is None or channel is None:
        return Barred(code="inbox_gone", reason=Reason.INBOX_NOT_HERE.said())
    inbox, config = found
    async with deps.store.write() as tx:
        message = await tx.message(delivery.workspace_id, delivery.message_id)
        if message is None:
            return Barred(code="message_gone", reason=Reason.MESSAGE_NOT_HERE.said())
        message = await with_link(message, delivery.identity_id, tx, deps)
        files = (await tx.attachments_of([message.id])).get(message.id, [])
        reach = await tx.reachability(delivery.workspace_id, delivery.conversation_id)
        quoted = await _quoted(message, tx)
        heading = await heading_of(message, tx, deps) if channel.letters else None
    known = [one for one in reach.identities if one.id == delivery.identity_id]
    now, draft = deps.clock.now(), draft_of(message, files)
    way = way_to(inbox, channel, reach, draft, now, to=delivery.identity_id)
    stop = _stop(way.permission, inbox)
    if stop is not None:
        return stop
    return Letter(
        delivery=delivery,
        inbox=inbox,
        channel=channel,
        config=config,
        outgoing=replace(outgoing_of(message, files, known, quoted), heading=heading),
        address=known[0].address if known else "",
    )


def draft_of(message: Message, files: list[Attachment]) -> Draft:
    """Return what matters of a message for whether it may be sent."""
    return Draft(
        author=AUTHORS.get(message.author.kind, AuthorKind.SYSTEM),
        has_text=bool(message.text.strip()),
        is_template=_template(message) is not None,
        is_marketing=_is_marketing(message),
        attachment_bytes=tuple(file.byte_count for file in files),
    )


def outgoing_of(
    message: Message, files: list[Attachment], to: list[Identity], quoted: str | None
) -> OutgoingMessage:
    """Return a message as channels know it."""
    return OutgoingMessage(
        id=str(message.id),
        to=tuple(Address(one.kind, one.address) for one in to),
        text=message.text,
        attachments=tuple(
            OutgoingAttachment(
                id=str(file.id),
                blob=file.blob,
                name=file.name,
                media_type=file.media_type,
                size_bytes=file.byte_count,
            )
            for file in files
        ),
        template=_template(message),
        reply_to_provider_id=quoted,
        author=AUTHORS.get(message.author.kind, AuthorKind.SYSTEM),
    )


def progress_of(delivery: Delivery) -> Progress:
    """Return how far a delivery has come."""
    return delivery.progress if isinstance(delivery.progress, Progress) else Progress()


async def patience_with(delivery: Delivery, deps: Deps) -> Patience | None:
    """Return how long the channel of a delivery keeps trying."""
    found = await deps.directory.inbox(delivery.inbox_id)
    channel = deps.channels.get(found[0].channel) if found else None
    return channel.capabilities.patience if channel else None


async def _quoted(message: Message, tx: Transaction) -> str | None:
    """Return the provider's name of what is quoted; our own words may have got theirs since."""
    if message.reply_to_provider_id or message.reply_to is None:
        return message.reply_to_provider_id
    quoted = await tx.message(message.workspace_id, message.reply_to)
    is_there = quoted is not None and quoted.inbox_id == message.inbox_id
    return quoted.provider_id if quoted is not None and is_there else None


def _is_marketing(message: Message) -> bool:
    return _template(message) is not None and (message.content or {}).get("category") == MARKETING


def _template(message: Message) -> OutgoingTemplate | None:
    content = message.content
    if message.kind != "template" or content is None:
        return None
    given = content.get("parameters")
    parameters = given if isinstance(given, Mapping) else {}
    return OutgoingTemplate(
        name=str(content.get("name", "")),
        language=str(content.get("language", "")),
        parameters={str(name): str(value) for name, value in parameters.items()},
    )


def _stop(permission: Permission, inbox: Inbox) -> Barred | Held | None:
    match permission:
        case Allow():
            return None
        case WaitUntil(at=at):
            return Held(until=at)
        case Deny(reason=reason):
            words = reason.value.replace("_", " ")
            return Barred(
                code=reason.value, reason=Reason.CANNOT_TAKE.said(name=inbox.name, problem=words)
            )
        case _:
            return Barred(
                code=TEMPLATE_REQUIRED,
                reason=Reason.WINDOW_CLOSED.said(),
            )

"""One entry of a webhook's `messages`: who, when, what, and in answer to what."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from clew.channels.instants import instant_of
from clew.channels.json_documents import object_in, text_in
from clew.channels.whatsapp.content import content_of
from clew.channels.whatsapp.senders import Profiles, addresses, bsuid, phone_or_bsuid, sender_of
from clew.domain.reasons import Reason
from clew.ports.channel import (
    ChatOpened,
    IdentityChanged,
    Ignored,
    IgnoredReason,
    Incoming,
    IncomingDeletion,
    IncomingEdit,
    IncomingMessage,
    IncomingReaction,
    JsonObject,
    Sender,
    Unreadable,
)


@dataclass(frozen=True, slots=True)
class Envelope:
    """What every kind of message has, already read."""

    id: str
    sender: Sender
    at: datetime
    message: JsonObject


def read_message(message: JsonObject, profiles: Profiles, received_at: datetime) -> Incoming:
    """Return what one entry of `messages` means; never raises."""
    provider_id = text_in(message, "id")
    sender = sender_of(message, profiles)
    problem = _problem_with(message, provider_id, sender)
    if problem or sender is None:
        return Unreadable(problem, message)
    at = instant_of(message.get("timestamp"), received_at)
    reader = READERS.get(text_in(message, "type"), _message)
    return reader(Envelope(provider_id, sender, at, message))


def _problem_with(message: JsonObject, provider_id: str, sender: Sender | None) -> str:
    if not provider_id:
        return Reason.NO_MESSAGE_ID.said()
    if sender is None:
        return Reason.NO_SENDER.said()
    if text_in(message, "group_id"):
        return Reason.FROM_A_GROUP.said()
    return ""


def _message(envelope: Envelope) -> IncomingMessage:
    message = envelope.message
    context = object_in(message, "context")
    content = content_of(message)
    is_forwarded = context.get("forwarded") is True or context.get("frequently_forwarded") is True
    return IncomingMessage(
        provider_id=envelope.id,
        sender=envelope.sender,
        sent_at=envelope.at,
        kind=content.kind,
        text=content.text,
        content=content.content,
        media=content.media,
        reply_to_provider_id=text_in(context, "id") or None,
        forwarded=is_forwarded,
        referral=_referral(message, context),
    )


def _referral(message: JsonObject, context: JsonObject) -> JsonObject | None:
    """Return the advertisement, or the catalogue's product, that the message came from."""
    product = object_in(context, "referred_product")
    referral = object_in(message, "referral")
    if product:
        referral = referral | {"product": product}
    return referral or None


def _reaction(envelope: Envelope) -> Incoming:
    part = object_in(envelope.message, "reaction")
    target = text_in(part, "message_id")
    if not target:
        return Unreadable(Reason.REACTION_TO_NOTHING.said(), envelope.message)
    emoji = text_in(part, "emoji") or None
    return IncomingReaction(envelope.id, envelope.sender, envelope.at, target, emoji)


def _edit(envelope: Envelope) -> Incoming:
    part = object_in(envelope.message, "edit")
    target = text_in(part, "original_message_id")
    if not target:
        return Unreadable(Reason.EDIT_OF_NOTHING.said(), envelope.message)
    content = content_of(object_in(part, "message"))
    return IncomingEdit(
        provider_id=envelope.id,
        sender=envelope.sender,
        at=envelope.at,
        target_provider_id=target,
        text=content.text,
        content=content.content,
        media=content.media,
    )


def _revoke(envelope: Envelope) -> Incoming:
    target = text_in(object_in(envelope.message, "revoke"), "original_message_id")
    if not target:
        return Unreadable(Reason.DELETION_OF_NOTHING.said(), envelope.message)
    return IncomingDeletion(envelope.id, envelope.sender, envelope.at, target)


def _system(envelope: Envelope) -> Incoming:
    """Return a change of number, the one system message that changes what we know.

    The old addresses are the sender's; the new number always comes with a new id.
    """
    part = object_in(envelope.message, "system")
    new = addresses(
        phone_or_bsuid(text_in(part, "wa_id") or text_in(part, "new_wa_id")),
        bsuid(text_in(part, "user_id")),
        bsuid(text_in(part, "parent_user_id")),
    )
    old = tuple(address for address in envelope.sender.addresses if address not in new)
    kind = text_in(part, "type")
    if not (old and new and kind.startswith("user_changed")):
        detail = f"system message {kind or 'of no type'}"
        return Ignored(IgnoredReason.OTHER_SUBJECT, detail, envelope.message)
    return IdentityChanged(envelope.id, old, new, envelope.at)


def _welcome(envelope: Envelope) -> Incoming:
    referral = object_in(envelope.message, "referral") or None
    return ChatOpened(envelope.id, envelope.sender, envelope.at, referral)


# Types that are not something said; whatever is missing here is a message.
READERS: Mapping[str, Callable[[Envelope], Incoming]] = {
    "reaction": _reaction,
    "edit": _edit,
    "revoke": _revoke,
    "system": _system,
    "request_welcome": _welcome,
}

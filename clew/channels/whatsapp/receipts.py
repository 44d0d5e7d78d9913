"""One entry of a webhook's `statuses`: how far a message of ours got.

States arrive in any order, and `delivered` is left out when the contact reads at once.
"""

import re
from collections.abc import Mapping
from datetime import datetime

from clew.channels.instants import instant_of
from clew.channels.json_documents import objects_in, text_in
from clew.channels.whatsapp.errors import refusal_of
from clew.channels.whatsapp.senders import addresses, bsuid, phone_or_bsuid
from clew.domain.reasons import Reason
from clew.ports.channel import (
    Ignored,
    IgnoredReason,
    InboxConfig,
    JsonObject,
    Receipt,
    ReceiptState,
    Refusal,
    RefusalCause,
    Unreadable,
)

STATES: Mapping[str, ReceiptState] = {
    "sent": ReceiptState.SENT,
    "delivered": ReceiptState.DELIVERED,
    "read": ReceiptState.READ,
    "played": ReceiptState.READ,  # of a voice message
    "failed": ReceiptState.FAILED,
}
# Ours, given back: the message's id, and which part of how many if it went out in several.
_OUR_REFERENCE = re.compile(r"(?P<id>[^#]+)(?:#(?P<part>\d{1,4})/(?P<parts>\d{1,4}))?")


def our_reference(message_id: str, part: int, parts: int) -> str:
    """Return what the provider shall give back with every receipt (at most 512 characters)."""
    return message_id if parts == 1 else f"{message_id}#{part}/{parts}"


def read_status(
    status: JsonObject, config: InboxConfig, received_at: datetime
) -> Receipt | Ignored | Unreadable:
    """Return what one entry of `statuses` means; never raises."""
    provider_id, word = text_in(status, "id"), text_in(status, "status")
    if not provider_id:
        return Unreadable(Reason.STATUS_OF_NOTHING.said(), status)
    if word == "deleted":
        return Ignored(IgnoredReason.OTHER_SUBJECT, "status deleted", status)
    state = STATES.get(word)
    if state is None:
        return Unreadable(Reason.STATUS_UNKNOWN.said(word=word[:40] or "given"), status)
    ours = _OUR_REFERENCE.fullmatch(text_in(status, "biz_opaque_callback_data"))
    participant = text_in(status, "recipient_participant_id")
    return Receipt(
        provider_id=provider_id,
        state=state,
        at=instant_of(status.get("timestamp"), received_at),
        our_id=ours["id"] if ours else None,
        part=int(ours["part"] or 0) if ours else 0,
        parts=int(ours["parts"] or 1) if ours else 1,
        refusal=_refusal(status, config) if state is ReceiptState.FAILED else None,
        recipient=addresses(
            phone_or_bsuid(text_in(status, "recipient_id")),
            bsuid(text_in(status, "recipient_user_id")),
        ),
        participant=participant or text_in(status, "recipient_participant_user_id"),
    )


def _refusal(status: JsonObject, config: InboxConfig) -> Refusal:
    errors = objects_in(status, "errors")
    if not errors:
        return Refusal("", Reason.NO_REASON_GIVEN.said(), RefusalCause.UNDELIVERABLE)
    return refusal_of(errors[0], config)

"""Webhooks about the inbox itself, and about what contacts want to get from it."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from clew.channels.instants import instant_of
from clew.channels.json_documents import list_in, object_in, objects_in, text_in
from clew.channels.whatsapp.errors import reason_in
from clew.channels.whatsapp.senders import addresses, bsuid, phone_or_bsuid
from clew.domain.reasons import Reason
from clew.ports.channel import (
    InboxConfig,
    InboxNotice,
    Incoming,
    JsonObject,
    NoticeKind,
    OptIn,
    OptOut,
    OptScope,
    Sender,
    Unreadable,
)

# The webhook's field, and what its news concern.
NOTICES: Mapping[str, NoticeKind] = {
    "account_alerts": NoticeKind.ACCOUNT,
    "account_review_update": NoticeKind.ACCOUNT,
    "account_settings_update": NoticeKind.ACCOUNT,
    "account_update": NoticeKind.ACCOUNT,
    "business_capability_update": NoticeKind.ACCOUNT,
    "business_status_update": NoticeKind.ACCOUNT,
    "security": NoticeKind.ACCOUNT,
    "phone_number_name_update": NoticeKind.QUALITY,
    "phone_number_quality_update": NoticeKind.QUALITY,
    "message_template_components_update": NoticeKind.TEMPLATE,
    "message_template_quality_update": NoticeKind.TEMPLATE,
    "message_template_status_update": NoticeKind.TEMPLATE,
    "template_category_update": NoticeKind.TEMPLATE,
}
# Words in such news after which sending is, or may soon be, impaired.
SERIOUS = frozenset(
    {
        "ACCOUNT_DELETED",
        "ACCOUNT_RESTRICTION",
        "ACCOUNT_VIOLATION",
        "CRITICAL",
        "DISABLED",
        "DISABLED_UPDATE",
        "DOWNGRADE",
        "FLAGGED",
        "PAUSED",
        "RED",
        "REJECTED",
        "THROTTLED",
        "WABA_BAN_STATE",
    }
)
# The members that say most, in the order in which a reader wants them.
TELLING = (
    "display_phone_number",
    "message_template_name",
    "message_template_language",
    "event",
    "alert_severity",
    "alert_type",
    "decision",
    "current_limit",
    "new_quality_score",
    "reason",
)

WISHES: Mapping[str, type[OptOut] | type[OptIn]] = {"stop": OptOut, "resume": OptIn}


def read_notice(field: str, value: JsonObject, at: datetime) -> InboxNotice:
    """Return the news of a field in `NOTICES`."""
    words = [text_in(value, name) for name in TELLING]
    said = " · ".join(word for word in words if word)
    return InboxNotice(
        kind=NOTICES[field],
        summary=f"{field.replace('_', ' ')}: {said or 'see the details'}"[:300],
        at=at,
        detail={"field": field} | value,
        is_serious=not SERIOUS.isdisjoint(word.upper() for word in words),
    )


def read_errors(
    errors: Iterable[JsonObject], config: InboxConfig, at: datetime
) -> tuple[InboxNotice, ...]:
    """Return the errors that concern no single message."""
    return tuple(
        InboxNotice(NoticeKind.ERROR, reason_in(error, config), at, error, is_serious=True)
        for error in errors
    )


def read_preferences(value: JsonObject, received_at: datetime) -> tuple[Incoming, ...]:
    """Return which contacts no longer want marketing messages, or want them again."""
    contacts = objects_in(value, "contacts")
    return tuple(
        _preference(entry, contacts, received_at)
        if isinstance(entry, dict)
        else Unreadable(Reason.PREFERENCE_NOT_AN_OBJECT.said(), {"part": entry})
        for entry in list_in(value, "user_preferences")
    )


def _preference(entry: JsonObject, contacts: list[JsonObject], received_at: datetime) -> Incoming:
    who = addresses(phone_or_bsuid(text_in(entry, "wa_id")), bsuid(text_in(entry, "user_id")))
    wish = WISHES.get(text_in(entry, "value"))
    if not who or wish is None or text_in(entry, "category") != "marketing_messages":
        return Unreadable(Reason.PREFERENCE_UNKNOWN.said(), entry)
    names = [
        text_in(object_in(contact, "profile"), "name")
        for contact in contacts
        if text_in(contact, "wa_id") == text_in(entry, "wa_id")
    ]
    sender = Sender(who, names[0] if names else "")
    return wish(sender, instant_of(entry.get("timestamp"), received_at), OptScope.MARKETING)

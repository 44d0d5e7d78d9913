"""Which fields of a header are kept for those who judge a mail later, decoded."""

from clew.channels.email.mime.fields import Fields
from clew.channels.email.mime.limits import MAX_KEPT_FIELDS, MAX_KEPT_VALUE
from clew.channels.email.mime.words import decode_line

_KEPT = frozenset(
    [
        "authentication-results",
        "arc-authentication-results",
        "received-spf",
        "return-path",
        "delivered-to",
        "x-original-to",
        "envelope-to",
        "x-envelope-to",
        "x-delivered-to",
        "apparently-to",
        "x-forwarded-to",
        "x-forwarded-for",
        "x-original-from",
        "x-google-original-from",
        "auto-submitted",
        "precedence",
        "x-autoreply",
        "x-autorespond",
        "x-autoresponse",
        "x-auto-response-suppress",
        "x-auto-reply-from",
        "x-mail-autoreply",
        "x-loop",
        "x-failed-recipients",
        "x-mailer",
        "user-agent",
        "x-priority",
        "importance",
        "thread-index",
        "thread-topic",
        "x-gm-thrid",
        "disposition-notification-to",
        "return-receipt-to",
        "x-ms-exchange-inbox-rules-loop",
        "x-ms-exchange-generated-message-source",
        "feedback-id",
        "x-spam-flag",
        "x-spam-status",
        "x-spam-level",
        "x-campaign-id",
        "content-language",
        "mail-followup-to",
        "mail-reply-to",
        "resent-from",
        "resent-to",
        "resent-sender",
        "resent-message-id",
        "x-mailer-type",
    ]
)
_KEPT_FAMILIES = ("list-", "x-clew-", "x-list")


def kept_headers(fields: Fields, hint: str = "") -> tuple[tuple[str, str], ...]:
    """Return names as written and decoded values, in their order."""
    kept = [
        (name, value)
        for name, value in fields.pairs
        if name.lower() in _KEPT or name.lower().startswith(_KEPT_FAMILIES)
    ]
    return tuple(
        (name, decode_line(value[:MAX_KEPT_VALUE], hint)) for name, value in kept[:MAX_KEPT_FIELDS]
    )

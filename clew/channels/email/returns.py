"""Mails of ours that came back: a report becomes a receipt of the message it is about.

A report that a mail is late is no failure; the server goes on trying. Which message it is about is
told by our own signed Message-ID, or by the name alone, which the inbox then has to know.

Source:
    RFC 3464 (delivery status), RFC 3463 (status codes).
"""

from collections.abc import Iterator

from clew.channels.email.mail import Bounce, BounceKind, Mail
from clew.channels.email.references import bounced_messages
from clew.domain.reasons import Reason
from clew.ports.channel import (
    Address,
    InboxConfig,
    RawEvent,
    Receipt,
    ReceiptState,
    Refusal,
    RefusalCause,
)

EMAIL = "email"
CAUSES = {
    BounceKind.HARD: RefusalCause.UNDELIVERABLE,
    BounceKind.SOFT: RefusalCause.TEMPORARY,
    BounceKind.POLICY: RefusalCause.INVALID,
}
# "Delivery time expired": the only passing status with which servers give up.
_EXPIRED = "4.4.7"
_LONGEST_REASON = 500


def receipts_of(mail: Mail, raw: RawEvent, config: InboxConfig) -> tuple[Receipt, ...]:
    """Return a receipt for every message of ours that a report says will not arrive."""
    return tuple(_receipts(mail, raw, config))


def _receipts(mail: Mail, raw: RawEvent, config: InboxConfig) -> Iterator[Receipt]:
    for bounce in mail.bounces:
        if not _is_final(bounce):
            continue
        told = " ".join(value for _, value in bounce.original_headers)
        ours = bounced_messages(f"{told} {bounce.original_message_id}", config)
        named = bounce.original_message_id or next(iter(mail.in_reply_to), "")
        ours = ours or bounced_messages(" ".join((*mail.references, *mail.in_reply_to)), config)
        if not (named or ours):
            continue
        yield Receipt(
            provider_id=named or f"<{ours[0]}>",
            state=ReceiptState.FAILED,
            at=raw.received_at,
            our_id=str(ours[0]) if ours else None,
            refusal=Refusal(
                bounce.status or bounce.kind.value,
                (bounce.reason or Reason.MAIL_CAME_BACK.said())[:_LONGEST_REASON],
                CAUSES[bounce.kind],
                is_for_good=bounce.kind is BounceKind.HARD,
            ),
            recipient=(Address(EMAIL, bounce.recipient.lower()),) if bounce.recipient else (),
            participant=bounce.recipient.lower(),
        )


def _is_final(bounce: Bounce) -> bool:
    if bounce.kind is not BounceKind.SOFT:
        return True
    return bounce.status == _EXPIRED or not bounce.status.startswith("4")

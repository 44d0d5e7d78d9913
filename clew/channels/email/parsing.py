"""From the raw bytes of one mail to a value.

Total and linear: whatever the bytes, a `Mail` is returned or `Unparsable` raised, in a time and
memory that follow from their number. Reading the text (what is quoted, what is new, what of the
HTML is safe) is the next step, and not done here.
"""

from datetime import datetime

from clew.channels.email.auto import auto_of
from clew.channels.email.bounces import read_bounces
from clew.channels.email.mail import Address, Mail
from clew.channels.email.mime.addresses import read_addresses
from clew.channels.email.mime.content import read_content
from clew.channels.email.mime.dates import read_date
from clew.channels.email.mime.fields import Fields
from clew.channels.email.mime.headers import kept_headers
from clew.channels.email.mime.hints import hint_of
from clew.channels.email.mime.identifiers import read_identifier, read_identifiers
from clew.channels.email.mime.parts import Part, Reader
from clew.channels.email.mime.protection import protection_of, stand_in, without_armour
from clew.channels.email.mime.words import decode_line
from clew.domain.reasons import Reason
from clew.ports.channel import Unparsable

# Some program on the way writes at least one of these.
_OF_MAILS = frozenset(
    [
        "from",
        "to",
        "cc",
        "subject",
        "date",
        "message-id",
        "received",
        "return-path",
        "reply-to",
        "sender",
        "delivered-to",
        "mime-version",
        "content-type",
        "in-reply-to",
        "references",
        "x-mailer",
        "dkim-signature",
    ]
)
_MAX_SUBJECT = 2_000


def parse_mail(raw: bytes, now: datetime | None = None) -> Mail:
    """Return what a mail says.

    Args:
        raw: The mail as it was received.
        now: When it was received, to tell dates that cannot be; None: not known.

    Raises:
        Unparsable: This is no mail: nothing in it is a header field that mails have.
    """
    root = Reader(_with_line_feeds(raw.lstrip(b"\r\n \t\0\xef\xbb\xbf"))).read()
    if not any(name.lower() in _OF_MAILS for name, _ in root.fields.pairs):
        raise Unparsable(Reason.NO_MAIL.said())
    return _mail(root, now)


def _mail(root: Part, now: datetime | None) -> Mail:
    fields = root.fields
    charsets = tuple(part.parameters.get("charset") for part in root.walk())
    hint = hint_of(fields, charsets)
    content = read_content(root, hint)
    protection = protection_of(root, content.text)
    text = without_armour(content.text)
    if not text.strip() and not content.html.strip():
        text = stand_in(protection)
    sender = read_addresses(fields.every("Sender"), hint)
    bounces = read_bounces(root, text or content.html)
    return Mail(
        senders=read_addresses(fields.every("From"), hint),
        sender=sender[0] if sender else None,
        to=_with_addresses(fields, "To", hint),
        cc=_with_addresses(fields, "Cc", hint),
        reply_to=_with_addresses(fields, "Reply-To", hint),
        subject=decode_line(fields.first("Subject"), hint)[:_MAX_SUBJECT],
        date=read_date(fields, now),
        message_id=read_identifier(fields.first("Message-ID")),
        in_reply_to=read_identifiers(fields.first("In-Reply-To")),
        references=read_identifiers(fields.first("References")),
        text=text,
        html=content.html,
        files=content.files,
        auto=auto_of(root, bounces, text),
        bounces=bounces,
        protection=protection,
        headers=kept_headers(fields, hint),
        enclosed=content.enclosed,
    )


def _with_addresses(fields: Fields, name: str, hint: str) -> tuple[Address, ...]:
    return tuple(address for address in read_addresses(fields.every(name), hint) if address.email)


def _with_line_feeds(raw: bytes) -> bytes:
    """Return a mail of old Macs, whose lines end in a carriage return alone, with line feeds."""
    if b"\r" in raw and b"\n" not in raw[:100_000]:
        return raw.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    return raw

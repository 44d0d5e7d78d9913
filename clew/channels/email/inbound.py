"""Mails come in: each becomes a message, a report of failure, or nothing.

How a mail is read is the matter of `parsing` and `reading`; here it is judged: who wrote it and
how sure that is, what it goes on with, and whether anybody waits for an answer.
"""

import hashlib
from dataclasses import replace
from datetime import datetime, timedelta

from clew.channels.email.authenticity import proof_of
from clew.channels.email.content import mail_content
from clew.channels.email.forwarding import original_of
from clew.channels.email.mail import Address as Person
from clew.channels.email.mail import Auto, File, Mail
from clew.channels.email.mailbox_settings import TRUSTED
from clew.channels.email.parsing import parse_mail
from clew.channels.email.reading import read
from clew.channels.email.references import references_of
from clew.channels.email.returns import EMAIL, receipts_of
from clew.channels.email.smtp_settings import addresses_of
from clew.channels.email.tokens import without_token
from clew.ports.channel import (
    Address,
    Ignored,
    IgnoredReason,
    InboxConfig,
    Incoming,
    IncomingMessage,
    MediaFamily,
    MediaRef,
    MessageKind,
    Proof,
    RawEvent,
    Sender,
    Unparsable,
)
from clew.ports.channel.mailboxes import CHECKED, ENVELOPE_RECIPIENT, HISTORY, UNREAD

# The kind of what somebody calls themselves who gives no address.
NAME = "name"
FAMILIES = {
    "image": MediaFamily.IMAGE,
    "audio": MediaFamily.AUDIO,
    "video": MediaFamily.VIDEO,
}
_AHEAD = timedelta(minutes=5)
_LONGEST_SUBJECT = 200
_LONGEST_NAME = 100
_MOST_FILES = 200
_MOST_PARTIES = 100


def parse(raw: RawEvent, config: InboxConfig) -> tuple[Incoming, ...]:
    """Return what a mail says.

    Raises:
        Unparsable: This is no mail, or it could not be fetched.
    """
    if reason := raw.headers.get(UNREAD):
        raise Unparsable(reason)
    mail = parse_mail(raw.body, raw.received_at)
    writer = _writer(mail)
    if _bare(writer.email) in _own(config):
        return (Ignored(IgnoredReason.ECHO, "from an address of ours", {"id": mail.message_id}),)
    # A report about no message of ours is shown as what its server wrote.
    receipts = receipts_of(mail, raw, config)
    message = _message(mail, writer, raw, config)
    return (*receipts, replace(message, is_report=bool(receipts)))


def read_part(body: bytes, part: str) -> bytes | None:
    """Return the bytes of a file within a mail."""
    files = parse_mail(body).files
    number = int(part) if part.isascii() and part.isdigit() else len(files)
    return files[number].data if number < len(files) else None


def own_addresses(config: InboxConfig) -> tuple[Address, ...]:
    """Return the addresses that contacts write to."""
    return tuple(Address(EMAIL, one.lower()) for one in addresses_of(config))


def _message(mail: Mail, writer: Person, raw: RawEvent, config: InboxConfig) -> IncomingMessage:
    reading = read(mail.text, mail.html)
    recipient = raw.headers.get(ENVELOPE_RECIPIENT, "")
    is_automatic = mail.auto is not Auto.NONE and not _is_our_list(mail, config)
    original = None if is_automatic else original_of(mail, reading)
    content = {**mail_content(mail, reading), "parties": _parties(mail, writer)}
    return IncomingMessage(
        provider_id=mail.message_id or _made_name(mail),
        sender=_sender(writer, _proof(mail, writer, raw, config)),
        sent_at=_sent_at(mail, raw.received_at),
        kind=MessageKind.MEDIA if mail.files and not reading.body.strip() else MessageKind.TEXT,
        text=reading.body,
        content=content,
        media=tuple(_media(mail, number, file) for number, file in _files(mail)),
        subject=mail.subject[:_LONGEST_SUBJECT].strip(),
        references=references_of(mail, config, recipient),
        fingerprint=_fingerprint(mail),
        original=_sender(original, Proof.NONE) if original is not None else None,
        forwarded=original is not None,
        is_automatic=is_automatic,
        is_history=HISTORY in raw.headers,
    )


def _writer(mail: Mail) -> Person:
    """Return who wrote; without a usable From, who sent it or who is to be answered."""
    named = (*mail.senders, *((mail.sender,) if mail.sender else ()), *mail.reply_to)
    addressed = [one for one in named if "@" in one.email]
    return addressed[0] if addressed else next(iter(named), Person("", ""))


def _sender(person: Person, proof: Proof) -> Sender:
    name = person.name.strip()[:_LONGEST_NAME]
    if "@" not in person.email:
        called = name or person.email.strip()[:_LONGEST_NAME] or "unknown sender"
        return Sender((Address(NAME, called.lower()),), called, proof=Proof.NONE)
    return Sender((Address(EMAIL, person.email.lower()),), name, proof=proof)


def _proof(mail: Mail, writer: Person, raw: RawEvent, config: InboxConfig) -> Proof:
    """Return what our mail server found out; or, if it says nothing, we ourselves."""
    if len(mail.senders) > 1:
        return Proof.NONE  # RFC 7489 section 6.6.1: which of them was meant cannot be said
    results = mail.header_values("Authentication-Results")
    domain = writer.email.rpartition("@")[2]
    proof = proof_of(results, config.settings.get(TRUSTED, ""), domain)
    checked = raw.headers.get(CHECKED)
    return Proof(checked) if proof is Proof.NONE and checked in set(Proof) else proof


def _sent_at(mail: Mail, received_at: datetime) -> datetime:
    """Return when it was written; a clock that runs ahead of ours is not believed."""
    at = mail.date
    return at if at is not None and at <= received_at + _AHEAD else received_at


def _media(mail: Mail, number: int, file: File) -> MediaRef:
    family = FAMILIES.get(file.content_type.partition("/")[0], MediaFamily.DOCUMENT)
    return MediaRef(
        provider_media_id=f"{mail.message_id}/{number}",
        family=family,
        media_type=file.content_type,
        name=file.filename,
        size_bytes=file.size,
        part=str(number),
        content_id=file.content_id if file.is_inline else "",
    )


def _files(mail: Mail) -> list[tuple[int, File]]:
    return [(number, file) for number, file in enumerate(mail.files) if file.data][:_MOST_FILES]


def _parties(mail: Mail, writer: Person) -> list[str]:
    """Return everybody between whom the mail went, by address."""
    people = (writer, *mail.senders, *mail.reply_to, *mail.to, *mail.cc)
    found = dict.fromkeys(one.email.lower() for one in people if "@" in one.email)
    return list(found)[:_MOST_PARTIES]


def _is_our_list(mail: Mail, config: InboxConfig) -> bool:
    """Say whether the list that a mail came by is our own front door.

    Many let `help@` be a group that passes everything on; what people write there is no bulk mail.
    """
    if mail.auto is not Auto.LIST:
        return False
    named = " ".join((*mail.header_values("List-Post"), *mail.header_values("List-Id"))).lower()
    return any(own in named or own.replace("@", ".") in named for own in _own(config))


def _own(config: InboxConfig) -> frozenset[str]:
    return frozenset(_bare(one) for one in addresses_of(config))


def _bare(address: str) -> str:
    return without_token(address).lower()


def _made_name(mail: Mail) -> str:
    return f"<{_digest(mail)[:32]}@without-message-id>"


def _fingerprint(mail: Mail) -> str:
    return _digest(mail)[:16]


def _digest(mail: Mail) -> str:
    """Return what tells a mail from others, however it came here."""
    digest = hashlib.sha256()
    people = " ".join(one.email.lower() for one in mail.senders)
    for text in (people, mail.subject, str(mail.date or ""), mail.text, mail.html):
        digest.update(text.encode("utf-8", "surrogatepass") + b"\0")
    for file in mail.files:
        digest.update(file.filename.encode("utf-8", "surrogatepass") + b"\0")
        digest.update(len(file.data).to_bytes(8, "big") + hashlib.sha256(file.data).digest())
    return digest.hexdigest()

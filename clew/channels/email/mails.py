"""A whole mail: who writes to whom, what it answers, and what stands in it."""

from dataclasses import dataclass
from email.utils import format_datetime
from uuid import UUID

from clew.channels.email.smtp_settings import from_name_of, has_plus_addresses
from clew.channels.email.tokens import (
    Named,
    Token,
    keys_of,
    marker,
    message_id,
    reply_address,
)
from clew.channels.email.writing import headers
from clew.channels.email.writing.bodies import html_body, plain_body
from clew.channels.email.writing.markup import image_ids
from clew.channels.email.writing.parts import Enclosure, assembled, in_pieces
from clew.channels.email.writing.readers import Reader
from clew.channels.email.writing.subjects import LONGEST
from clew.channels.email.writing.words import FOLD, as_text, mailbox
from clew.ports.channel import (
    AuthorKind,
    Heading,
    InboxConfig,
    MailFile,
    OutgoingMessage,
    ReaderRole,
)


@dataclass(frozen=True, slots=True)
class Written:
    """A mail and its name."""

    message_id: str
    content: tuple[bytes | MailFile, ...]
    needs_utf8: bool


def name_of(outgoing: OutgoingMessage, sender: str, config: InboxConfig) -> str:
    """Return the Message-ID: of the same message always the same, so that copies fall together."""
    keys = keys_of(config)
    if keys:
        return message_id(_uuid(outgoing.id), sender, keys[0])
    return f"<{outgoing.id}@{sender.rpartition('@')[2]}>"


def write(
    outgoing: OutgoingMessage,
    heading: Heading,
    sender: str,
    readers: tuple[Reader, ...],
    config: InboxConfig,
) -> Written:
    """Return a mail to everybody who gets it; whoever is in BCC stands nowhere in it."""
    name = name_of(outgoing, sender, config)
    needs_utf8 = not all(one.address.isascii() for one in readers) or not sender.isascii()
    keys = keys_of(config)
    token = Token(Named.CASE, heading.case_id)
    reply_to = reply_address(sender, token, keys[0]) if keys else None
    if not has_plus_addresses(config):
        reply_to = None
    lines = [
        *headers.threading(name, heading.answered),
        *headers.of_machines(outgoing.author, is_answer=bool(heading.answered)),
        *headers.of_campaigns(outgoing.author, heading, reply_to or sender),
    ]
    name_shown = from_name_of(config, heading, outgoing.author)
    head = [
        ("Date", format_datetime(heading.written_at)),
        ("From", mailbox(name_shown, sender)),
        *_shown(readers),
        *([("Reply-To", mailbox(name_shown, reply_to))] if reply_to else []),
        ("Subject", as_text(heading.subject, LONGEST)),
    ]
    line = marker(token, keys[0]) if keys and outgoing.author is not AuthorKind.CAMPAIGN else ""
    enclosed = _enclosed(outgoing, name)
    images = {one.file.id: f"cid:{one.content_id}" for one in enclosed if one.content_id}
    text, html = _clean(outgoing.text), html_body(_clean(outgoing.text), heading, line, images)
    plain = plain_body(text, heading, line)
    seed = name + plain + html
    mail = assembled(_clean(plain), _clean(html), enclosed, seed)
    return Written(
        name, in_pieces(mail, headers.as_bytes([*head, *lines]), enclosed, seed), needs_utf8
    )


_SHOWN = {"To": (ReaderRole.CONTACT, ReaderRole.TO), "Cc": (ReaderRole.CC,)}


def _shown(readers: tuple[Reader, ...]) -> list[tuple[str, str]]:
    """Return the headers that name readers, one to a line."""
    found = {
        header: [mailbox(one.name, one.address) for one in readers if one.role in roles]
        for header, roles in _SHOWN.items()
    }
    return [(header, f",{FOLD}".join(people)) for header, people in found.items() if people]


def _enclosed(outgoing: OutgoingMessage, name: str) -> tuple[Enclosure, ...]:
    shown = image_ids(outgoing.text)
    domain = name.strip("<>").rpartition("@")[2]
    return tuple(
        Enclosure(file, f"{file.id}@{domain}")
        if file.id in shown and file.media_type.startswith("image/")
        else Enclosure(file)
        for file in outgoing.attachments
    )


def _clean(text: str) -> str:
    """Return a text without what UTF-8 cannot say and what no mail may hold."""
    return text.replace("\x00", "").encode("utf-8", "replace").decode()


def _uuid(text: str) -> UUID:
    return UUID(text)

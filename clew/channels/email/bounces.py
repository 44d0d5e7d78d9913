"""What mail servers report about mail of ours that did not arrive.

Half of them follow the standard, and say it in fields. The others write it in words; those are
believed only from a server's own sender, and only in words that servers use, so that a contact who
forwards such a report is still heard.

Source: RFC 3462 and RFC 3464; for texts, what the mail servers named in
`clew.channels.email.bounce_texts` write.
"""

import html
import re

from clew.channels.email.bounce_kinds import better_status, kind_of, status_in
from clew.channels.email.bounce_texts import FAILURES, SUBJECTS, human_part, said_of_recipients
from clew.channels.email.mail import Bounce, BounceKind
from clew.channels.email.mime.addresses import read_addresses
from clew.channels.email.mime.cleaning import clean_line
from clew.channels.email.mime.fields import Fields, read_fields
from clew.channels.email.mime.identifiers import read_identifier, read_identifiers
from clew.channels.email.mime.limits import MAX_PART_HEADER_BYTES
from clew.channels.email.mime.parts import Part
from clew.channels.email.mime.words import decode_line
from clew.channels.email.servers import is_from_a_server

_STATUS_PARTS = ("message/delivery-status", "message/global-delivery-status")
_ORIGINAL_PARTS = (
    "message/rfc822", "text/rfc822-headers", "message/global", "message/global-headers",
    "message/rfc822-headers",
)  # fmt: skip
_GROUPS = re.compile(rb"\r?\n[ \t]*\r?\n")
_ACTION = re.compile(rb"^(?:Action|Final-Recipient)[ \t]*:", re.M | re.I)  # some are empty
_ARRIVED = ("delivered", "relayed", "expanded")
_KEPT = ("message-id", "subject", "from", "to", "date", "in-reply-to", "references")
_MESSAGE_ID = re.compile(r"^[> \t]*Message-I[dD]:[ \t\n]*(<[^<>\n]{3,500}>)", re.M | re.I)
_TAGS = re.compile(r"<(?:br|/p|/div|/tr|/li|/h\d)\b[^<>]{0,500}>", re.I)
_OTHER_TAGS = re.compile(r"</?[a-z!][^<>@]{0,2000}>", re.I)
_MAX_STATUS_BYTES = 500_000
_MAX_GROUPS = 200
_MAX_REASON = 1_000
_MAX_TEXT = 100_000
_MAX_EXPLAINED = 10_000


def read_bounces(root: Part, text: str) -> tuple[Bounce, ...]:
    """Return what is reported, one for each recipient; nothing if this is no such report.

    Args:
        root: The mail.
        text: What it says, plain or in HTML.
    """
    original = _original_fields(root)
    for part in root.walk():
        if part.content_type in _STATUS_PARTS:
            found = _from_fields(part, original, _plain(text))
            if found or _ACTION.search(part.decoded(_MAX_STATUS_BYTES)):
                return tuple(found)
    if not is_from_a_server(root.fields):
        return ()
    words = _plain(text)
    subject = decode_line(root.fields.first("Subject"))
    failed = root.fields.first("X-Failed-Recipients")
    human = human_part(words)
    if not (failed or FAILURES.search(human) or SUBJECTS.search(subject) or _codes(human)):
        return ()
    return tuple(_from_words(root, human, words, original))


def _from_fields(part: Part, original: Fields, words: str) -> list[Bounce]:
    """Return the reports of a `message/delivery-status` part."""
    found: list[Bounce] = []
    human, told = human_part(words[:_MAX_EXPLAINED]), _told(original, words)
    for group in _GROUPS.split(part.decoded(_MAX_STATUS_BYTES), _MAX_GROUPS):
        fields, _ = read_fields(group, 0, len(group), MAX_PART_HEADER_BYTES)
        action = clean_line(fields.first("Action").decode("ascii", "replace")).lower()
        recipient = _typed_address(fields.first("Original-Recipient")) or _typed_address(
            fields.first("Final-Recipient")
        )
        if not (action or recipient) or action.startswith(_ARRIVED):
            continue
        reason = decode_line(fields.first("Diagnostic-Code")).partition(";")
        said = (reason[2] or reason[0]).strip()
        declared = status_in(decode_line(fields.first("Status")))
        explained = said or _around(recipient, human)
        status = better_status(declared, explained)
        kind = BounceKind.SOFT if action.startswith("delayed") else kind_of(status, explained)
        found.append(_bounce(recipient, status, kind, explained, told))
    return found


def _from_words(root: Part, human: str, words: str, original: Fields) -> list[Bounce]:
    """Return the reports of a text that no program was meant to read."""
    own = {address.email.lower() for address in read_addresses(root.fields.every("To"))}
    failed = read_addresses(root.fields.every("X-Failed-Recipients"))
    listed = tuple(address.email for address in failed if address.email)
    told = _told(original, words)
    found = list(said_of_recipients(human, own, listed))
    if len(found) == 1 and not status_in(found[0][1]):
        # One paragraph names the recipient, another gives the code.
        recipient, reason = found[0]
        status = status_in(human[:_MAX_EXPLAINED])
        return [_bounce(recipient, status, kind_of(status, reason), reason, told)]
    return [
        _bounce(recipient, status_in(reason), kind_of(status_in(reason), reason), reason, told)
        for recipient, reason in found
    ]


def _bounce(
    recipient: str,
    status: str,
    kind: BounceKind,
    reason: str,
    told: tuple[str, tuple[tuple[str, str], ...]],
) -> Bounce:
    return Bounce(recipient, status, kind, clean_line(reason)[:_MAX_REASON], *told)


def _original_fields(root: Part) -> Fields:
    """Return the header of the mail that came back, if it did."""
    for part in root.walk():
        if part is not root and part.content_type in _ORIGINAL_PARTS:
            raw = part.decoded(MAX_PART_HEADER_BYTES)
            return read_fields(raw, 0, len(raw), MAX_PART_HEADER_BYTES)[0]
    return Fields()


def _told(original: Fields, text: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """Return the Message-ID of the mail that came back, and what is known of its header."""
    found = read_identifier(original.first("Message-ID"))
    if not found and (quoted := _MESSAGE_ID.search(text[:_MAX_TEXT])):
        found = next(iter(read_identifiers(quoted[1].encode())), "")
    kept = (
        (name, decode_line(value[:2_000]))
        for name, value in original.pairs[:500]
        if name.lower() in _KEPT or name.lower().startswith("x-clew-")
    )
    return found, tuple(kept)


def _typed_address(raw: bytes) -> str:
    """Return the address of "rfc822; ana@shop.example"."""
    found = read_addresses([raw.rpartition(b";")[2]])
    return found[0].email if found else ""


def _codes(human: str) -> bool:
    """Say whether a recipient at the beginning of a line is followed by a code of failure."""
    said = said_of_recipients(human, set(), ())
    return any(name and status_in(reason[:300]).startswith(("4", "5")) for name, reason in said)


def _around(recipient: str, human: str) -> str:
    return next((reason for _, reason in said_of_recipients(human, set(), (recipient,))), "")


def _plain(text: str) -> str:
    """Return text of HTML as words; plain text as it is, but for what looks like a tag."""
    if not re.search(r"<(?:html|body|p|div|br|table|pre)\b", text[:5_000], re.I):
        return text[:_MAX_TEXT]
    return html.unescape(_OTHER_TAGS.sub("", _TAGS.sub("\n", text[:_MAX_TEXT])))

"""The parts of a mail: plain text always, HTML beside it, images in it, files beneath it.

Files are not held: where one belongs the mail has a gap, and whoever sends it fills it in.

Source:
    RFC 2045 to 2047, RFC 2231 (file names), RFC 2387 (related parts).
"""

import base64
import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP

from clew.channels.email.writing.addresses import one_line
from clew.ports.channel import MailFile, OutgoingAttachment

LONGEST_FILE_NAME = 150
_IN_ASCII = SMTP.clone(cte_type="7bit")
_WORD = re.compile(r"[a-z0-9][a-z0-9.+_-]{0,80}")
_UNKNOWN = ("application", "octet-stream")
# Kinds that a part of a mail must not claim to be: their content would be read as mail.
_STRUCTURED = ("multipart", "message")


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A file of a mail; `content_id` if the HTML shows it in place."""

    file: OutgoingAttachment
    content_id: str = ""


def assembled(text: str, html: str, enclosed: Sequence[Enclosure], seed: str) -> EmailMessage:
    """Return a mail without headers, and with gaps; `seed` is unlike any other mail's."""
    mail = EmailMessage(policy=_IN_ASCII)
    mail.set_content(text, charset="utf-8")
    mail.add_alternative(html, subtype="html", charset="utf-8")
    shown = [one for one in enclosed if one.content_id]
    for one in shown:
        alternatives = mail.get_payload()
        assert isinstance(alternatives, list)  # noqa: S101 - made two lines above
        page = alternatives[-1]
        assert isinstance(page, EmailMessage)  # noqa: S101 - as above
        kind = _kind(one.file)
        page.add_related(
            _gap(one, seed),
            *kind,
            filename=_name(one.file),
            cid=f"<{one.content_id}>",
            disposition="inline",
        )
    for one in enclosed:
        if not one.content_id:
            mail.add_attachment(_gap(one, seed), *_kind(one.file), filename=_name(one.file))
    for number, part in enumerate(mail.walk()):
        if part.is_multipart():
            part.set_boundary(f"=_clew_{number}_{_digest(seed)[:24].hex()}")
    return mail


def in_pieces(
    mail: EmailMessage, lines: bytes, enclosed: Sequence[Enclosure], seed: str
) -> tuple[bytes | MailFile, ...]:
    """Return a mail with its gaps where the files belong; `lines` are headers that come first."""
    rest = lines + mail.as_bytes()
    pieces: list[bytes | MailFile] = []
    for one in sorted(enclosed, key=lambda one: rest.index(_mark(one, seed))):
        before, _, rest = rest.partition(_mark(one, seed))
        pieces += [before, MailFile(one.file.blob, one.file.size_bytes)]
    return (*pieces, rest)


def _gap(one: Enclosure, seed: str) -> bytes:
    """Return bytes whose place in the finished mail can be found, and which nothing else has."""
    return _digest(seed + one.file.id)


def _mark(one: Enclosure, seed: str) -> bytes:
    return base64.b64encode(_gap(one, seed)) + b"\r\n"


def _digest(text: str) -> bytes:
    # 48 bytes are 64 characters of base64 without a rest: one line.
    return hashlib.sha384(text.encode("utf-8", "surrogatepass")).digest()


def _kind(file: OutgoingAttachment) -> tuple[str, str]:
    main, _, sub = file.media_type.partition(";")[0].strip().lower().partition("/")
    is_word = _WORD.fullmatch(main) and _WORD.fullmatch(sub)
    return (main, sub) if is_word and main not in _STRUCTURED else _UNKNOWN


def _name(file: OutgoingAttachment) -> str:
    return one_line(file.name.replace("/", "_").replace("\\", "_"), LONGEST_FILE_NAME) or "file"

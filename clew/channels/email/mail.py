"""One mail as a value: what its bytes say, before anybody judges it.

Everything here is decoded, bounded and free of NUL characters, and nothing is trusted: `From` is
what the writer claims, a file's type is what the sender called it. Which case a mail belongs to,
whether its sender is genuine and what of its text is new is decided elsewhere.
"""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Address:
    """A mailbox as a header names it; `email` may be "" where only a name was given.

    The domain is in lower case, the local part as it was written.
    """

    name: str
    email: str


class Auto(StrEnum):
    """What kind of machine wrote a mail; none: as far as can be told, a person did."""

    NONE = "none"
    AUTO_REPLY = "auto-reply"
    BOUNCE = "bounce"
    LIST = "list"
    CALENDAR = "calendar"


class BounceKind(StrEnum):
    """Why a mail did not arrive.

    Attributes:
        HARD: The address does not work and will not.
        SOFT: It may work later: a full mailbox, a server that is down, a delay.
        POLICY: The address works, but this mail was refused: spam, size, authentication.
    """

    HARD = "hard"
    SOFT = "soft"
    POLICY = "policy"


class Protection(StrEnum):
    """Whether a mail is signed or encrypted. A signature is not checked, only named."""

    NONE = "none"
    SMIME_SIGNED = "smime-signed"
    SMIME_ENCRYPTED = "smime-encrypted"
    PGP_SIGNED = "pgp-signed"
    PGP_ENCRYPTED = "pgp-encrypted"


@dataclass(frozen=True, slots=True)
class Bounce:
    """What a mail server says about one recipient of a mail of ours.

    Attributes:
        recipient: The address, or "" if the report does not name it.
        status: An enhanced status code such as "5.1.1" (RFC 3463), or "" if none was given
            and none follows from the reply code.
        reason: What the server said, in one line.
        original_message_id: The Message-ID of the mail that did not arrive, in angle
            brackets, or "".
        original_headers: Headers of that mail, as far as they were returned.
    """

    recipient: str
    status: str
    kind: BounceKind
    reason: str = ""
    original_message_id: str = ""
    original_headers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class File:
    """Something enclosed, under a name that is safe to write to disk.

    Attributes:
        content_type: As the sender called it, in lower case and without parameters.
        content_id: What `cid:` links of the HTML name, without angle brackets, or "".
        is_inline: It belongs into the text, not beneath it.
    """

    filename: str
    content_type: str
    data: bytes
    content_id: str = ""
    is_inline: bool = False

    @property
    def size(self) -> int:
        """Return how many bytes there are."""
        return len(self.data)

    @property
    def sha256(self) -> str:
        """Return the digest in hexadecimal."""
        return hashlib.sha256(self.data).hexdigest()


@dataclass(frozen=True, slots=True)
class Enclosed:
    """Who wrote a mail that was forwarded as an attachment; the mail itself is among the files."""

    senders: tuple[Address, ...] = ()
    subject: str = ""
    date: datetime | None = None
    message_id: str = ""


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail as its bytes say.

    Attributes:
        senders: Everybody in `From`; usually one, and none if the header is missing.
        sender: The `Sender` header: who sent it on behalf of the writers.
        date: When it was written, in UTC, or None if the mail gives no believable instant.
        message_id, in_reply_to, references: Identifiers in angle brackets, the oldest
            reference first.
        text: All parts of plain text, joined; lines end in a line feed.
        html: All parts of HTML, joined, exactly as unsafe as they came.
        bounces: What a server reports of deliveries, one for each recipient.
        headers: Names as written, and decoded values, of those headers that later stages
            judge by, in their order.
        enclosed: Mails that were forwarded as attachments.
    """

    senders: tuple[Address, ...] = ()
    sender: Address | None = None
    to: tuple[Address, ...] = ()
    cc: tuple[Address, ...] = ()
    reply_to: tuple[Address, ...] = ()
    subject: str = ""
    date: datetime | None = None
    message_id: str = ""
    in_reply_to: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    text: str = ""
    html: str = ""
    files: tuple[File, ...] = ()
    auto: Auto = Auto.NONE
    bounces: tuple[Bounce, ...] = ()
    protection: Protection = Protection.NONE
    headers: tuple[tuple[str, str], ...] = ()
    enclosed: tuple[Enclosed, ...] = ()

    @property
    def from_(self) -> Address | None:
        """Return the first writer, if any is named."""
        return self.senders[0] if self.senders else None

    @property
    def bounce(self) -> Bounce | None:
        """Return the gravest report, if this is one."""
        order = (BounceKind.HARD, BounceKind.POLICY, BounceKind.SOFT)
        return min(self.bounces, key=lambda bounce: order.index(bounce.kind), default=None)

    def header_values(self, name: str) -> tuple[str, ...]:
        """Return every kept value of a header, the topmost first."""
        wanted = name.lower()
        return tuple(value for found, value in self.headers if found.lower() == wanted)

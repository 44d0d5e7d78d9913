"""Whether the domain in From signed a mail, by the key that it publishes (DKIM).

For inboxes whose mail server notes nothing of this. A signature that holds proves the domain; one
that does not hold proves nothing, because honest forwarders break them. The library (dkimpy) is
given what it can read in a time that follows from the number of bytes: its way of canonical bodies
is quadratic in blanks, so that is done before, and long headers and odd signatures are left out.

Source:
    RFC 6376 (DKIM), RFC 8301 (no SHA-1, keys of 1,024 bits at least).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from clew.channels.email.authenticity import is_over
from clew.channels.email.mime.addresses import read_addresses
from clew.channels.email.mime.fields import Fields, read_fields
from clew.ports.channel import InboxConfig, Proof, RawEvent
from clew.ports.channel.vouching import Vouching

MAX_BYTES = 40 * 1024 * 1024
MAX_LINES = 600_000
MAX_HEADER_BYTES = 128 * 1024
MAX_SIGNATURE_BYTES = 4_000
# So many signatures of the writer's own domain are looked at.
MOST_SIGNATURES = 3
MOST_SIGNED_FIELDS = 200
MIN_KEY_BITS = 1_024
_NAME = re.compile(r"[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63}){1,20}")
_MARK = b"dkim-signature"
_BLANKS = re.compile(rb"[ \t]+")
_HEADER_END = re.compile(rb"\r?\n\r?\n")


@dataclass(frozen=True, slots=True)
class _Signature:
    """One that could prove something: which of the mail's it is, where its key is."""

    place: int
    key_name: str
    is_relaxed: bool


def names(raw: RawEvent, config: InboxConfig) -> tuple[str, ...]:
    """Return where the keys are by which the writer's own domain signed."""
    del config
    found = (one.key_name for one in _signatures(raw.body))
    return tuple(dict.fromkeys(found))


def judge(raw: RawEvent, config: InboxConfig, records: Mapping[str, bytes]) -> Proof:
    """Return whether one of the signatures holds, by the keys that were found."""
    del config
    known = [one for one in _signatures(raw.body) if one.key_name in records]
    if any(_holds(raw.body, one, records[one.key_name]) for one in known):
        return Proof.PROVIDER
    return Proof.NONE


VOUCHING = Vouching(names=names, judge=judge)


def _signatures(mail: bytes) -> tuple[_Signature, ...]:
    head = mail[:MAX_HEADER_BYTES]
    end = _HEADER_END.search(head)
    if end is None or len(mail) > MAX_BYTES or _MARK not in head[: end.start()].lower():
        return ()
    fields, _ = read_fields(mail, 0, end.end(), MAX_HEADER_BYTES)
    domain = _domain(fields)
    if not domain or mail.count(b"\n") > MAX_LINES:
        return ()
    every = enumerate(fields.every("DKIM-Signature")[:50])
    found = [one for place, value in every if (one := _signature(place, value, domain))]
    return tuple(found[:MOST_SIGNATURES])


def _domain(fields: Fields) -> str:
    """Return the domain of the writer; "" if it cannot be said which that is."""
    written = fields.every("From")
    senders = read_addresses(written) if len(written) == 1 else ()
    return senders[0].email.rpartition("@")[2].lower().rstrip(".") if len(senders) == 1 else ""


def _signature(place: int, value: bytes, domain: str) -> _Signature | None:
    if len(value) > MAX_SIGNATURE_BYTES or not value.isascii():
        return None
    pairs = (part.partition("=") for part in value.decode("ascii").split(";"))
    tags = {name.strip(): "".join(text.split()) for name, _, text in pairs}
    signer = tags.get("d", "").lower().rstrip(".")
    key_name = f"{tags.get('s', '').lower()}._domainkey.{signer}"
    is_usable = (
        tags.get("a") == "rsa-sha256"
        and "l" not in tags  # anybody could write on below what was signed
        and tags.get("h", "").count(":") < MOST_SIGNED_FIELDS
        and is_over(signer, domain)
        and len(key_name) <= 253
        and _NAME.fullmatch(key_name)
    )
    if not is_usable:
        return None
    return _Signature(place, key_name, tags.get("c", "").lower().endswith("/relaxed"))


def _holds(mail: bytes, signature: _Signature, record: bytes) -> bool:
    import dkim  # loading it takes longer than reading a mail

    if _is_only_a_test(record):
        return False
    try:
        read = dkim.DKIM(_readable(mail, signature), minkey=MIN_KEY_BITS)
        return bool(read.verify(signature.place, dnsfunc=lambda _name, timeout=0: record))
    except (dkim.DKIMException, ValueError, LookupError, TypeError, ArithmeticError):
        return False


def _readable(mail: bytes, signature: _Signature) -> bytes:
    """Return the mail, its body as it was signed if that is without blanks that mean nothing."""
    end = _HEADER_END.search(mail)
    if end is None or not signature.is_relaxed:
        return mail
    lines = _BLANKS.sub(b" ", mail[end.end() :]).split(b"\n")
    body = b"\r\n".join(line.removesuffix(b"\r").rstrip(b" ") for line in lines)
    return mail[: end.end()] + body


def _is_only_a_test(record: bytes) -> bool:
    """Say whether the owner asks that what this key signed be taken as unsigned (RFC 6376, t=y)."""
    tags = (part.partition(b"=") for part in record.lower().split(b";"))
    return any(name.strip() == b"t" and b"y" in text.strip().split(b":") for name, _, text in tags)

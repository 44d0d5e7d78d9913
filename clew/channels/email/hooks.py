"""Mails that are posted: raw, and signed as Standard Webhooks says.

Three headers: `webhook-id` (any name of the mail without a full stop), `webhook-timestamp` (seconds
since 1970) and `webhook-signature`: `v1,` and the base64 of the HMAC-SHA256, under the secret, of
the three parts id, timestamp and raw mail, joined by full stops. Several signatures may stand
there, parted by blanks. A secret that begins with `whsec_` is base64 after that.

Source:
    Standard Webhooks, specification 1.0.0.
"""

import base64
import binascii
import hmac
from datetime import UTC, datetime, timedelta

from clew.channels.email.mailbox_settings import WEBHOOK_SECRET
from clew.ports.channel import InboxConfig, RawEvent, Verdict

ID_HEADER = "webhook-id"
TIMESTAMP_HEADER = "webhook-timestamp"
SIGNATURE_HEADER = "webhook-signature"
HEADERS = frozenset({ID_HEADER, TIMESTAMP_HEADER, SIGNATURE_HEADER})
TOLERANCE = timedelta(minutes=5)
# A mail of 40 MB, and nothing else: a mail is posted as it is.
MAX_BYTES = 40 * 1024 * 1024
_PREFIX = "whsec_"
_MOST_SIGNATURES = 20


def verify(raw: RawEvent, config: InboxConfig) -> Verdict:
    """Judge the signature over the raw mail, and its age."""
    secret = config.secrets.get(WEBHOOK_SECRET, "")
    if not secret:
        return Verdict.UNVERIFIABLE
    name, at, given = (
        raw.headers.get(header, "") for header in (ID_HEADER, TIMESTAMP_HEADER, SIGNATURE_HEADER)
    )
    if not (name and at and given):
        return Verdict.UNSIGNED
    expected = signature(raw.body, name, at, secret).encode()
    offered = given.encode("utf-8", "replace").split(b" ")[:_MOST_SIGNATURES]
    # All are looked at, so that the time taken tells nothing.
    fits = [hmac.compare_digest(expected, one) for one in offered]
    if not any(fits):
        return Verdict.FORGED
    return Verdict.GENUINE if _is_fresh(at, raw.received_at) else Verdict.STALE


def signature(mail: bytes, name: str, at: str, secret: str) -> str:
    """Return what `webhook-signature` has to say."""
    signed = f"{name}.{at}.".encode("utf-8", "replace") + mail
    digest = hmac.digest(_key(secret), signed, "sha256")
    return "v1," + base64.b64encode(digest).decode()


def _key(secret: str) -> bytes:
    if secret.startswith(_PREFIX):
        try:
            return base64.b64decode(secret.removeprefix(_PREFIX), validate=True)
        except binascii.Error:
            pass
    return secret.encode()


def _is_fresh(at: str, now: datetime) -> bool:
    if not (at.isascii() and at.isdigit() and len(at) <= 12):
        return False
    return abs(now - datetime.fromtimestamp(int(at), UTC)) <= TOLERANCE

"""Checking that bytes were signed with a secret we share, in constant time."""

import hmac
from collections.abc import Iterable

from clew.ports.channel import Verdict


def hmac_sha256_hex(body: bytes, secret: str) -> str:
    """Return the lower-case hex HMAC-SHA256 of `body` under the characters of `secret`."""
    return hmac.digest(secret.encode(), body, "sha256").hex()


def verdict_on_hmac(body: bytes, signature: str, secrets: Iterable[str]) -> Verdict:
    """Judge a hex HMAC-SHA256; any of the secrets may have made it.

    All secrets are tried whichever fits, so that the time taken tells nothing. Several exist
    while a secret is being replaced.
    """
    usable = [secret for secret in secrets if secret]
    if not usable:
        return Verdict.UNVERIFIABLE
    if not signature:
        return Verdict.UNSIGNED
    given = signature.encode("utf-8", "replace")
    fits = [hmac.compare_digest(hmac_sha256_hex(body, key).encode(), given) for key in usable]
    return Verdict.GENUINE if any(fits) else Verdict.FORGED


def is_same_secret(given: str, expected: str) -> bool:
    """Compare in constant time; an empty secret is never the same."""
    return bool(expected) and hmac.compare_digest(
        given.encode("utf-8", "replace"), expected.encode("utf-8", "replace")
    )

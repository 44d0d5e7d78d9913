"""Addresses of files that can be opened without a token, for an hour and nothing else.

A page cannot send a header for the picture that it shows. The seal is the hour of its end, sealed
for this one path: there is nothing to look up, and nothing in it to be used elsewhere.
"""

import base64
import binascii
from datetime import datetime, timedelta

from clew.services.deps import Deps

LASTS = timedelta(hours=1)
LONGEST_SEAL = 200


def signed_path(path: str, deps: Deps) -> str:
    """Return a path with a seal."""
    ends_at = deps.clock.now() + LASTS
    sealed = deps.vault.seal(ends_at.isoformat(), _place(path))
    return f"{path}?seal={base64.urlsafe_b64encode(sealed).decode().rstrip('=')}"


def is_seal_good(path: str, seal: str, deps: Deps) -> bool:
    """Say whether a seal opens this path now."""
    if not 0 < len(seal) <= LONGEST_SEAL or not seal.isascii():
        return False
    try:
        given = base64.urlsafe_b64decode(seal + "=" * (-len(seal) % 4))
        ends_at = datetime.fromisoformat(deps.vault.open(given, _place(path)))
    except (ValueError, binascii.Error):
        return False
    return deps.clock.now() < ends_at


def _place(path: str) -> str:
    return f"seal{path}"

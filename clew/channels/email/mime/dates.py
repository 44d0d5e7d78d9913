"""When a mail was written, as far as it can be believed.

`Date` is what the sender's clock says, and clocks are wrong; the first `Received` field is what
the last server says, which had the mail in its hands.
"""

import re
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_tz

from clew.channels.email.mime.fields import Fields

_EARLIEST = datetime(1990, 1, 1, tzinfo=UTC)
_LATEST = datetime(2100, 1, 1, tzinfo=UTC)
_AHEAD = timedelta(days=1)  # clocks that are ahead by more are wrong
_BEHIND = timedelta(days=10)  # servers give up after five days (RFC 5321, section 4.5.4.1)
_MAX_OFFSET = timedelta(hours=15)
_COMMENT = re.compile(r"\([^()]*\)")


def read_date(fields: Fields, now: datetime | None = None) -> datetime | None:
    """Return when a mail was written, in UTC.

    Args:
        fields: Its header.
        now: When it was received; nothing was written long after that. None: not known.
    """
    written = parse_date(fields.first("Date"))
    received = next(
        (found for field in fields.every("Received") if (found := _received_at(field))), None
    )
    arrived = received or now
    if written is None or (arrived is not None and written > arrived + _AHEAD):
        return received
    if received is not None and written < received - _BEHIND:
        return received
    return written


def parse_date(raw: bytes) -> datetime | None:
    """Return an instant in UTC, or None for what is no date or an absurd one."""
    text = _COMMENT.sub(" ", raw[:200].decode("ascii", "replace").replace("\0", "")).strip()
    found = _internet_date(text) or _iso_date(text)
    return found if found is not None and _EARLIEST <= found < _LATEST else None


def _internet_date(text: str) -> datetime | None:
    try:
        parsed = parsedate_tz(text)
        if parsed is None:
            return None
        offset = timedelta(seconds=parsed[9] or 0)
        zone = UTC if abs(offset) > _MAX_OFFSET else timezone(offset)
        # Second 60 is allowed on the wire (RFC 5322, section 3.3) and unknown here.
        year, month, day, hour, minute, second = parsed[:6]
        return datetime(year, month, day, hour, minute, min(second, 59), tzinfo=zone).astimezone(
            UTC
        )
    except (ValueError, TypeError, OverflowError, IndexError):
        return None


def _iso_date(text: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(text)
        return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _received_at(raw: bytes) -> datetime | None:
    return parse_date(raw.rpartition(b";")[2])

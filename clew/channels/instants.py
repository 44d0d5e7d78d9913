"""Provider timestamps: whatever unit and nonsense they come in, a sane aware UTC instant.

Taking milliseconds for seconds, or the reverse, is the classic mistake of this trade.
"""

from datetime import UTC, datetime, timedelta

# No messenger that we know is older, so an earlier time is a clock that was never set.
EARLIEST = datetime(2009, 1, 1, tzinfo=UTC)
# A provider's clock may be somewhat ahead of ours; beyond this it is wrong.
MOST_AHEAD = timedelta(days=1)
# In seconds this is the year 5138, in milliseconds 1973: whoever writes it means the latter.
FIRST_MILLISECONDS = 10**11
LONGEST = len("9999999999999")


def instant_of(value: object, received_at: datetime) -> datetime:
    """Return the instant that a Unix time in seconds (or milliseconds) names.

    A value that is no time, or an absurd one, gives `received_at`: the event itself is real.
    """
    number = _whole_number(value)
    if number is None:
        return received_at
    if number >= FIRST_MILLISECONDS:
        instant = datetime.fromtimestamp(number // 1000, UTC)
        instant += timedelta(milliseconds=number % 1000)
    else:
        instant = datetime.fromtimestamp(number, UTC)
    if EARLIEST <= instant <= received_at + MOST_AHEAD:
        return instant
    return received_at


def _whole_number(value: object) -> int | None:
    if isinstance(value, str):
        is_number = value.isascii() and value.isdigit() and len(value) <= LONGEST
        return int(value) if is_number else None
    if isinstance(value, int) and not isinstance(value, bool):
        return value if 0 <= value < 10**LONGEST else None
    return None

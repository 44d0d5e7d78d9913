"""How long to wait before the next try, and when to give up."""

from datetime import timedelta

from clew.ports.channel import Patience

FIRST = timedelta(seconds=2)
LONGEST = timedelta(minutes=30)
# With these pauses the last try is made about a day after the first.
MOST_TRIES = 57
# Of a pause; spreads the tries of many messages that failed together.
JITTER = 0.2


def pause_after(tries: int, chance: float, patience: Patience | None = None) -> timedelta | None:
    """Return the pause after so many tries, or None when it is time to give up.

    Args:
        tries: At least 1.
        chance: From 0 to 1, drawn anew for each pause.
        patience: With one, when to give up is a matter of time and not of tries.
    """
    if patience is None and tries >= MOST_TRIES:
        return None
    first, longest = (patience.first, patience.longest) if patience else (FIRST, LONGEST)
    pause = min(first * 2 ** min(tries - 1, 16), longest)
    spread = 1 - JITTER + 2 * JITTER * chance
    return timedelta(seconds=pause.total_seconds() * spread)

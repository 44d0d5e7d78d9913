"""Not faster than the provider allows: per contact, per inbox, and a pause when it asks for one.

Kept in memory, as an instant per contact: the time at which everything sent so far would have been
sent at an even pace. A burst runs ahead of it by a bounded span. A restart forgets it, and the
provider then says "too fast" at worst, which is listened to.

Source:
    The generic cell rate algorithm, ITU-T I.371, in its virtual scheduling form.
"""

from datetime import datetime

from clew.domain.ids import InboxId
from clew.ports.channel import Capabilities, Pace

# Contacts to whom nothing was sent lately are forgotten beyond this many.
MOST_KEYS = 50_000


def spent_after(spent_until: datetime | None, pace: Pace, now: datetime) -> datetime:
    """Return up to when the pace is used up once one more message was sent now."""
    return max(spent_until or now, now) + pace.every


def ready_at(spent_until: datetime | None, pace: Pace, now: datetime) -> datetime:
    """Return when one more message may be sent; `now` if at once."""
    return max(spent_after(spent_until, pace, now) - pace.every * pace.burst, now)


class Pacing:
    """How far each pace is used up, and which inboxes were asked to pause."""

    def __init__(self) -> None:
        self._spent: dict[tuple[InboxId, str], datetime] = {}
        self._paused: dict[InboxId, datetime] = {}

    def pause(self, inbox_id: InboxId, until: datetime) -> None:
        """Send nothing from an inbox until then."""
        self._paused[inbox_id] = max(until, self._paused.get(inbox_id, until))

    def paused_until(self, inbox_id: InboxId, now: datetime) -> datetime | None:
        """Return until when an inbox pauses, if it does."""
        until = self._paused.get(inbox_id)
        if until is not None and until <= now:
            del self._paused[inbox_id]
            return None
        return until

    def take(
        self, inbox_id: InboxId, address: str, capabilities: Capabilities, now: datetime
    ) -> datetime:
        """Count one message to a contact, and return `now`; or return when there is room for it."""
        paces = {
            (inbox_id, ""): capabilities.per_inbox,
            (inbox_id, address): capabilities.per_recipient,
        }
        wanted = {key: pace for key, pace in paces.items() if pace is not None}
        waits = [ready_at(self._spent.get(key), pace, now) for key, pace in wanted.items()]
        at = max([now, *waits])
        if at == now:
            for key, pace in wanted.items():
                self._spent[key] = spent_after(self._spent.get(key), pace, now)
            self._forget(now)
        return at

    def room_at(self, inbox_id: InboxId, capabilities: Capabilities, now: datetime) -> datetime:
        """Count one request that is no message, and return `now`; or return when there is room."""
        until = self.paused_until(inbox_id, now)
        if until is not None or capabilities.per_inbox is None:
            return until or now
        key, pace = (inbox_id, ""), capabilities.per_inbox
        at = ready_at(self._spent.get(key), pace, now)
        if at == now:
            self._spent[key] = spent_after(self._spent.get(key), pace, now)
        return at

    def _forget(self, now: datetime) -> None:
        if len(self._spent) > MOST_KEYS:
            self._spent = {key: until for key, until in self._spent.items() if until > now}

"""What the contact is owed, kept a second time and more simply than the model does.

The ledger knows only what was said and when. It has no moves, no levels and no deadlines of
turns, so a fault of the model cannot hide in it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from clew.domain.facts import Facts, Promise
from clew.domain.ids import MessageId

A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Ledger:
    """The words that wait for an answer, and the word that was given.

    Attributes:
        waits: When each message came that nobody has answered.
        waived: The oldest of those that were said to need no reply, and when that was said.
        is_waiting: The contact has written since we last answered or promised.
        put_off: How often in a row the contact was put off without a lead's leave.
    """

    waits: tuple[datetime, ...] = ()
    waived: tuple[datetime, datetime] | None = None
    promise: Promise | None = None
    is_waiting: bool = False
    put_off: int = 0

    def received(self, at: datetime) -> Ledger:
        """Return the ledger after the contact wrote."""
        opened_at = max(at, min(self.waits, default=at))  # clocks are put back; words are not
        if not self.waits and self.waived and at - self.waived[1] <= A_DAY:
            opened_at = self.waived[0]
        return replace(self, waits=(*self.waits, opened_at), waived=None, is_waiting=True)

    def answered(self, promise: Promise | None) -> Ledger:
        """Return the ledger after a real answer."""
        return Ledger(promise=promise)

    def held(self, promise: Promise) -> Ledger:
        """Return the ledger after a holding reply."""
        return replace(
            self, promise=promise, waived=None, is_waiting=False, put_off=self.put_off + 1
        )

    def promised(self, promise: Promise) -> Ledger:
        """Return the ledger after a word that was given elsewhere."""
        is_put_off = bool(self.waits or self.promise)
        return replace(self, promise=promise, is_waiting=False, put_off=self.put_off + is_put_off)

    def asked(self, promise: Promise) -> Ledger:
        """Return the ledger after a department was asked under a promise."""
        return replace(self, promise=promise, is_waiting=False)

    def needs_no_reply(self, at: datetime) -> Ledger:
        """Return the ledger after the contact's words were said to ask for nothing."""
        waived = (min(self.waits), at) if self.waits else self.waived
        put_off = self.put_off if self.promise else 0
        return replace(self, waits=(), waived=waived, is_waiting=False, put_off=put_off)

    def withdrawn(self) -> Ledger:
        """Return the ledger after the promise was withdrawn."""
        return replace(self, promise=None, is_waiting=bool(self.waits), put_off=0)

    def cancelled(self) -> Ledger:
        """Return the ledger after the case was ended as owing nothing after all."""
        return replace(self, waits=(), promise=None, is_waiting=False)

    def reopened(self) -> Ledger:
        """Return the ledger after the case was taken up again."""
        return replace(self, put_off=0)

    def failed(self, sent: Sent) -> Ledger:
        """Return the ledger after a message of ours turned out not to have arrived."""
        owed = () if sent.is_holding else sent.ledger.waits
        is_void = self.promise is not None and self.promise.message_id == sent.message_id
        promise = sent.ledger.promise if is_void or self.promise is None else self.promise
        waits = (*owed, *self.waits)
        return replace(
            self,
            waits=waits,
            promise=promise,
            is_waiting=bool(waits),
            put_off=max(0, self.put_off - is_void),
        )

    def undone(self, sent: Sent) -> Ledger:
        """Return the ledger after a message was taken back, other things having happened since."""
        is_void = self.promise is not None and self.promise.message_id == sent.message_id
        promise = sent.ledger.promise if is_void or self.promise is None else self.promise
        is_given_since = promise is not None and promise != sent.ledger.promise
        if sent.is_holding and self.waits == sent.ledger.waits and not is_given_since:
            is_waiting = sent.ledger.is_waiting
        else:
            was_waiting = sent.ledger.is_waiting and not is_given_since
            is_waiting = self.is_waiting or was_waiting or (is_void and bool(self.waits))
        waits = tuple({*sent.ledger.waits, *self.waits})
        return replace(
            self,
            waits=waits,
            promise=promise,
            is_waiting=bool(waits) and is_waiting,
            put_off=max(self.put_off, sent.ledger.put_off),
        )


@dataclass(frozen=True, slots=True)
class Sent:
    """A message of ours, with how things stood before it."""

    message_id: MessageId
    before: Facts
    ledger: Ledger
    revision: int
    is_holding: bool
    promised: Promise | None = None

"""A case that lives through anything, checked after every event.

The world has a clock that only it moves and a ledger of what is owed. What can be done in it
is in `tests.domain.model.deeds`; chance comes from outside.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from clew.domain import case as cases
from clew.domain import clocks, events, moves, receiving
from clew.domain.case import Case
from clew.domain.errors import ClewError
from clew.domain.facts import Outcome, Promise
from clew.domain.ids import CaseId, ConsultId, MessageId, TurnId
from clew.domain.moves import Holder
from clew.domain.sla.policy import Policy
from tests.builders import CONTACT, CONVERSATION, TEAM, WORKSPACE, an_id
from tests.domain.model.invariants import (
    OURS,
    Times,
    Violation,
    faults_between,
    faults_of,
    is_honest,
    is_overdue,
)
from tests.domain.model.ledger import Ledger, Sent

NEVER_ENDS = 3_000
KEPT = 4
Events = tuple[events.Event, ...]


@dataclass
class World:
    """One case, its clock and everything that is known about it from elsewhere."""

    policy: Policy
    now: datetime
    is_ours: bool = False
    log: list[events.Event] = field(default_factory=list)
    ledger: Ledger = field(default_factory=Ledger)
    sent: list[Sent] = field(default_factory=list)
    held: dict[Holder, timedelta] = field(default_factory=dict)
    lived: timedelta = timedelta()
    lost: Sent | None = None
    minted: int = 10_000

    def __post_init__(self) -> None:
        self.latest = self.since = self.promised_at = self.now
        self.case = self.origin = receiving.open_case(
            receiving.begin(self.now, TEAM, self.policy, is_ours=self.is_ours),
            case_id=CaseId(an_id(100)),
            workspace_id=WORKSPACE,
            conversation_id=CONVERSATION,
            contact_id=CONTACT,
            number=1,
        )

    def pass_time(self, length: timedelta, *, is_swept: bool = True) -> None:
        """Move the clock, also backwards; while the sweeper is down nothing falls due."""
        self.now += length
        self.latest = max(self.latest, self.now)
        if is_swept:
            self.sweep()

    def sweep(self, *, can_nudge: bool = True) -> int:
        """Do all that is due now; return how much that was."""
        for count in range(NEVER_ENDS):
            due = clocks.what_is_due(self.case, self.now, self.policy)
            if not due and clocks.nudge_is_due(self.case, self.now):
                message = self.message_id() if can_nudge else None
                due = (clocks.nudged(self.case, self.now, message),)
            if not due:
                if is_overdue(self.case, self.now):
                    raise Violation("I6: something is overdue and the clock does nothing")
                at = moves.next_action_at(self.case.moves)
                if self.case.is_open and (at is None or at <= self.now):
                    raise Violation("I6: the clock would not look at the case in time")
                return count
            self.happen(due)
        raise Violation("progress: what is due never ends")

    # --- checks ----------------------------------------------------------------------------

    def happen(self, happened: Events) -> None:
        """Apply events one by one, and check after each."""
        for event in happened:
            before = self.case
            self.case = cases.apply(before, event)
            self.log.append(event)
            self._account(before, event.at)
            if self.case.facts.promise != before.facts.promise:
                self.promised_at = event.at
            faults = [
                *faults_of(self.case, self.policy, Times(self.latest, self.promised_at)),
                *faults_between(before, event, self.case),
            ]
            if isinstance(event, events.CaseResolved) and event.outcome is Outcome.NO_REPLY:
                faults += [] if is_honest(event, before) else ["close: ended without warning"]
            if faults:
                raise Violation(f"{'; '.join(faults)} (after {type(event).__name__})")

    def check_replay(self) -> None:
        """Check that the log alone gives the same case, and that the spans fill its life."""
        if cases.apply_all(self.origin, self.log) != self.case:
            raise Violation("replay: the log does not give the case")
        if sum(self.held.values(), timedelta()) != self.lived:
            raise Violation("I5: the holders' spans are not the life of the case")

    def _account(self, before: Case, at: datetime) -> None:
        span = at - self.since
        self.since = at
        if before.is_open:
            self.lived += span
        if (move := before.next_move) is not None:
            self.held[move.holder] = self.held.get(move.holder, timedelta()) + span

    def attempt(self, verb: Callable[[], Events]) -> bool:
        try:
            happened = verb()
        except ClewError:
            return False
        self.happen(happened)
        return True

    def check_ledger(self, verb: str) -> None:
        facts, ledger = self.case.facts, self.ledger
        if (facts.answer is not None) != bool(ledger.waits):
            raise Violation(f"ledger: {verb} and the answer owed")
        if facts.answer is not None and facts.answer.opened_at != min(ledger.waits):
            raise Violation(f"ledger: {verb} and since when the contact waits")
        due_at = None if facts.promise is None else facts.promise.due_at
        if due_at != (None if ledger.promise is None else ledger.promise.due_at):
            raise Violation(f"ledger: {verb} and the promise")

    def check_born_in_time(self, before: Case, verb: str) -> None:
        """Check that no move is late before anybody could have made it."""
        if any(move.holder in OURS for move in before.moves) or before.facts.bot is not None:
            return
        ours = [move for move in self.case.moves if move.holder in OURS]
        if any(move.due_at <= self.now and not move.level for move in ours):
            raise Violation(f"{verb}: a move was late when it arose")

    def check_cap(self, *, may_put_off: bool) -> None:
        if not may_put_off and self.ledger.put_off >= self.policy.max_holding_replies:
            raise Violation("cap: the contact was put off too often")

    def is_ours_now(self) -> bool:
        return any(move.holder in OURS for move in self.case.moves)

    # --- small things ----------------------------------------------------------------------

    def mint(self) -> int:
        self.minted += 1
        return self.minted

    def message_id(self) -> MessageId:
        return MessageId(an_id(self.mint()))

    def turn_id(self) -> TurnId:
        return TurnId(an_id(self.mint()))

    def standing(self) -> Promise:
        promise = self.case.facts.promise
        if promise is None:
            raise Violation("promise: given and not kept in mind")
        return promise

    def consult(self, which: int) -> ConsultId:
        consults = self.case.facts.consults
        return consults[which % len(consults)].id if consults else ConsultId(an_id(0))

    def about_to_send(self, message_id: MessageId, *, is_holding: bool) -> Sent:
        return Sent(message_id, self.case.facts, self.ledger, self.case.revision + 1, is_holding)

    def keep(self, sent: Sent) -> None:
        promise = self.case.facts.promise
        if promise is not None and promise.message_id == sent.message_id:
            sent = replace(sent, promised=promise)
        self.sent = [*self.sent[1 - KEPT :], sent]

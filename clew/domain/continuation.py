"""Which case does a message belong to?

A quoted message decides; else the open case that was last active; else a case resolved
within the reopen window goes on; else a new case begins, linked to the last one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from clew.domain.case import Case
from clew.domain.facts import Outcome
from clew.domain.ids import CaseId
from clew.domain.sla.policy import Policy

# Nobody waits for the answer to spam or to a duplicate, so a new word is a new matter.
FINAL: frozenset[Outcome] = frozenset({Outcome.SPAM, Outcome.DUPLICATE})


@dataclass(frozen=True, slots=True)
class Continues:
    """The message goes on with a case, reopening it if it is resolved."""

    case: Case


@dataclass(frozen=True, slots=True)
class Begins:
    """The message begins a new case, linked to the last one if there was any."""

    previous_case_id: CaseId | None


def continuation(
    candidates: Sequence[Case], quoted: CaseId | None, at: datetime, policy: Policy
) -> Continues | Begins:
    """Return where a message received `at` belongs.

    Args:
        candidates: The open cases of the conversation, its latest resolved one, and the one
            whose message is quoted.
        quoted: The case of the message that is quoted, if it is known.
        at: When the message was received.
        policy: Of the team that would take a new case.
    """
    asked_for = next((case for case in candidates if case.id == quoted), None)
    if asked_for is not None and can_go_on(asked_for, at, policy):
        return Continues(asked_for)
    if open_cases := [case for case in candidates if case.is_open]:
        return Continues(max(open_cases, key=_last_active))
    if asked_for is not None:
        return Begins(asked_for.id)
    latest = max(candidates, key=_last_active, default=None)
    if latest is not None and can_go_on(latest, at, policy):
        return Continues(latest)
    return Begins(latest.id if latest else None)


def can_go_on(case: Case, at: datetime, policy: Policy) -> bool:
    """Say whether a message received `at` may go on with a case, reopening it if it is resolved."""
    resolution = case.facts.resolution
    if case.is_open or resolution is None:
        return True
    return resolution.outcome not in FINAL and policy.can_reopen(resolution.at, at)


def _last_active(case: Case) -> tuple[datetime, int]:
    facts = case.facts
    instants = (facts.opened_at, facts.last_contact_message_at, facts.last_reply_at)
    return max(instant for instant in instants if instant is not None), case.number

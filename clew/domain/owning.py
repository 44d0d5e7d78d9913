"""Who owns a case: assignment, and owners who come and go."""

from dataclasses import dataclass
from datetime import datetime

from clew.domain import events
from clew.domain.case import Case
from clew.domain.errors import CaseIsResolved
from clew.domain.ids import AgentId, TeamId


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment:
    """Who shall have the case: a person, or a team's queue when `owner_id` is None."""

    owner_id: AgentId | None
    team_id: TeamId
    is_reachable: bool = True
    cause: events.Cause = events.Cause.AGENT
    by: AgentId | None = None


def assign(case: Case, wanted: Assignment, at: datetime) -> tuple[events.Event, ...]:
    """Give the case to a person or a team; nothing happens if they have it.

    Raises:
        CaseIsResolved: It has ended.
    """
    if not case.is_open:
        raise CaseIsResolved
    facts = case.facts
    has_it = facts.owner_id == wanted.owner_id and facts.team_id == wanted.team_id
    if has_it and not facts.is_offered and facts.owner_is_reachable == wanted.is_reachable:
        return ()
    return (
        events.CaseAssigned(
            at=at,
            owner_id=wanted.owner_id,
            team_id=wanted.team_id,
            is_reachable=wanted.is_reachable,
            cause=wanted.cause,
            by=wanted.by,
        ),
    )


def owner_left(case: Case, at: datetime) -> tuple[events.Event, ...]:
    """Let the team's queue hold the agent's moves while the owner is away."""
    if not case.is_open or case.facts.owner_id is None or not case.facts.owner_is_reachable:
        return ()
    return (events.OwnerLeft(at=at),)


def owner_returned(case: Case, at: datetime) -> tuple[events.Event, ...]:
    """Give the moves back to an owner who takes work again."""
    if not case.is_open or case.facts.owner_id is None or case.facts.owner_is_reachable:
        return ()
    return (events.OwnerReturned(at=at),)

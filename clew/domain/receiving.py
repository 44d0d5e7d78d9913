"""The contact writes: a case begins, goes on, wakes or is reopened."""

from dataclasses import replace
from datetime import datetime

from clew.domain import events
from clew.domain.case import Case, apply, opened_facts
from clew.domain.deadlines import duty_from, duty_of_message, silence_from, turn_from
from clew.domain.facts import DutyKind
from clew.domain.ids import (
    CaseId,
    ContactId,
    ConversationId,
    MessageId,
    TeamId,
    TurnId,
    WorkspaceId,
)
from clew.domain.moves import rearm
from clew.domain.sla.policy import Policy


def open_case(
    event: events.CaseOpened,
    *,
    case_id: CaseId,
    workspace_id: WorkspaceId,
    conversation_id: ConversationId,
    contact_id: ContactId,
    number: int,
    subject: str = "",
) -> Case:
    """Return the case that `event` began."""
    facts = opened_facts(event)
    return Case(
        id=case_id,
        workspace_id=workspace_id,
        conversation_id=conversation_id,
        contact_id=contact_id,
        number=number,
        subject=subject,
        facts=facts,
        moves=rearm(facts),
        revision=1,
        previous_case_id=event.previous_case_id,
    )


def begin(
    at: datetime,
    team_id: TeamId,
    policy: Policy,
    *,
    previous_case_id: CaseId | None = None,
    is_ours: bool = False,
) -> events.CaseOpened:
    """Return the event that begins a case; one we begin ourselves is ours to start."""
    opened = events.CaseOpened(
        at=at,
        team_id=team_id,
        silence=silence_from(at, policy),
        previous_case_id=previous_case_id,
    )
    if not is_ours:
        return opened
    return replace(opened, duty=duty_from(DutyKind.START, opened_facts(opened), at, policy))


def receive(
    case: Case,
    message_id: MessageId,
    turn_id: TurnId,
    at: datetime,
    policy: Policy,
) -> tuple[events.Event, ...]:
    """Take in a message of the contact: reopen, wake, and open a turn if none is open.

    `at` is when we received it, not when the contact's phone says it was sent. A resolved case
    comes back to the owner it had; whoever calls says if they are away by now (`owner_left`).
    """
    happened: list[events.Event] = []
    now = case
    if not case.is_open:
        happened.append(
            events.CaseReopened(at=at, cause=events.Cause.CONTACT, silence=silence_from(at, policy))
        )
        now = apply(now, happened[-1])
    if now.facts.park is not None:
        happened.append(events.CaseWoken(at=at, cause=events.Cause.CONTACT, park=now.facts.park))
        now = apply(now, happened[-1])
    happened.append(
        events.MessageReceived(
            at=at,
            message_id=message_id,
            turn=turn_from(now.facts, turn_id, at, policy),
            duty=duty_of_message(now.facts, at, policy),
        )
    )
    return tuple(happened)

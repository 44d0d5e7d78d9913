"""A case in which two took part is divided when they are parted: the other one's part is a case.

Obligations go with the messages. The new case is of the same team and owner; it is open if the
old one is, and if the last word in it is the contact's, an answer is owed by the time that was
set for it already. The old case owes that answer no more, unless its own contact waits for it too.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from clew.domain import events
from clew.domain.case import Case, apply_all
from clew.domain.ending import resolve
from clew.domain.facts import Turn
from clew.domain.ids import AgentId, CaseId, ContactId, ConversationId, TurnId
from clew.domain.merging import Spoken
from clew.domain.owning import Assignment, assign
from clew.domain.receiving import begin, open_case, receive
from clew.domain.replying import need_no_reply
from clew.domain.sla.policy import Policy


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where the new case is, and its ids, minted outside."""

    case_id: CaseId
    turn_id: TurnId
    number: int
    conversation_id: ConversationId
    contact_id: ContactId


@dataclass(frozen=True, slots=True, kw_only=True)
class Divided:
    """A new case, open, what brought it about, and what ends it, if the old one had ended."""

    case: Case
    happened: tuple[events.Event, ...]
    ended: tuple[events.Event, ...] = ()


def divide(
    old: Case,
    said: Sequence[Spoken],
    place: Place,
    at: datetime,
    policy: Policy,
    *,
    owner_is_reachable: bool,
) -> Divided:
    """Return the case of those messages of `old` that are another contact's."""
    opened = begin(at, old.facts.team_id, policy)
    case = open_case(
        opened,
        case_id=place.case_id,
        workspace_id=old.workspace_id,
        conversation_id=place.conversation_id,
        contact_id=place.contact_id,
        number=place.number,
        subject=old.subject,
    )
    happened: list[events.Event] = [opened]
    if old.facts.owner_id is not None:
        wanted = Assignment(
            owner_id=old.facts.owner_id,
            team_id=old.facts.team_id,
            is_reachable=owner_is_reachable,
        )
        happened += assign(case, wanted, at)
    if old.is_open and said and said[-1].is_inbound:
        happened += _owed(
            apply_all(case, happened[1:]), old, said[-1], place.turn_id, at=at, policy=policy
        )
    case = apply_all(case, happened[1:])
    ended: tuple[events.Event, ...] = ()
    if old.facts.resolution is not None:
        ended = resolve(case, old.facts.resolution.outcome, None, at)
    return Divided(case=case, happened=tuple(happened), ended=ended)


def released(
    old: Case,
    said: Sequence[Spoken],
    left: Sequence[Spoken],
    *,
    by: AgentId | None,
    at: datetime,
    policy: Policy,
) -> tuple[events.Event, ...]:
    """Return what frees a case of an answer that only the messages which left it asked for."""
    answer = old.facts.answer
    if not old.is_open or answer is None:
        return ()
    asked = [one for one in said if one.is_inbound and one.at >= answer.opened_at]
    stays = [one for one in left if one.is_inbound and one.at >= answer.opened_at]
    return need_no_reply(old, by, at, policy) if asked and not stays else ()


def _owed(
    case: Case, old: Case, last: Spoken, turn_id: TurnId, *, at: datetime, policy: Policy
) -> tuple[events.Event, ...]:
    happened = receive(case, last.message_id, turn_id, at, policy)
    known = old.facts.answer
    if known is None:
        return happened
    return tuple(
        replace(event, turn=_sooner(event.turn, known))
        if isinstance(event, events.MessageReceived) and event.turn is not None
        else event
        for event in happened
    )


def _sooner(turn: Turn, known: Turn) -> Turn:
    """Return a turn that was open already, under its own name: no deadline moves."""
    return replace(
        turn,
        opened_at=min(turn.opened_at, known.opened_at),
        due_at=min(turn.due_at, known.due_at),
        acknowledge_by=min(turn.acknowledge_by, known.acknowledge_by),
        level=known.level,
    )

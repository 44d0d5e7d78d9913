"""Cases of somebody, and the rows that the recorder keeps of a case beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from sqlalchemy import Table

from clew.domain.case import Case
from clew.domain.ids import AgentId, CaseId, ContactId, ConversationId, TeamId
from clew.domain.moves import rearm
from clew.storage import schema

Row = tuple[Table, dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Person:
    """A contact and their conversation."""

    contact_id: ContactId
    conversation_id: ConversationId
    name: str


def owned(
    case: Case, case_id: CaseId, person: Person, team_id: TeamId, owner_id: AgentId | None
) -> Case:
    """Return the case as another contact's, owner's and team's."""
    facts = replace(case.facts, team_id=team_id, owner_id=owner_id)
    return replace(
        case,
        id=case_id,
        conversation_id=person.conversation_id,
        contact_id=person.contact_id,
        facts=facts,
        moves=rearm(facts),
    )


def history_of(case: Case, new_id: Callable[[], UUID]) -> Iterator[Row]:
    """Yield the moves of a case, who holds it since when, and the answer that it owes."""
    where = {"workspace_id": case.workspace_id, "case_id": case.id}
    for place, move in enumerate(case.moves):
        yield (
            schema.moves,
            {
                **where,
                "place": place,
                "holder": move.holder.value,
                "holder_id": move.holder_id,
                "kind": move.kind.value,
                "opened_at": move.opened_at,
                "due_at": move.due_at,
                "level": move.level,
                "is_next": place == 0,
            },
        )
    held, end = case.next_move, case.facts.resolution
    yield (
        schema.holder_spans,
        {
            **where,
            "began_at": case.facts.opened_at,
            "ended_at": end.at if end else None,
            "holder": held.holder.value if held else "agent",
            "holder_id": held.holder_id if held else None,
        },
    )
    if turn := case.facts.answer:
        yield (
            schema.turns,
            {
                **where,
                "id": new_id(),
                "opened_at": turn.opened_at,
                "due_at": turn.due_at,
                "acknowledge_by": turn.acknowledge_by,
                "is_first": turn.is_first,
                "level": turn.level,
            },
        )

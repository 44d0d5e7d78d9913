"""A case: its identity, its facts, and `apply`, the only maker of a changed one.

Verbs that check rules and return events are in `clew.domain.receiving`, `replying`,
`waiting`, `ending`, `owning`, `consulting` and `clocks`; what an event does to the facts is
in `clew.domain.effects`; whose move follows is in `clew.domain.moves`.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from clew.domain import events
from clew.domain.effects import EFFECTS
from clew.domain.effects import opened_facts as opened_facts
from clew.domain.facts import CaseStatus, Facts
from clew.domain.ids import CaseId, ContactId, ConversationId, WorkspaceId
from clew.domain.moves import Move, rearm


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A matter with a beginning and an end, inside a conversation.

    Attributes:
        number: Short, unique in the workspace, for people to say aloud.
        revision: How many events it has seen.
        moves: What `rearm` made of the facts, the next move first.
    """

    id: CaseId
    workspace_id: WorkspaceId
    conversation_id: ConversationId
    contact_id: ContactId
    number: int
    subject: str
    facts: Facts
    moves: tuple[Move, ...]
    revision: int = 0
    previous_case_id: CaseId | None = None

    @property
    def next_move(self) -> Move | None:
        """Return the one next move, or None once resolved."""
        return self.moves[0] if self.moves else None

    @property
    def is_open(self) -> bool:
        """Say whether the case still lives."""
        return self.facts.status is CaseStatus.OPEN


def apply(case: Case, event: events.Event) -> Case:
    """Return `case` as it stands after `event`, its moves derived anew."""
    facts = EFFECTS[type(event)](case.facts, event)
    return replace(case, facts=facts, moves=rearm(facts), revision=case.revision + 1)


def apply_all(case: Case, happened: Iterable[events.Event]) -> Case:
    """Return `case` as it stands after all of `happened`, in order."""
    for event in happened:
        case = apply(case, event)
    return case

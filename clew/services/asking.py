"""Who asks for something to be done, and what every command begins with."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from clew.domain import events
from clew.domain.case import Case, apply_all
from clew.domain.errors import NotFound
from clew.domain.ids import AgentId, CaseId, ConversationId, WorkspaceId
from clew.domain.message import Author, AuthorKind
from clew.domain.people import Agent
from clew.ports.bus import Topic
from clew.ports.store import Changes, Reader, Transaction
from clew.ports.store.people import SignedIn
from clew.ports.store.views import CaseView
from clew.services.journal import entries


@dataclass(frozen=True, slots=True, kw_only=True)
class Asker:
    """The agent on whose behalf something is done."""

    agent: Agent
    workspace_id: WorkspaceId

    @classmethod
    def of(cls, signed_in: SignedIn) -> "Asker":
        """Return who a session or a token speaks for."""
        return cls(agent=signed_in.agent, workspace_id=signed_in.workspace.id)

    @property
    def id(self) -> AgentId:
        """Return the agent's id."""
        return self.agent.id

    @property
    def author(self) -> Author:
        """Return the agent as the author of what is written."""
        return Author(kind=AuthorKind.AGENT, id=self.agent.id, name=self.agent.name)


async def load_case(tx: Transaction, asker: Asker, case_id: CaseId) -> Case:
    """Return a case of the asker's workspace, locked.

    Raises:
        NotFound: There is none, here.
    """
    case = await tx.case(asker.workspace_id, case_id)
    if case is None:
        raise NotFound("case", case_id)
    return case


async def load_case_in(
    tx: Transaction, asker: Asker, conversation_id: ConversationId, case_id: CaseId
) -> Case:
    """Return a case of a conversation, or of the one that it has become a part of, locked.

    Raises:
        NotFound: There is none, here.
    """
    case = await load_case(tx, asker, case_id)
    if case.conversation_id != conversation_id:
        live = await tx.joining.live_conversation(asker.workspace_id, conversation_id)
        if case.conversation_id != live:
            raise NotFound("case", case_id)
    return case


async def record_case(
    tx: Transaction, asker: Asker, case: Case, happened: Sequence[events.Event], at: datetime
) -> None:
    """Record what an asker brought about in a case; nothing, if nothing happened."""
    if not happened:
        return
    after = apply_all(case, happened)
    changes = Changes(workspace_id=asker.workspace_id, at=at)
    changes.change(after, case)
    changes.log.extend(entries(after, happened, asker.author))
    await tx.record(changes)
    # Also a case that waits no more is news: whoever had it may take another.
    tx.tell(Topic.ROUTING, asker.workspace_id)


async def view_case(reader: Reader, asker: Asker, case_id: CaseId) -> CaseView:
    """Return a case as the asker sees it.

    Raises:
        NotFound: There is none, here.
    """
    view = await reader.case(asker.workspace_id, case_id, asker.id)
    if view is None:
        raise NotFound("case", case_id)
    return view

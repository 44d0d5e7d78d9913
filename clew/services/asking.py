"""Who asks for something to be done, and what every command begins with."""

from dataclasses import dataclass

from clew.domain.case import Case
from clew.domain.errors import Conflict, NotFound
from clew.domain.ids import AgentId, CaseId, WorkspaceId
from clew.domain.message import Author, AuthorKind
from clew.domain.people import Agent
from clew.ports.store import Reader, Transaction
from clew.ports.store.people import SignedIn
from clew.ports.store.views import CaseView


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


def check_revision(case_v: int | None, expected_v: int | None, what: str) -> None:
    """Refuse a change that was decided on an older state than the present one.

    Raises:
        Conflict: Someone changed it meanwhile.
    """
    if expected_v is not None and case_v is not None and case_v != expected_v:
        raise Conflict(what)


async def view_case(reader: Reader, asker: Asker, case_id: CaseId) -> CaseView:
    """Return a case as the asker sees it.

    Raises:
        NotFound: There is none, here.
    """
    view = await reader.case(asker.workspace_id, case_id, asker.id)
    if view is None:
        raise NotFound("case", case_id)
    return view

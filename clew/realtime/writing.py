"""Agents who write are passed on to the contact's provider, now and then."""

from collections.abc import Callable
from contextlib import suppress
from uuid import UUID

from clew.domain.ids import AgentId, CaseId, WorkspaceId
from clew.ports.store import StoreIsUnavailable
from clew.services.deps import Deps
from clew.services.read_marks import note_writing

# What providers show ends after about 25 seconds: WhatsApp, "Typing indicators".
AGAIN_SECONDS = 20.0


class Writing:
    """One socket's agent, and when they were last passed on as writing."""

    def __init__(self, deps: Deps, monotonic: Callable[[], float]) -> None:
        self._deps = deps
        self._monotonic = monotonic
        self._case_id: UUID | None = None
        self._again_at = 0.0

    async def note(
        self, workspace_id: WorkspaceId, agent_id: AgentId, case_id: UUID | None
    ) -> None:
        """Pass on that an agent writes in a case, unless that was done a moment ago."""
        now = self._monotonic()
        if case_id is None or (case_id == self._case_id and now < self._again_at):
            return
        self._case_id, self._again_at = case_id, now + AGAIN_SECONDS
        with suppress(StoreIsUnavailable):
            await note_writing(workspace_id, CaseId(case_id), agent_id, self._deps)

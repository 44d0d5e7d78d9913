"""What administrators changed, kept for a while."""

from typing import Protocol
from uuid import UUID

from clew.domain.ids import WorkspaceId
from clew.domain.revisions import Revision, RevisionKind


class Revisions(Protocol):
    """The history of each thing."""

    async def add(self, revision: Revision, *, most: int) -> None:
        """Keep a revision, and of its thing the newest `most`."""
        ...

    async def of_thing(
        self, workspace_id: WorkspaceId, kind: RevisionKind, thing_id: UUID
    ) -> list[Revision]:
        """Return what is kept of a thing, the latest first."""
        ...

"""How far mailboxes have been read, and by whom: nothing is fetched twice, and nothing left out."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

from clew.domain.ids import InboxId, WorkspaceId


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingState:
    """How far the mailbox of an inbox has been read.

    Attributes:
        validity: For which the number holds; 0 before the mailbox was first opened.
        uid: The number of the last mail that is durable here.
        began_at: When the mailbox was first opened by us.
        read_at: When there was last nothing left to read.
        failing_since: When reading last began to fail, while it does.
        reason: Why it fails, in the server's words.
    """

    inbox_id: InboxId
    workspace_id: WorkspaceId
    validity: int = 0
    uid: int = 0
    began_at: datetime
    read_at: datetime | None = None
    failing_since: datetime | None = None
    reason: str = ""


class Readings(Protocol):
    """Who reads which mailbox, one at a time, and how far they are."""

    async def take(
        self, fresh: ReadingState, holder: UUID, now: datetime, until: datetime
    ) -> ReadingState | None:
        """Begin or go on to read a mailbox; None: somebody else does.

        Args:
            fresh: The state of a mailbox that was never read.
            holder: Who reads.
            now: The time.
            until: Whoever does not come back until then has lost the mailbox.
        """
        ...

    async def save(self, state: ReadingState, holder: UUID, until: datetime) -> bool:
        """Keep how far a mailbox was read; False: it is somebody else's by now, nothing is kept."""
        ...

    async def give_back(self, inbox_id: InboxId, holder: UUID) -> None:
        """Let others read a mailbox."""
        ...

    async def of_workspace(self, workspace_id: WorkspaceId) -> Mapping[InboxId, ReadingState]:
        """Return the states of a workspace's mailboxes."""
        ...

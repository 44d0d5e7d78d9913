"""What joining and parting contacts needs of a database: rows that change hands, all at once.

Conversations are locked before anything else, in the order of their ids, as everywhere.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from clew.domain.contact import Identity
from clew.domain.fields import ContactField
from clew.domain.ids import (
    CaseId,
    ContactId,
    ConversationId,
    IdentityId,
    MergeId,
    MessageId,
    WorkspaceId,
)
from clew.domain.merging import Merge, Party, Spoken
from clew.domain.message import Author


@dataclass(frozen=True, slots=True, kw_only=True)
class Strand:
    """A conversation as it is divided.

    Attributes:
        cases: Whose each case is, as far as its row says.
        spoken: What was said after a number of the log, in order.
    """

    cases: Mapping[CaseId, ContactId | None]
    spoken: Sequence[Spoken] = ()


# What may be settled about two contacts: by a rule the first two, by a person the third.
PROVEN, SUGGESTED, DISMISSED, JOINED = "proven", "suggested", "dismissed", "joined"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two contacts about whom something is settled: proven to be one, or said not to be.

    Attributes:
        why: What proved or suggested it, a `clew.domain.recognition.Reason`; or who said so.
    """

    one_id: ContactId
    other_id: ContactId
    state: str
    why: str
    at: datetime


class Joining(Protocol):
    """Contacts who become one, and two again."""

    async def parties(
        self, workspace_id: WorkspaceId, ids: Sequence[ContactId]
    ) -> dict[ContactId, Party]:
        """Return contacts by the ids they were asked for, their conversations locked.

        An id of somebody who was joined leads to whom they are a part of.
        """
        ...

    async def live_conversation(
        self, workspace_id: WorkspaceId, conversation_id: ConversationId
    ) -> ConversationId | None:
        """Return which conversation a conversation is, or has become a part of."""
        ...

    async def members(
        self, workspace_id: WorkspaceId, contact_id: ContactId
    ) -> frozenset[ContactId]:
        """Return a contact and everybody who is a part of them now."""
        ...

    async def are_both_sending(self, workspace_id: WorkspaceId, *ids: ConversationId) -> bool:
        """Say whether more than one of these conversations has a message on its way."""
        ...

    async def seq(self, workspace_id: WorkspaceId) -> int:
        """Return the last number of the log."""
        ...

    async def strand(
        self, workspace_id: WorkspaceId, conversation_id: ConversationId, after: int
    ) -> Strand:
        """Return a conversation as it is divided, with what was said after a number."""
        ...

    async def settle_homes(
        self, workspace_id: WorkspaceId, homes: Mapping[CaseId, ContactId]
    ) -> None:
        """Write down whose cases are that did not say so."""
        ...

    async def merge(self, merge: Merge, fields: Sequence[ContactField]) -> list[CaseId]:
        """Let everything of one contact be another's; return the cases that changed hands."""
        ...

    async def merge_by_id(self, workspace_id: WorkspaceId, merge_id: MergeId) -> Merge | None:
        """Return a merge."""
        ...

    async def part(
        self,
        merge: Merge,
        root: Party,
        leaving: frozenset[ContactId],
        case_ids: Collection[CaseId],
        *,
        by: Author | None,
        at: datetime,
    ) -> None:
        """Give a contact, and whoever is a part of them, back these cases and all else.

        `root` is who they are a part of now. Cases in which both took part are divided afterwards
        by `rehome`.
        """
        ...

    async def rehome(
        self,
        workspace_id: WorkspaceId,
        message_ids: Sequence[MessageId],
        case_id: CaseId,
        conversation_id: ConversationId,
    ) -> None:
        """Put messages, and what the log says of them, into another case."""
        ...

    async def reshow(self, workspace_id: WorkspaceId, case_ids: Sequence[CaseId]) -> None:
        """Let lists show the last message that cases have now."""
        ...

    async def identity(self, workspace_id: WorkspaceId, identity_id: IdentityId) -> Identity | None:
        """Return one address."""
        ...

    async def settle_pair(self, workspace_id: WorkspaceId, pair: Pair, by: Author | None) -> None:
        """Write down what is settled about two contacts."""
        ...

    async def forget_dismissal(
        self, workspace_id: WorkspaceId, one: ContactId, other: ContactId
    ) -> None:
        """Forget that somebody said of two contacts, or parts of them, that they are not one."""
        ...

    async def prove_pair(self, workspace_id: WorkspaceId, pair: Pair) -> bool:
        """Write down that two contacts are proven to be one, or that they may be.

        Returns:
            Whether that was news: what a person has said of the two stays as it is, and so does
            what is proven already.
        """
        ...

    async def are_dismissed(
        self, workspace_id: WorkspaceId, one: ContactId, other: ContactId
    ) -> bool:
        """Say whether a person has said that these, or parts of these, are not the same."""
        ...

    async def proven_pairs(self, limit: int) -> list[tuple[WorkspaceId, Pair]]:
        """Return pairs that are proven to be one and are not yet."""
        ...

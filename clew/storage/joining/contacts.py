"""The port's questions about joining contacts, each answered by its module."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

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
from clew.domain.merging import Merge, Party
from clew.domain.message import Author
from clew.ports.store.joining import Pair, Strand
from clew.storage import redirects
from clew.storage.joining import (
    loading,
    merging,
    moving,
    pairs,
    parting,
    showing,
)
from clew.storage.unit import Unit


class SqlJoining:
    """Contacts who become one, and two again."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit

    async def parties(
        self, workspace_id: WorkspaceId, ids: Sequence[ContactId]
    ) -> dict[ContactId, Party]:
        """Return contacts by the ids they were asked for, their conversations locked."""
        return await loading.parties(self._unit, workspace_id, ids)

    async def live_conversation(
        self, workspace_id: WorkspaceId, conversation_id: ConversationId
    ) -> ConversationId | None:
        """Return which conversation a conversation is, or has become a part of."""
        return await redirects.live_conversation(self._unit, workspace_id, conversation_id)

    async def members(
        self, workspace_id: WorkspaceId, contact_id: ContactId
    ) -> frozenset[ContactId]:
        """Return a contact and everybody who is a part of them now."""
        return await redirects.members(self._unit, workspace_id, contact_id)

    async def are_both_sending(self, workspace_id: WorkspaceId, *ids: ConversationId) -> bool:
        """Say whether more than one of these conversations has a message on its way."""
        return await loading.are_both_sending(self._unit, workspace_id, ids)

    async def seq(self, workspace_id: WorkspaceId) -> int:
        """Return the last number of the log."""
        return await loading.seq(self._unit, workspace_id)

    async def strand(
        self, workspace_id: WorkspaceId, conversation_id: ConversationId, after: int
    ) -> Strand:
        """Return a conversation as it is divided, with what was said after a number."""
        return await loading.strand(self._unit, workspace_id, conversation_id, after)

    async def settle_homes(
        self, workspace_id: WorkspaceId, homes: Mapping[CaseId, ContactId]
    ) -> None:
        """Write down whose cases are that did not say so."""
        await merging.settle_homes(self._unit, workspace_id, homes)

    async def merge(self, merge: Merge, fields: Sequence[ContactField]) -> list[CaseId]:
        """Let everything of one contact be another's; return the cases that changed hands."""
        return await merging.merge(self._unit, merge, fields)

    async def merge_by_id(self, workspace_id: WorkspaceId, merge_id: MergeId) -> Merge | None:
        """Return a merge."""
        return await loading.merge_by_id(self._unit, workspace_id, merge_id)

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
        """Give a contact, and whoever is a part of them, back these cases and all else."""
        await parting.part(self._unit, merge, root, leaving, case_ids, by=by, at=at)

    async def rehome(
        self,
        workspace_id: WorkspaceId,
        message_ids: Sequence[MessageId],
        case_id: CaseId,
        conversation_id: ConversationId,
    ) -> None:
        """Put messages, and what the log says of them, into another case."""
        await moving.move_messages(self._unit, workspace_id, message_ids, case_id, conversation_id)

    async def reshow(self, workspace_id: WorkspaceId, case_ids: Sequence[CaseId]) -> None:
        """Let lists show the last message that cases have now."""
        for case_id in case_ids:
            await showing.reshow(self._unit, workspace_id, case_id)

    async def identity(self, workspace_id: WorkspaceId, identity_id: IdentityId) -> Identity | None:
        """Return one address."""
        return await loading.identity(self._unit, workspace_id, identity_id)

    async def settle_pair(self, workspace_id: WorkspaceId, pair: Pair, by: Author | None) -> None:
        """Write down what is settled about two contacts."""
        await pairs.settle_pair(self._unit, workspace_id, pair, by)

    async def forget_dismissal(
        self, workspace_id: WorkspaceId, one: ContactId, other: ContactId
    ) -> None:
        """Forget that somebody said of two contacts, or parts of them, that they are not one."""
        await pairs.forget_dismissal(self._unit, workspace_id, one, other)

    async def prove_pair(self, workspace_id: WorkspaceId, pair: Pair) -> bool:
        """Write down that two contacts are proven to be one, or may be; say if it is news."""
        return await pairs.prove_pair(self._unit, workspace_id, pair)

    async def are_dismissed(
        self, workspace_id: WorkspaceId, one: ContactId, other: ContactId
    ) -> bool:
        """Say whether a person has said that these, or parts of these, are not the same."""
        return await pairs.are_dismissed(self._unit, workspace_id, one, other)

    async def proven_pairs(self, limit: int) -> list[tuple[WorkspaceId, Pair]]:
        """Return pairs that are proven to be one and are not yet."""
        return await pairs.proven_pairs(self._unit, limit)

"""Two contacts become one, by an agent's word or by a rule."""

from dataclasses import dataclass
from datetime import datetime

from clew.domain.access import Permission, require
from clew.domain.errors import NotFound
from clew.domain.fields import joined
from clew.domain.ids import CaseId, ContactId, MergeId, WorkspaceId
from clew.domain.merging import (
    REASON_MAX_CHARS,
    Before,
    CannotBeJoined,
    Merge,
    MessageIsOnItsWay,
    Party,
    homes,
    joined_name,
)
from clew.domain.message import Author
from clew.domain.sizes import check_length
from clew.ports.store import Changes, LogEntry, Transaction
from clew.ports.store.kinds import CASE_CHANGED, CONTACT_CHANGED, CONTACTS_MERGED
from clew.services.asking import Asker
from clew.services.deps import Deps
from clew.services.journal import SYSTEM

AGENT = "agent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Who shall be one: `other` becomes a part of `kept`. By whom, why, and by what rule."""

    kept: ContactId
    other: ContactId
    reason: str
    rule: str = AGENT
    by: Author | None = None


async def merge_contacts(
    kept: ContactId, other: ContactId, reason: str, *, asker: Asker, deps: Deps
) -> MergeId:
    """Let `other` be a part of `kept` from now on, with everything that is theirs.

    Raises:
        NotFound: One of them is not here.
        CannotBeJoined: They are one already.
        MessageIsOnItsWay: Both are being sent something at this moment.
        InvalidInput: The reason is too long.
    """
    require(asker.agent.role, Permission.ANSWER)
    check_length("reason", reason, most=REASON_MAX_CHARS)
    reason = reason.replace("\x00", "").strip()
    wanted = Wanted(kept=kept, other=other, reason=reason, by=asker.author)
    async with deps.store.write() as tx:
        return await join(asker.workspace_id, wanted, tx, deps)


async def join(workspace_id: WorkspaceId, wanted: Wanted, tx: Transaction, deps: Deps) -> MergeId:
    """Let two be one within a transaction; see `merge_contacts`."""
    found = await tx.joining.parties(workspace_id, [wanted.kept, wanted.other])
    for one in (wanted.kept, wanted.other):
        if one not in found:
            raise NotFound("contact", one)
    kept, other = found[wanted.kept], found[wanted.other]
    if kept.contact.id == other.contact.id:
        raise CannotBeJoined
    both = (kept.conversation.id, other.conversation.id)
    if await tx.joining.are_both_sending(workspace_id, *both):
        raise MessageIsOnItsWay
    for party in (kept, other):
        await _settle_homes(party, tx)
    merge = await _merge(wanted, kept, other, tx, deps)
    case_ids = await tx.joining.merge(merge, joined(kept.fields, other.fields))
    await tx.record(_told(merge, kept, other, case_ids))
    return merge.id


async def _settle_homes(party: Party, tx: Transaction) -> None:
    """Write down whose the cases are that were opened since somebody was joined here."""
    here, contact_id = party.contact.workspace_id, party.contact.id
    if await tx.joining.members(here, contact_id) == {contact_id}:
        return
    strand = await tx.joining.strand(here, party.conversation.id, 0)
    unsettled = {case_id: None for case_id, home in strand.cases.items() if home is None}
    found = homes(unsettled, strand.spoken)
    known: dict[CaseId, ContactId] = {
        case_id: home for case_id, home in found.items() if home is not None
    }
    await tx.joining.settle_homes(here, known)


async def _merge(wanted: Wanted, kept: Party, other: Party, tx: Transaction, deps: Deps) -> Merge:
    here = kept.contact.workspace_id
    return Merge(
        id=MergeId(deps.ids.new()),
        workspace_id=here,
        kept_id=kept.contact.id,
        merged_id=other.contact.id,
        kept_conversation_id=kept.conversation.id,
        merged_conversation_id=other.conversation.id,
        reason=wanted.reason,
        rule=wanted.rule,
        at=deps.clock.now(),
        by=wanted.by,
        seq=await tx.joining.seq(here),
        before=Before(
            name=kept.contact.name,
            joined_name=joined_name(kept, other),
            fields=kept.fields,
        ),
    )


def _told(merge: Merge, kept: Party, other: Party, case_ids: list[CaseId]) -> Changes:
    """Return what the log tells: in the time line, of every case that moved, of both contacts."""
    at: datetime = merge.at
    changes = Changes(workspace_id=merge.workspace_id, at=at)
    changes.log.append(
        LogEntry(
            kind=CONTACTS_MERGED,
            at=at,
            conversation_id=merge.kept_conversation_id,
            contact_id=merge.kept_id,
            actor=merge.by or SYSTEM,
            data={
                "merge_id": str(merge.id),
                "name": other.contact.name,
                "kept_name": kept.contact.name,
                "contact_id": str(merge.merged_id),
                "conversation_id": str(merge.merged_conversation_id),
                "rule": merge.rule,
                "reason": merge.reason,
            },
        )
    )
    changes.log.append(LogEntry(kind=CONTACT_CHANGED, at=at, contact_id=merge.merged_id))
    changes.log.extend(
        LogEntry(
            kind=CASE_CHANGED, at=at, conversation_id=merge.kept_conversation_id, case_id=case_id
        )
        for case_id in case_ids
    )
    return changes

"""Two contacts who were joined are two again; see `clew.domain.merging` for what goes where."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from clew.domain.access import Permission, require
from clew.domain.case import Case, apply_all
from clew.domain.dividing import Place, divide, released
from clew.domain.errors import NotFound
from clew.domain.ids import CaseId, ContactId, ConversationId, MergeId, TurnId
from clew.domain.merging import Merge, MergeIsUndone, Party, Spoken, homes, partition
from clew.ports.store import Changes, LogEntry, Transaction
from clew.ports.store.joining import DISMISSED, Pair
from clew.ports.store.kinds import CASE_CHANGED, CONTACT_CHANGED, CONTACTS_PARTED
from clew.services.asking import Asker
from clew.services.deps import Deps
from clew.services.directory import Workplace
from clew.services.journal import entries


async def unmerge_contacts(
    contact_id: ContactId, merge_id: MergeId, *, asker: Asker, deps: Deps
) -> None:
    """Part two contacts who were joined; the pair is not suggested again.

    Raises:
        NotFound: There is no such merge here.
        MergeIsUndone: They have been parted already.
    """
    require(asker.agent.role, Permission.ANSWER)
    workplace = await deps.directory.workplace(asker.workspace_id)
    async with deps.store.write() as tx:
        merge = await _merge(contact_id, merge_id, asker, tx)
        found = await tx.joining.parties(asker.workspace_id, [merge.merged_id])
        # Read again: another one may have been faster to the lock.
        merge = await _merge(contact_id, merge_id, asker, tx)
        parting = Parting(
            merge=merge,
            root=found[merge.merged_id],
            workplace=workplace,
            asker=asker,
            deps=deps,
            tx=tx,
        )
        await parting.run()


async def _merge(contact_id: ContactId, merge_id: MergeId, asker: Asker, tx: Transaction) -> Merge:
    merge = await tx.joining.merge_by_id(asker.workspace_id, merge_id)
    if merge is None or contact_id not in await _concerned(merge, tx):
        raise NotFound("merge", merge_id)
    if merge.undone_at is not None:
        raise MergeIsUndone
    return merge


async def _concerned(merge: Merge, tx: Transaction) -> set[ContactId]:
    """Return by which contacts' names a merge is known: of the two, and of whom they are now."""
    parties = await tx.joining.parties(merge.workspace_id, [merge.kept_id])
    return {merge.kept_id, merge.merged_id, *(one.contact.id for one in parties.values())}


class Parting:
    """One merge on its way to be undone: `root` is who the two are a part of now."""

    def __init__(
        self,
        *,
        merge: Merge,
        root: Party,
        workplace: Workplace,
        asker: Asker,
        deps: Deps,
        tx: Transaction,
    ) -> None:
        self._merge = merge
        self._root = root
        self._workplace = workplace
        self._asker = asker
        self._deps = deps
        self._tx = tx
        self._now = deps.clock.now()
        self._changes = Changes(workspace_id=merge.workspace_id, at=self._now)
        self._endings = Changes(workspace_id=merge.workspace_id, at=self._now)

    async def run(self) -> None:
        """Divide, give back, and tell."""
        merge, tx = self._merge, self._tx
        here = merge.workspace_id
        leaving = await tx.joining.members(here, merge.merged_id)
        strand = await tx.joining.strand(here, self._root.conversation.id, merge.seq)
        parts = partition(leaving, homes(strand.cases, strand.spoken), strand.spoken)
        by, at = self._asker.author, self._now
        await tx.joining.part(merge, self._root, leaving, parts.cases, by=by, at=at)
        self._tell(sorted(parts.cases))
        stays, goes = self._root, (merge.merged_id, merge.merged_conversation_id)
        divided = [
            *await self._divide(parts.leaving, strand.spoken, goes),
            *await self._divide(
                parts.staying, strand.spoken, (stays.contact.id, stays.conversation.id)
            ),
        ]
        await tx.record(self._changes)
        # A case that has ended was open before, if only for this moment.
        await tx.record(self._endings)
        for old_id, case, said in divided:
            ids = [one.message_id for one in said]
            await tx.joining.rehome(here, ids, case.id, case.conversation_id)
            await tx.joining.reshow(here, [old_id, case.id])
        pair = Pair(
            one_id=merge.kept_id, other_id=merge.merged_id, state=DISMISSED, why="parted", at=at
        )
        await tx.joining.settle_pair(here, pair, by)

    async def _divide(
        self,
        parts: Mapping[CaseId, Sequence[Spoken]],
        spoken: Sequence[Spoken],
        whose: tuple[ContactId, ConversationId],
    ) -> list[tuple[CaseId, Case, Sequence[Spoken]]]:
        """Open a case for what was said in each of these by the other one."""
        divided = []
        for case_id, said in parts.items():
            old = await self._tx.case(self._merge.workspace_id, case_id)
            assert old is not None, "it has messages"  # noqa: S101 - a foreign key
            gone = {one.message_id for one in said}
            left = [one for one in spoken if one.case_id == case_id and one.message_id not in gone]
            divided.append((case_id, await self._open(old, said, whose), said))
            self._release(old, said, left)
        return divided

    async def _open(
        self, old: Case, said: Sequence[Spoken], whose: tuple[ContactId, ConversationId]
    ) -> Case:
        deps = self._deps
        place = Place(
            case_id=CaseId(deps.ids.new()),
            turn_id=TurnId(deps.ids.new()),
            number=await self._tx.next_numbers(old.workspace_id, 1),
            contact_id=whose[0],
            conversation_id=whose[1],
        )
        found = divide(
            old,
            said,
            place,
            self._now,
            self._workplace.policy(old.facts.team_id),
            owner_is_reachable=self._workplace.is_reachable(old.facts.owner_id),
        )
        self._changes.change(found.case, None)
        self._changes.log.extend(entries(found.case, found.happened, self._asker.author))
        if not found.ended:
            return found.case
        ended = apply_all(found.case, found.ended)
        self._endings.change(ended, found.case)
        self._endings.log.extend(entries(ended, found.ended))
        return ended

    def _release(self, old: Case, said: Sequence[Spoken], left: Sequence[Spoken]) -> None:
        policy = self._workplace.policy(old.facts.team_id)
        happened = released(old, said, left, by=self._asker.id, at=self._now, policy=policy)
        if happened:
            after = apply_all(old, happened)
            self._changes.change(after, old)
            self._changes.log.extend(entries(after, happened, self._asker.author))
        else:
            self._changes.log.append(self._changed(old.id, old.conversation_id))

    def _tell(self, case_ids: Sequence[CaseId]) -> None:
        """Tell both time lines, and of every case that went back."""
        merge = self._merge
        told = LogEntry(
            kind=CONTACTS_PARTED,
            at=self._now,
            conversation_id=self._root.conversation.id,
            contact_id=self._root.contact.id,
            actor=self._asker.author,
            data={
                "merge_id": str(merge.id),
                "contact_id": str(merge.merged_id),
                "conversation_id": str(merge.merged_conversation_id),
                "kept_conversation_id": str(self._root.conversation.id),
            },
        )
        back = replace(
            told, conversation_id=merge.merged_conversation_id, contact_id=merge.merged_id
        )
        self._changes.log += [told, back]
        self._changes.log.append(
            LogEntry(kind=CONTACT_CHANGED, at=self._now, contact_id=merge.kept_id)
        )
        self._changes.log.extend(
            self._changed(case_id, merge.merged_conversation_id) for case_id in case_ids
        )

    def _changed(self, case_id: CaseId, conversation_id: ConversationId) -> LogEntry:
        return LogEntry(
            kind=CASE_CHANGED, at=self._now, conversation_id=conversation_id, case_id=case_id
        )

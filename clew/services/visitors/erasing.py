"""Delete my data: what a visitor may ask for, done at once.

A stranger loses what was said with this visitor; who is known loses all that was said with the
contact, on every channel, with every address and every note of the team. That there were messages
and cases, and when, stays: it is the company's own record of its work, and names nobody. Cases in
which nobody else wrote end with it, for there is nobody left to answer.
"""

from datetime import datetime

from clew.domain.case import apply_all
from clew.domain.contact import AddressFailure
from clew.domain.ending import resolve
from clew.domain.facts import Outcome
from clew.domain.ids import CaseId, WorkspaceId
from clew.ports.bus import Topic
from clew.ports.store import Changes, LogEntry, MessageEdit, Transaction
from clew.ports.store.kinds import CASE_CHANGED, CONTACT_CHANGED
from clew.ports.store.visitors import Whereabouts
from clew.services.deps import Deps
from clew.services.journal import SYSTEM, entries
from clew.services.visitors.seeing import sight_of
from clew.services.visitors.visiting import Visiting, Visits

ERASED = "contact_erased"
NOBODY = "erased"


async def erase_me(*, visiting: Visiting, visits: Visits, deps: Deps) -> None:
    """Delete a visitor's data; their sessions end with it."""
    visitor = visiting.visitor
    blobs: tuple[str, ...] = ()
    async with deps.store.write() as tx:
        found = await tx.visitors.whereabouts(visitor.workspace_id, [visitor.id])
        where = found.get(visitor.id)
        if where is not None:
            await tx.conversation(visitor.workspace_id, where.conversation_id)
            blobs = await _erase(visiting, where, tx, deps)
        await tx.visitors.erase(visitor.workspace_id, visitor.id)
    for blob in blobs:
        await deps.blobs.delete(blob)
    await visits.end(visiting)


async def _erase(
    visiting: Visiting, where: Whereabouts, tx: Transaction, deps: Deps
) -> tuple[str, ...]:
    visitor, now = visiting.visitor, deps.clock.now()
    sight = sight_of(visitor, where)
    reach = await tx.reachability(visitor.workspace_id, where.conversation_id)
    gone = [one for one in reach.identities if visitor.is_known or one.id == where.identity_id]
    erased = await tx.visitors.erase_words(sight)
    changes = Changes(
        workspace_id=visitor.workspace_id,
        at=now,
        edits=[MessageEdit(message_id=one, text="", deleted_at=now) for one in erased.message_ids],
        moved_identities=[one.erased() for one in gone],
        log=[_told(kind, where, now) for kind in (ERASED, CONTACT_CHANGED)],
    )
    for case_id in erased.case_ids:
        await _end(visitor.workspace_id, case_id, changes, tx)
    for one in gone:
        changes.failures[one.id] = AddressFailure(at=now, code=NOBODY, reason="")
    if len(gone) == len(reach.identities):
        changes.renamed[where.contact_id] = f"#{where.contact_id.hex[-4:].upper()}"
        await tx.dossiers.erase(visitor.workspace_id, where.contact_id)
    await tx.record(changes)
    tx.tell(Topic.ROUTING, visitor.workspace_id)
    return erased.blobs


def _told(kind: str, where: Whereabouts, now: datetime) -> LogEntry:
    return LogEntry(
        kind=kind,
        at=now,
        conversation_id=where.conversation_id,
        contact_id=where.contact_id,
        actor=SYSTEM,
    )


async def _end(
    workspace_id: WorkspaceId, case_id: CaseId, changes: Changes, tx: Transaction
) -> None:
    """End a case in which nothing is left; lists show it anew, ended or not."""
    changes.log.append(LogEntry(kind=CASE_CHANGED, at=changes.at, case_id=case_id))
    case = await tx.case(workspace_id, case_id)
    if case is None or not case.is_open:
        return
    happened = resolve(case, Outcome.WITHDRAWN, None, changes.at)
    after = apply_all(case, happened)
    changes.change(after, case)
    changes.log.extend(entries(after, happened))

"""Delete my data: what a visitor may ask for, done at once.

A stranger loses what was said with this visitor; who is known loses all that was said with the
contact, on every channel, with every address and every note of the team. That there were messages
and cases, and when, stays: it is the company's own record of its work, and names nobody.
"""

from dataclasses import replace

from clew.domain.contact import Assurance, Identity
from clew.domain.message import Author, AuthorKind
from clew.ports.store import Changes, LogEntry, MessageEdit, Transaction
from clew.ports.store.kinds import CONTACT_CHANGED
from clew.ports.store.visitors import Whereabouts
from clew.services.deps import Deps
from clew.services.visitors.seeing import sight_of
from clew.services.visitors.visiting import Visiting, Visits

ERASED = "contact_erased"


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
    nobody = Author(kind=AuthorKind.SYSTEM, id=None)
    log = [
        LogEntry(
            kind=kind,
            at=now,
            conversation_id=where.conversation_id,
            contact_id=where.contact_id,
            actor=nobody,
        )
        for kind in (ERASED, CONTACT_CHANGED)
    ]
    changes = Changes(
        workspace_id=visitor.workspace_id,
        at=now,
        edits=[MessageEdit(message_id=one, text="", deleted_at=now) for one in erased.message_ids],
        moved_identities=[_nameless(one) for one in gone],
        log=log,
    )
    if len(gone) == len(reach.identities):
        changes.renamed[where.contact_id] = f"#{where.contact_id.hex[-4:].upper()}"
    await tx.record(changes)
    return erased.blobs


def _nameless(identity: Identity) -> Identity:
    """Return an address that is nobody's any more."""
    return replace(
        identity, address=f"erased/{identity.id}", display="", assurance=Assurance.CLAIMED
    )

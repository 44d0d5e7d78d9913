"""Who may be the same person, and saying that somebody is not."""

from clew.domain.access import Permission, require
from clew.domain.errors import NotFound
from clew.domain.ids import ContactId
from clew.ports.store import Changes, LogEntry
from clew.ports.store.joining import DISMISSED, Pair
from clew.ports.store.kinds import CONTACT_CHANGED
from clew.services.asking import Asker
from clew.services.deps import Deps


async def dismiss(contact_id: ContactId, other_id: ContactId, *, asker: Asker, deps: Deps) -> None:
    """Say that two contacts are not one person; they are not suggested again.

    Raises:
        NotFound: One of them is not here, or they are one already.
    """
    require(asker.agent.role, Permission.ANSWER)
    now = deps.clock.now()
    async with deps.store.write() as tx:
        found = await tx.joining.parties(asker.workspace_id, [contact_id, other_id])
        if contact_id not in found:
            raise NotFound("contact", contact_id)
        one = found[contact_id].contact
        other = found[other_id].contact if other_id in found else None
        if other is None or one.id == other.id:
            raise NotFound("suggestion", other_id)
        pair = Pair(one_id=one.id, other_id=other.id, state=DISMISSED, why="agent", at=now)
        await tx.joining.settle_pair(asker.workspace_id, pair, asker.author)
        told = LogEntry(
            kind=CONTACT_CHANGED,
            at=now,
            contact_id=one.id,
            actor=asker.author,
            data={"not_the_same_as": str(other.id)},
        )
        await tx.record(Changes(workspace_id=asker.workspace_id, at=now, log=[told]))

"""Addresses at which nothing arrives: nothing is sent there until something speaks against it.

A provider says that there is nobody, for good. Who writes from the address shows that there is. An
agent who knows better says so, or sends what failed once more.
"""

from clew.domain.access import Permission, require
from clew.domain.contact import AddressFailure, Identity
from clew.domain.errors import CannotSend, NotFound
from clew.domain.ids import ContactId, IdentityId
from clew.domain.message import Author, Delivery
from clew.ports.channel import Refusal
from clew.ports.store import Changes, LogEntry, Transaction
from clew.ports.store.kinds import CONTACT_CHANGED
from clew.services.asking import Asker
from clew.services.deps import Deps

LONGEST_CODE = 100
LONGEST_REASON = 500


def note_failure(
    changes: Changes,
    identity_id: IdentityId | None,
    refusal: Refusal | None,
    contact_id: ContactId | None,
) -> None:
    """Mark an address if a refusal says that nothing will ever arrive there."""
    if identity_id is None or refusal is None or not refusal.is_for_good:
        return
    changes.failures[identity_id] = AddressFailure(
        at=changes.at, code=refusal.code[:LONGEST_CODE], reason=refusal.reason[:LONGEST_REASON]
    )
    changes.log.append(_told(changes, contact_id))


def note_life(changes: Changes, identity: Identity) -> None:
    """Take the mark of an address away, if it has one: somebody wrote from there."""
    if identity.failure is None and changes.failures.get(identity.id) is None:
        return
    changes.failures[identity.id] = None
    changes.log.append(_told(changes, identity.contact_id))


async def forget_failure(
    contact_id: ContactId, identity_id: IdentityId, *, asker: Asker, deps: Deps
) -> None:
    """Let an address be written to again.

    Raises:
        NotFound: It is not an address of this contact.
    """
    require(asker.agent.role, Permission.ANSWER)
    now = deps.clock.now()
    async with deps.store.write() as tx:
        found = await tx.joining.parties(asker.workspace_id, [contact_id])
        party = found.get(contact_id)
        theirs = {one.id: one for one in party.identities} if party else {}
        if identity_id not in theirs:
            raise NotFound("identity", identity_id)
        known = theirs[identity_id]
        if known.failure is None:
            return
        changes = Changes(workspace_id=asker.workspace_id, at=now)
        changes.failures[identity_id] = None
        changes.log.append(_told(changes, known.contact_id, asker.author))
        await tx.record(changes)


async def try_again(
    changes: Changes, delivery: Delivery, by: Author, contact_id: ContactId, tx: Transaction
) -> None:
    """Take the mark of an address away, since somebody decided to send there once more."""
    reach = await tx.reachability(delivery.workspace_id, delivery.conversation_id)
    for one in reach.identities:
        if one.id == delivery.identity_id and one.failure is not None:
            changes.failures[one.id] = None
            changes.log.append(_told(changes, contact_id, by))


def refuse_failed(identity: Identity) -> None:
    """Refuse to write to where nothing arrives.

    Raises:
        CannotSend: With the reason.
    """
    if identity.failure is not None:
        raise CannotSend(
            "address_failed",
            f"nothing arrives at {identity.display}: {identity.failure.reason}",
        )


def _told(changes: Changes, contact_id: ContactId | None, actor: Author | None = None) -> LogEntry:
    return LogEntry(kind=CONTACT_CHANGED, at=changes.at, contact_id=contact_id, actor=actor)

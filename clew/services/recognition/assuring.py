"""What confirming an address changes, whoever does it: an agent who made sure, or its owner."""

from dataclasses import replace

from clew.domain.contact import Assurance, Identity
from clew.domain.errors import NotFound
from clew.domain.ids import ContactId, IdentityId, WorkspaceId
from clew.domain.merging import Party
from clew.domain.message import Author
from clew.domain.recognition import Reason
from clew.ports.store import Changes, LogEntry, Transaction
from clew.ports.store.kinds import CONTACT_CHANGED
from clew.services.deps import Deps
from clew.services.recognition.proving import note_proof


async def load_identity(
    workspace_id: WorkspaceId, contact_id: ContactId, identity_id: IdentityId, tx: Transaction
) -> tuple[Party, Identity]:
    """Return a contact, locked, with one address of theirs.

    Raises:
        NotFound: There is no such contact here, or the address is not theirs.
    """
    found = await tx.joining.parties(workspace_id, [contact_id])
    if contact_id not in found:
        raise NotFound("contact", contact_id)
    party = found[contact_id]
    for one in party.identities:
        if one.id == identity_id:
            return party, one
    raise NotFound("identity", identity_id)


async def assure(
    identity: Identity,
    assurance: Assurance,
    party: Party,
    by: Author | None,
    *,
    tx: Transaction,
    deps: Deps,
) -> None:
    """Write down how sure we are of an address now, and let everybody who looks see it."""
    now = deps.clock.now()
    told = LogEntry(
        kind=CONTACT_CHANGED,
        at=now,
        contact_id=party.contact.id,
        actor=by,
        data={"identity": identity.display, "assurance": assurance.value},
    )
    await tx.record(
        Changes(
            workspace_id=identity.workspace_id,
            at=now,
            moved_identities=[replace(identity, assurance=assurance)],
            log=[told],
        )
    )


async def note_alike(identity: Identity, party: Party, *, tx: Transaction, deps: Deps) -> None:
    """Write down who else has proven this address: they are the same person."""
    for other in await tx.dossiers.verified_alike(identity.workspace_id, identity):
        both = (party.contact.id, other.contact_id)
        await note_proof(both, Reason.SAME_VERIFIED, identity.workspace_id, tx, deps)

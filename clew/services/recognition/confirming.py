"""An agent makes sure whose an address is, in a way that no channel knows: by asking, by calling.

A confirmed address is as good as one that was proven by a code: what is sensitive may be shown,
and whoever has proven the same one is the same person.
"""

from dataclasses import replace

from clew.domain.access import Permission, require
from clew.domain.contact import Assurance, Identity
from clew.domain.errors import ClewError, InvalidInput, NotFound
from clew.domain.ids import ContactId, IdentityId
from clew.domain.merging import Party
from clew.domain.recognition import Reason
from clew.ports.store import Changes, LogEntry, Transaction
from clew.ports.store.dossiers import Confirmation
from clew.ports.store.kinds import CONTACT_CHANGED
from clew.services.asking import Asker
from clew.services.deps import Deps
from clew.services.recognition.proving import AT_ONCE, join_proven, note_proof

HOW_MAX_CHARS = 500


class IsProvenOtherwise(ClewError):
    """The address was proven by its owner, which no agent takes back."""

    code = "proven_otherwise"

    def __init__(self) -> None:
        super().__init__("this address was proven by a code or by the site; that stays")


async def confirm_identity(
    contact_id: ContactId, identity_id: IdentityId, how: str, *, asker: Asker, deps: Deps
) -> None:
    """Write down that an address is the contact's, and how the asker made sure.

    Raises:
        NotFound: There is no such contact here, or the address is not theirs.
        InvalidInput: How is not told, or at length.
    """
    require(asker.agent.role, Permission.ANSWER)
    how = " ".join(how.replace("\x00", "").split())
    if not 1 <= len(how) <= HOW_MAX_CHARS:
        raise InvalidInput("how", f"between 1 and {HOW_MAX_CHARS} characters")
    now = deps.clock.now()
    async with deps.store.write() as tx:
        party, identity = await _load(contact_id, identity_id, tx, asker)
        known = await tx.dossiers.confirmation(asker.workspace_id, identity_id)
        if known is None and identity.assurance is Assurance.VERIFIED:
            return
        confirmation = Confirmation(
            identity_id=identity_id,
            was=known.was if known else identity.assurance,
            how=how,
            at=now,
            by=asker.author,
        )
        await tx.dossiers.confirm(asker.workspace_id, confirmation)
        await _save(identity, Assurance.VERIFIED, party, asker, tx=tx, deps=deps)
        for other in await tx.dossiers.verified_alike(asker.workspace_id, identity):
            both = (party.contact.id, other.contact_id)
            await note_proof(both, Reason.SAME_VERIFIED, asker.workspace_id, tx, deps)
    await join_proven(deps, AT_ONCE)


async def unconfirm_identity(
    contact_id: ContactId, identity_id: IdentityId, *, asker: Asker, deps: Deps
) -> None:
    """Take back that an address was confirmed; we are as sure as before then.

    Raises:
        NotFound: There is no such contact here, or the address is not theirs.
        IsProvenOtherwise: No agent has confirmed it.
    """
    require(asker.agent.role, Permission.ANSWER)
    async with deps.store.write() as tx:
        party, identity = await _load(contact_id, identity_id, tx, asker)
        known = await tx.dossiers.confirmation(asker.workspace_id, identity_id)
        if known is None and identity.assurance is Assurance.VERIFIED:
            raise IsProvenOtherwise
        if known is not None:
            await tx.dossiers.unconfirm(asker.workspace_id, identity_id)
            await _save(identity, known.was, party, asker, tx=tx, deps=deps)


async def _load(
    contact_id: ContactId, identity_id: IdentityId, tx: Transaction, asker: Asker
) -> tuple[Party, Identity]:
    found = await tx.joining.parties(asker.workspace_id, [contact_id])
    if contact_id not in found:
        raise NotFound("contact", contact_id)
    party = found[contact_id]
    for one in party.identities:
        if one.id == identity_id:
            return party, one
    raise NotFound("identity", identity_id)


async def _save(
    identity: Identity,
    assurance: Assurance,
    party: Party,
    asker: Asker,
    *,
    tx: Transaction,
    deps: Deps,
) -> None:
    now = deps.clock.now()
    told = LogEntry(
        kind=CONTACT_CHANGED,
        at=now,
        contact_id=party.contact.id,
        actor=asker.author,
        data={"identity": identity.display, "assurance": assurance.value},
    )
    await tx.record(
        Changes(
            workspace_id=asker.workspace_id,
            at=now,
            moved_identities=[replace(identity, assurance=assurance)],
            log=[told],
        )
    )

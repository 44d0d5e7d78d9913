"""An agent makes sure whose an address is, in a way that no channel knows: by asking, by calling.

A confirmed address is as good as one that was proven by a code: what is sensitive may be shown,
and whoever has proven the same one is the same person.
"""

from clew.domain.access import Permission, require
from clew.domain.contact import Assurance
from clew.domain.errors import ClewError
from clew.domain.ids import ContactId, IdentityId
from clew.domain.sizes import check_length
from clew.ports.store.dossiers import Confirmation
from clew.services.asking import Asker
from clew.services.deps import Deps
from clew.services.recognition.assuring import assure, load_identity, note_alike
from clew.services.recognition.proving import AT_ONCE, join_proven

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
    check_length("how", how, least=1, most=HOW_MAX_CHARS)
    now = deps.clock.now()
    async with deps.store.write() as tx:
        party, identity = await load_identity(asker.workspace_id, contact_id, identity_id, tx)
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
        await assure(identity, Assurance.VERIFIED, party, asker.author, tx=tx, deps=deps)
        await note_alike(identity, party, tx=tx, deps=deps)
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
        party, identity = await load_identity(asker.workspace_id, contact_id, identity_id, tx)
        known = await tx.dossiers.confirmation(asker.workspace_id, identity_id)
        if known is None and identity.assurance is Assurance.VERIFIED:
            raise IsProvenOtherwise
        if known is not None:
            await tx.dossiers.unconfirm(asker.workspace_id, identity_id)
            await assure(identity, known.was, party, asker.author, tx=tx, deps=deps)

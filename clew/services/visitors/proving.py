"""What follows once we know who a visitor is: the contact is known for sure, and by what.

By the word of the host site the visitor's device is theirs beyond doubt. A proven e-mail address is
an identity of the contact, in one of three cases. Nobody has it: it is added to the visitor's
contact. Another contact has it, and the visitor has not written yet: the visitor is that contact,
who has now been proven to be the one at that mailbox. Another contact has it and the visitor has
written: two contacts are one person, and are joined; unless nothing but mails without proof came
from the address, which anybody may have written: then it is suggested. An address that was only
typed in has no part in this.
"""

from dataclasses import replace

from clew.domain.contact import Assurance, Identity
from clew.domain.ids import IdentityId
from clew.domain.recognition import Reason
from clew.domain.visitor import Visitor
from clew.ports.channel import CHAT, VISITOR
from clew.ports.store import Changes, InboundQuestion, KnownIdentity, LogEntry, Transaction
from clew.ports.store.kinds import CONTACT_CHANGED, IDENTITY_PROVEN
from clew.services.deps import Deps
from clew.services.recognition.proving import note_proof

EMAIL = "email"


async def prove(visitor: Visitor, tx: Transaction, deps: Deps) -> None:
    """Let what is proven have its effect; nothing, if nothing is, or it has had it."""
    if not visitor.is_known:
        return
    address, place = (EMAIL, visitor.email), (CHAT, str(visitor.id))
    context = await tx.inbound_context(
        InboundQuestion(
            workspace_id=visitor.workspace_id,
            addresses=frozenset({address, place}),
            provider_ids=frozenset(),
            message_ids=frozenset(),
            effect_keys=frozenset(),
        )
    )
    by_mail, by_chat = context.identities.get(address), context.identities.get(place)
    if by_chat is not None and by_chat.identity.assurance is not Assurance.VERIFIED:
        await _trust(by_chat, tx, deps)
    if visitor.email_confirmed_at is None or not visitor.email:
        return
    if by_mail is not None and by_chat is None:
        await _add(_chat_identity(visitor, by_mail, deps), by_mail, tx, deps)
    elif by_chat is not None and by_mail is None:
        await _add(_mail_identity(visitor, by_chat, deps), by_chat, tx, deps)
    elif by_mail is not None and by_chat is not None and by_mail.contact != by_chat.contact:
        is_claimed = by_mail.identity.assurance is Assurance.CLAIMED
        reason = Reason.SAME_EMAIL_CLAIMED if is_claimed else Reason.SAME_VERIFIED
        both = (by_mail.contact.id, by_chat.contact.id)
        await note_proof(both, reason, visitor.workspace_id, tx, deps)


async def _trust(known: KnownIdentity, tx: Transaction, deps: Deps) -> None:
    now = deps.clock.now()
    told = LogEntry(
        kind=CONTACT_CHANGED,
        at=now,
        conversation_id=known.conversation.id,
        contact_id=known.contact.id,
    )
    surer = replace(known.identity, assurance=Assurance.VERIFIED)
    await tx.record(
        Changes(workspace_id=surer.workspace_id, at=now, moved_identities=[surer], log=[told])
    )


def _chat_identity(visitor: Visitor, known: KnownIdentity, deps: Deps) -> Identity:
    return Identity(
        id=IdentityId(deps.ids.new()),
        workspace_id=visitor.workspace_id,
        contact_id=known.contact.id,
        channel=CHAT,
        scope=CHAT,
        kind=VISITOR,
        address=str(visitor.id),
        display=visitor.email,
        assurance=Assurance.VERIFIED,
        created_at=deps.clock.now(),
    )


def _mail_identity(visitor: Visitor, known: KnownIdentity, deps: Deps) -> Identity:
    return Identity(
        id=IdentityId(deps.ids.new()),
        workspace_id=visitor.workspace_id,
        contact_id=known.contact.id,
        channel=EMAIL,
        scope=EMAIL,
        kind=EMAIL,
        address=visitor.email,
        display=visitor.email,
        assurance=Assurance.VERIFIED,
        created_at=deps.clock.now(),
    )


async def _add(identity: Identity, known: KnownIdentity, tx: Transaction, deps: Deps) -> None:
    now = deps.clock.now()
    entry = LogEntry(
        kind=IDENTITY_PROVEN,
        at=now,
        conversation_id=known.conversation.id,
        contact_id=known.contact.id,
        data={"address": identity.display},
    )
    await tx.record(
        Changes(workspace_id=identity.workspace_id, at=now, identities=[identity], log=[entry])
    )

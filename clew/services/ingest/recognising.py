"""Whose words are these? The addresses of a sender lead to one contact."""

from dataclasses import dataclass, replace

from clew.domain.contact import Assurance, Contact, Conversation, Identity, plain_name
from clew.domain.ids import ContactId, ConversationId, IdentityId
from clew.domain.recognition import Reason
from clew.ports.channel import PHONE, VISITOR, Address, Channel, Proof, Sender
from clew.ports.store import KnownIdentity, LogEntry
from clew.ports.store.kinds import CONTACT_CHANGED
from clew.services.ingest.work import Work
from clew.services.telephone import readable_name, readable_number

NAME_MAX_CHARS = 200
ASSURANCE = {
    Proof.PROVIDER: Assurance.CHANNEL,
    Proof.NONE: Assurance.CLAIMED,
    Proof.FORGED: Assurance.CLAIMED,
}


@dataclass(frozen=True, slots=True)
class Where:
    """Where addresses are looked for."""

    channel: Channel
    scope: str


def recognise(work: Work, channel: Channel, sender: Sender, scope: str = "") -> KnownIdentity:
    """Return the contact who wrote, making one if none of the addresses is known.

    All addresses of a sender belong to one person, so new ones are added to the contact of
    the known ones. The identity returned is the one to answer to.

    Args:
        work: The batch.
        channel: Where they wrote.
        sender: Their addresses, and how well these are proved.
        scope: Within which the addresses are looked for; the channel, if not given.
    """
    where = Where(channel, scope or channel.key)
    known = find(work, channel, sender.addresses, where.scope)
    if known is None:
        return _meet(work, where, sender)
    known = _called_by_name(work, _proved(work, known, sender), sender)
    _note_others(work, where, known, sender)
    added = {
        address: _add(work, where, address, (known, sender))
        for address in reversed(sender.addresses)
        if (where.scope, address.value) not in work.context.identities
    }
    return added.get(sender.addresses[0], known)


def find(
    work: Work, channel: Channel, addresses: tuple[Address, ...], scope: str = ""
) -> KnownIdentity | None:
    """Return what is known under the first address, or variant of one, that is known at all."""
    known = work.context.identities
    scope = scope or channel.key
    for address in addresses:
        if found := known.get((scope, address.value)):
            return found
        for variant in channel.address_variants(address):
            if found := known.get((scope, variant.value)):
                return found
    return None


def apart(channel: str) -> str:
    """Return the scope of addresses whose senders did not show that they are theirs.

    Under the same address there may be a contact who is known, and who is not spoken for.
    """
    return f"{channel}:unproved"


def _proved(work: Work, known: KnownIdentity, sender: Sender) -> KnownIdentity:
    """Trust an address more once somebody vouches for it; never less."""
    if sender.proof is not Proof.PROVIDER or known.identity.assurance is not Assurance.CLAIMED:
        return known
    surer = replace(known, identity=replace(known.identity, assurance=Assurance.CHANNEL))
    work.changes.moved_identities.append(surer.identity)
    work.context.identities[surer.identity.scope, surer.identity.address] = surer
    _tell(work, surer)
    return surer


def _note_others(work: Work, where: Where, known: KnownIdentity, sender: Sender) -> None:
    """Keep in mind who turns out to be the same person, for the provider says so."""
    if sender.proof is not Proof.PROVIDER:
        return
    for address in sender.addresses:
        other = work.context.identities.get((where.scope, address.value))
        if other is not None and other.contact.id != known.contact.id:
            work.same[known.contact.id, other.contact.id] = Reason.SAME_ACCOUNT


def _meet(work: Work, where: Where, sender: Sender) -> KnownIdentity:
    ids, changes = work.deps.ids, work.changes
    contact = Contact(
        id=ContactId(ids.new()),
        workspace_id=changes.workspace_id,
        name=(_name(sender) or display(sender.addresses[0]))[:NAME_MAX_CHARS],
        created_at=work.now,
    )
    conversation = Conversation(
        id=ConversationId(ids.new()),
        workspace_id=changes.workspace_id,
        contact_id=contact.id,
        created_at=work.now,
    )
    changes.contacts.append(contact)
    changes.conversations.append(conversation)
    # The latest added is written to by default, so the one that the provider puts first is last.
    made = [
        _identify(work, where, (address, sender.proof), contact, conversation)
        for address in reversed(sender.addresses)
    ]
    return made[-1]


def _add(
    work: Work, where: Where, address: Address, whose: tuple[KnownIdentity, Sender]
) -> KnownIdentity:
    known, sender = whose
    _tell(work, known)
    claimed = (address, sender.proof)
    return _identify(work, where, claimed, known.contact, known.conversation)


def _identify(
    work: Work,
    where: Where,
    claimed: tuple[Address, Proof],
    contact: Contact,
    conversation: Conversation,
) -> KnownIdentity:
    address, proof = claimed
    identity = Identity(
        id=IdentityId(work.deps.ids.new()),
        workspace_id=work.changes.workspace_id,
        contact_id=contact.id,
        channel=where.channel.key,
        scope=where.scope,
        kind=address.kind,
        address=address.value,
        display=display(address),
        assurance=ASSURANCE[proof],
        created_at=work.now,
    )
    work.changes.identities.append(identity)
    known = KnownIdentity(identity=identity, contact=contact, conversation=conversation)
    work.context.identities[where.scope, address.value] = known
    return known


def _called_by_name(work: Work, known: KnownIdentity, sender: Sender) -> KnownIdentity:
    """Take over a name where we only had an address to call the contact by."""
    contact = known.contact
    name = _name(sender)[:NAME_MAX_CHARS]
    is_placeholder = contact.name in {known.identity.display, known.identity.address, ""}
    if not name or not is_placeholder or name == contact.name:
        return known
    work.changes.renamed[contact.id] = name
    _tell(work, known)
    renamed = replace(contact, name=name)
    for key, one in work.context.identities.items():
        if one.contact.id == contact.id:
            work.context.identities[key] = replace(one, contact=renamed)
    return replace(known, contact=renamed)


def _tell(work: Work, known: KnownIdentity) -> None:
    work.tell(
        LogEntry(
            kind=CONTACT_CHANGED,
            at=work.now,
            conversation_id=known.conversation.id,
            contact_id=known.contact.id,
        )
    )


def display(address: Address) -> str:
    """Return an address as people read it."""
    if address.kind == VISITOR:
        return f"#{address.value[-4:].upper()}"
    return readable_number(address.value) if address.kind == PHONE else address.value


def _name(sender: Sender) -> str:
    """Return what somebody calls themselves; empty if they do not say."""
    return readable_name(plain_name(sender.display_name) or plain_name(sender.username))

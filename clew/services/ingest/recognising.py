"""Whose words are these? The addresses of a sender lead to one contact."""

from clew.domain.contact import Assurance, Contact, Conversation, Identity
from clew.domain.ids import ContactId, ConversationId, IdentityId
from clew.ports.channel import PHONE, Address, Channel, Sender
from clew.ports.store import KnownIdentity, LogEntry
from clew.ports.store.kinds import CONTACT_CHANGED
from clew.services.ingest.work import Work

NAME_MAX_CHARS = 200


def recognise(work: Work, channel: Channel, sender: Sender) -> KnownIdentity:
    """Return the contact who wrote, making one if none of the addresses is known.

    All addresses of a sender belong to one person, so new ones are added to the contact of
    the known ones. The identity returned is the one to answer to.
    """
    known = find(work, channel, sender.addresses)
    if known is None:
        return _meet(work, channel, sender)
    answering = known
    for address in sender.addresses:
        if (channel.key, address.value) not in work.context.identities:
            added = _add(work, channel, address, known)
            answering = added if address is sender.addresses[0] else answering
    _call_by_name(work, known, sender)
    return answering


def find(work: Work, channel: Channel, addresses: tuple[Address, ...]) -> KnownIdentity | None:
    """Return what is known under the first address, or variant of one, that is known at all."""
    for address in addresses:
        for variant in channel.address_variants(address):
            if found := work.context.identities.get((channel.key, variant.value)):
                return found
    return None


def _meet(work: Work, channel: Channel, sender: Sender) -> KnownIdentity:
    ids, changes = work.deps.ids, work.changes
    contact = Contact(
        id=ContactId(ids.new()),
        workspace_id=changes.workspace_id,
        name=(sender.display_name or sender.username or display(sender.addresses[0]))[
            :NAME_MAX_CHARS
        ],
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
    made = [
        _identify(work, channel, address, contact, conversation) for address in sender.addresses
    ]
    return made[0]


def _add(work: Work, channel: Channel, address: Address, known: KnownIdentity) -> KnownIdentity:
    work.tell(
        LogEntry(
            kind=CONTACT_CHANGED,
            at=work.now,
            conversation_id=known.conversation.id,
            contact_id=known.contact.id,
        )
    )
    return _identify(work, channel, address, known.contact, known.conversation)


def _identify(
    work: Work, channel: Channel, address: Address, contact: Contact, conversation: Conversation
) -> KnownIdentity:
    identity = Identity(
        id=IdentityId(work.deps.ids.new()),
        workspace_id=work.changes.workspace_id,
        contact_id=contact.id,
        channel=channel.key,
        scope=channel.key,
        kind=address.kind,
        address=address.value,
        display=display(address),
        assurance=Assurance.CHANNEL,
        created_at=work.now,
    )
    work.changes.identities.append(identity)
    known = KnownIdentity(identity=identity, contact=contact, conversation=conversation)
    work.context.identities[channel.key, address.value] = known
    return known


def _call_by_name(work: Work, known: KnownIdentity, sender: Sender) -> None:
    """Take over a name where we only had an address to call the contact by."""
    contact = known.contact
    name = (sender.display_name or sender.username)[:NAME_MAX_CHARS]
    is_placeholder = contact.name in {known.identity.display, known.identity.address, ""}
    if name and is_placeholder and name != contact.name:
        work.changes.renamed[contact.id] = name
        work.tell(
            LogEntry(
                kind=CONTACT_CHANGED,
                at=work.now,
                conversation_id=known.conversation.id,
                contact_id=contact.id,
            )
        )


def display(address: Address) -> str:
    """Return an address as people read it."""
    if address.kind != PHONE:
        return address.value
    import phonenumbers

    try:
        number = phonenumbers.parse(address.value)
    except phonenumbers.NumberParseException:
        return address.value
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)

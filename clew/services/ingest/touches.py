"""What contacts do other than write: react, edit, take back, change their number, opt out."""

from clew.domain.contact import Identity
from clew.domain.ids import IdentityId
from clew.domain.message import AuthorKind, Direction, Message, Reaction
from clew.domain.people import InboxState
from clew.domain.recognition import Reason
from clew.ports.channel import (
    PHONE,
    IdentityChanged,
    InboxNotice,
    IncomingDeletion,
    IncomingEdit,
    IncomingReaction,
    NoticeKind,
    OptIn,
    OptOut,
)
from clew.ports.store import KnownIdentity, LogEntry, MessageEdit
from clew.ports.store.kinds import INBOX_CHANGED, MESSAGE_CHANGED
from clew.ports.store.people import InboxNews
from clew.services.ingest.parsing import REASON_MAX_CHARS, Said
from clew.services.ingest.recognising import display, find
from clew.services.ingest.work import Work, words


def take_reaction(work: Work, said: Said, item: IncomingReaction) -> None:
    """Put the contact's reaction on a message, in place of their earlier one."""
    message = _target(work, said, item.target_provider_id)
    _hear_from(work, said, item)
    if message is None:
        return
    others = [
        one
        for one in work.context.reactions.get(message.id, ())
        if one.by is not AuthorKind.CONTACT
    ]
    if item.emoji:
        others.append(Reaction(by=AuthorKind.CONTACT, emoji=item.emoji[:32], at=work.now))
    work.context.reactions[message.id] = tuple(others)
    _edit(work, message, MessageEdit(message_id=message.id, reactions=tuple(others)))


def _hear_from(work: Work, said: Said, item: IncomingReaction) -> None:
    """Note that the contact did something here: to react opens the messaging window as well."""
    known = find(work, said.channel, item.sender.addresses)
    if known is not None:
        work.hear_from(known.identity.id, said.inbox.id, item.at)


def take_edit(work: Work, said: Said, item: IncomingEdit) -> None:
    """Let an edited message read as the contact wants it."""
    message = _own(work, said, item)
    if message is not None:
        edit = MessageEdit(
            message_id=message.id,
            text=words(item.text),
            content=item.content,
            edited_at=item.at,
        )
        _edit(work, message, edit)


def take_deletion(work: Work, said: Said, item: IncomingDeletion) -> None:
    """Empty a message that the contact took back; that there was one stays visible."""
    message = _own(work, said, item)
    if message is not None:
        _edit(work, message, MessageEdit(message_id=message.id, text="", deleted_at=item.at))


def take_new_identity(work: Work, said: Said, item: IdentityChanged) -> None:
    """Add the new addresses of a contact; the provider vouches for them."""
    known = find(work, said.channel, item.old)
    if known is None:
        return
    for address in reversed(item.new):  # the latest added is written to: the provider's first
        other = work.context.identities.get((said.channel.key, address.value))
        if other is not None:
            _note_other(work, known, other)
            continue
        identity = Identity(
            id=IdentityId(work.deps.ids.new()),
            workspace_id=work.changes.workspace_id,
            contact_id=known.contact.id,
            channel=said.channel.key,
            scope=said.channel.key,
            kind=address.kind,
            address=address.value,
            display=display(address),
            assurance=known.identity.assurance,
            created_at=work.now,
        )
        work.changes.identities.append(identity)
        work.context.identities[said.channel.key, address.value] = KnownIdentity(
            identity=identity, contact=known.contact, conversation=known.conversation
        )
        _tell_contact(work, known, "identity_changed", {"address": identity.display})


def _note_other(work: Work, known: KnownIdentity, other: KnownIdentity) -> None:
    """Keep in mind that a contact's new address is another one's; numbers get new owners."""
    if other.contact.id == known.contact.id:
        return
    is_number = other.identity.kind == PHONE
    reason = Reason.SAME_PHONE if is_number else Reason.SAME_ACCOUNT
    work.same[known.contact.id, other.contact.id] = reason


def take_opt(work: Work, said: Said, item: OptOut | OptIn) -> None:
    """Note what a contact wants no more of, or wants again."""
    known = find(work, said.channel, item.sender.addresses)
    if known is None:
        return
    is_out = isinstance(item, OptOut)
    for address in item.sender.addresses:
        same = work.context.identities.get((said.channel.key, address.value), known)
        work.changes.opted_out[same.identity.id] = item.scope.value if is_out else ""
    name = "opted_out" if is_out else "opted_in"
    _tell_contact(work, known, name, {"scope": item.scope.value})


def take_notice(work: Work, said: Said, item: InboxNotice) -> None:
    """Show administrators what the provider says of the inbox."""
    if item.is_serious and item.kind is not NoticeKind.TEMPLATE:
        # A template that was refused holds up no reply; what concerns the inbox may.
        news = InboxNews(
            error_at=work.now, state=InboxState.AMBER, reason=item.summary[:REASON_MAX_CHARS]
        )
        work.learn(said.inbox.id, news)
    work.tell(
        LogEntry(
            kind=INBOX_CHANGED,
            at=work.now,
            inbox_id=said.inbox.id,
            data={"notice": item.kind.value, "summary": item.summary[:REASON_MAX_CHARS]},
        )
    )


def _target(work: Work, said: Said, provider_id: str) -> Message | None:
    return work.context.messages.get((said.inbox.id, provider_id))


def _own(work: Work, said: Said, item: IncomingEdit | IncomingDeletion) -> Message | None:
    """Return the message that a contact changes; ours are not theirs to change."""
    message = _target(work, said, item.target_provider_id)
    return message if message and message.direction is Direction.IN else None


def _edit(work: Work, message: Message, edit: MessageEdit) -> None:
    work.changes.edits.append(edit)
    work.tell(
        LogEntry(
            kind=MESSAGE_CHANGED,
            at=work.now,
            conversation_id=message.conversation_id,
            case_id=message.case_id,
            message_id=message.id,
        )
    )


def _tell_contact(work: Work, known: KnownIdentity, kind: str, data: dict[str, object]) -> None:
    work.tell(
        LogEntry(
            kind=kind,
            at=work.now,
            conversation_id=known.conversation.id,
            contact_id=known.contact.id,
            data=data,
        )
    )

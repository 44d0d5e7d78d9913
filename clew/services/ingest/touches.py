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
from clew.ports.store.early import MOST_WAITING, EarlyTouch, Touch
from clew.ports.store.kinds import INBOX_CHANGED, MESSAGE_CHANGED
from clew.ports.store.people import InboxNews
from clew.services.ingest.parsing import REASON_MAX_CHARS, Said
from clew.services.ingest.recognising import display, find
from clew.services.ingest.work import Work, words
from clew.services.opt_outs import Wisher, note_word


def take_touch(work: Work, said: Said, item: Touch) -> None:
    """Do to a message what the contact did; what comes before its message waits for it."""
    if isinstance(item, IncomingReaction):
        _hear_from(work, said, item)
    message = work.context.messages.get((said.inbox.id, item.target_provider_id))
    if message is None:
        _keep(work, EarlyTouch.of(said.inbox.id, item))
    else:
        _do(work, message, item)


def catch_up(work: Work, said: Said, provider_id: str) -> None:
    """Do to a message what was done to it before it came."""
    name = said.inbox.id, provider_id
    message = work.context.messages.get(name)
    if message is None or name not in work.context.early:
        return
    for one in sorted(work.context.early.pop(name), key=lambda early: early.at):
        _do(work, message, one.touch)
    work.changes.early = [one for one in work.changes.early if one.target != name]
    work.changes.caught_up.append(name)


def _keep(work: Work, early: EarlyTouch) -> None:
    waiting = work.context.early.setdefault(early.target, [])
    if len(waiting) < MOST_WAITING:
        waiting.append(early)
        work.changes.early.append(early)


def _do(work: Work, message: Message, touch: Touch) -> None:
    if isinstance(touch, IncomingReaction):
        _react(work, message, touch)
    elif message.direction is Direction.IN:  # ours are not theirs to change
        _edit(work, message, _edit_of(message, touch))


def _react(work: Work, message: Message, item: IncomingReaction) -> None:
    """Put the contact's reaction on a message, in place of their earlier one."""
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


def _edit_of(message: Message, item: IncomingEdit | IncomingDeletion) -> MessageEdit:
    """Return a message as the contact wants it; that one was taken back stays visible."""
    if isinstance(item, IncomingDeletion):
        return MessageEdit(message_id=message.id, text="", deleted_at=item.at)
    return MessageEdit(
        message_id=message.id,
        text=words(item.text),
        content=item.content,
        edited_at=item.at,
    )


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
    who = Wisher(
        channel=said.channel.key,
        contact_id=known.contact.id,
        conversation_id=known.conversation.id,
    )
    note_word(work.changes, who, item.scope, work.deps, is_given=not is_out)
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

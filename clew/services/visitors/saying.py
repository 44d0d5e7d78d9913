"""A visitor writes, edits, takes back and reacts: taken in at once, by the way of all channels."""

from dataclasses import dataclass, replace

from clew.domain.errors import Conflict, InvalidInput, NotFound
from clew.domain.faults import Fault
from clew.domain.ids import AttachmentId, IdentityId, MessageId
from clew.domain.message import Attachment, Direction, Message, in_turn
from clew.domain.sizes import check_count, check_length
from clew.ports.channel import (
    VISITOR,
    Address,
    Incoming,
    IncomingDeletion,
    IncomingEdit,
    IncomingMessage,
    IncomingReaction,
    MessageKind,
    Sender,
)
from clew.ports.store import Transaction
from clew.services.deps import Deps
from clew.services.ingest import Said, Work, take_directly
from clew.services.visitors.errors import OnlyVerifiedMayWrite
from clew.services.visitors.proving import prove
from clew.services.visitors.rooms import Room
from clew.services.visitors.seeing import sight_of, visible_to
from clew.services.visitors.visiting import Visiting

TEXT_MAX_CHARS = 10_000
ATTACHMENTS_MAX = 10
EMOJI_MAX_CHARS = 32
# Two requests that bring the same message at once: the second finds it when it looks again.
ATTEMPTS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Say:
    """What a visitor writes; the same id again is the same message."""

    message_id: MessageId
    text: str
    attachment_ids: tuple[AttachmentId, ...] = ()
    reply_to: MessageId | None = None


async def say(command: Say, *, visiting: Visiting, room: Room, deps: Deps) -> bool:
    """Take in a visitor's message; it is durable when this returns. Say whether it was new.

    Raises:
        InvalidInput: It is empty or too long, or a file or the quoted message is not theirs.
        Conflict: The id is another message's.
        OnlyVerifiedMayWrite: The inbox wants the site to vouch for whoever writes.
    """
    _check(command, visiting, room)
    for _ in range(ATTEMPTS - 1):
        try:
            return await _say_once(command, visiting, room, deps)
        except Conflict as conflict:
            if isinstance(conflict, _IsAnothers):
                raise
    return await _say_once(command, visiting, room, deps)


class _IsAnothers(Conflict):
    """The id is in use for a message of somebody else's, or one of ours."""

    code = "conflict"

    def __init__(self) -> None:
        super().__init__("message")


def _check(command: Say, visiting: Visiting, room: Room) -> None:
    if room.site.only_verified and visiting.visitor.subject is None:
        raise OnlyVerifiedMayWrite
    check_length("text", command.text, most=TEXT_MAX_CHARS)
    check_count("attachments", command.attachment_ids, most=ATTACHMENTS_MAX)
    if not command.text.strip() and not command.attachment_ids:
        raise InvalidInput("text", "say something, or send a file", Fault.MISSING)


async def _say_once(command: Say, visiting: Visiting, room: Room, deps: Deps) -> bool:
    visitor = visiting.visitor
    async with deps.store.write() as tx:
        await prove(visitor, tx, deps)
        if await _is_known(command, visiting, tx):
            return False
        files = await tx.sights.uploads(visitor, command.attachment_ids)
        if len(files) != len(set(command.attachment_ids)):
            raise InvalidInput("attachments", "upload them first, and use each once")
        quoted = await _quoted(command.reply_to, visiting, tx)
        item = IncomingMessage(
            provider_id=str(command.message_id),
            sender=sender_of(visiting),
            sent_at=deps.clock.now(),
            kind=MessageKind.MEDIA if files else MessageKind.TEXT,
            text=command.text,
            reply_to_provider_id=quoted.provider_id if quoted else None,
            own_id=command.message_id,
        )

        added: list[Message] = []

        def complete(work: Work) -> None:
            _complete(work, files, quoted)
            added.extend(work.changes.messages)

        # Who was quicker, between our look and the lock, has brought the same message.
        await take_directly([_said(room, item)], tx, deps, complete)
        if added:
            # With the first message the visitor has become a contact, of whom it is known at once.
            await prove(visitor, tx, deps)
    return bool(added)


def _complete(work: Work, files: list[Attachment], quoted: Message | None) -> None:
    """Add what no provider's message has: files that are here, and quotes across channels."""
    if not work.changes.messages:
        return
    message = work.changes.messages[-1]
    if quoted is not None and message.reply_to is None:
        message = replace(message, reply_to=quoted.id, reply_to_provider_id=None)
        work.changes.messages[-1] = message
    work.changes.updated_attachments.extend(
        replace(
            file,
            message_id=message.id,
            conversation_id=message.conversation_id,
            inbox_id=message.inbox_id,
        )
        for file in in_turn(files)
    )


async def _is_known(command: Say, visiting: Visiting, tx: Transaction) -> bool:
    """Say whether the message is here already.

    Raises:
        Conflict: The id is in use for another message.
    """
    visitor = visiting.visitor
    known = await tx.message(visitor.workspace_id, command.message_id)
    if known is None:
        return False
    if known.identity_id is None or known.identity_id != await _identity_id(visiting, tx):
        raise _IsAnothers
    if known.direction is not Direction.IN:
        raise _IsAnothers
    return True


async def _identity_id(visiting: Visiting, tx: Transaction) -> IdentityId | None:
    visitor = visiting.visitor
    found = await tx.visitors.whereabouts(visitor.workspace_id, [visitor.id])
    return found[visitor.id].identity_id if visitor.id in found else None


async def _quoted(
    message_id: MessageId | None, visiting: Visiting, tx: Transaction
) -> Message | None:
    if message_id is None:
        return None
    quoted = await visible_message(message_id, visiting, tx)
    if quoted is None:
        raise InvalidInput("reply_to", "there is no such message", Fault.UNKNOWN)
    return quoted


async def visible_message(
    message_id: MessageId, visiting: Visiting, tx: Transaction
) -> Message | None:
    """Return a message that the visitor sees, or None."""
    visitor = visiting.visitor
    found = await tx.visitors.whereabouts(visitor.workspace_id, [visitor.id])
    where = found.get(visitor.id)
    if where is None:
        return None
    seen = await tx.sights.seen(visitor.workspace_id, [message_id])
    if not visible_to(sight_of(visitor, where), seen):
        return None
    return await tx.message(visitor.workspace_id, message_id)


async def edit(
    message_id: MessageId, text: str, *, visiting: Visiting, room: Room, deps: Deps
) -> None:
    """Let a message of the visitor's read otherwise.

    Raises:
        NotFound: They wrote no such message here.
        InvalidInput: It would be empty or too long.
    """
    check_length("text", text if text.strip() else "", least=1, most=TEXT_MAX_CHARS)
    target = str(message_id)
    item = IncomingEdit(
        provider_id=f"{target}/edit/{deps.ids.new()}",
        sender=sender_of(visiting),
        at=deps.clock.now(),
        target_provider_id=target,
        text=text,
    )
    await _touch(message_id, item, visiting, room, deps, is_own=True)


async def take_back(message_id: MessageId, *, visiting: Visiting, room: Room, deps: Deps) -> None:
    """Empty a message of the visitor's; that there was one stays visible.

    Raises:
        NotFound: They wrote no such message here.
    """
    target = str(message_id)
    item = IncomingDeletion(
        provider_id=f"{target}/delete",
        sender=sender_of(visiting),
        at=deps.clock.now(),
        target_provider_id=target,
    )
    await _touch(message_id, item, visiting, room, deps, is_own=True)


async def react(
    message_id: MessageId, emoji: str | None, *, visiting: Visiting, room: Room, deps: Deps
) -> None:
    """Put the visitor's reaction on a message, in place of their earlier one; None takes it back.

    Raises:
        NotFound: There is no such message in this chat.
        InvalidInput: It is no emoji.
    """
    if emoji is not None and not _is_emoji(emoji):
        raise InvalidInput("emoji", "one emoji", Fault.UNFIT)
    target = str(message_id)
    item = IncomingReaction(
        provider_id=f"{target}/react/{deps.ids.new()}",
        sender=sender_of(visiting),
        at=deps.clock.now(),
        target_provider_id=target,
        emoji=emoji,
    )
    await _touch(message_id, item, visiting, room, deps, is_own=False)


async def _touch(
    message_id: MessageId,
    item: Incoming,
    visiting: Visiting,
    room: Room,
    deps: Deps,
    *,
    is_own: bool,
) -> None:
    async with deps.store.write() as tx:
        message = await visible_message(message_id, visiting, tx)
        is_here = message is not None and message.inbox_id == room.inbox.id
        if message is None or not is_here:
            raise NotFound("message", message_id)
        is_theirs = message.direction is Direction.IN and message.identity_id == await _identity_id(
            visiting, tx
        )
        if is_own and not is_theirs:
            raise NotFound("message", message_id)
        await take_directly([_said(room, item)], tx, deps)


def sender_of(visiting: Visiting) -> Sender:
    """Return a visitor as channels name who wrote."""
    visitor = visiting.visitor
    return Sender((Address(VISITOR, str(visitor.id)),), display_name=visitor.call_name)


def _said(room: Room, item: Incoming) -> Said:
    return Said(0, room.inbox, room.channel, item)


def _is_emoji(text: str) -> bool:
    """Say whether a text may be a single emoji: short, and no letter of any language."""
    return 0 < len(text) <= EMOJI_MAX_CHARS and not any(
        character.isalpha() or character.isspace() or ord(character) < ord("#")
        for character in text
    )

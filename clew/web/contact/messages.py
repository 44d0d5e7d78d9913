"""Messages from the contact's side: what was said, and saying, editing, reacting."""

from typing import Annotated
from uuid import UUID

from litestar import Response
from litestar.params import FromPath, JSONBody
from msgspec import Meta, Struct

from clew.domain.errors import NotFound
from clew.domain.ids import AttachmentId, MessageId
from clew.services.visitors import marking, saying
from clew.services.visitors.limits import CONVERSATIONS, MESSAGES, as_windows, count_everywhere
from clew.services.visitors.saying import Say
from clew.services.visitors.seeing import HistoryView, MessageView, history, one_message, where_is
from clew.web.contact.lobby import AtLobby, CalledBy, Caller, Lobby
from clew.web.parameters import NO_NUL, Limit, Seq, SeqNumber

Words = Annotated[str, Meta(max_length=10_000)]


class NewWords(Struct):
    """A message. `id` is a UUID that the client mints: the same again has no effect."""

    id: UUID
    text: Words = ""
    attachments: Annotated[list[UUID], Meta(max_length=10)] = []
    reply_to: UUID | None = None


class ChangedWords(Struct):
    """What a message shall read."""

    text: Words


class NewReaction(Struct):
    """An emoji, or null to take it back."""

    emoji: Annotated[str, Meta(max_length=32, pattern=NO_NUL)] | None


class ReadUpTo(Struct):
    """Up to which place everything was seen."""

    seq: SeqNumber


class IsTyping(Struct):
    """Whether the visitor types."""

    is_typing: bool


async def list_messages(
    *, lobby: AtLobby, caller: CalledBy, before: Seq = None, after: Seq = None, limit: Limit = 50
) -> HistoryView:
    """Return the latest messages, those before a place, or what changed since a number."""
    found = await history(caller.visiting, before=before, after=after, limit=limit, deps=lobby.deps)
    if after is None and before is None and found.items:
        await marking.mark_delivered(
            found.items[-1].place, visiting=caller.visiting, room=caller.room, deps=lobby.deps
        )
    return found


async def say(
    *, data: JSONBody[NewWords], lobby: AtLobby, caller: CalledBy
) -> Response[MessageView]:
    """Say something: 201, and 200 if it was here already. Durable before it is answered."""
    visitor = caller.visiting.visitor
    lobby.fence.pass_through(MESSAGES, "messages", visitor.id)
    await _check_new(lobby, caller)
    command = Say(
        message_id=MessageId(data.id),
        text=data.text.replace("\x00", ""),
        attachment_ids=tuple(AttachmentId(one) for one in data.attachments),
        reply_to=MessageId(data.reply_to) if data.reply_to else None,
    )
    is_new = await saying.say(command, visiting=caller.visiting, room=caller.room, deps=lobby.deps)
    lobby.presence.say_typing(visitor.workspace_id, visitor.id, is_typing=False)
    return Response(await _view(data.id, lobby, caller), status_code=201 if is_new else 200)


async def edit_message(
    message_id: FromPath[UUID], *, data: JSONBody[ChangedWords], lobby: AtLobby, caller: CalledBy
) -> MessageView:
    """Let a message of the visitor's read otherwise."""
    await saying.edit(
        MessageId(message_id),
        data.text.replace("\x00", ""),
        visiting=caller.visiting,
        room=caller.room,
        deps=lobby.deps,
    )
    return await _view(message_id, lobby, caller)


async def take_message_back(
    message_id: FromPath[UUID], *, lobby: AtLobby, caller: CalledBy
) -> None:
    """Empty a message of the visitor's."""
    await saying.take_back(
        MessageId(message_id), visiting=caller.visiting, room=caller.room, deps=lobby.deps
    )


async def react(
    message_id: FromPath[UUID], *, data: JSONBody[NewReaction], lobby: AtLobby, caller: CalledBy
) -> None:
    """Put a reaction on a message, in place of the earlier one."""
    await saying.react(
        MessageId(message_id),
        data.emoji or None,
        visiting=caller.visiting,
        room=caller.room,
        deps=lobby.deps,
    )


async def mark_read(*, data: JSONBody[ReadUpTo], lobby: AtLobby, caller: CalledBy) -> None:
    """Note that everything up to a place was seen."""
    await marking.mark_read(data.seq, visiting=caller.visiting, room=caller.room, deps=lobby.deps)


async def set_typing(*, data: JSONBody[IsTyping], lobby: AtLobby, caller: CalledBy) -> None:
    """Tell the agents that the visitor types."""
    visitor = caller.visiting.visitor
    lobby.presence.say_typing(visitor.workspace_id, visitor.id, is_typing=data.is_typing)


async def _check_new(lobby: Lobby, caller: Caller) -> None:
    """Let an address begin so many conversations an hour and no more."""
    visitor = caller.visiting.visitor
    async with lobby.deps.store.read() as reader:
        where = await where_is(visitor, reader)
    if where is None:
        lobby.fence.pass_through(CONVERSATIONS, "conversations", caller.address)
        await count_everywhere(
            as_windows(CONVERSATIONS), "conversations", caller.address, lobby.deps
        )


async def _view(message_id: UUID, lobby: Lobby, caller: Caller) -> MessageView:
    found = await one_message(caller.visiting, message_id, deps=lobby.deps)
    if found is None:
        raise NotFound("message", message_id)
    return found

"""Replies and notes: what an agent writes into a conversation."""

from datetime import timedelta
from typing import Annotated
from uuid import UUID

from litestar import Response
from litestar.params import FromPath, JSONBody
from msgspec import Meta, Struct, to_builtins

from clew.domain.facts import Outcome
from clew.domain.ids import (
    AgentId,
    AttachmentId,
    CaseId,
    ConversationId,
    InboxId,
    MessageId,
    NoteId,
)
from clew.ports.store.views import AttachmentView, CaseView, TimelineItem
from clew.services import attachments, replies
from clew.services.asking import Asker, view_case
from clew.services.letters import Wishes
from clew.services.replies import AddNote, SendReply, Then
from clew.web.options import Desk
from clew.web.parameters import AskedBy, AtDesk, Instant, Line, Text, checked_instant

Addresses = Annotated[list[Line], Meta(max_length=50)]
HoldSeconds = Annotated[int, Meta(ge=0, le=60)]


class ChosenTemplate(Struct):
    """An approved message form with its values."""

    name: Line
    language: Line
    parameters: Annotated[
        dict[Line, Annotated[str, Meta(max_length=1024)]], Meta(max_length=50)
    ] = {}


class NewMessage(Struct):
    """A reply. `id` is a UUID that the client mints: the same again has no effect.

    With `send_at` it goes out then, unless the contact writes or a colleague answers before; until
    then it has answered nothing, and it is taken back or sent at once like any other.
    `then` parks or resolves the case with it; `hold_seconds` is how long it can be taken back;
    `expected_seq` is the newest reply that the agent has seen, and a newer one refuses this one.
    `subject`, `to`, `cc` and `bcc` are for channels where a message is a letter; the contact always
    gets it, `to` names further readers, and what is left out is as usual.
    """

    id: UUID
    case_id: UUID
    text: Text = ""
    inbox_id: UUID | None = None
    attachments: Annotated[list[UUID], Meta(max_length=30)] = []
    reply_to: UUID | None = None
    then: Then | None = None
    wake_at: Instant | None = None
    park_reason: Text = ""
    outcome: Outcome = Outcome.SOLVED
    hold_seconds: HoldSeconds | None = None
    send_at: Instant | None = None
    expected_seq: Annotated[int, Meta(ge=0, le=2**53)] | None = None
    promise_at: Instant | None = None
    holding: bool = False
    template: ChosenTemplate | None = None
    subject: Line | None = None
    to: Addresses | None = None
    cc: Addresses | None = None
    bcc: Addresses | None = None


class NewNote(Struct):
    """A note for the team. `id` is a UUID that the client mints: the same again has no effect."""

    id: UUID
    case_id: UUID
    text: Text
    mentions: Annotated[list[UUID], Meta(max_length=50)] = []


async def send_message(
    conversation_id: FromPath[UUID], *, data: JSONBody[NewMessage], desk: AtDesk, asker: AskedBy
) -> Response[TimelineItem | None]:
    """Queue a reply: 201, and 200 if it was here already."""
    command = SendReply(
        conversation_id=ConversationId(conversation_id),
        message_id=MessageId(data.id),
        case_id=CaseId(data.case_id),
        text=data.text,
        inbox_id=InboxId(data.inbox_id) if data.inbox_id else None,
        attachment_ids=tuple(AttachmentId(one) for one in data.attachments),
        reply_to=MessageId(data.reply_to) if data.reply_to else None,
        then=data.then,
        wake_at=checked_instant(data.wake_at, "wake_at") if data.wake_at else None,
        park_reason=data.park_reason,
        outcome=data.outcome,
        hold=None if data.hold_seconds is None else timedelta(seconds=data.hold_seconds),
        send_at=checked_instant(data.send_at, "send_at") if data.send_at else None,
        expected_seq=data.expected_seq,
        promise_at=checked_instant(data.promise_at, "promise_at") if data.promise_at else None,
        is_holding=data.holding,
        template=to_builtins(data.template) if data.template else None,
        letter=Wishes(
            subject=data.subject,
            to=None if data.to is None else tuple(data.to),
            cc=None if data.cc is None else tuple(data.cc),
            bcc=None if data.bcc is None else tuple(data.bcc),
        ),
    )
    is_new = await replies.send_reply(command, asker=asker, deps=desk.deps)
    item = await _item(conversation_id, data.id, desk, asker)
    return Response(item, status_code=201 if is_new else 200)


async def add_note(
    conversation_id: FromPath[UUID], *, data: JSONBody[NewNote], desk: AtDesk, asker: AskedBy
) -> Response[TimelineItem | None]:
    """Keep a note for the team: 201, and 200 if it was here already."""
    command = AddNote(
        conversation_id=ConversationId(conversation_id),
        note_id=NoteId(data.id),
        case_id=CaseId(data.case_id),
        text=data.text,
        mentions=tuple(AgentId(one) for one in data.mentions),
    )
    is_new = await replies.add_note(command, asker=asker, deps=desk.deps)
    item = await _item(conversation_id, data.id, desk, asker)
    return Response(item, status_code=201 if is_new else 200)


class TakenBack(Struct):
    """What comes back to the composer, and the case as it stands again."""

    text: str
    attachments: list[AttachmentView]
    case: CaseView | None


async def undo_message(
    conversation_id: FromPath[UUID], message_id: FromPath[UUID], *, desk: AtDesk, asker: AskedBy
) -> TakenBack:
    """Take a reply back that is still held."""
    item = await _item(conversation_id, message_id, desk, asker)
    undone = await replies.undo_reply(
        ConversationId(conversation_id), MessageId(message_id), asker=asker, deps=desk.deps
    )
    files = [
        attachments.view(await attachments.find(one, asker=asker, deps=desk.deps))
        for one in undone.attachment_ids
    ]
    case = None
    if item is not None and item.case_id is not None:
        async with desk.deps.store.read() as reader:
            case = await view_case(reader, asker, CaseId(item.case_id))
    return TakenBack(text=undone.text, attachments=files, case=case)


async def send_message_again(
    conversation_id: FromPath[UUID], message_id: FromPath[UUID], *, desk: AtDesk, asker: AskedBy
) -> TimelineItem | None:
    """Send a reply once more that did not arrive, or perhaps did not; a scheduled one at once."""
    await replies.send_again(
        ConversationId(conversation_id), MessageId(message_id), asker=asker, deps=desk.deps
    )
    return await _item(conversation_id, message_id, desk, asker)


async def _item(
    conversation_id: UUID, entry_id: UUID, desk: Desk, asker: Asker
) -> TimelineItem | None:
    """Return an entry of the timeline; null for one of another conversation."""
    async with desk.deps.store.read() as reader:
        found = await reader.item(asker.workspace_id, entry_id)
    return found[1] if found and found[0] == conversation_id else None

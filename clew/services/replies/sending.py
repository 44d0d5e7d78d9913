"""An agent's reply: message, delivery and moves are written together; the sender sends it later."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from clew.domain import events
from clew.domain.access import Permission, may, require
from clew.domain.case import Case, apply_all
from clew.domain.ending import resolve
from clew.domain.errors import CannotSend, Conflict, InvalidInput, NewerReplyExists, NotFound
from clew.domain.facts import Outcome
from clew.domain.ids import AttachmentId, CaseId, ConversationId, InboxId, MessageId
from clew.domain.message import (
    Attachment,
    AttachmentState,
    Delivery,
    DeliveryState,
    Direction,
    Message,
    Undo,
)
from clew.domain.owning import Assignment, assign
from clew.domain.replying import Reply, reply
from clew.domain.waiting import REASON_MAX_CHARS, park
from clew.ports.channel import Deny, Draft, NeedTemplate, WaitUntil
from clew.ports.store import Changes, LogEntry, Transaction
from clew.ports.store.kinds import MESSAGE
from clew.services.asking import Asker, load_case
from clew.services.deps import Deps
from clew.services.directory import Workplace
from clew.services.journal import entries
from clew.services.sendability import Way, ways_to


class Then(StrEnum):
    """What becomes of the case once the reply is on its way."""

    PARK = "park"
    RESOLVE = "resolve"


@dataclass(frozen=True, slots=True, kw_only=True)
class SendReply:
    """What an agent wants to send.

    Attributes:
        message_id: Minted by the asker; the same again has no effect.
        inbox_id: By default where the contact last wrote.
        hold: How long it can be taken back.
        expected_seq: The newest reply that the asker has seen; a newer one refuses this.
        template: `{name, language, parameters}` in place of the text.
    """

    conversation_id: ConversationId
    message_id: MessageId
    case_id: CaseId
    text: str
    inbox_id: InboxId | None = None
    attachment_ids: tuple[AttachmentId, ...] = ()
    reply_to: MessageId | None = None
    then: Then | None = None
    wake_at: datetime | None = None
    park_reason: str = ""
    outcome: Outcome = Outcome.SOLVED
    hold: timedelta | None = None
    expected_seq: int | None = None
    promise_at: datetime | None = None
    is_holding: bool = False
    template: Mapping[str, object] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """Everything that a reply is decided on."""

    command: SendReply
    asker: Asker
    case: Case
    way: Way
    files: Sequence[Attachment]
    quoted: Message | None
    workplace: Workplace
    now: datetime


async def send_reply(command: SendReply, *, asker: Asker, deps: Deps) -> bool:
    """Queue a reply and pass the move on; say whether it was new.

    The provider is called later, by the sender: one that is down delays the message and
    never loses it.

    Raises:
        NotFound: No such conversation or case here.
        Conflict: The message's id is in use for another one.
        NewerReplyExists: A colleague has just answered.
        CannotSend: The channel does not take it; the reason says why.
        ClewError: What the verbs of the domain refuse.
    """
    require(asker.agent.role, Permission.ANSWER)
    _check_size(command, deps)
    async with deps.store.write() as tx:
        known = await tx.message(asker.workspace_id, command.message_id)
        if known is not None:
            if known.conversation_id != command.conversation_id:
                raise Conflict("message")
            return False
        loaded = await _load(command, asker=asker, tx=tx, deps=deps)
        await tx.record(_decide(loaded, deps))
    return True


def _check_size(command: SendReply, deps: Deps) -> None:
    limits = deps.limits
    if len(command.text) > limits.reply_max_chars:
        raise InvalidInput("text", f"at most {limits.reply_max_chars} characters")
    if len(command.attachment_ids) > limits.attachments_per_message:
        raise InvalidInput("attachments", f"at most {limits.attachments_per_message}")


async def _load(command: SendReply, *, asker: Asker, tx: Transaction, deps: Deps) -> Loaded:
    case = await load_case(tx, asker, command.case_id)
    if case.conversation_id != command.conversation_id:
        raise NotFound("case", command.case_id)
    await _check_newest(tx, asker, command)
    files = await _files(tx, asker, command)
    workplace = await deps.directory.workplace(asker.workspace_id)
    reach = await tx.reachability(asker.workspace_id, command.conversation_id)
    now = deps.clock.now()
    draft = Draft(
        has_text=bool(command.text.strip()),
        is_template=command.template is not None,
        attachment_bytes=tuple(file.byte_count for file in files),
    )
    ways = ways_to(workplace.inboxes, deps.channels, reach, now, draft)
    return Loaded(
        command=command,
        asker=asker,
        case=case,
        way=_chosen(ways, command.inbox_id),
        files=files,
        quoted=await _quoted(tx, asker, command),
        workplace=workplace,
        now=now,
    )


async def _check_newest(tx: Transaction, asker: Asker, command: SendReply) -> None:
    if command.expected_seq is None:
        return
    newest = await tx.newest_reply(asker.workspace_id, command.conversation_id)
    if newest is not None and newest[0] > command.expected_seq:
        raise NewerReplyExists(newest[1])


async def _files(tx: Transaction, asker: Asker, command: SendReply) -> list[Attachment]:
    if not command.attachment_ids:
        return []
    found = await tx.attachments(asker.workspace_id, command.attachment_ids)
    usable = {
        one.id: one
        for one in found
        if one.uploaded_by == asker.id
        and one.message_id is None
        and one.state is AttachmentState.READY
    }
    for wanted in command.attachment_ids:
        if wanted not in usable:
            raise NotFound("attachment", wanted)
    return [usable[wanted] for wanted in command.attachment_ids]


async def _quoted(tx: Transaction, asker: Asker, command: SendReply) -> Message | None:
    if command.reply_to is None:
        return None
    quoted = await tx.message(asker.workspace_id, command.reply_to)
    if quoted is None or quoted.conversation_id != command.conversation_id:
        raise NotFound("message", command.reply_to)
    return quoted


def _chosen(ways: Sequence[Way], inbox_id: InboxId | None) -> Way:
    """Return the inbox and address to send by, or say why there is none.

    Raises:
        CannotSend: With the reason.
        NotFound: No such inbox here.
    """
    if inbox_id is not None:
        way = next((one for one in ways if one.inbox.id == inbox_id), None)
        if way is None:
            raise NotFound("inbox", inbox_id)
    elif ways:
        way = ways[0]
    else:
        raise CannotSend("no_inbox", "no inbox is connected yet; add one first")
    if isinstance(way.permission, NeedTemplate):
        raise CannotSend(
            "template_required",
            f"{way.inbox.name} takes only an approved template until the contact writes again",
        )
    if isinstance(way.permission, Deny):
        reason = way.permission.reason.value
        raise CannotSend(reason, f"{way.inbox.name} cannot take this: {reason.replace('_', ' ')}")
    return way


def _decide(loaded: Loaded, deps: Deps) -> Changes:
    case, now, asker = loaded.case, loaded.now, loaded.asker
    happened = _events(loaded)
    after = apply_all(case, happened)
    message = _message(loaded)
    changes = Changes(workspace_id=asker.workspace_id, at=now)
    changes.change(after, case)
    changes.messages.append(message)
    changes.deliveries.append(_delivery(loaded, after, deps))
    changes.updated_attachments.extend(
        replace(file, message_id=message.id, conversation_id=case.conversation_id)
        for file in loaded.files
    )
    changes.log.append(
        LogEntry(
            kind=MESSAGE,
            at=now,
            conversation_id=case.conversation_id,
            case_id=case.id,
            message_id=message.id,
            actor=asker.author,
        )
    )
    changes.log.extend(entries(after, happened, asker.author))
    return changes


def _events(loaded: Loaded) -> list[events.Event]:
    """Decide what a reply does to its case: answer, perhaps take it, then park or end it."""
    command, case, asker, now = loaded.command, loaded.case, loaded.asker, loaded.now
    policy = loaded.workplace.policy(case.facts.team_id)
    said = Reply(
        message_id=command.message_id,
        by=asker.id,
        promise_at=command.promise_at,
        is_holding=command.is_holding,
        window_closes_at=loaded.way.window_closes_at,
        may_put_off=may(asker.agent.role, Permission.PUT_OFF),
    )
    happened = list(reply(case, said, now, policy))
    if case.facts.owner_id is None:
        mine = Assignment(
            owner_id=asker.id,
            team_id=case.facts.team_id,
            is_reachable=loaded.workplace.is_reachable(asker.id),
            cause=events.Cause.REPLY,
            by=asker.id,
        )
        happened += assign(apply_all(case, happened), mine, now)
    return [*happened, *_afterwards(loaded, apply_all(case, happened))]


def _afterwards(loaded: Loaded, so_far: Case) -> tuple[events.Event, ...]:
    command, by = loaded.command, loaded.asker.id
    if command.then is Then.PARK:
        if command.wake_at is None:
            raise InvalidInput("wake_at", "say until when the case is put aside")
        reason = command.park_reason.strip() or command.text.strip()[:REASON_MAX_CHARS]
        return park(so_far, command.wake_at, reason, by, loaded.now)
    if command.then is Then.RESOLVE:
        return resolve(so_far, command.outcome, by, loaded.now)
    return ()


def _delivery(loaded: Loaded, after: Case, deps: Deps) -> Delivery:
    case, now, way = loaded.case, loaded.now, loaded.way
    hold = deps.limits.undo if loaded.command.hold is None else loaded.command.hold
    held_until = now + min(max(hold, timedelta(0)), deps.limits.undo_max)
    free_at = way.permission.at if isinstance(way.permission, WaitUntil) else held_until
    return Delivery(
        message_id=loaded.command.message_id,
        workspace_id=loaded.asker.workspace_id,
        conversation_id=case.conversation_id,
        case_id=case.id,
        inbox_id=way.inbox.id,
        identity_id=way.identity.id if way.identity else None,
        state=DeliveryState.QUEUED,
        queued_at=now,
        held_until=held_until,
        next_attempt_at=max(held_until, free_at),
        answered=case.facts.answer,
        undo=Undo(before=case.facts, revision=after.revision),
    )


def _message(loaded: Loaded) -> Message:
    command, case, quoted = loaded.command, loaded.case, loaded.quoted
    return Message(
        id=command.message_id,
        workspace_id=loaded.asker.workspace_id,
        conversation_id=case.conversation_id,
        case_id=case.id,
        inbox_id=loaded.way.inbox.id,
        channel=loaded.way.inbox.channel,
        direction=Direction.OUT,
        author=loaded.asker.author,
        identity_id=loaded.way.identity.id if loaded.way.identity else None,
        text=command.text.replace("\x00", ""),
        at=loaded.now,
        sent_at=loaded.now,
        kind="template" if command.template else "text",
        content={"type": "template", **command.template} if command.template else None,
        reply_to=quoted.id if quoted else None,
        reply_to_provider_id=quoted.provider_id if quoted else None,
        turn_id=case.facts.answer.id if case.facts.answer else None,
        is_holding=command.is_holding,
    )

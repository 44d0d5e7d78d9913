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
from clew.services.sendability import Way, way_to, ways_to


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
    workplace = await deps.directory.workplace(asker.workspace_id)
    async with deps.store.write() as tx:
        known = await tx.message(asker.workspace_id, command.message_id)
        if known is not None:
            if known.conversation_id != command.conversation_id:
                raise Conflict("message")
            return False
        case = await load_case(tx, asker, command.case_id)
        if case.conversation_id != command.conversation_id:
            raise NotFound("case", command.case_id)
        await _check_newest(tx, asker, command)
        files = await _files(tx, asker, command, deps)
        way = await _way(tx, asker, command, workplace, deps, files)
        changes = await _decide(command, case, asker, way, workplace, deps, files, tx)
        await tx.record(changes)
    return True


async def _check_newest(tx: Transaction, asker: Asker, command: SendReply) -> None:
    if command.expected_seq is None:
        return
    newest = await tx.newest_reply(asker.workspace_id, command.conversation_id)
    if newest is not None and newest[0] > command.expected_seq:
        raise NewerReplyExists(newest[1])


async def _files(tx: Transaction, asker: Asker, command: SendReply, deps: Deps) -> list[Attachment]:
    if len(command.text) > deps.limits.reply_max_chars:
        raise InvalidInput("text", f"at most {deps.limits.reply_max_chars} characters")
    if len(command.attachment_ids) > deps.limits.attachments_per_message:
        raise InvalidInput("attachments", f"at most {deps.limits.attachments_per_message}")
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


async def _way(
    tx: Transaction,
    asker: Asker,
    command: SendReply,
    workplace: Workplace,
    deps: Deps,
    files: Sequence[Attachment],
) -> Way:
    """Return the inbox and address to send by, or say why there is none."""
    reach = await tx.reachability(asker.workspace_id, command.conversation_id)
    now = deps.clock.now()
    draft = Draft(
        has_text=bool(command.text.strip()),
        is_template=command.template is not None,
        attachment_bytes=tuple(file.byte_count for file in files),
    )
    if command.inbox_id is not None:
        inbox = workplace.inboxes.get(command.inbox_id)
        if inbox is None:
            raise NotFound("inbox", command.inbox_id)
        way = way_to(inbox, deps.channels[inbox.channel], reach, draft, now)
    else:
        ways = ways_to(workplace.inboxes, deps.channels, reach, now, draft)
        if not ways:
            raise CannotSend("no_inbox", "no inbox is connected yet; add one first")
        way = ways[0]
    check(way)
    return way


def check(way: Way) -> None:
    """Refuse what a channel does not take now.

    Raises:
        CannotSend: With the reason.
    """
    if isinstance(way.permission, NeedTemplate):
        raise CannotSend(
            "template_required",
            f"{way.inbox.name} takes only an approved template until the contact writes again",
        )
    if isinstance(way.permission, Deny):
        reason = way.permission.reason.value
        raise CannotSend(reason, f"{way.inbox.name} cannot take this: {reason.replace('_', ' ')}")


async def _decide(
    command: SendReply,
    case: Case,
    asker: Asker,
    way: Way,
    workplace: Workplace,
    deps: Deps,
    files: Sequence[Attachment],
    tx: Transaction,
) -> Changes:
    now = deps.clock.now()
    happened = _events(command, case, asker, way, workplace, now)
    after = apply_all(case, happened)
    changes = Changes(workspace_id=asker.workspace_id, at=now)
    changes.change(after, case)
    quoted = await tx.message(asker.workspace_id, command.reply_to) if command.reply_to else None
    if command.reply_to and (quoted is None or quoted.conversation_id != case.conversation_id):
        raise NotFound("message", command.reply_to)
    message = _message(command, case, asker, way, now, quoted)
    changes.messages.append(message)
    hold = min(deps.limits.undo if command.hold is None else command.hold, deps.limits.undo_max)
    ready_at = now + max(hold, timedelta(0))
    pause = way.permission.at if isinstance(way.permission, WaitUntil) else ready_at
    changes.deliveries.append(
        Delivery(
            message_id=message.id,
            workspace_id=asker.workspace_id,
            conversation_id=case.conversation_id,
            case_id=case.id,
            inbox_id=way.inbox.id,
            identity_id=message.identity_id,
            state=DeliveryState.QUEUED,
            queued_at=now,
            held_until=ready_at,
            next_attempt_at=max(ready_at, pause),
            answered=case.facts.answer,
            undo=Undo(before=case.facts, revision=after.revision),
        )
    )
    changes.updated_attachments.extend(
        replace(file, message_id=message.id, conversation_id=case.conversation_id) for file in files
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


def _events(
    command: SendReply,
    case: Case,
    asker: Asker,
    way: Way,
    workplace: Workplace,
    now: datetime,
) -> list[events.Event]:
    """Decide what a reply does to its case: answer, perhaps take it, then park or end it."""
    policy = workplace.policy(case.facts.team_id)
    said = Reply(
        message_id=command.message_id,
        by=asker.id,
        promise_at=command.promise_at,
        is_holding=command.is_holding,
        window_closes_at=way.window_closes_at,
        is_lead=may(asker.agent.role, Permission.PUT_OFF),
    )
    happened = list(reply(case, said, now, policy))
    if case.facts.owner_id is None:
        mine = Assignment(
            owner_id=asker.id,
            team_id=case.facts.team_id,
            is_reachable=workplace.is_reachable(asker.id),
            cause=events.Cause.REPLY,
            by=asker.id,
        )
        happened += assign(apply_all(case, happened), mine, now)
    so_far = apply_all(case, happened)
    if command.then is Then.PARK:
        if command.wake_at is None:
            raise InvalidInput("wake_at", "say until when the case is put aside")
        reason = command.park_reason.strip() or command.text.strip()[:REASON_MAX_CHARS]
        happened += park(so_far, command.wake_at, reason, asker.id, now)
    elif command.then is Then.RESOLVE:
        happened += resolve(so_far, command.outcome, asker.id, now)
    return happened


def _message(
    command: SendReply, case: Case, asker: Asker, way: Way, now: datetime, quoted: Message | None
) -> Message:
    return Message(
        id=command.message_id,
        workspace_id=asker.workspace_id,
        conversation_id=case.conversation_id,
        case_id=case.id,
        inbox_id=way.inbox.id,
        channel=way.inbox.channel,
        direction=Direction.OUT,
        author=asker.author,
        identity_id=way.identity.id if way.identity else None,
        text=command.text.replace("\x00", ""),
        at=now,
        sent_at=now,
        kind="template" if command.template else "text",
        content={"type": "template", **command.template} if command.template else None,
        reply_to=quoted.id if quoted else None,
        reply_to_provider_id=quoted.provider_id if quoted else None,
        turn_id=case.facts.answer.id if case.facts.answer else None,
        is_holding=command.is_holding,
    )

"""An agent's reply: message, delivery and moves are written together; the sender sends it later."""

from dataclasses import replace
from datetime import timedelta

from clew.domain import events
from clew.domain.access import Permission, may, require
from clew.domain.case import Case, apply_all
from clew.domain.ending import resolve
from clew.domain.errors import CaseIsResolved, Conflict, InvalidInput
from clew.domain.facts import Promise
from clew.domain.faults import Fault
from clew.domain.ids import MessageId
from clew.domain.message import Delivery, Message, Undo, in_turn
from clew.domain.owning import Assignment, assign
from clew.domain.replying import Reply, reply
from clew.domain.sizes import check_count, check_length
from clew.domain.waiting import REASON_MAX_CHARS, park
from clew.ports.store import Changes, Transaction
from clew.services.asking import Asker, load_case_in
from clew.services.deps import Deps
from clew.services.drafts import forget_sent
from clew.services.journal import entries
from clew.services.replies.commands import SendReply, Then
from clew.services.replies.loading import Loaded, load
from clew.services.replies.queueing import logged, outgoing, queued
from clew.services.replies.scheduling import check_schedule, scheduled
from clew.services.replies.templating import filled_in


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
    command = replace(command, text=command.text.replace("\x00", ""))
    _check_size(command, deps)
    if command.send_at is not None:
        check_schedule(command, command.send_at, deps.clock.now())
    workplace = await deps.directory.workplace(asker.workspace_id)
    async with deps.store.write() as tx:
        # The case is locked before we look: the same request twice at once is one message.
        case = await load_case_in(tx, asker, command.conversation_id, command.case_id)
        command = replace(command, conversation_id=case.conversation_id)
        if await _is_known(command, asker, tx):
            return False
        loaded = await load(command, case, workplace, tx, asker=asker, deps=deps)
        await tx.record(_decide(loaded, deps))
        await forget_sent(tx, case.id, "reply", command.text, asker=asker)
    return True


async def _is_known(command: SendReply, asker: Asker, tx: Transaction) -> bool:
    known = await tx.message(asker.workspace_id, command.message_id)
    if known is None:
        return False
    is_the_same = known.conversation_id == command.conversation_id and known.author.id == asker.id
    if not is_the_same:
        raise Conflict("message")
    return True


def _check_size(command: SendReply, deps: Deps) -> None:
    limits = deps.limits
    check_length("text", command.text, most=limits.reply_max_chars)
    check_count("attachments", command.attachment_ids, most=limits.attachments_per_message)


def _decide(loaded: Loaded, deps: Deps) -> Changes:
    case, now, asker = loaded.case, loaded.now, loaded.asker
    happened = _taken(loaded, case) if loaded.command.send_at else _events(loaded)
    after = apply_all(case, happened)
    message = _message(loaded)
    changes = Changes(workspace_id=asker.workspace_id, at=now)
    changes.change(after, case)
    changes.messages.append(message)
    delivery = _delivery(loaded, message, after, deps)
    send_at = loaded.command.send_at
    changes.deliveries.append(scheduled(delivery, send_at) if send_at else delivery)
    changes.updated_attachments.extend(
        replace(file, message_id=message.id, conversation_id=case.conversation_id)
        for file in in_turn(loaded.files)
    )
    changes.log.append(logged(message))
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
    happened += _taken(loaded, apply_all(case, happened))
    return [*happened, *_afterwards(loaded, apply_all(case, happened))]


def _taken(loaded: Loaded, case: Case) -> list[events.Event]:
    """Let whoever writes in a case that nobody owns take it."""
    if not case.is_open:
        raise CaseIsResolved
    if case.facts.owner_id is not None:
        return []
    mine = Assignment(
        owner_id=loaded.asker.id,
        team_id=case.facts.team_id,
        is_reachable=loaded.workplace.is_reachable(loaded.asker.id),
        cause=events.Cause.REPLY,
        by=loaded.asker.id,
    )
    return list(assign(case, mine, loaded.now))


def _afterwards(loaded: Loaded, so_far: Case) -> tuple[events.Event, ...]:
    command, by = loaded.command, loaded.asker.id
    if command.then is Then.PARK:
        if command.wake_at is None:
            raise InvalidInput("wake_at", "say until when the case is put aside", Fault.MISSING)
        reason = command.park_reason.strip() or command.text.strip()[:REASON_MAX_CHARS]
        return park(so_far, command.wake_at, reason, by, loaded.now)
    if command.then is Then.RESOLVE:
        return resolve(so_far, command.outcome, by, loaded.now)
    return ()


def _delivery(loaded: Loaded, message: Message, after: Case, deps: Deps) -> Delivery:
    facts = loaded.case.facts
    hold = deps.limits.undo if loaded.command.hold is None else loaded.command.hold
    held_until = loaded.now + min(max(hold, timedelta(0)), deps.limits.undo_max)
    return replace(
        queued(message, loaded.way, held_until=held_until),
        answered=None if loaded.command.is_holding else facts.answer,
        kept=facts.promise,
        promised=promise_of(after, message.id),
        undo=Undo(before=facts, revision=after.revision),
    )


def promise_of(case: Case, message_id: MessageId) -> Promise | None:
    """Return the promise that stands in a case because a message gave it."""
    promise = case.facts.promise
    return promise if promise is not None and promise.message_id == message_id else None


def _message(loaded: Loaded) -> Message:
    command, case, quoted = loaded.command, loaded.case, loaded.quoted
    text, kept = filled_in(command, loaded.template)
    message = outgoing(
        case,
        loaded.way,
        message_id=command.message_id,
        author=loaded.asker.author,
        text=text,
        at=loaded.now,
    )
    return replace(
        message,
        kind="template" if command.template else "text",
        content=kept or loaded.letter,
        reply_to=quoted.id if quoted else None,
        reply_to_provider_id=quoted.provider_id if quoted else None,
        turn_id=case.facts.answer.id if case.facts.answer else None,
        is_holding=command.is_holding,
    )

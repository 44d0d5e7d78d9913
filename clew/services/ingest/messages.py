"""A contact wrote: the message finds its case, which is opened, woken or reopened by it."""

from dataclasses import replace

from clew.domain.case import Case
from clew.domain.ids import AttachmentId, MessageId, TurnId
from clew.domain.message import (
    Attachment,
    AttachmentState,
    Author,
    AuthorKind,
    Direction,
    Message,
)
from clew.domain.opting_out import is_opt_out
from clew.domain.receiving import receive
from clew.ports.channel import IncomingMessage, MediaRef, Proof
from clew.ports.store import LogEntry
from clew.ports.store.kinds import MESSAGE
from clew.services.address_failures import note_life
from clew.services.ingest.parsing import Said, twin
from clew.services.ingest.placing import Placed, asks_for_nothing, place
from clew.services.ingest.work import Work, words
from clew.services.opt_outs import Wisher, hear_opt_out
from clew.services.owners import met_again


def take_message(work: Work, said: Said, item: IncomingMessage) -> None:
    """Put a contact's message into its conversation and case; a repeated one has no effect."""
    if item.is_report and said.event_id in work.understood:
        return
    name = _new_name(work, said, item)
    if name is None:
        return
    told = len(work.changes.log)
    placed = place(work, said, item)
    message_id = MessageId(item.own_id or work.deps.ids.new())
    if not asks_for_nothing(item):
        placed = replace(placed, case=_received(work, placed.case, message_id))
    message = _message(work, said, replace(item, provider_id=name), placed, message_id)
    work.context.messages[said.inbox.id, name] = message
    work.changes.messages.append(message)
    work.changes.attachments.extend(
        _attachment(work, message, replace(ref, event_id=said.event_id) if ref.part else ref)
        for ref in item.media
    )
    if not item.is_history:
        note_life(work.changes, placed.who.identity)
    if not placed.is_guest:
        work.hear_from(placed.who.identity.id, said.inbox.id, message.sent_at)
        if not asks_for_nothing(item) and is_opt_out(message.text):
            who = Wisher(
                channel=message.channel,
                contact_id=placed.who.contact.id,
                conversation_id=message.conversation_id,
            )
            hear_opt_out(work.changes, who, message.text, work.deps)
    work.tell(
        LogEntry(
            kind=MESSAGE,
            at=message.at,
            conversation_id=message.conversation_id,
            case_id=message.case_id,
            message_id=message_id,
            actor=message.author,
        )
    )
    if item.is_history:
        work.changes.log[told:] = [replace(one, is_history=True) for one in work.changes.log[told:]]


def _new_name(work: Work, said: Said, item: IncomingMessage) -> str | None:
    """Return the name that a message gets here, or None if it is here already.

    Where senders make the names, one of them may name two messages alike.
    """
    known = work.context.messages.get((said.inbox.id, item.provider_id))
    if known is None:
        return item.provider_id
    other = (known.content or {}).get("fingerprint", item.fingerprint)
    if other == item.fingerprint or known.direction is Direction.OUT:
        return None
    return None if (said.inbox.id, twin(item)) in work.context.messages else twin(item)


def _received(work: Work, case: Case, message_id: MessageId) -> Case:
    policy = work.workplace.policy(case.facts.team_id)
    turn_id = TurnId(work.deps.ids.new())
    was_open = case.is_open
    case = work.happen(case, receive(case, message_id, turn_id, work.now, policy))
    return case if was_open else work.happen(case, met_again(case, work.workplace, work.now))


def _message(
    work: Work,
    said: Said,
    item: IncomingMessage,
    placed: Placed,
    message_id: MessageId,
) -> Message:
    who, case, quoted = placed.who, placed.case, placed.quoted
    return Message(
        id=message_id,
        workspace_id=work.changes.workspace_id,
        conversation_id=case.conversation_id,
        case_id=case.id,
        inbox_id=said.inbox.id,
        channel=said.channel.key,
        direction=Direction.IN,
        author=Author(kind=AuthorKind.CONTACT, id=who.contact.id, name=who.contact.name),
        identity_id=who.identity.id,
        text=words(item.text),
        at=work.believed(item.sent_at) if item.is_history else work.now,
        sent_at=work.believed(item.sent_at),
        kind=item.kind.value,
        content=_content(said, item, placed) or None,
        provider_id=item.provider_id,
        reply_to=quoted.id if quoted else None,
        reply_to_provider_id=item.reply_to_provider_id,
        turn_id=None if asks_for_nothing(item) or not case.facts.answer else case.facts.answer.id,
        is_automatic=item.is_automatic,
    )


def _content(said: Said, item: IncomingMessage, placed: Placed) -> dict[str, object]:
    content: dict[str, object] = dict(item.content or {})
    if item.forwarded:
        content["forwarded"] = True
    if item.referral:
        content["referral"] = item.referral
    if item.fingerprint:
        content["fingerprint"] = item.fingerprint
    if item.sender.proof is not Proof.PROVIDER:
        content["proof"] = item.sender.proof.value
    if said.channel.letters is not None:
        content["event_id"] = said.event_id
    if placed.is_guest:
        content["is_guest"] = True
    if item.is_history:
        content["is_history"] = True
    return content


def _attachment(work: Work, message: Message, ref: MediaRef) -> Attachment:
    return Attachment(
        id=AttachmentId(work.deps.ids.new()),
        workspace_id=message.workspace_id,
        name=ref.name,
        media_type=ref.media_type,
        state=AttachmentState.PENDING,
        created_at=work.now,
        conversation_id=message.conversation_id,
        message_id=message.id,
        inbox_id=message.inbox_id,
        source=ref,
        byte_count=ref.size_bytes or 0,
        next_attempt_at=work.now,
    )

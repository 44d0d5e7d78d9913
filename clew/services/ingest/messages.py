"""A contact wrote: the message finds its case, which is opened, woken or reopened by it."""

from clew.domain.case import Case
from clew.domain.continuation import Begins, continuation
from clew.domain.ids import AttachmentId, CaseId, MessageId, TeamId, TurnId
from clew.domain.message import (
    Attachment,
    AttachmentState,
    Author,
    AuthorKind,
    Direction,
    Message,
)
from clew.domain.people import Inbox
from clew.domain.receiving import begin, open_case, receive
from clew.ports.channel import IncomingMessage, MediaRef
from clew.ports.store import KnownIdentity, LogEntry
from clew.ports.store.kinds import MESSAGE
from clew.services.ingest.parsing import Said
from clew.services.ingest.recognising import recognise
from clew.services.ingest.work import Work, words
from clew.services.journal import entries
from clew.services.owners import met_again


def take_message(work: Work, said: Said, item: IncomingMessage) -> None:
    """Put a contact's message into its conversation and case; a repeated one has no effect."""
    key = (said.inbox.id, item.provider_id)
    if key in work.context.messages:
        return
    who = recognise(work, said.channel, item.sender)
    quoted = None
    if item.reply_to_provider_id is not None:
        quoted = work.context.messages.get((said.inbox.id, item.reply_to_provider_id))
    case = _case_for(work, said.inbox, who, quoted)
    message_id = MessageId(work.deps.ids.new())
    policy = work.workplace.policy(case.facts.team_id)
    turn_id = TurnId(work.deps.ids.new())
    was_open = case.is_open
    case = work.happen(case, receive(case, message_id, turn_id, work.now, policy))
    if not was_open:
        case = work.happen(case, met_again(case, work.workplace, work.now))
    message = _message(work, said, item, (who, case, quoted), message_id)
    work.context.messages[key] = message
    work.changes.messages.append(message)
    work.changes.attachments.extend(_attachment(work, message, ref) for ref in item.media)
    work.hear_from(case.conversation_id, said.inbox.id, message.sent_at)
    work.tell(
        LogEntry(
            kind=MESSAGE,
            at=work.now,
            conversation_id=case.conversation_id,
            case_id=case.id,
            message_id=message_id,
            actor=message.author,
        )
    )


def _case_for(work: Work, inbox: Inbox, who: KnownIdentity, quoted: Message | None) -> Case:
    known = list(work.cases.get(who.conversation.id, {}).values())
    policy = work.workplace.policy(inbox.team_id)
    found = continuation(known, quoted.case_id if quoted else None, work.now, policy)
    if not isinstance(found, Begins):
        return found.case
    return _open(work, inbox.team_id, who, found.previous_case_id)


def _open(work: Work, team_id: TeamId, who: KnownIdentity, previous_case_id: CaseId | None) -> Case:
    policy = work.workplace.policy(team_id)
    opened = begin(work.now, team_id, policy, previous_case_id=previous_case_id)
    case = open_case(
        opened,
        case_id=CaseId(work.deps.ids.new()),
        workspace_id=work.changes.workspace_id,
        conversation_id=who.conversation.id,
        contact_id=who.contact.id,
        number=0,  # given when the batch is whole: see `batch`
    )
    work.changes.change(case, None)
    work.cases.setdefault(case.conversation_id, {})[case.id] = case
    work.tell(*entries(case, (opened,)))
    return case


def _message(
    work: Work,
    said: Said,
    item: IncomingMessage,
    found: tuple[KnownIdentity, Case, Message | None],
    message_id: MessageId,
) -> Message:
    who, case, quoted = found
    content = dict(item.content or {})
    if item.forwarded:
        content["forwarded"] = True
    if item.referral:
        content["referral"] = item.referral
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
        at=work.now,
        sent_at=work.believed(item.sent_at),
        kind=item.kind.value,
        content=content or None,
        provider_id=item.provider_id,
        reply_to=quoted.id if quoted else None,
        reply_to_provider_id=item.reply_to_provider_id,
        turn_id=case.facts.answer.id if case.facts.answer else None,
    )


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

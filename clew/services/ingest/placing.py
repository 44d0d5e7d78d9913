"""Where a message belongs: who wrote it, and in which case it goes on.

What it goes on with is found by what its sender cannot have made up: a signed reference, or the
name of a message that they were party to. The rules are in `clew.domain.joining` and
`clew.domain.continuation`; here is what they are asked about.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from clew.domain import joining
from clew.domain.case import Case
from clew.domain.continuation import Begins, can_go_on, continuation
from clew.domain.ending import resolve
from clew.domain.facts import Outcome
from clew.domain.ids import CaseId, MessageId, TeamId
from clew.domain.joining import Claim, is_believed, may_join
from clew.domain.message import Message
from clew.domain.receiving import begin, open_case
from clew.ports.channel import IncomingMessage, Proof, Sender
from clew.ports.store import KnownIdentity
from clew.services.ingest.parsing import Said
from clew.services.ingest.recognising import apart, find, recognise
from clew.services.ingest.work import Work
from clew.services.journal import entries

PROOFS = {
    Proof.PROVIDER: joining.Proof.GIVEN,
    Proof.NONE: joining.Proof.MISSING,
    Proof.FORGED: joining.Proof.REFUTED,
}


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a message belongs.

    Attributes:
        who: Its author, who may be somebody else than the contact of the case.
        quoted: The message that it answers, if we know it and it is of this conversation.
    """

    who: KnownIdentity
    case: Case
    quoted: Message | None = None

    @property
    def is_guest(self) -> bool:
        """Say whether somebody speaks in another contact's case."""
        return self.who.contact.id != self.case.contact_id


@dataclass(frozen=True, slots=True)
class _Answered:
    """A case that a message says it goes on with."""

    case: Case
    message: Message | None
    is_signed: bool


def place(work: Work, said: Said, item: IncomingMessage) -> Placed:
    """Return where a message belongs, recognising its author and opening a case if need be."""
    answered = tuple(_answered(work, said, item))
    who = _author(work, said, item, answered)
    for one in answered:
        claim = Claim(
            PROOFS[item.sender.proof],
            is_signed=one.is_signed,
            was_addressed=one.message is not None and _was_party(one.message, item.sender),
        )
        if not may_join(one.case.contact_id, who.contact.id, claim):
            continue
        case = _case(work, said.inbox.team_id, who, one.case, item)
        if case is not None:
            same = one.message and one.message.conversation_id == case.conversation_id
            return Placed(who, case, one.message if same else None)
    case = _case(work, said.inbox.team_id, who, None, item)
    return Placed(who, case or _opened(work, said.inbox.team_id, who, None, item))


def asks_for_nothing(item: IncomingMessage) -> bool:
    """Say whether a message is shown and no more: a machine wrote it, or it is long past."""
    return item.is_automatic or item.is_history


def _answered(work: Work, said: Said, item: IncomingMessage) -> Iterator[_Answered]:
    found: list[tuple[Message | None, CaseId, bool]] = []
    names = (item.reply_to_provider_id,) if item.reply_to_provider_id else ()
    quoted = [work.context.messages.get((said.inbox.id, name)) for name in names]
    for name in item.references.messages:
        message = work.context.messages_by_id.get(MessageId(name))
        found += [(message, message.case_id, True)] if message else []
    found += [(one, one.case_id, False) for one in quoted if one]
    found += [(None, CaseId(name), True) for name in item.references.cases]
    for text in item.references.provider_ids:
        message = work.context.messages.get((said.inbox.id, text))
        found += [(message, message.case_id, False)] if message else []
    for message, case_id, is_signed in found:
        case = next((cases[case_id] for cases in work.cases.values() if case_id in cases), None)
        if case is not None:
            yield _Answered(case, message, is_signed)


def _author(
    work: Work, said: Said, item: IncomingMessage, answered: tuple[_Answered, ...]
) -> KnownIdentity:
    if item.original is not None and _is_colleague(work, item.sender):
        return recognise(work, said.channel, replace(item.original, proof=Proof.NONE))
    if item.sender.proof is Proof.PROVIDER:
        return recognise(work, said.channel, item.sender)
    known = find(work, said.channel, item.sender.addresses)
    is_signed = known is not None and any(
        one.is_signed and one.case.contact_id == known.contact.id for one in answered
    )
    claim = Claim(PROOFS[item.sender.proof], is_signed=is_signed)
    if is_believed(known.identity.assurance if known else None, claim):
        return recognise(work, said.channel, item.sender)
    # Under its bare address: the name that it gives itself is part of the pretence.
    nameless = replace(item.sender, display_name="", username="")
    return recognise(work, said.channel, nameless, apart(said.channel.key))


def _is_colleague(work: Work, sender: Sender) -> bool:
    """Say whether an agent of ours wrote, for all that is known."""
    if sender.proof is Proof.FORGED:
        return False
    ours = {agent.email.casefold() for agent in work.workplace.agents.values()}
    return any(address.value.casefold() in ours for address in sender.addresses)


def _was_party(message: Message, sender: Sender) -> bool:
    """Say whether a sender is named in a message as its writer or one of its readers."""
    people = (message.content or {}).get("parties")
    named = {one for one in people if isinstance(one, str)} if isinstance(people, list) else set()
    return any(address.value in named for address in sender.addresses)


def _case(
    work: Work, team_id: TeamId, who: KnownIdentity, asked_for: Case | None, item: IncomingMessage
) -> Case | None:
    """Return the case that a message goes on with; None: it begins a new one, elsewhere."""
    if asked_for is not None:
        asked_for = work.case(asked_for.conversation_id, asked_for.id) or asked_for
    policy = work.workplace.policy(team_id)
    is_guest = asked_for is not None and asked_for.contact_id != who.contact.id
    if asked_for is not None and (asks_for_nothing(item) or is_guest):
        is_taken = asks_for_nothing(item) or can_go_on(asked_for, work.now, policy)
        return asked_for if is_taken else None
    known = list(work.cases.get(who.conversation.id, {}).values())
    if item.is_history:
        return _past_case(known, item)
    if asks_for_nothing(item) and known:
        return max(known, key=lambda case: (case.is_open, case.number))
    found = continuation(known, asked_for.id if asked_for else None, work.now, policy)
    if not isinstance(found, Begins):
        return found.case
    return _opened(work, team_id, who, found.previous_case_id, item)


def _past_case(known: Sequence[Case], item: IncomingMessage) -> Case | None:
    """Return the case that something from an archive belongs to; None: to one of its own.

    What happened before a case was opened is no part of it, unless it was opened by an archive
    too: those are not always in order.
    """
    earlier = [one for one in known if one.facts.opened_at <= item.sent_at]
    past = [one for one in known if not one.is_open and not _was_alive(one)]
    return max(earlier or past, key=lambda case: case.facts.opened_at, default=None)


def _was_alive(case: Case) -> bool:
    facts = case.facts
    return facts.last_contact_message_at is not None or facts.last_reply_at is not None


def _opened(
    work: Work,
    team_id: TeamId,
    who: KnownIdentity,
    previous_case_id: CaseId | None,
    item: IncomingMessage,
) -> Case:
    policy = work.workplace.policy(team_id)
    at = work.believed(item.sent_at) if item.is_history else work.now
    opened = begin(at, team_id, policy, previous_case_id=previous_case_id)
    case = open_case(
        opened,
        case_id=CaseId(work.deps.ids.new()),
        workspace_id=work.changes.workspace_id,
        conversation_id=who.conversation.id,
        contact_id=who.contact.id,
        number=0,  # given when the batch is whole: see `batch`
        subject=item.subject,
    )
    work.changes.change(case, None)
    work.cases.setdefault(case.conversation_id, {})[case.id] = case
    work.tell(*entries(case, (opened,)))
    if asks_for_nothing(item):
        return work.happen(case, resolve(case, Outcome.NO_REPLY, None, at))
    return case

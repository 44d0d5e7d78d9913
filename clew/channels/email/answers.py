"""What a mail server's answer means: every answer is exactly one outcome.

Source:
    RFC 5321 section 4.2 (reply codes), RFC 3463 (enhanced status codes), RFC 4954 section 6.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from clew.channels.email.bounce_kinds import kind_of as bounce_kind_of
from clew.channels.email.bounce_kinds import status_in
from clew.channels.email.mail import BounceKind
from clew.channels.email.writing.readers import Reader, joined
from clew.ports.channel import (
    Connected,
    Continue,
    InboxConfig,
    MailAnswer,
    MailResponse,
    MailStage,
    Misconfigured,
    Outcome,
    ProbeOutcome,
    Progress,
    ReaderResult,
    ReaderRole,
    ReaderState,
    Refusal,
    RefusalCause,
    Refused,
    Retry,
    Sent,
    Unavailable,
)

# Kept in `Progress.held`: the server does not let us send without an address for reports.
NO_NULL_SENDER = "no_null_sender"

ADDRESS_UNKNOWN = "address_unknown"
MAILBOX_FULL = "mailbox_full"
TOO_BIG = "too_big"
POLICY = "policy"


@dataclass(frozen=True, slots=True)
class Round:
    """One try: who was to get the mail, and by which name it is known.

    Attributes:
        has_null_sender: Reports of failure were not wanted.
    """

    readers: tuple[Reader, ...]
    message_id: str
    progress: Progress
    config: InboxConfig
    has_null_sender: bool = False


def outcome_of(one: Round, response: MailResponse) -> Outcome:
    """Return what became of a mail."""
    reason = one.config.redact(response.answer.text) or str(response.answer.code)
    again = replace(one.progress, tries=one.progress.tries + 1)
    if response.is_accepted or response.stage in (MailStage.RECIPIENTS, MailStage.CONTENT):
        return _of_readers(one, response)
    if not response.answer.is_final or response.stage is MailStage.GREETING:
        return Retry(reason, again)
    if response.stage is MailStage.LOGIN:
        return Misconfigured(reason, response.answer.status)
    if one.has_null_sender and response.answer.status != "5.3.4":
        return Continue(replace(again, held={**one.progress.held, NO_NULL_SENDER: "1"}))
    kind = kind_of(response.answer, MailStage.SENDER)
    if kind in (TOO_BIG, ADDRESS_UNKNOWN):
        return _refused(response.answer, kind, reason, one.progress.readers)
    # What is wrong with our own address is wrong for every mail.
    return Misconfigured(reason, response.answer.status)


def probe_of(config: InboxConfig, address: str, response: MailResponse) -> ProbeOutcome:
    """Return what a log-in that was tried says of the inbox."""
    reason = config.redact(response.answer.text) or str(response.answer.code)
    if response.answer.is_good:
        return Connected(address, {"smtp": response.server})
    if response.stage is MailStage.LOGIN and response.answer.is_final:
        return Misconfigured(reason, response.answer.status)
    return Unavailable(reason)


def _of_readers(one: Round, response: MailResponse) -> Outcome:
    results = tuple(_result(reader, response, one.config) for reader in one.readers)
    known = joined(one.progress.readers, results)
    contact = next((item for item in known if item.role is ReaderRole.CONTACT), None)
    deferred = [item for item in known if item.state is ReaderState.DEFERRED]
    progress = replace(one.progress, readers=known)
    if contact is not None and contact.state is ReaderState.REFUSED:
        return _refused(_answer_to(contact, response), contact.code, contact.reason, known)
    if deferred:
        return Retry(deferred[0].reason, replace(progress, tries=progress.tries + 1))
    return Sent((one.message_id,), known)


def _result(reader: Reader, response: MailResponse, config: InboxConfig) -> ReaderResult:
    answer = response.recipients.get(reader.address, response.answer)
    if answer.is_good and not response.is_accepted:
        answer = response.answer  # welcome themselves, but the content was not
    stage = MailStage.CONTENT if answer is response.answer else MailStage.RECIPIENTS
    if response.stage is MailStage.RECIPIENTS:
        stage = MailStage.RECIPIENTS
    if answer.is_good:
        return ReaderResult(reader.address, reader.role, ReaderState.ACCEPTED)
    return ReaderResult(
        reader.address,
        reader.role,
        ReaderState.REFUSED if answer.is_final else ReaderState.DEFERRED,
        # What is put off is neither unknown nor refused yet.
        kind_of(answer, stage) if answer.is_final else "",
        config.redact(answer.text) or str(answer.code),
    )


def _answer_to(result: ReaderResult, response: MailResponse) -> MailAnswer:
    return response.recipients.get(result.address, response.answer)


def _refused(
    answer: MailAnswer, kind: str, reason: str, readers: tuple[ReaderResult, ...]
) -> Refused:
    refusal = Refusal(
        kind or answer.status,
        reason,
        CAUSES[kind],
        is_for_good=kind == ADDRESS_UNKNOWN and _is_gone(answer),
    )
    return Refused(refusal, readers)


def _is_gone(answer: MailAnswer) -> bool:
    """Say whether nobody is at an address; servers give the same codes for other reasons."""
    said = f"{answer.status} {answer.text}"
    return bounce_kind_of(answer.status or status_in(said), said) is BounceKind.HARD


CAUSES: Mapping[str, RefusalCause] = {
    ADDRESS_UNKNOWN: RefusalCause.UNDELIVERABLE,
    MAILBOX_FULL: RefusalCause.UNDELIVERABLE,
    TOO_BIG: RefusalCause.MEDIA,
    POLICY: RefusalCause.INVALID,
}

# Enhanced codes by subject and detail; the class before them says only whether it is for good.
_KINDS: Mapping[str, str] = {
    "1": ADDRESS_UNKNOWN,
    "2": ADDRESS_UNKNOWN,
    "2.2": MAILBOX_FULL,
    "2.3": TOO_BIG,
    "3.1": MAILBOX_FULL,
    "3.4": TOO_BIG,
    "6.7": ADDRESS_UNKNOWN,
}
_SENDER_KINDS = {"1.7", "1.8"}  # about our address, not theirs


def kind_of(answer: MailAnswer, stage: MailStage) -> str:
    """Return what stands in the way, as far as it changes what a person does next."""
    parts = answer.status.split(".")
    if len(parts) == 3:
        detail = f"{parts[1]}.{parts[2]}"
        is_ours = stage is MailStage.SENDER and detail != "6.7" and parts[1] != "3"
        known = _KINDS.get(detail) or _KINDS.get(parts[1])
        return POLICY if known is None or detail in _SENDER_KINDS or is_ours else known
    if answer.code == 552:
        return MAILBOX_FULL if stage is MailStage.RECIPIENTS else TOO_BIG
    is_about_them = stage is MailStage.RECIPIENTS and answer.code in (450, 550, 551, 553)
    return ADDRESS_UNKNOWN if is_about_them else POLICY

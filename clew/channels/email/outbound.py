"""Mails leave: a message becomes a mail for a server, and its answer an outcome."""

from clew.channels.email.answers import NO_NULL_SENDER, Round, outcome_of, probe_of
from clew.channels.email.mails import name_of, write
from clew.channels.email.smtp_settings import addresses_of, mail_server
from clew.channels.email.tokens import Named, Token, keys_of, signed
from clew.channels.email.writing.addresses import folded, usable_address
from clew.channels.email.writing.readers import readers_of, still_waiting
from clew.domain.reasons import Reason
from clew.ports.channel import (
    AuthorKind,
    Heading,
    HttpResponse,
    InboxConfig,
    MailRequest,
    MailResponse,
    MailServer,
    Misconfigured,
    Outcome,
    Outgoing,
    OutgoingMessage,
    ProbeOutcome,
    Progress,
    Refusal,
    RefusalCause,
    Refused,
    Sent,
    Unavailable,
)

# Mails to which no report of failure is wanted: nobody is there to read it.
_MACHINES = frozenset({AuthorKind.BOT, AuthorKind.SYSTEM})


def render(
    outgoing: Outgoing, config: InboxConfig, progress: Progress
) -> MailRequest | Sent | Refused | Misconfigured:
    """Return a mail to those who have not got it yet."""
    server = mail_server(config)
    sender = _sender(outgoing, config)
    if server is None or sender is None:
        return Misconfigured(Reason.NO_MAIL_SERVER.said(), "no_server")
    if not isinstance(outgoing, OutgoingMessage) or outgoing.heading is None:
        return _refusal("not_a_letter", Reason.LETTERS_ONLY.said(), RefusalCause.INVALID)
    readers = readers_of(outgoing.to, outgoing.heading)
    if not readers:
        reason = Reason.NO_MAIL_ADDRESS.said()
        return _refusal("address_unknown", reason, RefusalCause.UNDELIVERABLE)
    waiting = still_waiting(readers, progress)
    if not waiting:
        return Sent((name_of(outgoing, sender, config),), progress.readers)
    return _request(outgoing, outgoing.heading, config, progress, server)


def read_mail_response(
    outgoing: Outgoing, config: InboxConfig, progress: Progress, response: MailResponse
) -> Outcome:
    """Say what a server's answer to a mail means."""
    sender = _sender(outgoing, config)
    if sender is None or not isinstance(outgoing, OutgoingMessage) or outgoing.heading is None:
        return _refusal("not_a_letter", Reason.LETTERS_ONLY.said(), RefusalCause.INVALID)
    waiting = still_waiting(readers_of(outgoing.to, outgoing.heading), progress)
    one = Round(
        waiting,
        name_of(outgoing, sender, config),
        progress,
        config,
        has_null_sender=_wants_no_reports(outgoing, progress),
    )
    return outcome_of(one, response)


def read_response(
    outgoing: Outgoing, config: InboxConfig, progress: Progress, response: HttpResponse
) -> Outcome:
    """Refuse: nothing of this channel is asked by HTTP."""
    return _refusal("not_asked", Reason.NOT_BY_HTTP.said(), RefusalCause.INVALID)


def probe(config: InboxConfig) -> MailRequest:
    """Try to log in."""
    server = mail_server(config) or MailServer("", 0)
    return MailRequest(server)


def read_probe(config: InboxConfig, response: HttpResponse) -> ProbeOutcome:
    """Say that nothing is known: nothing of this channel is asked by HTTP."""
    return Unavailable(Reason.NOT_ASKED_BY_HTTP.said())


def read_mail_probe(config: InboxConfig, response: MailResponse) -> ProbeOutcome:
    """Say whether the inbox can send."""
    own = addresses_of(config)
    return probe_of(config, own[0] if own else "", response)


def _request(
    outgoing: OutgoingMessage,
    heading: Heading,
    config: InboxConfig,
    progress: Progress,
    server: MailServer,
) -> MailRequest:
    sender = _sender(outgoing, config) or ""
    readers = readers_of(outgoing.to, heading)
    written = write(outgoing, heading, sender, readers, config)
    keys = keys_of(config)
    return MailRequest(
        server=server,
        sender="" if _wants_no_reports(outgoing, progress) else sender,
        recipients=tuple(one.address for one in still_waiting(readers, progress)),
        content=written.content,
        envelope_id=signed(Token(Named.CASE, heading.case_id), keys[0]) if keys else "",
        needs_utf8=written.needs_utf8,
    )


def _wants_no_reports(outgoing: OutgoingMessage, progress: Progress) -> bool:
    return outgoing.author in _MACHINES and NO_NULL_SENDER not in progress.held


def _sender(outgoing: Outgoing, config: InboxConfig) -> str | None:
    """Return the address of ours that it is sent from: one of the inbox's own, and no other."""
    own = [good for one in addresses_of(config) if (good := usable_address(one))]
    heading = outgoing.heading if isinstance(outgoing, OutgoingMessage) else None
    wanted = folded(heading.from_address) if heading is not None else ""
    return next((one for one in own if folded(one) == wanted), own[0] if own else None)


def _refusal(code: str, reason: str, cause: RefusalCause) -> Refused:
    return Refused(Refusal(code, reason, cause))

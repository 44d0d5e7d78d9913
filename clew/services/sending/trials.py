"""An administrator tries an inbox: one message to an address of theirs, by the way of replies.

It belongs to no contact and no case, and nothing of it is kept but what it taught us about the
inbox. Where the provider passes free text on only to those who wrote lately, an approved template
that needs no values goes first.
"""

import asyncio
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from enum import StrEnum
from typing import TypeAlias

from clew.domain.access import Permission, require
from clew.domain.errors import CannotSend, InvalidInput, NotFound
from clew.domain.faults import Fault
from clew.domain.ids import InboxId
from clew.domain.people import Inbox, InboxStage, InboxState
from clew.domain.reasons import Reason
from clew.ports.bus import Topic
from clew.ports.channel import (
    Address,
    AuthorKind,
    Channel,
    Continue,
    Heading,
    HttpRequest,
    InboxConfig,
    MailRequest,
    Misconfigured,
    OptedOut,
    OutgoingMessage,
    OutgoingTemplate,
    Progress,
    Refusal,
    RefusalCause,
    Refused,
    Retry,
    Sent,
    Template,
    Throttled,
)
from clew.ports.store import Changes
from clew.ports.store.people import InboxNews
from clew.services.asking import Asker
from clew.services.attempts import Window
from clew.services.confirmations.words import in_language
from clew.services.connections import WaysOut
from clew.services.deps import Deps
from clew.services.inbox_health import turn_amber, turn_green
from clew.services.letters import book_of
from clew.services.sending.performing import perform, read
from clew.services.sending.trial_words import SUBJECT, TEXT
from clew.services.sending.verdicts import Doubt
from clew.services.visitors.limits import count_everywhere

# Somebody looks at the screen and waits.
LONGEST_WAIT = timedelta(seconds=25)
# More steps than a message without files has.
MOST_STEPS = 5
MOST_TEMPLATES = 3
PER_WORKSPACE: Sequence[Window] = (Window(timedelta(hours=1), 20), Window(timedelta(hours=16), 60))
# The provider takes this template from nobody, or not from us: another may do.
OF_THE_TEMPLATE = frozenset({RefusalCause.TEMPLATE, RefusalCause.INVALID})

Ending: TypeAlias = Sent | Throttled | Retry | Refused | OptedOut | Misconfigured | Doubt


@dataclass(frozen=True, slots=True, kw_only=True)
class SendTrial:
    """Which inbox is tried.

    Attributes:
        to: An address or a number, as somebody typed it.
        language: What the message is written in; English by default.
    """

    inbox_id: InboxId
    to: str
    language: str = ""


class TrialState(StrEnum):
    """What became of a trial."""

    ACCEPTED = "accepted"  # by the provider; whether it arrives, its reader sees
    REFUSED = "refused"
    MISCONFIGURED = "misconfigured"
    UNAVAILABLE = "unavailable"  # it did not leave
    UNKNOWN = "unknown"  # it may have left


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """What became of a trial, and why.

    Attributes:
        to: Where it went, as the provider was told.
        template: Which one went, if one did.
        is_windowed: It was free text, which the provider passes on only to those who wrote lately.
    """

    state: TrialState
    to: str
    template: str = ""
    is_windowed: bool = False
    reason: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """An inbox that is tried."""

    inbox: Inbox
    config: InboxConfig
    channel: Channel
    to: Address


async def send_trial(
    command: SendTrial, *, asker: Asker, deps: Deps, ways_out: WaysOut | None
) -> Trial:
    """Send a message by an inbox and say what its provider answered.

    Raises:
        NotAllowed: Only who manages inboxes may.
        NotFound: There is no such inbox here.
        CannotSend: The inbox rests, or its channel writes to nobody first; the reason says which.
        InvalidInput: It is no address, or one of ours.
        TooManyRequests: There were enough for a while.
    """
    require(asker.agent.role, Permission.MANAGE_INBOXES)
    place = await _place(command, asker, deps)
    await count_everywhere(PER_WORKSPACE, "trial", str(asker.workspace_id), deps)
    if ways_out is None:
        reason = Reason.NOBODY_TO_ASK.said()
        return Trial(state=TrialState.UNAVAILABLE, to=place.to.value, reason=reason)
    known = await _templates(place, command.language, deps)
    for outgoing in _messages(place, known, command.language, asker, deps):
        ending = await _in_time(outgoing, place, ways_out)
        if outgoing.template is None or not _is_of_the_template(ending):
            break
    await _learn(ending, place, deps)
    return _told(ending, outgoing, place)


async def _place(command: SendTrial, asker: Asker, deps: Deps) -> _Place:
    workplace = await deps.directory.workplace(asker.workspace_id)
    is_here = command.inbox_id in workplace.inboxes
    found = await deps.directory.inbox(command.inbox_id) if is_here else None
    channel = deps.channels.get(found[0].channel) if found else None
    if found is None or channel is None:
        raise NotFound("inbox", command.inbox_id)
    inbox, config = found
    if inbox.stage is not InboxStage.ACTIVE:
        raise CannotSend("inbox_rests", "the inbox is paused or archived")
    if channel.typed_address is None:
        raise CannotSend("writes_to_nobody_first", "nobody can be written to first here")
    to = channel.typed_address(command.to)
    if to is None:
        fault = Fault.NOT_A_PHONE if channel.letters is None else Fault.NOT_AN_ADDRESS
        raise InvalidInput("to", "this is not an address of the channel", fault)
    if channel.letters is not None:
        book = await book_of(asker.workspace_id, channel.letters, deps)
        if book.is_own(to.value):
            raise InvalidInput("to", "this is an address of ours", Fault.OWN_ADDRESS)
    return _Place(inbox=inbox, config=config, channel=channel, to=to)


async def _templates(place: _Place, language: str, deps: Deps) -> list[Template]:
    """Return what may be sent without values, where free text may not arrive."""
    if place.channel.capabilities.messaging_window is None:
        return []
    async with deps.store.read() as reader:
        known = await reader.people.templates(place.inbox.workspace_id, place.inbox.id)
    fit = [one for one in known if one.can_be_sent and not (one.parameters or one.is_marketing)]
    spoken = language.partition("-")[0]
    fit.sort(key=lambda one: (one.language.partition("_")[0] != spoken, one.name, one.language))
    return fit[:MOST_TEMPLATES]


def _messages(
    place: _Place, templates: Sequence[Template], language: str, asker: Asker, deps: Deps
) -> Iterator[OutgoingMessage]:
    """Yield what is tried, one after the other; free text is the last."""
    names = {"inbox": place.inbox.name, "agent": asker.agent.name}
    heading = Heading(
        subject=in_language(SUBJECT, language).format_map(names),
        written_at=deps.clock.now(),
        case_id=deps.ids.new(),  # of no case: whoever answers begins one
    )
    text = OutgoingMessage(
        id=str(deps.ids.new()),
        to=(place.to,),
        text=in_language(TEXT, language).format_map(names),
        # Machines don't answer it, and no report of failure comes back as a message.
        author=AuthorKind.SYSTEM,
        heading=heading if place.channel.letters else None,
    )
    for one in templates:
        template = OutgoingTemplate(one.name, one.language)
        yield replace(text, id=str(deps.ids.new()), text="", template=template)
    yield text


async def _in_time(outgoing: OutgoingMessage, place: _Place, ways_out: WaysOut) -> Ending:
    try:
        async with asyncio.timeout(LONGEST_WAIT.total_seconds()):
            return await _send(outgoing, place, ways_out)
    except TimeoutError:
        reason = Reason.NO_ANSWER_WITHIN.said(seconds=LONGEST_WAIT.seconds)
        return Doubt(reason=reason, progress=Progress())


async def _send(outgoing: OutgoingMessage, place: _Place, ways_out: WaysOut) -> Ending:
    """Take step after step, as a reply does, until there is an outcome."""
    progress, channel, config = Progress(), place.channel, place.config
    for _ in range(MOST_STEPS):
        step = channel.render(outgoing, config, progress)
        if not isinstance(step, HttpRequest | MailRequest):
            return step
        answer = await perform(
            step,
            progress,
            http=ways_out.http,
            mailer=ways_out.mailer,
            circuit=str(place.inbox.id),
        )
        outcome = read(channel, outgoing, config, progress, answer)
        if not isinstance(outcome, Continue):
            return outcome
        progress = outcome.progress
    return Refused(Refusal("endless", Reason.NEVER_FINISHED.said(), RefusalCause.INVALID))


def _is_of_the_template(ending: Ending) -> bool:
    return isinstance(ending, Refused) and ending.refusal.cause in OF_THE_TEMPLATE


def _told(ending: Ending, outgoing: OutgoingMessage, place: _Place) -> Trial:
    state, reason, code = _read_ending(ending)
    template = outgoing.template.name if outgoing.template else ""
    has_window = place.channel.capabilities.messaging_window is not None
    return Trial(
        state=state,
        to=place.to.value,
        template=template,
        is_windowed=has_window and not template,
        reason=place.config.redact(reason),
        code=code,
    )


def _read_ending(ending: Ending) -> tuple[TrialState, str, str]:
    match ending:
        case Sent():
            return TrialState.ACCEPTED, "", ""
        case Misconfigured(reason=reason, code=code):
            return TrialState.MISCONFIGURED, reason, code
        case Refused(refusal=refusal):
            return TrialState.REFUSED, refusal.reason, refusal.code
        case OptedOut(reason=reason):
            return TrialState.REFUSED, reason, ""
        case Doubt(reason=reason) | Retry(reason=reason, is_maybe_sent=True):
            return TrialState.UNKNOWN, reason, ""
        case Retry(reason=reason) | Throttled(reason=reason):
            return TrialState.UNAVAILABLE, reason, ""


async def _learn(ending: Ending, place: _Place, deps: Deps) -> None:
    """Keep what the trial taught us about the inbox, as a reply would."""
    if not isinstance(ending, Sent | Misconfigured):
        return
    inbox = place.inbox
    changes = Changes(workspace_id=inbox.workspace_id, at=deps.clock.now())
    async with deps.store.write() as tx:
        if isinstance(ending, Misconfigured):
            await turn_amber(inbox.id, ending, place.config, changes, tx)
        else:
            await tx.people.note_inbox(inbox.id, InboxNews(sent_at=changes.at))
            if inbox.state is not InboxState.GREEN:
                await turn_green(inbox.id, changes, tx)
                tx.tell(Topic.SENDING, inbox.workspace_id)
        if changes.log:
            await tx.record(changes)
    deps.directory.forget(inbox.workspace_id)

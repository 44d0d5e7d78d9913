"""Words of a machine to a contact: the only way for one to write, and it is a narrow one.

Two machines that answer each other never stop, so a machine never answers a machine, never writes
where nobody reads, and writes to a contact about a case at most once a day and five times in all
until a person has. Nothing about the case moves: whoever owed an answer owes it still.

Source:
    RFC 3834 section 2 (when not to answer).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from clew.domain.case import Case
from clew.domain.ids import CaseId, MessageId, WorkspaceId
from clew.domain.message import Author, AuthorKind, Direction, Message
from clew.ports.channel import Allow, Draft, WaitUntil
from clew.ports.channel import AuthorKind as Speaker
from clew.ports.store import Transaction
from clew.services.deps import Deps
from clew.services.letters import Book, Wishes, book_of, content_of, drafted
from clew.services.replies.queueing import outgoing, queue
from clew.services.sendability import way_to

AT_MOST_EVERY = timedelta(hours=24)
MOST_IN_ALL = 5
LOOK_BACK = 50
SYSTEM = Author(kind=AuthorKind.SYSTEM, id=None)
_MACHINES = frozenset({AuthorKind.BOT, AuthorKind.SYSTEM})


class Withheld(StrEnum):
    """Why a machine does not write."""

    MACHINE_WROTE = "machine_wrote"
    NOBODY_READS = "nobody_reads"
    TOO_SOON = "too_soon"
    TOO_OFTEN = "too_often"
    CANNOT_SEND = "cannot_send"


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerByMachine:
    """What a machine wants to say in a case; `message_id` is minted by the asker."""

    workspace_id: WorkspaceId
    case_id: CaseId
    message_id: MessageId
    text: str
    author: Author = SYSTEM


def withheld(case_id: CaseId, latest: Sequence[Message], now: datetime) -> Withheld | None:
    """Return why a machine must not write in a case now; None: it may.

    Args:
        case_id: The case.
        latest: What was said in its conversation, the latest first.
        now: The time.
    """
    said = [one for one in latest if one.case_id == case_id]
    received = next((one for one in said if one.direction is Direction.IN), None)
    if received is None or received.is_automatic:
        return Withheld.MACHINE_WROTE
    since_a_person: list[Message] = []
    for one in said:
        if one.author.kind is AuthorKind.AGENT:
            break
        if one.author.kind in _MACHINES:
            since_a_person.append(one)
    if len(since_a_person) >= MOST_IN_ALL:
        return Withheld.TOO_OFTEN
    ours = [one for one in said if one.author.kind in _MACHINES]
    if any(now - one.at < AT_MOST_EVERY for one in ours):
        return Withheld.TOO_SOON
    return None


async def answer_by_machine(command: AnswerByMachine, *, deps: Deps) -> Withheld | None:
    """Queue what a machine says, where the contact last wrote; or say why it is withheld."""
    async with deps.store.write() as tx:
        case = await tx.case(command.workspace_id, command.case_id)
        if case is None or await tx.message(command.workspace_id, command.message_id):
            return None if case else Withheld.CANNOT_SEND
        return await say(command, case, tx=tx, deps=deps)


async def say(
    command: AnswerByMachine, case: Case, *, tx: Transaction, deps: Deps
) -> Withheld | None:
    """Queue what a machine says within a transaction; or say why it is withheld."""
    latest = await tx.latest_messages(case.workspace_id, case.conversation_id, LOOK_BACK)
    now = deps.clock.now()
    if (stop := withheld(case.id, latest, now)) is not None:
        return stop
    received = next(one for one in latest if one.direction is Direction.IN)
    workplace = await deps.directory.workplace(case.workspace_id)
    inbox = workplace.inboxes.get(received.inbox_id)
    channel = deps.channels.get(received.channel)
    if inbox is None or channel is None:
        return Withheld.CANNOT_SEND
    reach = await tx.reachability(case.workspace_id, case.conversation_id)
    draft = Draft(author=Speaker.BOT, has_text=bool(command.text.strip()))
    way = way_to(inbox, channel, reach, draft, now, to=received.identity_id)
    if not isinstance(way.permission, Allow | WaitUntil) or way.identity is None:
        return Withheld.CANNOT_SEND
    content = None
    if channel.letters is not None:
        book = await book_of(case.workspace_id, channel.letters, deps)
        if _nobody_reads(way.identity.address, book):
            return Withheld.NOBODY_READS
        letter = await drafted(case, channel.key, [way.identity], book, tx)
        # To the contact alone: whoever was copied did not ask a machine.
        content = content_of(Wishes(cc=()), letter, book)
    message = outgoing(
        case, way, message_id=command.message_id, author=command.author, text=command.text, at=now
    )
    await queue(replace(message, content=content, is_automatic=True), way, tx)
    return None


def _nobody_reads(address: str, book: Book) -> bool:
    return book.is_own(address) or book.rules.is_machine(address)

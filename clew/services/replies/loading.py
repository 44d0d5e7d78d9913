"""Everything that a reply is decided on: the case, the way to the contact, files, what it quotes.

What cannot be sent is refused here, before anything is decided.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from clew.domain.case import Case
from clew.domain.errors import CannotSend, InvalidInput, NewerReplyExists, NotFound
from clew.domain.ids import InboxId
from clew.domain.message import Attachment, AttachmentState, Message
from clew.ports.channel import Deny, Draft, NeedTemplate, Template
from clew.ports.store import Reachability, Transaction
from clew.services.address_failures import refuse_failed
from clew.services.asking import Asker
from clew.services.deps import Deps
from clew.services.directory import Workplace
from clew.services.letters import book_of, content_of, drafted
from clew.services.replies.commands import SendReply
from clew.services.replies.templating import chosen_template
from clew.services.sendability import Way, ways_to


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """Everything that a reply is decided on.

    Attributes:
        template: What is sent in place of the text, as the provider knows it.
        letter: What a letter keeps of being one.
    """

    command: SendReply
    asker: Asker
    case: Case
    way: Way
    files: Sequence[Attachment]
    quoted: Message | None
    workplace: Workplace
    now: datetime
    template: Template | None = None
    letter: Mapping[str, object] | None = None


async def load(
    command: SendReply,
    case: Case,
    workplace: Workplace,
    tx: Transaction,
    *,
    asker: Asker,
    deps: Deps,
) -> Loaded:
    """Return what a reply is decided on.

    Raises:
        NotFound: A file, a quoted message or an inbox is not here, or not the asker's to use.
        NewerReplyExists: A colleague has just answered.
        CannotSend: The channel does not take it; the reason says why.
        InvalidInput: The template that was chosen wants other values.
    """
    await _check_newest(tx, asker, command)
    files = await _files(tx, asker, command)
    reach = await tx.reachability(asker.workspace_id, command.conversation_id)
    now = deps.clock.now()
    draft = Draft(
        has_text=bool(command.text.strip()),
        is_template=command.template is not None,
        attachment_bytes=tuple(file.byte_count for file in files),
    )
    ways = ways_to(workplace.inboxes, deps.channels, reach, now, draft)
    way = _chosen(ways, command.inbox_id)
    template = await chosen_template(command, way, tx)
    way, letter = await _letter(command, case, way, reach, tx, deps=deps)
    return Loaded(
        command=command,
        asker=asker,
        case=case,
        way=way,
        files=files,
        quoted=await _quoted(tx, asker, command),
        workplace=workplace,
        now=now,
        template=template,
        letter=letter,
    )


async def _letter(
    command: SendReply, case: Case, way: Way, reach: Reachability, tx: Transaction, *, deps: Deps
) -> tuple[Way, Mapping[str, object] | None]:
    """Return the way with the address that the contact last used, and what makes it a letter.

    Raises:
        InvalidInput: Readers or a subject are wanted that cannot be.
        CannotSend: Nothing arrives at that address.
    """
    channel = deps.channels[way.inbox.channel]
    if channel.letters is None:
        if not command.letter.are_none:
            raise InvalidInput("subject", f"{channel.name} has no subjects and no further readers")
        return way, None
    book = await book_of(case.workspace_id, channel.letters, deps)
    draft = await drafted(case, channel.key, reach.identities, book, tx)
    if draft.identity is not None:
        refuse_failed(draft.identity)
    content = content_of(command.letter, draft, book)
    return replace(way, identity=draft.identity or way.identity), content


async def _check_newest(tx: Transaction, asker: Asker, command: SendReply) -> None:
    if command.expected_seq is None:
        return
    newest = await tx.newest_reply(asker.workspace_id, command.conversation_id)
    if newest is None or newest[0] <= command.expected_seq:
        return
    message = await tx.message(asker.workspace_id, newest[1])
    if message is not None and message.author.id != asker.id:  # one's own words are no surprise
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
    wanted = list(dict.fromkeys(command.attachment_ids))
    for one in wanted:
        if one not in usable:
            raise NotFound("attachment", one)
    return [usable[one] for one in wanted]


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
        why = (
            "the contact wants no messages there" if way.is_opted_out else reason.replace("_", " ")
        )
        raise CannotSend(reason, f"{way.inbox.name} cannot take this: {why}")
    return way

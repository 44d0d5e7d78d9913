"""From which address visitors are written to: a mailbox of the workspace, else this server's own.

What is answered to a letter from a mailbox comes home: the letter is made by the mailbox's own
channel, with the signed references by which it finds the case of what it answers.
"""

from dataclasses import replace
from datetime import datetime

from clew.domain.ids import CaseId, MessageId, WorkspaceId
from clew.domain.people import Inbox, InboxState
from clew.domain.recognition import EMAIL
from clew.ports.channel import (
    Address,
    AuthorKind,
    Heading,
    MailRequest,
    OutgoingMessage,
    Progress,
)
from clew.services.deps import Deps
from clew.services.visitors.letters import Letter, Mailbox, Post, in_words, send, submitted
from clew.services.visitors.rooms import Room


async def post_of(room: Room, post: Post, deps: Deps) -> Post:
    """Return how visitors of an inbox are written to; a mailbox of the same team comes first."""
    workplace = await deps.directory.workplace(room.inbox.workspace_id)
    boxes = [one for one in workplace.inboxes.values() if one.state is InboxState.GREEN]
    for one in sorted(boxes, key=lambda it: (it.team_id != room.inbox.team_id, it.id)):
        found = await _by_mailbox(one, post, deps)
        if found is not None:
            return found
    return post


async def system_post(workspace_id: WorkspaceId, post: Post, deps: Deps) -> Post:
    """Return how colleagues are written to: by a mailbox of theirs if there is no server.

    Nothing is to be answered here, so this server's own way comes first.
    """
    if post.is_open:
        return post
    workplace = await deps.directory.workplace(workspace_id)
    for one in sorted(workplace.inboxes.values(), key=lambda it: it.id):
        found = await _by_mailbox(one, post, deps) if one.state is InboxState.GREEN else None
        if found is not None:
            return found
    return post


async def _by_mailbox(inbox: Inbox, post: Post, deps: Deps) -> Post | None:
    channel = deps.channels.get(inbox.channel)
    if channel is None or channel.letters is None:
        return None
    found = await deps.directory.inbox(inbox.id)
    if found is None:
        return None
    config = found[1]
    # The log-in that is tried names the server; one that only takes mail in has none.
    asked, own = channel.probe(config), channel.own_addresses(config)
    if not isinstance(asked, MailRequest) or not asked.server.host or not own:
        return None
    return replace(post, server=asked.server, sender=own[0].value, mailbox=Mailbox(channel, config))


async def send_answer(
    letter: Letter, message_id: MessageId, case_id: CaseId, *, post: Post, now: datetime
) -> bool:
    """Mail an answer that was given in a chat; say whether the server took it.

    Args:
        letter: The answer, and to whom it goes.
        message_id: What the letter holds last; it is named after it.
        case_id: Where answers to it belong.
        post: How it is sent.
        now: When it is written.
    """
    box = post.mailbox
    if box is None:
        return await send(letter, post=post, now=now)
    subject, text = in_words(letter)
    outgoing = OutgoingMessage(
        id=str(message_id),
        to=(Address(EMAIL, letter.to),),
        text=text,
        author=AuthorKind.SYSTEM,
        heading=Heading(subject=subject, written_at=now, case_id=case_id, team_name=letter.name),
    )
    request = box.channel.render(outgoing, box.config, Progress())
    return isinstance(request, MailRequest) and await submitted(request, post)

"""Inboxes of web chat, as visitors meet them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from clew.domain.errors import NotFound
from clew.domain.ids import InboxId
from clew.domain.people import Inbox, InboxStage
from clew.ports.channel import Channel, ChatSite
from clew.services.deps import Deps
from clew.services.visitors.errors import OriginIsNotAllowed
from clew.services.visitors.expecting import Expectations, ExpectationView
from clew.services.visitors.letters import Post
from clew.services.visitors.push import public_key

# Larger than a photograph, smaller than a film: visitors are strangers.
MAX_FILE_BYTES = 25 * 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """One inbox of web chat with how it is set up."""

    inbox: Inbox
    channel: Channel
    site: ChatSite


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomView:
    """What the widget needs to draw itself.

    Attributes:
        mails_answers: Who leaves an e-mail address and goes is mailed what is answered.
        mails_links: A one-time link to the conversation can be mailed.
        at: The server's time: a visitor's clock may be anything.
    """

    id: UUID
    name: str
    languages: list[str]
    default_language: str
    appearance: Mapping[str, Any]
    push_key: str | None
    max_file_bytes: int
    only_verified: bool
    mails_answers: bool
    mails_links: bool
    at: datetime
    expectation: ExpectationView
    simulated: bool


async def room(inbox_id: InboxId, *, deps: Deps) -> Room:
    """Return an inbox of web chat.

    Raises:
        NotFound: There is none with this id.
    """
    found = await deps.directory.inbox(inbox_id)
    channel = deps.channels.get(found[0].channel) if found else None
    if found is None or found[0].stage is InboxStage.ARCHIVED:
        raise NotFound("inbox", inbox_id)
    if channel is None or channel.chat is None:
        raise NotFound("inbox", inbox_id)
    return Room(inbox=found[0], channel=channel, site=channel.chat(found[1]))


async def view_room(
    inbox_id: InboxId, expectations: Expectations, *, is_simulated: bool, post: Post, deps: Deps
) -> RoomView:
    """Return what the widget needs to draw itself; no visitor comes to be by asking.

    Raises:
        NotFound: There is none with this id.
    """
    known = await room(inbox_id, deps=deps)
    return RoomView(
        id=known.inbox.id,
        name=known.inbox.name,
        languages=list(known.site.languages),
        default_language=known.site.languages[0],
        appearance=known.site.appearance,
        push_key=await public_key(known.inbox.workspace_id, deps),
        max_file_bytes=max_file_bytes(deps),
        only_verified=known.site.only_verified,
        mails_answers=known.site.mails_answers and post.is_open,
        mails_links=post.can_link,
        at=deps.clock.now(),
        expectation=await expectations.of(known.inbox),
        simulated=is_simulated,
    )


def max_file_bytes(deps: Deps) -> int:
    """Return how large a visitor's file may be."""
    return min(MAX_FILE_BYTES, deps.limits.attachment_max_bytes)


def check_origin(site: ChatSite, origin: str | None) -> None:
    """Refuse a browser that is on a page which is neither ours nor one of the inbox's sites.

    Args:
        site: The inbox.
        origin: Of a page that is not ours; None for our own pages and for programs.

    Raises:
        OriginIsNotAllowed: It is somebody else's.
    """
    if origin is not None and origin.lower() not in site.allowed_sites:
        raise OriginIsNotAllowed

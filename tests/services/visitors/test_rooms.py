"""Inboxes of web chat, as visitors meet them."""

from __future__ import annotations

import uuid

import pytest

from clew.domain.errors import NotFound
from clew.domain.ids import InboxId
from clew.ports.mail import NoMailer
from clew.services.visitors.errors import OriginIsNotAllowed
from clew.services.visitors.letters import Post
from clew.services.visitors.rooms import check_origin, max_file_bytes, room, view_room
from tests.fixtures.chat import SITE, Chat


async def test_a_room_is_an_inbox_of_web_chat_and_no_other(chat: Chat) -> None:
    deps = chat.shop.deps

    known = await room(InboxId(chat.inbox.id), deps=deps)

    assert known.site.allowed_sites == (SITE,)
    for other in (chat.shop.inbox.id, uuid.uuid4()):
        with pytest.raises(NotFound):
            await room(InboxId(other), deps=deps)


async def test_what_is_shown_of_it_makes_nothing(chat: Chat) -> None:
    view = await view_room(
        InboxId(chat.inbox.id),
        chat.lobby.expectations,
        is_simulated=True,
        post=Post(mailer=NoMailer()),
        deps=chat.shop.deps,
    )

    assert (view.name, view.simulated, view.mails_answers) == ("Shop chat", True, False)
    assert not view.mails_links
    assert view.at == chat.shop.clock.now()
    assert len(view.push_key or "") == 87
    assert view.max_file_bytes == max_file_bytes(chat.shop.deps) == 25 * 1024 * 1024


async def test_only_sites_of_the_inbox_may_show_it(chat: Chat) -> None:
    site = (await chat.room()).site

    check_origin(site, None)
    check_origin(site, SITE.upper())
    for other in ("https://evil.example.test", "null", f"{SITE}.evil.test", ""):
        with pytest.raises(OriginIsNotAllowed):
            check_origin(site, other)

"""What controllers of the contact API have at hand."""

from __future__ import annotations

from clew.domain.ids import InboxId
from clew.services.visitors.presence import Presence
from clew.web.contact.lobby import make_lobby
from tests.fixtures.chat import SITE, Chat
from tests.fixtures.workplace import Shop


async def test_a_lobby_shares_the_presence_that_it_is_given(shop: Shop) -> None:
    presence = Presence()

    lobby = make_lobby(shop.deps, presence=presence, is_simulated=True)

    assert lobby.presence is presence
    assert lobby.is_simulated
    assert make_lobby(shop.deps).presence is not presence


async def test_the_frame_may_be_shown_by_the_sites_of_its_inbox(chat: Chat) -> None:
    known = await chat.lobby.sites_of(InboxId(chat.inbox.id))
    unknown = await chat.lobby.sites_of(InboxId(chat.shop.inbox.id))
    frame = await chat.client().get(f"http://clew.test/widget/{chat.inbox.id}")

    assert (known, unknown) == ((SITE,), ())
    assert f"frame-ancestors 'self' {SITE}" in frame.headers["content-security-policy"]
    assert "x-frame-options" not in frame.headers

"""Our addresses are known, whatever inbox they belong to."""

from __future__ import annotations

from clew.channels.email.letters import LETTERS
from clew.services.letters import book_of
from tests.services.letters.mailing import MailWorld
from tests.services.world import WORKSPACE


async def test_all_addresses_of_all_inboxes_are_ours(mail_world: MailWorld) -> None:
    book = await book_of(WORKSPACE, LETTERS, mail_world.deps)

    assert book.own == {"help@shop.example", "orders@shop.example"}
    assert book.is_own("Orders@Shop.Example")
    assert not book.is_own("anna@example.com")

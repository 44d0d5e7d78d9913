from __future__ import annotations

from clew.demo.graph.chats import Chat, Person, Said, Side
from tests.demo.simulated import NOON


def test_a_chat_finds_messages_by_id_and_by_side() -> None:
    one, two, three = (
        Said(str(number), side, "text", NOON)
        for number, side in enumerate((Side.CONTACT, Side.SHOP, Side.CONTACT))
    )
    chat = Chat(Person("36", "Judit", "HU.1"), [one, two, three])

    assert chat.find("1") is two
    assert chat.find("9") is None
    assert chat.last_by(Side.CONTACT) is three
    assert Chat(chat.person).last_by(Side.SHOP) is None

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from clew.channels.registry import installed_channels
from clew.domain.ids import InboxId
from clew.domain.people import Inbox
from clew.lmtp.doors import Doors
from tests.builders import MONDAY_NINE, an_id
from tests.storage.batches import Workplace

OURS = replace(
    Workplace().inbox,
    channel="email",
    settings={"address": "Help@Shop.example", "aliases": "orders@shop.example"},
)
THEIRS = replace(OURS, id=InboxId(an_id(5)), created_at=MONDAY_NINE + timedelta(days=1))


async def all_inboxes() -> Sequence[Inbox]:
    return [OURS, THEIRS, replace(OURS, channel="whatsapp"), replace(OURS, channel="gone")]


async def find(address: str) -> Inbox | None:
    return await Doors(all_inboxes, installed_channels()).find(address)


async def test_an_inbox_is_found_by_each_of_its_addresses() -> None:
    for address in ("help@shop.example", "<HELP@SHOP.EXAMPLE>", "orders@shop.example"):
        assert await find(address) == OURS


async def test_what_stands_behind_a_plus_does_not_matter() -> None:
    assert await find("help+cabc@shop.example") == OURS


async def test_others_are_not_here() -> None:
    for address in ("anna@shop.example", "help@elsewhere.example", "help", "", "+@shop.example"):
        assert await find(address) is None


async def test_addresses_are_asked_for_once_in_a_while() -> None:
    asked: list[int] = []

    async def count() -> Sequence[Inbox]:
        asked.append(1)
        return [OURS]

    doors = Doors(count, installed_channels())
    await doors.find("help@shop.example")
    await doors.find("help@shop.example")

    assert len(asked) == 1

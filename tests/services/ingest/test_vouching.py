"""What a sender's key proves is noted before an event is read, and nothing waits for it."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import pytest

from clew.ports.channel import InboxConfig, Proof, RawEvent
from clew.ports.channel.mailboxes import CHECKED
from clew.ports.channel.vouching import Vouching
from clew.ports.names import NamesAreAway
from clew.ports.store import IntakeEvent, IntakeState
from clew.services.ingest import vouching
from clew.services.ingest.vouching import vouched
from tests.fixtures.workplace import Shop


@dataclass
class Zone:
    """Names as a test wants them: several texts, none, an outage, or no answer ever."""

    texts_by_name: dict[str, tuple[bytes, ...]]
    asked: list[str] = field(default_factory=list)

    async def texts(self, name: str) -> tuple[bytes, ...]:
        self.asked.append(name)
        if name == "away":
            raise NamesAreAway("away")
        if name == "silent":
            await asyncio.Event().wait()
        return self.texts_by_name.get(name, ())


def _names(raw: RawEvent, config: InboxConfig) -> tuple[str, ...]:
    if raw.body == b"odd":
        raise AttributeError("a mail of an odd shape")
    return tuple(raw.body.decode().split())


def _judge(raw: RawEvent, config: InboxConfig, records: Mapping[str, bytes]) -> Proof:
    if b"broken" in records.values():
        raise AttributeError("a key of an odd shape")
    return Proof.PROVIDER if b"good" in records.values() else Proof.NONE


async def notes(shop: Shop, zone: Zone | None, *bodies: str) -> list[str | None]:
    channel = replace(shop.deps.channels["whatsapp"], vouching=Vouching(_names, _judge))
    deps = replace(shop.deps, channels={"whatsapp": channel}, names=zone)
    events = [
        IntakeEvent(
            id=number,
            workspace_id=shop.admin.workspace_id,
            inbox_id=shop.inbox.id,
            received_at=shop.clock.now(),
            headers={"kept": "1"},
            query="",
            body=body.encode(),
            state=IntakeState.PENDING,
            attempts=0,
            reason="",
        )
        for number, body in enumerate(bodies)
    ]
    found = await vouched(events, deps)
    assert [one.id for one in found] == list(range(len(bodies)))
    assert all(one.headers["kept"] == "1" for one in found)
    return [one.headers.get(CHECKED) for one in found]


async def test_each_event_is_judged_by_the_names_it_asks_for(shop: Shop) -> None:
    zone = Zone({"a": (b"good",), "b": (b"bad",), "two": (b"good", b"good")})

    found = await notes(shop, zone, "a", "b", "", "two", "nobody away")

    assert found == ["provider", "none", None, None, None]
    assert sorted(zone.asked) == ["a", "away", "b", "nobody", "two"]


async def test_a_channel_that_fails_to_judge_proves_nothing_and_refuses_nothing(shop: Shop) -> None:
    found = await notes(shop, Zone({"a": (b"good",), "x": (b"broken",)}), "odd", "x", "a")

    assert found == [None, None, "provider"]


async def test_without_name_servers_nothing_is_noted(shop: Shop) -> None:
    assert await notes(shop, None, "a") == [None]


async def test_names_that_are_not_known_in_time_prove_nothing(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(vouching, "LOOK_UP_SECONDS", 0.01)

    found = await notes(shop, Zone({"a": (b"good",)}), "silent", "a")

    assert found == [None, "provider"]

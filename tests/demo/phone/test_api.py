from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from clew.demo.asgi import Reply, Request
from clew.demo.clock import MovableClock
from clew.demo.graph.chats import Said
from clew.demo.graph.faults import Weather
from clew.demo.graph.provider import Provider
from clew.demo.phone.api import PhoneApi, kind_of
from tests.demo.simulated import JUDIT, NOON, a_written_provider, json_of

CHAT = f"/phone/chats/{JUDIT}"


class Hand:
    """Somebody who presses what the page offers."""

    def __init__(self, folder: Path) -> None:
        self.clock = MovableClock(read=lambda: NOON)
        self.provider: Provider = a_written_provider(folder)
        self.api = PhoneApi(self.provider, self.clock)

    async def post(self, path: str, body: dict[str, Any]) -> Reply:
        headers = {"content-type": "application/json"}
        return await self.api.answer(Request("POST", path, {}, headers, json.dumps(body).encode()))

    async def get(self, path: str, **query: str) -> Reply:
        return await self.api.answer(Request("GET", path, query))

    async def send_file(self, content: bytes, media_type: str, text: str = "") -> Reply:
        fields = {"media_type": media_type, "text": text}
        parts = [
            f'--x\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
            for name, value in fields.items()
        ]
        about = b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.bin"\r\n\r\n'
        body = b"".join([*parts, about, content, b"\r\n--x--\r\n"])
        headers = {"content-type": "multipart/form-data; boundary=x"}
        return await self.api.answer(Request("POST", f"{CHAT}/files", {}, headers, body))

    @property
    def last(self) -> Said:
        return self.provider.chat(JUDIT).said[-1]


@pytest.fixture
def hand(tmp_path: Path) -> Hand:
    return Hand(tmp_path)


@pytest.mark.parametrize("path", ["/", "/page/phone.css", "/page/phone.js", "/page/view.js"])
async def test_the_page_and_its_parts_are_served_with_a_strict_policy(
    hand: Hand, path: str
) -> None:
    reply = await hand.get(path)

    assert reply.status == 200
    assert "default-src 'none'" in reply.headers["content-security-policy"]
    assert b"https://" not in reply.body
    assert b"<script>" not in reply.body


async def test_the_page_says_that_it_is_a_simulation(hand: Hand) -> None:
    assert b"SIMULATION" in (await hand.get("/")).body


async def test_the_state_is_short_while_nothing_changes(hand: Hand) -> None:
    first = json_of(await hand.get("/phone/state", phone=JUDIT))
    again = json_of(await hand.get("/phone/state", phone=JUDIT, since=str(first["version"])))

    assert first["chat"]["name"] == "Judit Kis"
    assert set(again) == {"version", "now"}


async def test_what_is_written_is_told(hand: Hand) -> None:
    reply = await hand.post(f"{CHAT}/messages", {"text": " Szia! ", "quoted": hand.last.id})

    assert (reply.status, hand.last.text) == (201, "Szia!")
    assert len(hand.provider.take_changes()) == 1


async def test_a_place_is_sent(hand: Hand) -> None:
    place = {"latitude": 47.5, "longitude": 19.0, "name": "Home"}

    await hand.post(f"{CHAT}/messages", {"kind": "location", "place": place})

    assert hand.last.place is not None
    assert (hand.last.place.latitude, hand.last.place.name) == (47.5, "Home")


async def test_a_photo_is_sent_and_can_be_looked_at(hand: Hand) -> None:
    await hand.send_file(b"\x89PNG", "image/png", "look")
    assert hand.last.media is not None

    shown = await hand.get(f"/phone/media/{hand.last.media.id}")

    assert (hand.last.kind, hand.last.text) == ("image", "look")
    assert (shown.body, shown.headers["content-type"]) == (b"\x89PNG", "image/png")


async def test_a_page_as_a_file_is_never_shown_as_one(hand: Hand) -> None:
    await hand.send_file(b"<script>alert(1)</script>", "text/html")
    assert hand.last.media is not None

    shown = await hand.get(f"/phone/media/{hand.last.media.id}")

    assert shown.headers["content-type"] == "application/octet-stream"
    assert shown.headers["content-disposition"] == "attachment"


async def test_a_sound_is_a_voice_message(hand: Hand) -> None:
    await hand.send_file(b"OggS", "audio/ogg", "not shown beside a voice message")

    assert (hand.last.kind, hand.last.is_voice, hand.last.text) == ("audio", True, "")


async def test_reactions_come_and_go(hand: Hand) -> None:
    target = hand.last
    await hand.post(f"{CHAT}/reactions", {"message_id": target.id, "emoji": "👍"})
    with_one = dict(target.reactions)
    await hand.post(f"{CHAT}/reactions", {"message_id": target.id, "emoji": ""})

    assert list(with_one.values()) == ["👍"]
    assert target.reactions == {}


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        (f"{CHAT}/messages", {"text": " "}, 422),
        (f"{CHAT}/messages", {"kind": "location", "place": {"latitude": 91, "longitude": 0}}, 422),
        (f"{CHAT}/messages", {"kind": "location"}, 422),
        (f"{CHAT}/reactions", {"message_id": "wamid.unknown", "emoji": "👍"}, 404),
        ("/phone/chats/999/messages", {"text": "hello"}, 404),
        ("/phone/people", {"name": "", "phone": "+48600100200"}, 422),
        ("/phone/people", {"name": "Ewa", "phone": "12"}, 422),
        ("/phone/clock", {"by": "a year"}, 422),
        ("/phone/weather", {"weather": "snow"}, 422),
        ("/phone/elsewhere", {}, 404),
    ],
)
async def test_what_makes_no_sense_is_refused_with_a_sentence(
    hand: Hand, path: str, body: dict[str, Any], status: int
) -> None:
    reply = await hand.post(path, body)

    assert reply.status == status
    assert json_of(reply)["detail"]


async def test_another_page_cannot_write_here(hand: Hand) -> None:
    """A form of a foreign page can send text, but no JSON without being asked for leave."""
    body, headers = b'{"text": "hello"}', {"content-type": "text/plain"}

    reply = await hand.api.answer(Request("POST", f"{CHAT}/messages", {}, headers, body))

    assert reply.status == 422


async def test_a_contact_is_added(hand: Hand) -> None:
    reply = await hand.post("/phone/people", {"name": "Ewa", "phone": "+48 600 100 200"})

    assert json_of(reply) == {"phone": "48600100200"}
    assert hand.provider.chat("48600100200").person.name == "Ewa"


async def test_the_clock_moves_and_is_remembered(hand: Hand) -> None:
    await hand.post("/phone/clock", {"by": "1h"})
    await hand.post("/phone/clock", {"by": "morning"})

    assert hand.clock.now() == NOON + timedelta(hours=19)
    assert hand.provider.keeping.load().clock_offset_seconds == 19 * 3600


async def test_the_clock_has_a_horizon(hand: Hand) -> None:
    replies = [await hand.post("/phone/clock", {"by": "3d"}) for _ in range(31)]

    assert replies[0].status == 200
    assert replies[-1].status == 422


async def test_the_weather_changes(hand: Hand) -> None:
    await hand.post("/phone/weather", {"weather": "expired_token"})

    assert hand.provider.weather is Weather.EXPIRED_TOKEN


async def test_looking_reads(hand: Hand) -> None:
    assert (await hand.post(f"{CHAT}/read", {})).status == 200


@pytest.mark.parametrize(
    ("media_type", "kind"),
    [
        ("image/jpeg", "image"),
        ("image/webp", "sticker"),
        ("image/gif", "document"),
        ("audio/mpeg", "audio"),
        ("video/mp4", "video"),
        ("application/pdf", "document"),
    ],
)
def test_a_file_is_sent_as_the_messenger_does(media_type: str, kind: str) -> None:
    assert kind_of(media_type) == kind

from __future__ import annotations

from pathlib import Path

import pytest

from clew.channels.whatsapp.inbound import verify
from clew.demo.graph.chats import Mark, Place
from clew.demo.graph.provider import Writing
from clew.demo.graph.shapes import Sending, Shape
from clew.demo.graph.webhooks import signature
from clew.ports.channel import (
    IncomingMessage,
    IncomingReaction,
    MediaFamily,
    MessageKind,
    Receipt,
    ReceiptState,
    Verdict,
)
from tests.demo.simulated import (
    JUDIT,
    a_provider,
    a_written_provider,
    config_of,
    heard,
    raw_of,
)

# Computed independently; see the channel's reference.
VECTOR_SECRET = "d3a7c1e0f5b24689a0b1c2d3e4f50617"
VECTOR_BODY = (
    rb'{"object":"whatsapp_business_account","entry":[{"id":"102290129340398","changes":[{"value":'
    rb'{"messaging_product":"whatsapp","metadata":{"display_phone_number":"15550783881",'
    rb'"phone_number_id":"106540352242922"},"contacts":[{"profile":{"name":"Ana"},"wa_id":'
    rb'"16505551234","user_id":"US.13491208655302741918"}],"messages":[{"from":"16505551234",'
    rb'"from_user_id":"US.13491208655302741918","id":"wamid.TEST1","timestamp":"1749416383",'
    rb'"type":"text","text":{"body":"Ol\u00e1"}}]},"field":"messages"}]}]}'
)
VECTOR = "751db33c7200f1f9ff2ebfd62ad99564c5ab49f521a83d14426e6edf7b876ac8"


def test_the_signature_is_the_one_of_the_vector() -> None:
    assert len(VECTOR_BODY) == 493
    assert signature(VECTOR_BODY, VECTOR_SECRET) == f"sha256={VECTOR}"


def test_what_is_told_is_genuine_and_escaped(tmp_path: Path) -> None:
    provider = a_provider(tmp_path)
    provider.write(JUDIT, Writing(text="Köszönöm, várok"))

    raw = raw_of(provider)

    assert verify(raw, config_of(provider)) is Verdict.GENUINE
    assert rb"K\u00f6sz\u00f6n\u00f6m" in raw.body


def test_a_batch_holds_every_event_in_order(tmp_path: Path) -> None:
    provider = a_provider(tmp_path)
    said = provider.write(JUDIT, Writing(text="one"))
    provider.write(JUDIT, Writing(text="two", quoted=said.id))
    provider.react(JUDIT, said.id, "👍")

    one, two, reaction = heard(provider)

    assert isinstance(one, IncomingMessage)
    assert isinstance(two, IncomingMessage)
    assert isinstance(reaction, IncomingReaction)
    assert (one.text, one.provider_id, one.sent_at) == ("one", said.id, said.at)
    assert two.reply_to_provider_id == said.id
    assert (reaction.target_provider_id, reaction.emoji) == (said.id, "👍")
    assert one.sender.display_name == "Judit Kis"


@pytest.mark.parametrize(
    ("kind", "media_type", "family"),
    [
        ("image", "image/png", MediaFamily.IMAGE),
        ("audio", "audio/ogg", MediaFamily.AUDIO),
        ("document", "application/pdf", MediaFamily.DOCUMENT),
    ],
)
def test_a_file_is_told_with_its_digest(
    tmp_path: Path, kind: str, media_type: str, family: MediaFamily
) -> None:
    provider = a_provider(tmp_path)
    media = provider.keeping.add_media(b"bytes", media_type, "a.bin")
    provider.write(JUDIT, Writing(kind=kind, media=media, is_voice=kind == "audio"))

    (item,) = heard(provider)

    assert isinstance(item, IncomingMessage)
    (ref,) = item.media
    assert (ref.family, ref.media_type, ref.sha256) == (family, media_type, media.sha256)
    assert ref.voice is (kind == "audio")
    assert ref.provider_media_id == media.id


def test_a_place_is_told(tmp_path: Path) -> None:
    provider = a_provider(tmp_path)
    provider.write(JUDIT, Writing(kind="location", place=Place(47.5, 19.04, "Home")))

    (item,) = heard(provider)

    assert isinstance(item, IncomingMessage)
    assert item.kind is MessageKind.LOCATION
    assert item.content is not None
    assert (item.content["latitude"], item.content["name"]) == (47.5, "Home")


def test_whoever_has_a_username_writes_without_a_number(tmp_path: Path) -> None:
    provider = a_provider(tmp_path)
    provider.add_person("Judit Kis", JUDIT, username="judit.k")
    provider.write(JUDIT, Writing(text="who am I"))

    (item,) = heard(provider)

    assert isinstance(item, IncomingMessage)
    assert [address.kind for address in item.sender.addresses] == ["bsuid"]
    assert item.sender.username == "judit.k"


def test_receipts_give_our_reference_back(tmp_path: Path) -> None:
    provider = a_written_provider(tmp_path)
    said = provider.accept(Sending(JUDIT, "text", Shape("hello"), reference="our-id"))
    assert said is not None
    said.mark = Mark.DELIVERED
    provider.read(JUDIT)

    sent, read = heard(provider)

    assert isinstance(sent, Receipt)
    assert isinstance(read, Receipt)
    assert (sent.state, read.state) == (ReceiptState.SENT, ReceiptState.READ)
    assert sent.our_id == read.our_id == "our-id"
    assert sent.provider_id == said.id

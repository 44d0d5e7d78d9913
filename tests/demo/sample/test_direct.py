from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from clew.blobs.files import FileBlobs
from clew.channels.whatsapp.channel import CHANNEL
from clew.demo.graph.api import GraphApi
from clew.demo.sample.direct import DirectHttp
from clew.ports.channel import (
    PHONE,
    Address,
    Continue,
    Fetched,
    HttpRequest,
    MediaFamily,
    MediaOutcome,
    MediaRef,
    Outcome,
    OutgoingAttachment,
    OutgoingMessage,
    Progress,
    Sent,
)
from clew.ports.http import AnswerIsTooLong
from tests.demo.simulated import ADDRESS, JUDIT, a_written_provider, config_of


async def once(content: bytes) -> AsyncIterator[bytes]:
    yield content


def a_beginning() -> Outcome | MediaOutcome:
    return Continue(Progress())


async def test_a_file_is_uploaded_and_sent_as_over_a_network(tmp_path: Path) -> None:
    provider, blobs = a_written_provider(tmp_path), FileBlobs(tmp_path / "files")
    http = DirectHttp(GraphApi(provider, ADDRESS), blobs, "/simulation")
    stored = await blobs.save(once(b"\x00picture\r\n--"), 100)
    file = OutgoingAttachment("1", stored.blob, "zażółć.png", "image/png", stored.byte_count)
    message = OutgoingMessage("ours", (Address(PHONE, f"+{JUDIT}"),), "Look", (file,))
    config, outcome = config_of(provider), a_beginning()

    while isinstance(outcome, Continue):
        request = CHANNEL.render(message, config, outcome.progress)
        assert isinstance(request, HttpRequest)
        answer = await http.call(request)
        outcome = CHANNEL.read_response(message, config, outcome.progress, answer)

    said = provider.chat(JUDIT).said[-1]
    assert isinstance(outcome, Sent)
    assert said.media is not None
    assert provider.keeping.read_media(said.media) == b"\x00picture\r\n--"
    assert (said.text, said.reference) == ("Look", "ours")


async def test_a_file_is_fetched_in_two_steps_into_the_store(tmp_path: Path) -> None:
    provider, blobs = a_written_provider(tmp_path), FileBlobs(tmp_path / "files")
    http = DirectHttp(GraphApi(provider, ADDRESS), blobs, "/simulation")
    media = provider.keeping.add_media(b"bytes", "image/png", "a.png")
    ref = MediaRef(media.id, MediaFamily.IMAGE, "image/png", sha256=media.sha256)
    config, outcome = config_of(provider), a_beginning()
    assert CHANNEL.fetch_media is not None
    assert CHANNEL.read_media_response is not None

    while isinstance(outcome, Continue):
        answer = await http.call(CHANNEL.fetch_media(ref, config, outcome.progress))
        outcome = CHANNEL.read_media_response(ref, config, outcome.progress, answer)

    assert isinstance(outcome, Fetched)
    assert await blobs.head(outcome.blob, 100) == b"bytes"


async def test_an_answer_that_is_too_long_is_given_up(tmp_path: Path) -> None:
    provider = a_written_provider(tmp_path)
    api = GraphApi(provider, ADDRESS)
    http = DirectHttp(api, FileBlobs(tmp_path / "files"), "/simulation")

    with pytest.raises(AnswerIsTooLong):
        await http.call(HttpRequest("GET", f"{ADDRESS}/graph/v25.0/1", max_bytes=3))

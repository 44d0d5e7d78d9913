"""What every channel must keep to, whatever its provider does.

Parsing is total, batches are whole, signatures are checked, limits are obeyed, every answer is one
outcome, and secrets stay where they belong. A new channel adds itself to `samples.py`.
"""

import json
import pickle
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import strategies as st

from clew.ports.channel import (
    AuthorKind,
    Channel,
    Continue,
    Fetched,
    HttpRequest,
    HttpResponse,
    Incoming,
    IncomingMessage,
    MailRequest,
    MailResponse,
    Misconfigured,
    OptedOut,
    Outcome,
    Outgoing,
    OutgoingAttachment,
    OutgoingMessage,
    OutgoingReaction,
    OutgoingTemplate,
    Progress,
    Receipt,
    Refused,
    Request,
    Retry,
    Sent,
    Throttled,
    dedupe_key,
)
from tests.channels.samples import CHANNELS, SAMPLES, Sample

OUTCOMES = (Sent, Continue, Throttled, Retry, Refused, OptedOut, Misconfigured)
MEDIA_OUTCOMES = (Fetched, Continue, Throttled, Retry, Refused, Misconfigured)
OUR_ID = "0192f1c0-7a5b-7c3d-8e4f-1a2b3c4d5e70"
NOON = datetime(2026, 5, 4, 12, 0, tzinfo=UTC)
KEYS = sorted(CHANNELS)
ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)
every_channel = pytest.mark.parametrize("key", KEYS)


def pick(key: str) -> tuple[Channel, Sample]:
    return CHANNELS[key], SAMPLES[key]


def encoded(document: object, key: str = "") -> bytes:
    return SAMPLES[key].encode(document) if key else json.dumps(document).encode()


def documents(sample: Sample) -> list[dict[str, Any]]:
    return [document for document, _ in sample.documents]


def parsed(key: str, body: bytes) -> tuple[Incoming, ...]:
    channel, sample = pick(key)
    return channel.parse(replace(sample.sign(body), received_at=NOON), sample.config)


def assert_sane(items: tuple[Incoming, ...]) -> None:
    """Check what holds for every item, however it came about."""
    for item in items:
        stored = dedupe_key(item)
        assert stored
        assert "\x00" not in stored
        assert pickle.loads(pickle.dumps(item)) == item  # noqa: S301 - made a line above
        instant: datetime = getattr(item, "sent_at", getattr(item, "at", NOON))
        assert instant.utcoffset() == timedelta(0)
        assert datetime(2000, 1, 1, tzinfo=UTC) < instant <= NOON + timedelta(days=1)
        if isinstance(item, IncomingMessage):
            assert item.sender.addresses
            json.dumps(item.content, allow_nan=False)
            assert item.text.encode() is not None
        if isinstance(item, Receipt):
            assert item.part >= 0
            assert (item.refusal is not None) is (item.state == "failed")


def messages(key: str) -> Iterator[OutgoingMessage | OutgoingReaction]:
    """Return messages of every shape, long ones too."""
    channel, sample = pick(key)
    picture = OutgoingAttachment("a1", "blobs/1", "a.png", "image/png", 1_000)
    voice = OutgoingAttachment("a2", "blobs/2", "b.ogg", "audio/ogg", 1_000)
    for length in (1, 800, 5_000, 30_000):
        for word in ("word ", "\N{GRINNING FACE}", "语"):
            text = (word * length)[:length]
            for attachments in ((), (picture,), (voice, picture)):
                yield OutgoingMessage(
                    OUR_ID,
                    sample.to,
                    text,
                    attachments,
                    reply_to_provider_id="theirs-1",
                    author=AuthorKind.BOT,
                    heading=sample.heading,
                )
    able = channel.capabilities
    if able.templates:
        template = OutgoingTemplate("t", "en", {"1": "x"})
        yield OutgoingMessage(OUR_ID, sample.to, template=template)
    if able.reactions:
        yield OutgoingReaction(OUR_ID, sample.to, "theirs-1", "\N{THUMBS UP SIGN}")


def a_hello(sample: Sample, text: str = "hello") -> OutgoingMessage:
    return OutgoingMessage(OUR_ID, sample.to, text, heading=sample.heading)


def answered(
    key: str, outgoing: Outgoing, progress: Progress, answer: HttpResponse | MailResponse
) -> Outcome:
    """Let the channel read an answer of either kind."""
    channel, sample = pick(key)
    if isinstance(answer, HttpResponse):
        return channel.read_response(outgoing, sample.config, progress, answer)
    assert channel.read_mail_response is not None
    return channel.read_mail_response(outgoing, sample.config, progress, answer)


def steps(
    key: str, outgoing: OutgoingMessage | OutgoingReaction
) -> Iterator[tuple[Progress, Request, Outcome]]:
    """Go through a send in which all is well."""
    channel, sample = pick(key)
    progress = Progress()
    for number in range(1, 200):
        step = channel.render(outgoing, sample.config, progress)
        if not isinstance(step, HttpRequest | MailRequest):
            assert isinstance(step, Sent)
            return
        answer = sample.accept(number, step)
        outcome = answered(key, outgoing, progress, answer)
        yield progress, step, outcome
        if not isinstance(outcome, Continue):
            return
        progress = Progress.from_json(json.loads(json.dumps(outcome.progress.to_json())))
    raise AssertionError("the send never ends")

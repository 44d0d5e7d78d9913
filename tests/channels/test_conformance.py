"""What every channel must keep to, whatever its provider does.

Parsing is total, batches are whole, signatures are checked, limits are obeyed, every answer is one
outcome, and secrets stay where they belong. A new channel adds itself to `samples.py`.
"""

import json
import pickle
import random
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clew.ports.channel import (
    AuthorKind,
    Channel,
    Connected,
    Continue,
    Fetched,
    HttpRequest,
    HttpResponse,
    InboxConfig,
    Incoming,
    IncomingMessage,
    MailRequest,
    MailResponse,
    MarkRead,
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
    TemplatePage,
    Throttled,
    Unavailable,
    Unparsable,
    Verdict,
    dedupe_key,
    problems_with,
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


def test_every_channel_has_its_samples() -> None:
    assert sorted(SAMPLES) == KEYS


@every_channel
def test_the_sample_inbox_is_complete(key: str) -> None:
    channel, sample = pick(key)

    assert problems_with(channel.settings, sample.config) == ()


@every_channel
def test_the_api_address_is_a_setting_and_secrets_are_marked(key: str) -> None:
    channel, _ = pick(key)
    names = {setting.name: setting for setting in channel.settings}

    assert {"api_base_url", "smtp_host"} & names.keys()
    assert len(names) == len(channel.settings)
    for setting in channel.settings:
        looks_secret = any(word in setting.name for word in ("secret", "token", "password", "_key"))
        looks_secret = looks_secret and not setting.name.endswith("_url")
        assert setting.is_secret is looks_secret
        assert not (setting.is_secret and setting.default)


@every_channel
def test_a_genuine_webhook_is_believed(key: str) -> None:
    channel, sample = pick(key)

    for document in documents(sample):
        assert channel.verify(sample.sign(encoded(document, key)), sample.config) is Verdict.GENUINE


@every_channel
def test_a_changed_body_is_refused(key: str) -> None:
    channel, sample = pick(key)
    for document in documents(sample):
        genuine = sample.sign(encoded(document, key))

        for body in (genuine.body + b" ", genuine.body[:-1], b"", genuine.body.swapcase()):
            assert not channel.verify(replace(genuine, body=body), sample.config)


@every_channel
@given(forged=st.text(max_size=100))
def test_a_forged_signature_is_refused(key: str, forged: str) -> None:
    channel, sample = pick(key)
    genuine = sample.sign(encoded(documents(sample)[0], key))

    for name, value in genuine.headers.items():
        if name in channel.kept_headers and forged != value:
            changed = replace(genuine, headers={**genuine.headers, name: forged})
            assert not channel.verify(changed, sample.config)


@every_channel
def test_without_signature_or_without_secrets_nothing_is_believed(key: str) -> None:
    channel, sample = pick(key)
    genuine = sample.sign(encoded(documents(sample)[0], key))
    no_secrets = InboxConfig(sample.config.settings, dict.fromkeys(sample.config.secrets, ""))

    assert not channel.verify(replace(genuine, headers={}), sample.config)
    assert not channel.verify(genuine, no_secrets)
    assert not channel.verify(genuine, InboxConfig(sample.config.settings))


@every_channel
def test_a_signature_needs_only_the_headers_that_are_kept(key: str) -> None:
    """The intake stores those and no others; a replay must still be able to verify."""
    channel, sample = pick(key)
    genuine = sample.sign(encoded(documents(sample)[0], key))
    kept = {name: v for name, v in genuine.headers.items() if name in channel.kept_headers}

    assert channel.verify(replace(genuine, headers=kept), sample.config)
    assert all(name == name.lower() for name in channel.kept_headers)


@every_channel
@given(query=st.dictionaries(st.text(max_size=20), st.text(max_size=20), max_size=4))
def test_a_handshake_is_answered_to_nobody_else(key: str, query: dict[str, str]) -> None:
    channel, sample = pick(key)

    if channel.handshake is not None:
        assert channel.handshake(query, sample.config) is None


@every_channel
def test_a_batch_yields_every_event_in_it(key: str) -> None:
    _, sample = pick(key)

    for document, count in sample.documents:
        items = parsed(key, encoded(document, key))
        assert len(items) == count
        assert_sane(items)


@every_channel
def test_the_same_webhook_again_has_the_same_keys(key: str) -> None:
    _, sample = pick(key)

    for document in documents(sample):
        body = encoded(document, key)
        first, again = parsed(key, body), parsed(key, body)
        assert [dedupe_key(item) for item in first] == [dedupe_key(item) for item in again]


@every_channel
@given(body=st.binary(max_size=400))
def test_any_bytes_are_read_or_set_aside(key: str, body: bytes) -> None:
    with suppress(Unparsable):
        assert_sane(parsed(key, body))


@every_channel
@given(document=ANY_JSON)
def test_any_json_is_read_or_set_aside(key: str, document: object) -> None:
    with suppress(Unparsable):
        assert_sane(parsed(key, encoded(document, key)))


@every_channel
@given(seed=st.integers(0, 2**32), value=ANY_JSON, which=st.integers(0, 10**6))
def test_a_webhook_with_anything_changed_in_it_is_read_or_set_aside(
    key: str, seed: int, value: object, which: int
) -> None:
    """Providers change their formats without notice; one odd member may cost one event."""
    _, sample = pick(key)
    chosen = documents(sample)[which % len(sample.documents)]
    document = mutated(json.loads(encoded(chosen)), value, random.Random(seed))

    with suppress(Unparsable):
        assert_sane(parsed(key, encoded(document, key)))


@every_channel
@given(which=st.integers(0, 10**6), at=st.integers(0, 5_000), byte=st.integers(0, 255))
def test_a_webhook_with_one_byte_changed_is_read_or_set_aside(
    key: str, which: int, at: int, byte: int
) -> None:
    _, sample = pick(key)
    body = bytearray(encoded(documents(sample)[which % len(sample.documents)], key))
    body[at % len(body)] = byte

    with suppress(Unparsable):
        assert_sane(parsed(key, bytes(body)))


def mutated(document: Any, value: object, chance: random.Random) -> Any:
    """Return `document` with one member somewhere in it replaced, removed or added."""
    at = document
    while True:
        places = list(at) if isinstance(at, dict) else list(range(len(at)))
        if not places:
            return document
        place = chance.choice(places)
        if isinstance(at[place], dict | list) and chance.random() < 0.85:
            at = at[place]
            continue
        if chance.random() < 0.3:
            del at[place]
        else:
            at[place] = value
        return document


@every_channel
def test_what_is_rendered_obeys_the_declared_limits(key: str) -> None:
    channel, sample = pick(key)

    for outgoing in messages(key):
        for _, request, _ in steps(key, outgoing):
            assert sample.broken_limit(request) == ""
            assert request.timeout > timedelta(0)
            if isinstance(request, HttpRequest):
                assert not (request.json is not None and request.multipart)
    assert channel.capabilities.text_max is None or channel.capabilities.text_max > 0


@every_channel
def test_a_long_text_is_split_and_not_cut(key: str) -> None:
    _, sample = pick(key)
    words = [f"w{number}" for number in range(6_000)]
    outgoing = a_hello(sample, " ".join(words))

    everything = " ".join(sample.shown_text(request) for _, request, _ in steps(key, outgoing))

    assert all(word in everything for word in words)


@every_channel
def test_rendering_is_repeatable(key: str) -> None:
    """After a restart the same step must come out again, or parts are lost or doubled."""
    channel, sample = pick(key)

    for outgoing in messages(key):
        for progress, request, _ in steps(key, outgoing):
            assert channel.render(outgoing, sample.config, progress) == request


@every_channel
def test_a_send_ends_with_every_id_once(key: str) -> None:
    for outgoing in messages(key):
        *_, (_, _, last) = steps(key, outgoing)
        assert isinstance(last, Sent)
        assert len(set(last.provider_ids)) == len(last.provider_ids) > 0


@every_channel
@given(status=st.integers(100, 599), body=st.binary(max_size=60), at=st.integers(0, 10))
def test_every_answer_is_exactly_one_outcome(key: str, status: int, body: bytes, at: int) -> None:
    channel, sample = pick(key)
    answer = HttpResponse(status, {}, body)
    outgoing = list(messages(key))[at]

    for progress, _, _ in steps(key, outgoing):
        outcome = channel.read_response(outgoing, sample.config, progress, answer)
        assert type(outcome) in OUTCOMES
        assert not isinstance(outcome, Sent)


@every_channel
@given(document=ANY_JSON, status=st.sampled_from([200, 201, 400, 401, 404, 429, 500]))
def test_every_json_answer_is_exactly_one_outcome(key: str, document: object, status: int) -> None:
    channel, sample = pick(key)
    outgoing = a_hello(sample)
    body = encoded(document if not isinstance(document, dict) else {"error": document})

    outcome = channel.read_response(
        outgoing, sample.config, Progress(), HttpResponse(status, {}, body)
    )

    assert type(outcome) in OUTCOMES


@every_channel
def test_every_known_refusal_is_one_outcome_that_keeps_what_was_done(key: str) -> None:
    _, sample = pick(key)
    outgoing = a_hello(sample, "word " * 4_000)
    progress, _, _ = list(steps(key, outgoing))[-1]

    for answer in sample.refusals:
        outcome = answered(key, outgoing, progress, answer)
        assert type(outcome) in OUTCOMES
        kept = getattr(outcome, "progress", progress)
        assert kept.sent == progress.sent
        assert Progress.from_json(json.loads(json.dumps(kept.to_json()))) == kept


@every_channel
def test_every_answer_about_a_file_is_exactly_one_outcome(key: str) -> None:
    channel, sample = pick(key)
    fetch, read = channel.fetch_media, channel.read_media_response
    if fetch is None or read is None:
        return

    for answer in sample.refusals:
        assert isinstance(answer, HttpResponse)
        assert fetch(sample.media, sample.config, Progress()).method == "GET"
        outcome = read(sample.media, sample.config, Progress(), answer)
        assert type(outcome) in MEDIA_OUTCOMES


@every_channel
def test_every_answer_to_a_check_is_exactly_one_outcome(key: str) -> None:
    channel, sample = pick(key)

    for answer in sample.refusals:
        if isinstance(answer, MailResponse):
            assert channel.read_mail_probe is not None
            probed = channel.read_mail_probe(sample.config, answer)
        else:
            probed = channel.read_probe(sample.config, answer)
        assert type(probed) in (Connected, Misconfigured, Unavailable)
        if channel.read_templates is not None:
            assert isinstance(answer, HttpResponse)
            listed = channel.read_templates(sample.config, answer)
            assert type(listed) in (TemplatePage, Misconfigured, Unavailable)


@every_channel
def test_secrets_are_in_headers_and_in_nothing_that_is_logged(key: str) -> None:
    channel, sample = pick(key)
    secrets = [secret for secret in sample.config.secrets.values() if secret]

    shown = [repr(sample.config), repr(channel)]
    for outgoing in messages(key):
        for progress, request, outcome in steps(key, outgoing):
            shown += [repr(request), sample.shown_text(request)]
            if isinstance(request, HttpRequest):
                shown += [request.url, repr(request.json), repr(request.multipart)]
            shown += [repr(progress), repr(outcome)]
    for request in signals_and_checks(channel, sample):
        shown += [request.url, repr(request), repr(request.json)]
    for answer in sample.refusals:
        shown.append(repr(answered(key, a_hello(sample), Progress(), answer)))

    assert not [text for text in shown if any(secret in text for secret in secrets)]


def signals_and_checks(channel: Channel, sample: Sample) -> Iterator[HttpRequest]:
    check = channel.probe(sample.config)
    if isinstance(check, HttpRequest):
        yield check
    if channel.fetch_media is not None:
        yield channel.fetch_media(sample.media, sample.config, Progress())
    if channel.signal is not None:
        made = channel.signal(MarkRead("theirs-1", is_typing=True), sample.config)
        if made is not None:
            yield made
    if channel.list_templates is not None:
        listed = channel.list_templates(sample.config, None)
        if listed is not None:
            yield listed


@every_channel
def test_an_empty_inbox_sends_nothing_and_says_why(key: str) -> None:
    channel, sample = pick(key)
    outgoing = a_hello(sample)

    assert isinstance(channel.render(outgoing, InboxConfig(), Progress()), Misconfigured)


@every_channel
def test_an_address_is_its_own_first_variant(key: str) -> None:
    channel, sample = pick(key)

    for address in sample.to:
        assert channel.address_variants(address)[0] == address

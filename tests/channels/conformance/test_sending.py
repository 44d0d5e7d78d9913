"""What is sent: within limits, every answer one outcome, secrets where they belong."""

import json
from collections.abc import Iterator
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from clew.ports.channel import (
    Channel,
    Connected,
    HttpRequest,
    HttpResponse,
    InboxConfig,
    MailResponse,
    MarkRead,
    Misconfigured,
    Progress,
    Sent,
    TemplatePage,
    Unavailable,
)
from tests.channels.conformance.promises import (
    ANY_JSON,
    MEDIA_OUTCOMES,
    OUTCOMES,
    a_hello,
    answered,
    encoded,
    every_channel,
    messages,
    pick,
    steps,
)
from tests.channels.samples import Sample


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

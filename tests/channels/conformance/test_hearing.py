"""What providers bring: it is checked, read whole, and never an accident."""

import json
import random
from contextlib import suppress
from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from clew.ports.channel import (
    InboxConfig,
    Unparsable,
    Verdict,
    dedupe_key,
    problems_with,
)
from tests.channels.conformance.promises import (
    ANY_JSON,
    KEYS,
    assert_sane,
    documents,
    encoded,
    every_channel,
    parsed,
    pick,
)
from tests.channels.samples import SAMPLES


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

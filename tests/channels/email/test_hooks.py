from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from clew.channels.email.hooks import (
    ID_HEADER,
    SIGNATURE_HEADER,
    TIMESTAMP_HEADER,
    TOLERANCE,
    signature,
    verify,
)
from clew.channels.email.mailbox_settings import WEBHOOK_SECRET
from clew.ports.channel import InboxConfig, Verdict
from tests.channels.email.sample import CONFIG, NOON, PLAIN, raw

MAIL = PLAIN.encode()


def test_the_signature_is_that_of_standard_webhooks() -> None:
    """The vector of their specification."""
    secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"

    made = signature(b'{"test": 2432232314}', "msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330", secret)

    assert made == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="


@pytest.mark.parametrize(
    ("late", "verdict"),
    [
        (timedelta(0), Verdict.GENUINE),
        (TOLERANCE, Verdict.GENUINE),
        (-TOLERANCE, Verdict.GENUINE),
        (TOLERANCE + timedelta(seconds=1), Verdict.STALE),
        (-TOLERANCE - timedelta(seconds=1), Verdict.STALE),
    ],
)
def test_a_webhook_of_long_ago_is_stale(late: timedelta, verdict: Verdict) -> None:
    assert verify(replace(raw(MAIL), received_at=NOON + late), CONFIG) is verdict


def test_one_of_several_signatures_is_enough() -> None:
    event = raw(MAIL)
    given = f"v1,bm8= v1a,eA== {event.headers[SIGNATURE_HEADER]}"

    assert verify(replace(event, headers={**event.headers, SIGNATURE_HEADER: given}), CONFIG)


@pytest.mark.parametrize("name", [ID_HEADER, TIMESTAMP_HEADER])
def test_what_is_signed_cannot_be_changed(name: str) -> None:
    event = raw(MAIL)
    changed = {**event.headers, name: event.headers[name] + "1"}

    assert verify(replace(event, headers=changed), CONFIG) is Verdict.FORGED


@pytest.mark.parametrize("at", ["", "now", "1e9", "9" * 13, "-5"])
def test_an_odd_timestamp_is_not_fresh(at: str) -> None:
    headers = {
        ID_HEADER: "a",
        TIMESTAMP_HEADER: at,
        SIGNATURE_HEADER: signature(MAIL, "a", at, CONFIG.secrets[WEBHOOK_SECRET]),
    }

    assert not verify(replace(raw(MAIL), headers=headers), CONFIG)


@pytest.mark.parametrize("secret", ["a phrase of some length", "whsec_not base64!"])
def test_a_secret_may_be_any_phrase(secret: str) -> None:
    at = str(int(datetime(2026, 5, 4, 12, tzinfo=UTC).timestamp()))
    headers = {
        ID_HEADER: "a",
        TIMESTAMP_HEADER: at,
        SIGNATURE_HEADER: signature(MAIL, "a", at, secret),
    }
    config = InboxConfig(secrets={WEBHOOK_SECRET: secret})

    assert verify(replace(raw(MAIL), headers=headers), config) is Verdict.GENUINE


def test_an_inbox_without_a_secret_takes_none() -> None:
    assert verify(raw(MAIL), InboxConfig()) is Verdict.UNVERIFIABLE

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clew.channels.whatsapp.answers import LONGEST_WAIT, as_check_failure, failure
from clew.channels.whatsapp.errors import RULES
from clew.ports.channel import (
    HttpResponse,
    Misconfigured,
    OptedOut,
    OptScope,
    Progress,
    RefusalCause,
    Refused,
    Retry,
    Throttled,
    ThrottleScope,
    Unavailable,
)
from tests.channels.whatsapp.answers import an_error
from tests.channels.whatsapp.webhooks import CONFIG, TOKEN

START = Progress()
FAILURES = (Throttled, Retry, Refused, OptedOut, Misconfigured)


def test_an_expired_token_stops_the_inbox_with_the_providers_reason() -> None:
    expired = an_error(190, "Error validating access token: it expired on Sunday", 401)

    outcome = failure(CONFIG, START, expired)

    assert outcome == Misconfigured("Error validating access token: it expired on Sunday", "190")


def test_a_token_that_the_provider_quotes_is_not_shown() -> None:
    outcome = failure(CONFIG, START, an_error(190, f"Malformed access token {TOKEN}", 401))

    assert TOKEN not in repr(outcome)


def test_the_pause_for_one_contact_grows_fourfold() -> None:
    waits = []
    progress = START
    for _ in range(4):
        outcome = failure(CONFIG, progress, an_error(131056))
        assert isinstance(outcome, Throttled)
        assert outcome.scope is ThrottleScope.RECIPIENT
        waits.append(outcome.after.total_seconds())
        progress = outcome.progress

    assert waits == [1, 4, 16, 64]


def test_the_number_waits_seconds_and_the_app_minutes() -> None:
    number, app = (failure(CONFIG, START, an_error(code)) for code in (130429, 80007))

    assert isinstance(number, Throttled)
    assert isinstance(app, Throttled)
    assert number.scope is app.scope is ThrottleScope.INBOX
    assert number.after < timedelta(minutes=1) <= app.after


@pytest.mark.parametrize(
    ("headers", "wait"),
    [
        ({"retry-after": "90"}, timedelta(seconds=90)),
        ({"retry-after": "a while"}, timedelta(seconds=2)),
        (
            {"x-business-use-case-usage": '{"1": [{"estimated_time_to_regain_access": 7}]}'},
            timedelta(minutes=7),
        ),
        ({"x-business-use-case-usage": '{"1": 7}'}, timedelta(seconds=2)),
        ({"retry-after": "1e300"}, LONGEST_WAIT),
    ],
)
def test_the_provider_may_ask_for_a_longer_pause(headers: dict[str, str], wait: timedelta) -> None:
    outcome = failure(CONFIG, START, replace(an_error(130429), headers=headers))

    assert isinstance(outcome, Throttled)
    assert outcome.after == wait


@pytest.mark.parametrize(
    ("code", "cause"),
    [
        (131047, RefusalCause.NEED_TEMPLATE),
        (131026, RefusalCause.UNDELIVERABLE),
        (132001, RefusalCause.TEMPLATE),
        (131009, RefusalCause.INVALID),
        (131049, RefusalCause.LIMITED),
    ],
)
def test_a_refusal_says_what_a_person_can_do(code: int, cause: RefusalCause) -> None:
    outcome = failure(CONFIG, START, an_error(code, "No"))

    assert isinstance(outcome, Refused)
    assert (outcome.refusal.code, outcome.refusal.reason) == (str(code), "No")
    assert outcome.refusal.cause is cause


def test_who_stopped_marketing_has_opted_out() -> None:
    assert failure(CONFIG, START, an_error(131050, "stopped")) == OptedOut(
        "stopped", OptScope.MARKETING
    )


def test_an_upload_is_tried_twice_more_and_then_refused() -> None:
    first = failure(CONFIG, START, an_error(131053))
    third = failure(CONFIG, Progress(tries=2), an_error(131053))

    assert isinstance(first, Retry)
    assert isinstance(third, Refused)


@pytest.mark.parametrize(
    ("status", "kind", "is_maybe_sent"),
    [
        (302, Misconfigured, None),
        (401, Misconfigured, None),
        (403, Misconfigured, None),
        (404, Misconfigured, None),
        (400, Refused, None),
        (413, Refused, None),
        (429, Throttled, None),
        (408, Retry, True),
        (500, Retry, False),
        (502, Retry, True),
        (503, Retry, False),
        (504, Retry, True),
    ],
)
def test_an_answer_without_the_providers_error_is_judged_by_its_status(
    status: int, kind: type, is_maybe_sent: bool | None
) -> None:
    outcome = failure(CONFIG, START, HttpResponse(status, {}, b"<html>"))

    assert type(outcome) is kind
    assert getattr(outcome, "is_maybe_sent", None) is is_maybe_sent


def test_a_failure_that_the_provider_explains_was_not_sent() -> None:
    outcome = failure(CONFIG, START, an_error(2, status=504))

    assert isinstance(outcome, Retry)
    assert not outcome.is_maybe_sent


@given(
    st.sampled_from([*RULES, 77, 999_999]) | st.integers(),
    st.integers(100, 599),
    st.integers(0, 10**6),
)
def test_every_error_is_exactly_one_outcome(code: int, status: int, tries: int) -> None:
    outcome = failure(CONFIG, Progress(("wamid.1",), tries=tries), an_error(code, status=status))

    assert type(outcome) in FAILURES
    if isinstance(outcome, Throttled):
        assert timedelta(0) < outcome.after <= LONGEST_WAIT
    if isinstance(outcome, Throttled | Retry):
        assert outcome.progress.sent == ("wamid.1",)
        assert outcome.progress.tries == tries + 1


def test_a_check_tells_a_wrong_setting_from_a_bad_moment() -> None:
    wrong = as_check_failure(CONFIG, an_error(190, "expired", 401), {"error": {}})
    moment = as_check_failure(CONFIG, HttpResponse(503), {})
    stranger = as_check_failure(CONFIG, HttpResponse(200, {}, b"hello"), {})
    refused = as_check_failure(CONFIG, an_error(100, "no such field"), {"error": {}})

    assert wrong == Misconfigured("expired", "190")
    assert isinstance(moment, Unavailable)
    assert isinstance(stranger, Misconfigured)
    assert refused == Misconfigured("no such field", "100")

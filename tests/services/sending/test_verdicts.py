from __future__ import annotations

from datetime import timedelta

import pytest

from clew.domain.message import Delivery, DeliveryState
from clew.ports.channel import (
    Misconfigured,
    OptedOut,
    Progress,
    Refusal,
    RefusalCause,
    Refused,
    Retry,
    Sent,
    Throttled,
)
from clew.services.sending.letters import Barred, Held
from clew.services.sending.pauses import MOST_TRIES
from clew.services.sending.verdicts import Doubt, Ending, judge
from tests.builders import MONDAY_NINE
from tests.services.deliveries import a_delivery

HALF = Progress(sent=("a",), held={"file": "1"})
ASKING = Progress(sent=("a",), is_asking=True)


def after(ending: Ending, delivery: Delivery | None = None) -> Delivery:
    return judge(delivery or a_delivery(progress=ASKING), ending, MONDAY_NINE, 0.5)


@pytest.mark.parametrize(
    ("ending", "state", "code", "attempts"),
    [
        (Sent(("a", "b")), DeliveryState.SENT, "", 1),
        (Throttled(timedelta(seconds=9), "slow", HALF), DeliveryState.QUEUED, "retrying", 0),
        (Held(until=MONDAY_NINE), DeliveryState.QUEUED, "", 0),
        (Misconfigured("token", "190"), DeliveryState.QUEUED, "retrying", 0),
        (Retry("500", HALF), DeliveryState.QUEUED, "retrying", 1),
        (Retry("504", HALF, is_maybe_sent=True), DeliveryState.UNKNOWN, "not_known", 1),
        (Doubt(reason="cut", progress=HALF), DeliveryState.UNKNOWN, "not_known", 1),
        (
            Refused(Refusal("131047", "late", RefusalCause.NEED_TEMPLATE)),
            DeliveryState.FAILED,
            "template_required",
            1,
        ),
        (Refused(Refusal("100", "bad", RefusalCause.INVALID)), DeliveryState.FAILED, "100", 1),
        (OptedOut("stop"), DeliveryState.FAILED, "opted_out", 1),
        (Barred(code="opted_out", reason="stop"), DeliveryState.FAILED, "opted_out", 1),
    ],
)
def test_every_outcome_is_one_state(
    ending: Ending, state: DeliveryState, code: str, attempts: int
) -> None:
    judged = after(ending)

    assert (judged.state, judged.reason_code, judged.attempts) == (state, code, attempts)
    assert judged.lease_until is None
    assert isinstance(judged.progress, Progress)
    assert not judged.progress.is_asking


def test_what_was_accepted_keeps_its_names() -> None:
    judged = after(Retry("500", Progress(sent=("b",))), a_delivery(provider_ids=("a",)))

    assert judged.provider_ids == ("a", "b")


def test_a_throttled_message_waits_as_long_as_it_was_told_and_goes_on_where_it_was() -> None:
    judged = after(Throttled(timedelta(seconds=9), "slow", HALF))

    assert judged.next_attempt_at == MONDAY_NINE + timedelta(seconds=9)
    assert judged.progress == HALF


def test_a_message_that_was_retried_long_enough_fails_with_the_last_reason() -> None:
    judged = after(Retry("down", HALF), a_delivery(attempts=MOST_TRIES))

    assert (judged.state, judged.reason_code, judged.reason) == (
        DeliveryState.FAILED,
        "gave_up",
        "down",
    )

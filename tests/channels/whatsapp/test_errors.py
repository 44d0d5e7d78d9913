import pytest

from clew.channels.whatsapp.errors import RULES, Effect, reason_in, refusal_of, rule_for
from clew.ports.channel import InboxConfig, RefusalCause
from tests.channels.whatsapp.webhooks import CONFIG, TOKEN


@pytest.mark.parametrize(
    ("codes", "effect"),
    [
        ((0, 3, 10, 190, 200, 250, 299), Effect.STOP),
        ((131031, 368, 130497, 131042, 131045, 131037, 131048, 133010), Effect.STOP),
        ((4, 80007), Effect.SLOW_APP),
        ((130429,), Effect.SLOW_NUMBER),
        ((131056,), Effect.SLOW_PAIR),
        ((1, 2, 131000, 131016, 135000, 131057), Effect.RETRY),
        ((131053,), Effect.RETRY_TWICE),
        ((131026, 131047, 131049, 131021, 131008, 131009, 100, 131051, 131062), Effect.REFUSE),
        ((132000, 132001, 132005, 132007, 132008, 132012, 132015, 132016), Effect.REFUSE),
        ((131050,), Effect.OPT_OUT),
    ],
)
def test_each_code_has_its_effect(codes: tuple[int, ...], effect: Effect) -> None:
    assert {RULES[code].effect for code in codes} == {effect}


def test_a_wrong_number_id_stops_the_inbox_and_a_wrong_parameter_only_the_message() -> None:
    missing = rule_for({"code": 100, "error_subcode": 33})
    wrong = rule_for({"code": 100, "error_subcode": 2494010})

    assert missing is not None
    assert wrong is not None
    assert (missing.effect, wrong.effect) == (Effect.STOP, Effect.REFUSE)


def test_an_unknown_code_that_the_provider_calls_transient_is_tried_again() -> None:
    rule = rule_for({"code": 999999, "is_transient": True})

    assert rule is not None
    assert rule.effect is Effect.RETRY
    assert rule_for({"code": 999999}) is None
    assert rule_for({}) is None


def test_too_much_marketing_is_refused_for_a_day() -> None:
    refusal = refusal_of({"code": 131049, "title": "Not delivered"}, CONFIG)

    assert refusal.cause is RefusalCause.LIMITED
    assert refusal.retry_after is not None
    assert refusal.retry_after.days == 1


def test_a_failure_with_an_unknown_code_is_a_failure() -> None:
    assert refusal_of({"code": 999999}, CONFIG).cause is RefusalCause.UNDELIVERABLE


def test_the_reason_is_the_providers_without_secrets_and_not_endless() -> None:
    said = reason_in({"message": f"Bad token {TOKEN}. " + "x" * 2_000}, CONFIG)

    assert said.startswith("Bad token [secret].")
    assert len(said) == 500


def test_details_are_added_unless_they_repeat_the_message() -> None:
    error = {"message": "(#1) Too long", "error_data": {"details": "Too long"}}

    assert reason_in(error, InboxConfig()) == "(#1) Too long"
    assert reason_in({"title": "A", "error_data": {"details": "b"}}, InboxConfig()) == "A: b"
    assert reason_in({}, InboxConfig()) == "the provider gave no reason"

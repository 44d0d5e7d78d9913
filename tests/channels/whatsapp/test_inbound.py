import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clew.channels.whatsapp.inbound import handshake, parse, verify
from clew.ports.channel import (
    Ignored,
    IgnoredReason,
    InboxConfig,
    InboxNotice,
    IncomingMessage,
    RawEvent,
    Receipt,
    ReceiptState,
    Unparsable,
    Unreadable,
    Verdict,
)
from tests.channels.whatsapp.webhooks import (
    CONFIG,
    JUDIT,
    NOON,
    NUMBER,
    SECRET,
    VERIFY_TOKEN,
    a_message,
    a_status,
    a_value,
    an_envelope,
    parsed,
    parsed_one,
    raw,
    signature_of,
    with_messages,
    with_statuses,
)

# The vector of the channel's reference; the body has the accent escaped, as the provider signs it.
VECTOR_SECRET = "d3a7c1e0f5b24689a0b1c2d3e4f50617"
VECTOR = (
    b'{"object":"whatsapp_business_account","entry":[{"id":"102290129340398","changes":[{"value":'
    b'{"messaging_product":"whatsapp","metadata":{"display_phone_number":"15550783881",'
    b'"phone_number_id":"106540352242922"},"contacts":[{"profile":{"name":"Ana"},'
    b'"wa_id":"16505551234","user_id":"US.13491208655302741918"}],"messages":[{"from":'
    b'"16505551234","from_user_id":"US.13491208655302741918","id":"wamid.TEST1","timestamp":'
    b'"1749416383","type":"text","text":{"body":"Ol\\u00e1"}}]},"field":"messages"}]}]}'
)
VECTOR_SIGNATURE = "sha256=751db33c7200f1f9ff2ebfd62ad99564c5ab49f521a83d14426e6edf7b876ac8"
RESERIALISED_SIGNATURE = "sha256=ce9d0d8407768e4806d2aacc5b5aa96d7d18e13ecb336d965a97ee4ddd884442"


def verdict(body: bytes, signature: str, **secrets: str) -> Verdict:
    headers = {"x-hub-signature-256": signature} if signature else {}
    config = InboxConfig(CONFIG.settings, secrets or {"app_secret": VECTOR_SECRET})
    return verify(RawEvent("POST", headers, {}, body, NOON), config)


def test_the_reference_vector_is_genuine() -> None:
    assert len(VECTOR) == 493
    assert verdict(VECTOR, VECTOR_SIGNATURE) is Verdict.GENUINE


def test_the_same_json_written_differently_is_not() -> None:
    """The signature is over the bytes: an accent that is no longer escaped breaks it."""
    again = VECTOR.replace(b"\\u00e1", "á".encode())

    assert len(again) == 489
    assert signature_of(again, VECTOR_SECRET) == RESERIALISED_SIGNATURE
    assert verdict(again, VECTOR_SIGNATURE) is Verdict.FORGED
    assert verdict(VECTOR, RESERIALISED_SIGNATURE) is Verdict.FORGED


@pytest.mark.parametrize("algorithm", ["", "sha1=", "SHA256="])
def test_only_the_one_kind_of_signature_counts(algorithm: str) -> None:
    digest = VECTOR_SIGNATURE.removeprefix("sha256=")

    assert verdict(VECTOR, algorithm + digest) is Verdict.FORGED


def test_both_secrets_count_while_one_replaces_the_other() -> None:
    both = {"app_secret": "new-secret", "previous_app_secret": VECTOR_SECRET}

    assert verdict(VECTOR, VECTOR_SIGNATURE, **both) is Verdict.GENUINE
    assert verdict(VECTOR, signature_of(VECTOR, "new-secret"), **both) is Verdict.GENUINE
    assert verdict(VECTOR, signature_of(VECTOR, "older"), **both) is Verdict.FORGED


def test_an_inbox_without_a_secret_believes_nobody() -> None:
    assert verdict(VECTOR, signature_of(VECTOR, ""), app_secret="") is Verdict.UNVERIFIABLE


def test_a_webhook_without_a_signature_is_unsigned() -> None:
    assert verdict(VECTOR, "") is Verdict.UNSIGNED


def question(**changes: str) -> dict[str, str]:
    asked = {"mode": "subscribe", "verify_token": VERIFY_TOKEN, "challenge": "1158201444"}
    return {f"hub.{name}": value for name, value in (asked | changes).items()}


def test_the_handshake_gives_the_challenge_back_as_it_is() -> None:
    answer = handshake(question(), CONFIG)

    assert answer is not None
    assert answer.body == b"1158201444"
    assert answer.media_type.startswith("text/plain")


@pytest.mark.parametrize(
    "query",
    [
        question(verify_token="another"),
        question(verify_token=""),
        question(mode="unsubscribe"),
        question(challenge=""),
        question(challenge="1" * 2_000),
        {},
    ],
)
def test_any_other_question_is_not_answered(query: dict[str, str]) -> None:
    assert handshake(query, CONFIG) is None


def test_an_empty_verify_token_opens_nothing() -> None:
    assert handshake(question(verify_token=""), InboxConfig()) is None


def test_every_event_of_a_batch_is_there_in_its_order() -> None:
    first, second = a_message(id="wamid.1"), a_message(id="wamid.2")
    batch = an_envelope(
        a_value(messages=[first, second], contacts=[JUDIT]),
        a_value(statuses=[a_status("sent"), a_status("read")]),
    )
    batch["entry"].append(with_messages(a_message(id="wamid.3"))["entry"][0])

    items = parsed(batch)

    assert [getattr(item, "state", getattr(item, "provider_id", None)) for item in items] == [
        "wamid.1",
        "wamid.2",
        ReceiptState.SENT,
        ReceiptState.READ,
        "wamid.3",
    ]


def test_what_cannot_be_read_keeps_no_sibling_back() -> None:
    value = a_value(
        messages=[{"from": "36205550111"}, 7, a_message()],
        statuses=["odd", a_status(), a_status("teleported")],
        contacts=[JUDIT],
    )

    kinds = [type(item) for item in parsed(an_envelope(value))]

    assert kinds == [Unreadable, Unreadable, IncomingMessage, Unreadable, Receipt, Unreadable]


@pytest.mark.parametrize(
    "entry",
    [None, {}, {"changes": {}}, {"changes": [None]}, {"changes": [{"field": "messages"}]}],
)
def test_a_broken_entry_is_kept_and_its_siblings_are_read(entry: object) -> None:
    batch = with_messages(a_message())
    batch["entry"].insert(0, entry)

    broken, message = parsed(batch)

    assert isinstance(broken, Unreadable)
    assert isinstance(message, IncomingMessage)


def test_an_event_for_another_number_never_enters_this_inbox() -> None:
    """One application has one webhook and one secret for all of its numbers."""
    elsewhere = a_value(messages=[a_message()], contacts=[JUDIT])
    elsewhere["metadata"] = {"phone_number_id": NUMBER + "1"}

    item = parsed_one(an_envelope(elsewhere))

    assert isinstance(item, Ignored)
    assert item.reason is IgnoredReason.OTHER_INBOX


def test_an_event_that_names_no_number_is_not_guessed_at() -> None:
    nowhere = a_value(messages=[a_message()], contacts=[JUDIT], metadata={})

    assert isinstance(parsed_one(an_envelope(nowhere)), Unreadable)


def test_news_of_another_account_are_ignored() -> None:
    news = an_envelope({"event": "ACCOUNT_UPDATE"}, field="account_update")
    news["entry"][0]["id"] = "1"

    item = parsed_one(news)

    assert isinstance(item, Ignored)
    assert item.reason is IgnoredReason.OTHER_INBOX


@pytest.mark.parametrize(
    ("field", "reason"),
    [
        ("smb_message_echoes", IgnoredReason.ECHO),
        ("calls", IgnoredReason.OTHER_SUBJECT),
        ("something_new", IgnoredReason.OTHER_SUBJECT),
    ],
)
def test_other_subjects_are_ignored_with_their_reason(field: str, reason: IgnoredReason) -> None:
    item = parsed_one(an_envelope(a_value(), field=field))

    assert isinstance(item, Ignored)
    assert item.reason is reason


@pytest.mark.parametrize("value", [a_value(), a_value(messages={}), a_value(statuses=None)])
def test_a_change_that_carries_nothing_known_is_shown_to_somebody(value: dict[str, object]) -> None:
    assert isinstance(parsed_one(an_envelope(value)), Unreadable)


def test_errors_that_concern_no_message_reach_the_administrators() -> None:
    error = {"code": 130429, "title": "Rate limit hit", "message": "Too many messages"}

    item = parsed_one(an_envelope(a_value(errors=[error])))

    assert isinstance(item, InboxNotice)
    assert item.summary == "Too many messages"
    assert item.is_serious


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"[]",
        b"{}",
        b"not json",
        b'{"object": "page", "entry": []}',
        b'{"object": "whatsapp_business_account", "entry": {}}',
        b'{"object": "whatsapp_business_account"}',
    ],
)
def test_what_is_not_the_providers_envelope_is_unparsable(body: bytes) -> None:
    with pytest.raises(Unparsable):
        parsed(body)


@given(st.integers(0, 200))
def test_a_body_that_was_cut_off_is_unparsable(lost: int) -> None:
    body = json.dumps(with_messages(a_message())).encode()

    with pytest.raises(Unparsable):
        parse(raw(body[: len(body) - 1 - lost]), CONFIG)


def test_half_an_emoji_in_one_message_does_not_cost_the_batch() -> None:
    good = json.dumps(with_messages(a_message(id="wamid.1"), a_message(id="wamid.2"))).encode()
    body = good.replace(b"Is my parcel", b"\\ud83d my parcel", 1)

    texts = [item.text for item in parsed(body) if isinstance(item, IncomingMessage)]

    assert texts == ["\N{REPLACEMENT CHARACTER} my parcel on its way?", "Is my parcel on its way?"]


def test_a_thousand_events_are_all_there() -> None:
    statuses = [a_status(id=f"wamid.{number}") for number in range(1_000)]

    items = parsed(with_statuses(*statuses))

    assert len({item.provider_id for item in items if isinstance(item, Receipt)}) == 1_000


def test_the_secret_of_these_tests_signs_what_they_send() -> None:
    event = raw(with_messages(a_message()))

    assert event.headers["x-hub-signature-256"] == signature_of(event.body, SECRET)
    assert verify(event, CONFIG)

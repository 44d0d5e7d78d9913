from dataclasses import replace

import pytest

from clew.channels.whatsapp.outbound import read_response, render, signal
from clew.channels.whatsapp.receipts import our_reference
from clew.ports.channel import (
    PHONE,
    Address,
    Continue,
    FormField,
    FormFile,
    HttpRequest,
    HttpResponse,
    InboxConfig,
    MarkRead,
    Misconfigured,
    OutgoingTemplate,
    Progress,
    RefusalCause,
    Refused,
    Retry,
    Sent,
)
from tests.channels.whatsapp.answers import accepted, an_answer, an_error
from tests.channels.whatsapp.sends import OURS, a_picture, a_reply, accept_all, bodies, send
from tests.channels.whatsapp.webhooks import API, CONFIG, JUDITS_ID, NUMBER, TOKEN

THREE_PARTS = a_reply("word " * 2_000)


def first_request(**changes: object) -> HttpRequest:
    step = render(a_reply(**changes), CONFIG, Progress())
    assert isinstance(step, HttpRequest)
    return step


def test_a_reply_is_posted_with_our_token_and_our_reference() -> None:
    request = first_request()

    assert (request.method, request.url) == ("POST", f"{API}/{NUMBER}/messages")
    assert request.headers == {"Authorization": f"Bearer {TOKEN}"}
    assert request.json == {
        "messaging_product": "whatsapp",
        "recipient_type": "individual",
        "to": "+36205550111",
        "type": "text",
        "text": {"body": "It left on Monday.", "preview_url": False},
        "biz_opaque_callback_data": OURS,
    }


def test_posting_a_message_is_not_repeatable() -> None:
    """There is no idempotency key: what is posted twice arrives twice."""
    assert not first_request().is_repeatable


def test_the_token_is_in_no_text_that_may_be_logged() -> None:
    request = first_request()

    assert TOKEN not in repr(request)
    assert TOKEN not in request.url
    assert "Monday" not in repr(request)


@pytest.mark.parametrize("kind", ["bsuid", "parent_bsuid"])
def test_a_contact_without_a_telephone_number_is_reached_by_id(kind: str) -> None:
    (body,) = bodies(a_reply(to=(Address("email", "j@example.org"), Address(kind, JUDITS_ID))))

    assert body["recipient"] == JUDITS_ID
    assert "to" not in body


def test_the_address_that_was_chosen_comes_first() -> None:
    both = (Address("bsuid", JUDITS_ID), Address(PHONE, "+36205550111"))

    assert "to" not in bodies(a_reply(to=both))[0]
    assert "recipient" not in bodies(a_reply(to=both[::-1]))[0]


def test_a_contact_without_an_address_here_is_refused() -> None:
    _, outcome = send(a_reply(to=(Address("email", "j@example.org"),)))

    assert isinstance(outcome, Refused)
    assert outcome.refusal.cause is RefusalCause.UNDELIVERABLE


@pytest.mark.parametrize("missing", ["phone_number_id", "access_token"])
def test_an_incomplete_inbox_sends_nothing(missing: str) -> None:
    settings = {name: value for name, value in CONFIG.settings.items() if name != missing}
    secrets = {name: value for name, value in CONFIG.secrets.items() if name != missing}

    step = render(a_reply(), InboxConfig(settings, secrets), Progress())

    assert isinstance(step, Misconfigured)
    assert signal(MarkRead("wamid.1"), InboxConfig(settings, secrets)) is None


def test_a_file_is_uploaded_and_then_sent() -> None:
    (upload, message), outcome = send(a_reply("Look", attachments=(a_picture(),)))

    assert upload.url == f"{API}/{NUMBER}/media"
    assert upload.multipart == (
        FormField("messaging_product", "whatsapp"),
        FormField("type", "image/png"),
        FormFile("file", "blobs/1", "label.png", "image/png", 20_000),
    )
    assert upload.is_repeatable
    assert message.json is not None
    assert message.json["image"] == {"caption": "Look", "id": "media-1"}
    assert outcome == Sent(("wamid.2",))


def test_every_part_has_its_own_reference() -> None:
    references = [body["biz_opaque_callback_data"] for body in bodies(THREE_PARTS)]

    assert references == [our_reference(OURS, part, 3) for part in range(3)]


def test_all_ids_are_reported_in_the_end() -> None:
    _, outcome = send(THREE_PARTS)

    assert outcome == Sent(("wamid.1", "wamid.2", "wamid.3"))


@pytest.mark.parametrize("stop_after", range(5))
def test_a_restart_after_any_step_sends_the_rest_and_nothing_twice(stop_after: int) -> None:
    message = a_reply("word " * 1_500, attachments=(a_picture(), a_picture(id="att-2")))
    whole = [request.json or request.multipart for request in send(message)[0]]
    progress = Progress()
    before = []
    for number in range(1, stop_after + 1):
        step = render(message, CONFIG, progress)
        assert isinstance(step, HttpRequest)
        before.append(step.json or step.multipart)
        outcome = read_response(message, CONFIG, progress, accept_all(number, step))
        assert isinstance(outcome, Continue)
        progress = Progress.from_json(outcome.progress.to_json())

    after, outcome = send(
        message, lambda number, request: accept_all(number + stop_after, request), progress
    )

    assert before + [request.json or request.multipart for request in after] == whole
    assert isinstance(outcome, Sent)


def test_what_was_sent_already_is_not_sent_again() -> None:
    requests, outcome = send(a_reply(), progress=Progress(("wamid.1",)))

    assert (requests, outcome) == ([], Sent(("wamid.1",)))
    assert read_response(a_reply(), CONFIG, Progress(("wamid.1",)), accepted("x")) == outcome


@pytest.mark.parametrize("body", [b"", b"OK", b"{}", b'{"messages": []}', b'{"messages": [{}]}'])
def test_an_answer_that_accepts_but_names_nothing_is_not_blindly_repeated(body: bytes) -> None:
    outcome = read_response(a_reply(), CONFIG, Progress(), HttpResponse(200, {}, body))

    assert isinstance(outcome, Retry)
    assert outcome.is_maybe_sent


def test_a_lost_answer_to_an_upload_may_be_repeated() -> None:
    picture = a_reply(attachments=(a_picture(),))

    for answer in (HttpResponse(200), HttpResponse(504)):
        outcome = read_response(picture, CONFIG, Progress(), answer)
        assert isinstance(outcome, Retry)
        assert not outcome.is_maybe_sent


def test_a_file_that_the_provider_lost_is_uploaded_again() -> None:
    picture = a_reply(attachments=(a_picture(),))
    uploaded = Progress(held={"att-1": "media-1"})

    outcome = read_response(picture, CONFIG, uploaded, an_error(131053))

    assert isinstance(outcome, Retry)
    assert outcome.progress == Progress(tries=1)


def test_another_failure_keeps_the_upload() -> None:
    picture = a_reply(attachments=(a_picture(),))
    uploaded = Progress(held={"att-1": "media-1"})

    outcome = read_response(picture, CONFIG, uploaded, an_error(131000))

    assert isinstance(outcome, Retry)
    assert outcome.progress.held == {"att-1": "media-1"}


def test_success_begins_the_count_of_tries_anew() -> None:
    outcome = read_response(THREE_PARTS, CONFIG, Progress(tries=3), accepted("wamid.1"))

    assert outcome == Continue(Progress(("wamid.1",)))


def test_a_closed_window_is_refused_even_if_we_thought_it_open() -> None:
    outcome = read_response(a_reply(), CONFIG, Progress(), an_error(131047, "Re-engagement"))

    assert isinstance(outcome, Refused)
    assert outcome.refusal.cause is RefusalCause.NEED_TEMPLATE


def test_an_error_with_status_200_is_an_error() -> None:
    answer = replace(an_error(131026), status=200)

    assert isinstance(read_response(a_reply(), CONFIG, Progress(), answer), Refused)


def test_a_refused_message_is_refused_whatever_is_answered() -> None:
    assert isinstance(read_response(a_reply(""), CONFIG, Progress(), an_answer()), Refused)


def test_a_template_goes_instead_of_text() -> None:
    template = OutgoingTemplate("parcel_sent", "hu", {"1": "Judit"})

    (body,) = bodies(a_reply("", template=template))

    assert body["type"] == "template"
    assert body["template"]["name"] == "parcel_sent"


@pytest.mark.parametrize("is_typing", [True, False])
def test_reading_can_be_shown_and_typing_with_it(is_typing: bool) -> None:
    request = signal(MarkRead("wamid.JUDIT1", is_typing), CONFIG)

    assert request is not None
    assert request.json is not None
    assert request.json["status"] == "read"
    assert request.json["message_id"] == "wamid.JUDIT1"
    assert ("typing_indicator" in request.json) is is_typing
    assert request.is_repeatable


def test_an_address_with_a_slash_at_its_end_is_the_same_address() -> None:
    config = replace(CONFIG, settings={**CONFIG.settings, "api_base_url": API + "/"})

    step = render(a_reply(), config, Progress())

    assert isinstance(step, HttpRequest)
    assert step.url == f"{API}/{NUMBER}/messages"

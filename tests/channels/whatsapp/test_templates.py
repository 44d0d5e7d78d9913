from typing import Any

import pytest

from clew.channels.whatsapp.templates import list_templates, read_templates, template_payload
from clew.ports.channel import (
    HttpResponse,
    InboxConfig,
    Misconfigured,
    OutgoingTemplate,
    Template,
    TemplatePage,
    Unavailable,
)
from tests.channels.whatsapp.answers import an_answer, an_error
from tests.channels.whatsapp.webhooks import ACCOUNT, API, CONFIG, TOKEN

PARCEL: dict[str, Any] = {
    "name": "parcel_sent",
    "language": "hu",
    "category": "UTILITY",
    "status": "APPROVED",
    "components": [
        {"type": "HEADER", "format": "IMAGE"},
        {"type": "BODY", "text": "Dear {{1}}, parcel {{2}} is on its way, {{1}}."},
        {
            "type": "BUTTONS",
            "buttons": [
                {"type": "QUICK_REPLY", "text": "Thanks"},
                {"type": "URL", "url": "https://example.org/{{1}}"},
                {"type": "COPY_CODE", "text": "Copy"},
            ],
        },
    ],
}


def components(**parameters: str) -> Any:
    return template_payload(OutgoingTemplate("t", "en", parameters)).get("components")


def test_templates_are_asked_for_page_by_page() -> None:
    first, second = list_templates(CONFIG, None), list_templates(CONFIG, "QVFI==")

    assert first is not None
    assert second is not None
    assert first.url.startswith(f"{API}/{ACCOUNT}/message_templates?")
    assert "after" not in first.url
    assert second.url.endswith("&after=QVFI==")
    assert TOKEN not in second.url


def test_a_cursor_cannot_add_to_the_address() -> None:
    request = list_templates(CONFIG, "x&fields=secret")

    assert request is not None
    assert "secret" not in request.url


def test_without_the_accounts_id_there_is_nothing_to_ask() -> None:
    assert list_templates(InboxConfig(), None) is None


def test_a_template_lists_the_values_it_needs() -> None:
    cursors = {"cursors": {"after": "NEXT"}, "next": "https://graph.example/next"}

    page = read_templates(CONFIG, an_answer(data=[PARCEL], paging=cursors))

    assert page == TemplatePage(
        (
            Template(
                name="parcel_sent",
                language="hu",
                category="utility",
                status="approved",
                body="Dear {{1}}, parcel {{2}} is on its way, {{1}}.",
                parameters=("header:image", "1", "2", "button:1:url", "button:2:copy_code"),
            ),
        ),
        "NEXT",
    )
    assert page.items[0].can_be_sent


def test_the_last_page_has_no_next_one() -> None:
    page = read_templates(CONFIG, an_answer(data=[], paging={"cursors": {"after": "X"}}))

    assert page == TemplatePage(())


def test_named_values_of_header_and_body_are_told_apart() -> None:
    named = {
        "components": [
            {"type": "HEADER", "format": "TEXT", "text": "For {{ name }}"},
            {"type": "BODY", "text": "Hello {{name}}"},
        ]
    }

    page = read_templates(CONFIG, an_answer(data=[named, "odd"]))

    assert isinstance(page, TemplatePage)
    assert page.items[0].parameters == ("header:name", "name")
    assert not page.items[0].can_be_sent


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (an_error(190, status=401), Misconfigured),
        (an_error(80007), Unavailable),
        (HttpResponse(500), Unavailable),
        (HttpResponse(200, {}, b"[]"), Misconfigured),
    ],
)
def test_a_failure_says_whose_fault_it_is(answer: HttpResponse, kind: type) -> None:
    assert type(read_templates(CONFIG, answer)) is kind


def test_numbered_values_go_in_their_order() -> None:
    assert components(**{"10": "ten", "2": "two", "1": "one"}) == [
        {
            "type": "body",
            "parameters": [{"type": "text", "text": word} for word in ("one", "two", "ten")],
        }
    ]


def test_named_values_keep_their_names() -> None:
    assert components(name="Judit") == [
        {
            "type": "body",
            "parameters": [{"type": "text", "parameter_name": "name", "text": "Judit"}],
        }
    ]


def test_header_and_buttons_have_components_of_their_own() -> None:
    made = components(
        **{
            "header:image": "https://example.org/a.png",
            "1": "Judit",
            "button:1:url": "track/7",
            "button:2:copy_code": "MAY",
        }
    )

    assert made == [
        {
            "type": "header",
            "parameters": [{"type": "image", "image": {"link": "https://example.org/a.png"}}],
        },
        {"type": "body", "parameters": [{"type": "text", "text": "Judit"}]},
        {
            "type": "button",
            "sub_type": "url",
            "index": "1",
            "parameters": [{"type": "text", "text": "track/7"}],
        },
        {
            "type": "button",
            "sub_type": "copy_code",
            "index": "2",
            "parameters": [{"type": "coupon_code", "coupon_code": "MAY"}],
        },
    ]


def test_line_breaks_in_a_value_become_spaces() -> None:
    """The provider refuses them, and runs of spaces too."""
    assert components(**{"1": "a\n\tb     c"})[0]["parameters"][0]["text"] == "a b c"


def test_a_template_without_values_has_no_components() -> None:
    assert components() is None


@pytest.mark.parametrize("name", ["button:0", "button:0:call", "footer:1"])
def test_a_value_for_nothing_we_know_is_left_out(name: str) -> None:
    assert components(**{name: "x"}) is None
